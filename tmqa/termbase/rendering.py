"""Georgian patterns: compiled to word-form ids, then found among a sentence's tokens.

The words of a pattern may stand in any order, each inflected, with at most `MAX_GAP` other
words among them: Georgian word order is free, and agreement changes the attribute's ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.lang.ka.letters import has_georgian
from tmqa.lang.ka.verb import principal_parts
from tmqa.values import Token

MAX_GAP = 2


@dataclass(frozen=True, slots=True)
class Rendering:
    """A compiled Georgian pattern: for each word the ids of its alternatives.

    `spaced` is the same with blanks for hyphens: პრემიერ მინისტრი for პრემიერ-მინისტრი.
    """

    pattern: str
    words: tuple[frozenset[int], ...]
    spaced: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class RenderingHit:
    """Where a rendering stands: text offsets and the positions of the words that it uses."""

    pattern: str
    start: int
    end: int
    positions: frozenset[int]

    @property
    def slack(self) -> int:
        """How many words stand between the words of the hit."""
        return max(self.positions) - min(self.positions) + 1 - len(self.positions)


def compile_rendering(pattern: str, forms: FormIndex) -> Rendering:
    """`pattern` with its words entered in `forms`."""
    words = pattern.split(" ")
    spaced = [part for word in words for part in _parts(word)]
    return Rendering(
        pattern, _ids(words, forms), _ids(spaced, forms) if len(spaced) > len(words) else ()
    )


def _ids(words: Sequence[str], forms: FormIndex) -> tuple[frozenset[int], ...]:
    verbs = (verb for choice in words[-1].split("|") for verb in principal_parts(choice))
    verbal = any(verb.preverb for verb in verbs)  # without one, it may be any noun in -ება
    found = []
    for word in words:
        choices = word.split("|")
        ids = {forms.add(choice, alone=len(words) == 1) for choice in choices}
        if verbal and len(words) > 1:
            ids |= {n for choice in choices if (n := forms.add_object(choice)) is not None}
        found.append(frozenset(ids))
    return tuple(found)


def _parts(word: str) -> list[str]:
    """The words of a hyphenated Georgian word, of which the last is inflected."""
    if not is_plain(word) or not all(map(has_georgian, word.split("-"))):
        return [word]
    *before, last = word.split("-")
    return [*(f"={part}" for part in before), last]


@dataclass(frozen=True)
class TargetForms:
    """A target text's words with the form ids that each may be; what renderings search."""

    words: tuple[Token, ...]
    ids: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, tokens: Sequence[Token], forms: FormIndex) -> TargetForms:
        """The word tokens among `tokens`, looked up in `forms`."""
        words = tuple(token for token in tokens if token.is_word)
        return cls(words, tuple(forms.find(token.text) for token in words))

    def find(self, rendering: Rendering) -> list[RenderingHit]:
        """The places of `rendering`, left to right and without overlap."""
        hits: list[RenderingHit] = []
        start = 0
        while start < len(self.words):
            chosen = self._from(rendering.words, start)
            if chosen is None and rendering.spaced:
                chosen = self._from(rendering.spaced, start)
            if chosen is None:
                start += 1
                continue
            last = max(chosen)
            hits.append(
                RenderingHit(
                    rendering.pattern,
                    self.words[start].start,
                    self.words[last].end,
                    frozenset(chosen),
                )
            )
            start = last + 1
        return hits

    def _from(self, words: tuple[frozenset[int], ...], start: int) -> tuple[int, ...] | None:
        """Positions for all `words`, the first of them `start`, inside the window."""
        if not any(self.ids[start] & word for word in words):
            return None
        end = min(len(self.words), start + len(words) + MAX_GAP)
        return self._assign(words, start, end, ())

    def _assign(
        self, words: tuple[frozenset[int], ...], start: int, end: int, taken: tuple[int, ...]
    ) -> tuple[int, ...] | None:
        if not words:
            return taken if start in taken else None
        for position in range(start, end):
            if position not in taken and self.ids[position] & words[0]:
                chosen = self._assign(words[1:], start, end, (*taken, position))
                if chosen is not None:
                    return chosen
        return None
