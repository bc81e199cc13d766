"""Names that stand in the target in place of one that is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from tmqa.checks._name_fault import Fault, fault
from tmqa.checks._name_forms import inflected, slot_after, slot_in, stem_of
from tmqa.checks._names import NameCase, is_rendered
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka.nominal import Slot
from tmqa.lang.sound import sound_distance
from tmqa.lexicon import Lexicon, is_function_word
from tmqa.lexicon.entry import CURRENCY
from tmqa.values import Confidence, SegmentPair, Token

_SHORTEST = 4  # letters of a Georgian word that is taken for a name by the lexicon alone
# Beyond this `sound_distance` from every word of the source, a name renders none of them: of the
# names in the lexicon 1.5 % are farther from their own rendering.
_STRANGE = 0.4
_MONEY = regex.compile(r"\p{Sc}")


@dataclass(frozen=True, slots=True)
class Intruder:
    """A target word that renders another name, which the source has more seldom or not at all."""

    word: Token
    name: str
    slot: Slot
    is_in_source: bool = False


def replaced(case: NameCase) -> Fault | None:
    """A name that is missing while another name stands there instead."""
    found = of_its_kind(case) or intruder(case)
    if found is None:
        return None
    return fault(
        case,
        found.word,
        f"The source names “{case.text}”, the translation „{found.word.text}“ (“{found.name}”)",
        found.slot,
        Confidence.MEDIUM if found.is_in_source else None,
    )


def other_money(case: NameCase) -> Fault | None:
    """A currency after a number that is missing while another is there."""
    lexicon, links, pair = case.lexicon, case.links, case.pair
    ours = _currencies(case.unit.lemmas, lexicon)
    if not ours or _MONEY.search(pair.source.text) or not _is_counted(pair.source.text, case.token):
        return None
    there = [_currencies(lexicon.lemmas(word.text), lexicon) for word in links.words]
    if any(there[p] & ours or not there[p] for p in links.found[case.number]):
        return None
    elsewhere = links.explained_elsewhere(case.number)
    for position, word in enumerate(links.words):
        others = there[position]
        if others and position not in elsewhere and _is_counted(pair.target.text, word):
            slot = slot_in(word.text, others, lexicon)
            better = [inflected(form, slot, lexicon) for form in lexicon.first_renderings(ours, 1)]
            return Fault(
                (case.token.start, case.token.end),
                (word.start, word.end),
                f"The source counts in “{case.text}”, the translation in „{word.text}“ "
                f"(“{min(others)}”); write „{better[0]}“.",
                tuple(better),
            )
    return None


def of_its_kind(case: NameCase) -> Intruder | None:
    """The first word that names another country, language, month or weekday.

    None where some word may render the name itself.
    """
    links, lexicon = case.links, case.lexicon
    words = [word.text for word in links.words]
    if not case.text[0].isupper() or not has_kind(case.unit.lemmas, lexicon):
        return None
    if any(not _instead(words[p], case.unit.lemmas, lexicon) for p in links.found[case.number]):
        return None
    elsewhere = links.explained_elsewhere(case.number)
    named = _named(case.pair)
    for position, word in enumerate(links.words):
        others = _instead(word.text, case.unit.lemmas, lexicon)
        if others and position not in elsewhere and not _is_named(word.text, named, lexicon):
            other = min(others)
            return Intruder(word, other.title(), slot_in(word.text, [other], lexicon))
    return None


def intruder(case: NameCase) -> Intruder | None:
    """The first word that stands in place of a certain name that nothing renders."""
    if (
        not case.is_capitalised
        or has_kind(case.unit.lemmas, case.lexicon)
        or not case.is_certain
        or case.is_rendered
    ):
        return None
    beside = list(_beside(case))
    for position, word in enumerate(case.links.words):
        # The rest of a full name stands beside the word.
        if all(places & {position - 1, position + 1} for places in beside):
            found = _of_the_article(case, word) or _of_the_lexicon(case, position)
            if found is not None:
                return found
    return None


def has_kind(names: Iterable[str], lexicon: Lexicon) -> bool:
    """True for countries, their peoples and languages, for months and weekdays among the names."""
    return any(lexicon.kinds(name) for name in names)


def _beside(case: NameCase) -> Iterator[frozenset[int]]:
    """For the parts before and after the name in a full name, where they are rendered."""
    units = case.links.units
    for at in (case.number - 1, case.number + 1):
        if not 0 <= at < len(units):
            continue
        other = units[at].token
        gap = (other.end, case.token.start) if at < case.number else (case.token.end, other.start)
        is_run = case.pair.source.text[slice(*gap)] in (" ", "-")
        if is_run and units[at].is_name and is_rendered(case.links, at, case.lexicon):
            yield frozenset(case.links.found[at])


def _of_the_article(case: NameCase, word: Token) -> Intruder | None:
    """The word as one that renders another name of the article, once too often here."""
    names = case.names
    others = names.names_of(word.text)
    if not others or others & names.partners.get(case.text, frozenset()):
        return None
    if any(_is_short_for(case.text, other) for other in others):
        return None
    if has_kind(map(str.lower, others), case.lexicon):
        return None
    here = sum(bool(names.names_of(w.text) & others) for w in case.links.words)
    named = sum(token.text in others for token in case.pair.source.tokens)
    if here <= named:
        return None
    other = min(others)
    return Intruder(word, other, slot_after(stem_of(other, word.text), word.text), bool(named))


def _of_the_lexicon(case: NameCase, position: int) -> Intruder | None:
    """The word as a known name, no word of the language, that nothing in the source explains."""
    lexicon, word = case.lexicon, case.links.words[position]
    others = lexicon.names_of(word.text)
    partners = case.names.partners.get(case.text, frozenset())
    if (
        len(word.text) < _SHORTEST
        or not others
        or is_function_word(word.text)
        or position in case.links.explaining()
        or has_kind(others, lexicon)
        or others & set(map(str.lower, partners))
        or any(lexicon.brand(other) for other in others)
    ):
        return None
    for token in case.pair.source.tokens:
        if lemmas(token.text) & others or sound_distance(token.text, word.text) <= _STRANGE:
            return None
    return Intruder(word, min(others).title(), slot_in(word.text, others, lexicon))


def _named(pair: SegmentPair) -> frozenset[str]:
    """The lemmas of all capitalised words of the source."""
    return frozenset(
        lemma
        for token in pair.source.tokens
        if token.text[0].isupper()
        for lemma in lemmas(token.text)
    )


def _is_named(word: str, named: Iterable[str], lexicon: Lexicon) -> bool:
    """True when a word renders one of the names, or their land or people."""
    others = lexicon.names_of(word)
    lands = {land for other in others for land in lexicon.territories(other)}
    return any(name in others or lexicon.territories(name) & lands for name in named)


def _instead(word: str, names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The names of the same kind, country or month, that a word renders in place of `names`."""
    others = lexicon.names_of(word)
    if is_function_word(word) or _is_named(word, names, lexicon):
        return frozenset()
    kinds = {kind for name in names for kind in lexicon.kinds(name)}
    return frozenset(other for other in others if lexicon.kinds(other) & kinds)


def _currencies(names: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for name in names if CURRENCY in lexicon.kinds(name))


def _is_counted(text: str, word: Token) -> bool:
    """True for a word after a number, or after one that a word such as "million" follows."""
    return any(char.isdigit() for before in text[: word.start].split()[-2:] for char in before)


def _is_short_for(name: str, other: str) -> bool:
    """True for one name in two lengths: Insta, Instagram."""
    left, right = name.lower(), other.lower()
    return left.startswith(right) or right.startswith(left)
