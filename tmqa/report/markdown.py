"""The review as Markdown, for a pull request or an issue."""

from __future__ import annotations

from tmqa.report._base import (
    WEAK_MEANS,
    WrittenReport,
    counts,
    noteworthy_beads,
    score_line,
    weak_beads,
)
from tmqa.values import Finding, Review


class MarkdownReport(WrittenReport):
    """A heading and a summary table a pair, then a section for each bead with findings."""

    name = "markdown"
    suffix = ".md"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """All reviews under one title."""
        parts = ["# Translation review", ""]
        for review in reviews:
            parts += _review(review)
        return "\n".join(parts).rstrip("\n") + "\n"


def _review(review: Review) -> list[str]:
    lines = [
        f"## {_escape(review.source_path)} → {_escape(review.target_path)}",
        "",
        f"`{review.signature}`",
        "",
        *(f"> {_escape(notice)}\n" for notice in review.notices),
        "| severity | findings |",
        "|---|---:|",
        *(f"| {severity} | {count} |" for severity, count in counts([review]).items()),
        f"| weak matches | {len(weak_beads(review))} |",
        "",
        *(f"- {_escape(score_line(score))}" for score in review.scores),
        "",
    ]
    for number, findings in noteworthy_beads(review).items():
        lines += _bead(review, number, findings)
    return lines


def _bead(review: Review, number: int, findings: list[Finding]) -> list[str]:
    bead = review.alignment.beads[number]
    source = " ".join(review.alignment.source[i].text for i in bead.source)
    target = " ".join(review.alignment.target[j].text for j in bead.target)
    lines = [
        f"### Segment {_numbers(bead.source)} → {_numbers(bead.target)}",
        "",
        f"> {_escape(source) or '(nothing)'}\n>\n> {_escape(target) or '(nothing)'}",
        "",
    ]
    if bead.is_weak:
        lines.append(f"- **weak match {bead.score:.2f}**: {WEAK_MEANS}")
    for finding in findings:
        better = " / ".join(f"**{_escape(wording)}**" for wording in finding.suggestions)
        lines.append(
            f"- **{finding.severity}** `{finding.rule}` ({finding.confidence} confidence): "
            f"{_escape(finding.message)}" + (f" → {better}" if better else "")
        )
    return [*lines, ""]


def _numbers(indices: tuple[int, ...]) -> str:
    return ", ".join(map(str, indices)) or "–"


def _escape(text: str) -> str:
    for char in "\\`*_[]<>|#":
        text = text.replace(char, f"\\{char}")
    return text
