"""Words and numbers that both sides of a translation share: anchors that need no model.

A lexicon adds the strongest: the English lemmas of the source, and those that the target's words
can render. With them the aligner without vectors reaches strict F1 .991 on noisy and .969 on hard
news documents, without them .978 and .916 (two-fold).

English names and loanwords survive in Georgian by sound. A word's key is its consonant
skeleton in a common romanisation, vowels dropped; Latin words and numbers are keys as they
stand. Scheme and its value as a model-free signal: measured on English–Georgian news, where
skeleton keys are the strongest feature of an aligner without vectors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.words import STOP_WORDS
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.words import STOP_WORDS as GEORGIAN_STOP_WORDS
from tmqa.lexicon import Lexicon
from tmqa.values import Sentence

_ENGLISH = (
    ("tch", "c"), ("sch", "s"), ("ph", "p"), ("gh", "g"), ("ck", "k"), ("ch", "c"), ("sh", "s"),
    ("th", "t"), ("kh", "h"), ("zh", "z"), ("ts", "c"), ("dj", "j"), ("qu", "kv"), ("x", "ks"),
    ("w", "v"), ("q", "k"), ("c", "k"), ("f", "p"), ("y", ""), ("h", ""),
)  # fmt: skip
_GEORGIAN = dict(zip(
    "ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯჰ",
    ("b", "g", "d", "v", "z", "t", "k", "l", "m", "n", "p", "z", "r", "s", "t", "p", "k", "g",
     "k", "s", "c", "c", "z", "c", "c", "", "j", ""),
    strict=True,
))  # fmt: skip
_NUMBER = regex.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_NEAREST = 4


def number_keys(text: str) -> list[str]:
    """The digits of every number in the text, separators dropped."""
    return [regex.sub(r"\D", "", m.group()) for m in _NUMBER.finditer(text)]


def english_keys(text: str, lexicon: Lexicon | None = None) -> set[str]:
    """Skeletons and Latin words of an English text, and its lemmas that the lexicon has."""
    keys = set()
    for match in _WORD.finditer(text):
        word = match.group()
        if word.lower() in STOP_WORDS:
            continue
        keys.add(f"={word.lower()}")
        keys.update(_skeleton_keys(_english_skeleton(word.lower()), word[0].isupper()))
        if lexicon is not None:
            keys.update(f"~{lemma}" for lemma in lemmas(word))
    return keys


def georgian_keys(text: str, lexicon: Lexicon | None = None) -> set[str]:
    """Skeletons and Latin words of a Georgian text, and the English lemmas that it can render."""
    keys = set()
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if word.isascii():
            keys.add(f"={word}")
            skeleton = _english_skeleton(word)
        else:
            skeleton = "".join(_GEORGIAN.get(char, "") for char in word)
            if lexicon is not None and word not in GEORGIAN_STOP_WORDS:
                keys.update(f"~{lemma}" for lemma in lexicon.lemmas(word))
        keys.update(_skeleton_keys(skeleton, True))
    return keys


def _english_skeleton(word: str) -> str:
    for written, sound in _ENGLISH:
        word = word.replace(written, sound)
    return regex.sub(r"[^bdgjklmnprstvzc]|(.)(?=\1)", "", word)


def _skeleton_keys(skeleton: str, short: bool) -> Iterable[str]:
    for length in (3, 4):
        if len(skeleton) >= length:
            yield skeleton[:length]
    if short and len(skeleton) == 2:
        yield skeleton + "$"


def _numbers(text: str) -> set[str]:
    return {f"#{number}" for number in number_keys(text)}


def anchor_similarity(
    source: Sequence[Sentence], target: Sequence[Sentence], lexicon: Lexicon | None = None
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Key vectors of both sides, a row a sentence, so that any window is a sum of rows.

    Columns are the keys found on both sides, weighted by their rarity in this article.
    """
    left = [english_keys(s.text, lexicon) | _numbers(s.text) for s in source]
    right = [georgian_keys(s.text, lexicon) | _numbers(s.text) for s in target]
    in_left, in_right = (Counter(k for keys in side for k in keys) for side in (left, right))
    shared = sorted(in_left.keys() & in_right.keys())
    column = {key: i for i, key in enumerate(shared)}
    total = len(left) + len(right)
    weight = np.array(
        [np.log(1 + total / (in_left[k] + in_right[k])) for k in shared], dtype=np.float32
    )
    matrices = []
    for side in (left, right):
        matrix = np.zeros((len(side), len(shared)), np.float32)
        for row, keys in enumerate(side):
            matrix[row, [column[k] for k in keys if k in column]] = 1
        matrices.append(matrix * weight)
    return matrices[0], matrices[1]
