"""See `GrammarPluralAfterNumber`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from tmqa.checks._base import CheckExample, Context, Range, SegmentCheck
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.numbers import quantities as english_quantities
from tmqa.lang.en.words import STOP_WORDS
from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import Slot, analyse, inflect
from tmqa.lang.ka.numbers import is_cardinal
from tmqa.lang.ka.numbers import quantities as georgian_quantities
from tmqa.lang.numbers import Quantity
from tmqa.lexicon import Lexicon
from tmqa.lexicon.entry import NOUN
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

# Quantity words before a noun in the singular: some, many, many, very many, so many, how many, few.
_MANY = frozenset(
    form
    for stem in "ბევრ მრავალ უამრავ ამდენ იმდენ რამდენ ურიცხვ".split()
    for form in (stem, f"{stem}ი", f"{stem}მა")
) | {"რამდენიმე"}
_OF_MANY = "ობით"  # ასობით "hundreds of"
_ENGLISH_MANY = frozenset(
    "many several few some numerous various lot lots number dozens plenty countless multiple"
    " couple different tens hundreds thousands millions billions".split()
)
# The cases of a noun that the form of a numeral agrees with; a genitive may depend on what follows:
# 5 წიგნების მაღაზია "5 bookshops".
_CASES = {
    "ი": frozenset({"nom", "ins", "from"}),
    "მა": frozenset({"erg"}),
    "": frozenset({"dat", "adv", "in", "on", "with"}),
}
_ANY_CASE = frozenset().union(*_CASES.values())
# Adjectives that are made with the numeral: 5 ვარსკვლავიანი სასტუმროები "5-star hotels".
_OF_NUMERAL = regex.compile(r"[ა-ჰ]+(?:იან|ვან|ჯერად)(?:ი|მა)?")
_MOST_ADJECTIVES = 3
# In the source, so many words after the number may go before its noun.
_WINDOW = 5
# Words of the source that make the number after them a name: type 2, phase 3, the top 10.
_NAMED = frozenset(
    "type phase grade level chapter section article version no number size channel route stage"
    " volume page room class category tier rank line step part item figure table age aged".split()
)
_YEAR_DIGITS = 4
_DIGITS = regex.compile(r"[\d., \u00a0]*\d")
_LETTERS = regex.compile(r"[ა-ჰ]+")
# A number that goes on (5–6; 5 და 6), has a sign, or belongs to a name: iPhone 5, ტოპ 10 "top 10".
_BEFORE_LISTED = regex.compile(r"(?:[-–—:/.№#+]|\d,?\s(?:(?:და|ან)\s)?|\p{Latin}[\d-]*\s|\bტოპ\s)$")
_PLURAL = "pl"

_Slots = dict[str, Slot]  # by lemma
_Noun = tuple[Token, _Slots]


class GrammarPluralAfterNumber(SegmentCheck):
    """A noun after a numeral is in the plural.

    Why: Georgian has the singular after numerals and words such as many and several (5 წიგნი "5
    books"); machine translation copies the English plural.

    Limits: only nouns of the lexicon after a number that the source has too; with adjectives
    between them, only nouns that render one of the words after it there. The case must be one that
    does not depend on what follows. Ordinals, decades (90-იანი წლები), lists and ranges of numbers
    (5 და 6 კლასები) and numbers in names are silent.
    """

    rule_id = "grammar-plural-after-number"
    category = "linguistic-conventions/grammar"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample("She bought 5 books.", "მან 5 [[წიგნები]] იყიდა.", "მან 5 წიგნი იყიდა."),
        CheckExample(
            "Seven old friends came in the 90s.",
            "შვიდი ძველი [[მეგობრები]] 90-იან წლებში მოვიდნენ.",
            "შვიდი ძველი მეგობარი 90-იან წლებში მოვიდა.",
        ),
        CheckExample(
            "Many countries and several big cities signed.",
            "ბევრმა [[ქვეყნებმა]] და რამდენიმე დიდმა [[ქალაქებმა]] მოაწერა ხელი.",
            "ბევრმა ქვეყანამ და რამდენიმე დიდმა ქალაქმა მოაწერა ხელი.",
        ),
        CheckExample(
            "Grades 5 and 6 read 2 books about 3-star hotels.",
            "5 და 6 კლასებმა 3 ვარსკვლავიანი სასტუმროების შესახებ 2 [[წიგნები]] წაიკითხეს.",
            "5 და 6 კლასებმა 3 ვარსკვლავიანი სასტუმროების შესახებ 2 წიგნი წაიკითხეს.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Plural nouns after numerals that the source has before the same noun."""
        for start, end, quantity in _numerals(pair):
            found = _plural_after(pair, start, end, context.lexicon)
            if found is None:
                continue
            counted = _counted(quantity, found, end, pair, context.lexicon)
            if counted is None:
                continue
            noun, slots = found
            place, lemma = counted
            better = inflect(lemma, replace(slots[lemma], number="sg"))
            yield self.finding(
                pair,
                f"„{noun.text}“ is plural after „{pair.target.text[start:end]}“; write „{better}“.",
                source=place,
                target=(noun.start, noun.end),
                suggestions=(better,),
            )


def _numerals(pair: SegmentPair) -> Iterator[tuple[int, int, Quantity | None]]:
    """Cardinals and words for many: start, end, and the value where it is a number."""
    text = pair.target.text
    for quantity in georgian_quantities(text):
        rest = _LETTERS.match(text, quantity.end)
        end = rest.end() if rest else quantity.end
        last = fold(text[quantity.start : end]).split()[-1]
        is_year = last.isdigit() and len(last) == _YEAR_DIGITS
        if is_year or not (_DIGITS.fullmatch(last) or is_cardinal(last)):
            continue
        if not _is_listed(text, quantity.start) and not pair.target.is_code(quantity.start):
            yield quantity.start, end, None if last.endswith(_OF_MANY) else quantity
    for token in pair.target.tokens:
        if fold(token.text) in _MANY:
            yield token.start, token.end, None


def _is_listed(text: str, start: int) -> bool:
    """True for a number in a range, a list of numbers, or a name."""
    return _BEFORE_LISTED.search(text, endpos=start) is not None


def _plural_after(pair: SegmentPair, start: int, end: int, lexicon: Lexicon) -> _Noun | None:
    """The plural noun after a numeral, at most some adjectives away, when all of them agree."""
    text = pair.target.text
    attributes = [fold(text[start:end]).split()[-1]]
    for token in [token for token in pair.target.tokens if token.start >= end]:
        word = fold(token.text)
        if text[end : token.start] not in (" ", "\u00a0"):
            return None
        slots = _plural_slots(word, lexicon)
        if slots:
            agree = all(slot.case in _cases(a) for a in attributes for slot in slots.values())
            return (token, slots) if agree else None
        if len(attributes) > _MOST_ADJECTIVES or not _is_adjective(word, lexicon):
            return None
        attributes.append(word)
        end = token.end
    return None


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    """True for an adjective of the lexicon that is not made of the numeral before it."""
    return "adj" in lexicon.parts_of_speech(lexicon.lemmas(word)) and not (
        _OF_NUMERAL.fullmatch(word) or is_cardinal(word) or word in _MANY
    )


def _cases(attribute: str) -> frozenset[str]:
    """The cases of a noun before which a numeral or adjective has this form."""
    if attribute.endswith("მა"):
        return _CASES["მა"]
    if attribute.endswith("ი"):
        return _CASES["ი"]
    if attribute[-1] in VOWELS or attribute[-1].isdigit() or attribute.endswith(_OF_MANY):
        return _ANY_CASE
    return _CASES[""]


def _plural_slots(word: str, lexicon: Lexicon) -> _Slots:
    """The lexicon's nouns that the word is a plural of; none when it may be a singular."""
    slots: _Slots = {}
    for lemma in lexicon.nouns(word):
        slot = analyse(word, lemma)
        if slot is not None:
            slots[lemma] = slot
    return slots if all(slot.number == _PLURAL for slot in slots.values()) else {}


def _counted(
    quantity: Quantity | None, found: _Noun, end: int, pair: SegmentPair, lexicon: Lexicon
) -> tuple[Range, str] | None:
    """The source's words from the same number to what the noun renders, and the noun's lemma.

    A noun next to the numeral need not render any of them: what is counted may be put otherwise.
    None when a word between the numeral, which ends at `end`, and the noun is what is counted:
    ორი კაცი ნარკოტიკებით "two men, with drugs".
    """
    noun, slots = found
    between = [t for t in pair.target.tokens if end <= t.start < noun.start]
    others = {lemma for token in between for lemma in lexicon.nouns(token.text)}
    tokens = pair.source.tokens
    if quantity is None:
        places = [(t.start, t.end) for t in tokens if t.text.lower() in _ENGLISH_MANY]
    else:
        equal = [q for q in english_quantities(pair.source.text) if q.agrees(quantity)]
        places = [(q.start, q.end) for q in equal if not _is_name(q.start, tokens)]
    for start, stop in places:
        for token in [token for token in tokens if token.start >= stop][:_WINDOW]:
            renderings = _noun_renderings(token, lexicon)
            if not token.is_word or renderings & others:
                break
            for lemma in slots:
                if lemma in renderings:
                    return (start, token.end), lemma
    if places and not between:
        return places[0], next(iter(slots))
    return None


def _noun_renderings(token: Token, lexicon: Lexicon) -> set[str]:
    entries = (entry for reading in lemmas(token.text) for entry in lexicon.entries(reading))
    return {r for entry in entries if entry.pos == NOUN for r in entry.renderings}


def _is_name(start: int, tokens: Sequence[Token]) -> bool:
    """True for a number of the source that belongs to a name: phase 3, Boeing 747."""
    before = [token.text for token in tokens if token.end <= start][-1:]
    return any(
        word.lower() in _NAMED or (word[:1].isupper() and word.lower() not in STOP_WORDS)
        for word in before
    )
