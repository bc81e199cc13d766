"""`tmqa glossary diff` and `suggest`, and the stems that mining counts by."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from test_glossary_commands import ART, art, run

from tmqa.lang.ka.stem import dictionary_form, stem
from tmqa.termbase import load_glossary

__all__ = ["art"]


def test_diff_tells_records_and_fields(art: Path, capfd: pytest.CaptureFixture[str]):
    new = ART.replace('preferred = ["ამწე"]', 'preferred = ["კრანი", "ამწე"]')
    new = new.replace('note = "nothing to eat"', 'severity = "minor"')
    new = new.replace('id = "curate"', 'id = "curation"').replace("ათ ტონას ტვირთავს", "აწევს")
    art.with_name("new.toml").write_text(new, encoding="utf-8")
    assert run("diff", "art.toml", "new.toml") == 0
    assert capfd.readouterr().out.splitlines() == [
        "~ crane-machine",
        "    preferred: +“კრანი”",
        "    examples: -“The crane can load ten tons.” +“The crane can load ten tons.”",
        "- curate: curate, content curation",
        "+ curation: curate, content curation = შერჩევა, კურირება",
        "~ piece-of-cake",
        "    severity: major → minor",
        "    note: nothing to eat → –",
    ]
    assert run("diff", "art.toml", "art.toml") == 0
    assert capfd.readouterr().out == ""


def test_diff_takes_folders(art: Path, capfd: pytest.CaptureFixture[str]):
    for name, text in (("old", ART), ("new", ART.split("# A bird")[0])):
        folder = art.with_name(name)
        folder.mkdir()
        (folder / "art.toml").write_text(text, encoding="utf-8")
    assert run("diff", "old", "new") == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["- crane-machine", "- piece-of-cake"]
    art.with_name("empty").mkdir()
    assert run("diff", "old", "empty") == 2
    assert "empty: holds no glossary" in capfd.readouterr().err


# "flumph" is in no lexicon; წინაპარი is "ancestor"; wife is both მეუღლე and ცოლი.
EN = """The flumph sleeps.
We saw a flumph in the garden.
A red flumph ran away.
His wife is tall.
My wife reads books.
The wife of a doctor.
Her wife sings.
Rain fell.
"""
KA = """წინაპარს სძინავს.
ბაღში წინაპარი დავინახეთ.
წითელი წინაპარი გაიქცა.
მისი ცოლი მაღალია.
ჩემი ცოლი წიგნებს კითხულობს.
ექიმის მეუღლე.
მისი მეუღლე მღერის.
წვიმა მოვიდა.
"""


@pytest.fixture
def texts(art: Path) -> Path:
    art.with_name("en.txt").write_text(EN, encoding="utf-8")
    art.with_name("ka.txt").write_text(KA, encoding="utf-8")
    units = "".join(
        f'msgid "{en}"\nmsgstr "{ka}"\n\n'
        for en, ka in zip(EN.splitlines(), KA.splitlines(), strict=True)
    )
    art.with_name("memory.po").write_text(units, encoding="utf-8")
    return art.parent


def suggestions(folder: Path, capfd: pytest.CaptureFixture[str], *args: str) -> dict[str, str]:
    """The ids that are suggested, with the evidence."""
    assert run("suggest", "memory.po", *args) == 0
    out = capfd.readouterr().out
    (folder / "skeletons.toml").write_text(out, encoding="utf-8")
    evidence = [line for line in out.splitlines() if line.startswith("# ")]
    ids = [term.id for term in load_glossary(folder / "skeletons.toml").terms]
    return dict(zip(ids, evidence, strict=True))


def test_suggestions_are_skeletons_with_evidence(texts: Path, capfd: pytest.CaptureFixture[str]):
    assert suggestions(texts, capfd) == {
        "wife": "# wife: its renderings vary; 4 segments: ცოლი 2, მეუღლე 2",
        "flumph": "# flumph: no known rendering explains it; 3 segments: წინაპარი 3",
    }
    wife, flumph = load_glossary(texts / "skeletons.toml").terms
    assert (wife.preferred, wife.admitted, wife.consistent) == (("ცოლი",), ("მეუღლე",), True)
    assert (flumph.source, flumph.preferred) == (("flumph",), ("წინაპარი",))
    assert flumph.examples[0].good == "წინაპარს სძინავს."
    assert set(suggestions(texts, capfd, "--least", "4")) == {"wife"}


def test_known_sources_and_decided_ids_are_not_suggested(
    texts: Path, capfd: pytest.CaptureFixture[str]
):
    record = '[[term]]\nid = "f"\nsource = ["flumph"]\npreferred = ["წინაპარი"]\n'
    (texts / "ours.toml").write_text(record, encoding="utf-8")
    assert set(suggestions(texts, capfd, "--glossary", "ours.toml")) == {"wife"}
    decide = ["--decisions", "decided.toml"]
    assert set(suggestions(texts, capfd, *decide, "--reject", "wife")) == {"flumph"}
    assert set(suggestions(texts, capfd, *decide, "--accept", "flumph")) == set()
    text = (texts / "decided.toml").read_text("utf-8")
    assert text.endswith('accepted = [\n  "flumph",\n]\nrejected = [\n  "wife",\n]\n')


def test_articles_are_mined_two_by_two_beside_bilingual_files(
    texts: Path, capfd: pytest.CaptureFixture[str]
):
    options = ["--presegmented", "--aligner", "lexical"]
    assert run("suggest", "en.txt", "ka.txt", "memory.po", *options) == 0
    captured = capfd.readouterr()
    assert 'id = "flumph"' in captured.out
    assert int(captured.err.split(" segments")[0].rsplit(" ", 1)[1]) > 8


def test_changes_of_a_reviewer_are_evidence(texts: Path, capfd: pytest.CaptureFixture[str]):
    # ნამი is "dew": the raw text has it for the flumph, whom the reviewer calls "ancestor".
    raw = KA.replace("წინაპარს", "ნამს").replace("წინაპარი", "ნამი").replace("მოვიდა", "იყო")
    (texts / "raw.txt").write_text(raw, encoding="utf-8")
    options = ["--edited", "ka.txt", "--presegmented", "--aligner", "lexical"]
    assert run("suggest", "en.txt", "raw.txt", *options, "--least", "2") == 0
    out = capfd.readouterr().out
    assert out.startswith("# flumph: reviewers changed ნამი; 2 segments: წინაპარი 2\n")
    (texts / "skeletons.toml").write_text(out, encoding="utf-8")
    (term,) = load_glossary(texts / "skeletons.toml").terms
    assert (term.preferred, term.deprecated) == (("წინაპარი",), ("ნამი",))
    assert term.examples[0].bad == "[[ნამს]] სძინავს."
    assert term.examples[0].good == "წინაპარს სძინავს."
    assert run("suggest", "en.txt", "raw.txt", *options, "--least", "3") == 0
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("en.txt", "ka.txt", "memory.po", "--edited", "ka.txt"), "belongs to one pair"),
        (("en.txt",), "TARGET: is missing"),
        (("en.txt", "ka.txt", "--accept", "x"), "add --decisions FILE"),
        (("en.txt", "ka.txt", "--decisions", "en.txt"), "en.txt: cannot be read"),
        (("en.txt", "ka.txt", "--decisions", "art.toml"), "is not a file of decisions"),
        (("en.txt", "none.txt"), "none.txt: no such file"),
    ],
)
def test_suggest_refuses(
    texts: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    assert run("suggest", *args) == 2
    assert says in capfd.readouterr().err


@pytest.mark.parametrize(
    "forms",
    [
        "კურსი კურსს კურსის კურსებისთვის კურსმა",  # course
        "ჩართულობა ჩართულობის ჩართულობას ჩართულობით",  # engagement
        "წყარო წყაროს წყაროდან წყაროები",  # source
        "გაკეთება გაკეთების გაკეთებას",  # doing
        "მთავრობა მთავრობისთვის მთავრობამ",  # government
        "სახლი სახლში სახლიდან სახლებს",  # house
    ],
)
def test_forms_of_a_noun_have_one_stem_and_its_dictionary_form(forms: str):
    lemma, *others = forms.split()
    assert len({stem(form) for form in (lemma, *others)}) == 1
    assert dictionary_form(Counter(others)) == lemma
