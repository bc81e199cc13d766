"""An index of Georgian word patterns that says which of them a word is a form of.

One look-up costs as many dictionary accesses as the word has prefixes, whatever the number of
patterns. The pattern language is described in `glossaries/README.md`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial

from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import ENDINGS, stems
from tmqa.lang.ka.verb import VERB_TAILS, after_markers, principal_parts, tails_of

# Longer strings are no words (the longest Georgian compounds have some 35 letters).
_LONGEST_WORD = 60
_WILDCARDS = frozenset("*+=|")
_ANY_TAIL = "any"
_NO_TAIL = "none"


def is_valid_pattern(pattern: str) -> bool:
    """True when one word of a Georgian pattern can be indexed."""
    if "+" in pattern:
        _, _, roots = pattern.partition("+")
        return all(len(root) >= 2 for root in roots.split("/"))
    return len(pattern.strip("=*()")) >= 2


def _sets() -> defaultdict[str, set[tuple[int, str]]]:
    return defaultdict(set)


def is_plain(pattern: str) -> bool:
    """True for a pattern that is made of words in the dictionary form."""
    return not _WILDCARDS & set(pattern)


@dataclass
class FormIndex:
    """Maps words to the ids of the patterns that match them."""

    _stems: dict[str, set[tuple[int, str]]] = field(default_factory=_sets)
    _roots: dict[str, dict[str, set[tuple[int, str]]]] = field(
        default_factory=partial(defaultdict, _sets)
    )
    _ids: dict[str, int] = field(default_factory=dict)
    _names: set[int] = field(default_factory=set)
    _patterns: list[str] = field(default_factory=list)
    _cache: dict[str, frozenset[int]] = field(default_factory=dict)

    def add(self, pattern: str, is_name: bool = False) -> int:
        """The id under which `pattern`, one word of the pattern language, is found.

        A name, unless it is a word too, is no verbal noun: აბება "Ababa" has no ამბებს.
        """
        known = self._ids.get(pattern)
        if known is not None:
            if known in self._names and not is_name:
                self._names.discard(known)
                self._add_verbs(fold(pattern), known)
            return known
        number = self._ids[pattern] = len(self._ids)
        self._patterns.append(pattern)
        self._cache.clear()
        if is_name:
            self._names.add(number)
        if "+" in pattern:
            preverb, _, roots = pattern.partition("+")
            for root in roots.split("/"):
                self._roots[preverb][root].add((number, _ANY_TAIL))
        elif pattern.startswith("="):
            self._stems[fold(pattern[1:])].add((number, _NO_TAIL))
        elif pattern.endswith("*"):
            self._stems[fold(pattern[:-1])].add((number, _ANY_TAIL))
        else:
            for stem in stems(fold(pattern)):
                self._stems[stem.text].add((number, stem.endings))
            if not is_name:
                self._add_verbs(fold(pattern), number)
        return number

    def _add_verbs(self, lemma: str, number: int) -> None:
        self._cache.clear()
        for verb in principal_parts(lemma):
            for root in verb.roots:
                self._roots[verb.preverb][root].add((number, tails_of(root)))
            for root in verb.bare_roots:
                self._roots[""][root].add((number, verb.bare_present))

    def pattern(self, number: int) -> str:
        """The pattern that was added under an id."""
        return self._patterns[number]

    def find(self, word: str) -> frozenset[int]:
        """The ids of all patterns that `word`, or a part of a hyphenated word, is a form of."""
        found = self._cache.get(word)
        if found is None:
            folded = fold(word)
            parts = {folded, *folded.split("-")} if "-" in folded else {folded}
            found = frozenset().union(*(self._find_part(part) for part in parts))
            self._cache[word] = found
        return found

    def _find_part(self, word: str) -> set[int]:
        found: set[int] = set()
        if len(word) > _LONGEST_WORD:
            return found
        for length in range(1, len(word) + 1):
            entries = self._stems.get(word[:length])
            if entries:
                tail = word[length:]
                for number, endings in entries:
                    if _takes(endings, tail):
                        found.add(number)
        for preverb, roots in self._roots.items():
            if word.startswith(preverb):
                for rest in after_markers(word[len(preverb) :]):
                    for length in range(2, len(rest) + 1):
                        for number, endings in roots.get(rest[:length], ()):
                            if _takes(endings, rest[length:]):
                                found.add(number)
        return found


def _takes(endings: str, tail: str) -> bool:
    if endings == _ANY_TAIL:
        return True
    if endings == _NO_TAIL:
        return not tail
    return tail in (VERB_TAILS.get(endings) or ENDINGS[endings])
