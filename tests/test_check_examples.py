"""Every check's examples do what they promise, and every check has its page."""

from __future__ import annotations

import inspect

import pytest

from tmqa.checks import CheckExample, all_checks
from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.review import check_sentences
from tmqa.termbase.testing import unmark

MQM_DIMENSIONS = {
    "accuracy", "terminology", "linguistic-conventions", "locale-conventions", "style", "design",
}  # fmt: skip
CASES = [
    pytest.param(rule, example, id=f"{rule}-{number}")
    for rule, check in all_checks().items()
    for number, example in enumerate(check.examples)
]


# Rules that speak softly about single sentences: they are asked at any confidence.
HINTS = {"sentence-added", "sentence-omitted", "term-missing"}
KNOWLEDGE = load_knowledge(Config())


def run(rule: str, source: str, target: str):
    findings = check_sentences(
        source.split("\n"), target.split("\n"), [all_checks()[rule]], KNOWLEDGE
    )
    return [f for f in findings if f.confidence.rank > 0 or rule in HINTS]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_bad_example_is_found_at_its_marks(rule: str, example: CheckExample):
    marked = []
    for line, text in enumerate(example.bad.split("\n")):
        marked += [(line, *span) for span in unmark(text)[1]]
    plain = "\n".join(unmark(text)[0] for text in example.bad.split("\n"))
    found = [
        (f.target.segment, f.target.start, f.target.end) if f.target else None
        for f in run(rule, example.source, plain)
    ]
    assert found == [None if start == end else (line, start, end) for line, start, end in marked]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_good_example_is_silent(rule: str, example: CheckExample):
    assert run(rule, example.source, example.good) == []


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_suggestion_and_fix_silence_the_finding(rule: str, example: CheckExample):
    lines = [unmark(text)[0] for text in example.bad.split("\n")]
    findings = run(rule, example.source, "\n".join(lines))
    for finding in findings:
        for wording in (*finding.suggestions, *([] if finding.fix is None else [finding.fix])):
            if rule == "quote-style" or finding.target is None:
                continue  # one finding stands for all marks; an omission has no place to mend
            mended = list(lines)
            line, place = finding.target.segment, finding.target
            mended[line] = lines[line][: place.start] + wording + lines[line][place.end :]
            assert len(run(rule, example.source, "\n".join(mended))) < len(findings)


@pytest.mark.parametrize("rule", all_checks())
def test_check_has_a_complete_page(rule: str):
    check = all_checks()[rule]
    page = inspect.getdoc(check)
    assert page
    assert page.split("\n")[0].endswith(".")
    assert "\nWhy: " in page
    assert "\nLimits: " in page
    assert type(check).__module__.rsplit(".", 1)[1] == rule.replace("-", "_")
    assert check.category.split("/")[0] in MQM_DIMENSIONS
    assert check.examples
