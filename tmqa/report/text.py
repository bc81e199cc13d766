"""The review as text: compact, for a terminal or a log."""

from __future__ import annotations

from tmqa.report._base import (
    WEAK_MEANS,
    WrittenReport,
    counts,
    noteworthy_beads,
    score_line,
    weak_beads,
)
from tmqa.values import Confidence, Finding, Location, Review, Sentence, Severity

_RULE = "─" * 72
_SIGN = {
    Severity.CRITICAL: "‼ critical",
    Severity.MAJOR: "! major",
    Severity.MINOR: "· minor",
    Severity.NEUTRAL: "  neutral",
}
_COLOUR = {
    Severity.CRITICAL: "1;35",
    Severity.MAJOR: "1;31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "2",
}


class TextReport(WrittenReport):
    """Each aligned pair that has findings, the words marked, then why and what to write."""

    name = "text"
    suffix = ".txt"

    def __init__(self, colour: bool = False) -> None:
        self._colour = colour

    def render(self, reviews: tuple[Review, ...]) -> str:
        """All reviews one after the other, and a summary by severity."""
        lines: list[str] = []
        for review in reviews:
            lines += self._review(review)
        lines += self._summary(reviews)
        return "\n".join(lines) + "\n"

    def _review(self, review: Review) -> list[str]:
        lines = [
            f"{review.source_path} → {review.target_path}",
            self._paint(review.signature, "2"),
            *(f"note: {notice}" for notice in review.notices),
            "",
        ]
        for number, findings in noteworthy_beads(review).items():
            lines += self._bead(review, number, findings)
        return lines

    def _bead(self, review: Review, number: int, findings: list[Finding]) -> list[str]:
        bead = review.alignment.beads[number]
        lines = []
        for name, indices, sentences in (
            ("en", bead.source, review.alignment.source),
            ("ka", bead.target, review.alignment.target),
        ):
            for i in indices:
                places = [f.source if name == "en" else f.target for f in findings]
                marked = self._marked(sentences[i], places, findings)
                lines.append(f"{name} {i:>3}  {marked}")
            if not indices:
                lines.append(f"{name}   –  (nothing)")
        if bead.is_weak:
            lines.append(f"   {self._paint('?', '33')} weak match {bead.score:.2f}: {WEAK_MEANS}")
        for finding in findings:
            lines += self._finding(finding)
        return [*lines, ""]

    def _finding(self, finding: Finding) -> list[str]:
        sign = self._paint(f"{_SIGN[finding.severity]:<10}", _COLOUR[finding.severity])
        doubt = (
            "" if finding.confidence is Confidence.HIGH else f" ({finding.confidence} confidence)"
        )
        lines = [f"   {sign} {finding.rule}{doubt}: {finding.message}"]
        if finding.suggestions:
            lines.append(f"              → {self._paint(' / '.join(finding.suggestions), '32')}")
        return lines

    def _marked(
        self, sentence: Sentence, places: list[Location | None], findings: list[Finding]
    ) -> str:
        """The sentence with its findings' words in brackets (or colour)."""
        spans = sorted(
            {
                (place.start, place.end, finding.severity.rank)
                for place, finding in zip(places, findings, strict=True)
                if place is not None and place.segment == sentence.index and place.quote
            }
        )
        out, last = [], 0
        for start, end, rank in spans:
            if start < last:
                continue
            out.append(sentence.text[last:start])
            quote = sentence.text[start:end]
            colour = f"4;{_COLOUR[list(Severity)[rank]]}"
            out.append(self._paint(quote, colour) if self._colour else f"[{quote}]")
            last = end
        return "".join(out) + sentence.text[last:]

    def _summary(self, reviews: tuple[Review, ...]) -> list[str]:
        lines = [_RULE]
        for severity, count in counts(reviews).items():
            lines.append(f"{_SIGN[Severity(severity)]:<12}{count:>5}")
        lines.append(f"{'? weak match':<12}{sum(len(weak_beads(r)) for r in reviews):>5}")
        lines += [score_line(score) for review in reviews for score in review.scores]
        return lines

    def _paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._colour else text
