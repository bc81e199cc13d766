"""See `CharHomoglyph`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import LOOK_ALIKES, fold, is_mkhedruli
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_PART = regex.compile(r"[^\W\d_]+")


class CharHomoglyph(SegmentCheck):
    """A Georgian word holds letters of another script.

    Why: a Latin or Cyrillic letter inside a Georgian word cannot be seen but breaks search,
    sorting and reading aloud.

    Limits: a Latin name with a hyphenated Georgian ending (Facebook-ის) is right and silent;
    one glued to its ending is reported. Georgian letters out of use are reported too, since
    they come from damaged encodings.
    """

    rule_id = "char-homoglyph"
    category = "linguistic-conventions/character-encoding"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample("the house", "ეს [[სaხლი]] დიდია", "ეს სახლი დიდია"),
        CheckExample("the pump", "წყლის [[ტუмბო]]", "წყლის ტუმბო"),
        CheckExample("a post on Facebook", "[[Facebookზე]] გამოქვეყნდა", "Facebook-ზე გამოქვეყნდა"),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Word parts that mix Mkhedruli with letters of another script."""
        for match in _PART.finditer(pair.target.text):
            word = fold(match.group())
            if not any(map(is_mkhedruli, word)) or all(map(is_mkhedruli, word)):
                continue
            if pair.target.is_code(match.start()):
                continue
            foreign = [char for char in word if not is_mkhedruli(char)]
            better = _mended(word, foreign)
            script = unicodedata.name(foreign[0], "unknown").split(" ")[0].title()
            yield self.finding(
                pair,
                f"„{match.group()}“ mixes Georgian with {script} letters ({''.join(foreign)}); "
                f"write „{better or 'it in one script'}“.",
                target=match.span(),
                suggestions=(better,) if better else (),
                fix=better if better and "-" not in better else None,
            )


def _mended(word: str, foreign: list[str]) -> str | None:
    """The word in one script: endings hyphenated to a Latin stem, or look-alikes replaced."""
    glued = regex.fullmatch(r"([a-z]{3,})([ა-ჰ]+)", word)
    if glued:
        return f"{glued[1]}-{glued[2]}"
    if all(char in LOOK_ALIKES for char in foreign):
        return "".join(LOOK_ALIKES.get(char, char) for char in word)
    return None
