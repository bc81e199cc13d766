"""Lexicon entries as values."""

from __future__ import annotations

from dataclasses import dataclass

NOUN, ADJECTIVE, NAME = "n", "adj", "name"
PARTS_OF_SPEECH = frozenset(
    {NOUN, "v", ADJECTIVE, "adv", "num", "pron", "prep", "conj", "det", "interj", NAME}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An English lemma in one part of speech, with Georgian renderings by sense.

    The most usual sense stands first, and in each sense the most usual rendering. A rendering
    is a Georgian pattern of one to three words (see `glossaries/README.md`).
    """

    lemma: str
    pos: str
    senses: tuple[tuple[str, ...], ...]

    @property
    def renderings(self) -> tuple[str, ...]:
        """The renderings of all senses in order."""
        return tuple(dict.fromkeys(r for sense in self.senses for r in sense))
