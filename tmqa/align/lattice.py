"""All monotone alignments at once: their total weight, the best one, and each bead's share.

A path through the lattice is a sequence of beads, source nulls and target nulls. In a gap the
source nulls come first, so that every alignment is exactly one path. Scores are logarithms of
weights. Arrays may have leading batch axes; matrices hold at [..., i, j] the bead that *ends*
before source sentence i and target sentence j.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Shape = tuple[int, int]
Beads = Mapping[Shape, Scores]


@dataclass(frozen=True)
class Lattice:
    """Bead scores by shape and null scores by sentence."""

    beads: Beads
    left: Scores
    right: Scores

    def posteriors(self) -> tuple[dict[Shape, Scores], Scores]:
        """The probability of every bead among all alignments, and the log of their total weight.

        The forward-backward algorithm (Rabiner 1989), row by row; along a row, target nulls are
        a running sum of logarithms.
        """
        generic = self._forward()
        total = generic[..., -1, -1]
        rest = self._backward()
        found = {}
        for (a, b), scores in self.beads.items():
            share = np.zeros_like(scores)
            inner = generic[..., : generic.shape[-2] - a, : generic.shape[-1] - b]
            logs = inner + scores[..., a:, b:] + rest[..., a:, b:] - total[..., None, None]
            share[..., a:, b:] = np.exp(np.minimum(logs, 0))
            found[a, b] = share
        return found, total

    def _forward(self) -> Scores:
        rows, columns = self.left.shape[-1], self.right.shape[-1]
        skipped = _running(self.right)
        table = np.full((*self.left.shape[:-1], rows + 1, columns + 1), -np.inf)
        table[..., 0, :] = skipped
        fresh = np.full_like(skipped, -np.inf)
        fresh[..., 0] = 0
        for i in range(1, rows + 1):
            fresh = fresh + self.left[..., i - 1, None]
            for (a, b), scores in self.beads.items():
                if a <= i and b <= columns:
                    entering = table[..., i - a, : columns + 1 - b] + scores[..., i, b:]
                    fresh[..., b:] = np.logaddexp(fresh[..., b:], entering)
            table[..., i, :] = np.logaddexp.accumulate(fresh - skipped, axis=-1) + skipped
        return table

    def _backward(self) -> Scores:
        rows, columns = self.left.shape[-1], self.right.shape[-1]
        ahead = _running(self.right[..., ::-1])[..., ::-1]
        table = np.full((*self.left.shape[:-1], rows + 1, columns + 1), -np.inf)
        for i in range(rows, -1, -1):
            leaving = np.full_like(ahead, -np.inf)
            if i == rows:
                leaving[..., -1] = 0
            for (a, b), scores in self.beads.items():
                if i + a <= rows and b <= columns:
                    value = scores[..., i + a, b:] + table[..., i + a, b:]
                    target = leaving[..., : columns + 1 - b]
                    leaving[..., : columns + 1 - b] = np.logaddexp(target, value)
            reverse = (leaving - ahead)[..., ::-1]
            row = np.logaddexp.accumulate(reverse, axis=-1)[..., ::-1] + ahead
            if i < rows:
                row = np.logaddexp(row, self.left[..., i, None] + table[..., i + 1, :])
            table[..., i, :] = row
        return table


def _running(values: Scores) -> Scores:
    """Running sums that begin with 0."""
    start = np.zeros((*values.shape[:-1], 1))
    return np.concatenate([start, np.cumsum(values, axis=-1)], axis=-1)


def best_path(gains: Beads, rows: int, columns: int) -> tuple[float, list[tuple[Shape, int, int]]]:
    """The sum and the beads (shape, end row, end column) of the path with the highest gains.

    Null beads gain nothing, so a bead is taken only when it gains something.
    """
    table = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        row = table[i - 1].copy()
        for (a, b), matrix in gains.items():
            if a <= i and b <= columns:
                np.maximum(row[b:], table[i - a, : columns + 1 - b] + matrix[i, b:], out=row[b:])
        table[i] = np.maximum.accumulate(row)
    path = []
    i, j = rows, columns
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
    return float(table[rows, columns]), path[::-1]
