"""Names that the target renders by what their words mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import regex

from tmqa.checks._name_fault import Fault, fault
from tmqa.checks._name_forms import right_forms, slot_in
from tmqa.checks._names import NameCase, is_rendered
from tmqa.lang.ka.letters import fold
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lexicon import Habit, Lexicon, Link, Links, is_function_word
from tmqa.lexicon.entry import NAME
from tmqa.lexicon.phrases import Phrase
from tmqa.values import Confidence, SegmentPair, Token

_CAMEL = regex.compile(r"(?:\p{Lu}\p{Ll}+){2,}")
_PART = regex.compile(r"\p{Lu}\p{Ll}+")
_QUOTED = regex.compile(r"[„«“\"][^„«“”»\"]+[“”»\"]")
_STEM = 6  # letters of a stem that shows the meaning of a word
_SHORTEST_PART = 4  # letters of a word inside a name
_INSIDE = 5  # letters of a name that is found inside a longer word
_MARKS = frozenset({"company", "brand", "product", "platform"})


def translated(case: NameCase) -> Fault | None:
    """A name that is also a common word, rendered as the word."""
    links, lexicon = case.links, case.lexicon
    if not case.unit.known or not case.is_capitalised or not case.is_name:
        return None
    if _is_there(case):
        return None
    others = links.explained_elsewhere(case.number)
    places = [
        position
        for position, kind in links.found[case.number].items()
        if position not in others
        and (kind is Link.RENDERING or _is_of_its_stem(case, links.words[position].text))
    ]
    if not places:
        return None
    before = sum(unit.token.text == case.text for unit in links.units[: case.number])
    word = links.words[places[min(before, len(places) - 1)]]
    if _is_title(case, word):
        return None
    return fault(
        case,
        word,
        f"“{case.text}” is a name here, and „{word.text}“ translates it as a common word",
        slot_in(word.text, case.unit.lemmas, lexicon),
    )


def _is_title(case: NameCase, word: Token) -> bool:
    """True in a quoted title of which the other words are translated too: „მარილის გზა“."""
    quoted = (
        q for q in _QUOTED.finditer(case.pair.target.text) if q.start() < word.start < q.end()
    )
    quote = next(quoted, None)
    if quote is None:
        return False
    others = case.names.partners.get(case.text, frozenset())
    return any(
        kind is Link.RENDERING and quote.start() < case.links.words[position].start < quote.end()
        for unit, found in zip(case.links.units, case.links.found, strict=True)
        if unit.token.text in others
        for position, kind in found.items()
    )


def brand_translated(case: NameCase) -> Fault | None:
    """A brand that nothing renders, where one word is left that nothing else explains."""
    links, lexicon = case.links, case.lexicon
    brand = lexicon.brand(case.text.lower())
    if brand is None or brand.kind not in _MARKS or links.explained(case.number):
        return None
    if not case.is_certain or case.is_rendered:
        return None
    if any(not links.explained(n) for n in range(len(links.units)) if n != case.number):
        return None
    explaining = links.explaining()
    left = [
        word
        for position, word in enumerate(links.words)
        if position not in explaining and not is_function_word(word.text)
    ]
    if len(left) != 1 or not lexicon.is_word(left[0].text):
        return None
    [word] = left
    return fault(
        case,
        word,
        f"“{case.text}” is a name and not in the translation, where „{word.text}“ may stand for it",
        slot_in(word.text, lexicon.lemmas(word.text), lexicon),
        Confidence.MEDIUM,
    )


def taken_apart(case: NameCase) -> Fault | None:
    """A name written as StepChange or Northstar, rendered by the meanings of its parts."""
    if case.unit.known or case.text in case.pair.target.text:
        return None
    if any(sound_distance(case.text, word.text) <= ALIKE for word in case.links.words):
        return None
    found = (
        _span_of_parts(case.links, parts, case.lexicon) for parts in _parts(case.text, case.lexicon)
    )
    span = next((span for span in found if span), None)
    if span is None:
        return None
    return Fault(
        (case.token.start, case.token.end),
        (case.links.words[span[0]].start, case.links.words[span[1]].end),
        f"“{case.text}” is a name; do not translate its parts, keep it in Latin letters.",
        (case.text,),
    )


def _parts(name: str, lexicon: Lexicon) -> Iterator[list[set[str]]]:
    """The words that a name may be made of: at its capitals, else any two that are known."""
    if _CAMEL.fullmatch(name):
        yield [{part.lower()} for part in _PART.findall(name)]
    elif name.istitle() and name.isalpha():
        small = name.lower()
        for at in range(_SHORTEST_PART, len(small) - _SHORTEST_PART + 1):
            if lexicon.has_word(small[:at]) and lexicon.has_word(small[at:]):
                yield [{small[:at]}, {small[at:]}]


def phrase_translated(
    pair: SegmentPair, links: Links, phrase: Phrase, lexicon: Lexicon
) -> Fault | None:
    """A name of several words, rendered by the meanings of its words."""
    brand = lexicon.brand(phrase.lemma)
    text = pair.source.text[phrase.start : phrase.end]
    numbers = [
        number
        for number, unit in enumerate(links.units)
        if phrase.start <= unit.token.start < phrase.end
    ]
    units = [links.units[number] for number in numbers]
    if (
        len(units) < 2
        or (brand is not None and brand.habit is Habit.TRANSLATED)
        or text in pair.target.text
        or not all(unit.known for unit in units)
        or any(is_rendered(links, number, lexicon) for number in numbers)
    ):
        return None
    span = _span_of_parts(links, [unit.lemmas for unit in units], lexicon)
    if span is None:
        return None
    first, last = links.words[span[0]], links.words[span[1]]
    slot = slot_in(last.text, units[-1].lemmas, lexicon)
    better = right_forms(phrase.lemma, (), "", slot, lexicon)
    return Fault(
        (phrase.start, phrase.end),
        (first.start, last.end),
        f"“{text}” is a name; do not translate its words, write „{better[0]}“.",
        better,
    )


def _is_there(case: NameCase) -> bool:
    """True when the name itself stands in the target, alone or as a part of a word.

    A word of the language that sounds like a brand is not the brand: კანონი "law" for Canon.
    """
    lexicon = case.lexicon
    if case.text in case.pair.target.text:
        return True
    names = lexicon.names(case.unit.lemmas)
    is_brand = lexicon.brand(case.text.lower()) is not None
    stems = [
        rendering.removesuffix("ი")
        for lemma in case.unit.lemmas
        for rendering in lexicon.name_renderings(lemma)
        if len(rendering) >= _INSIDE
    ]
    return any(
        lexicon.forms.find(word.text) & names
        or any(stem in fold(word.text) for stem in stems)
        or (
            sound_distance(case.text, word.text) <= ALIKE
            and not (is_brand and lexicon.is_word(word.text))
        )
        for word in case.links.words
    )


def _is_of_its_stem(case: NameCase, word: str) -> bool:
    """True for a word with the stem of a rendering: ლაჟვარდი of ლაჟვარდოვანი "azure"."""
    return any(
        fold(word).startswith(rendering[:_STEM])
        for lemma in case.unit.lemmas
        for entry in case.lexicon.entries(lemma)
        if entry.pos != NAME
        for rendering in entry.renderings
        if len(rendering) >= _STEM
    )


def _span_of_parts(
    links: Links, parts: Sequence[Set[str]], lexicon: Lexicon
) -> tuple[int, int] | None:
    """The first and last of the words that render the parts by their meanings, if all are near."""
    places: list[int] = []
    for part in parts:
        wanted = {ids[0] for lemma in part for ids in lexicon.renderings(lemma) if len(ids) == 1}
        place = [
            position
            for position, word in enumerate(links.words)
            if lexicon.forms.find(word.text) & wanted and position not in places
        ]
        if not place:
            return None
        places.append(place[0])
    first, last = min(places), max(places)
    return (first, last) if last - first <= len(places) else None
