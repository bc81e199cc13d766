"""Which sense of a source word is meant: the records that apply to a segment, and on what grounds.

A record with cues applies where one of them stands nearby, where the article is of its domain, or
where several of its cues stand elsewhere in the article. That one article keeps to one sense of a
word is a finding of W. A. Gale, K. W. Church and D. Yarowsky ("One Sense per Discourse", 1992);
that its other words tell which is the same authors' too. On weaker grounds a record only guesses:
anything else that explains the rendering silences it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tmqa.termbase.record import GENERAL, Term, TermKind
from tmqa.termbase.scan import ArticleScan, Occurrence

# Different cues anywhere in an article that speak for a sense. In the bundled articles, at one cue
# 9 of 32 further reports were right, at two or more 15 of 22; in 975 sentences of professional
# news there were three false ones and none.
_FAR_CUES = 2


class Grounds(Enum):
    """Why a record's sense is taken to be the one meant."""

    ONLY_SENSE = "the record names no other sense"
    CUE = "a cue stands nearby"
    DOMAIN = "the article's domain"
    FAR_CUES = "several cues stand elsewhere in the article"
    WRONG_RENDERING = "a rendering that hardly any sense of the source has"

    @property
    def is_guess(self) -> bool:
        """True when nothing near the source speaks for the record."""
        return self in (Grounds.FAR_CUES, Grounds.WRONG_RENDERING)


class Silence(Enum):
    """Why a record whose source stands in the text does not apply there."""

    UNLESS = "an unless pattern stands in the segment"
    UNLESS_NEARBY = "no cue stands in the segment, and an unless pattern in a neighbouring one"
    NO_CUE = "no cue stands nearby, and the article is of another domain"
    IDIOM = "its source is part of an idiom"


@dataclass(frozen=True, slots=True)
class Use:
    """A record that applies: why, where, and whether only inside longer sources of others."""

    grounds: Grounds
    occurrences: tuple[Occurrence, ...]
    is_inner: bool

    @property
    def length(self) -> int:
        """The characters of the longest occurrence."""
        return max(o.end - o.start for o in self.occurrences)

    def explains(self, other: Use) -> bool:
        """True when right renderings of this record are no faults of the other.

        Another sense of the same words excuses only a guess.
        """
        if self.grounds.is_guess:
            return False
        return other.grounds.is_guess or not (self.is_inner or self._is_within(other.occurrences))

    def _is_within(self, places: tuple[Occurrence, ...]) -> bool:
        """True when an occurrence lies in one of the places: another sense of these words."""
        return any(place.covers(o) for o in self.occurrences for place in places)


@dataclass(frozen=True)
class Senses:
    """The records whose source stands in a segment: which apply, and why the others are silent.

    `rivals` are the silent ones whose cues stand somewhere in the article.
    """

    applying: dict[int, Use]
    silent: dict[int, Silence]
    rivals: dict[int, tuple[Occurrence, ...]]


def senses(terms: Sequence[Term], article: ArticleScan, segment: int) -> Senses:
    """The senses meant in a segment. The parts of an idiom mean nothing by themselves."""
    scan = article.segments[segment]
    grounded: dict[int, Grounds] = {}
    silent: dict[int, Silence] = {}
    for number in sorted(scan.occurrences):
        verdict = _verdict(number, terms[number], article, segment)
        if isinstance(verdict, Grounds):
            grounded[number] = verdict
        else:
            silent[number] = verdict
    solid = {
        number: [o for o in scan.occurrences[number] if o.solid]
        for number, grounds in grounded.items()
        if not grounds.is_guess
    }
    applying = {}
    for number, grounds in grounded.items():
        others = [other for other in solid if other != number]
        longer = [o for other in others for o in solid[other]]
        idioms = [
            o for other in others if terms[other].kind is TermKind.IDIOM for o in solid[other]
        ]
        kept = tuple(
            o
            for o in scan.occurrences[number]
            if not any(i.covers(o) and _yields(o, i) for i in idioms)
        )
        is_inner = all(any(_yields(o, wide) for wide in longer) for o in kept)
        if not kept:
            silent[number] = Silence.IDIOM
        elif is_inner and grounds.is_guess:
            silent[number] = Silence.NO_CUE
        else:
            applying[number] = Use(grounds, kept, is_inner)
    rivals = {
        number: scan.occurrences[number]
        for number, why in silent.items()
        if why is Silence.NO_CUE and article.different_cues(number)
    }
    return Senses(applying, silent, rivals)


def _verdict(number: int, term: Term, article: ArticleScan, segment: int) -> Grounds | Silence:
    scan, neighbours = article.segments[segment], article.neighbours(segment)
    if number in scan.unless:
        return Silence.UNLESS
    if not term.cues:
        return Grounds.ONLY_SENSE
    if number in scan.hints or scan.cues_outside(number):
        return Grounds.CUE
    if any(number in n.unless for n in neighbours):
        return Silence.UNLESS_NEARBY
    if any(number in n.cues for n in neighbours):
        return Grounds.CUE
    if article.domains & (set(term.domains) - {GENERAL}):
        return Grounds.DOMAIN
    if article.different_cues(number) >= _FAR_CUES:
        return Grounds.FAR_CUES
    return Grounds.WRONG_RENDERING if term.cueless else Silence.NO_CUE


def _yields(occurrence: Occurrence, other: Occurrence) -> bool:
    """True when a longer occurrence shares words with this one and so takes its place."""
    return other.meets(occurrence) and other.end - other.start > occurrence.end - occurrence.start
