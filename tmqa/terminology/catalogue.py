"""Glossary records with the places where they are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmqa.errors import ConfigError
from tmqa.termbase import Glossary, Term, TermKind, load_glossary
from tmqa.termbase.places import stretches
from tmqa.termbase.record import GENERAL, Override


@dataclass(frozen=True, slots=True)
class Record:
    """A record, the file it stands in and the line, from 1, on which it begins."""

    term: Term
    path: Path
    line: int

    @property
    def place(self) -> str:
        """`file:line`, the file as seen from the working directory where it lies below it."""
        return f"{shown(self.path)}:{self.line}"


def shown(path: Path) -> str:
    """The path as seen from the working directory where it lies below it, else as it is."""
    here = Path.cwd()
    relative = path.relative_to(here) if path.is_relative_to(here) else path
    return relative.as_posix()


def records_of(glossary: Glossary, path: Path) -> Iterator[Record]:
    """The records of a glossary that was read from `path`."""
    for term, line in zip(glossary.terms, glossary.lines, strict=True):
        yield Record(term, path, line)


def load_records(paths: Iterable[Path]) -> tuple[Record, ...]:
    """All records of the files in order. Raises `GlossaryError` for an unusable file."""
    return tuple(r for path in paths for r in records_of(load_glossary(path), path))


def chosen(
    records: Iterable[Record], domains: Sequence[str], kinds: Sequence[str]
) -> tuple[Record, ...]:
    """The records of any of the domains and kinds; no domain or kind named means all.

    Raises `ConfigError` for a domain that no record has.
    """
    records = tuple(records)
    known = {domain for record in records for domain in record.term.domains}
    for domain in domains:
        if domain not in known:
            raise ConfigError(
                f"--domain {domain}", "no record has it", f"use one of {', '.join(sorted(known))}"
            )
    return tuple(
        r
        for r in records
        if (not domains or set(domains) & set(r.term.domains))
        and (not kinds or r.term.kind in kinds)
    )


def listing(records: Iterable[Record]) -> str:
    """One line a record: id, sources, preferred renderings, domains and file, parted by tabs."""
    return "".join(
        "\t".join(
            (
                r.term.id,
                ", ".join(r.term.source),
                ", ".join(r.term.preferred) or "–",
                ", ".join(r.term.domains),
                shown(r.path),
            )
        )
        + "\n"
        for r in records
    )


def record_text(record: Record) -> str:
    """The record as it is written in its file, without the comments around it."""
    lines = record.path.read_text(encoding="utf-8-sig").split("\n")
    found = next((s for s in stretches(lines) if s.start == record.line - 1), None)
    return "\n".join(lines[found.start : found.end]) if found else repr(record.term)


def overriding(paths: Iterable[Path], identifier: str) -> list[str]:
    """The places of the overrides of a record, each with what it changes."""
    return [
        f"{shown(path)}:{o.line}: " + (", ".join(_changes(o)) if o.enabled else "switched off")
        for path in paths
        for o in load_glossary(path).overrides
        if o.id == identifier
    ]


def _changes(override: Override) -> Iterator[str]:
    for name in ("severity", "required", "consistent"):
        value = getattr(override, name)
        if value is not None:
            yield f"{name} = {str(value).lower()}"


def find(records: Iterable[Record], identifier: str) -> Record:
    """The last record with the id, which is the one that counts.

    Raises `ConfigError` with the nearest ids when there is none.
    """
    by_id = {record.term.id: record for record in records}
    if identifier not in by_id:
        from difflib import get_close_matches

        near = get_close_matches(identifier, by_id, 3)
        remedy = f"did you mean {' or '.join(near)}?" if near else "see `tmqa glossary search`"
        raise ConfigError(identifier, "no record has this id", remedy)
    return by_id[identifier]


def joined(paths: Sequence[Path], records: Iterable[Record]) -> Glossary:
    """One glossary of the records: that of the file if there is one, else one without keywords.

    Of records with the same id the last counts.
    """
    terms = {record.term.id: record.term for record in records}
    glossaries = [load_glossary(path) for path in paths]
    first = glossaries[0] if len(glossaries) == 1 else None
    return Glossary(
        name=first.name if first else "glossaries",
        title=first.title if first else "glossaries",
        domain=first.domain if first else GENERAL,
        keywords=first.keywords if first else (),
        terms=tuple(terms.values()),
        lines=(1,) * len(terms),
        digest="",
    )


_COUNTS: dict[str, Callable[[Term], int]] = {
    "records": lambda term: 1,
    "senses": lambda term: int(term.kind is TermKind.TERM),
    "idioms": lambda term: int(term.kind is TermKind.IDIOM),
    "sources": lambda term: len(term.source),
    "renderings": lambda term: len((*term.preferred, *term.admitted, *term.deprecated)),
    "examples": lambda term: len(term.examples),
}


def statistics(records: Sequence[Record]) -> str:
    """Two tables of counts, by file and by domain.

    A record of several domains counts in each of them and once in the sum.
    """
    tables = [
        _table("file", records, lambda record: (record.path.stem,)),
        _table("domain", records, lambda record: record.term.domains),
    ]
    return "\n".join(tables)


def _table(head: str, records: Sequence[Record], keys: Callable[[Record], Iterable[str]]) -> str:
    counted: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for record in records:
        figures = Counter({name: count(record.term) for name, count in _COUNTS.items()})
        total.update(figures)
        for key in keys(record):
            counted.setdefault(key, Counter()).update(figures)
    rows = [[head, *_COUNTS]]
    rows += [[key, *(str(counted[key][n]) for n in _COUNTS)] for key in sorted(counted)]
    rows.append(["all", *(str(total[name]) for name in _COUNTS)])
    width = max(len(row[0]) for row in rows)
    return "".join(
        f"{row[0]:{width}}{''.join(f'{cell:>12}' for cell in row[1:])}\n" for row in rows
    )
