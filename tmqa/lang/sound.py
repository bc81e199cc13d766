"""Do an English and a Georgian word sound alike? For names, loanwords and transliterations.

English spelling is mapped to the Georgian letters that usually render it: the national system
of romanisation read backwards (`tmqa.lang.ka.romanisation`), plus the habits of Georgian press for English, French,
German and Spanish names (c as კ or ს, th as თ, ტ or ზ, silent h). The least costly reading of the
whole English word against a prefix of the Georgian one counts, when a case ending may follow.
"""

from __future__ import annotations

from functools import lru_cache

from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import ENDINGS
from tmqa.lang.ka.romanisation import readings

# English letters or letter groups with the Georgian strings that render them at no cost.
_READINGS: dict[str, tuple[str, ...]] = {
    "a": ("ა", "ე", "ეი", "ო"), "b": ("ბ",), "c": ("კ", "ს", "ც", "ქ", "ჩ"), "d": ("დ",),
    "e": ("ე", "ი", "ა", ""), "f": ("ფ", "ვ"), "g": ("გ", "ჯ", "ჟ", "ღ"), "h": ("ჰ", "ხ", ""),
    "i": ("ი", "აი", "ე"), "j": ("ჯ", "ჟ", "ი", "ხ", "ძ"), "k": ("კ", "ქ"), "l": ("ლ",), "m": ("მ",),
    "n": ("ნ",), "o": ("ო", "ა", "უ", "ოუ"), "p": ("პ", "ფ"), "q": ("კ", "ქ", "ყ"), "r": ("რ",),
    "s": ("ს", "ზ", "შ"), "t": ("ტ", "თ"), "u": ("უ", "ა", "იუ", "ი", ""), "v": ("ვ", "ფ"),
    "w": ("უ", "ვ", ""), "x": ("ქს", "კს", "გზ", "ზ", "ხ", "შ", "ს"), "y": ("ი", "აი", "ე", ""),
    "z": ("ზ", "ც", "ს"),
    "ai": ("ეი", "აი", "ე"), "au": ("ო", "აუ"), "aw": ("ო",), "ay": ("ეი", "აი"), "ch": ("ჩ", "კ", "შ", "ხ", "ქ"),
    "ck": ("კ", "ქ"), "dg": ("ჯ",), "dj": ("ჯ",), "ea": ("ი", "ე", "ია"), "ee": ("ი",), "ei": ("აი", "ეი", "ი"),
    "eu": ("ეუ", "იუ", "ო"), "ew": ("იუ", "უ"), "ey": ("ი", "ეი"), "gh": ("", "გ", "ღ", "ფ"), "gn": ("ნ", "ნი"),
    "gu": ("გ", "გვ"), "ie": ("ი", "აი"), "igh": ("აი",), "kh": ("ხ", "ქ"), "kn": ("ნ", "კნ"), "mb": ("მ", "მბ"),
    "oa": ("ოუ", "ო"), "oe": ("ო", "იო"), "oo": ("უ",), "ou": ("უ", "აუ", "ო"), "ow": ("აუ", "ოუ", "ო"),
    "oy": ("ოი",), "ph": ("ფ",), "ps": ("ფს", "პს", "ს"), "qu": ("კვ", "ქვ", "კ", "ქ"), "sc": ("ს", "სკ", "შ"), "sch": ("შ", "სკ"),
    "sh": ("შ",), "sion": ("სია", "ზია", "ჟენ", "შენ", "სიონ"), "th": ("თ", "ტ", "ზ", "დ", "ს"), "tch": ("ჩ",),
    "tion": ("ცია", "შენ", "ციონ"), "ts": ("ც",), "tsch": ("ჩ",), "tz": ("ც",), "wh": ("უ", "ვ", "ჰ"), "wr": ("რ",),
    "zh": ("ჟ",), "zz": ("ც", "ზ"), "ture": ("ჩერ", "ტურა", "ჩურ"), "cia": ("ცია", "ჩა", "სია"),
}  # fmt: skip
# The letters of Georgian names that English does not tell apart: Kazbegi ყაზბეგი.
for _latin, _letters in readings().items():
    _READINGS[_latin] = tuple(dict.fromkeys((*_READINGS.get(_latin, ()), *_letters)))
