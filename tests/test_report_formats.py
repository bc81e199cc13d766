"""Formats that other programs read: positions, escapes, counts, and hostile text."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.report import get_report, report_names
from tmqa.review import review
from tmqa.values import Alignment, Bead, Confidence, Finding, Location, Review, Severity

SOURCE = """# The 😀 shop

The *shop* opened in **1927**. It sells bread.

A sentence that nobody translated stands alone here.
"""
TARGET = """# 😀 მაღაზია

მაღაზია გაიხსნა **19*7*2** წელს. ის პურს ყიდის ყიდის.
"""
HOSTILE = "=cmd|' /C calc'!A0 %0A::error::x, y: <b>&\"'\x01\x1b]]>\r\nსტრიქონი\ufffe"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Review:
    folder = tmp_path_factory.mktemp("article pair")
    (folder / "en.md").write_text(SOURCE, encoding="utf-8")
    (folder / "ka %1.md").write_text(TARGET, encoding="utf-8")
    config = Config(default_glossaries=False, aligner="lexical", min_confidence="low")
    return review(folder / "en.md", folder / "ka %1.md", config, load_knowledge(config))


@pytest.fixture(scope="module")
def hostile(made: Review) -> Review:
    """A review whose every text is hostile."""
    [sentence] = [s for s in made.alignment.target if s.index == 1]
    finding = Finding(
        rule="word-doubled",
        category="accuracy/addition",
        severity=Severity.MINOR,
        confidence=Confidence.LOW,
        message=HOSTILE,
        source=None,
        target=Location(1, 0, len(sentence.text), HOSTILE),
        suggestions=(HOSTILE, ""),
        fix=HOSTILE,
        term=HOSTILE,
        fingerprint="0" * 16,
    )
    target = replace(made.bitext.target, path=HOSTILE)
    bitext = replace(made.bitext, target=target, notices=(HOSTILE,))
    return replace(made, bitext=bitext, findings=(finding,), signature=HOSTILE)


def rendered(name: str, *reviews: Review) -> str:
    return get_report(name).encode(reviews).decode("utf-8")


def sarif_results(made: Review) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(rendered("sarif", made))["runs"][0]["results"]
    assert len(results) == len(made.findings)
    return results


def test_sarif_regions_hold_the_words_in_the_files(made: Review):
    for result, finding in zip(sarif_results(made), made.findings, strict=True):
        places = [(result["locations"], TARGET, finding.target)]
        places.append((result.get("relatedLocations", []), SOURCE, finding.source))
        for locations, text, place in places:
            for location in locations:
                region = location["physicalLocation"]["region"]
                start = region["charOffset"]
                words = text[start : start + region["charLength"]]
                assert words == region.get("snippet", {"text": ""})["text"]
                lines = text[:start].split("\n")
                assert (region["startLine"], region["startColumn"]) == (
                    len(lines),
                    len(lines[-1]) + 1,
                )
                if place and place.quote and "*" not in words:
                    assert words == place.quote


def test_sarif_marks_across_markup_and_offers_no_fix_there(made: Review):
    [result] = [r for r in sarif_results(made) if r["ruleId"] == "number-mismatch"]
    [location] = result["locations"]
    assert location["physicalLocation"]["region"]["snippet"]["text"] == "19*7*2"
    assert "fixes" not in result
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "ka%20%251.md"


def test_sarif_names_the_place_of_an_omission_and_the_source_words(made: Review):
    [result] = [r for r in sarif_results(made) if r["ruleId"] == "sentence-omitted"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["charLength"] == 0
    assert TARGET[: region["charOffset"]].endswith("ყიდის ყიდის.")
    [related] = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "en.md"
    assert "nobody translated" in related["message"]["text"]


def test_sarif_rules_have_pages_and_results_point_at_them(made: Review):
    run = json.loads(rendered("sarif", made))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.id for rule in made.rules)
    for rule in rules:
        assert "Limits:" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert "/" in rule["properties"]["mqmCategory"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        print_ = result["partialFingerprints"]["primaryLocationLineHash"]
        assert print_.removesuffix(":1") in {f.fingerprint for f in made.findings}


@pytest.mark.parametrize(
    ("gate", "failing"),
    [(None, set()), (Severity.CRITICAL, set()), (Severity.MINOR, {"word-doubled"})],
)
def test_junit_fails_what_fails_the_command(made: Review, gate: Severity | None, failing: set[str]):
    root = ElementTree.fromstring(rendered("junit", replace(made, gate=gate)))
    [suite] = root
    cases = suite.findall("testcase")
    failed = {case.get("name", "").split()[0] for case in cases if case.find("failure") is not None}
    assert failing <= failed
    assert bool(failing) == bool(failed)
    assert int(suite.get("tests", "")) == int(root.get("tests", "")) == len(cases)
    assert int(root.get("failures", "")) == len(suite.findall("testcase/failure"))
    assert len({case.get("name") for case in cases}) == len(cases)
    named = {case.get("name", "").split()[0] for case in cases}
    assert named == {rule.id for rule in made.rules}


def test_junit_of_a_clean_pair_still_has_passing_cases(made: Review):
    root = ElementTree.fromstring(rendered("junit", replace(made, findings=())))
    assert len(root.findall("testsuite/testcase")) == len(made.rules)
    assert root.get("failures") == "0"


def test_junit_survives_hostile_text(hostile: Review):
    root = ElementTree.fromstring(rendered("junit", hostile, hostile))
    [case, _] = root.findall("testsuite/testcase[system-out]")
    assert case.get("file") == HOSTILE.replace("\x01\x1b", "").replace("\ufffe", "").replace(
        "\r", " "
    )
    assert "<b>&\"'" in (case.findtext("system-out") or "")


def test_github_lines_cannot_be_broken_by_text(hostile: Review):
    lines = rendered("github", hostile).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice", "tmqa:"]
    for line in lines[:2]:
        _, properties, message = line.split("::", 2)
        assert "%250A" in properties
        assert "%250A" in message
        assert "%0D%0A" in message
        assert "\r" not in line


def test_github_shows_the_gravest_first(made: Review):
    commands = [line.split(" ")[0] for line in rendered("github", made).splitlines()[:-1]]
    assert commands == sorted(commands, key=["::error", "::warning", "::notice"].index)


def test_csv_cells_are_never_formulas(hostile: Review):
    [row] = csv.DictReader(io.StringIO(rendered("csv", hostile), newline=""))
    for cell in row.values():
        assert not cell.startswith(tuple("=+-@\t\r\n"))
    assert row["message"] == f"'{HOSTILE}"
    assert row["target_start"] == "0"


@pytest.mark.parametrize("start", list("=+-@＝\t"))
def test_csv_guards_every_beginning_of_a_formula(made: Review, start: str):
    finding = replace(made.findings[0], message=f"{start}1+1")
    [row] = csv.DictReader(io.StringIO(rendered("csv", replace(made, findings=(finding,)))))
    assert row["message"] == f"'{start}1+1"


def test_csv_has_one_row_a_finding_with_its_place(made: Review):
    rows = list(csv.DictReader(io.StringIO(rendered("csv", made))))
    assert len(rows) == len(made.findings)
    for row, finding in zip(rows, made.findings, strict=True):
        assert row["rule"] == finding.rule
        if finding.target:
            line = TARGET.split("\n")[int(row["target_line"]) - 1]
            assert line[int(row["target_column"]) - 1] == finding.target.quote[0]
        else:
            assert row["target_line"] == row["target_quote"] == ""


def test_workbook_holds_texts_not_formulas(hostile: Review):
    book = openpyxl.load_workbook(io.BytesIO(get_report("xlsx").encode((hostile,))))
    assert book.sheetnames == ["findings", "beads", "summary"]
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n") for cell in row)
    assert str(book["findings"]["E2"].value).startswith("=cmd")


def test_workbook_cuts_what_a_cell_cannot_hold(made: Review):
    finding = replace(made.findings[0], message="ა" * 40_000)
    content = get_report("xlsx").encode((replace(made, findings=(finding,)),))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["findings"]["E2"].value == "ა" * 32_000


def moved(made: Review) -> Review:
    """The review with a weak bead, a null bead on each side and a moved one."""
    alignment = made.alignment
    beads = (Bead((0,), (2,), 0.9), Bead((1,), (0,), 0.4), Bead((2, 3), (), 0.7), Bead((), (1,)))
    changed = Alignment(alignment.source, alignment.target, beads, "given")
    return replace(made, bitext=replace(made.bitext, alignment=changed), findings=())


@pytest.mark.parametrize(
    ("name", "says"),
    [("text", "weak match 0.40"), ("markdown", "weak match 0.40"), ("html", "weak match 0.40")],
)
def test_a_weak_bead_is_shown_even_without_findings(made: Review, name: str, says: str):
    assert says in rendered(name, moved(made))
    assert says not in rendered(name, replace(made, findings=()))


def test_the_beads_of_a_workbook_say_weak_and_moved(made: Review):
    book = openpyxl.load_workbook(io.BytesIO(get_report("xlsx").encode((moved(made),))))
    rows = [dict(zip(next(book["beads"].values), row, strict=True)) for row in book["beads"].values]
    assert [(row["shape"], row["weak"], row["moved"]) for row in rows[1:]] == [
        ("1-1", "no", "yes"),
        ("1-1", "yes", "no"),
        ("2-0", "no", "no"),
        ("0-1", "no", "no"),
    ]


@pytest.mark.parametrize("name", report_names())
def test_no_format_fails_on_hostile_text_or_findings_without_a_place(hostile: Review, name: str):
    placeless = replace(hostile.findings[0], target=None)
    assert get_report(name).encode((replace(hostile, findings=(placeless,)),))
