"""Glossary records: loading, sense conditions, matching and the example contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmqa.checks import all_checks
from tmqa.errors import GlossaryError
from tmqa.knowledge import Knowledge
from tmqa.resources import default_glossaries
from tmqa.review import GLOSSARY_RULES, check_sentences, glossary_failures
from tmqa.termbase import TermBase, load_glossary
from tmqa.values import Confidence

CURATE = """
[glossary]
name = "test"
domain = "art"
required = false
keywords = ["gallery", "museum", "painter", "exhibit", "canvas", "sculpture"]

[[term]]
id = "curate"
source = ["curate"]
preferred = ["კურირება", "შერჩევა"]
admitted = ["შე+რჩევ/რჩი"]
deprecated = ["განკურნება", "გან+კურნ", "კურსი"]

[[term]]
id = "course"
source = ["course"]
preferred = ["კურსი"]

[[term]]
id = "crane-machine"
source = ["crane"]
cues = ["harbour", "load"]
unless = ["feather"]
preferred = ["ამწე"]
deprecated = ["წერო"]

[[term]]
id = "crane-bird"
source = ["crane"]
cues = ["marsh"]
preferred = ["წერო"]

[[term]]
id = "tip-for-waiter"
source = ["tip"]
gloss = "money for a waiter"
cues = ["waiter"]
unless = ["finger"]
preferred = ["ჩაის ფული"]
deprecated = ["წვერი", "რჩევა"]
cueless = ["წვერი"]

[[term]]
id = "tip-advice"
source = ["tip"]
gloss = "advice"
cues = ["beginner"]
unless = ["finger"]
preferred = ["რჩევა"]
deprecated = ["წვერი"]
cueless = ["წვერი"]

[[term]]
id = "tip-of-blade"
source = ["tip"]
cues = ["blade"]
preferred = ["წვერი"]

[[term]]
id = "beard"
source = ["beard"]
preferred = ["წვერი"]

[[term]]
id = "book-reserve"
source = ["book"]
cues = ["book/v", "hotel"]
unless = ["book/n"]
preferred = ["დაჯავშნა"]
deprecated = ["წიგნი"]

[[term]]
id = "content-curation"
source = ["curate ... content"]
preferred = ["კონტენტის შერჩევა"]

[[term]]
id = "piece-of-cake"
kind = "idiom"
source = ["piece of cake"]
preferred = ["ადვილი საქმე"]
deprecated = ["ნაჭერი ნამცხვარი|ტორტი"]

