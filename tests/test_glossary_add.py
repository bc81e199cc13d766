"""`tmqa glossary add`: records put in their place, and nothing else touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_glossary_commands import ART, art, run

from tmqa.resources import default_glossaries
from tmqa.termbase import Example, load_glossary
from tmqa.termbase.places import line_numbers, stretches
from tmqa.terminology.add import inserted
from tmqa.terminology.toml import glossary_toml

__all__ = ["art"]

CHURN = (
    *("--source", "churn", "--preferred", "გადინება", "--deprecated", "კარაქი"),
    *("--gloss", "loss of customers", "--cue", "customer"),
    *("--example-source", "Customer churn fell."),
    *("--example-bad", "მომხმარებელთა [[კარაქი]] შემცირდა."),
    *("--example-good", "მომხმარებელთა გადინება შემცირდა."),
)
CHURN_RECORD = """[[term]]
id = "churn"
source = ["churn"]
gloss = "loss of customers"
cues = ["customer"]
preferred = ["გადინება"]
deprecated = ["კარაქი"]

  [[term.example]]
  source = "Customer churn fell."
  bad = "მომხმარებელთა [[კარაქი]] შემცირდა."
  good = "მომხმარებელთა გადინება შემცირდა."
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_record_is_put_in_its_place_and_the_rest_stays(
    art: Path, capfd: pytest.CaptureFixture[str], newline: str
):
    art.write_bytes(ART.replace("\n", newline).encode())
    assert run("add", "art.toml", *CHURN) == 0
    assert capfd.readouterr().out == f"# art.toml:8\n{CHURN_RECORD}"
    text = art.read_bytes().decode()
    assert text.count(newline) == text.count("\n")
    head, tail = ART.split('[[term]]\nid = "curate"')
    expected = f'{head}{CHURN_RECORD}\n[[term]]\nid = "curate"{tail}'
    assert text.replace("\r\n", "\n") == expected


@pytest.mark.parametrize(
    ("text", "identifier", "expected"),
    [
        ("", "b", "B\n"),
        ("[glossary]\n", "b", "[glossary]\n\nB\n"),
        # A comment above a record stays with it, one above the first at the head of the file.
        ("# Head.\n\n# Of c.\n[[term]]\nid = 'c'\n", "b",
         "# Head.\n\nB\n\n# Of c.\n[[term]]\nid = 'c'\n"),
        ("# Head.\n[[term]]\nid = 'c'\n", "b", "# Head.\n\nB\n\n[[term]]\nid = 'c'\n"),
        ("[[term]]\nid = 'a'\n\n# Part two.\n\n[[term]]\nid = 'c'\n", "b",
         "[[term]]\nid = 'a'\n\nB\n\n# Part two.\n\n[[term]]\nid = 'c'\n"),
        ("[[term]]\nid = 'a'\nnote = '''\n[[term]]\n'''\n", "b",
         "[[term]]\nid = 'a'\nnote = '''\n[[term]]\n'''\n\nB\n"),
        ("[[term]]\nid='a'\n[[term]]\nid='c' # why\n\n\n\n", "d",
         "[[term]]\nid='a'\n[[term]]\nid='c' # why\n\nB\n"),
        # In a file without order, after the last lower one.
        ("[[term]]\nid='z'\n\n[[term]]\nid='a'\n\n[[term]]\nid='x'\n", "b",
         "[[term]]\nid='z'\n\n[[term]]\nid='a'\n\nB\n\n[[term]]\nid='x'\n"),
    ],
)  # fmt: skip
def test_the_place(text: str, identifier: str, expected: str):
    made, line = inserted(text, identifier, "B\n")
    assert made.lstrip("\n") == expected
    assert made.split("\n")[line - 1] == "B"


def test_places_of_records_are_told_of_every_layout():
    text = ART.replace("  [[term.example]]", "  [[ term.example ]]")
    assert [ART.split("\n")[s.start] for s in stretches(text.split("\n"))] == ["[[term]]"] * 3
    assert line_numbers("term = [{id='a'}, {id='b'}]", "term", 2) == (1, 1)


