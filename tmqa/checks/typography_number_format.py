"""See `TypographyNumberFormat`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_NO_BREAK_SPACE = "\u00a0"
_AROUND = r"(?<![\w.,:/]){}(?![\d_\p{{Latin}}]|[.,:/]\d)"
# Numbers with decimals or thousands marked as in English, and as in Georgian.
_ENGLISH = regex.compile(_AROUND.format(r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)"))
_GEORGIAN = regex.compile(_AROUND.format(r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+,\d+)"))
_TO_ENGLISH = str.maketrans({",": ".", " ": ",", "\u00a0": ",", "\u202f": ","})
_TO_GEORGIAN = str.maketrans({".": ",", ",": _NO_BREAK_SPACE})
# Before a number, a Latin word in the target makes it part of a name (iOS 17.4), and so do a
# capitalised word inside a sentence of the source and words for parts of a text.
_NAMED = regex.compile(r"[\p{Latin}§№#][\p{L}\d.'’-]*\s?$")
_NAMED_IN_SOURCE = regex.compile(
    r"(?:(?<=[\p{Ll},]\s)\p{Lu}[\p{L}\d.]*"
    r"|\b(?i:version|release|section|chapter|article|figure|table|no|v)\.?|[§#])\s?$"
)
_VERSION = regex.compile(r"\s(?:branch|release|series|beta|update|firmware|version)\b")
_TIME_OF_DAY = regex.compile(r"\s?(?:[ap]\.?m\b|-?\s?საათ)")
_UNGROUPED = 4  # digits; numbers of four are written with and without a space


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark inside numbers: the English one, its name, and the Georgian rule."""

    char: str
    name: str
    rule: str


_MARKS = (
    _Mark(".", "a point before decimals", "a comma"),
    _Mark(",", "a comma between thousands", "a no-break space"),
)


class TypographyNumberFormat(ArticleCheck):
    """Decimals follow a point, or thousands a comma, as in English.

    Why: Georgian writes a comma before decimals and a no-break space between thousands (CLDR), so
    that 1,200 reads as one and two tenths.

    Limits: only numbers that stand in the source in the same form are looked at, no times, names
    and versions (iOS 17.4). One finding an article for each of the two marks, at the first, with
    their number; neutral where the article never writes it the Georgian way, since some
    publishers keep the English marks.
    """

    rule_id = "typography-number-format"
    category = "locale-conventions/number-format"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample(
            "Prices rose by 2.8 per cent.\nThey rose by 3.1 per cent in May.",
            "ფასები [[2.8]] პროცენტით გაიზარდა.\nმაისში ისინი 3,1 პროცენტით გაიზარდა.",
            "ფასები 2,8 პროცენტით გაიზარდა.\nმაისში ისინი 3,1 პროცენტით გაიზარდა.",
        ),
        CheckExample(
            "By 5.30 pm, 12,500 guests had iOS 17.4 or the 3.8 branch.",
            "5.30 საათისთვის [[12,500]] სტუმარს ჰქონდა iOS 17.4 ან შტო 3.8.",
            "5.30 საათისთვის 12 500 სტუმარს ჰქონდა iOS 17.4 ან შტო 3.8.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """The first number with each of the English marks, counting all of them."""
        numbers = [(pair, match) for pair in pairs for match in _english(pair)]
        georgian = "".join(number for pair in pairs for number in _georgian(pair))
        for mark in _MARKS:
            wrong = [(pair, match) for pair, match in numbers if mark.char in match.group()]
            if not wrong:
                continue
            pair, match = wrong[0]
            better = match.group().translate(_TO_GEORGIAN)
            plain = better.replace(_NO_BREAK_SPACE, "")
            others = f" ({len(wrong)} such numbers in the article)" if len(wrong) > 1 else ""
            yield self.finding(
                pair,
                f"{match.group()} has {mark.name}, as in English; write {better} with "
                f"{mark.rule}{others}.",
                target=match.span(),
                suggestions=(better, plain) if len(plain) == _UNGROUPED else (better,),
                severity=None if mark.char in georgian else Severity.NEUTRAL,
            )


def _english(pair: SegmentPair) -> Iterator[regex.Match[str]]:
    """The target's numbers that the source writes alike, and that are no names or times."""
    source = {m.group() for m in _ENGLISH.finditer(pair.source.text) if not _is_named(m, pair)}
    text = pair.target.text
    for match in _ENGLISH.finditer(text):
        if (
            match.group() in source
            and not _NAMED.search(text, endpos=match.start())
            and not _TIME_OF_DAY.match(text, match.end())
            and not pair.target.is_code(match.start())
        ):
            yield match


def _is_named(match: regex.Match[str], pair: SegmentPair) -> bool:
    text = pair.source.text
    return bool(
        _NAMED_IN_SOURCE.search(text, endpos=match.start())
        or _VERSION.match(text, match.end())
        or _TIME_OF_DAY.match(text, match.end())
        or pair.source.is_code(match.start())
    )


def _georgian(pair: SegmentPair) -> Iterator[str]:
    """The target's numbers in Georgian form that the source has in English form, as there."""
    source = {match.group() for match in _ENGLISH.finditer(pair.source.text)}
    for match in _GEORGIAN.finditer(pair.target.text):
        english = match.group().translate(_TO_ENGLISH)
        if english in source:
            yield english
