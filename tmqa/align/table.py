"""The fast tier: sentence vectors as sums of subword vectors, thousands of sentences a second.

`table.npz` is written by `python tests/distil_align.py`: English and Georgian pieces of the
vocabulary of multilingual-e5-small (MIT licence) with vectors in 8 bits, fitted so that their sums
come near the full model's sentence vectors. Sentences are cut into pieces as SentencePiece does it
with a unigram model (Kudo 2018): of all spellings, the likeliest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from tmqa.align.embed import prepare
from tmqa.align.windows import Matrix

# What a character costs that no piece holds, below the rarest piece: as in SentencePiece.
_UNKNOWN = 10.0
# Marks the beginning of a word.
_WORD = "▁"


class Pieces:
    """Subword pieces with their scores (logarithms of probabilities)."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._known = {p: (k, s) for k, (p, s) in enumerate(zip(pieces, scores, strict=True))}
        self._longest = max(map(len, pieces))
        self._unknown = min(scores) - _UNKNOWN
        self._words: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, in order; unknown characters are left out."""
        found: list[int] = []
        for word in spell(text).split(_WORD)[1:]:
            if word not in self._words:
                self._words[word] = self._cut(_WORD + word)
            found += self._words[word]
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        """The likeliest pieces of a word, by the Viterbi algorithm."""
        best = [0.0] + [-np.inf] * len(word)
        last: list[tuple[int, int]] = [(0, -1)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                number, score = self._known.get(word[start:end], (-1, self._unknown))
                if number < 0 and end > start + 1:
                    continue
                if best[start] + score > best[end]:
                    best[end], last[end] = best[start] + score, (start, number)
        numbers = []
        end = len(word)
        while end:
            end, number = last[end]
            numbers.append(number)
        return tuple(number for number in reversed(numbers) if number >= 0)


def spell(text: str) -> str:
    """The text as pieces spell it: NFKC, every word after a mark."""
    return "".join(_WORD + word for word in unicodedata.normalize("NFKC", text).split())


def table_vectors(texts: Sequence[str]) -> Matrix:
    """A unit vector a text, as rows; of zeros where no piece is known."""
    pieces, vectors, scale = _table()
    rows = np.zeros((len(texts), vectors.shape[1]), np.float32)
    for row, text in zip(rows, texts, strict=True):
        row[:] = vectors[pieces.numbers(prepare(text))].sum(axis=0, dtype=np.int32) * scale
    lengths: Matrix = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = np.divide(rows, np.maximum(lengths, np.float32(1e-9)))
    return unit


@cache
def _table() -> tuple[Pieces, NDArray[np.int8], Matrix]:
    """The pieces, their vectors as integers, and what one stands for in each direction."""
    raw = files("tmqa.align").joinpath("table.npz").read_bytes()
    with np.load(BytesIO(raw)) as stored:
        names = stored["pieces"].tobytes().decode("utf-8").split("\n")
        pieces = Pieces(names, stored["scores"].tolist())
        return pieces, stored["vectors"], stored["scale"]
