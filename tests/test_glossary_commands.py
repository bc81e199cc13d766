"""`tmqa glossary …`: what a terminologist sees, through the real command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmqa.cli import main

ART = """# Words of art.
[glossary]
name = "art"
domain = "art"
required = false
keywords = ["gallery"]

[[term]]
id = "curate"
source = ["curate", "content curation"]
gloss = "choose for an audience"
unless = ["patient"]
preferred = ["შერჩევა", "კურირება"]
admitted = ["შე+რჩევ/რჩი"]
deprecated = ["განკურნება", "კურსი"]

  [[term.example]]
  source = "She curated the show."
  bad = "მან გამოფენა [[განკურნა]]."
  good = "მან გამოფენა შეარჩია."

# A bird or a machine.
[[term]]
id = "crane-machine"
source = ["crane"]
cues = ["harbour", "load"]
unless = ["feather"]
domains = ["building", "art"]
preferred = ["ამწე"]
deprecated = ["წერო"]

  [[term.example]]
  source = "The crane can load ten tons."
  bad = "[[წერო]] ათ ტონას ტვირთავს."
  good = "ამწე ათ ტონას ტვირთავს."

[[term]]
id = "piece-of-cake"
kind = "idiom"
source = ["piece of cake"]
domains = ["general"]
preferred = ["ადვილი საქმე"]
deprecated = ["ნაჭერი ნამცხვარი|ტორტი"]
note = "nothing to eat"

  [[term.example]]
  source = "It was a piece of cake."
  bad = "ეს [[ტორტის ნაჭერი]] იყო."
  good = "ეს ადვილი საქმე იყო."
"""


@pytest.fixture
def art(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary file, the only one of the settings, in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "art.toml").write_text(ART, encoding="utf-8")
    (tmp_path / "tmqa.toml").write_text(
        'default-glossaries = false\nglossaries = ["art.toml"]\n', encoding="utf-8"
    )
    return tmp_path / "art.toml"


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["glossary", *args])
    return int(stopped.value.code or 0)


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        ((), ["curate", "crane-machine", "piece-of-cake"]),
        (("art.toml", "--kind", "idiom"), ["piece-of-cake"]),
        (("--domain", "art"), ["curate", "crane-machine"]),
        (("--domain", "building", "--domain", "general"), ["crane-machine", "piece-of-cake"]),
    ],
)
def test_list_filters(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], ids: list[str]
):
    assert run("list", *args) == 0
    lines = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == ids
    assert {len(line) for line in lines} == {5}
    assert lines[0][4] == "art.toml"


def test_show_prints_the_record_as_written_with_its_place(
    art: Path, capfd: pytest.CaptureFixture[str]
):
    assert run("show", "crane-machine") == 0
    head, _, text = capfd.readouterr().out.partition("\n")
    assert head == "# art.toml:23"
    assert ART.split("\n")[22] == "[[term]]"
    assert text.startswith('[[term]]\nid = "crane-machine"')
    assert text.endswith('good = "ამწე ათ ტონას ტვირთავს."\n')


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("curated", {"curate": "source"}),  # an English inflection
        ("შერჩევისთვის", {"curate": "preferred"}),  # a case with a postposition
        ("განკურნავს", {"curate": "deprecated"}),  # a finite verb of a verbal noun
        ("წეროები", {"crane-machine": "deprecated"}),
        ("ტორტით ნაჭრები", {"piece-of-cake": "deprecated"}),  # both words, any order
        ("audience", {"curate": "gloss"}),
        ("eat", {"piece-of-cake": "note"}),
        ("harbours", {"crane-machine": "cues"}),
        ("gadget", {}),
        ("curated გადატანა", {}),  # one word is not enough
        ("curates შეარჩიეს", {"curate": "source, preferred, admitted"}),
    ],
)
def test_search_finds_words_in_any_form(
    art: Path, capfd: pytest.CaptureFixture[str], words: str, expected: dict[str, str]
):
    assert run("search", *words.split()) == (0 if expected else 1)
    lines = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == list(expected)
    for line in lines:
        assert expected[line[0]] in line[3]


def test_stats_count_by_file_and_domain(art: Path, capfd: pytest.CaptureFixture[str]):
    assert run("stats") == 0
    rows = [line.split() for line in capfd.readouterr().out.splitlines() if line]
    assert rows[1] == ["art", "3", "2", "1", "4", "9", "3"]
    assert rows[2] == ["all", "3", "2", "1", "4", "9", "3"]
    assert ["building", "1", "1", "0", "1", "2", "1"] in rows


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("show", "crane-machin"), "did you mean crane-machine?"),
        (("show", "zzz"), "tmqa glossary search"),
        (("list", "--domain", "sport"), "use one of art, building, general"),
        (("list", "missing.toml"), "missing.toml: no such glossary"),
        (("search",), "WORDS"),
        (("stats", "bad.toml"), "bad.toml"),
    ],
)
def test_unusable_calls_give_one_line_and_status_2(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    art.with_name("bad.toml").write_text("[[term]\n", encoding="utf-8")
    assert run(*args) == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert says in error
