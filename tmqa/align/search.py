"""The best beads for given scores: dynamic programming, then a pass for moved passages.

The first pass is monotone. Translated articles sometimes swap passages, so what it leaves
unaligned on both sides is tried pairwise with the same programme; a block that gains clearly is
taken out of order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Scores = Mapping[tuple[int, int], Matrix]

# From the development half of the news data: below WEAK a bead may be given up for a moved
# passage, which must gain GAIN to be believed.
WEAK = 0.20
GAIN = 0.05
MAX_MOVES = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A bead found by the search: half-open source and target ranges, and its score."""

    source: tuple[int, int]
    target: tuple[int, int]
    score: float


def best_links(scores: Scores, rows: int, columns: int) -> list[Link]:
    """The links of the best alignment in source order; sentences in no link are null beads."""
    links = _monotone(scores, (0, rows), (0, columns))
    strong = [link for link in links if link.score >= WEAK]
    weak = [link for link in links if link.score < WEAK]
    moved: list[Link] = []
    for _ in range(MAX_MOVES):
        found = _best_move(scores, strong + moved, rows, columns)
        if found is None:
            break
        moved += found
    kept = strong + moved
    kept += [link for link in weak if not any(_overlap(link, other) for other in kept)]
    return sorted(kept, key=lambda link: link.source)


def _overlap(left: Link, right: Link) -> bool:
    return _meet(left.source, right.source) or _meet(left.target, right.target)


def _meet(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _best_move(scores: Scores, links: list[Link], rows: int, columns: int) -> list[Link] | None:
    """The links of the pair of unaligned runs that gains most, if it gains enough."""
    best: list[Link] | None = None
    gain = GAIN
    for source in _free_runs([link.source for link in links], rows):
        for target in _free_runs([link.target for link in links], columns):
            found = _monotone(scores, source, target)
            total = sum(link.score for link in found)
            if total > gain:
                best, gain = found, total
    return best


def _free_runs(taken: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    runs, start = [], 0
    for begin, end in sorted(taken):
        if begin > start:
            runs.append((start, begin))
        start = max(start, end)
    if start < length:
        runs.append((start, length))
    return runs


def _monotone(scores: Scores, source: tuple[int, int], target: tuple[int, int]) -> list[Link]:
    """The best monotone links between two ranges; skipping a sentence costs nothing."""
    (top, bottom), (left, right) = source, target
    rows, columns = bottom - top, right - left
    table = np.zeros((rows + 1, columns + 1), np.float32)
    for i in range(1, rows + 1):
        row = table[i - 1].copy()
        for (a, b), matrix in scores.items():
            if a <= i and b <= columns:
                gained = table[i - a, : columns + 1 - b] + matrix[top + i, left + b : right + 1]
                np.maximum(row[b:], gained, out=row[b:])
        table[i] = np.maximum.accumulate(row)
    links = []
    i, j = rows, columns
    while i and j:
        if table[i, j] == table[i, j - 1]:
            j -= 1
        elif table[i, j] == table[i - 1, j]:
            i -= 1
        else:
            link = _arriving(scores, table, (i, j), (top, left))
            links.append(link)
            i, j = link.source[0] - top, link.target[0] - left
    return links[::-1]


def _arriving(
    scores: Scores, table: Matrix, cell: tuple[int, int], origin: tuple[int, int]
) -> Link:
    """The bead by which the best path enters the cell."""
    (i, j), (top, left) = cell, origin
    options = [
        (float(table[i - a, j - b] + matrix[top + i, left + j]), a, b)
        for (a, b), matrix in scores.items()
        if a <= i and b <= j
    ]
    _, a, b = max(options)
    score = float(scores[a, b][top + i, left + j])
    return Link((top + i - a, top + i), (left + j - b, left + j), score)
