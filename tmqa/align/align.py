"""Aligns an article: site furniture aside, beads by probability, every sentence in one bead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from tmqa.align import weights
from tmqa.align.embed import BUILT_IN, Embedder, Unavailable, open_embedder
from tmqa.align.search import Found, stated
from tmqa.align.sections import links_of
from tmqa.align.table import table_vectors
from tmqa.align.tiers import unsure
from tmqa.align.windows import Matrix
from tmqa.errors import ConfigError
from tmqa.lexicon import Lexicon
from tmqa.values import WEAK_BEAD, Alignment, Bead, BlockKind, Sentence

Sentences = list[Sentence]

ALIGNERS = ("auto", "embedding", "lexical", "length")


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    aligner: str = "auto",
    embedder: str = BUILT_IN,
    folder: Path | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Alignment, tuple[str, ...]]:
    """The alignment of two sentence lists, with notices about what could not be used.

    `aligner` is "embedding" (sentence vectors; `ConfigError` where they cannot be had),
    "lexical" (shared words, numbers, marks, structure), "length" (lengths only), or "auto": the
    built-in table and vectors where it is unsure, or lexical where there are none.
    `embedder` is "e5-small", or the name or folder of a sentence-transformers model; `folder`
    keeps vectors for the next run; `lexicon` says which words translate each other.
    """
    left = [s for s in source if not s.is_boilerplate]
    right = [s for s in target if not s.is_boilerplate]
    beads = [Bead((s.index,), ()) for s in source if s.is_boilerplate or not right]
    beads += [Bead((), (s.index,)) for s in target if s.is_boilerplate or not left]
    found, name, notices = _aligned(left, right, aligner, embedder, folder, lexicon)
    beads += found
    ordered = paired_headings(reading_order(beads), source, target)
    return Alignment(tuple(source), tuple(target), ordered, name), notices


def _aligned(
    left: Sentences,
    right: Sentences,
    aligner: str,
    embedder: str,
    folder: Path | None,
    lexicon: Lexicon | None,
) -> tuple[list[Bead], str, tuple[str, ...]]:
    """The beads by the best evidence there is, what it is called, and notices."""
    notices: tuple[str, ...] = ()
    if aligner in ("auto", "embedding"):
        try:
            model = open_embedder(embedder, folder)
            if aligner == "auto" and embedder == BUILT_IN:
                return _by_tiers(left, right, model, lexicon), f"{model.name}+table", ()
            return _by_vectors(left, right, model, lexicon), model.name, ()
        except Unavailable as reason:
            if aligner == "embedding":
                raise ConfigError(
                    "--aligner embedding", str(reason), "use --aligner auto or another --embedder"
                ) from None
            aligner, notices = "lexical", (f"aligned without sentence vectors: {reason}",)
    return _by_model(left, right, aligner, None, lexicon), aligner, notices


def _by_tiers(
    left: Sentences, right: Sentences, model: Embedder, lexicon: Lexicon | None
) -> list[Bead]:
    """Beads by the table's vectors where those are sure, else by the model's."""
    if not left or not right:
        return []
    table = weights.load("table")
    found = links_of(left, right, _table_of(left, right), table, lexicon=lexicon)
    beads = _beads(found, left, right, table)
    rest = [
        [s for s, again in zip(side, mask, strict=True) if again]
        for side, mask in zip((left, right), unsure(found), strict=True)
    ]
    if not all(rest):
        return beads
    sources, targets = ({s.index for s in side} for side in rest)
    kept = [b for b in beads if sources.isdisjoint(b.source) and targets.isdisjoint(b.target)]
    return kept + _by_vectors(rest[0], rest[1], model, lexicon)


def _table_of(left: Sentences, right: Sentences) -> tuple[Matrix, Matrix]:
    return table_vectors([s.text for s in left]), table_vectors([s.text for s in right])


def _by_vectors(
    left: Sentences, right: Sentences, model: Embedder, lexicon: Lexicon | None
) -> list[Bead]:
    vectors = (
        model.vectors([s.text for s in left], "en"),
        model.vectors([s.text for s in right], "ka"),
    )
    return _by_model(left, right, "vectors", vectors, lexicon)


def _by_model(
    left: Sentences,
    right: Sentences,
    name: str,
    vectors: tuple[Matrix, Matrix] | None,
    lexicon: Lexicon | None,
) -> list[Bead]:
    """The beads by one kind of evidence and its weights."""
    if not left or not right:
        return []
    model = weights.load(name)
    found = links_of(left, right, vectors, model, name != "length", lexicon)
    return _beads(found, left, right, model)


def _beads(found: Found, left: Sentences, right: Sentences, model: weights.Model) -> list[Bead]:
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


def paired_headings(
    beads: Sequence[Bead], source: Sequence[Sentence], target: Sequence[Sentence]
) -> tuple[Bead, ...]:
    """The beads in reading order, where two headings alone between pairs are each other's.

    Headings are rendered so freely that nothing else tells that they belong together.
    """
    headings = [
        frozenset(s.index for s in side if s.kind is BlockKind.HEADING) for side in (source, target)
    ]
    kept: list[Bead] = []
    for bead, after in zip_longest(beads, beads[1:]):
        last = kept[-1] if kept else None
        before = kept[-2] if len(kept) > 1 else None
        if (
            last
            and len(last.source) + len(bead.source) == len(last.target) + len(bead.target) == 1
            and headings[0].issuperset(last.source + bead.source)
            and headings[1].issuperset(last.target + bead.target)
            and all(other is None or (other.source and other.target) for other in (before, after))
        ):
            kept[-1] = Bead(last.source + bead.source, last.target + bead.target, WEAK_BEAD)
        else:
            kept.append(bead)
    return tuple(kept)


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
