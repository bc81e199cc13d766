"""English patterns: parsed once into an index, then found in one pass over a sentence's tokens.

Patterns are indexed by their first word, so the cost of a pass does not grow with the number
of patterns that start with other words. The pattern language is described in
`glossaries/README.md`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from tmqa.lang.en.lemmas import POSSESSIVES, lemmas
from tmqa.lang.en.parts import Part, part_of_speech
from tmqa.values import Token

P = TypeVar("P", bound=Hashable)

_WORD = r"[^\W_]+"
_PIECES = re.compile(
    rf"one's|\.\.\.|{_WORD}/(?:n|v|adj)\b|(?<![|\w]){_WORD}(?:-{_WORD})+(?![|\w])|(?<![|\w])(?:{_WORD})?n['’]t\b"
    rf"|{_WORD}(?:\|{_WORD})*|['’]\w+|[^\s\w]"
)
_NOT = re.compile(r"n['’]t$")
# What the tokenizer leaves of a verb before n't.
_CUT_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
# Words after which 's is a verb: it's, that's.
_IS = re.compile("['’]s")
_BEFORE_IS = frozenset("it that he she there here what who where how".split())
_OWNER = re.compile("(.*[^\\W_])(['’]s)")
_AMOUNT_SIGNS = frozenset("$€£¥₾%")
_GAP = "..."
_POSSESSIVE = "one's"
_LONGEST_GAP = 3  # words and signs
_LONGEST_OWNER = 3  # words before 's in "the company's"

_TAGGED = re.compile(rf"({_WORD})/(n|v|adj)")


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A word of a hyphenated pattern before its last one, which must stand as written.

    write-down is "write down", not "wrote down"; before a hyphen a plural may stand too:
    mothers-in-law.
    """

    word: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word that must be of one part of speech where it stands: book/v is "to book"."""

    word: str
    part: Part


# A gap or a possessive slot, or of what words one must stand there.
Element = str | frozenset[str] | Unchanged | Tagged


@dataclass(frozen=True, slots=True)
class SourceHit(Generic[P]):
    """A pattern's payload with the span of the text that it matched.

    `solid` is False for a pattern with a gap, whose span holds words that it does not name.
    """

    payload: P
    start: int
    end: int
    solid: bool


def parse(pattern: str) -> tuple[Element, ...]:
    """The elements of an English pattern: a gap, a possessive slot, or a set of words."""
    pieces = _PIECES.findall(_straight(pattern))
    return tuple(element for piece in pieces for element in _elements(piece))


def _straight(text: str) -> str:
    """The text with typewriter apostrophes, in which patterns and texts are compared."""
    return text.replace("’", "'")


def is_tagged(pattern: str) -> bool:
    """True for a pattern that asks for a part of speech."""
    return bool(_TAGGED.search(pattern))


def _elements(piece: str) -> Iterator[Element]:
    tagged = _TAGGED.fullmatch(piece)
    if piece in (_GAP, _POSSESSIVE):
        yield piece
    elif tagged:
        yield Tagged(tagged[1], Part(tagged[2]))
    elif _NOT.search(piece):
        # The tokenizer parts ca|n't and wo|n't, whose words `lemmas` gives as can, will and not.
        verb = _NOT.sub("", piece)
        if verb:
            yield frozenset({_CUT_SHORT.get(verb, verb)})
        yield frozenset({"not"})
    elif "-" in piece.strip("-"):
        *before, last = piece.split("-")
        yield from map(Unchanged, before)
        yield frozenset({last})
    elif piece != "-":
        yield frozenset(piece.split("|"))


@lru_cache(maxsize=200_000)
def spellings(pattern: str) -> tuple[tuple[Element, ...], ...]:
    """The elements of a pattern, and those with its hyphenated words as one: writedown.

    Remembered, so that the many records with one cue share its elements.
    """
    return tuple(_spellings(pattern))


def _spellings(pattern: str) -> Iterator[tuple[Element, ...]]:
    yield parse(pattern)
    pieces = _PIECES.findall(_straight(pattern))
    if any("-" in piece.strip("-") for piece in pieces):
        yield tuple(
            element
            for piece in pieces
            for element in (
                [frozenset({piece, piece.replace("-", "")})]
                if "-" in piece.strip("-")
                else _elements(piece)
            )
        )


class SourceIndex(Generic[P]):
    """English patterns with payloads, found in token sequences."""

    def __init__(self) -> None:
        # By each first word, the elements of the patterns, with all who have that pattern.
        self._by_first: dict[str, dict[tuple[Element, ...], list[P]]] = defaultdict(dict)

    def add(self, pattern: str, payload: P) -> None:
        """Index `pattern`; a pattern that starts with a slot or a gap starts after it."""
        for elements in spellings(pattern):
            start = next((i for i, element in enumerate(elements) if _is_word(element)), None)
            if start is not None:
                first, rest = elements[start], tuple(map(_slim, elements[start + 1 :]))
                for word in words_of(first):
                    own = first if isinstance(first, Unchanged | Tagged) else word
                    self._by_first[word].setdefault((own, *rest), []).append(payload)

    def find(self, tokens: Sequence[Token]) -> Iterator[SourceHit[P]]:
        """Every pattern that stands in `tokens`, in the order of its first word."""
        text = _Text.of(tokens)
        for start, words in enumerate(text.readings):
            seen: set[tuple[P, int]] = set()
            for word in words:
                for elements, payloads in self._by_first.get(word, {}).items():
                    end = _match(elements, 0, text, start)
                    if end is None:
                        continue
                    first, last = text.units[start], text.units[end - 1]
                    for payload in payloads:
                        if (payload, end) not in seen:
                            seen.add((payload, end))
                            yield SourceHit(payload, first.start, last.end, _GAP not in elements)


@dataclass(frozen=True, slots=True)
class _Text:
    """The tokens that patterns are matched with, their readings, and where a hyphen follows."""

    units: list[Token]
    readings: list[frozenset[str]]
    hyphenated: frozenset[int]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> _Text:
        units: list[Token] = []
        readings: list[frozenset[str]] = []
        hyphenated = set()
        parted = [part for token in tokens for part in _without_possessive(token)]
        for number, token in enumerate(parted):
            if token.text == "-":
                hyphenated.add(len(units) - 1)
                continue
            units.append(token)
            after = parted[number + 1].text if number + 1 < len(parted) else ""
            word = _CUT_SHORT.get(token.text.lower()) if _NOT.fullmatch(after) else None
            if _IS.fullmatch(token.text) and parted[number - 1].text.lower() in _BEFORE_IS:
                word = "be"
            readings.append(lemmas(token.text) | {word or _straight(token.text)})
        return cls(units, readings, frozenset(hyphenated))

    def fits(self, position: int, element: Element) -> bool:
        """True when the token at a position is one of the element's words."""
        if position >= len(self.units) or self.readings[position].isdisjoint(words_of(element)):
            return False
        if isinstance(element, Tagged):
            return part_of_speech([unit.text for unit in self.units], position) is element.part
        if not isinstance(element, Unchanged):
            return True
        text = self.units[position].text
        plural = text.lower().removesuffix("s") if position in self.hyphenated else text
        return element.word in (text, text.lower(), plural)


