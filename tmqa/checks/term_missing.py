"""See `TermMissing`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.nominal import plain
from tmqa.termbase import TermKind
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class TermMissing(SegmentCheck):
    """A term of the source has none of its glossary renderings in the target.

    Why: a publisher's own terms must come out as agreed.

    Limits: reported by default only for glossaries and records with `required = true`; for
    others a missing rendering is a low-confidence hint, since translators rephrase. Looks in
    the neighbouring segments too.
    """

    rule_id = "term-missing"
    category = "terminology/inconsistent-with-terminology-resource"
    severity, confidence = Severity.MINOR, Confidence.MEDIUM
    examples = (
        CheckExample("The copywriter is late.", "[[]]ის აგვიანებს.", "კოპირაიტერი აგვიანებს."),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Terms with neither a right nor a wrong rendering."""
        if not pair.bead.target or not pair.bead.source:
            return
        for match in context.terms(pair):
            term = match.term
            if term.kind is not TermKind.TERM or not match.unrendered or not term.preferred:
                continue
            occurrence = match.occurrences[-1]
            english = pair.source.text[occurrence.start : occurrence.end]
            wordings = tuple(map(plain, term.preferred))
            yield self.finding(
                pair,
                f"“{english}” has no rendering of the glossary here; "
                f"expected {' or '.join(f'„{w}“' for w in wordings)}.",
                source=(occurrence.start, occurrence.end),
                suggestions=wordings,
                confidence=None if term.required else Confidence.LOW,
                term=term.id,
            )
