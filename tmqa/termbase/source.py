"""English patterns: parsed once into an index, then found in one pass over a sentence's tokens.

Patterns are indexed by their first word, so the cost of a pass does not grow with the number
of patterns that start with other words. The pattern language is described in
`glossaries/README.md`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tmqa.lang.en.lemmas import POSSESSIVES, lemmas
from tmqa.values import Token

P = TypeVar("P", bound=Hashable)

_PIECES = re.compile(r"one's|\.\.\.|[^\W_]+(?:\|[^\W_]+)*|['’]\w+|[^\s\w]")
_GAP = "..."
_POSSESSIVE = "one's"
_LONGEST_GAP = 3
_LONGEST_OWNER = 3  # words before 's in "the company's"

Element = str | frozenset[str]


@dataclass(frozen=True, slots=True)
class SourceHit(Generic[P]):
    """A pattern's payload with the span of the text that it matched.

    `solid` is False for a pattern with a gap, whose span holds words that it does not name.
    """

    payload: P
    start: int
    end: int
    solid: bool


def parse(pattern: str) -> tuple[Element, ...]:
    """The elements of an English pattern: a gap, a possessive slot, or a set of words."""
    elements: list[Element] = []
    for piece in _PIECES.findall(pattern):
        if piece in (_GAP, _POSSESSIVE):
            elements.append(piece)
        elif piece != "-":
            elements.append(frozenset(piece.split("|")))
    return tuple(elements)


class SourceIndex(Generic[P]):
    """English patterns with payloads, found in token sequences."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[Element, ...], P]]] = defaultdict(list)

    def add(self, pattern: str, payload: P) -> None:
        """Index `pattern`; a pattern that starts with a slot or a gap starts after it."""
        elements = parse(pattern)
        while elements and isinstance(elements[0], str):
            elements = elements[1:]
        if elements and not isinstance(elements[0], str):
            for word in elements[0]:
                self._by_first[word].append((elements, payload))

    def find(self, tokens: Sequence[Token]) -> Iterator[SourceHit[P]]:
        """Every pattern that stands in `tokens`, in the order of its first word."""
        units = [token for token in tokens if token.text != "-"]
        readings = [lemmas(token.text) | {token.text} for token in units]
        for start, words in enumerate(readings):
            seen: set[tuple[P, int]] = set()
            for word in words:
                for elements, payload in self._by_first.get(word, ()):
                    end = _match(elements, 1, readings, start + 1, units)
                    if end is not None and (payload, end) not in seen:
                        seen.add((payload, end))
                        solid = _GAP not in elements
                        yield SourceHit(payload, units[start].start, units[end - 1].end, solid)


def _match(
    elements: tuple[Element, ...],
    at: int,
    readings: list[frozenset[str]],
    position: int,
    units: list[Token],
) -> int | None:
    """The end position of the shortest match of `elements[at:]` from `position`, if any."""
    if at == len(elements):
        return position
    element = elements[at]
    if element == _GAP:
        furthest = min(position + _LONGEST_GAP, len(units))
        for after in range(position, furthest + 1):
            if after > position and not units[after - 1].is_word:
                return None
            end = _match(elements, at + 1, readings, after, units)
            if end is not None:
                return end
        return None
    if element == _POSSESSIVE:
        for after in _after_possessive(readings, position):
            end = _match(elements, at + 1, readings, after, units)
            if end is not None:
                return end
        return None
    if position < len(units) and not readings[position].isdisjoint(element):
        return _match(elements, at + 1, readings, position + 1, units)
    return None


def _after_possessive(readings: list[frozenset[str]], position: int) -> Iterator[int]:
    for length in range(_LONGEST_OWNER + 1):
        last = position + length
        if last < len(readings) and not readings[last].isdisjoint(POSSESSIVES):
            yield last + 1
            return
