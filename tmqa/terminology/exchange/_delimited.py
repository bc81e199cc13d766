"""Tables as text: CSV (RFC 4180) and TSV, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from tmqa.article import read_text
from tmqa.cells import guarded, unguarded
from tmqa.errors import InputError


def write_table(rows: Iterable[Sequence[str]], delimiter: str, guard: bool = True) -> bytes:
    """The rows as text; with `guard`, cells that a spreadsheet would run are kept from it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerows([guarded(cell) if guard else cell for cell in row] for row in rows)
    return written.getvalue().encode("utf-8")


def read_table(path: Path, delimiter: str, guard: bool = True) -> list[list[str]]:
    """The rows of a file. Where a spreadsheet has written semicolons for commas, they part cells.

    Raises `InputError` when the file is not such a text.
    """
    text = read_text(path)
    first = text.split("\n", 1)[0]
    if delimiter == "," and "," not in first and ";" in first:
        delimiter = ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows += [[]] * (reader.line_num - len(rows) - 1 - sum(c.count("\n") for c in row))
            rows.append([unguarded(cell) if guard else cell for cell in row])
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}", f"is damaged ({error})", "mend it") from None
    return rows
