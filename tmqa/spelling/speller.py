"""Tells whether a Georgian word is known, and which known words it is near to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from tmqa.lang.ka.forms import TAILS, FormIndex
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import lemmas
from tmqa.lang.ka.numbers import word_value
from tmqa.lang.ka.spelling import UNLIKELY, slips
from tmqa.lang.ka.words import FIRST_ELEMENTS
from tmqa.spelling.dictionary import Dictionary, load_dictionary

_SHORTEST_REST = 5  # letters behind a first element, which shorter ones follow by chance
_QUOTED = "ო"  # after any word of reported speech: ყიდულობთ-ო "you buy, they say"


class Speller:
    """Knows the word list, which it reads at first use, and the forms of what it is given.

    That is indexes of forms, and lemmas that are inflected as nouns.
    """

    def __init__(self, indexes: Sequence[FormIndex], nouns: frozenset[str] = frozenset()) -> None:
        self._indexes = tuple(indexes)
        self._given = nouns
        self._known: dict[str, bool] = {}

    @cached_property
    def _dictionary(self) -> Dictionary:
        return load_dictionary()

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return self._dictionary.nouns | self._given

    def knows(self, word: str) -> bool:
        """True for a listed word, a form of a known one, a number word, and compounds of these.

        An ending by itself counts too, as it stands after a name in Latin letters (U2 -სგან).
        """
        folded = fold(word)
        known = self._known.get(folded)
        if known is None:
            parts = folded.split("-")
            known = folded in self._dictionary or all(map(self._knows_part, parts))
            self._known[folded] = known
        return known

    def _knows_part(self, word: str) -> bool:
        return (
            self._is_form(word)
            or word_value(word) is not None
            or self._is_compound(word)
            or (word.endswith(_QUOTED) and self._is_form(word[: -len(_QUOTED)]))
            or word in TAILS
        )

    def _is_form(self, word: str) -> bool:
        return self.lists(word) or any(index.spells(word) for index in self._indexes)

    def lists(self, word: str) -> bool:
        """True for a listed word and for the forms of a listed noun.

        The forms of verbs that an index makes are left out: not all of them are in use.
        """
        return (
            word in self._dictionary
            or word in self._nouns
            or any(True for _ in lemmas(word, self._nouns))
        )

    def has(self, word: str) -> bool:
        """True for a word that the list itself holds in this form."""
        return fold(word) in self._dictionary

    def _is_compound(self, word: str) -> bool:
        return any(
            word.startswith(first)
            and len(word) - len(first) >= _SHORTEST_REST
            and self._is_form(word[len(first) :])
            for first in FIRST_ELEMENTS
        )

    def is_common(self, word: str) -> bool:
        """True for a word form of our own texts, which are no more than a list of usual words."""
        return fold(word) in self._dictionary.common

    def near(self, word: str, asked: Callable[[str, int], bool] | None = None) -> dict[str, int]:
        """The known words that one slip parts from `word`, with the slip's likelihood.

        Unlikely slips count where no other makes a known word. With `asked`, only strings are
        looked up of which it is true; most of the time goes into looking up.
        """
        found = slips(fold(word))
        if asked is not None:
            found = {other: rank for other, rank in found.items() if asked(other, rank)}
        likely = self._known_of(found, lambda rank: rank < UNLIKELY)
        return likely or self._known_of(found, lambda rank: rank == UNLIKELY)

    def _known_of(self, found: dict[str, int], ranked: Callable[[int], bool]) -> dict[str, int]:
        return {
            other: rank
            for other, rank in found.items()
            if ranked(rank)
            and len(other) > 1
            and self._dictionary.is_plausible(other)
            and self._is_form(other)
        }
