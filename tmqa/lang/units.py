"""Units: imperial measures that translators convert, and units that must not change their kind."""

from __future__ import annotations

import regex

from tmqa.lang.numbers import Quantity

# English unit, Georgian unit, factor (NIST SP 811, appendix B), tolerated relative difference.
_LENGTH, _ROUGH = 0.06, 0.1
_UNITS: tuple[tuple[str, str, float, float], ...] = (
    (r"miles?\b", r"კილომეტრ|კმ", 1.609344, _ROUGH),
    (r"(?:mph|miles? (?:per|an) hour)\b", r"კილომეტრ|კმ", 1.609344, _ROUGH),
    (r"(?:feet|foot|ft)\b", r"მეტრ|მ\b", 0.3048, _ROUGH),
    (r"(?:inch(?:es)?|in)\b|[\"”″]", r"სანტიმეტრ|სმ", 2.54, _LENGTH),
    (r"yards?\b|yd\b", r"მეტრ|მ\b", 0.9144, _ROUGH),
    (r"(?:pounds?|lbs?)\b", r"კილოგრამ|კილო|კგ", 0.45359237, _LENGTH),
    (r"(?:ounces?|oz)\b", r"გრამ|გრ?\b", 28.349523, _LENGTH),
    (r"acres?\b", r"ჰექტარ|ჰა\b", 0.40468564, _ROUGH),
    (r"gallons?\b", r"ლიტრ|ლ\b", 3.785412, _LENGTH),
    (r"pints?\b", r"ლიტრ|ლ\b", 0.473176, _LENGTH),
)
_METRIC = tuple(regex.compile(rf"[\s\u00a0-]*(?:{ka})") for _, ka, _, _ in _UNITS)
_IMPERIAL = tuple(regex.compile(rf"[\s\u00a0-]*(?:square\s)?(?:{en})") for en, _, _, _ in _UNITS)
_FAHRENHEIT = regex.compile(r"\s?(?:°\s?F\b|degrees? Fahrenheit|F\b)")
_CELSIUS = regex.compile(r"\s?(?:°|გრადუს)")


def unit_replaced(source: Quantity, source_text: str, target: Quantity, target_text: str) -> bool:
    """True when an imperial unit follows the source number and its metric kin the target's."""
    return any(
        imperial.match(source_text, source.end) and metric.match(target_text, target.end)
        for imperial, metric in zip(_IMPERIAL, _METRIC, strict=True)
    )


def converts(source: Quantity, source_text: str, target: Quantity, target_text: str) -> bool:
    """True when the target is the source converted to the unit that follows it."""
    for (_, _, factor, tolerance), imperial, metric in zip(_UNITS, _IMPERIAL, _METRIC, strict=True):
        if imperial.match(source_text, source.end) and metric.match(target_text, target.end):
            for value in source.values:
                if any(
                    abs(t - value * factor) <= tolerance * value * factor for t in target.values
                ):
                    return True
    if _FAHRENHEIT.match(source_text, source.end) and _CELSIUS.match(target_text, target.end):
        return any(
            abs((value - 32) / 1.8 - t) <= 1.5 for value in source.values for t in target.values
        )
    return False