[[term]]
id = "misconception"
source = ["misconception"]
consistent = true
preferred = ["მცდარი წარმოდგენა"]
admitted = ["არასწორი მოსაზრება"]
"""


@pytest.fixture
def termbase(tmp_path: Path) -> TermBase:
    path = tmp_path / "test.toml"
    path.write_text(CURATE, encoding="utf-8")
    return TermBase([load_glossary(path)])


def found(termbase: TermBase, source: str, target: str, *rules: str) -> list[tuple[str, str]]:
    checks = [all_checks()[rule] for rule in rules or GLOSSARY_RULES]
    return [
        (f.term or "", f.target.quote if f.target else "")
        for f in check_sentences(
            source.split("\n"), target.split("\n"), checks, Knowledge(termbase)
        )
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("He curated it.", "მან ის განკურნა.", [("curate", "განკურნა")]),
        ("He curated it.", "მან ის შეარჩია და განკურნა.", []),  # a right rendering is there
        ("He curated a course.", "მან კურსი გამოიგონა.", []),  # course explains კურსი
        ("He curated and curated.", "შეარჩია და განკურნა.", [("curate", "განკურნა")]),
        ("It was a piece of cake.", "ეს ტორტის ნაჭერი იყო.", [("piece-of-cake", "ტორტის ნაჭერი")]),
        ("It was a piece of cake.", "ეს ადვილი საქმე იყო.", []),
        ("The crane flew.", "წერო გაფრინდა.", []),  # no cue, no domain
        ("The crane can load ten tons.", "წერო ათ ტონას ტვირთავს.", [("crane-machine", "წერო")]),
        ("The load on the crane's feather", "წეროს ბუმბულის წონა", []),  # unless
        # წვერი is a point or a beard, and hardly ever what "tip" means where nothing tells.
        ("She got a tip.", "მან წვერი მიიღო.", [("tip-for-waiter", "წვერი")]),
        ("She got a tip.", "მან რჩევა მიიღო.", []),  # may well be right
        ("The tip of the finger.", "თითის წვერი.", []),  # unless
        ("The tip of the blade.", "დანის წვერი.", []),  # the other sense is meant
        ("A tip on his beard.", "რჩევა მის წვერზე.", []),  # the beard explains it
        ("She will book it.", "ის მას წიგნს.", [("book-reserve", "წიგნს")]),  # a verb
        ("The hotel has a book.", "სასტუმროს წიგნი აქვს.", []),  # a noun
        ("A harbour.\nThe crane rose.", "ნავსადგური.\nწერო აიწია.", [("crane-machine", "წერო")]),
    ],
)  # fmt: skip
def test_wrong_renderings(
    termbase: TermBase, source: str, target: str, expected: list[tuple[str, str]]
):
    assert found(termbase, source, target) == expected


def test_where_nothing_tells_the_sense_the_suggestions_are_of_all(termbase: TermBase):
    [finding] = check_sentences(
        ["She got a tip."],
        ["მან წვერი მიიღო."],
        [all_checks()["term-deprecated"]],
        Knowledge(termbase),
    )
    assert finding.confidence is Confidence.MEDIUM
    assert "(money for a waiter; or: advice)" in finding.message
    assert finding.suggestions == ("ჩაის ფული", "რჩევა")


def test_the_article_domain_gives_a_sense(termbase: TermBase, tmp_path: Path):
    art = "The gallery hired a painter.\nThe museum will exhibit a sculpture and a canvas."
    georgian = "გალერეამ მხატვარი აიყვანა.\nმუზეუმი ქანდაკებასა და ტილოს გამოფენს."
    crane = "\nThe crane rose."
    assert found(termbase, art + crane, f"{georgian}\nწერო აიწია.") == [("crane-machine", "წერო")]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["The harbour woke.", "They began to load."], [("crane-machine", "წერო")]),
        (["The harbour woke.", "More harbours woke."], []),  # one cue, twice
        (["The harbour woke.", "They began to load.", "A marsh lay near."], []),  # the bird's cue
        (
            ["The harbour woke.", "They began to load.", "A tower rose."],
            [("crane-machine", "წერო")],
        ),
    ],
)
def test_several_cues_elsewhere_in_the_article_give_a_sense(
    termbase: TermBase, before: list[str], expected: list[tuple[str, str]]
):
    source = [*before, "It rained.", "Rain fell.", "The crane rose."]
    target = [*(["წვიმდა."] * (len(source) - 1)), "წერო აიწია."]
    assert found(termbase, "\n".join(source), "\n".join(target)) == expected


def test_inconsistent_renderings_are_found(termbase: TermBase):
    source = "A misconception.\nOne misconception.\nThat misconception."
    target = "მცდარი წარმოდგენა.\nარასწორი მოსაზრება.\nეს მცდარი წარმოდგენა."
    assert found(termbase, source, target, "term-inconsistent") == [
        ("misconception", "არასწორი მოსაზრება")
    ]


def test_a_missing_term_is_a_finding_only_where_required(tmp_path: Path):
    for required, expected in (("true", "medium"), ("false", "low")):
        path = tmp_path / "g.toml"
        path.write_text(
            f"[glossary]\nrequired = {required}\n"
            '[[term]]\nid = "x"\nsource = ["churn"]\npreferred = ["გადინება"]\n',
            encoding="utf-8",
        )
        [finding] = check_sentences(
            ["Churn fell."],
            ["მაჩვენებელი დაეცა."],
            [all_checks()["term-missing"]],
            Knowledge(TermBase([load_glossary(path)])),
        )
        assert finding.confidence.value == expected


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ('[[term]]\nid = "A b"\nsource = ["x"]\n', "kebab-case"),
        ('[[term]]\nid = "a"\n', "source is missing"),
        ('[[term]]\nid = "a"\nsource = ["x"]\n', "neither preferred nor deprecated"),
        ('[[term]]\nid = "a"\nsource = ["x"]\npreferred = ["გან+კურნ"]\n', "wildcards"),
        ('[[term]]\nid = "a"\nsource = ["x"]\npreferred = ["ა"]\n', "too short"),
        ('[[term]]\nid = "a"\nsource = ["x"]\npreferred = ["აბ"]\ncolour = 1\n', "'colour'"),
        ('[[term]]\nid = "a"\nsource = ["x"]\npreferred = ["აბ"]\nseverity = "bad"\n', "'bad'"),
        ('[[term]]\nid = "a"\nsource = 5\npreferred = ["აბ"]\n', "not a list of texts"),
        (
            '[[term]]\nid = "a"\nsource = ["x"]\npreferred = ["აბ"]\n[[term.example]]\n'
            'source = "x"\nbad = "unmarked"\n',
            "no mark",
        ),
        ("term = 3\n", "not a list of tables"),
        ("[glossary\n", "not valid TOML"),
    ],
)
def test_a_broken_record_says_where_and_what(tmp_path: Path, record: str, says: str):
    path = tmp_path / "g.toml"
    path.write_text(record, encoding="utf-8")
    with pytest.raises(GlossaryError) as raised:
        load_glossary(path)
    assert "g.toml" in str(raised.value)
    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("example", "reason"),
    [
        ('source = "We curate."\nbad = "ვარჩევთ [[მას]]."\ngood = "ვარჩევთ."', "found nothing"),
        ('source = "We curate."\nbad = "[[კურსს]] ვარჩევთ."\ngood = "კურსს."', "reports"),
        ('source = "We curate."\ngood = "შერჩევა."', "lacks a bad or a good example"),
        ('source = "We curate art."\nbad = "[[კურსს]]."\ngood = "შერჩევა."', "one without a cue"),
    ],
)
def test_the_example_contract_can_fail(tmp_path: Path, example: str, reason: str):
    path = tmp_path / "g.toml"
    path.write_text(
        '[[term]]\nid = "c"\nsource = ["curate"]\npreferred = ["შერჩევა"]\n'
        'deprecated = ["კურსი"]\ncues = ["art", "we"]\ncueless = ["კურსი"]\n'
        f"[[term.example]]\n{example}\n",
        encoding="utf-8",
    )
    failures, records = glossary_failures([path])
    assert records == 1
    assert any(reason in failure.reason for failure in failures)


@pytest.mark.parametrize(
    ("goods", "reasons"),
    [
        (("სენსორი მუშაობს.", "გადამწოდი მუშაობს."), []),
        (("სენსორი მუშაობს.", "სენსორები მუშაობს."), ["is that of the one before"]),
        (("სენსორი მუშაობს.",), ["lacks two good examples"]),
    ],
)
def test_a_record_for_consistency_has_examples_of_different_renderings(
    tmp_path: Path, goods: tuple[str, ...], reasons: list[str]
):
    path = tmp_path / "g.toml"
    text = '[[term]]\nid = "s"\nsource = ["sensor"]\npreferred = ["სენსორი"]\nconsistent = true\n'
    text += 'admitted = ["გადამწოდი"]\n'
    text += "".join(f'[[term.example]]\nsource = "A sensor works."\ngood = "{g}"\n' for g in goods)
    path.write_text(text, encoding="utf-8")
    failures, _ = glossary_failures([path])
    assert len(failures) == len(reasons)
    assert all(r in f.reason for f, r in zip(failures, reasons, strict=True))


@pytest.mark.parametrize("path", default_glossaries(), ids=lambda p: p.stem)
def test_every_record_keeps_its_promises(path: Path):
    failures, records = glossary_failures([path])
    assert [(f.term, f.reason, f.example.source) for f in failures] == []
    assert records >= 60


def test_all_glossaries_keep_their_promises_together():
    failures, _ = glossary_failures(default_glossaries())
    assert [(f.term, f.reason, f.example.source) for f in failures] == []


def test_ids_are_unique_over_all_glossaries():
    ids = [t.id for path in default_glossaries() for t in load_glossary(path).terms]
    assert sorted(i for i in set(ids) if ids.count(i) > 1) == []
