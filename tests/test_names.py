"""Names: the CLDR's and the brands in the lexicon, their Georgian forms, faults in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmqa.checks import all_checks
from tmqa.checks._name_forms import is_form, right_forms, slot_in, stem_of
from tmqa.errors import GlossaryError
from tmqa.knowledge import Knowledge, built_in_lexicon
from tmqa.lang.ka.letters import is_mkhedruli
from tmqa.lang.ka.nominal import Slot
from tmqa.lang.ka.romanisation import NATIONAL, georgian_surname, romanise
from tmqa.lang.sound import ending, sounds_alike
from tmqa.lang.transcription import letter_by_letter, transcribe
from tmqa.lexicon import Entry, Habit, Lexicon, brand_entries, cldr_entries, lexicon_entries
from tmqa.lexicon.entry import CURRENCY, LANGUAGE, LOCALE_KINDS, MONTH, NAME, TERRITORY, WEEKDAY
from tmqa.lexicon.phrases import PhraseIndex
from tmqa.resources import default_brands, default_lexicon
from tmqa.review import check_sentences
from tmqa.termbase import TermBase

LEXICON = built_in_lexicon()
KNOWLEDGE = Knowledge(TermBase([]), LEXICON)
BRANDS = brand_entries(default_brands())
# Brands that are common English words; and the Georgian that translates them as such.
WORDS = {
    "Apple": "ვაშლი", "Shell": "ნიჟარა", "Target": "სამიზნე", "Notion": "ცნება", "Word": "სიტყვა",
    "Teams": "გუნდი", "Edge": "კიდე", "Outlook": "პერსპექტივა", "Pages": "გვერდი",
    "Windows": "ფანჯარა", "Visa": "სავიზო", "Gap": "უფსკრული", "Stripe": "ზოლი",
    "Discord": "უთანხმოება", "Signal": "ნიშანი", "Meet": "შეხვედრა", "Oracle": "ორაკული",
    "Orange": "ფორთოხალი", "Galaxy": "გალაქტიკა", "Threads": "ძაფი", "Stories": "ისტორია",
    "Reels": "კოჭა", "Slack": "მოდუნებული", "Zoom": "გადიდება",
}  # fmt: skip


def found(source: str, target: str, rule: str = "name-mismatch") -> list[tuple[str, ...]]:
    """The quoted target words and suggestions of the findings in aligned lines."""
    findings = check_sentences(
        source.split("\n"), target.split("\n"), [all_checks()[rule]], KNOWLEDGE
    )
    return [(f.target.quote if f.target else "", *f.suggestions) for f in findings]


# The CLDR


@pytest.mark.parametrize(
    ("lemma", "kind", "rendering"),
    [
        ("austria", TERRITORY, "ავსტრია"),
        ("burma", TERRITORY, "ბირმა"),
        ("saudi arabia", TERRITORY, "საუდის არაბეთი"),
        ("bosnia and herzegovina", TERRITORY, "ბოსნია და ჰერცეგოვინა"),
        ("welsh", LANGUAGE, "უელსური"),
        ("franc", CURRENCY, "ფრანკი"),
        ("krona", CURRENCY, "კრონა"),
        ("dinar", CURRENCY, "დინარი"),
        ("june", MONTH, "ივნისი"),
        ("sunday", WEEKDAY, "კვირა"),
    ],
)
def test_the_cldr_names(lemma: str, kind: str, rendering: str):
    [entry] = [e for e in cldr_entries() if e.lemma == lemma and e.kind == kind]
    assert rendering in entry.renderings
    assert kind in LEXICON.kinds(lemma)


def test_slips_and_descriptions_of_the_cldr_are_left_out():
    entries = {entry.lemma: entry.renderings for entry in cldr_entries()}
    assert "დოლარი" not in entries["dinar"]  # "Jordanian Dinar" has it
    assert not entries.keys() & {"world", "unknown region", "european union", "odia"}
    assert not any(set("(),0123456789") & set(" ".join(r)) for r in entries.values())


def test_the_lexicon_repeats_nothing_that_the_cldr_or_the_brands_say():
    cldr: dict[tuple[str, str], set[str]] = {}
    for entry in cldr_entries():
        cldr.setdefault((entry.lemma, entry.pos), set()).update(entry.renderings)
    brands = {entry.lemma for entry in BRANDS}
    for entry in lexicon_entries(default_lexicon()):
        known = cldr.get((entry.lemma, entry.pos), set())
        assert set(entry.renderings) - known, f"the CLDR has {entry.lemma}"
        assert entry.pos != NAME or entry.lemma not in brands, f"brands.tsv has {entry.lemma}"


@pytest.mark.parametrize(
    ("name", "land"),
    [("swede", "sweden"), ("swedish", "sweden"), ("brit", "uk"), ("american", "us"),
     ("slovak", "slovakia"), ("georgian", "georgia"), ("texas", "texas")],
)  # fmt: skip
def test_a_people_belongs_to_its_land(name: str, land: str):
    assert land in LEXICON.territories(name)


def test_look_alike_lands_are_different():
    assert not LEXICON.territories("austria") & LEXICON.territories("australia")
    assert LEXICON.names_of("ნიგერია") == {"nigeria"}  # and not "it is Niger"
    assert LEXICON.names_of("კვირას") == frozenset()  # "week" too


# The brands


def test_the_brands_are_many_and_of_every_kind():
    kinds = Counter(entry.kind for entry in BRANDS)
    assert kinds.total() >= 900
    assert min(kinds.values()) >= 50
    assert {entry.habit for entry in BRANDS} == set(Habit)


def test_brands_stand_in_order_and_once():
    lines = [line for line in default_brands().read_text("utf-8").splitlines() if line[0] != "#"]
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0].split(" | ")[0].lower())
    assert len({entry.lemma for entry in BRANDS}) == len(BRANDS)


@pytest.mark.parametrize("entry", BRANDS, ids=lambda entry: entry.lemma)
def test_a_brand_has_its_georgian_form(entry: Entry):
    for rendering in entry.renderings:
        assert all(is_mkhedruli(char) or char in " -" for char in rendering)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Apple\tcompany\tboth", "has 3 fields"),
        ("Apple\tfruit\tboth\tეფლი", "kind 'fruit' is unknown"),
        ("Apple\tcompany\tsometimes\tეფლი", "habit 'sometimes' is unknown"),
        ("Apple\tcompany\tboth\t", "no rendering"),
    ],
)
def test_a_bad_brand_is_named_with_its_line(line: str, words: str, tmp_path: Path):
    path = tmp_path / "brands.tsv"
    path.write_text(f"# a comment\n{line}\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="line 2") as raised:
        brand_entries(path)
    assert words in str(raised.value)


def test_a_brand_is_no_rendering_of_the_word():
    lexicon = Lexicon(
        [
            Entry("hinge", "n", (("ანჯამა",),)),
            Entry("hinge", NAME, (("ჰინჯი",),), "platform", "Hinge", Habit.LATIN),
        ]
    )
    assert lexicon.first_renderings(["hinge"], 3) == ("ანჯამა",)
    assert len(lexicon.renderings("hinge", is_word=True)) == 1
    assert len(lexicon.renderings("hinge")) == 2
    brand = lexicon.brand("hinge")
    assert brand is not None
    assert brand.written == "Hinge"


def test_entries_of_one_lemma_become_one():
    lexicon = Lexicon(
        [Entry("chad", NAME, (("ჩადი", "ჩედი"),)), Entry("chad", NAME, (("ჩადი",),), TERRITORY)]
    )
    assert lexicon.entries("chad") == (Entry("chad", NAME, (("ჩადი", "ჩედი"),), TERRITORY),)


# Names of several words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Red Cross helps.", ["Red Cross"]),
        ("a red cross, a red Cross, RED CROSS", ["RED CROSS"]),
        ("New York City is not New York.", ["New York City", "New York"]),
        ("McDonald’s, Marks & Spencer and T-Mobile", ["McDonald’s", "Marks & Spencer", "T-Mobile"]),
        ("the Bank of America", ["Bank of America"]),
        ("Red. Cross the street.", []),
    ],
)
def test_names_of_several_words_are_found(text: str, names: list[str]):
    assert [text[p.start : p.end] for p in LEXICON.phrases.find(text)] == names


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_phrases(text: str):
    index = PhraseIndex()
    index.add("red cross")
    for phrase in index.find(text):
        assert 0 <= phrase.start < phrase.end <= len(text)


# Forms


@pytest.mark.parametrize(
    ("name", "georgian"),
    [("Stone", "სტოუნი"), ("Baker", "ბეიკერი"), ("Marsh", "მარში"), ("Wood", "ვუდი"),
     ("Knight", "ნაითი"), ("Nottingham", "ნოტინგამი"), ("Sandra", "სანდრა"),
     ("Chavchavadze", "ჩავჩავაძე"), ("Kvaratskhelia", "კვარაცხელია"), ("Q'azbegi", "კაზბეგი"),
     ("1984", ""), ("", "")],
)  # fmt: skip
def test_a_name_is_spelt_by_its_sound(name: str, georgian: str):
    assert transcribe(name) == georgian


@given(st.text(max_size=30))
def test_any_name_can_be_spelt(name: str):
    assert all(is_mkhedruli(char) for char in transcribe(name) + letter_by_letter(name))


def test_most_names_of_the_lexicon_sound_like_their_transcription():
    names = [
        entry
        for entry in lexicon_entries(default_lexicon())
        if entry.pos == NAME and entry.lemma.isascii() and entry.lemma.isalpha()
        and any(sounds_alike(entry.lemma, rendering) for rendering in entry.renderings)
    ]  # fmt: skip
    right = sum(transcribe(entry.lemma) in entry.renderings for entry in names)
    assert right / len(names) > 0.5
    assert sum(sounds_alike(e.lemma, transcribe(e.lemma)) for e in names) / len(names) > 0.95


def test_every_georgian_letter_has_its_latin_one():
    assert set(NATIONAL) == {chr(code) for code in range(ord("ა"), ord("ჰ") + 1)} - set("ჱჲჳჴჵ")
    assert romanise("ყაზბეგი, ჭავჭავაძე") == "q'azbegi, ch'avch'avadze"
    assert georgian_surname("Stone") == ""


@pytest.mark.parametrize("name", ["Kazbegi ყაზბეგი", "Tskhinvali ცხინვალი", "Chkheidze ჩხეიძე"])
def test_georgian_names_sound_like_their_latin_spelling(name: str):
    assert sounds_alike(*name.split())


@pytest.mark.parametrize(
    ("name", "form", "stem"),
    [("Trump", "ტრამპმა", "ტრამპ"), ("Graham", "გრემმა", "გრემ"), ("Davis", "დევისის", "დევის"),
     ("Sulawesi", "სულავესის", "სულავესი"), ("York", "ნიუ-იორკში", "იორკ")],
)  # fmt: skip
def test_the_stem_of_a_name_is_what_sounds_like_it(name: str, form: str, stem: str):
    assert stem_of(name, form) == stem
    assert form.endswith(ending(name, form.split("-")[-1]))


@pytest.mark.parametrize(
    ("name", "lemmas", "form", "of", "expected"),
    [
        ("Slack", (), "ლოდინში", "waiting", ("Slack-ში",)),
        ("Apple", (), "ვაშლის", "apple", ("ეფლის", "Apple-ის")),
        ("Google", (), "ვაშლი", "apple", ("გუგლი", "Google")),
        ("Red Cross", (), "ვაშლს", "apple", ("წითელ ჯვარს",)),
        ("Austria", (), "ვაშლის", "apple", ("ავსტრიის",)),
        ("Obama", (), "ვაშლის", "apple", ("ობამას",)),
        ("Swedes", ("swede",), "ვაშლები", "apple", ("შვედები",)),
        ("Marsh", (), "ვაშლებს", "apple", ("მარშს",)),
    ],
)
def test_right_forms_take_the_case_of_what_they_replace(
    name: str, lemmas: tuple[str, ...], form: str, of: str, expected: tuple[str, ...]
):
    slot = slot_in(form, [of], LEXICON)
    assert right_forms(name, lemmas, "", slot, LEXICON) == expected


def test_the_form_of_the_article_stands_before_that_of_the_spelling():
    slot = Slot("sg", "dat")
    assert right_forms("Quibblestone", (), "ქვიბლსტონი", slot, LEXICON) == ("ქვიბლსტონს",)
    assert right_forms("Quibblestone", (), "", slot, LEXICON) == ("კვიბლესტოუნს",)
    assert is_form("ქვიბლსტონს", "ქვიბლსტონ")


# Faults


@pytest.mark.parametrize(("brand", "word"), WORDS.items())
def test_a_brand_is_not_translated_as_a_word(brand: str, word: str):
    source = f"Yesterday we chose {brand} for the office."
    [(quote, *suggestions)] = found(source, f"გუშინ ოფისისთვის {word} ავირჩიეთ.")
    assert quote == word
    assert any(brand in suggestion for suggestion in suggestions)
    assert found(source, f"გუშინ ოფისისთვის {brand} ავირჩიეთ.") == []
    for suggestion in suggestions:
        assert found(source, f"გუშინ ოფისისთვის {suggestion} ავირჩიეთ.") == []


@pytest.mark.parametrize(("brand", "word"), WORDS.items())
def test_a_capital_that_opens_the_sentence_makes_no_brand(brand: str, word: str):
    assert found(f"{brand} was chosen for the office.", f"ოფისისთვის {word} აირჩიეს.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("We ate apple pie.", "ვაშლის ღვეზელი ვჭამეთ."),
        ("The Board met.", "საბჭო შეიკრიბა."),
        ("She was named King's Counsel.", "ის სამეფო ადვოკატად დანიშნეს."),
        ("Many visit Victoria Falls.", "ვიქტორიას ჩანჩქერს ბევრი ნახულობს."),
        ("A pro-Trump rally was held.", "პროტრამპული აქცია ჩატარდა."),
        ("The Red Cross came.", "წითელი ჯვარი მოვიდა."),
        ("The US and Britain agreed.", "ამერიკის შეერთებული შტატები და ბრიტანეთი შეთანხმდნენ."),
        ("U.S. troops left.", "ამერიკელი ჯარისკაცები წავიდნენ."),
        ("Beijing agreed.", "ჩინეთი დათანხმდა."),
        ("LeBron James won.\nThen James left.", "ლებრონ ჯეიმსმა მოიგო.\nმერე ლებრონი წავიდა."),
        ("It costs $5, or four euros.", "ის 5 დოლარი ღირს, ანუ ოთხი ევრო."),
    ],
)
def test_free_renderings_of_names_are_silent(source: str, target: str):
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "quote", "better"),
    [
        ("He lives in Slovakia.", "ის სლოვენიაში ცხოვრობს.", "სლოვენიაში", "სლოვაკეთში"),
        ("Niger has a new president.", "ნიგერიას ახალი პრეზიდენტი ჰყავს.", "ნიგერიას", "ნიგერს"),
        ("She is Latvian.", "ის ლიტველია.", "ლიტველია", "ლატვიურია"),
        ("They speak Dutch.", "ისინი დანიურად ლაპარაკობენ.", "დანიურად", "ჰოლანდიურად"),
        ("It opens in July.", "ის ივნისში იხსნება.", "ივნისში", "ივლისში"),
        ("Come on Tuesday.", "სამშაბათს", "", ""),
        ("It cost 90 yen.", "ის 90 იუანი ღირდა.", "იუანი", "იენი"),
        ("Turkey closed its border with Syria, and Syria with Turkey.",
         "ინდაურმა სირიასთან საზღვარი დახურა, სირიამ კი ინდაურთან.", "ინდაურმა", "თურქეთმა"),
        ("We met Will Young.", "უილ ახალგაზრდას შევხვდით.", "ახალგაზრდას", "იანგს"),
        ("He was born in Cork.", "ის საცობში დაიბადა.", "საცობში", "კორკში"),
        ("Merkel met Macron.\nMacron left.\nMerkel stayed.",
         "მერკელი მაკრონს შეხვდა.\nმერკელი წავიდა.\nმერკელი დარჩა.", "მერკელი", "მაკრონი"),
        ("Macron left.", "ჯონსონი წავიდა.", "ჯონსონი", "მაკრონი"),
    ],
)  # fmt: skip
def test_another_name_is_found(source: str, target: str, quote: str, better: str):
    findings = found(source, target)
    if not quote:
        assert findings == []
        return
    assert findings[0][0] == quote
    assert better in findings[0][1:]


def test_two_spellings_are_found_and_two_forms_of_a_listed_name_are_not():
    source = "We met Vettel.\nVettel left.\nVettel came back."
    target = "ვეტელს შევხვდით.\nვეტელი წავიდა.\n{}ი დაბრუნდა."
    assert found(source, target.format("ფეტელ"), "name-inconsistent") == [("ფეტელი", "ვეტელი")]
    assert found(source, target.format("ვეტტელ"), "name-inconsistent") == []
    source = "Michael came.\nMichael left.\nMichael Brown slept."
    target = "მაიკლი მოვიდა.\nმიხეილი წავიდა.\nმაიკლ ბრაუნს ეძინა."
    assert found(source, target, "name-inconsistent") == []


def test_a_name_in_a_glossary_term_is_not_missed():
    source, target = "A plate of salad for Wilkins, please.", "ერთი თეფში სალათი, თუ შეიძლება."
    assert found(source, target, "name-omitted") == [("",)]
    assert found(source, f"{target[:-1]}, უილკინსისთვის.", "name-omitted") == []


def test_every_kind_of_locale_name_is_there():
    assert {kind for entry in cldr_entries() for kind in LEXICON.kinds(entry.lemma)} == LOCALE_KINDS
