"""The JSON report, schema `tmqa-report/1` (printed by `tmqa schema`)."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from tmqa import __version__
from tmqa.report._base import WrittenReport, counts
from tmqa.values import Finding, Location, Review, Score, Sentence

SCHEMA = "tmqa-report/1"


def json_schema() -> str:
    """The JSON Schema that every report of this format satisfies."""
    return files("tmqa.report").joinpath("assets/report.schema.json").read_text("utf-8")


class JsonReport(WrittenReport):
    """Everything that a program may want to know; equal inputs give equal bytes."""

    name = "json"
    suffix = ".json"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The report as one JSON object."""
        signature = reviews[0].signature if reviews else ""
        data = {
            "schema": SCHEMA,
            "tool": {"name": "tmqa", "version": __version__, "signature": signature},
            "pairs": [_pair(review) for review in reviews],
            "summary": {
                "pairs": len(reviews),
                "segments": sum(len(r.alignment.source) for r in reviews),
                "findings": counts(reviews),
            },
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _pair(review: Review) -> dict[str, Any]:
    alignment = review.alignment
    return {
        "source": review.source_path,
        "target": review.target_path,
        "aligner": alignment.aligner,
        "notices": list(review.notices),
        "source_segments": [_segment(s) for s in alignment.source],
        "target_segments": [_segment(s) for s in alignment.target],
        "alignment": [
            {"source": list(b.source), "target": list(b.target), "score": b.score}
            for b in alignment.beads
        ],
        "findings": [_finding(f) for f in review.findings],
        "scores": {score.name: _score(score) for score in review.scores},
    }


def _segment(sentence: Sentence) -> dict[str, Any]:
    return {
        "index": sentence.index,
        "text": sentence.text,
        "kind": sentence.kind.value,
        "line": sentence.line,
        "start": sentence.start,
        "end": sentence.end,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "source": _location(finding.source),
        "target": _location(finding.target),
        "suggestions": list(finding.suggestions),
        "fix": finding.fix,
        "term": finding.term,
        "fingerprint": finding.fingerprint,
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "segment": location.segment,
        "start": location.start,
        "end": location.end,
        "quote": location.quote,
    }


def _score(score: Score) -> dict[str, Any]:
    return {"value": score.value, "signature": score.signature, **score.details}
