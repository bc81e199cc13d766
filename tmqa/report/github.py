"""Workflow commands of GitHub Actions, which become annotations in the diff of a pull request.

Their escapes are those of the runner's own toolkit (actions/toolkit, `command.ts`).
"""

from __future__ import annotations

from tmqa.report._base import WrittenReport, advice, remarks
from tmqa.report._places import Places
from tmqa.values import Finding, Review, Severity

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans(_DATA | {":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans(_DATA)


class GithubReport(WrittenReport):
    """One line a finding, the gravest first, because GitHub shows only ten of each level."""

    name = "github"
    suffix = ".log"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The commands, and a last line that is none, with the number of findings."""
        found = [
            (finding, _command(review, finding, places))
            for review in reviews
            for places in [Places(review)]
            for finding in review.findings
        ]
        found.sort(key=lambda row: -row[0].severity.rank)
        lines = [line for _, line in found]
        notices = [
            f"::notice file={review.target_path.translate(_PROPERTY)},title=tmqa::"
            f"{notice.translate(_MESSAGE)}"
            for review in reviews
            for notice in remarks(review)
        ]
        pairs = f"{len(reviews)} article pair{'s'[: len(reviews) != 1]}"
        return "\n".join([*lines, *notices, f"tmqa: {len(found)} findings in {pairs}"]) + "\n"


def _command(review: Review, finding: Finding, places: Places) -> str:
    region = places.target(finding)
    properties = {"file": review.target_path, "line": region.line, "endLine": region.end_line}
    # GitHub takes columns only where the annotation begins and ends in one line.
    if region.end_line == region.line:
        properties |= {"col": region.column, "endColumn": region.end_column}
    properties["title"] = finding.rule
    written = ",".join(f"{key}={str(v).translate(_PROPERTY)}" for key, v in properties.items())
    message = f"{advice(finding)} [{finding.severity}, {finding.confidence} confidence]"
    return f"::{_COMMANDS[finding.severity]} {written}::{message.translate(_MESSAGE)}"
