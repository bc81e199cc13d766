"""What a format cannot hold of a glossary, in one note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.nominal import plain
from tmqa.termbase import Glossary, Term, TermKind
from tmqa.termbase.record import GENERAL
from tmqa.values import Severity

FIELDS = (
    "kind", "gloss", "cues", "unless", "domains", "preferred", "admitted", "deprecated", "cueless",
    "required", "consistent", "category", "severity", "note", "examples",
)  # fmt: skip
ALL = frozenset(FIELDS)
HEADER = frozenset({"title", "keywords"})
# What a record means where a field says nothing.
_USUAL = {
    "kind": TermKind.TERM, "domains": (GENERAL,), "required": True, "consistent": False,
    "category": "accuracy/mistranslation", "severity": Severity.MAJOR,
}  # fmt: skip
_SLOT = re.compile(r"\||\.\.\.|\bone's\b|\w/(?:n|v|adj)\b")


def losses(glossary: Glossary, name: str, holds: frozenset[str]) -> Iterator[str]:
    """A note that names the fields that are lost, with the number of records that use them."""
    lost = []
    for field in FIELDS:
        used = sum(_is_used(term, field) for term in glossary.terms)
        if field not in holds and used:
            lost.append(f"{field} ({used})")
    if "title" not in holds and glossary.title != glossary.name:
        lost.append("the glossary's title")
    if "keywords" not in holds and glossary.keywords:
        lost.append("the glossary's keywords")
    if lost:
        yield f"{name} cannot hold {', '.join(lost)}"


def _is_used(term: Term, field: str) -> bool:
    value = getattr(term, field)
    return bool(value != _USUAL[field] if field in _USUAL else value)


def words_of(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The plain Georgian words and phrases among patterns, as a dictionary has them."""
    return tuple(plain(pattern) for pattern in patterns if is_plain(pattern))


def phrases_of(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The English patterns that are plain words and phrases."""
    return tuple(pattern for pattern in patterns if not _SLOT.search(pattern))


def with_pairs(glossary: Glossary, fields: tuple[str, ...]) -> list[Term]:
    """The records with a plain English phrase, and a plain Georgian one in one of the fields."""
    return [
        term
        for term in glossary.terms
        if phrases_of(term.source) and any(words_of(getattr(term, field)) for field in fields)
    ]


def left_out(glossary: Glossary, name: str, fields: tuple[str, ...]) -> Iterator[str]:
    """A note on patterns of the fields that a format of plain words cannot hold."""
    patterns = [p for term in glossary.terms for f in fields for p in getattr(term, f)]
    georgian = sum(not is_plain(p) for p in patterns)
    marks = sum(is_plain(p) and "(" in p for p in patterns)
    english = sum(bool(_SLOT.search(s)) for term in glossary.terms for s in term.source)
    alone = len(glossary.terms) - len(with_pairs(glossary, fields))
    parts = [
        f"{count} {what}"
        for count, what in (
            (georgian, "Georgian patterns with wildcards"),
            (marks, "marks of a vowel that is lost"),
            (english, "English patterns with slots, choices or parts of speech"),
            (alone, "records that have no plain words in both languages then"),
        )
        if count
    ]
    if parts:
        yield f"{name} cannot hold {', '.join(parts)}"
