"""An index of Georgian word patterns that says which of them a word is a form of.

One look-up costs as many dictionary accesses as the word has prefixes, whatever the number of
patterns. The pattern language is described in `glossaries/README.md`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, partial

from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.lang.ka.nominal import (
    ENDINGS,
    GENITIVES,
    genitive_stems,
    object_stem,
    stems,
    syllables,
)
from tmqa.lang.ka.verb import VERB_TAILS, Marking, marked, nominals, principal_parts
from tmqa.lang.ka.words import STOP_WORDS

# Longer strings are no words (the longest Georgian compounds have some 35 letters).
_LONGEST_WORD = 60
_LONGEST_PREVERB = 8  # of a pattern; of the language's own the longest has five letters
# The first part of a compound counts from this length on: სოციალურ-ეკონომიკური "socio-economic" is
# a form of სოციალური, but კარ-მიდამო "yard" is no door.
_SHORTEST_PART = 4
# Some forms of nouns of so many syllables are spelt like function words, and seldom meant: სულ
# "entirely" and სულ-ი "soul", არის "is" and არე "area".
_SHORT_LEMMA = 2
_WILDCARDS = frozenset("*+=|")
_ANY_TAIL = "any"
_NO_TAIL = "none"

# A preverb and მო- exclude each other (მო-თამაშე "player"), and a root of which any form counts is
# no player either (+სწავლ "learning", მო-სწავლე "pupil").
_BARE, _NO_PLAYER = -1, ~int(Marking.PLAYER)

_Entries = dict[str, set[tuple[int, str]]]


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


@cache
def _affixes() -> frozenset[str]:
    """Every ending that a hyphen may join to a foreign word or to a number: 2012-თვის."""
    tails = {tail for table in ENDINGS.values() for tail in table}
    return frozenset(tail[start:] for tail in tails for start in range(len(tail))) | {"ე", "ლი"}


@dataclass
class FormIndex:
    """Maps words to the ids of the patterns that match them."""

    _stems: _Entries = field(default_factory=_sets)
    _roots: dict[str, _Entries] = field(default_factory=partial(defaultdict, _sets))
    _ids: dict[tuple[str, bool], int] = field(default_factory=dict)
    _patterns: list[str] = field(default_factory=list)
    _no_function: set[int] = field(default_factory=set)
    _cache: dict[str, frozenset[int]] = field(default_factory=dict)

    def add(self, pattern: str, alone: bool = True) -> int:
        """The id under which `pattern`, one word of the pattern language, is found.

        A short noun that is not `alone`, but one word of a term, may be spelt like a function
        word: თავის "one's own" is თავი "head" in თავის ტკივილი "headache" only. And a genitive
        that is not alone may have another number: ადამიანის, ადამიანთა უფლება "human right".
        """
        lemma = fold(pattern)
        short = is_plain(lemma) and syllables(lemma) <= _SHORT_LEMMA and lemma not in STOP_WORDS
        key = (pattern, alone or not (short or lemma.endswith(GENITIVES)))
        known = self._ids.get(key)
        if known is not None:
            return known
        number = self._ids[key] = len(self._ids)
        if short and alone:
            self._no_function.add(number)
        self._patterns.append(pattern)
        self._cache.clear()
        if "+" in pattern:
            preverb, _, roots = pattern.partition("+")
            for root in roots.split("/"):
                self._roots[preverb][root].add((number, _ANY_TAIL))
        elif pattern.startswith("="):
            self._stems[fold(pattern[1:])].add((number, _NO_TAIL))
        elif pattern.endswith("*"):
            self._stems[fold(pattern[:-1])].add((number, _ANY_TAIL))
        else:
            self._add_lemma(lemma, number, key[1])
        return number

    def add_object(self, genitive: str) -> int | None:
        """The id of the object that a verbal noun's attribute becomes with its verb, if any."""
        stem = object_stem(fold(genitive))
        if stem is None:
            return None
        key = (f"{genitive}→", True)
        number = self._ids.setdefault(key, len(self._ids))
        if number == len(self._patterns):
            self._patterns.append(genitive)
            self._cache.clear()
            self._stems[stem.text].add((number, stem.endings))
        return number

    def _add_lemma(self, lemma: str, number: int, alone: bool) -> None:
        closed = lemma.replace("-", "")
        for nominal in dict.fromkeys((lemma, closed, *nominals(lemma))):
            for stem in stems(nominal):
                self._stems[stem.text].add((number, stem.endings))
            for stem in () if alone else genitive_stems(nominal):
                self._stems[stem.text].add((number, stem.endings))
        for verb in principal_parts(lemma):
            for root in verb.roots:
                self._roots[verb.preverb][root.text].add((number, root.tails))

    def pattern(self, number: int) -> str:
        """The pattern that was added under an id."""
        return self._patterns[number]

    def find(self, word: str) -> frozenset[int]:
        """The ids of all patterns that `word`, or a part of a hyphenated word, is a form of."""
        found = self._cache.get(word)
        if found is None:
            folded = fold(word)
            parts = _parts(folded) if "-" in folded else (folded,)
            found = frozenset().union(*(self._find_part(part) for part in parts))
            self._cache[word] = found
        return found

    def _find_part(self, word: str) -> set[int]:
        found: set[int] = set()
        if len(word) > _LONGEST_WORD:
            return found
        function = word in STOP_WORDS
        for length in range(1, len(word) + 1):
            entries = self._stems.get(word[:length])
            if entries:
                tail = word[length:]
                for number, endings in entries:
                    if _is_ending(endings, tail) and not (function and number in self._no_function):
                        found.add(number)
        for length in range(min(len(word), _LONGEST_PREVERB + 1)):
            roots = self._roots.get(word[:length])
            if roots:
                self._find_verbs(word[length:], roots, _NO_PLAYER if length else _BARE, found)
        return found

    @staticmethod
    def _find_verbs(text: str, roots: _Entries, possible: int, found: set[int]) -> None:
        for rest, marking in marked(text):
            for length in range(1, len(rest) + 1):
                for number, tails in roots.get(rest[:length], ()):
                    if tails == _ANY_TAIL:
                        allowed = _NO_PLAYER
                    else:
                        allowed = VERB_TAILS[tails].get(rest[length:], 0)
                    if allowed & marking & possible:
                        found.add(number)


def _is_ending(endings: str, tail: str) -> bool:
    if endings == _ANY_TAIL:
        return True
    if endings == _NO_TAIL:
        return not tail
    return tail in ENDINGS[endings]


def _parts(word: str) -> set[str]:
    """What to look up for a hyphenated word: it, its closed spelling, and the words in it."""
    *before, last = word.split("-")
    georgian = [has_georgian(part) for part in before]
    if has_georgian(last) and not all(georgian) and last in _affixes():
        return {word, "-".join(before), *before}  # tweet-ები, covid-19-ის
    long = {part for part in before if len(part) >= _SHORTEST_PART or not has_georgian(part)}
    return {word, "".join((*before, last)), last, *long}
