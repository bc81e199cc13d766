"""Plain pairs of an English and a Georgian term, for formats that hold nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tmqa.errors import InputError
from tmqa.termbase import Glossary
from tmqa.terminology.exchange._delimited import read_table, write_table
from tmqa.terminology.exchange.losses import left_out, phrases_of, words_of
from tmqa.terminology.exchange.table import Raw

_CODES = ({"en", "eng"}, {"ka", "kat", "geo"})


def pairs_of(glossary: Glossary) -> list[tuple[str, str, str]]:
    """(id, source, preferred rendering) for every plain source and rendering of each record."""
    return [
        (term.id, source, rendering)
        for term in glossary.terms
        for source in phrases_of(term.source)
        for rendering in words_of(term.preferred)
    ]


def write_pairs(glossary: Glossary, delimiter: str, name: str) -> tuple[bytes, tuple[str, ...]]:
    """Rows of source and rendering, one rendering a source, that of records without cues first."""
    general = {term.id for term in glossary.terms if not term.cues}
    pairs = pairs_of(glossary)
    kept: dict[str, str] = {}
    for _, source, rendering in sorted(pairs, key=lambda pair: pair[0] not in general):
        kept.setdefault(source, rendering)
    ordered = {source: kept[source] for _, source, _ in pairs}
    notes = [*left_out(glossary, name, ("preferred",))]
    if len(pairs) > len(kept):
        notes.append(f"{name} holds one rendering a term: {len(pairs) - len(kept)} are left out")
    return write_table(ordered.items(), delimiter, guard=False), tuple(notes)


def read_pairs(path: Path, delimiter: str) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """A raw record for each source; a row may have languages and more after the pair.

    Raises `InputError` for a row without a pair.
    """
    rows = read_table(path, delimiter, guard=False)
    found: list[tuple[str, str, str]] = []
    for number, row in enumerate(rows, 1):
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            continue
        if number == 1 and all(
            cell.lower().split("-")[0] in codes for cell, codes in zip(cells, _CODES, strict=False)
        ):
            continue  # a head of language codes
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise InputError(
                f"{path}:{number}", "is not a pair of terms", "write source, target in each row"
            )
        found.append((f"{path}:{number}", cells[0], cells[1]))
    return {}, grouped((place, source, source, target) for place, source, target in found), ()


def grouped(pairs: Iterable[tuple[str, str, str, str]]) -> list[Raw]:
    """Raw records of (place, group, source, rendering), one a group, in the order of the pairs."""
    groups: dict[str, Raw] = {}
    for place, group, source, rendering in pairs:
        _, record = groups.setdefault(group, (place, {"source": [], "preferred": []}))
        for name, value in (("source", source), ("preferred", rendering)):
            if value not in record[name]:
                record[name].append(value)
    return list(groups.values())
