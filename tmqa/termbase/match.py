"""Which glossary records stand in a segment pair, and by what they are rendered there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.lang.ka.nominal import plain
from tmqa.termbase.layers import effective_terms
from tmqa.termbase.record import GENERAL, Glossary, Term, TermKind
from tmqa.termbase.rendering import Rendering, RenderingHit, TargetForms, compile_rendering
from tmqa.termbase.source import SourceIndex, is_tagged
from tmqa.values import Side

# An article of n words belongs to a domain when at least DOMAIN_FACTOR * n ** DOMAIN_GROWTH
# different patterns stand in it that this special domain alone uses. The number of different
# words grows slower than a text (Heaps' law), hence the power. Of the forty bundled articles 16
# reach the factor in the domain that is theirs, most of the short ones none, and one, the business
# of a bakery, that of food; of 62 news stories twelve reach one, half of them sports.
DOMAIN_FACTOR, DOMAIN_GROWTH = 0.4, 0.6
MIN_PATTERNS = 6


class _Role(Enum):
    SOURCE = 1
    CUE = 2
    UNLESS = 3
    KEYWORD = 4
    HINT = 5


class Grounds(Enum):
    """Why a record's sense is taken to be the one meant."""

    ONLY_SENSE = "the record names no other sense"
    CUE = "a cue stands nearby"
    DOMAIN = "the article's domain"
    WRONG_RENDERING = "a rendering that hardly any sense of the source has"


class Silence(Enum):
    """Why a record whose source stands in the text does not apply there."""

    UNLESS = "an unless pattern stands in the segment"
    UNLESS_NEARBY = "no cue stands in the segment, and an unless pattern in a neighbouring one"
    NO_CUE = "no cue stands nearby, and the article is of another domain"
    IDIOM = "its source is part of an idiom"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a record's source stands in the source text; solid when its pattern has no gap."""

    start: int
    end: int
    solid: bool = True


@dataclass(frozen=True)
class SourceScan:
    """All that the term base found in one source text, before any sense is chosen.

    `hints` are the cues that ask for a part of speech, which may be words of the source itself.
    """

    occurrences: dict[int, tuple[Occurrence, ...]]
    cues: dict[int, tuple[Occurrence, ...]]
    unless: dict[int, tuple[Occurrence, ...]]
    hints: dict[int, tuple[Occurrence, ...]]
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


