"""Lexicon entries as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOUN, ADJECTIVE, NAME = "n", "adj", "name"
PARTS_OF_SPEECH = frozenset(
    {NOUN, "v", ADJECTIVE, "adv", "num", "pron", "prep", "conj", "det", "interj", NAME}
)

# What the names of the Common Locale Data Repository name.
TERRITORY, LANGUAGE, CURRENCY = "territory", "language", "currency"
MONTH, WEEKDAY = "month", "weekday"
LOCALE_KINDS = frozenset({TERRITORY, LANGUAGE, CURRENCY, MONTH, WEEKDAY})


class Habit(StrEnum):
    """How Georgian texts write a brand or another name that is not to be translated."""

    LATIN = "latin"  # as in English, endings after a hyphen: iPhone-ის
    GEORGIAN = "georgian"  # by its sound: გუგლის "of Google"
    BOTH = "both"  # either
    TRANSLATED = "translated"  # by an official name: წითელი ჯვარი "Red Cross"


@dataclass(frozen=True, slots=True)
class Entry:
    """An English lemma in one part of speech, with Georgian renderings by sense.

    The most usual sense stands first, and in each sense the most usual rendering. A rendering
    is a Georgian pattern of one to three words (see `glossaries/README.md`). For a name, `kind`
    says what it names, where that is known; for a brand, `written` is its Latin spelling and
    `habit` how Georgian writes it.
    """

    lemma: str
    pos: str
    senses: tuple[tuple[str, ...], ...]
    kind: str = ""
    written: str = ""
    habit: Habit | None = None

    @property
    def renderings(self) -> tuple[str, ...]:
        """The renderings of all senses in order."""
        return tuple(dict.fromkeys(r for sense in self.senses for r in sense))
