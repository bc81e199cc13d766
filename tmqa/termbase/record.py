"""Glossary records as values. Their meaning is described in `glossaries/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tmqa.values import Severity

GENERAL = "general"


class TermKind(StrEnum):
    """Whether a record's deprecated renderings are words or the parts of an expression."""

    TERM = "term"
    IDIOM = "idiom"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence pair that a record is tested on; `[[…]]` in `bad` marks what must be found."""

    source: str
    bad: str | None
    good: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: English patterns in one sense, with right and wrong Georgian renderings."""

    id: str
    kind: TermKind
    source: tuple[str, ...]
    gloss: str
    cues: tuple[str, ...]
    unless: tuple[str, ...]
    domains: tuple[str, ...]
    preferred: tuple[str, ...]
    admitted: tuple[str, ...]
    deprecated: tuple[str, ...]
    cueless: tuple[str, ...]
    required: bool
    consistent: bool
    category: str
    severity: Severity
    note: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """What a glossary changes of a record that stands in an earlier one; None leaves it.

    A record that is not `enabled` is switched off. `line` is that, from 1, of the override.
    """

    id: str
    line: int
    enabled: bool
    severity: Severity | None
    required: bool | None
    consistent: bool | None


@dataclass(frozen=True, slots=True)
class Glossary:
    """One glossary file: its name, the domain it serves and its records in file order.

    `lines` are those, from 1, on which the records begin.
    """

    name: str
    title: str
    domain: str
    keywords: tuple[str, ...]
    terms: tuple[Term, ...]
    lines: tuple[int, ...]
    digest: str
    overrides: tuple[Override, ...] = ()
