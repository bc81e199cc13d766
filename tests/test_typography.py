"""Punctuation, number marks and encodings: near misses, and what is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.lang.ka.encodings import FONTS, from_font, mojibake, restored
from tmqa.lang.ka.letters import is_mkhedruli, readings, script
from tmqa.lang.ka.numbers import is_cardinal
from tmqa.review import check_sentences
from tmqa.values import Severity

KNOWLEDGE = load_knowledge(Config())
GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"


def found(rule: str, source: str, target: str) -> list[tuple[str, tuple[str, ...], Severity]]:
    lines = source.split("\n"), target.split("\n")
    findings = check_sentences(*lines, [all_checks()[rule]], KNOWLEDGE)
    return [(f.target.quote, f.suggestions, f.severity) for f in findings if f.target]


def misread(text: str, page: str) -> str:
    """UTF-8 read in a code page, bytes that it does not have as control characters."""
    chars = []
    for byte in text.encode():
        try:
            chars.append(bytes([byte]).decode(page))
        except UnicodeDecodeError:
            chars.append(chr(byte))
    return "".join(chars)


@pytest.mark.parametrize("page", ["cp1252", "cp1251", "latin-1"])
@given(text=st.text(alphabet=GEORGIAN + "„“–—№", min_size=1, max_size=30))
def test_utf8_in_a_code_page_is_read_back(page: str, text: str):
    [garbled] = mojibake(f"abc {misread(text, page)}", lambda _: False)
    assert garbled.readings == (text,)
    assert garbled.lossless


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_mojibake(text: str):
    for garbled in mojibake(text, lambda _: True):
        assert 0 <= garbled.start < garbled.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Café à la carte",
        "Ångström, Málaga, Đặng",
        "Это по-русски",
        "В\u00a0Москве",
        "10 € – “yes”",
        "სახლი",
    ],
)
def test_other_languages_are_no_mojibake(text: str):
    assert list(mojibake(text, lambda _: True)) == []


def test_a_lost_byte_is_found_by_the_word():
    [garbled] = mojibake("áƒ¥áƒáƒ áƒ˜", {"ქარი"}.__contains__)
    assert garbled.readings == ("ქარი",)
    assert not garbled.lossless


def test_old_fonts_show_what_they_store():
    keys, _, table = FONTS
    assert from_font("saqarTvelo", keys) == "საქართველო"
    assert from_font("ÓÀØÀÒÈÅÄËÏ", table) == "საქართველო"
    assert from_font("Hello", keys) is None


def test_a_replaced_letter_may_be_any():
    assert "სახლი" in restored("სა\ufffdლი")
    assert restored("ს\ufffdხ\ufffd") == ()


@given(st.text(max_size=12))
def test_readings_of_letters_are_mkhedruli(word: str):
    assert all(all(map(is_mkhedruli, reading)) for reading in readings(word))


@pytest.mark.parametrize(
    ("char", "name"),
    [("a", "Latin"), ("у", "Cyrillic"), ("օ", "Armenian"), ("\u10b5", "Asomtavruli"),
     ("\u2d15", "Nuskhuri"), ("ჲ", "old Georgian")],
)  # fmt: skip
def test_a_letter_has_a_script(char: str, name: str):
    assert script(char) == name


@pytest.mark.parametrize(
    ("source", "target", "better"),
    [
        ("Georgia", "საქ\u0430რთველო", ("საქართველო",)),  # Cyrillic a
        ("by himself", "\u10a7ავად", ("თავად",)),  # Asomtavruli
        ("the wind", "ქ\u03b1რი", ("ქარი",)),  # Greek alpha
        ("here", "აy", ("აყ",)),  # a y by sound and by shape
    ],
)
def test_a_word_is_given_back_in_one_script(source: str, target: str, better: tuple[str, ...]):
    [(quote, suggestions, _)] = found("char-homoglyph", source, target)
    assert (quote, suggestions) == (target, better)


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("char-encoding", "the iPhone", "iPhone-ის ეკრანი"),
        ("char-encoding", "the magazine National Geographic", "National Geographic-ის ჟურნალი"),
        ("char-encoding", "la dolce vita is a film", "la dolce vita ფილმია"),
        ("char-encoding", "Visit tvOS or eBay", "იხილეთ eBay da tvOS"),
        ("typography-dash", "from Tbilisi to Batumi", "თბილისი–ბათუმი"),
        ("typography-dash", "2010–2012, 5–6 years", "2010–2012 წლებში, 5–6 წელი"),
        ("typography-dash", "minus 5 - 10 degrees", "5 - 10 გრადუსი"),
        ("typography-dash", "a WhatsApp-style chat", "WhatsApp-ის სტილის ჩატი — ასეთი"),
        ("typography-number-format", "iOS 17.4 and section 2.1", "iOS 17.4 და თავი 2.1"),
        ("typography-number-format", "at 5.30 pm", "5.30 საათზე"),
        ("typography-number-format", "it rose by 28 per cent", "2.8 პროცენტით გაიზარდა"),
        ("typography-number-format", "on 1,5 pages", "1,5 გვერდზე"),
        ("typography-spacing", "Wait... What?! Yes :-)", "მოიცა... რა?! კი :-)"),
        ("typography-spacing", "e-mail, so-called", "ელ.ფოსტა, ე.წ. სპამი, ქ.თბილისი"),
        ("typography-spacing", "at 17:30, 1:1, http://a.ge", "17:30-ზე, 1:1, http://a.ge"),
        ("typography-spacing", "Rule No. 5, 25 % of it", "წესი № 5, მისი 25 %"),
        ("typography-spacing", "He came ; she left", "ის მოვიდა ; ქალი წავიდა"),
        ("grammar-plural-after-number", "in the years 2019 and 2020", "2019 და 2020 წლებში"),
        ("grammar-plural-after-number", "Windows 10 users", "Windows 10 მომხმარებლები"),
        ("grammar-plural-after-number", "the top 10 films", "ტოპ 10 ფილმები"),
        ("grammar-plural-after-number", "the 5th books", "მე-5 წიგნები"),
        ("grammar-plural-after-number", "5 bookshops", "5 წიგნების მაღაზია"),
        ("grammar-plural-after-number", "five-star hotels", "5 ვარსკვლავიანი სასტუმროები"),
        ("grammar-plural-after-number", "in the 90s", "90-იანი წლები"),
        ("grammar-plural-after-number", "5 meetings", "5 შეხვედრა"),
        ("grammar-plural-after-number", "Two men with books", "ორი კაცი წიგნებით"),
        ("grammar-plural-after-number", "by 2 to 1 the books won", "2:1 წიგნებმა მოიგეს"),
    ],
)
def test_what_is_right_stays_silent(rule: str, source: str, target: str):
    assert found(rule, source, target) == []


@pytest.mark.parametrize(
    ("rule", "source", "target", "quote", "better"),
    [
        ("char-encoding", "Hello world", "gamarjoba msoflio", "gamarjoba msoflio",
         ("გამარჯობა მსოფლიო",)),
        ("typography-dash", "the 21st", "XX–ე და 21–ე", "–", ("-",)),
        ("typography-dash", "the fifth", "მე–5", "–", ("-",)),
        ("typography-dash", "life — and death", "სიცოცხლე - და სიკვდილი", "-", ("—", "–")),
        ("typography-dash", "“Alloa”", "„Alloa“–ს", "–", ("-",)),
        ("typography-number-format", "1,200 people", "1,200 ადამიანი", "1,200",
         ("1\u00a0200", "1200")),
        ("typography-number-format", "1,234.5 tonnes", "1,234.5 ტონა", "1,234.5",
         ("1\u00a0234,5",)),
        ("typography-spacing", "Yes. No", "კიდეც.არადა", ".", (". ",)),
        ("typography-spacing", "at 20°C", "20° C-ზე", "° C", ("°C",)),
        ("grammar-plural-after-number", "several countries", "რამდენიმე ქვეყნებში", "ქვეყნებში",
         ("ქვეყანაში",)),
        ("grammar-plural-after-number", "5 million users", "5 მილიონი მომხმარებლები",
         "მომხმარებლები", ("მომხმარებელი",)),
        ("grammar-plural-after-number", "hundreds of books", "ასობით წიგნები", "წიგნები",
         ("წიგნი",)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_marked(
    rule: str, source: str, target: str, quote: str, better: tuple[str, ...]
):
    assert (quote, better) in [(q, b) for q, b, _ in found(rule, source, target)]


@pytest.mark.parametrize(
    ("rule", "source", "target", "severity"),
    [
        ("typography-dash", "It is - now", "ეს - ახლა", Severity.NEUTRAL),
        ("typography-dash", "It is – now", "ეს - ახლა", Severity.MINOR),
        ("typography-dash", "It is - now\nIt is", "ეს - ახლა\nეს — ის", Severity.MINOR),
        ("typography-number-format", "2.5 m", "2.5 მ", Severity.NEUTRAL),
        ("typography-number-format", "2.5 m\n3.5 m", "2.5 მ\n3,5 მ", Severity.MINOR),
        ("typography-spacing", "25%", "25 %", Severity.NEUTRAL),
        ("typography-spacing", "25%", "%25", Severity.MINOR),
        ("char-encoding", "a big city", "áƒ“áƒ˜áƒ“áƒ˜ ქალაქი", Severity.MAJOR),
    ],
)
def test_what_publishers_differ_on_is_neutral(
    rule: str, source: str, target: str, severity: Severity
):
    assert [s for _, _, s in found(rule, source, target)] == [severity]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ხუთი", True), ("ხუთ", True), ("ხუთმა", True), ("ათასობით", True), ("მილიონი", True),
     ("ერთი", False), ("მეხუთე", False), ("ხუთს", False), ("ორივე", False), ("ხუთჯერ", False),
     ("წიგნი", False)],
)  # fmt: skip
def test_cardinals(word: str, expected: bool):
    assert is_cardinal(word) is expected


RULES = [
    all_checks()[rule]
    for rule in (
        "char-encoding", "char-homoglyph", "grammar-plural-after-number", "register-mixed",
        "typography-dash", "typography-number-format", "typography-spacing",
    )
]  # fmt: skip
ANYTHING = st.text(alphabet="აიბსთვრ ებThe5,.–—-„“\"'!?№%°áƒ\u0090\ufffd ХՓ\u10a0ჲ", max_size=40)


@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=4))
def test_any_text_is_checked_and_every_mark_lies_inside_it(lines: list[tuple[str, str]]):
    source, target = [en for en, _ in lines], [ka for _, ka in lines]
    for finding in check_sentences(source, target, RULES, KNOWLEDGE):
        place = finding.target
        assert place is not None
        assert target[place.segment][place.start : place.end] == place.quote != ""
