"""See `ContentAdded`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._coverage import GEORGIAN, Weighed, confidence_of, georgian_length, strongest_run
from tmqa.lexicon import is_function_word
from tmqa.values import Confidence, Finding, SegmentPair, Severity

# Log-odds from which on a run is reported at each confidence; translators explain and pad more
# than they cut, so the marks are higher than those of content-omitted.
_LEVELS = ((7.2, Confidence.MEDIUM), (5.5, Confidence.LOW))


class ContentAdded(SegmentCheck):
    """A clause of the target says what the source does not.

    Why: machine translation now and then runs on, or carries over words of another sentence.

    Limits: needs a run of content words that no word of the source explains. Georgian uses more
    words where English is short, so only long runs are reported at the default confidence.
    """

    rule_id = "content-added"
    category = "accuracy/addition"
    severity, confidence = Severity.MAJOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "The council opened a new school.",
            "საბჭომ ახალი სკოლა გახსნა, ხოლო [[მეზობლის ძაღლმა მთელი ღამე საშინლად იყეფა, "
            "რადგან მთვარე კაშკაშებდა]].",
            "საბჭომ ახალი სკოლა გახსნა.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """The longest stretch of the target that nothing in the source explains."""
        if not pair.bead.source or not pair.bead.target:
            return
        links = context.links(pair)
        explaining = links.explaining()
        known = [(hit.start, hit.end) for m in context.terms(pair) for hit in (*m.right, *m.wrong)]
        words = []
        for position, word in enumerate(links.words):
            if is_function_word(word.text) or word.text[0].isascii():
                continue
            explained = position in explaining or any(a <= word.start < b for a, b in known)
            words.append(Weighed(word.start, word.end, GEORGIAN[0 if explained else 1]))
        run = strongest_run(words, len(pair.target.text), georgian_length(pair.source.text))
        confidence = confidence_of(run, _LEVELS)
        if run is None or confidence is None:
            return
        added = pair.target.text[slice(*run.span)]
        yield self.finding(
            pair,
            f"Nothing in the source answers to „{added}“; remove it or confirm it.",
            target=run.span,
            confidence=confidence,
        )
