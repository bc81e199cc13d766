"""See `CharHomoglyph`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold, is_mkhedruli, readings, script
from tmqa.lexicon import Lexicon
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_PART = regex.compile(r"[^\W\d_]+")


class CharHomoglyph(SegmentCheck):
    """A Georgian word holds letters of another script.

    Why: a Latin, Cyrillic, Greek or Armenian letter inside a Georgian word, or one of the old
    alphabets Asomtavruli and Nuskhuri, is hardly seen but breaks search, sorting and reading
    aloud.

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
        CheckExample("the answer", "[[პას\u0443ხი]] მარტივია", "პასუხი მარტივია"),  # Cyrillic
        CheckExample("a chapter", "ეს [[თავ\u056b]]", "ეს თავი"),  # Armenian
        CheckExample("our city", "ჩვენი [[\u10b5ალაქი]]", "ჩვენი ქალაქი"),  # Asomtavruli
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
            better = _mended(word, context.lexicon)
            wording = " or ".join(f"„{b}“" for b in better)
            yield self.finding(
                pair,
                f"„{match.group()}“ mixes Georgian with {script(foreign[0])} letters "
                f"({''.join(foreign)}); write {wording or 'it in one script'}.",
                target=match.span(),
                suggestions=better,
                fix=better[0] if len(better) == 1 and "-" not in better[0] else None,
            )


def _mended(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The word in one script: endings hyphenated to a Latin stem, or look-alikes replaced.

    Of several readings those that the lexicon knows are taken, where there are any.
    """
    glued = regex.fullmatch(r"([a-z]{3,})([ა-ჰ]+)", word)
    if glued:
        return (f"{glued[1]}-{glued[2]}",)
    found = readings(word)
    return tuple(reading for reading in found if lexicon.forms.find(reading)) or found
