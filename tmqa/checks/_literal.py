"""Idioms taken apart: the lexicon knows the literal Georgian of their words, nobody lists it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from tmqa.checks._base import Range
from tmqa.lexicon import Link, Links
from tmqa.termbase import TermMatch

# Words that may stand among the literal renderings, besides the renderings themselves.
_SLACK = 2
_LEAST_WORDS = 2  # one word may be rendered by itself in a free translation too
_MOST_COMBINATIONS = 500


def literal_renderings(match: TermMatch, links: Links) -> Iterator[tuple[Range, Range]]:
    """Source and target ranges where every content word of an idiom has a rendering of its own.

    A word of the same family counts too: გაუცივდა "went cold" for ცივი "cold".

    The renderings stand near each other and no two words share one.
    """
    for occurrence in match.occurrences:
        inside = [
            number
            for number, unit in enumerate(links.units)
            if occurrence.start <= unit.token.start < occurrence.end and not unit.is_name
        ]
        places = [
            [
                position
                for position, kind in links.found[n].items()
                if kind in (Link.RENDERING, Link.FAMILY)
            ]
            for n in inside
        ]
        if len(inside) < _LEAST_WORDS or not all(places):
            continue
        choices = (
            choice
            for choice in islice(product(*places), _MOST_COMBINATIONS)
            if len(set(choice)) == len(choice)
        )
        nearest = min(choices, key=lambda c: max(c) - min(c), default=None)
        if nearest and max(nearest) - min(nearest) < len(nearest) + _SLACK:
            first, last = links.words[min(nearest)], links.words[max(nearest)]
            yield (occurrence.start, occurrence.end), (first.start, last.end)
