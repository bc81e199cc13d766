"""See `WordDoubled`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

T = TypeVar("T")

# Words that good Georgian repeats without a hyphen: very, yes, no, well, come on, don't, now …
_REDUPLICATED = frozenset("ძალიან დიახ არა ჰო კი აბა ნუ ხან თითო სულ".split())
# Words that it joins with themselves: more and more, at last, again and again, only, far, many …
_JOINED = frozenset(
    "უფრო ბოლოს ისევ კიდევ კვლავ სულ მხოლოდ მარტო მეტი მეტად ხელახლა შორს ზემოთ წინ მაღლა ბევრი"
    " ბევრჯერ ათასჯერ ნაკლებად".split()
)
_AND = "და"


class WordDoubled(SegmentCheck):
    """A word stands twice in a row, or is joined with itself by და "and".

    Why: machine translation stutters, and "week after week" comes out as კვირაში კვირაში.

    Limits: words that Georgian repeats on purpose are silent, as is a word that the source
    doubles or joins with itself too. A hyphenated pair (ნელ-ნელა "slowly") is one word.
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
            "It smelt of oak and stone.",
            "[[მუხისა და მუხისა]] და ქვის სუნი ჰქონდა.",
            "მუხისა და ქვის სუნი ჰქონდა, უფრო და უფრო ძლიერი.",
        ),
        CheckExample(
            "a very old town", "ძალიან [[ძველი ძველი]] ქალაქი", "ძალიან ძალიან ძველი ქალაქი"
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Equal words with nothing but a space, or a space and "and", between them."""
        source = [token.text.lower() for token in pair.source.tokens]
        if not any(left == right and left.isalpha() for left, right in pairwise(source)):
            yield from self._found(
                pair, (p for p in pairwise(pair.target.tokens) if _is_doubled(*p))
            )
        if not any(left == right for left, middle, right in _triples(source) if middle == "and"):
            yield from self._found(
                pair,
                (
                    (left, right)
                    for left, middle, right in _triples(pair.target.tokens)
                    if fold(middle.text) == _AND and _is_joined(left, right)
                ),
            )

    def _found(self, pair: SegmentPair, places: Iterable[tuple[Token, Token]]) -> Iterator[Finding]:
        for left, right in places:
            yield self.finding(
                pair,
                f"„{left.text}“ stands twice; delete one.",
                target=(left.start, right.end),
                suggestions=(left.text,),
                fix=left.text,
            )


def _triples(items: Sequence[T]) -> Iterator[tuple[T, T, T]]:
    return zip(items, items[1:], items[2:], strict=False)


def _is_joined(left: Token, right: Token) -> bool:
    word = fold(left.text)
    return word == fold(right.text) and has_georgian(word) and word not in _JOINED


def _is_doubled(left: Token, right: Token) -> bool:
    word = fold(left.text)
    return (
        word == fold(right.text)
        and right.start == left.end + 1
        and has_georgian(word)
        and word not in _REDUPLICATED
    )
