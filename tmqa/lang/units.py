"""Units that translators convert: imperial measures in English to metric ones in Georgian."""

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
