"""Georgian numbers: digits with affixes, vigesimal number words, ordinals, clock times.

97 is ოთხმოცდაჩვიდმეტი, four times twenty and seventeen; hundreds are written solid (ორასი "two
hundred") or apart, and every word takes case endings, postpositions and compound tails.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import ENDINGS
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

# Stems of 0–19 without the nominative ending.
_UNITS = {
    "ნულ": 0, "ერთ": 1, "ორ": 2, "სამ": 3, "ოთხ": 4, "ხუთ": 5, "ექვს": 6, "შვიდ": 7, "რვა": 8,
    "რვ": 8, "ცხრა": 9, "ცხრ": 9, "ათ": 10, "თერთმეტ": 11, "თორმეტ": 12, "ცამეტ": 13,
    "თოთხმეტ": 14, "თხუთმეტ": 15, "თექვსმეტ": 16, "ჩვიდმეტ": 17, "თვრამეტ": 18, "ცხრამეტ": 19,
}  # fmt: skip
_SCORES = {"ოც": 20, "ორმოც": 40, "სამოც": 60, "ოთხმოც": 80}  # twenties
_SCALES = {
    "ათას": 1e3, "მილიონ": 1e6, "მლნ": 1e6, "მილიარდ": 1e9, "მლრდ": 1e9, "ტრილიონ": 1e12,
    "ტრლნ": 1e12,
}  # fmt: skip
# Words that hold a number without being built of number stems.
_OTHERS = {
    "პირველ": 1, "ერთხელ": 1, "ორივე": 2, "ნახევარ": 0.5, "ნახევრ": 0.5, "მეოთხედ": 0.25,
    "დუჟინ": 12, "ათეულ": 10, "ასეულ": 100, "ათწლეულ": 10, "საუკუნ": 100,
}  # fmt: skip
# Compound tails: years, months, days, hours, weeks, minutes, persons, storeys, times, ways …
_COMPOUND = (
    "წლ", "წელ", "თვ", "დღ", "საათ", "კვირ", "წუთ", "წამ", "კაც", "სართულ", "ჯერ", "გზ", "ფეხ",
    "თავ", "მხრივ", "კუთხ", "ნაწილ", "ოთახ", "კილომეტრ", "მეტრ", "პუნქტ", "ქულ", "ეულ", "იან",
    "ნახევარ", "ნახევრ", "ოდე", "ივე", "ვე", "მაგ", "ნაირ", "ადგილ", "გვერდ", "თვლიან", "ობით",
    "პროცენტ", "ბორბ", "ლარ", "დოლარ", "შვილ", "ხელ",
)  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMERAL = regex.compile(
    rf"""(?P<first>მე)?
    (?:(?P<hundreds>ორ|სამ|ოთხ|ხუთ|ექვს|შვიდ|რვა|ცხრა)?(?P<hundred>ას))?
    (?:(?P<score>ოთხმოც|სამოც|ორმოც|ოც)(?:და(?P<inner>მე)?(?P<rest>{_UNIT}))?|(?P<unit>{_UNIT}))?
    (?P<scale>ათას|მილიონ|მილიარდ)?
    (?P<tail>.*)""",
    regex.VERBOSE,
)
_TAILS = (
    frozenset(ENDINGS["consonant"])
    | frozenset(ENDINGS["unchanging"])
    | frozenset(ENDINGS["vowel-pl"])
)
# Endings of a numeral before its noun; scale words with them: ათასი, ათას, ათასმა, ათასობით.
_ATTRIBUTIVE = ("", "ი", "მა", "ობით")
_SCALE_FORMS = frozenset(stem + ending for stem in _SCALES for ending in _ATTRIBUTIVE)
_WORD = regex.compile(r"[ა-ჰᲐ-Ჰ]+")
_AFTER = regex.compile(
    r"(?:[\s\u00a0-]{0,2}(?P<scale>ათას|მილიონ|მილიარდ|ტრილიონ|მლნ|მლრდ|ტრლნ)[ა-ჰ]*\.?)"
)
_FOLDS = {
    "ორმაგ": 2,
    "სამმაგ": 3,
    "ოთხმაგ": 4,
    "ხუთმაგ": 5,
    "ათმაგ": 10,
    "განახევრ": 0.5,
    "ანახევრ": 0.5,
    "ნახევრდ": 0.5,
}
_FOLD = regex.compile(rf"\b(?:გა|გავა|გაა|გაი|გაუ|ა|ი|უ)?(?P<stem>{'|'.join(_FOLDS)})[ა-ჰ]*")
_HALF_OF = regex.compile(r"(?P<hour>[ა-ჰ]+ის)\sნახევ[ა-ჰ]+")
_MINUTES_OF = regex.compile(r"(?P<hour>[ა-ჰ]+ის)\s(?P<minutes>[ა-ჰ]+)\sწუთ[ა-ჰ]+")
_MINUTES_TO = regex.compile(
    r"(?P<hour>[ა-ჰ]+ს)\s(?:აკლ[ა-ჰ]+\s(?P<minutes>[ა-ჰ]+)(?:\sწუთ[ა-ჰ]+)?"
    r"|(?P<minutes>[ა-ჰ]+)\sწუთ[ა-ჰ]+\sაკლ[ა-ჰ]+)"
)
_RANGE = regex.compile(r"\s?(?:-|–|—)\s?(?=\d)|-?დან\s|\sდან\s")
_WHOLE = regex.compile(r"\s(?:(?P<hour>საათ)|(?P<decade>ათწლეულ)|(?P<century>საუკუნ))")
# thirds to tenths
_PARTS = {
    "მესამედ": 3, "მეოთხედ": 4, "მეხუთედ": 5, "მეექვსედ": 6, "მეშვიდედ": 7, "მერვედ": 8,
    "მეცხრედ": 9, "მეათედ": 10,
}  # fmt: skip
_SHARES = {stem: value for stem, value in _UNITS.items() if 1 < value < 10}
_FRACTION = regex.compile(rf"\b(?P<many>{'|'.join(_SHARES)})ი?\s(?P<part>{'|'.join(_PARTS)})[ა-ჰ]*")
_ROMAN = regex.compile(r"(?<![\p{L}\d])(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\d])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=2_000)  # a check looks at each text again for its neighbours
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a Georgian text in order."""
    found = _told_times(text) + _clock_times(text) + _folds(text)
    found += fractions(text, _FRACTION, _SHARES, _PARTS)
    for quantity in _digits(text):
        if not any(o.start <= quantity.start < o.end for o in found):
            found.append(quantity)
    words = [w for w in _words(text) if not any(q.start <= w.start < q.end for q in found)]
    found += combine(words, text, r"\s|\sდა\s")
    found = in_parts(found, text, _WHOLE)
    found += [
        Quantity(rounded([_roman(m.group())]), m.start(), m.end(), False)
        for m in _ROMAN.finditer(text)
        if m.group()
    ]
    return tuple(sorted(found, key=lambda q: q.start))


