"""English and Georgian knowledge: word forms, numbers, letters, negation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tmqa.lang.en import negation as en_negation
from tmqa.lang.en import numbers as en_numbers
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.parts import Part, part_of_speech
from tmqa.lang.ka import negation as ka_negation
from tmqa.lang.ka import numbers as ka_numbers
from tmqa.lang.ka.forms import FormIndex
from tmqa.lang.ka.nominal import ENDINGS, Slot, analyse, inflect, stems
from tmqa.lang.numbers import clock_reading

# pattern, forms that it matches, near misses that it must not match
FORMS = [
    ("განკურნება", "განკურნება განკურნების განკურნებას განკურნებისთვის განკურნებაზე განკურნებითაც "
     "განკურნა განკურნავს განვკურნავ განკურნებულია განსაკურნებლად კურნავს", "კურნება განკარგა"),
    ("გადაწყვეტა", "გადაწყვეტა გადაწყვიტა გადავწყვიტეთ გადაუწყვეტია გადაწყდა", "გადაწყობა"),
    ("მისვლა", "მისვლა მივიდა მიდის მიდიოდა მისულა მივალ მიხვალ", "მიდრეკილი მიდამო"),
    ("შერჩევა", "შეარჩია არჩევს შეირჩა შერჩეული შეარჩევს", "შერჩენა"),
    ("განქორწინება", "განქორწინდნენ განქორწინებული", "ქორწინება ქორწინების"),
    ("ხელობა", "ხელობა ხელობის", "სახელი ხელი"),
    ("ქვეყანა", "ქვეყანა", "ქვეყნდება"),
    ("კურსი", "კურსი კურსის კურსს კურსმა კურსები კურსებისთვის კურსზეც კურსია", "კურსორი კურსანტი"),
    ("დრამი", "დრამი დრამს დრამები დრამებმა", "დრამა დრამატული დრამატურგი"),
    ("ომი", "ომი ომის ომში ომები ომამდე ომიდან", "ომლეტი ომონი ომახიანი"),
    ("კარი", "კარი კარს კარში კარები", "კარგი კარიერა კარტი კარტოფილი"),
    ("წყ(ა)ლი", "წყალი წყლის წყლიდან წყალში წყლები წყლებში", "წყლული წყალბადი"),
    ("ქვეყანა", "ქვეყანა ქვეყნის ქვეყანას ქვეყნები ქვეყნიდან ქვეყანაში", "ქვეყნიერება ქვეითი"),
    ("მეგობარი", "მეგობრის მეგობრებთან მეგობარმა მეგობარს", "მეგობრული მეგობრობა"),
    ("დრო", "დრო დროის დროს დროიდან დროები", "დროშა დროული"),
    ("კიდე", "კიდე კიდის კიდეზე", "კიდევ"),
    ("წყარო", "წყარო წყაროს წყაროდან წყაროები წყაროსთვის", "წყარიანი"),
    ("მინდ(ო)რი", "მინდორი მინდვრის მინდვრები მინდორში", "მინდა მინდობა"),
    ("სოციალური", "სოციალური სოციალურ სოციალურმა სოციალურს", "სოციალისტი სოციალიზმი"),
    ("გან+კურნ", "განკურნა განვკურნავ განგკურნავს განკურნებული განსაკურნებლად განუკურნავს",
     "კურნავს განკარგა"),
    ("გადა+წყვეტ/წყვიტ", "გადაწყვიტა გადაწყვიტონ გადავწყვეტ გადაუწყვეტია გადასაწყვეტი", "წყვეტს"),
    ("+კურნ", "კურნავს ვკურნავ უკურნა", "განკურნა"),
    ("პერსპექტივ*", "პერსპექტივა პერსპექტივებს პერსპექტივით", "პერსონალი"),
    ("=კურსს", "კურსს", "კურსი კურსსაც"),
    ("tweet", "tweet Tweet tweet-ები tweet-ების", "tweets ტვიტი"),
    ("covid-19", "COVID-19 covid-19-ის", "19-ის"),
    ("მონაცემები", "მონაცემები მონაცემთა მონაცემებზე", "მონაცემი"),
    ("მამა", "მამამისი მამაჩემს მამათქვენის", "მამაკაცი მამული"),
    ("ამბავი", "ამბის ამბები ამბებზე", "ამბობს ამბოხი"),
    ("სახელი", "სახელის სახელები", "სახლის სახლები"),
    ("თავი", "თავს თავიდან თავიდანვე", "თავის თავისი თავად"),
    # verbs and their homographs
    ("მოკვლა", "მოკლა მოკლეს მოკლული მკვლელი", "მოკლე მოკლება მკლავი"),
    ("თქმა", "თქვა იტყვის ეტყვის უთხრა მითხრა", "სიტყვა სიტყვის ტყვია ტყვე თხრა თხრილი გათხრა"),
    ("ქონა", "აქვს მაქვს ჰქონდა ექნება მექნება მქონე", "ექვსი ექვს იქნება საქონელი"),
    ("მოსვლა", "მოვა მოვედი მოსულა მოდიან", "მოვალე მომავალი მოსავალი მოვლენა"),
    ("კითხვა", "იკითხა ჰკითხეს კითხულობს მკითხველი", "საკითხი წაიკითხა"),
    ("დაწერა", "წერს დაუწერია დამწერი იწერება", "წერილი მწერი მიწერა"),
    ("ადგომა", "ადგა ავდექი ამდგარა დგებიან", "ადგილი ადგილობრივი"),
    ("დაშლა", "დაშალა იშლება დაშლილია", "ვაშლი ვაშლის გაშლა"),
    ("დადება", "დადო დებს დადებული", "ვადები ხდება გადადება"),
    ("აღება", "აიღო იღებს აღებული", "მიღება მიიღებს გაღება იღება"),
    ("დაწყება", "იწყება დაიწყო იწყებს", "უწყება წყება დავიწყება დავიწყებული"),
    ("გახსნა", "გავხსენი იხსნება გახსნილია", "გახსენება გაიხსენა ახსნა"),
    ("დაგეგმვა", "გეგმავს იგეგმება დაგეგმილი", "გეგმებს გეგმები"),
    ("შეფასება", "აფასებს ფასდება შეუფასებია", "ფასებს ფასები"),
    ("არჩევა", "აირჩია ირჩევენ ამრჩეველი", "არჩევანი"),
    ("დაპირება", "ჰპირდება დაგპირდებით", "აპირებს პირები"),
    ("სწავლა", "ისწავლა სწავლობენ", "ასწავლის მასწავლებელი"),
    ("ყიდვა", "იყიდა ყიდულობს", "ყიდის გაყიდვა"),
    ("გამართვა", "იმართება გაიმართა", "მიმართავს მიმართება"),
    ("აწევა", "ასწია აწეული სწევს", "უწევს წევს"),
    ("წაგება", "წააგო აგებს", "აგება წააგავს გაგება"),
    ("დანიშვნა", "დანიშნა ინიშნება დაუნიშნავს", "ნიშნები ნიშანი"),
    ("ბრძანება", "უბრძანა უბრძანებია ბრძანებს", "მბრძანებლური"),
    ("ლაპარაკი", "ლაპარაკობს მოლაპარაკე", "მოლაპარაკება მოლაპარაკების"),
    ("მიცემა", "მისცა მომცა მომცემს", "მოცემა მოცემული"),
    ("თამაში", "თამაშობს მოთამაშე მოთამაშის სათამაშო", "გათამაშება"),
    ("დახმარება", "ეხმარება დამხმარე დაგეხმარებით", "ხმები"),
    ("ციტირება", "ციტირებს ციტირებენ ციტირებულია", "ციტატა ციტრუსი"),
    ("ალუზია", "ალუზია ალუზიებით", "ილუზია ილუზიებით"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "forms", "others"), FORMS)
def test_pattern_finds_its_forms_and_no_others(pattern: str, forms: str, others: str):
    index = FormIndex()
    number = index.add(pattern)
    assert [form for form in forms.split() if number not in index.find(form)] == []
    assert [form for form in others.split() if number in index.find(form)] == []


@pytest.mark.parametrize("lemma", ["კურსი", "წყ(ა)ლი", "ქვეყანა", "მხარე", "წყარო", "ბუ"])
def test_every_generated_form_is_recognised(lemma: str):
    index = FormIndex()
    number = index.add(lemma)
    for stem in stems(lemma):
        for tail, slot in ENDINGS[stem.endings].items():
            form = stem.text + tail
            assert number in index.find(form)
            assert analyse(form, lemma) is not None
            assert slot.number in ("sg", "pl", "old-pl")


@pytest.mark.parametrize(
    ("lemma", "form", "of", "expected"),
    [
        ("შერჩევა", "განკურნების", "განკურნება", "შერჩევის"),
        ("პოტენციური კლიენტი", "პერსპექტივებს", "პერსპექტივა", "პოტენციურ კლიენტებს"),
        ("პოტენციური კლიენტი", "პერსპექტივამ", "პერსპექტივა", "პოტენციურმა კლიენტმა"),
        ("მომხმარებ(ე)ლი", "კაცისთვის", "კაცი", "მომხმარებლისთვის"),
        ("გზავნილი", "წერილშიც", "წერილი", "გზავნილშიც"),
        ("წყ(ა)ლი", "დროში", "დრო", "წყალში"),
        ("ქვეყანა", "დროის", "დრო", "ქვეყნის"),
        ("ჯვარი", "დროით", "დრო", "ჯვრით"),
        ("მინდორი", "დროები", "დრო", "მინდვრები"),
        ("გამომცემელი", "დროისთვის", "დრო", "გამომცემლისთვის"),
        ("ამერიკელი", "დროის", "დრო", "ამერიკელის"),
    ],
)
def test_suggestions_take_the_form_of_what_they_replace(
    lemma: str, form: str, of: str, expected: str
):
    slot = analyse(form, of)
    assert isinstance(slot, Slot)
    assert inflect(lemma, slot) == expected


@given(st.text(max_size=40))
def test_any_word_can_be_looked_up(word: str):
    index = FormIndex()
    index.add("კურსი")
    index.add("გან+კურნ")
    assert index.find(word) <= {0, 1}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("curating", {"curate"}),
        ("gurus", {"guru"}),
        ("left", {"left", "leave"}),
        ("better", {"good", "well"}),
        ("retweeted", {"retweet"}),
        ("n't", {"not"}),
        ("fertilisers", {"fertilizer"}),
        ("organizing", {"organise"}),
        ("neighborhoods", {"neighbourhood"}),
        ("moulded", {"mold"}),
    ],
)
def test_lemmas_include_every_reading(word: str, expected: set[str]):
    assert expected <= lemmas(word)


@pytest.mark.parametrize("word", ["four", "rise", "cheque", "tyre", "check", "sorted"])
def test_words_of_one_spelling_have_no_other(word: str):
    assert not {"for", "check", "tire", "cheque", "tyre"} & (lemmas(word) - {word})


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$5.5 billion and 1,234.5", [{5.5e9}, {1234.5}]),
        ("twenty-five, two hundred and five", [{25}, {205}]),
        ("the 1990s, the 21st", [{1990, 90}, {21}]),
        ("5-6 million", [{5, 5e6}, {6e6}]),
        ("at 5:30 pm", [{clock_reading(5, 30), clock_reading(17, 30)}]),
        ("at half past eight", [{clock_reading(8, 30), clock_reading(20, 30)}]),
        ("It is twenty to nine.", [{clock_reading(8, 40), clock_reading(20, 40)}]),
        ("a quarter past one", [{clock_reading(1, 15), clock_reading(13, 15)}]),
        ("five to ten people", [{5}, {10}]),
        ("2.8 per cent of 40", [{2.8}, {40}]),
        ("one hundred thousand", [{100_000}]),
        ("Half a Million, a quarter of a million", [{500_000}, {250_000}]),
        ("two and a half million, one half", [{2.5e6}, {1}, {0.5}]),
        ("half a century, two decades", [{0.5, 50}, {2, 20}]),
        ("three-quarters of an hour", [{0.75, 45}]),
    ],
)
def test_english_numbers(text: str, values: list[set[float]]):
    assert [set(q.values) for q in en_numbers.quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 234,5 ლარი", [{1234.5}]),
        ("5 მილიონი და 2,5 მლრდ", [{5e6}, {2.5e9}]),
        ("ათას ცხრაას ოთხმოცდაცხრა წელს", [{1989}]),
        ("ოთხმოცდაჩვიდმეტი ან ორასორმოცდაორი", [{97}, {242}]),
        ("მეხუთე, ოცდამეერთე, მეოცე", [{5}, {21}, {20}]),
        ("მე-5 და 21-ე", [{5}, {21}]),
        ("17:30-ზე", [{clock_reading(17, 30)}]),
        ("დილის ცხრის ნახევარზე", [{clock_reading(8, 30), clock_reading(20, 30)}]),
        ("ცხრის ოცი წუთია", [{clock_reading(8, 20), clock_reading(20, 20)}]),
        ("ცხრას ოცი წუთი აკლია", [{clock_reading(8, 40), clock_reading(20, 40)}]),
        ("პირველს აკლია ათი წუთი", [{clock_reading(0, 50), clock_reading(12, 50)}]),
        ("მატჩის ოცი წუთი", [{20}]),
        ("XX საუკუნე", [{20}]),
        ("90-იანი წლები", [{90, 1990}]),
        ("ორჯერ, სამივე, ხუთწლიანი", [{2}, {3}, {5}]),
        ("სამუშაო ორიენტირი ასევე ათლეტი", []),
        ("1,234", [{1234, 1.234}]),
        ("ორი და ნახევარი მილიონი, ორსაათნახევარი", [{2.5e6}, {2.5}]),
        ("ნახევარი საუკუნე", [{0.5, 50}]),
        ("სამი მეოთხედი, ნახევარი საათი", [{0.75}, {0.5, 30}]),
    ],
)
def test_georgian_numbers(text: str, values: list[set[float]]):
    assert [set(q.values) for q in ka_numbers.quantities(text)] == values


@given(st.text(max_size=60))
@example("\U00016d70")  # a digit of a younger Unicode than Python's
def test_any_text_has_numbers_inside_it(text: str):
    for quantity in (*en_numbers.quantities(text), *ka_numbers.quantities(text)):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.values


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("ის არ მოვიდა.", True),
        ("ვერავინ გაიგო.", True),
        ("ეს შეუძლებელია.", True),
        ("ფულის გარეშეც, ფული აღარავის აქვს.", True),
        ("ეს ასე როდია.", True),
        ("ის არის აქ.", False),
        ("არეში ნუგბარი იყო.", False),
    ],
)
def test_georgian_denial(text: str, denies: bool):
    assert bool(ka_negation.denials(text)) is denies


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("არავინ არ მოვიდა.", 1),
        ("არავინ მოვიდა და ფული არ იყო.", 1),
        ("არავინ მოვიდა, ფული არ იყო.", 2),
        ("არ მოვიდა და არ წავიდა.", 2),
    ],
)
def test_a_particle_that_agrees_denies_nothing_more(text: str, count: int):
    assert len(ka_negation.with_concord(text, ka_negation.negators(text))) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He did not know.", ["not"]),
        ("You don't see no tail.", ["don't"]),
        ("He does not swim, and no boat came.", ["not", "no "]),
        ("Not only that, she was no less glad.", []),
        ("Unless it rains, we go.", ["Unless"]),
        ("See no. 5, no doubt.", []),
    ],
)
def test_english_negation(text: str, words: list[str]):
    assert [text[slice(*span)] for span in en_negation.negators(text)] == words


@pytest.mark.parametrize(
    ("text", "at", "affirms"),
    [
        ("We sell tickets here.", "sell", True),
        ("We sell few tickets here.", "sell", False),
        ("We sell tickets here, but few came.", "sell", True),
        ("We sell tickets until six.", "sell", False),
        ("We are unhappy.", "unhappy", False),
        ("We met our uncle.", "uncle", True),
        ("Nobody sells tickets.", "sells", False),
    ],
)
def test_what_affirms(text: str, at: str, affirms: bool):
    known = {"happy", "cover"}.__contains__
    assert en_negation.affirms(text, text.index(at), known) is affirms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ის არ მოვიდა.", ["არ მოვიდა"]),  # "did not come"
        ("ხომ არ მოვიდა?", []),  # "did he not come?"
        ("არავინ მოვიდა.", []),  # "nobody came"
        (
            "ვერ ნახა და აღარ მოვიდა",
            ["ვერ ნახა", "აღარ მოვიდა"],
        ),  # "could not find, no longer came"
    ],
)
def test_negated_words(text: str, words: list[str]):
    assert [text[slice(*span)] for span in ka_negation.negated_words(text)] == words


def test_the_negation_of_until_denies_nothing():
    text = "არ წავა, სანამ არ ნახავს"  # "will not leave until he sees it"
    assert [start for start, _ in ka_negation.pleonasms(text)] == [text.rindex("არ")]


def lines_of(name: str) -> list[list[str]]:
    """The lines of a list in `data`, by columns."""
    path = Path(__file__).parent / "data" / name
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "least", "share"), [("verbs.tsv", 120, 0.99), ("nominals.tsv", 40, 0.99)]
)
def test_a_lemma_finds_its_paradigm(name: str, least: int, share: float):
    """Paradigms that were written without sight of what the rules miss."""
    lines = lines_of(name)
    forms = found = 0
    for lemma, paradigm in lines:
        index = FormIndex()
        number = index.add(lemma)
        forms += len(paradigm.split())
        found += sum(number in index.find(form) for form in paradigm.split())
    assert len(lines) >= least
    assert found / forms >= share


@pytest.mark.parametrize("columns", lines_of("nouns.tsv"), ids=lambda columns: columns[0])
def test_a_short_noun_is_not_taken_for_another(columns: list[str]):
    lemma, _, forms, homographs, others = columns
    index = FormIndex()
    number = index.add(lemma)
    found = {w for w in f"{forms} {homographs} {others}".split() if number in index.find(w)}
    assert found == {*forms.split(), *homographs.split()}


@pytest.mark.parametrize(
    ("sentence", "word", "part"),
    [
        ("She wants to book a table .", "book", Part.VERB),
        ("Book your seats early .", "Book", Part.VERB),
        ("The book was late .", "book", Part.NOUN),
        ("She knows every pothole on her round .", "round", Part.NOUN),
        ("They sat at a round table .", "round", None),
        ("The crew will train the dogs .", "train", Part.VERB),
        ("He backed her plan .", "backed", Part.VERB),
        ("The soup is cold .", "cold", Part.ADJECTIVE),
        ("She has a cold .", "cold", Part.NOUN),
        ("He was charged with theft .", "charged", None),
        ("They go to court on Monday .", "court", None),
        ("He suffers racist abuse every day .", "abuse", None),
        ("She did three crunches .", "crunches", None),
        ("It was a fine , sunny day .", "fine", None),
        ("He paid a fine .", "fine", Part.NOUN),
        ("It led to fast growth .", "fast", None),
        ("In the mating season the deer fight .", "season", None),
        ("The crew backed her plan .", "backed", Part.VERB),
        ("She had to fast for a day .", "fast", Part.VERB),
        ("The blorple was late .", "blorple", None),
    ],
)
def test_part_of_speech_by_the_neighbours(sentence: str, word: str, part: Part | None):
    words = sentence.split()
    assert part_of_speech(words, words.index(word)) is part
