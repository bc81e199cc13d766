"""Expressions taken apart: the lexicon knows the Georgian of each word, nobody lists the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice, pairwise, product

from tmqa.checks._base import Range
from tmqa.lexicon import Link, Links
from tmqa.termbase import TermMatch

# Words that may stand among the literal renderings, besides the renderings themselves.
_SLACK = 2
_LEAST_WORDS = 2  # one word may be rendered by itself in a free translation too
_MOST_COMBINATIONS = 500

Positions = tuple[int, ...]


def literal_renderings(match: TermMatch, links: Links) -> Iterator[tuple[Range, Range]]:
    """Source and target ranges where every content word of an idiom has a rendering of its own.

    A word of the same family counts too: გაუცივდა "went cold" for ცივი "cold".

    The renderings stand near each other and no two words share one.
    """
    for source, choices in _choices(match, links, (Link.RENDERING, Link.FAMILY)):
        nearest = min(choices, key=_width, default=None)
        if nearest and _width(nearest) < len(nearest) + _SLACK:
            yield source, _span(links, nearest)


def copied_terms(match: TermMatch, links: Links) -> Iterator[tuple[Range, Range]]:
    """Source and target ranges where a term's words are rendered one by one, in their order.

    The renderings stand side by side, each as the lexicon has it: საგნის ხაზი "line of the
    subject" for "subject line". Silent where another word of the source has one of them for its
    rendering, and for a term with a name in it, which leaves room for another reading.
    """
    for source, choices in _choices(match, links, (Link.RENDERING,)):
        beside = next((c for c in choices if all(b == a + 1 for a, b in pairwise(c))), None)
        if beside and not _is_of_others(links, source, beside):
            yield source, _span(links, beside)


def _is_of_others(links: Links, source: Range, places: Positions) -> bool:
    """True when a name stands in the range, or a unit outside it has one of the renderings."""
    for unit, found in zip(links.units, links.found, strict=True):
        is_inside = source[0] <= unit.token.start < source[1]
        if is_inside and unit.is_name:
            return True
        if not is_inside and any(found.get(place) is Link.RENDERING for place in places):
            return True
    return False


def _choices(
    match: TermMatch, links: Links, kinds: Collection[Link]
) -> Iterator[tuple[Range, Iterator[Positions]]]:
    """For each occurrence, the ways to choose another target word for every word of it."""
    for occurrence in match.occurrences:
        places = [
            [position for position, kind in links.found[number].items() if kind in kinds]
            for number, unit in enumerate(links.units)
            if occurrence.start <= unit.token.start < occurrence.end and not unit.is_name
        ]
        if len(places) >= _LEAST_WORDS and all(places):
            yield (
                (occurrence.start, occurrence.end),
                (
                    choice
                    for choice in islice(product(*places), _MOST_COMBINATIONS)
                    if len(set(choice)) == len(choice)
                ),
            )


def _width(choice: Positions) -> int:
    return max(choice) - min(choice)


def _span(links: Links, choice: Positions) -> Range:
    return links.words[min(choice)].start, links.words[max(choice)].end