def _folds(text: str) -> list[Quantity]:
    """Words such as გაორმაგდა "doubled" and სამმაგი "threefold"."""
    found = []
    for match in _FOLD.finditer(text):
        times = _FOLDS[match["stem"]]
        values = frozenset({float(times), fold_reading(times)})
        found.append(Quantity(values, match.start(), match.end(), False))
    return found


def _told_times(text: str) -> list[Quantity]:
    """Times told by the hour that they are part of.

    ცხრის ნახევარი, half of the ninth hour: 8:30; ცხრის ოცი წუთი: 8:20; ცხრას ოცი წუთი აკლია: 8:40.
    """
    found = []
    for pattern in (_HALF_OF, _MINUTES_OF, _MINUTES_TO):
        for match in pattern.finditer(text):
            hour = _small(match["hour"])
            minutes = 30 if pattern is _HALF_OF else _small(match["minutes"])
            if 1 <= hour <= 12 and 1 <= minutes < 60:
                after = 60 - minutes if pattern is _MINUTES_TO else minutes
                values = told_readings(hour - 1, after)
                found.append(Quantity(values, match.start(), match.end(), False))
    return found


def _small(word: str) -> int:
    """The value of a number word below a thousand; 0 for other words."""
    found = word_value(word)
    return int(found[0]) if found and not found[1] else 0


