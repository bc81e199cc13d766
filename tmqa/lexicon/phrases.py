"""Names of several words, found in running English text in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

_PIECE = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# What may stand between the pieces of one name: "L’Oreal", "Marks & Spencer", "St. Lucia".
_JOINT = regex.compile(r"\s?(?:[’'&-]\s?)?|\.|(?<=\b[SM]t)\.\s")
# Small words that a name may have: "Bank of America".
_SMALL = frozenset("a an and at d da de der du for in n of on or s the to und von y".split())

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of several words in a text, by offsets, with its lemma in the lexicon."""

    start: int
    end: int
    lemma: str


@dataclass
class PhraseIndex:
    """Lemmas of more than one piece, by their first pieces."""

    _by_first: dict[str, list[tuple[Pieces, str]]] = field(default_factory=dict)

    def add(self, lemma: str) -> None:
        """Enter `lemma`, unless it is a single word."""
        pieces = tuple(_PIECE.findall(lemma))
        if len(pieces) > 1:
            known = self._by_first.setdefault(pieces[0], [])
            known.append((pieces[1:], lemma))
            known.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Phrase]:
        """The names in `text`, left to right, of overlapping ones the longer of the first.

        Every piece but the small words must have a capital or a digit.
        """
        pieces = [(m.group(), m.start(), m.end()) for m in _PIECE.finditer(text)]
        at = 0
        while at < len(pieces):
            length, lemma = self._at(text, pieces, at)
            if lemma:
                yield Phrase(pieces[at][1], pieces[at + length - 1][2], lemma)
            at += length

    def _at(self, text: str, pieces: list[tuple[str, int, int]], at: int) -> tuple[int, str]:
        """The number of pieces of the longest name that begins at a piece, and its lemma."""
        word = pieces[at][0]
        if _is_written_large(word):
            for rest, lemma in self._by_first.get(word.lower(), ()):
                run = pieces[at : at + 1 + len(rest)]
                if len(run) == 1 + len(rest) and all(
                    piece.lower() == wanted
                    and (_is_written_large(piece) or wanted in _SMALL)
                    and _JOINT.fullmatch(text, before[2], start)
                    for before, (piece, start, _), wanted in zip(run, run[1:], rest, strict=False)
                ):
                    return len(run), lemma
        return 1, ""


def _is_written_large(piece: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in piece)
