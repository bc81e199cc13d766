"""All problems of glossaries that examples do not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tmqa.lexicon import Lexicon
from tmqa.resources import default_glossaries
from tmqa.termbase.load import inspect_glossary
from tmqa.termbase.record import Override
from tmqa.terminology.catalogue import Record, load_records, records_of, shown
from tmqa.terminology.conflicts import conflicts
from tmqa.terminology.shape import shape_problems
from tmqa.terminology.spelling import Knows, unknown_words


def problems(
    paths: Iterable[Path],
    strict: bool = False,
    lexicon: Lexicon | None = None,
    knows: Knows | None = None,
) -> Iterator[str]:
    """One line a problem of the glossary files, those of a record in file order, then conflicts.

    With a lexicon, Georgian words that neither it nor the dictionary `knows` has are problems.
    Raises `GlossaryError` when nothing of a file can be used.
    """
    records: list[Record] = []
    changes: list[tuple[Override, Path]] = []
    for path in paths:
        glossary, errors = inspect_glossary(path)
        yield from map(str, errors)
        records += list(records_of(glossary, path))
        changes += [(override, path) for override in glossary.overrides]
    for record in records:
        yield from map(str, shape_problems(record, strict))
        if lexicon is not None:
            yield from map(str, unknown_words(record, lexicon, knows))
    yield from map(str, conflicts(records))
    if changes:
        known = {record.term.id for record in (*records, *load_records(default_glossaries()))}
        for override, path in changes:
            if override.id not in known:
                yield (
                    f"{shown(path)}:{override.line} override {override.id!r}: no record has this "
                    "id; see `tmqa glossary list`"
                )
