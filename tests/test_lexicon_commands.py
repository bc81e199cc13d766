"""`tmqa lexicon …`: looking words up, measuring coverage, learning renderings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmqa.cli import main
from tmqa.lexicography.model1 import linked_words
from tmqa.lexicon import load_lexicon
from tmqa.resources import default_lexicon

# "flumph" and "Quibble" are in no lexicon; the lexicon has no "treaty" as ზავი (a truce).
EN = [
    "The flumph sleeps in the garden.", "We saw a flumph near the river.", "A red flumph ran away.",
    "The flumph drinks water.", "The river is long.", "The garden is green.", "Water is cold.",
    "We signed a treaty.", "The treaty ended the war.", "A long treaty is read.",
]  # fmt: skip
KA = [
    "წინაპარს ბაღში სძინავს.", "მდინარესთან წინაპარი დავინახეთ.", "წითელი წინაპარი გაიქცა.",
    "წინაპარი წყალს სვამს.", "მდინარე გრძელია.", "ბაღი მწვანეა.", "წყალი ცივია.",
    "ზავს მოვაწერეთ ხელი.", "ზავმა ომი დაასრულა.", "გრძელ ზავს კითხულობენ.",
]  # fmt: skip
TMX = "".join(
    f'<tu><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="ka"><seg>{ka}</seg></tuv></tu>'
    for en, ka in zip(EN, KA, strict=True)
)
XLIFF = "".join(
    f'<trans-unit id="{n}"><source>{en}</source><target>{ka}</target></trans-unit>'
    for n, (en, ka) in enumerate(zip(EN, KA, strict=True))
)
FILES = {
    "memory.tmx": f'<tmx version="1.4"><body>{TMX}</body></tmx>',
    "memory.xlf": '<xliff version="1.2"><file source-language="en" target-language="ka"><body>'
    f"{XLIFF}</body></file></xliff>",
    "memory.po": "".join(f'msgid "{en}"\nmsgstr "{ka}"\n\n' for en, ka in zip(EN, KA, strict=True)),
    "en.txt": "\n".join(EN),
    "ka.txt": "\n".join(KA),
}


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["lexicon", *args])
    return int(stopped.value.code or 0)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("spring", "spring\tn\tგაზაფხული ; წყარო"),
        ("Springs", "spring\tn\tგაზაფხული ; წყარო"),
        ("წყაროებს", "spring\tn\tგაზაფხული ; წყარო"),
        ("flumph", None),
        ("ფლუნდრი", None),
    ],
)
def test_show_finds_words_of_both_languages_in_any_form(
    texts: Path, capfd: pytest.CaptureFixture[str], word: str, expected: str | None
):
    assert run("show", word) == (1 if expected is None else 0)
    captured = capfd.readouterr()
    if expected is None:
        assert captured.out == ""
        assert word in captured.err
    else:
        assert any(line.startswith(expected) for line in captured.out.splitlines())


def test_coverage_counts_types_and_units(texts: Path, capfd: pytest.CaptureFixture[str]):
    assert run("coverage", "memory.tmx") == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "segments   10"
    assert lines[-1] == "unknown    flumph 4"
    types = int(lines[1].split()[1].rstrip(","))
    assert lines[1].startswith(f"types      {types}, known {types - 1} (")


@pytest.mark.parametrize("files", [["memory.tmx"], ["memory.xlf"], ["memory.po"]])
def test_learn_proposes_what_the_lexicon_lacks(
    texts: Path, capfd: pytest.CaptureFixture[str], files: list[str]
):
    assert run("learn", *files, "-o", "new.tsv") == 0
    assert capfd.readouterr().out == ""
    lines = (texts / "new.tsv").read_text("utf-8").splitlines()
    assert "# flumph 4: წინაპარი 4" in lines
    assert "flumph\tn\tწინაპარი" in lines
    assert "# treaty 3: ზავი 3" in lines
    learnt = load_lexicon(texts / "new.tsv")
    assert learnt.lemmas("წინაპარს") == {"flumph"}
    assert not learnt.entries("garden")  # the lexicon knows ბაღი
    assert run("learn", *files, "--least", "4") == 0
    captured = capfd.readouterr()
    assert captured.out == "# flumph 4: წინაპარი 4\nflumph\tn\tწინაპარი\n"
    assert captured.err == "1 proposals from 10 segments\n"


def test_learn_takes_articles_two_by_two(texts: Path, capfd: pytest.CaptureFixture[str]):
    assert run("learn", "en.txt", "ka.txt", "--presegmented", "--aligner", "lexical") == 0
    assert "flumph\tn\tწინაპარი" in capfd.readouterr().out


def test_the_built_in_data_are_never_written(texts: Path, capfd: pytest.CaptureFixture[str]):
    before = default_lexicon().read_bytes()
    assert run("learn", "memory.tmx", "-o", str(default_lexicon())) == 2
    assert "is among the built-in data" in capfd.readouterr().err
    assert default_lexicon().read_bytes() == before


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("learn", "en.txt"), "TARGET: is missing"),
        (("learn",), "PAIRS"),
        (("coverage", "none.tmx"), "none.tmx: no such file"),
        (("learn", "memory.tmx", "-o", "no/such/x.tsv"), "cannot be written"),
    ],
)
def test_unusable_calls_give_one_line_and_status_2(
    texts: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    assert run(*args) == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert says in error


def test_model_1_parts_words_that_always_stand_together_by_the_rest():
    pairs = [
        (["the", "house"], ["das", "haus"]),
        (["the", "book"], ["das", "buch"]),
        (["a", "book"], ["ein", "buch"]),
    ]
    linked = linked_words(pairs)
    assert linked == {
        ("the", "das"): 2, ("house", "haus"): 1, ("book", "buch"): 2, ("a", "ein"): 1,
    }  # fmt: skip
    assert linked_words([]) == {}
    assert linked_words([([], ["x"]), (["y"], [])]) == {}
