"""What a report is, and the wording that all formats share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from tmqa.values import Finding, Review, Score, Severity


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


def findings_by_bead(review: Review) -> dict[int, list[Finding]]:
    """The findings of each bead that has any, in bead order.

    A finding belongs to the bead of its target, or of its source when it has no target.
    """
    of_source: dict[int, int] = {}
    of_target: dict[int, int] = {}
    for number, bead in enumerate(review.alignment.beads):
        of_source.update(dict.fromkeys(bead.source, number))
        of_target.update(dict.fromkeys(bead.target, number))
    found: dict[int, list[Finding]] = {}
    for finding in review.findings:
        if finding.target is not None:
            found.setdefault(of_target[finding.target.segment], []).append(finding)
        elif finding.source is not None:
            found.setdefault(of_source[finding.source.segment], []).append(finding)
    return dict(sorted(found.items()))


def score_line(score: Score) -> str:
    """One line of text for a score, with its signature."""
    if score.name == "mqm":
        points, words = int(score.details["points"]), int(score.details["words"])
        return (
            f"MQM {score.value:g} penalty points per 1,000 source words "
            f"({points} points in {words} words; unconfirmed issues) [{score.signature}]"
        )
    return f"{score.name} {score.value:g} [{score.signature}]"
