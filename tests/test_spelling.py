"""Spelling: slips of the pen, the word list, what is known, and what word-misspelt says of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from tmqa.checks import all_checks
from tmqa.cli import main
from tmqa.config import Config
from tmqa.knowledge import Knowledge, load_knowledge
from tmqa.lang.ka.forms import FormIndex
from tmqa.lang.ka.nominal import ENDINGS, lemmas, stems
from tmqa.lang.ka.spelling import LIKELY, POSSIBLE, UNLIKELY, are_akin, slips
from tmqa.review import check_sentences
from tmqa.spelling import Speller, load_dictionary
from tmqa.spelling.dictionary import compile_words, read_words
from tmqa.values import Finding

KNOWLEDGE = load_knowledge(Config())
GEORGIAN = st.text("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", min_size=1, max_size=9)


@given(GEORGIAN)
def test_a_slip_can_be_undone(word: str):
    found = slips(word)
    assert word not in found
    assert all(word in slips(other) for other in list(found)[::17])


@pytest.mark.parametrize(
    ("written", "meant", "likelihood"),
    [
        ("ტავი", "თავი", LIKELY),  # ejective for aspirate
        ("ძამთარი", "ზამთარი", LIKELY),
        ("მთავრობბა", "მთავრობა", LIKELY),  # doubled
        ("საბოლოდ", "საბოლოოდ", LIKELY),  # single for double
        ("ახლიი", "ახალი", None),  # two slips
        ("აღაირებს", "აღიარებს", LIKELY),  # exchanged
        ("ჩემიონი", "ჩემპიონი", POSSIBLE),  # lost
        ("ჩემპლიონი", "ჩემპიონი", POSSIBLE),  # added
        ("წაბიდა", "წავიდა", POSSIBLE),  # next key
        ("წაშიდა", "წავიდა", UNLIKELY),
    ],
)
def test_likelihood_of_slips(written: str, meant: str, likelihood: int | None):
    assert slips(written).get(meant) == likelihood


@pytest.mark.parametrize(
    ("left", "right", "akin"),
    [
        ("წერდა", "წერდი", True),
        ("დავწერე", "დაწერე", True),
        ("მოვლინება", "მივლინება", True),
        ("რჩილვას", "რჩილავს", True),
        ("მონიშნა", "მონიშვნა", True),
        ("დააუთოვეთ", "დააუთოეთ", True),
        ("სახლში", "სახლზე", True),
        ("შოტლანტია", "შოტლანდია", False),
        ("ჩემიონის", "ჩემპიონის", False),
        ("მაგგრამ", "მაგრამ", False),
    ],
)
def test_words_that_may_be_forms_of_one_family(left: str, right: str, akin: bool):
    assert are_akin(left, right) is akin
    assert are_akin(right, left) is akin


@pytest.mark.parametrize("lemma", "კურსი წყალი ქვეყანა მხარე წყარო ბუ მინდორი გიორგი კაფე".split())
def test_a_form_leads_back_to_its_lemma(lemma: str):
    forms = {stem.text + tail for stem in stems(lemma) for tail in ENDINGS[stem.endings]}
    assert [form for form in forms if lemma not in lemmas(form, {lemma, "სახლი"})] == []
    assert list(lemmas("კურსორი", {"კურსი"})) == []


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str):
    assert list(lemmas(text, {"კურსი"})) == [] or text.startswith("კურს")
    assert KNOWLEDGE.speller.knows(text) in (True, False)
    are_akin(text, text[::-1])


@pytest.mark.parametrize(
    ("pattern", "forms", "others"),
    [
        ("პერსპექტივ*", "პერსპექტივა პერსპექტივებს", "პერსპექტივრ პერსპექტივაააა"),
        ("გან+კურნ", "განკურნა განვკურნავ განკურნებული", "განკურნლა განკურნტებს"),
        ("კურსი", "კურსი კურსებისთვის", "კურსბი"),
        ("=კურსს", "კურსს", "კურსსა"),
    ],
)
def test_a_pattern_spells_its_forms_only(pattern: str, forms: str, others: str):
    index = FormIndex()
    index.add(pattern)
    assert [form for form in forms.split() if not index.spells(form)] == []
    assert [form for form in others.split() if index.spells(form)] == []


@given(st.sets(GEORGIAN, min_size=1), st.sets(GEORGIAN, min_size=1), st.sets(GEORGIAN, min_size=1))
def test_a_word_list_is_read_as_it_was_written(words: set[str], nouns: set[str], common: set[str]):
    read = read_words(compile_words(words, nouns, common))
    assert all(word in read for word in words | nouns | common)
    assert all(map(read.is_plausible, words | nouns))
    assert (read.nouns, read.common) == (nouns, common)
    assert "აბგდ" not in read or "აბგდ" in words | nouns | common


def test_the_word_list_has_words_and_none_of_the_refused():
    words = load_dictionary()
    lines = (ROOT / "tests" / "data" / "refused.txt").read_text("utf-8").splitlines()
    refused = [word for line in lines if not line.startswith("#") for word in line.split()]
    assert len(refused) > 500
    assert [word for word in refused if word in words.words.get(word[:3], "").split(" ")] == []
    assert [word for word in "და სახლი აკეთებს ქვეყნის".split() if word not in words] == []
    assert not words.is_plausible("ყყყ")


def test_the_word_list_names_its_licence():
    text = (ROOT / "tmqa" / "spelling" / "LICENSE").read_text("utf-8")
    for name in ("Margiani", "Bumbeishvili", "Scannell", "CC BY 4.0", "Permission is hereby"):
        assert name in text
    assert "tmqa/spelling/LICENSE" in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "სახლებისთვისაც ქვეყნიდან მდინარისკენ",  # forms of listed nouns
        "გადავწყვიტეთ განვკურნავ",  # forms of verbs of the lexicon
        "დუგლასმა შოტლანდიიდან",  # names
        "ოთხმოცდაჩვიდმეტი მეხუთე ორსართულიანი",  # numbers
        "წერა-კითხვა ჩრდილო-აღმოსავლეთით",  # hyphenated
        "თანადამფუძნებელი ანტივირუსული",  # first elements
        "ყიდულობთო ამბობსო",  # reported speech
        "ᲡᲐᲮᲚᲘ",  # capitals
    ],
)
def test_known_words(words: str):
    assert [word for word in words.split() if not KNOWLEDGE.speller.knows(word)] == []


@pytest.mark.parametrize(
    "words",
    ["მთავრობბა შოტლანტია ჩემიონი", "წაბიდა გადაწყვიტტა", "წერა-კიტხვა", "შმდეგ რომლიც მგრამ"],
)
def test_unknown_words(words: str):
    assert [word for word in words.split() if KNOWLEDGE.speller.knows(word)] == []


def test_the_words_of_good_georgian_are_known():
    """Of the words of the clean articles three in a hundred are unknown, half of them names."""
    texts = [path.read_text("utf-8") for path in (ROOT / "corpora").glob("*-clean/ka.md")]
    found = [word for text in texts for word in re.findall("[ა-ჰ]{4,}", text)]
    unknown = [word for word in found if not KNOWLEDGE.speller.knows(word)]
    assert len(found) > 2_000
    assert len(unknown) / len(found) <= 0.035


def findings(source: Iterable[str], target: Iterable[str], *words: str) -> list[Finding]:
    knowledge = Knowledge(KNOWLEDGE.termbase, KNOWLEDGE.lexicon, words) if words else KNOWLEDGE
    return check_sentences(list(source), list(target), [all_checks()["word-misspelt"]], knowledge)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # A likely slip of a usual word, or any of one that stands elsewhere: medium.
        (
            "They left.",
            "ისინი წაბიდნენ, მაგგრამ დაბრუნდნენ.",
            {"წაბიდნენ": "low", "მაგგრამ": "medium"},
        ),
        ("They left.", "წავიდნენ. ისინი წაბიდნენ.", {"წაბიდნენ": "medium"}),
        ("The state.", "სახელმწიფო. სახელმწიფფო.", {"სახელმწიფფო": "medium"}),
        # Near, but a rare word or perhaps another form: low.
        ("Old.", "დაჩაგრულად ცხოვრობდა.", {"დაჩაგრულად": "low"}),
        # Names and loanwords by their sound, also of another sentence.
        ("Mr Abercrombie likes brunch.", "ბატონ აბერკრუმბს ბრანჩი უყვარს.", {}),
        ("Abercrombie spoke.\nHe left.", "ის ლაპარაკობდა.\nაბერკრუმბი წავიდა.", {}),
        # A loanword with a slip sounds less alike than without.
        ("The club won.", "კლუბმა გაიმარჯვა. კულუბმა.", {"კულუბმა": "medium"}),
        # A name of the source that nothing renders may be the unknown word.
        ("The Vistula is long.", "ვისლის გრძელი ხეობა.", {"ვისლის": "low"}),
        # Repeated words are the article's own; code, mixed scripts and short words are not asked.
        ("It.", "ბრუტალეტი აქ, ბრუტალეტს იქ, ბრუტალეტით.", {}),
        ("It.", "Facebook-ის `შოტლანტია` ნმა, ბკ-ს.", {"შოტლანტია": "low"}),
        # Nothing near.
        ("It.", "ფლუნდრიკონზე ბჟუტავდნენ.", {}),
    ],
)
def test_findings_and_their_confidence(source: str, target: str, expected: dict[str, str]):
    found = findings(source.split("\n"), target.split("\n"))
    assert {f.target.quote: f.confidence.value for f in found if f.target} == expected


def test_a_sentence_without_source_is_only_hinted_at():
    [finding] = findings([""], ["ისინი სახელმწიფფოში ცხოვრობენ."])
    assert finding.confidence == "low"


def test_the_words_of_a_project_are_known_in_any_form():
    source, target = ["We flunder."], ["მთავრობბამ დაადგინა."]
    assert findings(source, target)
    assert not findings(source, target, "მთავრობბა")
    assert KNOWLEDGE.signature != Knowledge(KNOWLEDGE.termbase, KNOWLEDGE.lexicon, ("ა",)).signature


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.txt").write_text("The government waited.\n", encoding="utf-8")
    (tmp_path / "ka.txt").write_text("მთავრობბას ელოდა.\n", encoding="utf-8")
    return tmp_path


def check(*args: str) -> int:
    call = ["check", "en.txt", "ka.txt", "--presegmented", "--select", "word-misspelt"]
    with pytest.raises(SystemExit) as stopped:
        main([*call, "--fail-on", "minor", *args])
    return int(stopped.value.code or 0)


def test_words_come_from_settings_and_lists(pair: Path):
    assert check() == 1
    (pair / "tmqa.toml").write_text('words = ["მთავრობბა"]\n', encoding="utf-8")
    assert check() == 0
    (pair / "tmqa.toml").write_text('word-lists = ["ours.txt"]\n', encoding="utf-8")
    (pair / "ours.txt").write_text("# ours\n\nმთავრობბა\n", encoding="utf-8-sig")
    assert check() == 0
    (pair / "tmqa.toml").unlink()
    assert check("--word-list", "ours.txt") == 0


@pytest.mark.parametrize(
    ("settings", "listed", "message"),
    [
        (
            'words = ["ორი სიტყვა"]',
            "",
            "words 'ორი სიტყვა': is not one word; write a Georgian word",
        ),
        ('words = ["house"]', "", "words 'house': cannot be a word; write a Georgian word"),
        ('words = ["ა"]', "", "words 'ა': cannot be a word"),
        ('words = "სახლი"', "", "words: is not a list of texts"),
        ('word-lists = ["ours.txt"]', "სახლი\nორი სიტყვა\n", "ours.txt:2 'ორი სიტყვა': is not one"),
        ('word-lists = ["none.txt"]', "", "none.txt: cannot be read"),
        ('word-lists = ["ours.txt"]', None, "ours.txt: is not UTF-8 text; save it as UTF-8"),
    ],
)
def test_what_is_no_word_is_refused_in_one_line(
    pair: Path, capfd: pytest.CaptureFixture[str], settings: str, listed: str | None, message: str
):
    (pair / "tmqa.toml").write_text(settings + "\n", encoding="utf-8")
    text = "სახლი".encode("utf-16") if listed is None else listed.encode()
    (pair / "ours.txt").write_bytes(text)
    assert check() == 2
    error = capfd.readouterr().err
    assert message in error
    assert len(error.splitlines()) == 1


def test_the_word_list_is_read_only_when_the_rule_is_on(pair: Path):
    code = (
        "import sys; from tmqa.cli import main; from tmqa.spelling import load_dictionary\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: print(load_dictionary.cache_info().misses)"
    )
    call = [sys.executable, "-c", code, "check", "en.txt", "ka.txt", "--presegmented"]
    for ignored, reads in (("word-misspelt", "0"), ("quote-style", "1")):
        run = subprocess.run([*call, "--ignore", ignored], capture_output=True, encoding="utf-8")
        assert run.stdout.split()[-1] == reads


def test_a_speller_without_anything_knows_the_word_list():
    speller = Speller([])
    assert speller.knows("სახლებში")
    assert speller.lists("სახლებში")
    assert speller.near("სახლბეში") == {"სახლებში": LIKELY}
