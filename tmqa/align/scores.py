"""How well windows of source and target sentences translate each other.

For every bead shape a matrix: row i, column j is the score of the bead that *ends* before
source sentence i and target sentence j. A null bead scores 0, so a bead is taken when its score
is positive. The score is margin based (Artetxe and Schwenk 2019): a cosine minus the mean
cosine to each window's nearest neighbours, since raw cosines of this model are squeezed into a
narrow band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tmqa.align.anchors import anchor_similarity
from tmqa.values import BlockKind, Sentence

Matrix = NDArray[np.float32]

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
LONGEST_WINDOW = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of the bead score; see `tests/tune_align.py` for the data that set them."""

    vectors: float
    anchors: float
    length: float
    null: float
    many: float
    crossing: float
    structure: float
    ratio: float = 1.09  # Georgian characters per English character, professional news
    nearest: int = 6


WITH_VECTORS = Weights(
    vectors=1.0, anchors=0.1, length=0.12, null=0.05, many=0.10, crossing=0.20, structure=0.08
)
WITHOUT_VECTORS = Weights(
    vectors=0.0, anchors=1.0, length=0.3, null=0.0, many=0.3, crossing=0.6, structure=0.08
)


def bead_scores(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    vectors: tuple[Matrix, Matrix] | None,
    weights: Weights,
) -> dict[tuple[int, int], Matrix]:
    """The score matrix of every bead shape; impossible positions are -inf."""
    similarity = _Similarity(source, target, vectors, weights)
    left_length = np.array([len(s.text) for s in source], np.float32)
    right_length = np.array([len(s.text) for s in target], np.float32)
    left_kind, right_kind = _kinds(source), _kinds(target)
    left_breaks, right_breaks = _breaks(source), _breaks(target)
    scores = {}
    for a, b in SHAPES:
        matrix = np.full((len(source) + 1, len(target) + 1), -np.inf, np.float32)
        if len(source) >= a and len(target) >= b:
            ratio = np.log(
                (_windows(right_length, b) + 5)[None, :]
                / (weights.ratio * _windows(left_length, a) + 5)[:, None]
            )
            value = (
                similarity.of(a, b)
                - weights.length * np.minimum(np.abs(ratio), 2)
                - weights.null
                - weights.structure * _mismatch(left_kind, right_kind, a, b)
            )
            value *= (a + b) / 2
            value -= weights.many * (max(a, b) > 1) + weights.crossing * (min(a, b) > 1) / 2
            value -= weights.structure * (
                _inner_breaks(left_breaks, a)[:, None] + _inner_breaks(right_breaks, b)[None, :]
            )
            matrix[a:, b:] = value
        scores[a, b] = matrix
    return scores


class _Similarity:
    """Margin similarity of windows, from sentence vectors and anchor keys."""

    def __init__(
        self,
        source: Sequence[Sentence],
        target: Sequence[Sentence],
        vectors: tuple[Matrix, Matrix] | None,
        weights: Weights,
    ) -> None:
        keys = anchor_similarity(source, target)
        self._parts = [(weights.anchors, keys)]
        if vectors is not None:
            self._parts.append((weights.vectors, vectors))
        self._nearest = weights.nearest

    def of(self, a: int, b: int) -> Matrix:
        """The weighted sum of margins between windows of a source and b target sentences."""
        total: Matrix = np.float32(0)  # type: ignore[assignment]
        for weight, (left, right) in self._parts:
            u, v = _unit_windows(left, a), _unit_windows(right, b)
            near_u = _mean_nearest(u @ _unit_windows(right, 1).T, self._nearest)
            near_v = _mean_nearest(v @ _unit_windows(left, 1).T, self._nearest)
            total = total + weight * (u @ v.T - (near_u[:, None] + near_v[None, :]) / 2)
        return total


def _windows(values: Matrix, size: int) -> Matrix:
    """Sums of `size` neighbouring values (rows of a matrix), one for each start."""
    count = len(values) - size + 1
    return sum((values[i : i + count] for i in range(size)), np.float32(0))  # type: ignore[return-value]


def _unit_windows(rows: Matrix, size: int) -> Matrix:
    summed = _windows(rows, size)
    return summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9)


def _mean_nearest(cosines: Matrix, count: int) -> Matrix:
    count = min(count, cosines.shape[1])
    nearest = np.partition(cosines, cosines.shape[1] - count, axis=1)[:, -count:]
    return nearest.mean(axis=1)


def _kinds(sentences: Sequence[Sentence]) -> Matrix:
    """1 for headings: a heading translates a heading."""
    return np.array([s.kind is BlockKind.HEADING for s in sentences], np.float32)


def _mismatch(left: Matrix, right: Matrix, a: int, b: int) -> Matrix:
    """How far the share of headings differs between the windows, 0 to 1."""
    return np.abs(_windows(left, a)[:, None] / a - _windows(right, b)[None, :] / b)


def _inner_breaks(breaks: Matrix, size: int) -> Matrix:
    """How many block boundaries each window of `size` sentences runs over."""
    return _windows(breaks, size) - breaks[: len(breaks) - size + 1]


def _breaks(sentences: Sequence[Sentence]) -> Matrix:
    """1 where a sentence opens a block; 0 throughout when every sentence is its own block."""
    blocks = [s.block for s in sentences]
    if len(set(blocks)) == len(blocks):
        return np.zeros(len(blocks), np.float32)
    return np.array([0] + [x != y for x, y in zip(blocks, blocks[1:], strict=False)], np.float32)
