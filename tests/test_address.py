"""Forms of address: which words are of the second person, and when a text speaks to its reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.lang.en.address import addresses_reader
from tmqa.lang.ka.address import Address, address, counterpart
from tmqa.lang.ka.forms import is_plain
from tmqa.lang.quotations import is_dialogue, quoted
from tmqa.review import check_sentences, review

KNOWLEDGE = load_knowledge(Config())
FORMS = KNOWLEDGE.lexicon.forms

FAMILIAR = """
შენ შენს შენი შენთვის შენზეც ხარ იქნები იცი გინდა გაქვს შეგიძლია გჭირდება ეთანხმები დააწკაპუნე
გააკეთე გააკეთებ გააკეთო დაწერე აირჩიე შეარჩიე გამოიყენე იყენებ დარწმუნდი დარეგისტრირდი
დაუკავშირდი ისწავლე იყიდე წაიკითხე წაიკითხავ გადაიხადო დამირეკე გვითხარი გთხოვ მოგეწონება
"""
# Third and first persons, nouns, and forms that may be either.
NEITHER = """
იყო გაიგო მიიღო დაიწყო გახსნა შექმნა აკეთებს აკეთებენ ვაკეთებ გავაკეთე გავაკეთეთ დავწეროთ გვინდა
გვაქვს მინდა აქვს აქვთ უნდათ შეუძლიათ სჭირდებათ ჰქონდეთ გააჩნდეთ აინტერესებთ აღელვებთ გავიდე
დავიწყეთ იქნებ გასაღებ ნაკლებ კიდევ კვლავ უკვე ასევე გარე ისეთ ჩრდილოეთ სახელმწიფოებთ შენობა
შენახვა შენიშვნა მოსწავლე მოქალაქე მონაწილე წიგნი გახსნით შეცვლით წაშლით ცვლით გამოცდით დაცვით
ერთხელ ბედით ვეთანხმები ემხრობა მოდი გაძლევთ დაგეხმარებით გარდაცვლილა სიმართლე მგზავრობ
"""
# The second persons among the first paradigms of tests/data/verbs.tsv, marked by hand.
VERBS = 61
SECOND_PERSONS = """
დაწერეთ გააკეთეთ თქვით წადი წადით მიიღეთ მიეცით გახსენით დახურეთ დაიწყეთ დაამთავრეთ გაზარდეთ
შეამცირეთ გადაწყვიტეთ განავითარეთ გამოაქვეყნეთ დამეხმარეთ გამოიყენეთ შექმენით ააშენეთ გაყიდეთ
იყიდეთ გადაიხადეთ გაგზავნეთ მოისმინეთ მომისმინეთ ნახეთ დაინახეთ ისწავლეთ ითამაშეთ იმუშავეთ
იცხოვრეთ ფიქრობთ იფიქრეთ ისაუბრეთ შეხვდით იპოვეთ ეძებეთ იკითხეთ წაიკითხეთ გაიგეთ შეცვალეთ აირჩიეთ
დატოვეთ დააბრუნეთ შედი შედით გამოდი გამოდით განკურნეთ მოამზადეთ შეაფასეთ გამოაცხადეთ დაასახელეთ
მოითხოვეთ შესთავაზეთ დათანხმდით უარყავით აღიარეთ შეამოწმეთ ახსენით დაიცავით მოიგეთ მოდი მოდით
""".split()


def lemmas(word: str) -> list[str]:
    return [pattern for pattern in map(FORMS.pattern, FORMS.find(word)) if is_plain(pattern)]


@pytest.mark.parametrize("word", FAMILIAR.split())
def test_familiar_words_and_their_polite_twins(word: str):
    assert address(word, lemmas) is Address.FAMILIAR
    twin = counterpart(word)
    assert twin.endswith("თ") or twin.startswith("თქვენ")
    assert address(twin, lemmas) is Address.POLITE
    assert counterpart(twin) == word


@pytest.mark.parametrize("word", NEITHER.split())
def test_other_persons_and_nouns_are_no_address(word: str):
    assert address(word, lemmas) is None


def test_the_second_persons_of_common_verbs():
    lines = (Path(__file__).parent / "data" / "verbs.tsv").read_text("utf-8").splitlines()[:VERBS]
    forms = {form for line in lines for form in line.split("\t")[1].split()}
    found = {form for form in forms if address(form, lemmas)}
    assert set(SECOND_PERSONS) <= forms
    assert found - set(SECOND_PERSONS) == set()
    assert len(found) / len(SECOND_PERSONS) >= 0.88


@given(st.text(max_size=30))
def test_any_word_has_an_address_or_none(word: str):
    assert address(word, lemmas) in (*Address, None)
    counterpart(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do you agree?", True),
        ("Click the button.", True),
        ("If it rains, take a coat.", True),
        ("Please never forget it.", True),
        ("Do You Agree With Your Boss?", True),
        ("They agree.", False),
        ("The band sang We Will Rock You at the end.", False),
        ("Have they agreed?", False),
        ("", False),
    ],
)
def test_english_speaks_to_its_reader(text: str, expected: bool):
    assert addresses_reader(text) is expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["თქვა: „კი“."], ["„კი“"]),
        (['"კი", - თქვა მან.'], ['"კი"']),
        (["„მოდი აქ.", "დაჯექი“, — თქვა."], ["„მოდი აქ.", "დაჯექი“"]),
        (["He said, “Come.", "Sit down.”"], ["“Come.", "Sit down.”"]),
        (["He said, 'Come.'"], ["'Come.'"]),
        (["It's the boys' dog."], []),
        (["ღია „ბრჭყალი აქ", "და სხვა"], ["„ბრჭყალი აქ"]),
        (["აქ დახურული“ და სხვა"], ["აქ დახურული“"]),
    ],
)
def test_quotations(texts: list[str], expected: list[str]):
    found = quoted(texts)
    assert [
        text[start:end] for text, ranges in zip(texts, found, strict=True) for start, end in ranges
    ] == expected


@given(st.lists(st.text(alphabet='„“”"‘’«» აბab', max_size=12), max_size=12))
def test_quotations_lie_inside_their_sentences(texts: list[str]):
    for text, ranges in zip(texts, quoted(texts), strict=True):
        assert all(0 <= start < end <= len(text) for start, end in ranges)


def test_dialogue_begins_with_a_dash():
    assert is_dialogue("— გამარჯობა!")
    assert not is_dialogue("-5 გრადუსია.")


def marked(source: list[str], target: list[str]) -> list[tuple[str, str]]:
    found = check_sentences(source, target, [all_checks()["register-mixed"]], KNOWLEDGE)
    return [(f.target.quote, f.confidence.value) for f in found if f.target]


POLITE_SOURCE = ["Check your bill.", "You can pay online.", "Call us if you need help."]
POLITE = ["შეამოწმეთ თქვენი ანგარიში.", "შეგიძლიათ ონლაინ გადაიხადოთ.", "დაგვირეკეთ, თუ გჭირდებათ."]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“Come here,” he said.", "„აქ დაჯექი“, — თქვა მან."),
        ("“Come here,” he said.", "აქ დაჯექიო, თქვა მან."),
        ("Come here, my son.", "— აქ დაჯექი, შვილო."),
        ("They sang You Are My Sunshine.", "მათ იმღერეს შენ ხარ ჩემი მზე."),
        ("It became clear.", "შენ ეს გააკეთე."),
    ],
)
def test_what_is_said_to_somebody_else_is_silent(source: str, target: str):
    assert marked([*POLITE_SOURCE, source], [*POLITE, target]) == []


@pytest.mark.parametrize(
    ("times", "confidence"),
    [(1, "high"), (2, "high"), (3, "medium")],
)
def test_the_rarer_form_is_marked_with_the_confidence_of_its_share(times: int, confidence: str):
    source = [*POLITE_SOURCE, *["Do you agree?"] * times]
    assert marked(source, [*POLITE, *["ეთანხმები?"] * times]) == [("ეთანხმები", confidence)] * times


def test_a_lone_pair_of_words_is_a_hint_only():
    assert marked(["Check it.", "Do you agree?"], ["შეამოწმეთ.", "ეთანხმები?"]) == [
        ("ეთანხმები", "low")
    ]


def test_titles_labels_and_quoted_paragraphs_are_silent(tmp_path: Path):
    english = "Click **Save**, `cd home`, and see *You Only Live Twice*.\n\n> Sit down, he said."
    georgian = (
        "დააწკაპუნეთ **შეინახე**, `შენი`, და ნახეთ *შენ ორჯერ ცოცხლობ*.\n\n> დაჯექი, თქვა მან."
    )
    (tmp_path / "en.md").write_text("\n\n".join([*POLITE_SOURCE, english]), "utf-8")
    (tmp_path / "ka.md").write_text("\n\n".join([*POLITE, georgian]), "utf-8")
    config = Config(select=("register-mixed",), min_confidence="low", no_cache=True)
    assert review(tmp_path / "en.md", tmp_path / "ka.md", config, KNOWLEDGE).findings == ()


def test_the_starting_case_has_one_familiar_sentence(seed_article: Path):
    config = Config(select=("register-mixed",), no_cache=True)
    found = review(seed_article / "en.txt", seed_article / "ka.txt", config, KNOWLEDGE).findings
    assert [(f.target.quote, f.confidence.value) for f in found if f.target] == [
        ("Ეთანხმები", "high"),
        ("ეთანხმები", "high"),
    ]