def _without_possessive(token: Token) -> Iterator[Token]:
    """A token without its 's, which the tokenizer leaves before a hyphen: bull's-eye; then that."""
    owner = _OWNER.fullmatch(token.text)
    at = token.start + owner.end(1) if owner else token.end
    yield Token(token.text[: at - token.start], token.start, at)
    if owner:
        yield Token(owner[2], at, token.end)


def _match(elements: tuple[Element, ...], at: int, text: _Text, position: int) -> int | None:
    """The end position of the shortest match of `elements[at:]` from `position`, if any."""
    if at == len(elements):
        return position
    element = elements[at]
    if element == _GAP:
        furthest = min(position + _LONGEST_GAP, len(text.units))
        for after in range(position, furthest + 1):
            if after > position and not _may_lie_in_gap(text.units[after - 1]):
                return None
            end = _match(elements, at + 1, text, after)
            if end is not None:
                return end
        return None
    if element == _POSSESSIVE:
        for after in _after_possessive(text.readings, position):
            end = _match(elements, at + 1, text, after)
            if end is not None:
                return end
        return None
    return _match(elements, at + 1, text, position + 1) if text.fits(position, element) else None


def _may_lie_in_gap(token: Token) -> bool:
    """True for words and for the signs of amounts: wiped $3 billion off."""
    return token.is_word or token.text in _AMOUNT_SIGNS


def _slim(element: Element) -> Element:
    """A set of one word as that word, which takes less time to load."""
    if isinstance(element, frozenset) and len(element) == 1:
        return next(iter(element))
    return element


def words_of(element: Element) -> Collection[str]:
    """The words of which one must stand where the element is."""
    if isinstance(element, frozenset):
        return element
    return (element,) if isinstance(element, str) else (element.word,)


def _is_word(element: Element) -> bool:
    return not isinstance(element, str)


def _after_possessive(readings: list[frozenset[str]], position: int) -> Iterator[int]:
    for length in range(_LONGEST_OWNER + 1):
        last = position + length
        if last < len(readings) and not readings[last].isdisjoint(POSSESSIVES):
            yield last + 1
            return
