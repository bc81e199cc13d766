"""The JUnit report, for the test views of GitLab, Jenkins and GitHub.

There is no standard; elements and attributes are those that the viewers share. They read one
failure a test case and know a case by class and name, so each finding is a case of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmqa.report._base import WrittenReport, advice, remarks
from tmqa.report._places import Places
from tmqa.values import Finding, Location, Review, Rule
from tmqa.xmltext import xml_attribute, xml_text


class JunitReport(WrittenReport):
    """One suite a pair: a passed case for each silent rule, a case for each finding.

    A finding fails its case when it reaches `--fail-on`, just as it fails the command; below
    that the case passes and its output holds the finding.
    """

    name = "junit"
    suffix = ".xml"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The suites as one XML document."""
        tests = sum(len(_silent(review)) + len(review.findings) for review in reviews)
        failures = sum(_failures(review) for review in reviews)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="tmqa" tests="{tests}" failures="{failures}" errors="0" time="0">',
            *(line for review in reviews for line in _suite(review)),
            "</testsuites>",
        ]
        return "\n".join(lines) + "\n"


def _failures(review: Review) -> int:
    return sum(map(review.fails, review.findings))


def _silent(review: Review) -> list[Rule]:
    found = {finding.rule for finding in review.findings}
    return [rule for rule in review.rules if rule.id not in found]


def _suite(review: Review) -> Iterator[str]:
    silent = _silent(review)
    yield (
        f'<testsuite name="{xml_attribute(f"{review.source_path} → {review.target_path}")}" '
        f'tests="{len(silent) + len(review.findings)}" failures="{_failures(review)}" '
        'errors="0" skipped="0" time="0">'
    )
    yield "<properties>"
    yield f'<property name="signature" value="{xml_attribute(review.signature)}"/>'
    for notice in remarks(review):
        yield f'<property name="notice" value="{xml_attribute(notice)}"/>'
    yield "</properties>"
    for rule in silent:
        yield _case(review, rule.id) + "/>"
    places = Places(review)
    seen: Counter[str] = Counter()
    for finding in review.findings:
        yield from _finding(review, finding, places, seen)
    yield "</testsuite>"


def _case(review: Review, name: str, line: int = 0) -> str:
    """The beginning of a case; `line` is left out when 0."""
    file = xml_attribute(review.target_path)
    where = f' line="{line}"' if line else ""
    return (
        f'<testcase classname="{file}" name="{xml_attribute(name)}" file="{file}"{where} time="0"'
    )


def _finding(review: Review, finding: Finding, places: Places, seen: Counter[str]) -> Iterator[str]:
    region = places.target(finding)
    name = f"{finding.rule} {region.line}:{region.column}"
    seen[name] += 1
    if seen[name] > 1:
        name += f" ({seen[name]})"
    kind = xml_attribute(f"{finding.severity} {finding.category}")
    body = xml_text(_details(review, finding, region.line))
    yield _case(review, name, region.line) + ">"
    if review.fails(finding):
        yield f'<failure type="{kind}" message="{xml_attribute(finding.message)}">{body}</failure>'
    else:
        yield f"<system-out>{body}</system-out>"
    yield "</testcase>"


def _details(review: Review, finding: Finding, line: int) -> str:
    rows = [
        advice(finding),
        f"{finding.severity}, {finding.confidence} confidence, {finding.category}",
        *_words("source", finding.source),
        *_words("target", finding.target),
        f"{review.target_path}:{line}",
    ]
    return "\n".join(rows)


def _words(side: str, place: Location | None) -> list[str]:
    return [f"{side}: {place.quote}"] if place and place.quote else []
