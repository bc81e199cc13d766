"""Where a finding stands in the article files, by line and column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tmqa.article.builder import Lines
from tmqa.values import Article, Finding, Location, Review, Sentence


@dataclass(frozen=True, slots=True)
class Region:
    """A half-open stretch of a file.

    Lines and columns count from 1, columns in code points; `start` and `end` are file offsets,
    and `text` is what the file holds between them, markup included. An empty region is a place
    between two characters.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str


class Places:
    """Turns the segment locations of one review into regions of its two files."""

    def __init__(self, review: Review) -> None:
        bitext = review.bitext
        self._source = _File(bitext.source, bitext.alignment.source)
        self._target = _File(bitext.target, bitext.alignment.target)
        # Where a source sentence without counterpart should have been translated.
        self._gaps: dict[int, int] = {}
        last = -1
        for bead in bitext.alignment.beads:
            last = bead.target[-1] if bead.target else last
            self._gaps.update(dict.fromkeys(bead.source, last))

    def source(self, finding: Finding) -> Region | None:
        """The region in the source file; None when the finding has no source location."""
        return self._source.region(finding.source) if finding.source else None

    def target(self, finding: Finding) -> Region:
        """The region in the target file; for an omission, the place where the words are missing.

        That is the end of the target sentence before it, or the beginning of the file.
        """
        if finding.target is not None:
            return self._target.region(finding.target)
        return self._target.end_of(self._gaps[finding.source.segment] if finding.source else -1)


class _File:
    """One article file with its sentences."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self._text = article.text
        self._blocks = article.blocks
        self._sentences = sentences
        self._lines = Lines(article.text)

    def region(self, place: Location) -> Region:
        sentence = self._sentences[place.segment]
        offsets = self._blocks[sentence.block].offsets
        first = bisect_left(offsets, sentence.start)
        end = offsets[first + place.end - 1] + 1 if place.end else sentence.start
        start = offsets[first + place.start] if place.start < place.end else end
        return self._region(start, end)

    def end_of(self, segment: int) -> Region:
        end = self._sentences[segment].end if segment >= 0 else 0
        return self._region(end, end)

    def _region(self, start: int, end: int) -> Region:
        first, last = self._lines.position(start), self._lines.position(end)
        return Region(*first, *last, start, end, self._text[start:end])
