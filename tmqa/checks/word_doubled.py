"""See `WordDoubled`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

# Words that good Georgian repeats without a hyphen: very, yes, no, well, come on, don't, now …
_REDUPLICATED = frozenset("ძალიან დიახ არა ჰო კი აბა ნუ ხან თითო სულ".split())


class WordDoubled(SegmentCheck):
    """A word stands twice in a row.

    Why: machine translation stutters, and "week after week" comes out as კვირაში კვირაში.

    Limits: words that Georgian repeats on purpose are silent, as is a word that the source
    doubles too. A hyphenated pair (ნელ-ნელა "slowly") is one word.
    """

    rule_id = "word-doubled"
    category = "linguistic-conventions/grammar"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample(
            "We see it week after week.",
            "ამას [[კვირაში კვირაში]] ვხედავთ.",
            "ამას კვირიდან კვირამდე ვხედავთ.",
        ),
        CheckExample("It was a big house.", "ეს დიდი [[სახლი სახლი]] იყო.", "ეს დიდი სახლი იყო."),
        CheckExample(
            "a very old town", "ძალიან [[ძველი ძველი]] ქალაქი", "ძალიან ძალიან ძველი ქალაქი"
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Neighbouring equal words with nothing but a space between them."""
        doubled_in_source = any(
            left.text.lower() == right.text.lower() and left.is_word
            for left, right in pairwise(pair.source.tokens)
        )
        for left, right in pairwise(pair.target.tokens):
            if _is_doubled(left, right) and not doubled_in_source:
                yield self.finding(
                    pair,
                    f"„{left.text}“ stands twice; delete one.",
                    target=(left.start, right.end),
                    suggestions=(left.text,),
                    fix=left.text,
                )


def _is_doubled(left: Token, right: Token) -> bool:
    word = fold(left.text)
    return (
        word == fold(right.text)
        and right.start == left.end + 1
        and has_georgian(word)
        and word not in _REDUPLICATED
    )
