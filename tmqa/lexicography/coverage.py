"""How much of aligned texts the lexicon knows and explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tmqa.lexicon import Lexicon, Link, link
from tmqa.values import SegmentPair

_LISTED = 20


@dataclass
class Coverage:
    """Counts over segment pairs.

    `types` are English content words in lower case with how often they stand, `unknown` those of
    them that the lexicon does not list; `units` counts the words themselves, without names in
    `named`; `links` says by which kind of link the units are explained, the surest first.
    """

    segments: int = 0
    types: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    units: int = 0
    named: int = 0
    links: Counter[Link] = field(default_factory=Counter)

    @property
    def known_types(self) -> float:
        """The share of the types that the lexicon lists."""
        return 1 - len(self.unknown) / len(self.types) if self.types else 1.0

    @property
    def explained(self) -> float:
        """The share of the units that a target word explains."""
        return self.links.total() / self.units if self.units else 1.0


def coverage(pairs: Iterable[SegmentPair], lexicon: Lexicon) -> Coverage:
    """What the lexicon knows of the source words of the pairs and explains by the target's."""
    counted = Coverage()
    for pair in pairs:
        counted.segments += 1
        links = link(pair.source, pair.target, lexicon)
        for unit, found in zip(links.units, links.found, strict=True):
            counted.units += 1
            counted.named += unit.is_name
            if found:
                counted.links[min(found.values(), key=list(Link).index)] += 1
            if not unit.is_name:
                word = unit.token.text.lower()
                counted.types[word] += 1
                if not unit.known:
                    counted.unknown[word] += 1
    return counted


def report(counted: Coverage) -> Iterator[str]:
    """Lines for a reader: shares first, then the most frequent unknown words."""
    known = len(counted.types) - len(counted.unknown)
    yield f"segments   {counted.segments}"
    yield f"types      {len(counted.types)}, known {known} ({counted.known_types:.1%}), names apart"
    explained = counted.links.total()
    yield f"units      {counted.units}, explained {explained} ({counted.explained:.1%})"
    for kind in Link:
        yield f"  {counted.links[kind]:>7}  {kind.value}"
    if counted.unknown:
        most = counted.unknown.most_common(_LISTED)
        yield f"unknown    {', '.join(f'{word} {count}' for word, count in most)}"
