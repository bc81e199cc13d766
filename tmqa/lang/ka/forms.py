"""An index of Georgian word patterns that says which of them a word is a form of.

One look-up costs as many dictionary accesses as the word has prefixes, whatever the number of
patterns. The pattern language is described in `glossaries/README.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import ENDINGS, stems
from tmqa.lang.ka.verb import TAILS, VERB_TAILS, after_markers, principal_parts, tails_of

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
    _longest_preverb: int = 0
    _ids: dict[str, int] = field(default_factory=dict)
    _patterns: list[str] = field(default_factory=list)
    _cache: dict[str, frozenset[int]] = field(default_factory=dict)

    def add(self, pattern: str) -> int:
        """The id under which `pattern`, one word of the pattern language, is found."""
        known = self._ids.get(pattern)
        if known is not None:
            return known
        number = self._ids[pattern] = len(self._ids)
        self._patterns.append(pattern)
        self._cache.clear()
        if "+" in pattern:
            preverb, _, roots = pattern.partition("+")
            self._add_roots(preverb, roots.split("/"), number, _ANY_TAIL)
        elif pattern.startswith("="):
            self._stems[fold(pattern[1:])].add((number, _NO_TAIL))
        elif pattern.endswith("*"):
            self._stems[fold(pattern[:-1])].add((number, _ANY_TAIL))
        else:
            self._add_lemma(fold(pattern), number)
        return number

    def _add_lemma(self, lemma: str, number: int) -> None:
        for stem in stems(lemma):
            self._stems[stem.text].add((number, stem.endings))
        for verb in principal_parts(lemma):
            for root in verb.roots:
                self._add_roots(verb.preverb, [root], number, tails_of(root))
            self._add_roots("", verb.bare_roots, number, verb.bare_present)

    def _add_roots(self, preverb: str, roots: Iterable[str], number: int, endings: str) -> None:
        self._longest_preverb = max(self._longest_preverb, len(preverb))
        for root in roots:
            self._roots[preverb][root].add((number, endings))

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

    def spells(self, word: str) -> bool:
        """True when `word` is a form of a pattern with an ending that words have.

        Stricter than `find`, to which an open pattern (`პერსპექტივ*`) may end in anything.
        """
        folded = fold(word)
        ends = [end for end in range(1, len(folded) + 1) if folded[end:] in TAILS]
        return any(
            endings == _ANY_TAIL or _takes(endings, tail)
            for _, endings, tail in self._splits(folded, ends)
        )

    def _find_part(self, word: str) -> set[int]:
        splits = self._splits(word, range(1, len(word) + 1))
        return {number for number, endings, tail in splits if _takes(endings, tail)}

    def _splits(self, word: str, ends: Sequence[int]) -> Iterator[tuple[int, str, str]]:
        """The patterns whose stem or root, at one of the `ends`, leaves an ending.

        Yields the id, the class of endings that may follow, and what does.
        """
        if len(word) > _LONGEST_WORD:
            return
        for end in ends:
            for number, endings in self._stems.get(word[:end], ()):
                yield number, endings, word[end:]
        for length in range(min(self._longest_preverb, len(word)) + 1):
            roots = self._roots.get(word[:length])
            if roots is None:
                continue
            for rest in after_markers(word[length:]):
                start = len(word) - len(rest)
                for end in ends:
                    for number, endings in roots.get(word[start:end], ()):
                        yield number, endings, word[end:]


def _takes(endings: str, tail: str) -> bool:
    if endings == _ANY_TAIL:
        return True
    if endings == _NO_TAIL:
        return not tail
    return tail in (VERB_TAILS.get(endings) or ENDINGS[endings])