_LONGEST = max(map(len, _READINGS))
_TAILS = frozenset(tail for table in ENDINGS.values() for tail in table) | {
    "ელი",
    "ური",
    "ული",
    "იანი",
    "ობა",
}
_VOWEL_COST, _CONSONANT_COST = 0.35, 1.0
_ENGLISH_VOWELS = "aeiouy"

# Below this cost a letter, two words sound alike: found by hand on names of the news, where true
# pairs rarely exceed 0.15 and unrelated words start at 0.3.
ALIKE = 0.18


# The first Georgian letters that an English first letter, or group of them, may give.
_FIRST = {
    letter: frozenset(
        reading[:1]
        for letters, readings in _READINGS.items()
        if letters[0] == letter
        for reading in readings
    )
    for letter in "abcdefghijklmnopqrstuvwxyz"
}


@lru_cache(maxsize=100_000)
def sound_distance(english: str, georgian: str) -> float:
    """The cost a letter of reading `english` as `georgian` or as a stem of it; 0 is a match.

    Vowels are cheap to change or to drop, consonants are not. Returns 1.0 for hopeless pairs.
    """
    source, target = _undoubled(english.lower()), _undoubled(fold(georgian))
    if not source or not target or not _may_begin(source, target):
        return 1.0
    costs = _costs(source, target)
    best = min(
        (cost for length, cost in enumerate(costs) if length and target[length:] in _TAILS),
        default=float("inf"),
    )
    return min(1.0, best / max(3, len(source)))


def sounds_alike(english: str, georgian: str) -> bool:
    """True when the Georgian word is, but for its ending, a transcription of the English one."""
    return sound_distance(english, georgian) <= ALIKE


@lru_cache(maxsize=50_000)
def ending(english: str, georgian: str) -> str:
    """The ending of the Georgian word after the stem that sounds most like the English one.

    Of stems that sound equally alike the shortest counts.
    """
    source, folded = _undoubled(english.lower()), fold(georgian)
    tails = [tail for tail in _TAILS if folded.endswith(tail) and len(tail) < len(folded)]

    def cost(tail: str) -> tuple[float, int]:
        return _costs(source, _undoubled(folded.removesuffix(tail)))[-1], -len(tail)

    return min(tails, key=cost)


def _may_begin(source: str, target: str) -> bool:
    first = _FIRST.get(source[0], frozenset())
    return target[0] in first or ("" in first and target[0] in _FIRST.get(source[1:2], ()))


def _undoubled(word: str) -> str:
    """The word without its hyphens and the second of double consonants."""
    letters: list[str] = []
    for char in word:
        if char.isalpha() and not (letters and letters[-1] == char and char not in "aeiouაეიოუ"):
            letters.append(char)
    return "".join(letters)


def _costs(source: str, target: str) -> list[float]:
    """The least cost of reading all of `source` as each prefix of `target`, by its length."""
    width = len(target) + 1
    table = [[float("inf")] * width for _ in range(len(source) + 1)]
    table[0][0] = 0.0
    for i in range(len(source) + 1):
        row = table[i]
        for j in range(width):
            here = row[j]
            if here == float("inf"):
                continue
            if j < len(target):  # a Georgian letter that English does not write
                cost = here + (_VOWEL_COST if target[j] in VOWELS else _CONSONANT_COST)
                row[j + 1] = min(row[j + 1], cost)
            if i == len(source):
                continue
            is_vowel = source[i] in _ENGLISH_VOWELS
            dropped = here + (_VOWEL_COST if is_vowel else _CONSONANT_COST)
            table[i + 1][j] = min(table[i + 1][j], dropped)
            if j < len(target):
                both = is_vowel and target[j] in VOWELS
                changed = here + (_VOWEL_COST if both else _CONSONANT_COST)
                table[i + 1][j + 1] = min(table[i + 1][j + 1], changed)
            for length in range(1, min(_LONGEST, len(source) - i) + 1):
                for reading in _READINGS.get(source[i : i + length], ()):
                    if target.startswith(reading, j):
                        after = table[i + length]
                        after[j + len(reading)] = min(after[j + len(reading)], here)
    return table[len(source)]
