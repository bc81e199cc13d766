"""Findings and beads as rows, for the formats that are tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa.report._base import bead_numbers
from tmqa.report._places import Places, Region
from tmqa.values import Bead, Location, Review, Sentence

Cell = str | int | float

_SIDE = ("line", "column", "segment", "start", "end", "quote")
FINDING_COLUMNS = (
    *("severity", "confidence", "rule", "category", "message", "suggestions", "fix", "term"),
    *("target_file", *(f"target_{name}" for name in _SIDE), "target_text"),
    *("source_file", *(f"source_{name}" for name in _SIDE), "source_text"),
    *("bead", "bead_score", "weak_bead", "fingerprint"),
)
BEAD_COLUMNS = (
    *("target_file", "bead", "shape", "score", "weak", "moved"),
    *("source_segments", "target_segments", "source_text", "target_text"),
)
# Between suggestions; no Georgian wording holds it.
SEPARATOR = " | "


def finding_rows(review: Review) -> Iterator[tuple[Cell, ...]]:
    """One row a finding under `FINDING_COLUMNS`; "" stands for what there is not.

    Lines and columns count from 1 in the file, segments and beads from 0, `start` and `end` in
    the segment's text. The texts are those of the finding's bead.
    """
    places = Places(review)
    for finding, number in zip(review.findings, bead_numbers(review), strict=True):
        bead = review.alignment.beads[number] if number >= 0 else Bead((), ())
        target = places.target(finding) if finding.target else None
        yield (
            *(finding.severity.value, finding.confidence.value, finding.rule, finding.category),
            *(finding.message, SEPARATOR.join(finding.suggestions), finding.fix or ""),
            finding.term or "",
            *_side(review.target_path, finding.target, target),
            _text(review.alignment.target, bead.target),
            *_side(review.source_path, finding.source, places.source(finding)),
            _text(review.alignment.source, bead.source),
            *(number, bead.score, _yes(bead.is_weak), finding.fingerprint),
        )


def bead_rows(review: Review) -> Iterator[tuple[Cell, ...]]:
    """One row a bead under `BEAD_COLUMNS`."""
    moved = review.alignment.moved()
    for number, bead in enumerate(review.alignment.beads):
        yield (
            *(review.target_path, number, bead.shape, bead.score),
            *(_yes(bead.is_weak), _yes(number in moved)),
            ",".join(map(str, bead.source)),
            ",".join(map(str, bead.target)),
            _text(review.alignment.source, bead.source),
            _text(review.alignment.target, bead.target),
        )


def _side(path: str, place: Location | None, region: Region | None) -> tuple[Cell, ...]:
    if place is None or region is None:
        return (path, *("" for _ in _SIDE))
    return (path, region.line, region.column, place.segment, place.start, place.end, place.quote)


def _text(sentences: Sequence[Sentence], indices: Sequence[int]) -> str:
    return " ".join(sentences[i].text for i in indices)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
