"""Aligns an article: site furniture aside, beads by probability, every sentence in one bead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmqa.align import weights
from tmqa.align.embed import BUILT_IN, Unavailable, open_embedder
from tmqa.align.search import Found, stated
from tmqa.align.sections import links_of
from tmqa.align.windows import Matrix
from tmqa.errors import ConfigError
from tmqa.values import Alignment, Bead, Sentence

ALIGNERS = ("auto", "embedding", "lexical", "length")


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    aligner: str = "auto",
    embedder: str = BUILT_IN,
    folder: Path | None = None,
) -> tuple[Alignment, tuple[str, ...]]:
    """The alignment of two sentence lists, with notices about what could not be used.

    `aligner` is "embedding" (sentence vectors; `ConfigError` where they cannot be had),
    "lexical" (shared words, numbers, marks, structure), "length" (lengths only), or "auto":
    vectors where they can be had, else lexical. `embedder` is "e5-small", or the name or folder
    of a sentence-transformers model; `folder` keeps vectors for the next run.
    """
    left = [s for s in source if not s.is_boilerplate]
    right = [s for s in target if not s.is_boilerplate]
    vectors, name, notices = _vectors(left, right, aligner, embedder, folder)
    beads = [Bead((s.index,), ()) for s in source if s.is_boilerplate or not right]
    beads += [Bead((), (s.index,)) for s in target if s.is_boilerplate or not left]
    if left and right:
        model = weights.load("vectors" if vectors is not None else name)
        found = links_of(left, right, vectors, model, words=name != "length")
        beads += _beads(found, left, right, model)
    return Alignment(tuple(source), tuple(target), reading_order(beads), name), notices


def _vectors(
    left: list[Sentence], right: list[Sentence], aligner: str, embedder: str, folder: Path | None
) -> tuple[tuple[Matrix, Matrix] | None, str, tuple[str, ...]]:
    """The vectors of both sides where they are wanted and can be had, a name, and notices."""
    if aligner in ("lexical", "length"):
        return None, aligner, ()
    try:
        model = open_embedder(embedder, folder)
        vectors = (
            model.vectors([s.text for s in left], "en"),
            model.vectors([s.text for s in right], "ka"),
        )
    except Unavailable as reason:
        if aligner == "embedding":
            raise ConfigError(
                "--aligner embedding", str(reason), "use --aligner auto or another --embedder"
            ) from None
        return None, "lexical", (f"aligned without sentence vectors: {reason}",)
    return vectors, model.name, ()


def _beads(
    found: Found, left: list[Sentence], right: list[Sentence], model: weights.Model
) -> list[Bead]:
    """The links as beads, and a null bead for every other sentence, each with its confidence."""
    beads = [
        Bead(
            tuple(s.index for s in left[slice(*link.source)]),
            tuple(s.index for s in right[slice(*link.target)]),
            stated(link.probability, model.bead),
        )
        for link in found.links
    ]
    linked_left = {i for bead in beads for i in bead.source}
    linked_right = {j for bead in beads for j in bead.target}
    beads += [
        Bead((s.index,), (), stated(float(p), model.null))
        for s, p in zip(left, found.null_source, strict=True)
        if s.index not in linked_left
    ]
    beads += [
        Bead((), (s.index,), stated(float(p), model.null))
        for s, p in zip(right, found.null_target, strict=True)
        if s.index not in linked_right
    ]
    return beads


def reading_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """The beads in source order; an addition follows the bead of the target sentence before it."""
    additions = {bead.target[0]: bead for bead in beads if not bead.source}
    ordered: list[Bead] = []

    def take_additions(after: int) -> None:
        while (bead := additions.pop(after + 1, None)) is not None:
            ordered.append(bead)
            after = bead.target[-1]

    take_additions(-1)
    for bead in sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source):
        ordered.append(bead)
        if bead.target:
            take_additions(bead.target[-1])
    return tuple(ordered)
