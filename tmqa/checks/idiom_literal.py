"""See `IdiomLiteral`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._literal import literal_renderings
from tmqa.checks._terms import term_finding, wrong_renderings
from tmqa.lang.ka.nominal import plain
from tmqa.termbase import TermKind
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class IdiomLiteral(SegmentCheck):
    """An idiom or phrasal verb is translated word by word.

    Why: the parts of an expression say something else than the whole; a literal "piece of
    cake" is a piece of cake in Georgian.

    Limits: knows the expressions of the glossaries. The literal words are those that the
    record lists or that the lexicon gives for each of its words. Silent when an equivalent
    stands in the segment or a literal use is plain from the context.
    """

    rule_id = "idiom-literal"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample(
            "The exam was a piece of cake.",
            "გამოცდა [[ნამცხვრის ნაჭერი]] იყო.",
            "გამოცდა ძალიან ადვილი იყო.",
        ),
        CheckExample(
            "He finally spilled the beans.",
            "მან ბოლოს [[ლობიო დაღვარა]].",
            "მან ბოლოს საიდუმლო გათქვა.",
        ),
        CheckExample(
            "They cooked the books.",
            "მათ [[წიგნები შეწვეს]].",
            "მათ ბუღალტერია გააყალბეს.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Literal renderings of the pair's idioms."""
        yield from wrong_renderings(self, pair, context, TermKind.IDIOM)
        for match in context.terms(pair):
            if match.term.kind is not TermKind.IDIOM or match.right or match.wrong:
                continue
            for source, target in literal_renderings(match, context.links(pair)):
                better = tuple(map(plain, match.term.preferred))
                yield term_finding(self, pair, match, source, target, better, Confidence.MEDIUM)
