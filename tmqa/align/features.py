"""What speaks for and against a bead: one matrix a feature, for all places of a bead shape.

For a shape (a, b) the entry [i, j] of a matrix concerns the bead of the a source sentences from i
and the b target sentences from j. Margins follow Artetxe and Schwenk (2019): a cosine less the
mean cosine to the nearest neighbours of both windows, since raw cosines of sentence vectors are
squeezed into a narrow band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from tmqa.align.anchors import anchor_similarity, number_keys
from tmqa.values import BlockKind, Sentence

Matrix = NDArray[np.float32]
Shape = tuple[int, int]

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))

# Georgian characters per English character: 1.09 in professional news translation.
RATIO = 1.09
# Neighbours whose mean cosine is taken off for a margin.
NEAREST = 6

_MARKS = {
    "question": "?", "exclamation": "!", "semicolon": ";", "colon": ":", "percent": "%",
    "quotes": "\"“”„«»", "brackets": "()[]",
}  # fmt: skip
_QUOTES = "\"“”„«»'‘’"
_TERMINATED = regex.compile(r"[.!?…][\p{Pe}\p{Pf}\p{Pi}\"”“»'’)\s]*$")
# Kinds that a translation keeps. The news data have no cells or quotes: they count as items do.
_KINDS = {
    "heading": (BlockKind.HEADING,),
    "item": (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTE),
}
# Counts beyond this say no more.
_MOST = 3.0
_HALF = np.float32(0.5)


class Similarity:
    """Cosines of windows and what follows from them, for one kind of sentence vector."""

    def __init__(self, left: Matrix, right: Matrix) -> None:
        rows = {a: _unit_windows(left, a) for a in (1, 2, 3) if a <= len(left)}
        columns = {b: _unit_windows(right, b) for b in (1, 2, 3) if b <= len(right)}
        self.cosine: dict[Shape, Matrix] = {
            (a, b): rows[a] @ columns[b].T for a, b in SHAPES if a in rows and b in columns
        }
        self._near_left = {a: _mean_nearest(self.cosine[a, 1]) for a in rows}
        self._near_right = {b: _mean_nearest(self.cosine[1, b].T) for b in columns}

    def margin(self, shape: Shape) -> Matrix:
        """The cosine less the mean cosine of both windows to their nearest sentences."""
        a, b = shape
        near: Matrix = self._near_left[a][:, None] + self._near_right[b][None, :]
        return self.cosine[shape] - near * _HALF

    def gain(self, shape: Shape) -> Matrix:
        """The cosine less the best one that the bead has without one of its end sentences."""
        parts = _parts(self.cosine, shape)
        if not parts:
            return np.zeros_like(self.cosine[shape])
        most: Matrix = np.maximum.reduce(parts)
        return self.cosine[shape] - most

    def lead(self, shape: Shape) -> Matrix:
        """The cosine less the best one of either window to a sentence outside the bead."""
        a, b = shape
        other = np.maximum(
            _best_outside(self.cosine[a, 1], b), _best_outside(self.cosine[1, b].T, a).T
        )
        return np.clip(self.cosine[shape] - other, -0.5, 0.5)

    def cover(self, shape: Shape) -> Matrix:
        """The least margin of a sentence of the bead to the window on the other side."""
        a, b = shape
        count, width = self.cosine[shape].shape
        members = []
        if a > 1:
            margin = self.margin((1, b))
            members += [margin[k : k + count] for k in range(a)]
        if b > 1:
            margin = self.margin((a, 1))
            members += [margin[:, k : k + width] for k in range(b)]
        return np.minimum.reduce(members) if members else np.zeros((count, width), np.float32)

    def straight(self, shape: Shape) -> Matrix:
        """For 2-2: the mean margin of the two 1-1 beads that would do instead."""
        margin = self.margin((1, 1))
        if shape != (2, 2):
            return np.zeros_like(self.cosine[shape])
        return (margin[:-1, :-1] + margin[1:, 1:]) * _HALF

    def crossed(self, shape: Shape) -> Matrix:
        """For 2-2: the better margin of first with second; where texts overlap, one is high."""
        margin = self.margin((1, 1))
        if shape != (2, 2):
            return np.zeros_like(self.cosine[shape])
        return np.maximum(margin[:-1, 1:], margin[1:, :-1])


@dataclass
class Side:
    """The sentences of one side as numbers, a row a sentence."""

    sentences: Sequence[Sentence]

    @cached_property
    def length(self) -> Matrix:
        """Characters."""
        return np.array([len(s.text) for s in self.sentences], np.float32)

    @cached_property
    def marks(self) -> dict[str, Matrix]:
        """How often each class of punctuation marks occurs."""
        return {
            name: np.array([sum(map(s.text.count, marks)) for s in self.sentences], np.float32)
            for name, marks in _MARKS.items()
        }

    @cached_property
    def open_ended(self) -> Matrix:
        """1 for lines that end without a terminal mark: headings, furniture, list items."""
        return np.array([not _TERMINATED.search(s.text) for s in self.sentences], np.float32)

    @cached_property
    def opens_quoted(self) -> Matrix:
        """1 for lines that begin with a quotation mark or a dash."""
        return np.array([s.text[:1] in _QUOTES + "-–—" for s in self.sentences], np.float32)

    @cached_property
    def ends_quoted(self) -> Matrix:
        """1 for lines that end with a quotation mark."""
        return np.array(
            [s.text.rstrip(".,!?…; ")[-1:] in tuple(_QUOTES) for s in self.sentences], np.float32
        )

    @cached_property
    def has_blocks(self) -> bool:
        """False where every sentence is a block of its own, which says nothing."""
        return len({s.block for s in self.sentences}) < len(self.sentences)

    @cached_property
    def opens_block(self) -> Matrix:
        """1 for sentences that open a block."""
        blocks = [None, *(s.block for s in self.sentences)]
        return np.array([x != y for x, y in pairwise(blocks)], np.float32)

    @cached_property
    def closes_block(self) -> Matrix:
        """1 for sentences that close a block."""
        return np.append(self.opens_block[1:], np.float32(1))

    @cached_property
    def block_order(self) -> list[int]:
        """The rank of each sentence's block among the blocks of its side."""
        return list(np.cumsum(self.opens_block).astype(int) - 1)

    @cached_property
    def block_kinds(self) -> list[BlockKind]:
        """The kinds of the blocks in order."""
        return [s.kind for s, opens in zip(self.sentences, self.opens_block, strict=True) if opens]

    def of_kind(self, kind: BlockKind) -> Matrix:
        """1 for sentences of the kind."""
        return np.array([s.kind is kind for s in self.sentences], np.float32)


