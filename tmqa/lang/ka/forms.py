"""An index of Georgian word patterns that says which of them a word is a form of.

One look-up costs as many dictionary accesses as the word has prefixes, whatever the number of
patterns. The pattern language is described in `glossaries/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.lang.ka.markers import PLAYER, marked
from tmqa.lang.ka.nominal import (
    ENDINGS,
    GENITIVES,
    genitive_stems,
    object_stem,
    stems,
    syllables,
)
from tmqa.lang.ka.screeves import VERB_TAILS
from tmqa.lang.ka.verb import nominals, principal_parts
from tmqa.lang.ka.words import STOP_WORDS

# Longer strings are no words (the longest Georgian compounds have some 35 letters).
_LONGEST_WORD = 60
# Words whose patterns are kept, at most some 40 MB; 16,000 words of news are 7,300 different ones.
_MOST_REMEMBERED = 100_000
# The first part of a compound counts from this length on: სოციალურ-ეკონომიკური "socio-economic" is
# a form of სოციალური, but კარ-მიდამო "yard" is no door.
_SHORTEST_PART = 4
# Some forms of nouns of so many syllables are spelt like function words, and seldom meant: სულ
# "entirely" and სულ-ი "soul", არის "is" and არე "area".
_SHORT_LEMMA = 2
_WILDCARDS = frozenset("*+=|")
_WHOLE = "whole"  # the table of the empty ending
_TABLES = ENDINGS | {_WHOLE: frozenset({""})}
# Every ending of any table, with 1 for one of a nominal, 2 for one of a verb, 3 for both: a word is
# looked up only where such a one can be parted from it.
_NOMINAL, _VERBAL = 1, 2
_TAILS = dict.fromkeys(frozenset().union(*VERB_TAILS.values()), _VERBAL)
for _tail in frozenset().union(*ENDINGS.values()):
    _TAILS[_tail] = _TAILS.get(_tail, 0) | _NOMINAL
TAILS = frozenset(_TAILS)
_LONGEST_TAIL = max(map(len, _TAILS))

_NOTHING: frozenset[int] = frozenset()

# For a stem or root the ids of its patterns, by the name of the table of endings they take.
_Entries = dict[str, dict[str, set[int]]]


def is_valid_pattern(pattern: str) -> bool:
    """True when one word of a Georgian pattern can be indexed."""
    if "+" in pattern:
        _, _, roots = pattern.partition("+")
        return all(len(root) >= 2 for root in roots.split("/"))
    return len(pattern.strip("=*()")) >= 2


def is_plain(pattern: str) -> bool:
    """True for a pattern that is made of words in the dictionary form."""
    return not _WILDCARDS & set(pattern)


@cache
def _affixes() -> frozenset[str]:
    """Every ending that a hyphen may join to a foreign word or to a number: 2012-თვის."""
    nominal = (tail for tail, kind in _TAILS.items() if kind & _NOMINAL)
    endings = {tail[start:] for tail in nominal for start in range(len(tail))}
    return frozenset(endings | {"ე", "ლი"})


@dataclass
class FormIndex:
    """Maps words to the ids of the patterns that match them."""

    _stems: _Entries = field(default_factory=dict)
    _prefixes: dict[str, set[int]] = field(default_factory=dict)
    # by preverb: roots with tables of endings, and roots that any ending may follow
    _roots: dict[str, tuple[_Entries, dict[str, set[int]]]] = field(default_factory=dict)
    _ids: dict[tuple[str, bool], int] = field(default_factory=dict)
    _names: set[int] = field(default_factory=set)
    _patterns: list[str] = field(default_factory=list)
    _no_function: set[int] = field(default_factory=set)
    _longest_preverb: int = 0
    _cache: dict[str, frozenset[int]] = field(default_factory=dict)

    def add(self, pattern: str, alone: bool = True, is_name: bool = False) -> int:
        """The id under which `pattern`, one word of the pattern language, is found.

        A short noun that is not `alone`, but one word of a term, may be spelt like a function
        word: თავის "one's own" is თავი "head" in თავის ტკივილი "headache" only. And a genitive
        that is not alone may have another number: ადამიანის, ადამიანთა უფლება "human right". A
        name, unless it is a word too, is no verbal noun: აბება "Ababa" has no ამბებს "news".
        """
        known = self._ids.get((pattern, alone))
        if known is not None:
            if known in self._names and not is_name:
                self._names.discard(known)
                self._add_verbs(fold(pattern), known, alone)
            return known
        lemma = fold(pattern)
        short = is_plain(lemma) and syllables(lemma) <= _SHORT_LEMMA and lemma not in STOP_WORDS
        if not alone and not short and not lemma.endswith(GENITIVES):
            number = self._ids[pattern, alone] = self.add(pattern, is_name=is_name)
            return number
        number = self._new_id(pattern, alone)
        if short and alone:
            self._no_function.add(number)
        if is_name:
            self._names.add(number)
        if "+" in pattern:
            preverb, _, roots = pattern.partition("+")
            for root in roots.split("/"):
                self._roots_after(preverb)[1].setdefault(root, set()).add(number)
        elif pattern.startswith("="):
            _enter(self._stems, fold(pattern[1:]), _WHOLE, number)
        elif pattern.endswith("*"):
            self._prefixes.setdefault(fold(pattern[:-1]), set()).add(number)
        else:
            self._add_nominals((lemma, lemma.replace("-", "")), number, alone)
            if not is_name:
                self._add_verbs(lemma, number, alone)
        return number

    def add_object(self, genitive: str) -> int | None:
        """The id of the object that a verbal noun's attribute becomes with its verb, if any."""
        stem = object_stem(fold(genitive))
        if stem is None:
            return None
        known = self._ids.get((f"{genitive}→", True))
        if known is not None:
            return known
        number = self._new_id(f"{genitive}→", True)
        _enter(self._stems, stem.text, stem.endings, number)
        return number

    def _new_id(self, pattern: str, alone: bool) -> int:
        number = self._ids[pattern, alone] = len(self._patterns)
        self._patterns.append(pattern)
        self._cache.clear()
        return number

    def _add_nominals(self, lemmas: Iterable[str], number: int, alone: bool) -> None:
        for lemma in dict.fromkeys(lemmas):
            for stem in (*stems(lemma), *(() if alone else genitive_stems(lemma))):
                _enter(self._stems, stem.text, stem.endings, number)

    def _add_verbs(self, lemma: str, number: int, alone: bool) -> None:
        self._cache.clear()
        self._add_nominals(nominals(lemma), number, alone)
        for verb in principal_parts(lemma):
            for root in verb.roots:
                _enter(self._roots_after(verb.preverb)[0], root.text, root.tails, number)

    def _roots_after(self, preverb: str) -> tuple[_Entries, dict[str, set[int]]]:
        self._longest_preverb = max(self._longest_preverb, len(preverb))
        return self._roots.setdefault(preverb, ({}, {}))

    def pattern(self, number: int) -> str:
        """The pattern that was added under an id."""
        return self._patterns[number]

    def find(self, word: str) -> frozenset[int]:
        """The ids of all patterns that `word`, or a part of a hyphenated word, is a form of."""
        found = self._cache.get(word)
        if found is None:
            folded = fold(word)
            ids: set[int] = set()
            for part in _parts(folded) if "-" in folded else (folded,):
                if len(part) <= _LONGEST_WORD:
                    self._find_part(part, ids)
            if len(self._cache) >= _MOST_REMEMBERED:
                self._cache.clear()
            found = self._cache[word] = frozenset(ids)
        return found

    def spells(self, word: str) -> bool:
        """True when `word` is a form of a pattern with an ending that words have.

        Stricter than `find`, to which an open pattern (`პერსპექტივ*`) may end in anything.
        """
        folded = fold(word)
        if len(folded) > _LONGEST_WORD:
            return False
        found: set[int] = set()
        ends = self._find_closed(folded, found)
        for start, roots, _ in self._after_preverbs(folded):
            _find_verbs(folded, start, ends, roots, {}, found)
        return bool(found) or any(
            folded[end:] in TAILS and self._is_open(folded[:end])
            for end in range(1, len(folded) + 1)
        )

    def _is_open(self, stem: str) -> bool:
        """True when an open pattern ends with the stem of a word."""
        return stem in self._prefixes or any(
            stem[root:] in free
            for start, _, free in self._after_preverbs(stem)
            for root, _ in marked(stem, start)
        )

    def _find_part(self, word: str, found: set[int]) -> None:
        ends = self._find_closed(word, found)
        if self._prefixes:
            for end in range(1, len(word) + 1):
                found |= self._prefixes.get(word[:end], _NOTHING)
        for start, roots, free in self._after_preverbs(word):
            _find_verbs(word, start, ends, roots, free, found)

    def _after_preverbs(self, word: str) -> Iterator[tuple[int, _Entries, dict[str, set[int]]]]:
        for start in range(min(len(word), self._longest_preverb + 1)):
            after = self._roots.get(word[:start])
            if after is not None:
                yield start, *after

    def _find_closed(self, word: str, found: set[int]) -> list[int]:
        """Adds the patterns of nominals; the places where an ending of a verb may begin."""
        ends = []
        entries_of, kind_of = self._stems.get, _TAILS.get
        for end in range(len(word), max(0, len(word) - _LONGEST_TAIL - 1), -1):
            tail = word[end:]
            kind = kind_of(tail)
            if kind is not None:
                if kind != _NOMINAL:
                    ends.append(end)
                entries = entries_of(word[:end]) if kind != _VERBAL else None
                if entries is not None:
                    for table, ids in entries.items():
                        if tail in _TABLES[table]:
                            found |= ids - self._no_function if word in STOP_WORDS else ids
        return ends


