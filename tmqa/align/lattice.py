"""All monotone alignments at once: their total weight, the best one, and each bead's share.

A path through the lattice is a sequence of beads, source nulls and target nulls. Scores are
logarithms of weights and count the gain of a bead over leaving its sentences alone, so that a
null bead scores 0. In a gap the source nulls come first, so that every alignment is exactly one
path. Arrays may have leading batch axes; matrices hold at [..., i, j] the bead that *ends*
before source sentence i and target sentence j.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Shape = tuple[int, int]
Table = NDArray[np.float64]
Gains = Mapping[Shape, NDArray[np.float32]]


def posteriors(gains: Gains) -> tuple[dict[Shape, NDArray[np.float32]], Table]:
    """The probability of every bead among all alignments, and the log of their total weight.

    The forward-backward algorithm (Rabiner 1989), row by row; along a row, target nulls are a
    running sum in the logarithm's domain.
    """
    so_far, rest = _forward(gains), _backward(gains)
    total: Table = so_far[..., -1, -1]
    found = {}
    for (a, b), scores in gains.items():
        share = np.zeros_like(scores)
        for i in range(a, scores.shape[-2]):
            logs = so_far[..., i - a, : scores.shape[-1] - b] + scores[..., i, b:]
            logs += rest[..., i, b:] - total[..., None]
            share[..., i, b:] = np.exp(np.minimum(logs, 0))
        found[a, b] = share
    return found, total


def _forward(gains: Gains) -> Table:
    """The log weight of all paths from the beginning to each cell."""
    table, columns = _empty(gains)
    table[..., 0, :] = 0
    fresh = np.full_like(table[..., 0, :], -np.inf)
    fresh[..., 0] = 0
    for i in range(1, table.shape[-2]):
        for (a, b), scores in gains.items():
            if a <= i:
                entering = table[..., i - a, : columns - b] + scores[..., i, b:]
                np.logaddexp(fresh[..., b:], entering, out=fresh[..., b:])
        table[..., i, :] = np.logaddexp.accumulate(fresh, axis=-1)
    return table


def _backward(gains: Gains) -> Table:
    """The log weight of all paths from each cell, a target null not being the last step."""
    table, columns = _empty(gains)
    last = table.shape[-2] - 1
    for i in range(last, -1, -1):
        leaving = np.full_like(table[..., 0, :], -np.inf)
        if i == last:
            leaving[..., -1] = 0
        for (a, b), scores in gains.items():
            if i + a <= last:
                value = scores[..., i + a, b:] + table[..., i + a, b:]
                np.logaddexp(leaving[..., : columns - b], value, out=leaving[..., : columns - b])
        row = np.logaddexp.accumulate(leaving[..., ::-1], axis=-1)[..., ::-1]
        table[..., i, :] = np.logaddexp(row, table[..., i + 1, :]) if i < last else row
    return table


def _empty(gains: Gains) -> tuple[Table, int]:
    shape = next(iter(gains.values())).shape
    return np.full(shape, -np.inf), shape[-1]


def best_path(gains: Gains) -> tuple[float, list[tuple[Shape, int, int]]]:
    """The sum and the beads (shape, end row, end column) of the path that gains most.

    A bead is taken only when it gains something.
    """
    rows, columns = next(iter(gains.values())).shape
    table = np.zeros((rows, columns))
    for i in range(1, rows):
        row = table[i - 1].copy()
        for (a, b), matrix in gains.items():
            if a <= i:
                np.maximum(row[b:], table[i - a, : columns - b] + matrix[i, b:], out=row[b:])
        table[i] = np.maximum.accumulate(row)
    path = []
    i, j = rows - 1, columns - 1
    while i and j:
        if table[i, j] == table[i, j - 1]:
            j -= 1
        elif table[i, j] == table[i - 1, j]:
            i -= 1
        else:
            _, a, b = max(
                (float(table[i - a, j - b] + matrix[i, j]), a, b)
                for (a, b), matrix in gains.items()
                if a <= i and b <= j
            )
            path.append(((a, b), i, j))
            i, j = i - a, j - b
    return float(table[-1, -1]), path[::-1]


def part(gains: Gains, source: tuple[int, int], target: tuple[int, int]) -> Gains:
    """The scores of the beads that lie within both ranges, as a lattice of its own."""
    found = {}
    for (a, b), matrix in gains.items():
        if source[1] - source[0] < a or target[1] - target[0] < b:
            continue
        inner = matrix[source[0] : source[1] + 1, target[0] : target[1] + 1].copy()
        inner[:a] = -np.inf
        inner[:, :b] = -np.inf
        found[a, b] = inner
    return found


def without(gains: Gains, source: tuple[int, int], target: tuple[int, int]) -> Gains:
    """The scores with every bead forbidden that touches one of the ranges."""
    found = {}
    for (a, b), matrix in gains.items():
        rest = matrix.copy()
        rest[source[0] + 1 : source[1] + a] = -np.inf
        rest[:, target[0] + 1 : target[1] + b] = -np.inf
        found[a, b] = rest
    return found
