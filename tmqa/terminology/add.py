"""Puts a new record into a glossary file, in its alphabetical place, without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tmqa.errors import ConfigError, GlossaryError
from tmqa.review import record_failures
from tmqa.termbase import Example, Glossary, TermBase
from tmqa.termbase.load import parse_glossary, read_glossary
from tmqa.termbase.places import stretches
from tmqa.termbase.record import GENERAL, Term, TermKind
from tmqa.termbase.testing import Failure
from tmqa.terminology.toml import record_toml
from tmqa.values import Severity

_ID = re.compile(r'id\s*=\s*["\'](?P<id>[^"\']+)["\']')


@dataclass(frozen=True)
class Draft:
    """What a terminologist says of a new record; what is "" or () takes the glossary's default."""

    source: tuple[str, ...]
    preferred: tuple[str, ...] = ()
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    cueless: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    id: str = ""
    kind: str = TermKind.TERM
    gloss: str = ""
    severity: str = Severity.MAJOR
    note: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Addition:
    """The file's new content, the record's text and line, and the examples that fail now."""

    content: bytes
    record: str
    line: int
    failures: tuple[Failure, ...]


def paired(sources: Sequence[str], bad: Sequence[str], good: Sequence[str]) -> tuple[Example, ...]:
    """The examples of options that were given in turn: the first bad belongs to the first source.

    Raises `ConfigError` when there are more translations than sources.
    """
    if max(len(bad), len(good)) > len(sources):
        raise ConfigError(
            "--example-source", "is missing for an example", "give one before each translation"
        )
    return tuple(
        Example(source, b or None, g or None) for source, b, g in zip_longest(sources, bad, good)
    )


def add_record(path: Path, draft: Draft) -> Addition:
    """The addition of the draft to the glossary `path`, which need not be there yet.

    Nothing is written.

    The examples of all records of the file are run, because a new record may speak in those of
    others; the failures are those that it brings. Raises `GlossaryError` when file or draft are
    unusable, or the id is taken.
    """
    raw = read_glossary(path) if path.exists() else _empty(path)
    before = _parsed(raw, path)
    identifier = draft.id or slug(draft.source[0])
    if identifier in {term.id for term in before.terms}:
        raise GlossaryError(
            f"{path} term {identifier!r}", "is there already", "give another name with --id"
        )
    record = record_toml(_term(draft, identifier, before), before.domain)
    text = raw.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    changed, line = inserted(text.replace("\r\n", "\n"), identifier, record)
    content = changed.replace("\n", newline).encode("utf-8")
    after = _parsed(content, path)
    if tuple(term for term in after.terms if term.id != identifier) != before.terms:
        raise GlossaryError(str(path), "is laid out in an unusual way", "insert the record by hand")
    failures = record_failures(TermBase([after]))
    known = {(f.term, f.example, f.reason) for f in record_failures(TermBase([before]))}
    return Addition(
        content,
        record,
        line,
        tuple(f for f in failures if (f.term, f.example, f.reason) not in known),
    )


def slug(text: str) -> str:
    """A kebab-case id made of a text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-") or "term"


def inserted(text: str, identifier: str, record: str) -> tuple[str, int]:
    """The text with the record after the last one of a lower id, and its line from 1.

    Comments stay where they are: those above a record with it, those at the head of the file
    with the head.
    """
    lines = text.rstrip("\n").split("\n")
    found = stretches(lines)
    ids = [_id_of(lines[s.start : s.end]) for s in found]
    lower = [s for s, other in zip(found, ids, strict=True) if other < identifier]
    if lower:
        at = max(s.end for s in lower) if ids == sorted(ids) else lower[-1].end
    elif found:
        at = found[0].start
        while at and lines[at - 1].startswith("#"):
            at -= 1
        if not any(line.strip() for line in lines[:at]):
            at = found[0].start  # the comment is the file's
    else:
        at = len(lines)
    head, tail = lines[:at], lines[at:]
    while head and not head[-1].strip():
        head.pop()
    while tail and not tail[0].strip():
        tail.pop(0)
    parts = ["\n".join(part) for part in (head, record.rstrip("\n").split("\n"), tail) if part]
    return "\n\n".join(parts) + "\n", len(head) + 2 if head else 1


def _id_of(lines: Iterable[str]) -> str:
    matches = (_ID.match(line.strip()) for line in lines)
    return next((match["id"] for match in matches if match), "")


def _term(draft: Draft, identifier: str, glossary: Glossary) -> Term:
    return Term(
        id=identifier,
        kind=TermKind(draft.kind),
        source=draft.source,
        gloss=draft.gloss,
        cues=draft.cues,
        unless=draft.unless,
        domains=draft.domains or (glossary.domain,),
        preferred=draft.preferred,
        admitted=draft.admitted,
        deprecated=draft.deprecated,
        cueless=draft.cueless,
        required=True,
        consistent=False,
        category="accuracy/mistranslation",
        severity=Severity(draft.severity),
        note=draft.note,
        examples=draft.examples,
    )


def _parsed(raw: bytes, path: Path) -> Glossary:
    glossary, errors = parse_glossary(raw, str(path))
    if errors:
        raise errors[0]
    return glossary


def _empty(path: Path) -> bytes:
    """A new glossary without records."""
    return f'[glossary]\nname = "{path.stem}"\ndomain = "{GENERAL}"\n'.encode()