def _find_verbs(
    word: str,
    start: int,
    ends: list[int],
    roots: _Entries,
    free: dict[str, set[int]],
    found: set[int],
) -> None:
    """Adds the patterns whose root stands in a word after a preverb that ends at `start`."""
    # A preverb and მო- exclude each other: მო-თამაშე "player".
    possible = ~PLAYER if start else ~0
    for root, marking in marked(word, start):
        for end in ends:
            if end <= root:
                break
            entries = roots.get(word[root:end])
            if entries is not None:
                tail = word[end:]
                for table, ids in entries.items():
                    if VERB_TAILS[table].get(tail, 0) & marking & possible:
                        found |= ids
        # A root of which any form counts is no player: +სწავლ, მო-სწავლე "pupil".
        if free and marking & ~PLAYER:
            for end in range(root + 1, len(word) + 1):
                found |= free.get(word[root:end], _NOTHING)


def _enter(entries: _Entries, text: str, table: str, number: int) -> None:
    entries.setdefault(text, {}).setdefault(table, set()).add(number)


def _parts(word: str) -> set[str]:
    """What to look up for a hyphenated word: it, its closed spelling, and the words in it."""
    *before, last = word.split("-")
    georgian = [has_georgian(part) for part in before]
    if has_georgian(last) and not all(georgian) and last in _affixes():
        return {word, "-".join(before), *before}  # tweet-ები, covid-19-ის
    long = {part for part in before if len(part) >= _SHORTEST_PART or not has_georgian(part)}
    return {word, "".join((*before, last)), last, *long}