# Units by dimension, English and Georgian, of which none may stand for another.
_DIMENSIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (r"millimet(?:er|re)s?\b|mm\b", r"მილიმეტრ|მმ\b"),
        (r"centimet(?:er|re)s?\b|cm\b", r"სანტიმეტრ|სმ\b"),
        (r"met(?:er|re)s?\b|m\b", r"მეტრ|მ\b"),
        (r"kilomet(?:er|re)s?\b|km\b", r"კილომეტრ|კმ\b"),
    ),
    (
        (r"milligram(?:me)?s?\b|mg\b", r"მილიგრამ|მგ\b"),
        (r"gram(?:me)?s?\b|g\b", r"გრამ|გრ?\b"),
        (r"kilogram(?:me)?s?\b|kilos?\b|kg\b", r"კილოგრამ|კილო(?!მეტ)|კგ\b"),
        (r"tonn?es?\b|tons?\b", r"ტონ"),
    ),
    ((r"millilit(?:er|re)s?\b|ml\b", r"მილილიტრ|მლ\b"), (r"lit(?:er|re)s?\b", r"ლიტრ|ლ\b")),
    (
        (r"seconds?\b", r"წამ"),
        (r"minutes?\b", r"წუთ"),
        (r"hours?\b", r"საათ|სთ\b"),
        (r"days?\b", r"დღ"),
        (r"weeks?\b", r"კვირ"),
        (r"months?\b", r"თვ"),
        (r"years?\b", r"წელ|წლ"),
    ),
    (
        (r"kilobytes?\b|KB\b", r"კილობაიტ|კბ\b|KB"),
        (r"megabytes?\b|MB\b", r"მეგაბაიტ|მბ\b|MB"),
        (r"gigabytes?\b|GB\b", r"გიგაბაიტ|გბ\b|GB"),
        (r"terabytes?\b|TB\b", r"ტერაბაიტ|ტბ\b|TB"),
    ),
    (
        (r"(?:US )?dollars?\b", r"(?:აშშ )?დოლარ|\$"),
        (r"euros?\b", r"ევრო(?!პ)|€"),
        (r"pounds?\b(?= sterling)|quid\b", r"ფუნტ|გირვანქა|£"),
        (r"lari\b", r"ლარ|₾"),
    ),
)
# Signs before a number, in the order of the currencies above; not C$, HK$ and the like.
_SIGNS = (r"(?<!\p{Lu})(?:US)?\$|USD", "€|EUR", "£|GBP", "₾|GEL")
_GAP = r"[\s\u00a0-]*"
_ENDING = r"(?:(?<=[ა-ჰ])[ა-ჰ]+)?"  # of a number word: მილიონ-ი "million"
_KINDS = tuple(
    tuple(
        (regex.compile(_GAP + f"(?:{en})"), regex.compile(_ENDING + _GAP + f"(?:{ka})"))
        for en, ka in units
    )
    for units in _DIMENSIONS
)
_SIGNED = tuple(regex.compile(rf"(?:{sign})[\s\u00a0]?$") for sign in _SIGNS)
_AFTER_WORD = regex.compile(r"(?!\p{L})")
_MINUS = regex.compile(r"(?:\b(?:minus|negative)\s|(?<![\p{L}\d])[−-])$", regex.IGNORECASE)
_GEORGIAN_MINUS = regex.compile(r"მინუს\w*|ნულ\w* (?:ქვე|დაბლა)|ყინვა|(?<![\p{L}\d])[−–-]\d")
# A decade and a year: the 1970s, 1970-იან წლებში "in the seventies", 1970 წელს "in 1970".
_DECADE = regex.compile(r"\d\d\d0['’]?s")
_YEAR = regex.compile(r"(?:1\d|20)\d0")
_GEORGIAN_DECADE = regex.compile(r"\s?-?\s?იან\p{L}*\sწლ")
_GEORGIAN_YEAR = regex.compile(r"\s(?:წელს|წელი|წლის|წლიდან|წლამდე)\b")


def unit_changed(source: Quantity, source_text: str, target: Quantity, target_text: str) -> bool:
    """True when both numbers have units of one dimension, and different ones, or a sign is lost.

    A decade and a year are such units.
    """
    written = source_text[source.start : source.end]
    is_year = _YEAR.fullmatch(written) and _GEORGIAN_DECADE.match(target_text, target.end)
    if is_year or (_DECADE.fullmatch(written) and _GEORGIAN_YEAR.match(target_text, target.end)):
        return True
    if _MINUS.search(source_text[: source.start]) and not _GEORGIAN_MINUS.search(target_text):
        return True
    for units in _KINDS:
        is_money = units is _KINDS[-1]
        ours = [
            n
            for n, (en, _) in enumerate(units)
            if en.match(source_text, source.end) or (is_money and _has_sign(n, source, source_text))
        ]
        theirs = [
            n
            for n, (_, ka) in enumerate(units)
            if ka.match(target_text, target.end) or (is_money and _has_sign(n, target, target_text))
        ]
        # ოთხდღიანი კვირა "a four-day week": the unit is part of the number word.
        inside = any(ka.search(target_text, target.start, target.end) for _, ka in units)
        if ours and theirs and ours != theirs and not inside:
            return True
    return False


def _has_sign(currency: int, quantity: Quantity, text: str) -> bool:
    return _SIGNED[currency].search(text[: quantity.start]) is not None


def with_unit(quantity: Quantity, text: str) -> str:
    """The words of a quantity with the unit after it, whole words, for messages."""
    patterns = [p for units in _KINDS for pair in units for p in pair] + [*_METRIC, *_IMPERIAL]
    ends = [m.end() for p in patterns if (m := p.match(text, quantity.end))]
    start = m.start() if (m := _MINUS.search(text[: quantity.start])) else quantity.start
    after = _AFTER_WORD.search(text, max(ends, default=quantity.end))
    return text[start : after.start() if after else len(text)].strip()
