"""Patterns compared with each other: whether one stands in another."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from tmqa.lang.ka.forms import FormIndex
from tmqa.lang.ka.nominal import plain
from tmqa.termbase.rendering import TargetForms, compile_rendering
from tmqa.termbase.source import Element, SourceIndex, Unchanged, parse, words_of
from tmqa.values import Token

_POSSESSIVE = "one's"
_FILLER = "thereupon"  # a word that no pattern names


def key(pattern: str) -> tuple[Element, ...]:
    """What two English patterns that match the same words have in common."""
    return tuple(frozenset({e.word}) if isinstance(e, Unchanged) else e for e in parse(pattern))


def standing_in(patterns: Iterable[str], other: str) -> list[str]:
    """Those of the English `patterns` that match words of every text that `other` matches."""
    index: SourceIndex[str] = SourceIndex()
    for pattern in patterns:
        index.add(pattern, pattern)
    found: set[str] | None = None
    for text in _texts(other):
        hits = {hit.payload for hit in index.find(text)}
        found = hits if found is None else found & hits
    return sorted(found or ())


def _texts(pattern: str) -> list[list[Token]]:
    """Texts that the English pattern matches, where each choice and each gap is varied alone."""
    options = [_options(element) for element in parse(pattern)]
    plainest = [choices[0] for choices in options]
    texts = [plainest]
    for place, choices in enumerate(options):
        texts += [[*plainest[:place], choice, *plainest[place + 1 :]] for choice in choices[1:]]
    return [tokens(chain.from_iterable(text)) for text in texts]


def _options(element: Element) -> list[list[str]]:
    """The words that may stand for one element of a pattern."""
    if not isinstance(element, str):
        return [[word] for word in sorted(words_of(element))]
    if element == _POSSESSIVE:
        return [["her"]]
    return [[], [_FILLER]]  # a gap, without and with a word in it


def tokens(words: Iterable[str]) -> list[Token]:
    """The words as the tokens of a text that parts them by single spaces."""
    found: list[Token] = []
    for word in words:
        start = found[-1].end + 1 if found else 0
        found.append(Token(word, start, start + len(word)))
    return found


def matching_all_of(patterns: Iterable[str], rendering: str, forms: FormIndex) -> list[str]:
    """Those of the Georgian `patterns` that take up the whole of a plain `rendering`."""
    words = TargetForms.of(tokens(plain(rendering).split(" ")), forms)
    everything = frozenset(range(len(words.words)))
    found = []
    for pattern in patterns:
        compiled = compile_rendering(pattern, forms)
        fresh = TargetForms.of(words.words, forms)  # the pattern may have brought new forms
        if any(hit.positions == everything for hit in fresh.find(compiled)):
            found.append(pattern)
    return found
