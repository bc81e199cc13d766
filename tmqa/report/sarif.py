"""The SARIF 2.1.0 report, for code scanning on GitHub and for editors.

<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. `charOffset` counts in the
file without a byte order mark and with LF line ends; lines and columns hold for any.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from tmqa import __version__
from tmqa.report._base import WrittenReport, advice, bead_numbers, remarks
from tmqa.report._places import Places, Region
from tmqa.values import Bead, Finding, Review, Rule, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}
_Json = dict[str, Any]


class SarifReport(WrittenReport):
    """One run over all pairs: rules with their pages, results placed in the target files.

    The source words are a related location. `primaryLocationLineHash` is what GitHub knows an
    alert by; it follows the finding through edits elsewhere.
    """

    name = "sarif"
    suffix = ".sarif"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The log as one JSON object."""
        known = {rule.id: rule for review in reviews for rule in review.rules}
        rules = [known[name] for name in sorted(known)]
        index = {rule.id: number for number, rule in enumerate(rules)}
        notices = [_notice(review, text) for review in reviews for text in remarks(review)]
        run = {
            "tool": {
                "driver": {
                    "name": "tmqa",
                    "semanticVersion": __version__,
                    "rules": [_rule(rule) for rule in rules],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
            "results": [result for review in reviews for result in _results(review, index)],
            "properties": {"signatures": [review.signature for review in reviews]},
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> _Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.page},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["translation", rule.category],
            "mqmCategory": rule.category,
            "precision": rule.confidence.value,
        },
    }


def _notice(review: Review, text: str) -> _Json:
    return {
        "level": "note",
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(review.target_path)}}],
    }


def _results(review: Review, index: dict[str, int]) -> list[_Json]:
    places = Places(review)
    beads = review.alignment.beads
    return [
        _result(review, finding, places, index)
        | {"properties": _properties(finding, beads[number] if number >= 0 else None)}
        for number, finding in zip(bead_numbers(review), review.findings, strict=True)
    ]


def _result(review: Review, finding: Finding, places: Places, index: dict[str, int]) -> _Json:
    result: _Json = {"ruleId": finding.rule}
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    region = places.target(finding)
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": advice(finding)},
        "locations": [_location(review.target_path, region)],
    }
    source = places.source(finding)
    if source is not None and finding.source is not None:
        words = f"source: “{finding.source.quote}”" if finding.source.quote else "source"
        related = _location(review.source_path, source)
        result["relatedLocations"] = [{"id": 1, "message": {"text": words}, **related}]
    if finding.fingerprint:
        result["partialFingerprints"] = {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "tmqaFingerprint/v1": finding.fingerprint,
        }
    # Where markup stands inside the words, a replacement would break it.
    if finding.fix is not None and finding.target and finding.target.quote == region.text:
        result["fixes"] = [_fix(review.target_path, region, finding.fix)]
    return result


def _properties(finding: Finding, bead: Bead | None) -> _Json:
    found: _Json = {
        "mqmCategory": finding.category,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "suggestions": list(finding.suggestions),
        "term": finding.term,
    }
    return found | ({"beadScore": bead.score, "weakBead": bead.is_weak} if bead else {})


def _location(path: str, region: Region) -> _Json:
    found = _region(region) | ({"snippet": {"text": region.text}} if region.text else {})
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": found}}


def _artifact(path: str) -> _Json:
    return {"uri": quote(path)}


def _region(region: Region) -> _Json:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.start,
        "charLength": region.end - region.start,
    }


def _fix(path: str, region: Region, replacement: str) -> _Json:
    change = {"deletedRegion": _region(region), "insertedContent": {"text": replacement}}
    return {
        "description": {"text": "Write this."},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [change]}],
    }
