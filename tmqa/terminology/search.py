"""Finds records by any word of theirs, English or Georgian, in any inflected form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka.forms import FormIndex
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.termbase import Term
from tmqa.termbase.source import parse, words_of
from tmqa.terminology.catalogue import Record

_ENGLISH_PATTERNS = ("source", "cues", "unless")
_GEORGIAN_PATTERNS = ("preferred", "admitted", "deprecated")
# What a hit in a field says about the record, the most first.
_FIELDS = (
    "id", "source", "preferred", "admitted", "deprecated", "gloss", "note", "cues", "unless",
    "domains", "examples",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A record with the fields in which words of the query were found."""

    record: Record
    fields: tuple[str, ...]


def search(records: Sequence[Record], query: str) -> list[Hit]:
    """The records in which each word of the query stands, those that it names best first.

    A word is found in any field as the beginning of a word, in English patterns by its lemmas,
    and in Georgian patterns when it is a form of one of their words.
    """
    words = [_Word(word, records) for word in query.split()]
    ranked = []
    for record in records:
        found = {
            name: {n for n, word in enumerate(words) if word.is_in(record.term, name)}
            for name in _FIELDS
        }
        if words and len(set().union(*found.values())) == len(words):
            fields = tuple(name for name in _FIELDS if found[name])
            whole = [n for n, name in enumerate(_FIELDS) if len(found[name]) == len(words)]
            ranked.append((min(whole, default=len(_FIELDS)), record.term.id, Hit(record, fields)))
    return [hit for *_, hit in sorted(ranked, key=lambda entry: entry[:2])]


class _Word:
    """A word of the query, with what it can be compared by."""

    def __init__(self, word: str, records: Iterable[Record]) -> None:
        self._beginning = re.compile(rf"\b{re.escape(fold(word))}")
        self._readings = {word} | lemmas(word)
        self._patterns: set[str] = set()
        if has_georgian(word):
            index = FormIndex()
            for record in records:
                for name in _GEORGIAN_PATTERNS:
                    for pattern in getattr(record.term, name):
                        for choice in _choices(pattern):
                            index.add(choice)
            self._patterns = {index.pattern(number) for number in index.find(word)}

    def is_in(self, term: Term, name: str) -> bool:
        """True when the field `name` of the record has the word."""
        if any(self._beginning.search(fold(text)) for text in _texts(term, name)):
            return True
        if name in _ENGLISH_PATTERNS:
            return any(map(self._is_named, getattr(term, name)))
        if name in _GEORGIAN_PATTERNS and self._patterns:
            return any(self._patterns & set(_choices(p)) for p in getattr(term, name))
        return False

    def _is_named(self, pattern: str) -> bool:
        if not any(reading in pattern for reading in self._readings):
            return False  # as most are; parsing takes longer
        return any(
            not isinstance(element, str) and self._readings.intersection(words_of(element))
            for element in parse(pattern)
        )


def _texts(term: Term, name: str) -> Iterable[str]:
    if name == "examples":
        return (t for e in term.examples for t in (e.source, e.bad, e.good) if t)
    value = getattr(term, name)
    return (value,) if isinstance(value, str) else value


def _choices(pattern: str) -> list[str]:
    return [choice for word in pattern.split(" ") for choice in word.split("|")]


def hit_line(hit: Hit) -> str:
    """One line: id, sources, preferred renderings, the fields of the hit, and the place."""
    term = hit.record.term
    return "\t".join(
        (
            term.id,
            ", ".join(term.source),
            ", ".join(term.preferred) or "–",
            f"in {', '.join(hit.fields)}",
            hit.record.place,
        )
    )
