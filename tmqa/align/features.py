"""What speaks for and against a bead: one matrix a feature, for all places of a bead shape.

For a shape (a, b) the entry [i, j] of a matrix concerns the bead of the a source sentences from i
and the b target sentences from j. Margins follow Artetxe and Schwenk (2019): a cosine less the
mean cosine to the nearest neighbours of both windows, since raw cosines of sentence vectors are
squeezed into a narrow band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tmqa.align.anchors import anchor_similarity, number_keys
from tmqa.align.side import KINDS, MARKS, Side
from tmqa.align.similarity import Similarity, similarity_features
from tmqa.align.windows import (
    SHAPES,
    Matrix,
    Shape,
    difference,
    first_of,
    last_of,
    means,
    part_values,
    smaller,
    sums,
)
from tmqa.lexicon import Lexicon
from tmqa.values import Sentence

# Georgian characters per English character: 1.09 in professional news translation.
RATIO = 1.09
# Counts beyond this say no more.
_MOST = 3.0


class Evidence:
    """All features of the beads and null beads of two sentence lists."""

    def __init__(
        self,
        source: Sequence[Sentence],
        target: Sequence[Sentence],
        vectors: tuple[Matrix, Matrix] | None,
        words: bool = True,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.left, self.right = Side(source), Side(target)
        self._words = words
        self._keys = Similarity(*anchor_similarity(source, target, lexicon)) if words else None
        self._vectors = Similarity(*vectors) if vectors is not None else None
        self._numbers = _incidence(source, target)

    @property
    def has_vectors(self) -> bool:
        """True when sentence vectors are among the evidence."""
        return self._vectors is not None

    def shapes(self) -> list[Shape]:
        """The bead shapes that the two lists have room for."""
        rows, columns = len(self.left.sentences), len(self.right.sentences)
        return [(a, b) for a, b in SHAPES if a <= rows and b <= columns]

    def beads(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        """Name and matrix of every feature of the beads of a shape."""
        yield from self._of_length(shape)
        if not self._words:
            return
        if self._vectors is not None:
            yield from similarity_features("vector", self._vectors, shape)
        if self._keys is not None:
            yield from similarity_features("key", self._keys, shape)
        yield from self._of_numbers(shape)
        yield from self._of_marks(shape)
        yield from self._of_structure(shape)

    def nulls(self) -> tuple[dict[str, Matrix], dict[str, Matrix]]:
        """The features of leaving each source and each target sentence without partner."""
        left, right = self.left, self.right
        expected, found = left.length.sum() * RATIO, right.length.sum()
        surplus = float(np.log(expected / found)) if expected and found else 0.0
        rows, columns = len(left.length), len(right.length)
        more = float(np.log(rows / columns)) if rows and columns else 0.0
        out = []
        for side, name, sign in ((left, "left", 1), (right, "right", -1)):
            ones = np.ones_like(side.length)
            features = {f"null.{name}": ones}
            features["null.length"] = np.log((side.length + 5) / 80)
            features[f"null.{name}.surplus"] = ones * np.clip(sign * surplus, -1, 1)
            features[f"null.{name}.more"] = ones * np.clip(sign * more, -1, 1)
            if self._words:
                features[f"null.{name}.open"] = side.open_ended
            out.append(features)
        return out[0], out[1]

    def _of_length(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        logs = {part: self._log_ratio(part) for part in (shape, *smaller(shape))}
        own = np.abs(logs[shape])
        yield "length.log", np.minimum(own, 2)
        left, right = sums(self.left.length, shape[0]), sums(self.right.length, shape[1])
        deviation = (right[None, :] - RATIO * left[:, None]) / np.sqrt(
            right[None, :] + RATIO * left[:, None] + 10
        )
        yield "length.deviation", np.minimum(np.abs(deviation), 8)
        parts = part_values({part: -np.abs(log) for part, log in logs.items()}, shape)
        gain = -own - np.maximum.reduce(parts) if parts else np.zeros_like(own)
        yield "length.gain", np.clip(gain, -1, 1)

    def _log_ratio(self, shape: Shape) -> Matrix:
        left, right = sums(self.left.length, shape[0]), sums(self.right.length, shape[1])
        return np.log((right + 5)[None, :] / (RATIO * left + 5)[:, None])

    def _of_numbers(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        left, right = (
            (sums(side, size) > 0).astype(np.float32)
            for side, size in zip(self._numbers, shape, strict=True)
        )
        shared = left @ right.T
        yield "number.shared", np.minimum(shared, _MOST)
        yield "number.left", np.minimum(left.sum(1)[:, None] - shared, _MOST)
        yield "number.right", np.minimum(right.sum(1)[None, :] - shared, _MOST)

    def _of_marks(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        a, b = shape
        for name in MARKS:
            yield (
                f"mark.{name}",
                np.minimum(
                    difference(sums(self.left.marks[name], a), sums(self.right.marks[name], b)),
                    2,
                ),
            )
        left, right = self.left, self.right
        yield "end.open", difference(last_of(left.open_ended, a), last_of(right.open_ended, b))
        yield "end.quoted", difference(last_of(left.ends_quoted, a), last_of(right.ends_quoted, b))
        yield (
            "begin.quoted",
            difference(first_of(left.opens_quoted, a), first_of(right.opens_quoted, b)),
        )
        glued_left = sums(left.open_ended, a) * (a > 1)
        glued_right = sums(right.open_ended, b) * (b > 1)
        yield "glued", glued_left[:, None] + glued_right[None, :]
        rows, columns = len(left.length) - a + 1, len(right.length) - b + 1
        for name, corner in (("edge.first", (0, 0)), ("edge.last", (-1, -1))):
            edge = np.zeros((rows, columns), np.float32)
            edge[corner] = 1
            yield name, edge

    def _of_structure(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        a, b = shape
        left, right = self.left, self.right
        zero = np.zeros((len(left.length) - a + 1, len(right.length) - b + 1), np.float32)
        for name, kinds in KINDS.items():
            mismatch = zero
            for kind in kinds:
                shares = means(left.of_kind(kind), a), means(right.of_kind(kind), b)
                mismatch = mismatch + difference(*shares)
            yield f"kind.{name}", mismatch
        known = left.has_blocks and right.has_blocks
        opens = (first_of(left.opens_block, a), first_of(right.opens_block, b))
        closes = (last_of(left.closes_block, a), last_of(right.closes_block, b))
        yield "block.opens", opens[0][:, None] * opens[1][None, :] if known else zero
        yield "block.closes", closes[0][:, None] * closes[1][None, :] if known else zero
        yield (
            "block.edges",
            difference(*opens) + difference(*closes) if known else zero,
        )
        inner = [
            (sums(side.opens_block, size) - first_of(side.opens_block, size)) * side.has_blocks
            for side, size in ((left, a), (right, b))
        ]
        yield "block.inner", zero + inner[0][:, None] + inner[1][None, :]
        same = known and left.block_kinds == right.block_kinds
        if same:
            first = [np.array(side.block_order, np.float32) for side in (left, right)]
            yield (
                "block.other",
                np.minimum(difference(first_of(first[0], a), first_of(first[1], b)), 1),
            )
        else:
            yield "block.other", zero


def _incidence(source: Sequence[Sentence], target: Sequence[Sentence]) -> tuple[Matrix, Matrix]:
    """Which sentence has which number; a column a number."""
    numbers = [[set(number_keys(s.text)) for s in side] for side in (source, target)]
    names = sorted({n for side in numbers for found in side for n in found})
    column = {name: k for k, name in enumerate(names)}
    out = []
    for side in numbers:
        matrix = np.zeros((len(side), len(names)), np.float32)
        for row, found in enumerate(side):
            matrix[row, [column[n] for n in found]] = 1
        out.append(matrix)
    return out[0], out[1]
