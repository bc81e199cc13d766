"""All problems of glossaries that examples do not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tmqa.lexicon import Lexicon
from tmqa.termbase.load import inspect_glossary
from tmqa.terminology.catalogue import records_of
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
    records = []
    for path in paths:
        glossary, errors = inspect_glossary(path)
        yield from map(str, errors)
        records += list(records_of(glossary, path))
    for record in records:
        yield from map(str, shape_problems(record, strict))
        if lexicon is not None:
            yield from map(str, unknown_words(record, lexicon, knows))
    yield from map(str, conflicts(records))