def test_what_fails_is_not_written(art: Path, capfd: pytest.CaptureFixture[str]):
    wrong = [*CHURN[:-1], "კარაქი."]
    assert run("add", "art.toml", *wrong) == 1
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "good example: 'churn' reports 'კარაქი'" in captured.err
    assert art.read_text("utf-8") == ART
    assert run("add", "art.toml", *wrong, "--force") == 0
    assert "churn" in {term.id for term in load_glossary(art).terms}


def test_a_record_that_speaks_in_the_examples_of_others_is_refused(
    art: Path, capfd: pytest.CaptureFixture[str]
):
    options = ["--source", "ton", "--preferred", "ტონობით", "--deprecated", "ტონა"]
    example = ["--example-source", "A ton.", "--example-bad", "[[ტონა]].", "--example-good", "ორი."]
    assert run("add", "art.toml", *options, *example) == 1
    assert "crane-machine: good example: 'ton' reports 'ტონას'" in capfd.readouterr().err


def test_a_new_file_is_begun(art: Path):
    assert run("add", "new.toml", *CHURN, "--domain", "sales", "--severity", "minor") == 0
    [term] = load_glossary(art.with_name("new.toml")).terms
    assert (term.domains, term.severity.value, term.cues) == (("sales",), "minor", ("customer",))
    assert term.examples == (
        Example(
            "Customer churn fell.",
            "მომხმარებელთა [[კარაქი]] შემცირდა.",
            "მომხმარებელთა გადინება შემცირდა.",
        ),
    )


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("art.toml", "--preferred", "x"), "--source: is missing"),
        (("art.toml", "--source", "churn"), "--preferred: is missing"),
        (("art.toml", "--source", "curate", "--preferred", "ამწე"), "is there already"),
        (("art.toml", "--source", "x", "--preferred", "ა"), "too short"),
        (("art.toml", "--source", "x", "--preferred", "ამწე", "--id", "B C"), "not kebab-case"),
        (("art.toml", "--source", "x", "--preferred", "ამწე", "--example-bad", "[[ა]]"),
         "--example-source: is missing"),
        (("bad.toml", "--source", "x", "--preferred", "ამწე"), "bad.toml: is not valid TOML"),
        ((".", "--source", "x", "--preferred", "ამწე"), ".: cannot be read"),
        (("none/x.toml", "--source", "x", "--preferred", "ამწე", "--force"), "cannot be written"),
    ],
)  # fmt: skip
def test_add_refuses(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    art.with_name("bad.toml").write_text("[[term]\n", encoding="utf-8")
    assert run("add", *args) == 2
    error = capfd.readouterr().err.splitlines()[-1]
    assert says in error
    assert art.read_text("utf-8") == ART


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_is_asked_for_what_is_missing(art: Path):
    import pty

    master, slave = pty.openpty()
    answers = [
        "churn; churn rate", "loss of customers", "", "გადინება", "კარაქი",
        "Churn fell; we cheered.", "[[კარაქი]] შემცირდა.", "გადინება შემცირდა.",
    ]  # fmt: skip
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        [sys.executable, "-m", "tmqa", "glossary", "add", "art.toml"],
        stdin=slave, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )  # fmt: skip
    os.close(master)
    os.close(slave)
    assert done.returncode == 0, done.stderr
    [term] = [term for term in load_glossary(art).terms if term.id == "churn"]
    assert (term.source, term.gloss) == (("churn", "churn rate"), "loss of customers")
    assert term.examples[0].source == "Churn fell; we cheered."


def test_a_glossary_written_anew_says_the_same(art: Path, tmp_path: Path):
    for path in (art, *default_glossaries()):
        glossary = load_glossary(path)
        copy = tmp_path / "copy.toml"
        copy.write_text(glossary_toml(glossary), encoding="utf-8")
        again = load_glossary(copy)
        assert again.terms == glossary.terms
        assert (again.name, again.title, again.domain, again.keywords) == (
            glossary.name, glossary.title, glossary.domain, glossary.keywords,
        )  # fmt: skip
