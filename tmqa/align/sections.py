"""Long articles and books, aligned section by section in bounded memory.

The lattice costs time and memory by the product of both lengths. Beyond `MOST_CELLS` a window
walks through both sides and each time keeps its sure beginning, so that the whole costs time by
its length. Where the window finds nothing to go by, as at a chapter that one side lacks, it looks
far ahead on either side in turn; gaps of up to 2,000 sentences are bridged. A passage that moved
farther than a window is an omission and an addition then.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from tmqa.align.features import Evidence
from tmqa.align.moves import Range
from tmqa.align.search import Found, Link, best_links
from tmqa.align.weights import Model
from tmqa.align.windows import Matrix
from tmqa.lexicon import Lexicon
from tmqa.values import Sentence

# An article is aligned as a whole up to this product of its lengths: 2.7 s and 215 MB at 1,000 x
# 1,000 sentences, 11 s and 700 MB at 2,000 x 2,000 (vectors, one core).
MOST_CELLS = 1_000_000
# Sentences of a walking window on either side, and of one that looks far ahead.
WINDOW = 400
_AHEAD = MOST_CELLS // WINDOW
# What is kept of a window ends at two neighbouring 1-1 beads at least this probable, where half the
# sentences around, so many on either hand, begin such a bead. Where the sides have nothing to do
# with each other, one sentence in twenty does.
_SURE = 0.95
_COMPANY = 8

Place = tuple[Range, Range]


def links_of(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    vectors: tuple[Matrix, Matrix] | None,
    model: Model,
    words: bool = True,
    lexicon: Lexicon | None = None,
) -> Found:
    """The beads of two sentence lists of any length, neither of them empty.

    `vectors` are unit rows, a row a sentence; without `words` only lengths count; `lexicon` says
    which words translate each other.
    """
    return _Whole(source, target, vectors, model, words, lexicon).links()


class _Whole:
    """Both sides of an article with their vectors, of which any section can be aligned."""

    def __init__(
        self,
        source: Sequence[Sentence],
        target: Sequence[Sentence],
        vectors: tuple[Matrix, Matrix] | None,
        model: Model,
        words: bool,
        lexicon: Lexicon | None,
    ) -> None:
        self._sides = (source, target)
        self._vectors = vectors
        self._model = model
        self._words = words
        self._lexicon = lexicon

    def links(self) -> Found:
        whole = ((0, len(self._sides[0])), (0, len(self._sides[1])))
        return self._section(whole) if _is_short(whole) else _joined(list(self._walk(whole)))

    def _section(self, place: Place) -> Found:
        """The beads of a section, counted from its beginning."""
        (i, end_i), (j, end_j) = place
        if i == end_i or j == end_j:
            return Found((), np.ones(end_i - i, np.float32), np.ones(end_j - j, np.float32))
        vectors = self._vectors and (self._vectors[0][i:end_i], self._vectors[1][j:end_j])
        source, target = self._sides[0][i:end_i], self._sides[1][j:end_j]
        evidence = Evidence(source, target, vectors, self._words, self._lexicon)
        return best_links(evidence, self._model, moves=self._words)

    def _walk(self, whole: Place) -> Iterator[tuple[Place, Found]]:
        """Sections that make up the whole, each the sure beginning of a window."""
        (i, end_i), (j, end_j) = whole
        while not _is_short(((i, end_i), (j, end_j))):
            found, end = self._window((i, j), (WINDOW, WINDOW))
            for size in ((_AHEAD, WINDOW), (WINDOW, _AHEAD)):
                if end is None:
                    ahead, end = self._window((i, j), size)
                    found = ahead if end else found
            x, y = end or _share(end_i - i, end_j - j)
            yield ((i, i + x), (j, j + y)), _beginning(found, x, y)
            i, j = i + x, j + y
        rest = ((i, end_i), (j, end_j))
        yield rest, self._section(rest)

    def _window(
        self, start: tuple[int, int], size: tuple[int, int]
    ) -> tuple[Found, tuple[int, int] | None]:
        """The beads of the window at a place, and its sure end where there is one."""
        (i, j), (rows, columns) = start, size
        place = (
            (i, min(i + rows, len(self._sides[0]))),
            (j, min(j + columns, len(self._sides[1]))),
        )
        found = self._section(place)
        return found, _sure_end(found, size)


def _is_short(place: Place) -> bool:
    (i, end_i), (j, end_j) = place
    return (end_i - i) * (end_j - j) <= MOST_CELLS


def _sure_end(found: Found, size: tuple[int, int]) -> tuple[int, int] | None:
    """The place between two sure neighbouring 1-1 beads where to end a window of this size.

    It is not in the last quarter, where partners may lie beyond the window, far enough to go
    forward, and among sure beads. Of several, the last one that parts the fewest moved beads. A
    window with an empty side is done as a whole.
    """
    sizes = len(found.null_source), len(found.null_target)
    if not min(sizes):
        return sizes
    moved = [link for link in found.links if link.moved]
    straight = [link for link in found.links if not link.moved]
    sure = [link.source[0] for link in straight if link.probability >= _SURE]
    ends = [
        (sum(_parted(link, *after.start) for link in moved), -max(after.start), after.start)
        for before, after in pairwise(straight)
        if max(after.start) >= WINDOW // 2
        and all(4 * place <= 3 * most for place, most in zip(after.start, size, strict=True))
        and min(before.probability, after.probability) >= _SURE
        and _is_one_to_one(before)
        and _is_one_to_one(after)
        and before.end == after.start
        and _near(sure, after.source[0]) >= _COMPANY
    ]
    return min(ends)[2] if ends else None


def _near(places: Sequence[int], place: int) -> int:
    """How many of the sorted places are within `_COMPANY` of one."""
    return bisect_left(places, place + _COMPANY) - bisect_left(places, place - _COMPANY)


def _is_one_to_one(link: Link) -> bool:
    return (link.end[0] - link.start[0], link.end[1] - link.start[1]) == (1, 1)


def _parted(link: Link, x: int, y: int) -> bool:
    """True when a cut leaves the bead's source on one side and its target on the other."""
    return (link.source[0] < x) != (link.target[0] < y)


def _share(source: int, target: int) -> tuple[int, int]:
    """Half a window on the longer side and as large a share of the other: a cut by length."""
    step = WINDOW // 2
    longer = max(source, target)
    return -(-step * source // longer), -(-step * target // longer)


def _beginning(found: Found, x: int, y: int) -> Found:
    """What was found in the first `x` source and `y` target sentences."""
    links = tuple(link for link in found.links if link.source[1] <= x and link.target[1] <= y)
    return Found(links, found.null_source[:x], found.null_target[:y])


def _joined(parts: Sequence[tuple[Place, Found]]) -> Found:
    """One result out of those of neighbouring sections."""
    links = [
        replace(
            link,
            source=(link.source[0] + i, link.source[1] + i),
            target=(link.target[0] + j, link.target[1] + j),
        )
        for ((i, _), (j, _)), found in parts
        for link in found.links
    ]
    return Found(
        tuple(links),
        np.concatenate([found.null_source for _, found in parts]),
        np.concatenate([found.null_target for _, found in parts]),
    )
