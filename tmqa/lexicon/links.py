"""Which target words explain which source words: the ground of every claim of absence.

A content word of the source is explained by a target word that the lexicon lists for it, that
belongs to the family of such a word (another preverb, another derivation), that sounds like it
(names, loanwords), or that copies it in Latin letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import regex

from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.numbers import is_number_word
from tmqa.lang.en.words import STOP_WORDS, is_title_case
from tmqa.lang.ka.families import families
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.numbers import word_value
from tmqa.lang.ka.words import STOP_WORDS as GEORGIAN_STOP_WORDS
from tmqa.lang.sound import sounds_alike
from tmqa.lexicon.lexicon import Lexicon
from tmqa.lexicon.phrases import Phrase
from tmqa.values import Side, Token

# Verbs and nouns so general that their rendering says nothing: "make a call" is one verb.
LIGHT = frozenset(
    "be have do get make take go come put give let keep seem become thing way lot kind sort bit"
    " one two three first second last new next able".split()
)
_LONGEST_PHRASE_GAP = 2
_COUNTRY = "US"  # by its capitals no pronoun
_PIECE = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Link(Enum):
    """Why a target word explains a source word."""

    RENDERING = "the lexicon lists it"
    FAMILY = "it shares the stem of a listed rendering"
    SOUND = "it sounds alike"
    COPY = "it is the same Latin word"


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word of the source with its readings; `known` when the lexicon has one of them."""

    token: Token
    lemmas: frozenset[str]
    known: bool
    is_name: bool


@dataclass(frozen=True)
class Links:
    """The links of a segment pair: for each unit the explaining target words by position."""

    units: tuple[Unit, ...]
    words: tuple[Token, ...]
    found: tuple[dict[int, Link], ...]
    # The names of several words in the source, with the target words that render each.
    phrases: tuple[tuple[Phrase, frozenset[int]], ...] = ()

    def explained(self, unit: int) -> bool:
        """True when a target word explains the unit."""
        return bool(self.found[unit])

    def explained_elsewhere(self, unit: int) -> frozenset[int]:
        """The positions of the target words that explain a unit of another word.

        Words that only sound like the other do not count where some word renders it, nor where
        they render this unit.
        """
        ours = self.found[unit]
        return frozenset(
            position
            for n, links in enumerate(self.found)
            if self.units[n].token.text != self.units[unit].token.text
            for position, kind in links.items()
            if kind is not Link.SOUND or Link.RENDERING not in (ours.get(position), *links.values())
        )

    def explaining(self, *kinds: Link) -> frozenset[int]:
        """The positions of the target words that explain some unit, by links of these kinds."""
        return frozenset(
            position
            for links in self.found
            for position, kind in links.items()
            if not kinds or kind in kinds
        )


def content_units(source: Side, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The content words of an English text: no function words, numbers or light verbs."""
    units = []
    sentence_starts = {0}
    length = 0
    for sentence in source.sentences:
        length += len(sentence.text) + 1
        sentence_starts.add(length)
    for token in source.tokens:
        text = token.text
        if not text[0].isalpha() or len(text) < 2:
            continue
        if text.lower() in STOP_WORDS and not _is_name_inside(source, token, lexicon):
            continue
        readings = lemmas(text)
        if readings & LIGHT or is_number_word(text.lower()):
            continue
        known = any(lexicon.has_word(reading) for reading in readings)
        is_name = text[0].isupper() and (token.start not in sentence_starts or not known)
        units.append(Unit(token, readings, known, is_name))
    return tuple(units)


def _is_name_inside(source: Side, token: Token, lexicon: Lexicon) -> bool:
    """True for a small word that is a name where it stands: "my friend, Will, left in May"."""
    before = source.text[: token.start].rstrip()
    return (
        (token.text.istitle() or token.text == _COUNTRY)
        and before[-1:].isalnum() | (before[-1:] == ",")
        and bool(lexicon.names({token.text.lower()}))
        and not is_title_case(t.text for t in source.tokens)
    )


def link(source: Side, target: Side, lexicon: Lexicon) -> Links:
    """The links between the two sides of a segment pair."""
    units = content_units(source, lexicon)
    words = tuple(token for token in target.tokens if token.is_word)
    ids = tuple(lexicon.forms.find(word.text) for word in words)
    stems = tuple(families(fold(word.text)) for word in words)
    found = tuple(_links_of(unit, words, ids, stems, lexicon) for unit in units)
    phrases = []
    for phrase in lexicon.phrases.find(source.text):
        places = _phrase_places(phrase.lemma, ids, lexicon)
        phrases.append((phrase, places))
        for unit, links in zip(units, found, strict=True):
            if phrase.start <= unit.token.start < phrase.end:
                links.update(dict.fromkeys(places, Link.RENDERING))
    return Links(units, words, found, tuple(phrases))


def is_function_word(word: str) -> bool:
    """True for Georgian words that need no counterpart: particles, pronouns, numerals."""
    folded = fold(word)
    return folded in GEORGIAN_STOP_WORDS or len(folded) < 3 or word_value(folded) is not None


def word_parts(word: str) -> tuple[str, ...]:
    """The word, and of a hyphenated one its parts: ნიუ-იორკში "in New York"."""
    parts = tuple(part for part in word.split("-") if len(part) > 1)
    return (word, *parts) if len(parts) > 1 else (word,)


def _links_of(
    unit: Unit,
    words: Sequence[Token],
    ids: Sequence[frozenset[int]],
    stems: Sequence[frozenset[str]],
    lexicon: Lexicon,
) -> dict[int, Link]:
    found: dict[int, Link] = {}
    wanted: set[str] = set()
    for lemma in unit.lemmas:
        for rendering in lexicon.renderings(lemma, unit.token.text.islower()):
            for position in _places(rendering, ids):
                found[position] = Link.RENDERING
        wanted |= lexicon.families(lemma)
    for position, word in enumerate(words):
        if position in found:
            continue
        if word.text[0].isascii():
            if unit.lemmas & set(_PIECE.findall(word.text.lower())):
                found[position] = Link.COPY
        elif stems[position] & wanted:
            found[position] = Link.FAMILY
        elif not is_function_word(word.text) and any(
            sounds_alike(unit.token.text, part) for part in word_parts(word.text)
        ):
            found[position] = Link.SOUND
    return found


def _phrase_places(lemma: str, ids: Sequence[frozenset[int]], lexicon: Lexicon) -> frozenset[int]:
    """The positions of the words that render a name of several words."""
    return frozenset(p for r in lexicon.renderings(lemma) for p in _places(r, ids))


def _places(rendering: tuple[int, ...], ids: Sequence[frozenset[int]]) -> set[int]:
    """The positions of the words of a rendering where all of them stand near each other."""
    first = [i for i, found in enumerate(ids) if rendering[0] in found]
    if len(rendering) == 1:
        return set(first)
    places: set[int] = set()
    for start in first:
        window = range(
            max(0, start - _LONGEST_PHRASE_GAP - 1),
            min(len(ids), start + len(rendering) + _LONGEST_PHRASE_GAP),
        )
        rest = [next((i for i in window if number in ids[i]), None) for number in rendering[1:]]
        if all(i is not None for i in rest):
            places.update([start, *(i for i in rest if i is not None)])
    return places
