"""See `SentenceAdded`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._null_beads import confidence_of_null, is_unpaired
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class SentenceAdded(SegmentCheck):
    """A target sentence has no counterpart in the source.

    Why: machine translation repeats and invents; an addition says what the author did not.

    Limits: as good as the alignment; where the aligner is not sure that no counterpart exists
    the finding has low confidence. A pairing that is likely wrong counts as none. Site
    furniture is set aside and is not reported.
    """

    rule_id = "sentence-added"
    category = "accuracy/addition"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    bilingual = False  # has its own measure of the alignment
    examples = (
        CheckExample(
            "The shop opened in May.\n",
            "მაღაზია მაისში გაიხსნა.\n[[ის მეზობლებს პურსა და ყავას ჰყიდის.]]",
            "მაღაზია მაისში გაიხსნა.\n",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Beads without a source."""
        if not is_unpaired(pair, pair.target, pair.source):
            return
        yield self.finding(
            pair,
            "This sentence has no counterpart in the source; delete it or confirm the addition.",
            target=(0, len(pair.target.text)),
            confidence=confidence_of_null(pair, context),
        )
