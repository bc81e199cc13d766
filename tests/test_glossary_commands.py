"""`tmqa glossary …`: what a terminologist sees, through the real command."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tmqa.cli import main
from tmqa.resources import default_glossaries
from tmqa.segment import sentence
from tmqa.termbase import TermBase, load_glossary
from tmqa.values import Side

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


def record(identifier: str, **fields: list[str] | str) -> str:
    lines = ["[[term]]", f'id = "{identifier}"']
    for name, value in fields.items():
        values = [value] if isinstance(value, str) else value
        lines.append(f"{name} = {json.dumps(values, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


CRANE = record("crane", source="crane", preferred="ამწე", deprecated="წერო")
PROBLEMS: list[tuple[str, list[str]]] = [
    (CRANE, []),
    # A sense with cues may contradict the one without.
    (CRANE.replace('["crane"]', '["crane"]\nunless = ["feather"]')
     + record("bird", source="crane", cues=["feather"], preferred="წერო", deprecated="ამწე"), []),
    (CRANE + record("bird", source="crane", cues=["feather"], preferred="წერო", deprecated="ამწე"),
     ["1 crane: deprecates “წერო”, which 'bird' (g.toml:6) prefers at “feather”"]),
    (CRANE + record("bird", source="crane", preferred="წერო"),
     ["1 crane: deprecates “წერო”, which 'bird' (g.toml:6) prefers likewise without cues"]),
    (record("a", source="crane", cues=["load", "x"], preferred="ამწე", deprecated="წერო")
     + record("b", source="crane", cues=["load"], preferred="წერო"),
     ["1 a: deprecates “წერო”, which 'b' (g.toml:7) prefers at the same “load”"]),
    (CRANE + record("other", source=["crane", "lift"], preferred="ამწე", deprecated="წერო"),
     ["6 other: says the same as 'crane' (g.toml:1)"]),
    (CRANE + record("dim", source="crane", cues=["sky"], preferred="კრანი", deprecated="წერო"),
     ["6 dim: can report nothing that 'crane' (g.toml:1) does not report first"]),
    (record("a", source="x", preferred="ამწე", deprecated="ამწე"), ["1 a: “ამწე” is both"]),
    (record("a", source="x", preferred="ამწე", colour="red"), ["1 term 'a': unknown field"]),
    (record("a", source="car trunk", unless=["trunk"], preferred="ამწე"),
     ["1 a: source “car trunk” has unless “trunk” in it, so the record never applies"]),
    (record("a", source=["car trunk", "boot"], unless=["trunk"], preferred="ამწე"),
     ["1 a: source “car trunk” has unless “trunk” in it, so it never counts"]),
    (record("a", source="car ... trunk", unless=["car trunk"], preferred="ამწე"), []),
    (record("a", source="car ... trunk", unless=["trunk"], preferred="ამწე"),
     ["1 a: source “car ... trunk” has unless “trunk” in it"]),
    (record("a", source="x", cues=["load"], unless=["load"], preferred="ამწე"),
     ["1 a: “load” is both cue and unless"]),
    (record("a", source="load line", cues=["load"], preferred="ამწე"), ["1 a: all cues are words"]),
    (record("a", source="is", preferred="ამწე"), ["1 a: source “is” stands nearly everywhere"]),
    (record("a", source="წერო", preferred="ამწე"), ["1 a: source “წერო” is not English"]),
    (record("a", source="x", preferred="aმწე"), ["1 a: preferred “aმწე” mixes scripts"]),
    (record("a", source="x", preferred="USB-ამწე"), []),
    (record("a", source="x", preferred="ამწე", admitted="ამ(წე"), ["1 a: admitted “ამ(წე” has an"]),
    (record("a", source="x", preferred="ამწე", deprecated="კრ*"), ["1 a: deprecated “კრ*” is too"]),
    (record("a", source="x", preferred="ამწე", deprecated="ნავი +რხ"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROBLEMS)
def test_check_finds_what_examples_do_not_show(
    art: Path, capfd: pytest.CaptureFixture[str], text: str, expected: list[str]
):
    art.with_name("g.toml").write_text(text, encoding="utf-8")
    assert run("check", "g.toml") == (1 if expected else 0)
    captured = capfd.readouterr()
    lines = captured.out.splitlines()
    assert len(lines) == len(expected)
    for line, beginning in zip(lines, expected, strict=True):
        assert line.startswith(f"g.toml:{beginning}")
        assert "; " in line  # and what to do
    assert captured.err == f"{len(expected)} problems\n"


def test_check_compares_files_and_goes_on_after_a_broken_record(
    art: Path, capfd: pytest.CaptureFixture[str]
):
    broken = '[[term]]\nid = "B"\n\n[[term]]\nid = "curate"\nsource = ["x"]\npreferred = ["ამწე"]\n'
    art.with_name("g.toml").write_text(broken, encoding="utf-8")
    assert run("check", "art.toml", "g.toml") == 1
    assert [line.split(" ")[0] for line in capfd.readouterr().out.splitlines()] == [
        "g.toml:1",
        "g.toml:4",
    ]


def test_check_names_superfluous_sources_only_on_request(
    art: Path, capfd: pytest.CaptureFixture[str]
):
    sources = ["box office", "box-office", "box office hit"]
    text = record("a", source=sources, preferred="ამწე", admitted="კრ*")
    art.with_name("g.toml").write_text(text, encoding="utf-8")
    assert run("check", "g.toml") == 0
    assert run("check", "g.toml", "--strict") == 1
    found = capfd.readouterr().out
    assert "source “box-office” is listed before" in found
    assert "source “box office hit” is found by its “box office”" in found
    assert "admitted “კრ*” is too short" in found


@pytest.mark.parametrize("installed", [True, False])
def test_check_names_unknown_georgian_words(
    art: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, installed: bool
):
    if installed:
        pytest.importorskip("hunspell")
    else:
        monkeypatch.setitem(sys.modules, "hunspell", None)
    (art.parent / "ka.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (art.parent / "ka.dic").write_text("1\nბრუტალი\n", encoding="utf-8")
    words = ["წყალი", "ბრუტალი", "ფლუნდრი", "და+ფლუნდრ"]  # water, brutal, and no words
    text = record("a", source="x", preferred="ამწე", admitted=words)
    art.with_name("g.toml").write_text(text, encoding="utf-8")
    assert run("check", "g.toml", "--words") == 1
    assert "admitted: unknown “ბრუტალი”, “ფლუნდრი”;" in capfd.readouterr().out
    assert run("check", "g.toml", "--dictionary", "ka.dic") == 1
    assert "admitted: unknown “ფლუნდრი”;" in capfd.readouterr().out
    assert run("check", "g.toml", "--dictionary", "none.dic") == 2
    assert "none.dic: no such dictionary" in capfd.readouterr().err


WHY: list[tuple[str, str, tuple[str, ...], list[str]]] = [
    ("She curated it.", "მან ის განკურნა.", (),
     ["curate (choose for an audience): FIRES (term-deprecated)", "source  “curated”",
      "meant: the record has no cues", "wrong   „განკურნა“ (by განკურნება)"]),
    ("She curated it.", "მან ის შეარჩია.", (),
     ["rightly rendered", "right   „შეარჩია“ (by შერჩევა)"]),
    ("She curated it.", "მან ის ნახა.", (),
     ["silent: not rendered", "none of its renderings; expected „შერჩევა“ or „კურირება“"]),
    ("She curated the patient.", "განკურნა.", (), ["the sense is another", "unless “patient”"]),
    ("The crane rose.", "წერო აიწია.", (),
     ["crane-machine: silent", "no cue stands nearby, and the article is of another domain than"]),
    ("The crane rose.", "წერო აიწია.", ("--domain", "building"),
     ["FIRES", "meant: the article's domain is building or art"]),
    ("The crane took the load.", "წერო აიწია.", (), ["FIRES", "meant: cue “load”"]),
    ("It was a piece of cake.", "ტორტის ნაჭერი იყო.", (), ["piece-of-cake: FIRES (idiom-literal)"]),
    ("Nothing.", "არაფერი.", (), ["no record has a source in this sentence"]),
    ("Nothing.", "არაფერი.", ("--id", "curate"), ["curate: silent: none of its sources stands"]),
    ("She curated it.", "მან ის შეარჩია და განკურნა.", (),
     ["rightly rendered", "excused „განკურნა“: every occurrence of the source has a right"]),
    ("en.txt", "ka.txt", (), ["meant: a cue stands in a neighbouring sentence"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "options", "says"), WHY)
def test_why_tells_what_decided(
    art: Path,
    capfd: pytest.CaptureFixture[str],
    source: str,
    target: str,
    options: tuple[str, ...],
    says: list[str],
):
    art.with_name("en.txt").write_text("A harbour.\nThe crane rose.\n", encoding="utf-8")
    art.with_name("ka.txt").write_text("ნავსადგური.\nწერო აიწია.\n", encoding="utf-8")
    assert run("why", source, target, *options) == 0
    told = capfd.readouterr().out
    for text in says:
        assert text in told


def test_why_agrees_with_the_checks_on_every_built_in_example():
    """A record fires in the explanation exactly where its match names a wrong rendering."""
    termbase = TermBase(load_glossary(path) for path in default_glossaries()[:6])
    for term in termbase.terms[::25]:
        for example in term.examples:
            article = termbase.scan([Side((sentence(example.source, "en"),))])
            target = Side((sentence(example.bad or example.good or "", "ka"),))
            matched = termbase.match(article, 0, target)
            told = termbase.explain(article, 0, target)
            assert {m.term.id: m.wrong for m in matched if m.wrong} == {
                e.term.id: e.named for e in told if e.named
            }
            assert {e.term.id for e in told} >= {m.term.id for m in matched}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("en.txt", "Word."), "have 2 and 1 sentences"),
        (("A.", "ა.", "--id", "nothing"), "--id nothing: no record has it"),
        (("A.", "ა.", "--domain", "sport"), "--domain sport: no record has it"),
    ],
)
def test_why_refuses(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    art.with_name("en.txt").write_text("One.\nTwo.\n", encoding="utf-8")
    assert run("why", *args) == 2
    assert says in capfd.readouterr().err


def test_forms_shows_what_a_pattern_matches(art: Path, capfd: pytest.CaptureFixture[str]):
    text = art.with_name("ka.txt")
    text.write_text("ის განკურნა. განკურნა და კურნავს; კურსი.", encoding="utf-8")
    assert run("forms", "განკურნება", "--in", "ka.txt") == 0
    lines = dict(line.split(maxsplit=1) for line in capfd.readouterr().out.splitlines())
    assert lines["singular"].startswith("განკურნება  განკურნებამ  განკურნებას")
    assert lines["verb"].startswith("გან+კურნ  ~კურნავ")
    assert lines["as"] == "pattern  გან+კურნ"
    assert lines["in"] == "texts    განკურნა 2  კურნავს 1"


def test_forms_of_the_bundled_texts(art: Path, capfd: pytest.CaptureFixture[str]):
    assert run("forms", "პერსპექტივ*") == 0
    assert "პერსპექტივა " in capfd.readouterr().out


@pytest.mark.parametrize(
    ("args", "out", "status"),
    [
        (("დაწერა", "წერს", "დამწერი"), "წერს\tyes\nდამწერი\tyes\n", 0),
        (("დაწერა", "წერილი", "დაუწერია"), "წერილი\tno\nდაუწერია\tyes\n", 1),
    ],
)
def test_forms_tells_whether_words_are_matched(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], out: str, status: int
):
    assert run("forms", *args) == status
    assert capfd.readouterr().out == out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("ორი სიტყვა",), "is not one word of a pattern"),
        (("ა|ბ",), "is not one word of a pattern"),
        (("ომი", "--in", "nothing.txt"), "no such file"),
    ],
)
def test_forms_refuses(
    art: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    assert run("forms", *args) == 2
    assert says in capfd.readouterr().err
