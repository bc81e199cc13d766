"""The beads of an article: from features to gains, moved blocks, probabilities, decisions.

Scores are the logarithms of a conditional random field over alignments. What is decided in the
end is not the likeliest alignment as a whole but each bead by its probability among all
alignments, which is also its confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from tmqa.align.features import Evidence
from tmqa.align.lattice import Gains, Shape, best_path, part, posteriors
from tmqa.align.moves import LONE_WITHOUT_VECTORS, Range, moved_blocks
from tmqa.align.side import Side
from tmqa.align.weights import Curve, Model

Matrix = NDArray[np.float32]

# One sentence left on each side between two beads is a pair already at this probability: an
# omission just where something was added is rarer than a free or faulty translation, and the
# stated confidence says how sure that is. Two-fold over the development documents: false omissions
# in 975 clean sentences 1 to 0 (without vectors 3 to 0), in noisy ones 16 to 8; strict F1 on hard
# .975 to .973.
_LEAST_LONE = 0.01

# Logarithms of ordinary shares of null sentences and of beads other than 1-1 in an article.
_ORDINARY_NULLS, _ORDINARY_MANY = -2.0, -2.5


@dataclass(frozen=True, slots=True)
class Link:
    """A bead: half-open source and target ranges, its probability, whether it is out of order."""

    source: Range
    target: Range
    probability: float
    moved: bool = False

    @property
    def start(self) -> tuple[int, int]:
        """Where the bead begins in source and target."""
        return self.source[0], self.target[0]

    @property
    def end(self) -> tuple[int, int]:
        """Where the bead ends in source and target."""
        return self.source[1], self.target[1]


@dataclass(frozen=True, slots=True)
class Found:
    """The links in source order and, for every sentence, the probability that it has none."""

    links: tuple[Link, ...]
    null_source: Matrix
    null_target: Matrix


def best_links(evidence: Evidence, model: Model, moves: bool = True) -> Found:
    """The beads of two sentence lists, neither of them empty."""
    gains = bead_gains(evidence, model)
    lone = 0.0 if evidence.has_vectors else LONE_WITHOUT_VECTORS
    blocks, rest = moved_blocks(gains, lone) if moves else ([], gains)
    areas = [(block, part(gains, *block)) for block in blocks]
    rows, columns = next(iter(gains.values())).shape
    areas.append((((0, rows - 1), (0, columns - 1)), rest))
    areas = list(_with_rates(areas, rows + columns - 2, model))
    links: list[Link] = []
    alone = (np.ones(rows - 1, np.float32), np.ones(columns - 1, np.float32))
    for place, scores in areas:
        likely, _ = posteriors(scores)
        for shape, probability in likely.items():
            for side in (0, 1):
                covered = _covered(probability.sum(1 - side), shape[side])
                alone[side][slice(*place[side])] -= covered
        nulls = [alone[side][slice(*place[side])] for side in (0, 1)]
        for (a, b), i, j in best_path(
            {shape: _value(p, shape, nulls) for shape, p in likely.items()}
        )[1]:
            i, j, share = i + place[0][0], j + place[1][0], float(likely[a, b][i, j])
            links.append(Link((i - a, i), (j - b, j), share, place in blocks))
    links.sort(key=lambda link: link.source)
    return Found(
        tuple(_with_lone_gaps(links, likely, (rows - 1, columns - 1))),
        np.clip(alone[0], 0, 1),
        np.clip(alone[1], 0, 1),
    )


def _value(probability: Matrix, shape: Shape, nulls: Sequence[Matrix]) -> Matrix:
    """How much likelier a bead is than that its sentences, on average, have no partner.

    Two-fold over the development documents as good as any fixed threshold: strict F1 noisy .991
    (at 0.35 .991), hard .975 (.973), without vectors .978 (.980) and .916 (.917).
    """
    a, b = shape
    value = np.full_like(probability, -1)
    alone = (_windows(nulls[0], a)[:, None] + _windows(nulls[1], b)[None, :]) / (a + b)
    value[a:, b:] = np.where(probability[a:, b:] > 0, probability[a:, b:] - alone, -1)
    return value


def _windows(values: Matrix, size: int) -> Matrix:
    """Sums of `size` neighbouring values."""
    total = _running(values)
    return (total[size:] - total[:-size]).astype(np.float32)


def _with_lone_gaps(
    links: list[Link], likely: Mapping[Shape, Matrix], sizes: tuple[int, int]
) -> list[Link]:
    """The links with a 1-1 bead where just one sentence a side is left between two neighbours."""
    start, end = Link((0, 0), (0, 0), 1.0), Link((sizes[0],) * 2, (sizes[1],) * 2, 1.0)
    found = []
    for before, after in zip([start, *links], [*links, end], strict=True):
        i, j = after.source[0], after.target[0]
        if (before.source[1], before.target[1]) == (i - 1, j - 1):
            share = float(likely[1, 1][i, j])
            if share >= _LEAST_LONE:
                found.append(Link((i - 1, i), (j - 1, j), share))
        found.append(after)
    return found[:-1]


def bead_gains(evidence: Evidence, model: Model) -> Gains:
    """The score of every bead over that of leaving its sentences without partner."""
    nulls = [
        _running(sum((model.weight(name) * values for name, values in side.items()), start=0.0))
        for side in evidence.nulls()
    ]
    gains = {}
    for a, b in evidence.shapes():
        matrix = np.full([len(side) for side in nulls], -np.inf, np.float32)
        total = np.full([len(side) - n for side, n in zip(nulls, (a, b), strict=True)],
                        model.weight(f"shape.{shape_class((a, b))}"), np.float32)  # fmt: skip
        for name, values in evidence.beads((a, b)):
            if weight := model.weight(name):
                total += np.float32(weight) * values
        total -= (nulls[0][a:] - nulls[0][:-a])[:, None] + (nulls[1][b:] - nulls[1][:-b])[None, :]
        matrix[a:, b:] = total
        # Furniture set aside between two sentences parts them.
        matrix[a:][_apart(evidence.left, a)] = -np.inf
        matrix[:, b:][:, _apart(evidence.right, b)] = -np.inf
        gains[a, b] = matrix
    return gains


def _apart(side: Side, size: int) -> NDArray[np.bool_]:
    """Which windows of `size` sentences are not in one piece in the article."""
    index = np.array([s.index for s in side.sentences])
    apart: NDArray[np.bool_] = index[size - 1 :] - index[: len(index) - size + 1] >= size
    return apart


def shape_class(shape: Shape) -> str:
    """Shapes that share a prior: "one", "two", "three" (sentences on the longer side), "cross"."""
    return "cross" if min(shape) > 1 else ("", "one", "two", "three")[max(shape)]


def stated(probability: float, curve: Curve) -> float:
    """The confidence to state: the share of beads of this probability that were right."""
    return round(1 / (1 + exp(-(curve.slope * log_odds(probability) + curve.shift))), 3)


def log_odds(probability: float) -> float:
    """The log-odds of a probability, which is held between 0.0001 and 0.9999."""
    held = min(max(probability, 1e-4), 1 - 1e-4)
    return log(held / (1 - held))


def _with_rates(
    areas: list[tuple[tuple[Range, Range], Gains]], sentences: int, model: Model
) -> Iterator[tuple[tuple[Range, Range], Gains]]:
    """The areas with scores that know how much this article leaves out or regroups.

    In an article where all else is 1-1, a lone gap on both sides is rather a free translation;
    in one full of gaps it is rather a gap. Two-fold over the development documents this takes
    false omissions in clean articles from 3 to 1 and strict F1 on hard from .975 to .978.
    """
    covered = many = 0.0
    for _, gains in areas:
        for shape, probability in posteriors(gains)[0].items():
            total = float(probability.sum(dtype=np.float64))
            covered += total * sum(shape)
            many += total * (shape != (1, 1))
    nulls = max(sentences - covered, 0.0)
    of_beads, of_nulls = rate_scores(nulls, many, sentences, model)
    for place, gains in areas:
        yield (
            place,
            {
                shape: matrix + np.float32(of_beads * (shape != (1, 1)) - of_nulls * sum(shape))
                for shape, matrix in gains.items()
            },
        )


def rates(nulls: float, many: float, sentences: int) -> tuple[float, float]:
    """How far the shares of nulls and of beads other than 1-1 are from ordinary, as logarithms."""
    return (
        float(np.log((nulls + 1) / sentences) - _ORDINARY_NULLS),
        float(np.log((many + 1) / sentences) - _ORDINARY_MANY),
    )


def rate_scores(nulls: float, many: float, sentences: int, model: Model) -> tuple[float, float]:
    """What the article's rates add to a bead other than 1-1 and to a null sentence."""
    of_nulls, of_many = rates(nulls, many, sentences)
    return (
        model.weight("rate.null") * of_nulls + model.weight("rate.many") * of_many,
        model.weight("null.rate.null") * of_nulls + model.weight("null.rate.many") * of_many,
    )


def _covered(ends: Matrix, size: int) -> Matrix:
    """For each sentence the sum over the beads that hold it, from sums by bead end."""
    padded = np.concatenate([ends[1:], np.zeros(size - 1, np.float32)])
    count = len(ends) - 1
    return np.sum([padded[k : k + count] for k in range(size)], axis=0)  # type: ignore[no-any-return]


def _running(values: NDArray[np.float32] | float) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
