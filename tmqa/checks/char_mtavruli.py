"""See `CharMtavruli`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold, is_mkhedruli, is_mtavruli
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class CharMtavruli(SegmentCheck):
    """A word begins with, or mixes in, a display capital of the Mtavruli alphabet.

    Why: Georgian has no capital letters in running text; software that "capitalises" a
    sentence turns its first letter into a Mtavruli one, which most fonts lack.

    Limits: a word that is Mtavruli throughout is display text and is not reported.
    """

    rule_id = "char-mtavruli"
    category = "linguistic-conventions/spelling"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample("Do you agree?", "[[Ეთანხმებით]]?", "ეთანხმებით?"),
        CheckExample("NEWS of the day", "დღის [[Ამბები]]", "დღის ᲐᲛᲑᲔᲑᲘ"),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Words that mix Mtavruli with other letters."""
        for token in pair.target.tokens:
            letters = [char for char in token.text if char.isalpha()]
            capitals = sum(map(is_mtavruli, letters))
            if capitals and (capitals < len(letters) or len(letters) == 1):
                others = any(not is_mtavruli(c) and not is_mkhedruli(c) for c in letters)
                better = fold(token.text)
                yield self.finding(
                    pair,
                    f"„{token.text}“ has a Mtavruli capital; write „{better}“.",
                    target=(token.start, token.end),
                    suggestions=() if others else (better,),
                    fix=None if others else better,
                )
