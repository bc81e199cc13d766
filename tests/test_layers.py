"""Glossaries laid over each other: replaced, softened and switched-off records."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmqa.cli import main
from tmqa.resources import default_glossaries
from tmqa.termbase import load_glossary
from tmqa.termbase.layers import effective_terms

# A built-in record that reports "ბანკი" (a bank for money) for the bank of a river.
BANK = "bank-of-river"


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.txt").write_text("They sat on the river bank.\n", encoding="utf-8")
    (tmp_path / "ka.txt").write_text("ისინი მდინარის ბანკზე ისხდნენ.\n", encoding="utf-8")
    return tmp_path


def check(*args: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "en.txt", "ka.txt", "--presegmented", "--select", "term-deprecated", *args])
    return int(stopped.value.code or 0)


RECORD = f'[[term]]\nid = "{BANK}"\nsource = ["river bank"]\npreferred = ["ბანკი"]\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "critical"),
        (f'[[override]]\nid = "{BANK}"\nseverity = "minor"\n', "minor"),
        (f'[[override]]\nid = "{BANK}"\nseverity = "major"\nnote = "a river guide"', "major"),
        (f'[[override]]\nid = "{BANK}"\nenabled = false\n', None),
        (f'[[override]]\nid = "{BANK}"\nrequired = true\n', "critical"),
        (RECORD, None),  # replaced
    ],
)
def test_a_project_softens_replaces_or_switches_off_a_built_in_record(
    pair: Path, capfd: pytest.CaptureFixture[str], text: str, says: str | None
):
    (pair / "ours.toml").write_text(text, encoding="utf-8")
    assert check("--glossary", "ours.toml", "-f", "csv") == (says in ("major", "critical"))
    rows = capfd.readouterr().out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ([says] if says else [])
    (pair / "tmqa.toml").write_text('glossaries = ["ours.toml"]\n', encoding="utf-8")
    assert check() == (says in ("major", "critical"))


@pytest.mark.parametrize(
    ("name", "says"), [("ka.tmqa.toml", ["minor"]), ("en.tmqa.toml", ["critical"])]
)
def test_the_glossary_beside_the_article_is_the_last_layer(
    pair: Path, capfd: pytest.CaptureFixture[str], name: str, says: list[str]
):
    project, article = (
        f'[[override]]\nid = "{BANK}"\nseverity = "{severity}"\n'
        for severity in ("critical", "minor")
    )
    (pair / "ours.toml").write_text(project, encoding="utf-8")
    (pair / name).write_text(article, encoding="utf-8")
    check("--glossary", "ours.toml", "-f", "csv")
    assert [row.split(",")[0] for row in capfd.readouterr().out.splitlines()[1:]] == says


def test_overrides_act_on_what_comes_before(tmp_path: Path):
    texts = [
        RECORD,
        f'[[override]]\nid = "{BANK}"\nconsistent = true\nrequired = false\n',
        f'[[override]]\nid = "{BANK}"\nseverity = "neutral"\n',
        f'[[override]]\nid = "{BANK}"\nenabled = false\n',
        RECORD,
    ]
    glossaries = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.toml"
        path.write_text(text, encoding="utf-8")
        glossaries.append(load_glossary(path))
    [term] = effective_terms(glossaries[:3])
    assert (term.consistent, term.required, term.severity.value) == (True, False, "neutral")
    assert effective_terms(glossaries[:4]) == ()
    assert effective_terms(glossaries) == glossaries[0].terms


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\n[[override]]\nid = "no-such"\nenabled = false\n', "o.toml:2 override 'no-such': no"),
        ('[[override]]\nenabled = false\n', "o.toml:1 override 1: id is missing"),
        ('[[override]]\nid = "a"\n', "o.toml:1 override 'a': changes nothing"),
        ('[[override]]\nid = "a"\npreferred = ["x"]\n', "unknown field 'preferred'"),
        ('[[override]]\nid = "a"\nseverity = "bad"\n', "severity 'bad' is unknown"),
        ('[[override]]\nid = "a"\nenabled = "no"\n', "enabled is not true or false"),
        ("override = 3\n", "override is not a list of tables"),
    ],
)  # fmt: skip
def test_a_broken_override_says_where_and_what(
    pair: Path, capfd: pytest.CaptureFixture[str], text: str, says: str
):
    (pair / "o.toml").write_text(text, encoding="utf-8")
    assert check("--glossary", "o.toml") == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert says in error


def test_without_the_built_in_glossaries_their_overrides_are_passed_over(pair: Path):
    (pair / "o.toml").write_text(f'[[override]]\nid = "{BANK}"\nenabled = false\n', "utf-8")
    assert check("--glossary", "o.toml", "--no-default-glossaries") == 0


def test_show_and_check_know_overrides(pair: Path, capfd: pytest.CaptureFixture[str]):
    text = f'[[override]]\nid = "{BANK}"\nseverity = "minor"\n[[override]]\nid = "no-such"\n'
    (pair / "o.toml").write_text(f"{text}enabled = false\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["glossary", "show", BANK, "--glossary", "o.toml"])
    assert "# overridden in o.toml:1: severity = minor\n" in capfd.readouterr().out
    with pytest.raises(SystemExit):
        main(["glossary", "check", "o.toml"])
    assert capfd.readouterr().out.startswith("o.toml:4 override 'no-such': no record has this id")


def test_the_built_in_glossaries_need_no_layers():
    glossaries = [load_glossary(path) for path in default_glossaries()]
    assert effective_terms(glossaries) == tuple(t for g in glossaries for t in g.terms)
