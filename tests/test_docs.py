"""The README says what the program says; `pytest --update-golden` writes its tables anew."""

from __future__ import annotations

import inspect
import re

import pytest
from conftest import ROOT, bead_formats, readme_section

from tmqa.checks import all_checks
from tmqa.cli import cli
from tmqa.report import report_names

README = (ROOT / "README.md").read_text("utf-8")


def test_rule_table(update_golden: bool):
    rows = ["| rule | severity | what it finds |", "|---|---|---|"]
    for rule, check in all_checks().items():
        summary = (inspect.getdoc(check) or "").split("\n")[0]
        rows.append(f"| `{rule}` | {check.severity} | {summary} |")
    expected = "\n".join(rows)
    assert readme_section("rules", expected, update_golden) == expected


@pytest.mark.parametrize("name", [n for n in sorted(cli.commands) if n != "glossary"])
def test_every_command_is_described(name: str):
    assert f"`tmqa {name}" in README


@pytest.mark.parametrize(
    ("group", "name"),
    [
        (group, name)
        for group in ("glossary", "lexicon")
        for name in sorted(getattr(cli.commands[group], "commands", {}))
    ],
)
def test_every_command_of_a_group_is_described_and_explains_itself(group: str, name: str):
    command = getattr(cli.commands[group], "commands", {})[name]
    assert f"`tmqa {group} {name}" in README
    assert f"Example: tmqa {group} {name}" in (command.help or "")


@pytest.mark.parametrize("name", report_names())
def test_every_format_is_named(name: str):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", bead_formats())
def test_every_form_of_alignment_is_named_and_offered(name: str):
    [option] = [option for option in cli.commands["align"].params if option.name == "form"]
    assert name in option.type.to_info_dict()["choices"]
    assert re.search(rf"`tmqa align.*`{name}`", README)


def test_the_help_of_check_names_every_format():
    [option] = [option for option in cli.commands["check"].params if option.name == "formats"]
    named = set(re.findall(r"[a-z]+", getattr(option, "help", "")))
    assert set(report_names()) <= named


def test_continuous_integration_runs_the_readme_command():
    command = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    assert command.endswith(".venv/bin/pytest")
    assert command in README


def test_no_absolute_paths_or_foreign_places():
    for path in [*ROOT.glob("*.md"), *(ROOT / "tmqa").rglob("*.py")]:
        text = path.read_text("utf-8")
        assert not re.search(r"(?<![\w.])/(?:home|root|mnt|opt|Users)/", text)