class Evidence:
    """All features of the beads and null beads of two sentence lists."""

    def __init__(
        self,
        source: Sequence[Sentence],
        target: Sequence[Sentence],
        vectors: tuple[Matrix, Matrix] | None,
        words: bool = True,
    ) -> None:
        self.left, self.right = Side(source), Side(target)
        self._words = words
        self._keys = Similarity(*anchor_similarity(source, target)) if words else None
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
            yield from _of_similarity("vector", self._vectors, shape)
        if self._keys is not None:
            yield from _of_similarity("key", self._keys, shape)
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
        logs = {part: self._log_ratio(part) for part in (shape, *_smaller(shape))}
        own = np.abs(logs[shape])
        yield "length.log", np.minimum(own, 2)
        left, right = _sums(self.left.length, shape[0]), _sums(self.right.length, shape[1])
        deviation = (right[None, :] - RATIO * left[:, None]) / np.sqrt(
            right[None, :] + RATIO * left[:, None] + 10
        )
        yield "length.deviation", np.minimum(np.abs(deviation), 8)
        parts = _parts({part: -np.abs(log) for part, log in logs.items()}, shape)
        gain = -own - np.maximum.reduce(parts) if parts else np.zeros_like(own)
        yield "length.gain", np.clip(gain, -1, 1)

    def _log_ratio(self, shape: Shape) -> Matrix:
        left, right = _sums(self.left.length, shape[0]), _sums(self.right.length, shape[1])
        return np.log((right + 5)[None, :] / (RATIO * left + 5)[:, None])

    def _of_numbers(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        left, right = (
            (_sums(side, size) > 0).astype(np.float32)
            for side, size in zip(self._numbers, shape, strict=True)
        )
        shared = left @ right.T
        yield "number.shared", np.minimum(shared, _MOST)
        yield "number.left", np.minimum(left.sum(1)[:, None] - shared, _MOST)
        yield "number.right", np.minimum(right.sum(1)[None, :] - shared, _MOST)

    def _of_marks(self, shape: Shape) -> Iterator[tuple[str, Matrix]]:
        a, b = shape
        for name in _MARKS:
            yield (
                f"mark.{name}",
                np.minimum(
                    _difference(_sums(self.left.marks[name], a), _sums(self.right.marks[name], b)),
                    2,
                ),
            )
        left, right = self.left, self.right
        yield "end.open", _difference(_last(left.open_ended, a), _last(right.open_ended, b))
        yield "end.quoted", _difference(_last(left.ends_quoted, a), _last(right.ends_quoted, b))
        yield (
            "begin.quoted",
            _difference(_first(left.opens_quoted, a), _first(right.opens_quoted, b)),
        )
        glued_left = _sums(left.open_ended, a) * (a > 1)
        glued_right = _sums(right.open_ended, b) * (b > 1)
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
        for name, kinds in _KINDS.items():
            mismatch = zero
            for kind in kinds:
                shares = _means(left.of_kind(kind), a), _means(right.of_kind(kind), b)
                mismatch = mismatch + _difference(*shares)
            yield f"kind.{name}", mismatch
        known = left.has_blocks and right.has_blocks
        opens = (_first(left.opens_block, a), _first(right.opens_block, b))
        closes = (_last(left.closes_block, a), _last(right.closes_block, b))
        yield "block.opens", opens[0][:, None] * opens[1][None, :] if known else zero
        yield "block.closes", closes[0][:, None] * closes[1][None, :] if known else zero
        yield (
            "block.edges",
            _difference(*opens) + _difference(*closes) if known else zero,
        )
        inner = [
            (_sums(side.opens_block, size) - _first(side.opens_block, size)) * side.has_blocks
            for side, size in ((left, a), (right, b))
        ]
        yield "block.inner", zero + inner[0][:, None] + inner[1][None, :]
        same = known and left.block_kinds == right.block_kinds
        if same:
            first = [np.array(side.block_order, np.float32) for side in (left, right)]
            yield (
                "block.other",
                np.minimum(_difference(_first(first[0], a), _first(first[1], b)), 1),
            )
        else:
            yield "block.other", zero


def _of_similarity(name: str, similarity: Similarity, shape: Shape) -> Iterator[tuple[str, Matrix]]:
    margin = similarity.margin(shape)
    yield f"{name}.cosine", similarity.cosine[shape]
    yield f"{name}.margin", margin
    yield f"{name}.negative", np.minimum(margin, 0)
    yield f"{name}.gain", similarity.gain(shape)
    yield f"{name}.lead", similarity.lead(shape)
    yield f"{name}.cover", similarity.cover(shape)
    yield f"{name}.straight", similarity.straight(shape)
    yield f"{name}.crossed", similarity.crossed(shape)


def _smaller(shape: Shape) -> list[Shape]:
    """The shapes of the bead without one end sentence."""
    a, b = shape
    return [(a - 1, b)] * (a > 1) + [(a, b - 1)] * (b > 1)


def _parts(of: dict[Shape, Matrix], shape: Shape) -> list[Matrix]:
    """For each way to take one end sentence off, the value of the rest."""
    a, b = shape
    parts = []
    if a > 1:
        parts += [of[a - 1, b][:-1], of[a - 1, b][1:]]
    if b > 1:
        parts += [of[a, b - 1][:, :-1], of[a, b - 1][:, 1:]]
    return parts


def _sums(values: Matrix, size: int) -> Matrix:
    """Sums of `size` neighbouring values (rows of a matrix), one for each start."""
    count = len(values) - size + 1
    total = values[:count].copy()
    for i in range(1, size):
        total += values[i : i + count]
    return total


def _means(values: Matrix, size: int) -> Matrix:
    return _sums(values, size) * np.float32(1 / size)


def _first(values: Matrix, size: int) -> Matrix:
    return values[: len(values) - size + 1]


def _last(values: Matrix, size: int) -> Matrix:
    return values[size - 1 :]


def _difference(left: Matrix, right: Matrix) -> Matrix:
    difference: Matrix = np.abs(left[:, None] - right[None, :])
    return difference


def _unit_windows(rows: Matrix, size: int) -> Matrix:
    """Normalised sums of neighbouring rows: as good as embedding the joined text, measured."""
    summed = _sums(rows, size)
    norms: Matrix = np.linalg.norm(summed, axis=1, keepdims=True)
    unit: Matrix = np.divide(summed, np.maximum(norms, np.float32(1e-9)))
    return unit


def _mean_nearest(cosines: Matrix) -> Matrix:
    count = min(NEAREST, cosines.shape[1])
    nearest = np.partition(cosines, cosines.shape[1] - count, axis=1)[:, -count:]
    means: Matrix = nearest.mean(axis=1)
    return means


def _best_outside(cosines: Matrix, size: int) -> Matrix:
    """For each row and window of `size` columns, the highest value outside the window, or 0."""
    rows, columns = cosines.shape
    count = columns - size + 1
    best = np.zeros((rows, count), np.float32)
    before = np.maximum.accumulate(cosines, axis=1)
    after = np.maximum.accumulate(cosines[:, ::-1], axis=1)[:, ::-1]
    np.maximum(best[:, 1:], before[:, : count - 1], out=best[:, 1:])
    np.maximum(best[:, : count - 1], after[:, size:], out=best[:, : count - 1])
    return best


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
