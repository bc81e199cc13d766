"""Which glossary records stand in a segment pair, and by what they are rendered there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from tmqa.lang.ka.forms import FormIndex
from tmqa.termbase.record import GENERAL, Glossary, Term
from tmqa.termbase.rendering import Rendering, RenderingHit, TargetForms, compile_rendering
from tmqa.termbase.source import SourceIndex
from tmqa.values import Side

# An article belongs to a domain when this many different keywords of the domain stand in it and
# they make up this share of its words. Lowest values that gave each corpus article its own
# domain and no other.
MIN_KEYWORDS = 4
MIN_KEYWORD_SHARE = 0.015


class _Role(Enum):
    SOURCE = 1
    CUE = 2
    UNLESS = 3
    KEYWORD = 4


class Grounds(Enum):
    """Why a record's sense is taken to be the one meant."""

    ONLY_SENSE = "the record names no other sense"
    CUE = "a cue stands nearby"
    DOMAIN = "the article's domain"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a record's source stands in the source text; solid when its pattern has no gap."""

    start: int
    end: int
    solid: bool = True


@dataclass(frozen=True)
class SourceScan:
    """All that the term base found in one source text, before any sense is chosen."""

    occurrences: dict[int, tuple[Occurrence, ...]]
    cues: dict[int, tuple[Occurrence, ...]]
    unless: frozenset[int]
    keywords: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TermMatch:
    """A record that applies to a segment pair, with its renderings in the target.

    `right` are preferred and admitted renderings, `wrong` the deprecated ones that no right
    rendering of this or another record explains; at most as many as there are occurrences
    left without a right rendering.
    """

    term: Term
    grounds: Grounds
    occurrences: tuple[Occurrence, ...]
    right: tuple[RenderingHit, ...]
    wrong: tuple[RenderingHit, ...]

    @property
    def unrendered(self) -> int:
        """How many occurrences of the source have neither a right nor a wrong rendering."""
        return max(0, len(self.occurrences) - len(self.right) - len(self.wrong))


@dataclass(frozen=True, slots=True)
class _Compiled:
    term: Term
    right: tuple[Rendering, ...]
    wrong: tuple[Rendering, ...]