def _clock_times(text: str) -> list[Quantity]:
    found = []
    for match in CLOCK.finditer(text):
        if _AFTER.match(text, match.end()):  # 1.05 მილიონი "million" is no time
            continue
        hour, minute = int(match["hour"]), int(match["minute"])
        values = {clock_reading(hour, minute)}
        if minute == 0:
            values.add(float(hour))
        if "." in match.group():
            values |= digit_readings(match.group())
        found.append(Quantity(rounded(values), match.start(), match.end(), True))
    return found


def _digits(text: str) -> list[Quantity]:
    found = []
    for match in DIGITS.finditer(text):
        values = set(digit_readings(match["number"]))
        end = match.end()
        after = _AFTER.match(text, end)
        if after:
            values = {v * _SCALES[after["scale"]] for v in values}
            end = after.end("scale")
        elif (run := _RANGE.match(text, end)) and (second := DIGITS.match(text, run.end())):
            later = _AFTER.match(text, second.end())
            if later:
                values |= {v * _SCALES[later["scale"]] for v in values}
        if text[end : end + 5] == "-იანი" or text[end : end + 4] == "-იან":
            values |= {1900 + v for v in values if v < 100}
        found.append(Quantity(rounded(values), match.start(), end, True))
    return found


def _words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        parsed = word_value(fold(match.group()))
        if parsed is not None:
            value, scale = parsed
            found.append(Word(value, match.start(), match.end(), scale=scale))
    return found


@lru_cache(maxsize=50_000)
def word_value(word: str) -> tuple[float, bool] | None:
    """The value of one number word in any form, and whether it multiplies; None for others."""
    for stem, value in _SCALES.items():
        if word.startswith(stem) and _is_tail(word[len(stem) :]):
            return value, True
    for stem, value in _OTHERS.items():
        if word.startswith(stem) and _is_tail(word[len(stem) :]):
            return value, False
    match = _NUMERAL.fullmatch(word)
    if match is None or not any(match[g] for g in ("hundred", "score", "unit")):
        return None
    tail = match["tail"]
    ordinal = bool(match["first"] or match["inner"])
    if not (_is_tail(tail) or (ordinal and tail[:1] == "ე" and _is_tail(tail[1:]))):
        return None
    if match["first"] and not tail.startswith("ე"):
        return None
    value = 0.0
    if match["hundred"]:
        value += 100 * _UNITS.get(match["hundreds"] or "", 1)
    value += _SCORES.get(match["score"] or "", 0)
    value += _UNITS.get(match["rest"] or match["unit"] or "", 0)
    if match["scale"]:
        value *= _SCALES[match["scale"]]
    if "ნახევარ" in tail or "ნახევრ" in tail:  # ორნახევარი "2.5", ორსაათნახევარი "2.5 hours"
        value += 0.5 * (_SCALES[match["scale"]] if match["scale"] else 1)
    return value, False


@lru_cache(maxsize=50_000)
def is_cardinal(word: str) -> bool:
    """True for a cardinal above one as it stands before its noun: ხუთი, ხუთ, ხუთმა "five".

    ასობით, ათასობით "hundreds, thousands of" count too.
    """
    if word in _SCALE_FORMS:
        return True
    match = _NUMERAL.fullmatch(word)
    found = word_value(word)
    if match is None or found is None or found[0] <= 1:
        return False
    return not (match["first"] or match["inner"]) and match["tail"] in _ATTRIBUTIVE


def _is_tail(tail: str) -> bool:
    return tail in _TAILS or tail.startswith(_COMPOUND)


def _roman(letters: str) -> float:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return float(sum(-v if v < n else v for v, n in zip(values, following, strict=True)))
