"""English numbers: digits, words, ordinals, clock times, decades."""

from __future__ import annotations

from functools import lru_cache

import regex

from tmqa.lang.numbers import (
    CLOCK,
    DIGITS,
    Quantity,
    Word,
    clock_reading,
    combine,
    digit_readings,
    fold_reading,
    fractions,
    in_parts,
    rounded,
    told_readings,
)

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "once": 1, "twice": 2, "both": 2,
}  # fmt: skip
_FRACTIONS = {"half": 0.5, "quarter": 0.25}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_NUMBER_TABLES = (_UNITS, _ORDINALS, _FRACTIONS, _SCALES)
_WORD = regex.compile(r"[A-Za-z]+")
_AFTER = regex.compile(
    r"(?P<tight>(?:st|nd|rd|th|s|[’']s)\b)?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|mln|tn|trn|[kmb])\b)?",
    regex.IGNORECASE,
)
_HALF_DAY = regex.compile(r"\s?(?P<half>[ap])\.?m\b\.?", regex.IGNORECASE)
# Before a time with a full stop (at 8.40), which may also be an amount; then it reads as either.
_TIME_BEFORE = regex.compile(r"\b(?:at|until|till|by|after|before|from|since) $", regex.IGNORECASE)
_FOLDS = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4, "halv": 0.5}
_FOLD = regex.compile(rf"\b(?P<stem>{'|'.join(_FOLDS)})(?:ed|es|ing)\b", regex.IGNORECASE)
# Not "five to ten people": of fives and tens, only minutes count down to an hour.
_TOLD_TIME = regex.compile(
    r"\b(?:a\s)?(?P<minutes>half|quarter|five|ten|twenty(?:-five)?)(?:\sminutes)?[\s-]"
    r"(?P<side>past|(?<!(?:^|[^-\w])(?:five|ten)[\s-])to)[\s-](?P<hour>\d{1,2}|[a-z]+)\b",
    regex.IGNORECASE,
)
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_WHOLE = regex.compile(
    r"(?:\s|-)(?:of\s)?(?:an?\s)?"
    r"(?:(?P<hour>hours?)|(?P<decade>decades?)|(?P<century>century|centuries))\b",
    regex.IGNORECASE,
)
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARES = {word: int(value) for word, value in _UNITS.items() if 1 < value < 10}
# Not "one third", which may be a third one.
_FRACTION = regex.compile(
    rf"\b(?P<many>{'|'.join(_SHARES)})[\s-](?P<part>{'|'.join(_PARTS)})s\b", regex.IGNORECASE
)
_RANGE = regex.compile(r"\s?(?:-|–|—|to|and|or)\s?(?=\d)")


@lru_cache(maxsize=2_000)  # a check looks at each text again for its neighbours
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of an English text in order."""
    found = _told_times(text) + _clock_times(text) + _folds(text)
    found += fractions(text, _FRACTION, _SHARES, _PARTS)
    found += [q for q in _digits(text) if not _inside(q, found)]
    words = [w for w in _words(text) if not any(q.start <= w.start < q.end for q in found)]
    found += combine(words, text, r"(?:\s|-|\sand\s(?:a\s)?|\sa\s|\sof\sa\s)+")
    return tuple(sorted(in_parts(found, text, _WHOLE), key=lambda q: q.start))


def is_number_word(word: str) -> bool:
    """True for a lower-case cardinal, ordinal or scale word, or its plural."""
    return any(w in table for w in (word, word.removesuffix("s")) for table in _NUMBER_TABLES)


def _inside(quantity: Quantity, others: list[Quantity]) -> bool:
    return any(o.start <= quantity.start < o.end for o in others)


def _folds(text: str) -> list[Quantity]:
    """Verbs such as tripled, which Georgian writes as one word or as "three times"."""
    found = []
    for match in _FOLD.finditer(text):
        times = _FOLDS[match["stem"].lower()]
        values = frozenset({float(times), fold_reading(times)})
        found.append(Quantity(values, match.start(), match.end(), False))
    return found


def _told_times(text: str) -> list[Quantity]:
    """Times such as half past eight and twenty to nine."""
    found = []
    for match in _TOLD_TIME.finditer(text):
        word = match["hour"].lower()
        hour = int(word) if word.isdigit() else int(_UNITS.get(word, 0))
        minutes = _MINUTES[match["minutes"].lower()]
        if 1 <= hour <= 12:
            past = match["side"].lower() == "past"
            values = told_readings(hour, minutes) if past else told_readings(hour - 1, 60 - minutes)
            found.append(Quantity(values, match.start(), match.end(), False))
    return found


def _clock_times(text: str) -> list[Quantity]:
    found = []
    for match in CLOCK.finditer(text):
        after = _HALF_DAY.match(text, match.end())
        is_time = after or ":" in match.group() or _TIME_BEFORE.search(text, 0, match.start())
        if not is_time:
            continue
        hour, minute = int(match["hour"]), int(match["minute"])
        values = {clock_reading(hour, minute)}
        if hour < 12 and (after is None or after["half"].lower() == "p"):
            values.add(clock_reading(hour + 12, minute))
        if minute == 0:
            values |= {float(hour), float(hour + 12)}
        if after is None and "." in match.group():
            values.add(hour + minute / 100)
        end = after.end() if after else match.end()
        found.append(Quantity(frozenset(values), match.start(), end, True))
    return found


def _digits(text: str) -> list[Quantity]:
    found = []
    for match in DIGITS.finditer(text):
        written = match["number"]
        values = set(_locale_readings(written))
        after = _AFTER.match(text, match.end())
        end = match.end()
        scale = _scale(after["scale"]) if after and after["scale"] else None
        half = _HALF_DAY.match(text, match.end())
        if half:
            values |= {v + 12 for v in values if v < 12} | {
                clock_reading(int(v), 0) for v in values
            }
            values |= {clock_reading(int(v) + 12, 0) for v in values if 0 < v < 12}
            end = half.end()
        elif scale and after:
            values = {v * scale for v in values}
            end = after.end()
        elif after and after["tight"]:
            end = after.end("tight")
            if after["tight"].endswith("s"):
                values |= {v % 100 for v in values} | {1900 + v for v in values if v < 100}
        elif (run := _RANGE.match(text, end)) and (second := DIGITS.match(text, run.end())):
            later = _AFTER.match(text, second.end())
            if later and later["scale"]:
                values |= {v * _scale(later["scale"]) for v in values}
        found.append(Quantity(rounded(values), match.start(), end, True))
    return found


def _locale_readings(written: str) -> frozenset[float]:
    """English readings; a comma always groups and a point is always decimal."""
    if "," in written and "." not in written and not regex.fullmatch(r"\d{1,3}(,\d{3})+", written):
        return digit_readings(written)
    if regex.fullmatch(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", written):
        return rounded([float(written.replace(",", ""))])
    return digit_readings(written)


def _scale(word: str) -> float:
    lower = word.lower()
    return _SCALES.get(lower) or _SHORT_SCALES[lower]


def _words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        singular = word[:-1] if word.endswith("s") and word[:-1] in _SCALES else word
        if word in _UNITS:
            found.append(Word(_UNITS[word], match.start(), match.end()))
        elif word in _ORDINALS:
            found.append(Word(_ORDINALS[word], match.start(), match.end(), final=True))
        elif word in _FRACTIONS:
            found.append(Word(_FRACTIONS[word], match.start(), match.end()))
        elif singular in _SCALES and (singular == word or found):
            found.append(Word(_SCALES[singular], match.start(), match.end(), scale=True))
    return found
