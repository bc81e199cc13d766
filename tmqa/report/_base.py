"""What a report is, and the wording that all formats share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from tmqa.values import Finding, Review, Score, Severity

WEAK_MEANS = "these sentences may not be translations of each other."


class Report(ABC):
    """A format: turns reviews into the bytes of one file. It reads nothing but the reviews."""

    name: ClassVar[str]
    suffix: ClassVar[str]
    is_text: ClassVar[bool] = True

    @abstractmethod
    def encode(self, reviews: tuple[Review, ...]) -> bytes:
        """The whole report; equal reviews give equal bytes."""


class WrittenReport(Report):
    """A format that is text, in UTF-8."""

    @abstractmethod
    def render(self, reviews: tuple[Review, ...]) -> str:
        """The whole report, ending in a line break."""

    def encode(self, reviews: tuple[Review, ...]) -> bytes:
        """The text in UTF-8."""
        return self.render(reviews).encode("utf-8")


def counts(reviews: Iterable[Review]) -> dict[str, int]:
    """How many findings there are of each severity, gravest first."""
    findings = [finding for review in reviews for finding in review.findings]
    return {
        severity.value: sum(f.severity is severity for f in findings)
        for severity in reversed(Severity)
    }


def bead_numbers(review: Review) -> list[int]:
    """For each finding in turn the index of its bead, -1 where it has no place.

    A finding belongs to the bead of its target, or of its source when it has no target.
    """
    of_source: dict[int, int] = {}
    of_target: dict[int, int] = {}
    for number, bead in enumerate(review.alignment.beads):
        of_source.update(dict.fromkeys(bead.source, number))
        of_target.update(dict.fromkeys(bead.target, number))
    return [
        of_target[finding.target.segment]
        if finding.target
        else of_source[finding.source.segment]
        if finding.source
        else -1
        for finding in review.findings
    ]


def weak_beads(review: Review) -> list[int]:
    """The indices of the pairings that are as likely wrong as right."""
    return [number for number, bead in enumerate(review.alignment.beads) if bead.is_weak]


def remarks(review: Review) -> list[str]:
    """The review's notices and a line for each weak pairing, for reports that list findings."""
    alignment = review.alignment
    weak = (alignment.beads[number] for number in weak_beads(review))
    return [
        *review.notices,
        *(
            f"weak match {bead.score:.2f}: “{alignment.source[bead.source[0]].text}” and "
            f"„{alignment.target[bead.target[0]].text}“ may not belong together"
            for bead in weak
        ),
    ]


def noteworthy_beads(review: Review) -> dict[int, list[Finding]]:
    """The beads to show, in order: weak ones, and all that have findings, with these."""
    found: dict[int, list[Finding]] = {number: [] for number in weak_beads(review)}
    for number, finding in zip(bead_numbers(review), review.findings, strict=True):
        if number >= 0:
            found.setdefault(number, []).append(finding)
    return dict(sorted(found.items()))


def advice(finding: Finding) -> str:
    """The message with what it needs where a finding is shown as one text.

    That is the suggestions that it does not name, and the source words of what is missing in
    the target.
    """
    parts = [finding.message]
    if finding.target is None and finding.source and finding.source.quote:
        parts.append(f"Source: “{finding.source.quote}”")
    wordings = " / ".join(
        f"„{text}“" for text in finding.suggestions if text not in finding.message
    )
    return " ".join([*parts, f"Better: {wordings}." if wordings else ""]).rstrip()


def score_line(score: Score) -> str:
    """One line of text for a score, with its signature."""
    if score.name == "mqm":
        points, words = int(score.details["points"]), int(score.details["words"])
        return (
            f"MQM {score.value:g} penalty points per 1,000 source words "
            f"({points} points in {words} words; unconfirmed issues) [{score.signature}]"
        )
    return f"{score.name} {score.value:g} [{score.signature}]"
