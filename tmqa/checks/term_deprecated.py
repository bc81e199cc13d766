"""See `TermDeprecated`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._terms import wrong_renderings
from tmqa.termbase import TermKind
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class TermDeprecated(SegmentCheck):
    """A term is rendered by a word that its glossary record names as wrong in this sense.

    Why: machine translation picks the commonest sense of a word, or a look-alike ("curate" as
    განკურნება "cure"); the record knows the sense, the wrong word and the right one.

    Limits: knows only what the glossaries know. Silent when a right rendering stands in the
    same segment, or when another term of the source explains the word.
    """

    rule_id = "term-deprecated"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample(
            "She curated the show.", "მან გამოფენა [[განკურნა]].", "ის გამოფენის კურატორი იყო."
        ),
        CheckExample(
            "Three gurus of branding spoke.",
            "ბრენდინგის სამმა [[გურულმა]] ისაუბრა.",
            "ბრენდინგის სამმა გურუმ ისაუბრა.",
        ),
        CheckExample(
            "There are fresh sheets on the bed.",
            "საწოლზე სუფთა [[ფურცლებია]].",
            "საწოლზე სუფთა ზეწრებია.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Wrong renderings of the pair's terms."""
        return wrong_renderings(self, pair, context, TermKind.TERM)
