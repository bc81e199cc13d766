"""See `SentenceOmitted`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._null_beads import confidence_of_null, is_unpaired
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class SentenceOmitted(SegmentCheck):
    """A source sentence has no counterpart in the target.

    Why: an omission cannot be seen in the translation alone.

    Limits: as good as the alignment; where the aligner is not sure that no counterpart exists
    the finding has low confidence. A pairing that is likely wrong counts as none. Site
    furniture is not missed.
    """

    rule_id = "sentence-omitted"
    category = "accuracy/omission"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    bilingual = False  # has its own measure of the alignment
    examples = (
        CheckExample(
            "The shop opened in May.\nIt sells bread and coffee to its neighbours.",
            "მაღაზია მაისში გაიხსნა.\n[[]]",
            "მაღაზია მაისში გაიხსნა.\nის მეზობლებს პურსა და ყავას ჰყიდის.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Beads without a target."""
        if not is_unpaired(pair, pair.source, pair.target):
            return
        yield self.finding(
            pair,
            "This sentence is missing in the translation; translate it or confirm the cut.",
            source=(0, len(pair.source.text)),
            confidence=confidence_of_null(pair, context),
        )
