"""Names of countries, languages, currencies, months and weekdays, from the CLDR.

Source: the Unicode Common Locale Data Repository, locales `en` and `ka`, as the package Babel
ships it (data under the Unicode License V3). Read when the lexicon is compiled, not at import.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

import regex

from tmqa.lexicon.entry import CURRENCY, LANGUAGE, MONTH, NAME, NOUN, TERRITORY, WEEKDAY, Entry

# Codes for "world", for outlying parts of Oceania, for pseudo-locales and for the unknown; and
# organisations, which stand among the brands.
_NO_TERRITORIES = frozenset({"001", "QO", "XA", "XB", "ZZ", "EU", "EZ", "UN"})
# Languages whose Georgian name is no adjective (ორია "Odia", but also "there are two") are left
# out: what is no adjective either sounds as in English or is a Georgian word of its own.
_ADJECTIVE = ("ური", "ული")
# Money that was legal tender in this century; the CLDR also knows the coins of the last one.
_SINCE, _UNTIL = date(2002, 1, 1), date(2025, 1, 1)
_PLAIN = regex.compile(r"[\p{L} ’'-]+")
_GEORGIAN = regex.compile(r"[ა-ჰ]+(?:[ -][ა-ჰ]+)*")
_ALTERNATIVE = regex.compile(r"(.+) \((.+)\)")


def cldr_version() -> str:
    """The version of the package that brings the data."""
    return version("babel")


def cldr_entries() -> tuple[Entry, ...]:
    """The names that the CLDR has in both languages, in lower case as lexicon lemmas."""
    return (*_territories(), *_languages(), *_currencies(), *_calendar())


def _territories() -> Iterator[Entry]:
    from babel import Locale

    english, georgian = Locale("en").territories, Locale("ka").territories
    for code in sorted(english.keys() - _NO_TERRITORIES):
        yield from _names(english[code], georgian.get(code, ""), TERRITORY)


def _languages() -> Iterator[Entry]:
    """The languages that have some official standing somewhere."""
    from babel import Locale
    from babel.languages import get_official_languages

    english, georgian = Locale("en"), Locale("ka").languages
    official = {
        code
        for territory in map(str, english.territories)
        for code in get_official_languages(territory, regional=True, de_facto=True)
    }
    for code in sorted(official & english.languages.keys()):
        name = georgian.get(code, "")
        if name.endswith(_ADJECTIVE):
            yield from _names(english.languages[code], name, LANGUAGE)


def _names(english: str, georgian: str, kind: str) -> Iterator[Entry]:
    """One entry, or one for each of "Myanmar (Burma)"; none where a name is a description."""
    left, right = _ALTERNATIVE.fullmatch(english), _ALTERNATIVE.fullmatch(georgian)
    pairs = zip(left.groups(), right.groups(), strict=True) if left and right else None
    for name, rendering in pairs or ((english, georgian),):
        name = name.replace(" & ", " and ")
        if _PLAIN.fullmatch(name) and _GEORGIAN.fullmatch(rendering) and " - " not in name:
            yield Entry(name.lower(), NAME, ((rendering,),), kind)


def _currencies() -> Iterator[Entry]:
    """The last words of the currencies' names: "Swiss Franc" gives franc, ფრანკი.

    Of several Georgian words an English one keeps the commonest, and those that stand with no
    other English word more often, which leaves out slips of the data.
    """
    from babel import Locale
    from babel.numbers import get_territory_currencies

    english, georgian = Locale("en"), Locale("ka").currencies
    codes = {
        code
        for territory in map(str, english.territories)
        for code in get_territory_currencies(territory, _SINCE, _UNTIL)
    }
    counted: Counter[tuple[str, str]] = Counter()
    for code in sorted(codes & english.currencies.keys()):
        left, right = english.currencies[code], georgian.get(code, "")
        if _PLAIN.fullmatch(left) and _GEORGIAN.fullmatch(right):
            counted[left.split(" ")[-1].lower(), right.split(" ")[-1]] += 1
    renderings: dict[str, list[str]] = defaultdict(list)
    owners: dict[str, str] = {}
    for (head, rendering), _ in counted.most_common():
        owners.setdefault(rendering, head)
        if not renderings[head] or owners[rendering] == head:
            renderings[head].append(rendering)
    for head, found in sorted(renderings.items()):
        yield Entry(head, NOUN, (tuple(found),), CURRENCY)


def _calendar() -> Iterator[Entry]:
    from babel import Locale

    english, georgian = Locale("en"), Locale("ka")
    for kind, left, right in (
        (MONTH, english.months, georgian.months),
        (WEEKDAY, english.days, georgian.days),
    ):
        names, renderings = left["format"]["wide"], right["format"]["wide"]
        for number, name in sorted(names.items()):
            yield Entry(name.lower(), NAME, ((renderings[number],),), kind)
