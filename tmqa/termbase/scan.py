"""What glossary records say of the source side alone: where their patterns stand in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from tmqa.lang.en.lemmas import lemmas
from tmqa.termbase.record import GENERAL, Glossary, Term
from tmqa.termbase.source import SourceIndex, is_tagged
from tmqa.values import Side

# An article of n words belongs to a domain when at least DOMAIN_FACTOR * n ** DOMAIN_GROWTH
# different patterns stand in it that this special domain alone uses. The number of different
# words grows slower than a text (Heaps' law), hence the power. Of the 151 bundled articles 74 reach
# the factor in the domain that is theirs, as many in none, and three in a neighbouring one (finance
# in a start-up's); of 62 news stories twelve reach one, half of them sports.
DOMAIN_FACTOR, DOMAIN_GROWTH = 0.33, 0.6
MIN_PATTERNS = 6


class _Role(Enum):
    SOURCE = 0
    CUE = 1
    UNLESS = 2
    HINT = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a record's source stands in the source text; solid when its pattern has no gap."""

    start: int
    end: int
    solid: bool = True

    def covers(self, other: Occurrence) -> bool:
        """True when the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Occurrence) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class SourceScan:
    """All that the records' patterns found in one segment, before any sense is chosen.

    `hints` are the cues that ask for a part of speech, which may be words of the source itself.
    """

    text: str
    occurrences: dict[int, tuple[Occurrence, ...]]
    cues: dict[int, tuple[Occurrence, ...]]
    unless: dict[int, tuple[Occurrence, ...]]
    hints: dict[int, tuple[Occurrence, ...]]
    keywords: tuple[tuple[str, str], ...]

    def cues_outside(self, number: int) -> tuple[Occurrence, ...]:
        """The cues of a record that are not words of its own source."""
        own = self.occurrences.get(number, ())
        cues = self.cues.get(number, ())
        return tuple(cue for cue in cues if not any(o.covers(cue) for o in own))


@dataclass(frozen=True)
class ArticleScan:
    """The scans of an article's segments and the domains that the article belongs to."""

    segments: tuple[SourceScan, ...]
    domains: frozenset[str]

    def neighbours(self, segment: int) -> tuple[SourceScan, ...]:
        """The scans of the segments before and after."""
        before = self.segments[max(0, segment - 1) : segment]
        return before + self.segments[segment + 1 : segment + 2]

    def different_cues(self, number: int) -> int:
        """How many different words among the record's cues stand anywhere in the article."""
        return len(self._cue_words.get(number, ()))

    @cached_property
    def _cue_words(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for scan in self.segments:
            for number in scan.cues:
                for cue in scan.cues_outside(number):
                    found[number].add(min(lemmas(scan.text[cue.start : cue.end])))
        return found


class Scanner:
    """The English patterns of all records, found in one pass over a text."""

    def __init__(self, terms: Sequence[Term], glossaries: Iterable[Glossary]) -> None:
        # Of a record its number and the role as one number, which loads faster than a pair.
        self._index: SourceIndex[int | str] = SourceIndex()
        for number, term in enumerate(terms):
            self._add(number, term)
        for pattern, domain in _domain_patterns(glossaries):
            self._index.add(pattern, f"{domain}\t{pattern}")

    def _add(self, number: int, term: Term) -> None:
        for role, patterns in (
            (_Role.SOURCE, term.source),
            (_Role.CUE, term.cues),
            (_Role.UNLESS, term.unless),
        ):
            for pattern in patterns:
                is_hint = role is _Role.CUE and is_tagged(pattern)
                role_here = _Role.HINT if is_hint else role
                self._index.add(pattern, number * len(_Role) + role_here.value)

    def scan(self, article: Iterable[Side], domains: frozenset[str] = frozenset()) -> ArticleScan:
        """Every record, cue and domain keyword in the segments of an article.

        Its domains are those given and those that the patterns in it speak for.
        """
        sides = tuple(article)
        segments = tuple(map(self._segment, sides))
        words = sum(token.is_word for side in sides for token in side.tokens)
        return ArticleScan(segments, domains | _domains(segments, words))

    def _segment(self, source: Side) -> SourceScan:
        found: dict[_Role, dict[int, list[Occurrence]]] = {
            role: defaultdict(list) for role in _Role
        }
        keywords = []
        for hit in self._index.find(source.tokens):
            if isinstance(hit.payload, str):
                domain, _, keyword = hit.payload.partition("\t")
                keywords.append((domain, keyword))
            else:
                number, role = divmod(hit.payload, len(_Role))
                found[_Role(role)][number].append(Occurrence(hit.start, hit.end, hit.solid))
        return SourceScan(
            text=source.text,
            occurrences={n: _longest(hits) for n, hits in found[_Role.SOURCE].items()},
            cues={n: tuple(hits) for n, hits in found[_Role.CUE].items()},
            unless={n: tuple(hits) for n, hits in found[_Role.UNLESS].items()},
            hints={n: tuple(hits) for n, hits in found[_Role.HINT].items()},
            keywords=tuple(keywords),
        )


def _domains(scans: Iterable[SourceScan], words: int) -> frozenset[str]:
    """The domains that an article of `words` words belongs to, by the patterns in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for scan in scans:
        for domain, pattern in scan.keywords:
            found[domain].add(pattern)
    least = max(MIN_PATTERNS, DOMAIN_FACTOR * words**DOMAIN_GROWTH)
    return frozenset(domain for domain, patterns in found.items() if len(patterns) >= least)


def _domain_patterns(glossaries: Iterable[Glossary]) -> Iterator[tuple[str, str]]:
    """The English patterns that one special domain alone uses: keywords, cues and sources."""
    domains: dict[str, set[str]] = defaultdict(set)
    for glossary in glossaries:
        for keyword in glossary.keywords:
            domains[keyword].update({glossary.domain} - {GENERAL})
        for term in glossary.terms:
            for pattern in (*term.source, *term.cues):
                domains[pattern].update(set(term.domains) - {GENERAL})
    for pattern, found in domains.items():
        if len(found) == 1:
            yield pattern, next(iter(found))


def _longest(hits: list[Occurrence]) -> tuple[Occurrence, ...]:
    """Non-overlapping occurrences, the leftmost and longest first."""
    kept: list[Occurrence] = []
    for hit in sorted(hits, key=lambda o: (o.start, -o.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)
