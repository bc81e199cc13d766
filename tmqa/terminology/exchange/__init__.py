"""Glossaries in other programs' formats: one module a format.

Each has `HOLDS`, the fields of a record that survive; `write(glossary)`, the file's bytes and
notes on what was left out; and `read(path)`, the raw records with their places, and notes.
"""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from tmqa.errors import ConfigError, GlossaryError
from tmqa.termbase import Glossary
from tmqa.termbase.load import term_of
from tmqa.termbase.record import GENERAL
from tmqa.terminology.add import slug
from tmqa.terminology.exchange.losses import losses

FORMATS = ("csv", "deepl", "google", "tbx", "tmx", "tsv", "xlsx")
_BINARY = frozenset({"xlsx"})


def format_of(path: Path | None, name: str | None) -> str:
    """The format of a file: the one named, else that of the suffix.

    Raises `ConfigError` when neither says it.
    """
    found = name or (path.suffix[1:].lower() if path else "")
    if found not in FORMATS:
        raise ConfigError(
            str(path or "--format"), "has no known format", f"--format {'|'.join(FORMATS)}"
        )
    return found


def is_text(name: str) -> bool:
    """True for a format that may be printed."""
    return name not in _BINARY


def export(glossary: Glossary, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The glossary as a file of the format, and notes on what the format cannot hold."""
    module = import_module(f"{__name__}.{name}")
    content, notes = module.write(glossary)
    return content, (*losses(glossary, name, module.HOLDS), *notes)


def read(path: Path, name: str, domain: str = "") -> tuple[Glossary, tuple[str, ...]]:
    """The glossary in a file of the format, and notes on what was left out.

    Records without an id get one of their source. Without `domain` it is the one that all
    records have. Raises `InputError` or `GlossaryError`, naming the place, for what is unusable.
    """
    header, records, notes = import_module(f"{__name__}.{name}").read(path)
    domain = domain or header.get("domain") or _common_domain(records)
    used: Counter[str] = Counter()
    terms = []
    for number, (place, record) in enumerate(records, 1):
        if not record.get("id"):
            record["id"] = _fresh_id(record, used)
        used[record["id"]] += 1
        term = term_of(place, number, record, domain, True)
        if used[term.id] > 1:
            raise GlossaryError(f"{place} term {term.id!r}", "id is used twice", "rename one")
        terms.append(term)
    if not terms:
        raise GlossaryError(str(path), "holds no record", "give a file with English and Georgian")
    glossary = Glossary(
        name=header.get("name") or slug(path.stem),
        title=header.get("title") or header.get("name") or slug(path.stem),
        domain=domain,
        keywords=tuple(header.get("keywords") or ()),
        terms=tuple(terms),
        lines=(1,) * len(terms),
        digest="",
    )
    return glossary, notes


def _common_domain(records: list[tuple[str, dict[str, Any]]]) -> str:
    found = {tuple(record.get("domains") or (GENERAL,)) for _, record in records}
    [*domains] = found.pop() if len(found) == 1 else (GENERAL,)
    return str(domains[0]) if len(domains) == 1 else GENERAL


def _fresh_id(record: dict[str, Any], used: Counter[str]) -> str:
    """An id made of the source, numbered when it is taken."""
    made = slug(next(iter(record.get("source") or ["term"])))
    number = 2
    fresh = made
    while fresh in used:
        fresh = f"{made}-{number}"
        number += 1
    return fresh
