"""Passages that stand elsewhere in the translation: blocks of beads out of order.

Translated articles sometimes swap passages. What the best monotone alignment leaves alone on
both sides, weak beads included, is aligned run by run; a block is taken out of order when the
whole then gains more than a move costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from tmqa.align.lattice import Gains, Shape, best_path, part, without

Range = tuple[int, int]
Block = tuple[Range, Range]
Path = list[tuple[Shape, int, int]]

# Log-odds. Strict F1 on swapped passages, two-fold over the development documents: COST 4 .978,
# 5 .978, 6 .978, 8 .970; WEAK 0 .969, 2 .972, 4 .978, 6 .977.
WEAK = 4.0
COST = 5.0
# What a block of a single bead costs more. With vectors any surcharge loses: 0 .973, 2 .970, 4
# .964. Without, 2 costs nothing (.917), and keeps single accidental words from moving sentences.
LONE_WITHOUT_VECTORS = 2.0
# Moves within so many sentences cost no more, as in the short documents that set COST. Without
# this, 20 lone sentences of a noisy article of 2,000 found a partner far away (omission F1 .953 to
# .892).
NEAR = 20
_ROUNDS = 4
_TRIES = 6


def moved_blocks(gains: Gains, lone: float = 0.0) -> tuple[list[Block], Gains]:
    """The blocks to align out of order, and the scores of the rest.

    `lone` is what a block of a single bead costs beyond `COST`.
    """
    blocks: list[Block] = []
    value, path = best_path(gains)
    for _ in range(_ROUNDS):
        candidates = _candidates(gains, path, blocks, lone)
        chosen = _sure(candidates, gains, path) or _tried(candidates, gains, value)
        if not chosen:
            break
        for block in chosen:
            gains = without(gains, *block)
        blocks += chosen
        value, path = best_path(gains)
    return blocks, gains


def _sure(candidates: Sequence[tuple[float, Block]], gains: Gains, path: Path) -> list[Block]:
    """Blocks, clear of each other, that gain more than all the beads lose which they displace."""
    chosen: list[Block] = []
    for found, block in candidates:
        if any(_meet(block, other) for other in chosen):
            continue
        lost = sum(
            float(gains[a, b][i, j])
            for (a, b), i, j in path
            if _meet(block, ((i - a, i), (j - b, j)))
        )
        if found > lost:
            chosen.append(block)
    return chosen


def _tried(candidates: Sequence[tuple[float, Block]], gains: Gains, value: float) -> list[Block]:
    """The first block that pays when the rest is aligned anew."""
    for found, block in candidates[:_TRIES]:
        if found + best_path(without(gains, *block))[0] > value:
            return [block]
    return []


def _meet(block: Block, other: Block) -> bool:
    return any(
        mine[0] < theirs[1] and theirs[0] < mine[1]
        for mine, theirs in zip(block, other, strict=True)
    )


def _candidates(
    gains: Gains, path: Path, blocks: Sequence[Block], lone: float
) -> list[tuple[float, Block]]:
    """Blocks that gain more than a move costs, the best net gain first, trimmed to their beads."""
    rows, columns = next(iter(gains.values())).shape
    taken = (np.zeros(rows - 1, bool), np.zeros(columns - 1, bool))
    for source, target in blocks:
        taken[0][slice(*source)] = True
        taken[1][slice(*target)] = True
    for (a, b), i, j in path:
        if gains[a, b][i, j] >= WEAK:
            taken[0][i - a : i] = True
            taken[1][j - b : j] = True
    runs = tuple(_free_runs(side) for side in taken)
    found = []
    for left, right in _promising(gains, taken, runs):
        source, target = runs[0][left], runs[1][right]
        value, inner = best_path(part(gains, source, target))
        value -= COST + lone * (len(inner) == 1)
        if value > 0:
            (a, b), i, j = inner[0]
            _, last_i, last_j = inner[-1]
            block = (
                (source[0] + i - a, source[0] + last_i),
                (target[0] + j - b, target[0] + last_j),
            )
            value -= _distance_cost(block, path)
            if value > 0:
                found.append((value, block))
    return sorted(found, reverse=True)


def _distance_cost(block: Block, path: Path) -> float:
    """What a block costs for standing far from where the text around it went.

    There are as many places for a block as sentences within reach, for both of its sides.
    """
    (start, _), (there, _) = block
    here = max((j for _, i, j in path if i <= start), default=0)
    return 2 * max(0.0, log(max(abs(there - here), 1) / NEAR))


def _promising(
    gains: Gains, taken: tuple[NDArray[np.bool_], ...], runs: tuple[list[Range], ...]
) -> list[tuple[int, int]]:
    """Pairs of runs whose positive scores sum to more than a move costs."""
    number = [
        np.searchsorted([start for start, _ in side], np.arange(len(free)), side="right") - 1
        for side, free in zip(runs, taken, strict=True)
    ]
    sums = np.zeros((len(runs[0]) + 1, len(runs[1]) + 1))
    for (a, b), matrix in gains.items():
        i, j = np.nonzero(matrix > 0)
        whole = np.ones(len(i), bool)
        for side, end, size in ((0, i, a), (1, j, b)):
            for back in range(1, size + 1):
                whole &= ~taken[side][end - back]
        i, j = i[whole], j[whole]
        same = (number[0][i - a] == number[0][i - 1]) & (number[1][j - b] == number[1][j - 1])
        i, j = i[same], j[same]
        np.add.at(sums, (number[0][i - 1], number[1][j - 1]), matrix[i, j])
    return [(int(left), int(right)) for left, right in zip(*np.nonzero(sums > COST), strict=True)]


def _free_runs(taken: NDArray[np.bool_]) -> list[Range]:
    edges = np.flatnonzero(np.diff(np.concatenate([[True], taken, [True]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