@dataclass(frozen=True)
class Explanation:
    """Why a record whose source stands in a segment speaks or stays silent.

    `cues` and `unless` stand in the segment itself, cues inside the source's own words left out
    unless they ask for its part of speech.
    `right` and `wrong` are all its renderings in the target, `named` those that are reported;
    `excused` says of each other wrong one which records' right renderings use its words ("" is
    none: there are enough right renderings, or another record names the place).
    """

    term: Term
    verdict: Grounds | Silence
    occurrences: tuple[Occurrence, ...]
    cues: tuple[Occurrence, ...]
    unless: tuple[Occurrence, ...]
    right: tuple[RenderingHit, ...] = ()
    wrong: tuple[RenderingHit, ...] = ()
    named: tuple[RenderingHit, ...] = ()
    excused: tuple[tuple[RenderingHit, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Compiled:
    right: tuple[Rendering, ...]
    wrong: tuple[Rendering, ...]
    cueless: tuple[Rendering, ...]

    def wrong_under(self, grounds: Grounds) -> tuple[Rendering, ...]:
        """The renderings that are wrong when the record applies for this reason."""
        return self.cueless if grounds is Grounds.WRONG_RENDERING else self.wrong


@dataclass(frozen=True, slots=True)
class _Use:
    """A record that applies: why, where, and whether only inside longer sources of others."""

    grounds: Grounds
    occurrences: tuple[Occurrence, ...]
    is_inner: bool

    @property
    def is_guess(self) -> bool:
        """True when nothing in the source, only its rendering, speaks for the record."""
        return self.grounds is Grounds.WRONG_RENDERING

    @property
    def length(self) -> int:
        """The characters of the longest occurrence."""
        return max(o.end - o.start for o in self.occurrences)

    def explains(self, other: _Use) -> bool:
        """True when right renderings of this record are no faults of the other.

        Another sense of the same words excuses only a guess.
        """
        if self.is_guess:
            return False
        return other.is_guess or not (self.is_inner or self.is_within(other.occurrences))

    def is_within(self, places: tuple[Occurrence, ...]) -> bool:
        """True when an occurrence lies in one of the places: another sense of these words."""
        return any(_covers(place, o) for o in self.occurrences for place in places)


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A record that applies, with all its renderings, those it reports, and positions excused."""

    use: _Use
    right: tuple[RenderingHit, ...]
    wrong: tuple[RenderingHit, ...]
    named: tuple[RenderingHit, ...]
    explained: frozenset[int]


class TermBase:
    """Glossaries compiled for matching, later ones laid over earlier ones (see `layers`).

    `words` are those of the right renderings in the dictionary form.
    """

    def __init__(self, glossaries: Iterable[Glossary]) -> None:
        self.glossaries = tuple(glossaries)
        self._forms = FormIndex()
        self._index: SourceIndex[tuple[_Role, int | str]] = SourceIndex()
        self.terms = effective_terms(self.glossaries)
        self.words = frozenset(
            plain(word)
            for term in self.terms
            for pattern in (*term.preferred, *term.admitted)
            for word in pattern.replace("|", " ").split(" ")
            if is_plain(word)
        )
        self._compiled: dict[int, _Compiled] = {}
        for number, term in enumerate(self.terms):
            self._index_sources(number, term)
        for pattern, domain in _domain_patterns(self.glossaries):
            self._index.add(pattern, (_Role.KEYWORD, f"{domain}\t{pattern}"))

    def _index_sources(self, number: int, term: Term) -> None:
        for role, patterns in (
            (_Role.SOURCE, term.source),
            (_Role.CUE, term.cues),
            (_Role.UNLESS, term.unless),
        ):
            for pattern in patterns:
                is_hint = role is _Role.CUE and is_tagged(pattern)
                self._index.add(pattern, (_Role.HINT if is_hint else role, number))

    def _renderings(self, number: int) -> _Compiled:
        """The record's renderings, compiled when its source is met for the first time."""
        found = self._compiled.get(number)
        if found is None:
            term = self.terms[number]
            right = (*term.preferred, *term.admitted)
            found = self._compiled[number] = _Compiled(
                *(
                    tuple(compile_rendering(pattern, self._forms) for pattern in patterns)
                    for patterns in (right, term.deprecated, term.cueless)
                )
            )
        return found

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
            unless={n: tuple(hits) for n, hits in found[_Role.UNLESS].items()},
            hints={n: tuple(hits) for n, hits in found[_Role.HINT].items()},
            keywords=tuple(keywords),
        )

    def domains(self, scans: Iterable[SourceScan], words: int) -> frozenset[str]:
        """The domains that an article of `words` words belongs to, by the patterns in it."""
        found: dict[str, set[str]] = defaultdict(set)
        for scan in scans:
            for domain, pattern in scan.keywords:
                found[domain].add(pattern)
        least = max(MIN_PATTERNS, DOMAIN_FACTOR * words**DOMAIN_GROWTH)
        return frozenset(domain for domain, patterns in found.items() if len(patterns) >= least)

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
        found = self._resolved(self._applying(scan, neighbours, domains)[0], target)
        return tuple(
            TermMatch(self.terms[number], r.use.grounds, r.use.occurrences, r.right, r.named)
            for number, r in found.items()
            if r.named or not (r.use.is_inner or r.use.is_guess)
        )

    def explain(
        self,
        scan: SourceScan,
        neighbours: Sequence[SourceScan],
        target: Side,
        domains: frozenset[str],
    ) -> tuple[Explanation, ...]:
        """Of every record whose source stands in the segment, what `match` made of it and why."""
        applying, silent = self._applying(scan, neighbours, domains)
        found = self._resolved(applying, target)
        explanations = []
        for number, occurrences in sorted(scan.occurrences.items()):
            told = Explanation(
                self.terms[number],
                silent[number] if number in silent else applying[number].grounds,
                occurrences,
                (
                    *_outside(scan.cues.get(number, ()), occurrences),
                    *scan.hints.get(number, ()),
                ),
                scan.unless.get(number, ()),
            )
            if number in found:
                r = found[number]
                told = replace(
                    told, right=r.right, wrong=r.wrong, named=r.named,
                    excused=tuple(self._excuses(r, found)),
                )  # fmt: skip
            explanations.append(told)
        return tuple(explanations)

    def _excuses(
        self, resolved: _Resolved, found: dict[int, _Resolved]
    ) -> Iterator[tuple[RenderingHit, str]]:
        """Each wrong rendering that is not reported, and the ids of records that explain it."""
        for hit in resolved.wrong:
            if hit not in resolved.named:
                by = [
                    self.terms[other].id
                    for other, r in found.items()
                    if hit.positions <= resolved.explained and hit.positions & _claimed(r.right)
                ]
                yield hit, ", ".join(by)

    def _resolved(self, applying: dict[int, _Use], target: Side) -> dict[int, _Resolved]:
        """The renderings of the records that apply, and which of them each record reports."""
        if not applying:
            return {}
        renderings = {number: self._renderings(number) for number in applying}
        forms = TargetForms.of(target.tokens, self._forms)
        wrong = {
            n: self._hits(renderings[n].wrong_under(use.grounds), forms)
            for n, use in applying.items()
        }
        right = {
            n: _without_looser(self._hits(renderings[n].right, forms), wrong[n]) for n in applying
        }
        resolved = {}
        reported: set[int] = set()
        # Where two records name the same words, one whose sense is known goes before a guess, then
        # the one that names more of them speaks, then the one with the longer source.
        named_words = {n: max((len(h.positions) for h in wrong[n]), default=0) for n in applying}
        for number in sorted(
            applying,
            key=lambda n: (applying[n].is_guess, -named_words[n], -applying[n].length, n),
        ):
            use = applying[number]
            explained = _claimed(
                hit
                for other, hits in right.items()
                if other == number or applying[other].explains(use)
                for hit in hits
            )
            missing = max(0, len(use.occurrences) - len(right[number]))
            open_hits = [hit for hit in wrong[number] if not hit.positions <= explained][:missing]
            named = tuple(hit for hit in open_hits if not hit.positions & reported)
            reported |= _claimed(named)
            resolved[number] = _Resolved(use, right[number], wrong[number], named, explained)
        return {number: resolved[number] for number in applying}

    @staticmethod
    def _hits(renderings: Iterable[Rendering], forms: TargetForms) -> tuple[RenderingHit, ...]:
        return _distinct(hit for rendering in renderings for hit in forms.find(rendering))

    def _applying(
        self, scan: SourceScan, neighbours: Sequence[SourceScan], domains: frozenset[str]
    ) -> tuple[dict[int, _Use], dict[int, Silence]]:
        """The records whose sense is meant, and why the others are silent.

        The parts of an idiom mean nothing by themselves.
        """
        grounded = {}
        silent = {}
        for number in sorted(scan.occurrences):
            verdict = self._verdict(number, scan, neighbours, domains)
            if isinstance(verdict, Grounds):
                grounded[number] = (verdict, scan.occurrences[number])
            else:
                silent[number] = verdict
        applying = {}
        for number, (grounds, occurrences) in grounded.items():
            idioms, longer = [], []
            for other, (why, found) in grounded.items():
                if other != number and why is not Grounds.WRONG_RENDERING:
                    solid = [o for o in found if o.solid]
                    longer += solid
                    idioms += solid if self.terms[other].kind is TermKind.IDIOM else []
            kept = tuple(
                o for o in occurrences if not any(_covers(i, o) and _yields(o, i) for i in idioms)
            )
            inner = all(any(_yields(o, wide) for wide in longer) for o in kept)
            if not kept:
                silent[number] = Silence.IDIOM
            elif inner and grounds is Grounds.WRONG_RENDERING:
                silent[number] = Silence.NO_CUE
            else:
                applying[number] = _Use(grounds, kept, inner)
        return applying, silent

    def _verdict(
        self,
        number: int,
        scan: SourceScan,
        neighbours: Sequence[SourceScan],
        domains: frozenset[str],
    ) -> Grounds | Silence:
        if number in scan.unless:
            return Silence.UNLESS
        term = self.terms[number]
        if not term.cues:
            return Grounds.ONLY_SENSE
        if number in scan.hints or _outside(scan.cues.get(number, ()), scan.occurrences[number]):
            return Grounds.CUE
        if any(number in n.unless for n in neighbours):
            return Silence.UNLESS_NEARBY
        if any(number in n.cues for n in neighbours):
            return Grounds.CUE
        if domains & (set(term.domains) - {GENERAL}):
            return Grounds.DOMAIN
        if term.cueless:
            return Grounds.WRONG_RENDERING
        return Silence.NO_CUE


def _domain_patterns(glossaries: Iterable[Glossary]) -> list[tuple[str, str]]:
    """The English patterns that one special domain alone uses: keywords, cues and sources."""
    domains: dict[str, set[str]] = defaultdict(set)
    for glossary in glossaries:
        for keyword in glossary.keywords:
            domains[keyword].update({glossary.domain} - {GENERAL})
        for term in glossary.terms:
            for pattern in (*term.source, *term.cues):
                domains[pattern].update(set(term.domains) - {GENERAL})
    return [(pattern, next(iter(found))) for pattern, found in domains.items() if len(found) == 1]


def _outside(
    cues: Iterable[Occurrence], occurrences: Sequence[Occurrence]
) -> tuple[Occurrence, ...]:
    """The cues that are not words of the source itself."""
    return tuple(cue for cue in cues if not any(_covers(o, cue) for o in occurrences))


def _covers(outer: Occurrence, inner: Occurrence) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _yields(occurrence: Occurrence, other: Occurrence) -> bool:
    """True when a longer occurrence shares words with this one and so takes its place."""
    return (
        occurrence.start < other.end
        and other.start < occurrence.end
        and other.end - other.start > occurrence.end - occurrence.start
    )


def _longest(hits: list[Occurrence]) -> tuple[Occurrence, ...]:
    """Non-overlapping occurrences, the leftmost and longest first."""
    kept: list[Occurrence] = []
    for hit in sorted(hits, key=lambda o: (o.start, -o.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def _distinct(hits: Iterable[RenderingHit]) -> tuple[RenderingHit, ...]:
    """Hits in text order, none sharing a word: the longer goes first."""
    kept: list[RenderingHit] = []
    used: set[int] = set()
    for hit in sorted(hits, key=lambda h: (-len(h.positions), h.start, h.end)):
        if not used & hit.positions:
            used |= hit.positions
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end)))


def _without_looser(
    right: tuple[RenderingHit, ...], wrong: tuple[RenderingHit, ...]
) -> tuple[RenderingHit, ...]:
    """Right hits without those whose words a denser wrong hit uses: hot … bread, hot cakes.

    A right wording of several words stands against a single wrong word inside it.
    """
    return tuple(
        hit
        for hit in right
        if not any(
            hit.positions & other.positions
            and other.slack < hit.slack
            and len(other.positions) >= len(hit.positions)
            for other in wrong
        )
    )


def _claimed(hits: Iterable[RenderingHit]) -> frozenset[int]:
    return frozenset(position for hit in hits for position in hit.positions)
