"""Georgian punctuation: dash and hyphen, and spaces around marks.

The dash (ტირე), en or em, stands between spaces in prose; the hyphen (დეფისი) without spaces in
compounds and before the ending of a Latin name, a figure or a quotation. Sources: Microsoft's
Georgian style guide; the school grammar's rules of the two marks; CLDR `ka` for 25% and 20°C
without a space.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from tmqa.lang.ka.nominal import ENDINGS
from tmqa.lang.ka.words import ABBREVIATIONS, CLOSING_ABBREVIATIONS

DASHES = "—–"

# What a hyphen joins to a Latin name, a figure or a quotation: case endings, postpositions and
# particles, the ordinals' -ე, -ლი and -ელი, -იანი "of the …s", -ჯერ "times".
_SUFFIXES = {
    ending for name in ("consonant", "unchanging", "vowel-pl") for ending in ENDINGS[name] if ending
} | {"ე", "ლი", "ელი", "იანი", "იან", "იანები", "იანების", "იანებში", "ჯერ", "წლიანი", "ვე", "ც"}
SUFFIX = "|".join(sorted(_SUFFIXES, key=len, reverse=True))

# Directions that are one word with a hyphen: north-east, south-west …
_COMPASS = r"(?:ჩრდილოეთ|სამხრეთ)(?P<mark>[–—])(?:აღმოსავლეთ|დასავლეთ)"
_STEM = r"[\p{Latin}\d\"”“»)]"
_END = r"(?![\p{L}\d–—-])"

# A dash where a hyphen belongs: before an ending, in ordinals (მე–5), compass points, repeated
# words (ნელ–ნელა "slowly").
DASH_FOR_HYPHEN = (
    regex.compile(rf"(?<={_STEM})(?P<mark>[–—])(?:{SUFFIX}){_END}"),
    regex.compile(r"(?<!\p{L})მე(?P<mark>[–—])(?=\d)"),
    regex.compile(_COMPASS),
    regex.compile(r"(?<!\p{L})(?P<word>[ა-ჰ]{2,})(?P<mark>[–—])(?=(?P=word))"),
)
# A hyphen that a space parts from the ending that it joins: Facebook- ის.
PARTED_SUFFIX = regex.compile(
    rf"(?<=[\p{{Latin}}\d])(?P<mark>-[ \u00a0]|[ \u00a0]-)(?:{SUFFIX}){_END}"
)
# An em dash between words without spaces.
DASH_WITHOUT_SPACES = regex.compile(r"(?<=[ა-ჰ])(?P<mark>—)(?=[ა-ჰ])")
# A hyphen between spaces, not between figures: a range or a minus sign.
SPACED_HYPHEN = regex.compile(
    r"(?<=\S[ \u00a0])(?P<mark>--?)(?=[ \u00a0]\S)(?<!\d[ \u00a0]-(?=[ \u00a0]\d))"
)
SPACED_DASH = regex.compile(r"(?<=\s)[–—](?=\s)")


@dataclass(frozen=True, slots=True)
class Spacing:
    """A fault of spaces or of repeated marks, and what to write for its `mark`.

    `pattern` has a group `mark`; `better` are templates over its groups. With `proof`, a pattern
    in which {number} stands for the group of that name, it is a fault only where the source has
    that; else only where the source does not have the mark itself, unless it `always` is one.
    """

    fault: str
    pattern: regex.Pattern[str]
    better: tuple[str, ...]
    proof: str = ""
    always: bool = False
    is_style: bool = False  # publishers differ


_LETTER = "[ა-ჰᲐ-Ჰ]"
_SPACE = r"[ \u00a0]"
_WORD_END = r"(?<=[\p{L}\d%\p{Pe}“”\"])"
# Not after an abbreviation, nor in ელ.ფოსტა "e-mail", which is written so too.
_SHORT = "|".join(sorted(map(regex.escape, ABBREVIATIONS | CLOSING_ABBREVIATIONS)))
_WHOLE_WORD = rf"(?<={_LETTER}{{3}})(?<!(?<!{_LETTER})(?:{_SHORT}))"

SPACING: tuple[Spacing, ...] = (
    Spacing(
        "has a space before the mark",
        regex.compile(
            rf"(?={_SPACE}+[,;:!?.]){_WORD_END}(?P<mark>{_SPACE}+(?P<sign>[,;:!?.]))(?![.\p{{L}}\d)(-])"
        ),
        (r"\g<sign>",),
    ),
    Spacing(
        "needs a space after it",
        regex.compile(rf"(?<={_LETTER}{{2}})(?P<mark>,)(?={_LETTER}{{2}})"),
        (", ",),
        always=True,
    ),
    Spacing(
        "needs a space after it",
        regex.compile(rf"(?=[.!?;:]{_LETTER}{{3}}){_WHOLE_WORD}(?P<mark>[.!?;:])"),
        (r"\g<mark> ",),
        always=True,
    ),
    Spacing(
        "is neither a full stop nor an ellipsis",
        regex.compile(r"(?<![.?!…])(?P<mark>\.\.)(?![.…])"),
        (".", "…"),
    ),
    Spacing(
        "is no quotation mark",
        regex.compile(r"(?<![\p{L}\d])(?P<mark>,,)(?=\p{L})"),
        ("„",),
    ),
    Spacing(
        "repeats a mark",
        regex.compile(r"(?<=[\p{L}\d])(?P<mark>(?P<sign>[,;:])(?P=sign))"),
        (r"\g<sign>",),
    ),
    Spacing(
        "has a mark too many",
        regex.compile(rf"(?=[,;:]\.|\.[,;:]){_WHOLE_WORD}(?P<mark>[.,;:]{{2}})(?!\.)"),
        (".", ","),
    ),
    Spacing(
        "parts the sign from its number",
        regex.compile(r"(?P<mark>[#№] +)(?P<number>\d+)"),
        ("№",),
        proof=r"[#№]{number}(?!\d)",
    ),
    Spacing(
        "parts the sign from its number",
        regex.compile(rf"(?<![\d.,])(?P<number>\d+)(?P<mark>{_SPACE}+%)"),
        ("%",),
        proof=r"(?<![\d.,]){number}%",
        is_style=True,
    ),
    Spacing(
        "has the sign on the wrong side",
        regex.compile(r"(?P<mark>%(?P<number>\d+))"),
        (r"\g<number>%",),
        proof=r"(?<![\d.,]){number}%",
    ),
    Spacing(
        "parts the sign from its scale",
        regex.compile(rf"(?<=\d)(?P<mark>{_SPACE}?°{_SPACE}+(?P<sign>[CF]))\b"),
        (r"°\g<sign>",),
    ),
    Spacing(
        "has a space inside the bracket",
        regex.compile(rf"(?P<mark>(?P<sign>[(\[„«]){_SPACE}+)(?=\p{{L}})"),
        (r"\g<sign>",),
    ),
    Spacing(
        "has a space inside the bracket",
        regex.compile(rf"(?<=\p{{L}})(?P<mark>{_SPACE}+(?P<sign>[)\]»]))"),
        (r"\g<sign>",),
    ),
)
