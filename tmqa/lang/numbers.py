"""Numbers in English and Georgian text as values, whatever way they are written.

A number may be read in more than one way ("1,234" in Georgian text is 1234 or 1.234; "5 pm" is
5 or 17; "the 90s" are 90 or 1990), so a `Quantity` holds every reading, and two quantities
agree when they share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

# Readings are rounded to this many places so that 2.5 million and 2 500 000 are equal.
_PLACES = 6
_FRACTIONS = frozenset({0.5, 0.25})  # follow a whole number in "two and a half"
_ANDS = frozenset({"and", "და"})
_PARTS = {"decade": 10, "century": 100, "hour": 60}

DIGITS = regex.compile(
    r"""(?<![\p{L}\p{Nd}_])
    (?P<number>[0-9]{1,3}(?:(?P<group>[,.\u00a0\u202f\u2009 ])[0-9]{3})(?:(?P=group)[0-9]{3})*(?:[.,][0-9]+)?(?![0-9])
      |[0-9]+(?:[.,][0-9]+)?)
    """,
    regex.VERBOSE,
)
_WRITTEN_FRACTION = regex.compile(r"(?<![\d/.,])([1-9])[/⁄]([2-9]|10)(?![\d/.,])")
CLOCK = regex.compile(
    r"(?<![0-9.,:])(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])(?![0-9:]|[.,][0-9])"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: its possible values, its span, and whether digits write it."""

    values: frozenset[float]
    start: int
    end: int
    digits: bool

    def agrees(self, other: Quantity) -> bool:
        """True when the two may mean the same number."""
        return not self.values.isdisjoint(other.values)


@dataclass(frozen=True, slots=True)
class Word:
    """A number word: `scale` words (thousand, million) multiply what stands before them."""

    value: float
    start: int
    end: int
    scale: bool = False
    final: bool = False


def rounded(values: Iterable[float]) -> frozenset[float]:
    """The values as comparable readings."""
    return frozenset(round(value, _PLACES) for value in values)


def digit_readings(written: str) -> frozenset[float]:
    """Every value that digits with separators may stand for in either locale."""
    plain = regex.sub(r"[\u00a0\u202f\u2009 ]", "", written)
    readings = set()
    if regex.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        readings.add(float(regex.sub(r"[.,]", "", plain)))
    for group, point in ((",", "."), (".", ",")):
        text = plain.replace(group, "").replace(point, ".") if point in plain else plain
        if text.count(".") <= 1 and not (group in plain and point not in plain):
            readings.add(float(text))
    return rounded(readings)


def clock_reading(hour: int, minute: int) -> float:
    """A time of day as a value that no ordinary number has."""
    return -(hour * 60 + minute) - 0.5


def told_readings(hour: int, minute: int) -> frozenset[float]:
    """A time told on a clock face, before and after noon."""
    return frozenset({clock_reading(hour % 12, minute), clock_reading(hour % 12 + 12, minute)})


def fold_reading(times: float) -> float:
    """A multiplication (doubled, გაორმაგდა) as a value that no ordinary number has."""
    return -100_000 - times


def combine(words: Sequence[Word], text: str, joiner: str) -> list[Quantity]:
    """Number words that stand side by side as quantities: "two hundred and five" is one.

    `joiner` is a pattern for what may stand between the words of one number.
    """
    found: list[Quantity] = []
    group: list[Word] = []
    for word in [*words, None]:
        if group and (
            word is None
            or group[-1].final
            or not regex.fullmatch(joiner, text[group[-1].end : word.start])
            or not _continues(group, word, text[group[-1].end : word.start])
        ):
            values = rounded([_total(group)])
            found.append(Quantity(values, group[0].start, group[-1].end, False))
            group = []
        if word is not None:
            group.append(word)
    return found


def in_parts(found: Iterable[Quantity], text: str, whole: regex.Pattern[str]) -> list[Quantity]:
    """The quantities, those of hours, decades and centuries also read in minutes and years.

    `whole` matches what follows such a number, with a group "hour", "decade" or "century".
    """
    read = []
    for quantity in found:
        match = whole.match(text, quantity.end)
        if match and match.lastgroup:
            parts = rounded(value * _PARTS[match.lastgroup] for value in quantity.values)
            quantity = replace(quantity, values=quantity.values | parts)
        read.append(quantity)
    return read


def fractions(
    text: str, pattern: regex.Pattern[str], many: Mapping[str, int], parts: Mapping[str, int]
) -> list[Quantity]:
    """Shares such as three quarters and 2/3: the groups `many` and `part` of a pattern, by value."""
    found = [
        Quantity(rounded([many[m["many"].lower()] / parts[m["part"].lower()]]), *m.span(), False)
        for m in pattern.finditer(text)
    ]
    for match in _WRITTEN_FRACTION.finditer(text):
        above, below = int(match[1]), int(match[2])
        if above < below:
            found.append(Quantity(rounded([above / below]), *match.span(), True))
    return found


def _continues(group: Sequence[Word], word: Word, between: str) -> bool:
    """A number goes on with a scale word, or with a smaller one after a hundred, scale or "and"."""
    last = group[-1]
    if word.scale:
        return not last.scale or word.value > last.value
    if word.value in _FRACTIONS:
        return last.value >= 1 and not _ANDS.isdisjoint(between.split())
    return last.value >= 20 and word.value < last.value and (last.value % 10 == 0 or last.scale)


def _total(group: Sequence[Word]) -> float:
    total = current = 0.0
    for word in group:
        if word.scale and word.value == 100:
            current = (current or 1) * 100
        elif word.scale:
            total += (current or 1) * word.value
            current = 0.0
        else:
            current += word.value
    return total + current