class TermBase:
    """Glossaries compiled for matching. Later glossaries override earlier records by id."""

    def __init__(self, glossaries: Iterable[Glossary]) -> None:
        self.glossaries = tuple(glossaries)
        self._forms = FormIndex()
        self._index: SourceIndex[tuple[_Role, int | str]] = SourceIndex()
        terms = {term.id: term for glossary in self.glossaries for term in glossary.terms}
        self.terms = tuple(terms.values())
        self._compiled = tuple(self._compile(number, t) for number, t in enumerate(self.terms))
        for glossary in self.glossaries:
            for keyword in glossary.keywords:
                self._index.add(keyword, (_Role.KEYWORD, f"{glossary.domain}\t{keyword}"))

    def _compile(self, number: int, term: Term) -> _Compiled:
        for role, patterns in (
            (_Role.SOURCE, term.source),
            (_Role.CUE, term.cues),
            (_Role.UNLESS, term.unless),
        ):
            for pattern in patterns:
                self._index.add(pattern, (role, number))
        right = (*term.preferred, *term.admitted)
        return _Compiled(
            term,
            tuple(compile_rendering(pattern, self._forms) for pattern in right),
            tuple(compile_rendering(pattern, self._forms) for pattern in term.deprecated),
        )

    def scan(self, source: Side) -> SourceScan:
        """Every record, cue and domain keyword that stands in the source text."""
        found: dict[_Role, dict[int, list[Occurrence]]] = {
            role: defaultdict(list) for role in _Role
        }
        keywords = []
        for hit in self._index.find(source.tokens):
            role, payload = hit.payload
            if isinstance(payload, str):
                domain, _, keyword = payload.partition("\t")
                keywords.append((domain, keyword))
            else:
                found[role][payload].append(Occurrence(hit.start, hit.end, hit.solid))
        return SourceScan(
            occurrences={n: _longest(hits) for n, hits in found[_Role.SOURCE].items()},
            cues={n: tuple(hits) for n, hits in found[_Role.CUE].items()},
            unless=frozenset(found[_Role.UNLESS]),
            keywords=tuple(keywords),
        )

    def domains(self, scans: Iterable[SourceScan], words: int) -> frozenset[str]:
        """The domains that an article of `words` words belongs to, by its keywords."""
        hits: dict[str, list[str]] = defaultdict(list)
        for scan in scans:
            for domain, keyword in scan.keywords:
                hits[domain].append(keyword)
        return frozenset(
            domain
            for domain, found in hits.items()
            if len(set(found)) >= MIN_KEYWORDS and len(found) >= MIN_KEYWORD_SHARE * words
        )

    def match(
        self,
        scan: SourceScan,
        neighbours: Sequence[SourceScan],
        target: Side,
        domains: frozenset[str],
    ) -> tuple[TermMatch, ...]:
        """The records that apply to a segment pair, in the order of the glossaries.

        `neighbours` are the scans of the segments before and after; their cues count too.
        """
        applying = self._applying(scan, neighbours, domains)
        if not applying:
            return ()
        forms = TargetForms.of(target.tokens, self._forms)
        right = {
            number: _distinct(hit for r in self._compiled[number].right for hit in forms.find(r))
            for number in applying
        }
        matches = []
        for number, (grounds, occurrences) in applying.items():
            claimed = _claimed(right[number])
            explained = claimed.union(
                *(
                    _claimed(hits)
                    for other, hits in right.items()
                    if not _same_place(applying[other][1], occurrences)
                )
            )
            wrong = _distinct(hit for r in self._compiled[number].wrong for hit in forms.find(r))
            open_hits = [hit for hit in wrong if not hit.positions <= explained]
            missing = max(0, len(occurrences) - len(right[number]))
            matches.append(
                TermMatch(
                    self.terms[number],
                    grounds,
                    occurrences,
                    right[number],
                    tuple(open_hits[:missing]),
                )
            )
        return tuple(matches)

    def _applying(
        self, scan: SourceScan, neighbours: Sequence[SourceScan], domains: frozenset[str]
    ) -> dict[int, tuple[Grounds, tuple[Occurrence, ...]]]:
        grounded = {}
        for number in sorted(scan.occurrences):
            grounds = self._grounds(number, scan, neighbours, domains)
            if grounds is not None:
                grounded[number] = (grounds, scan.occurrences[number])
        applying = {}
        for number, (grounds, occurrences) in grounded.items():
            outer = [
                o
                for other, (_, found) in grounded.items()
                if other != number
                for o in found
                if o.solid
            ]
            kept = tuple(o for o in occurrences if not any(_inside(o, wide) for wide in outer))
            if kept:
                applying[number] = (grounds, kept)
        return applying

    def _grounds(
        self,
        number: int,
        scan: SourceScan,
        neighbours: Sequence[SourceScan],
        domains: frozenset[str],
    ) -> Grounds | None:
        if number in scan.unless:
            return None
        term = self.terms[number]
        if not term.cues:
            return Grounds.ONLY_SENSE
        own = scan.occurrences[number]
        cues = (c for c in scan.cues.get(number, ()) if not any(_covers(o, c) for o in own))
        if any(True for _ in cues) or any(number in n.cues for n in neighbours):
            return Grounds.CUE
        if domains & (set(term.domains) - {GENERAL}):
            return Grounds.DOMAIN
        return None


def _covers(outer: Occurrence, inner: Occurrence) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inside(inner: Occurrence, outer: Occurrence) -> bool:
    return _covers(outer, inner) and (outer.start, outer.end) != (inner.start, inner.end)


def _same_place(left: tuple[Occurrence, ...], right: tuple[Occurrence, ...]) -> bool:
    return any(_covers(a, b) and _covers(b, a) for a in left for b in right)


def _longest(hits: list[Occurrence]) -> tuple[Occurrence, ...]:
    """Non-overlapping occurrences, the leftmost and longest first."""
    kept: list[Occurrence] = []
    for hit in sorted(hits, key=lambda o: (o.start, -o.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def _distinct(hits: Iterable[RenderingHit]) -> tuple[RenderingHit, ...]:
    """Hits in text order, each using words that no earlier or longer hit uses."""
    kept: list[RenderingHit] = []
    used: set[int] = set()
    for hit in sorted(hits, key=lambda h: (-len(h.positions), h.start, h.end)):
        if not used & hit.positions:
            used |= hit.positions
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end)))


def _claimed(hits: Iterable[RenderingHit]) -> frozenset[int]:
    return frozenset(position for hit in hits for position in hit.positions)
