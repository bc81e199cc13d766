"""A workbook: a sheet of the records and one of what the glossary says of itself.

Written by xlsxwriter, read by openpyxl where that is installed.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from tmqa.errors import InputError
from tmqa.termbase import Glossary
from tmqa.terminology.exchange.losses import ALL, HEADER
from tmqa.terminology.exchange.table import COLUMNS, Raw, cell_of, records, rows, split

HOLDS = ALL | HEADER
_RECORDS, _HEADER = "records", "glossary"
# Every workbook states when it was made; a fixed day keeps equal glossaries equal.
_MADE = datetime(2000, 1, 1)
_LONGEST = 32_767  # characters that a cell can hold


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The workbook, all cells texts."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"title": glossary.title, "author": "tmqa", "created": _MADE})
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    header = [
        ("name", glossary.name),
        ("title", glossary.title),
        ("domain", glossary.domain),
        ("keywords", cell_of(glossary.keywords)),
    ]
    cut = 0
    for name, table in ((_RECORDS, [COLUMNS, *rows(glossary.terms)]), (_HEADER, header)):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(table):
            for column, cell in enumerate(row):
                look = head if name == _RECORDS and number == 0 else wrap
                cut += len(cell) > _LONGEST
                sheet.write_string(number, column, cell[:_LONGEST], look)
        sheet.set_column(0, len(table[0]) - 1, 24)
        if name == _RECORDS:
            sheet.freeze_panes(1, 1)
    book.close()
    return made.getvalue(), (f"xlsx cut {cut} cells that are too long",) if cut else ()


def read(path: Path) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """What the workbook says of the glossary, and the raw records of its first sheet.

    Raises `InputError` when the file is no workbook, or openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise InputError(
            str(path), "cannot be read without openpyxl", "run pip install 'tmqa[xlsx]'"
        ) from None
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheets = {
            sheet.title: [
                ["" if cell is None else str(cell) for cell in row]
                for row in sheet.iter_rows(values_only=True)
            ]
            for sheet in book.worksheets
        }
    except OSError as error:
        reason = error.strerror or "damaged"
        raise InputError(str(path), f"cannot be read ({reason})", "check the file") from None
    except (BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError, TypeError):
        raise InputError(str(path), "is not an XLSX workbook", "save it as .xlsx") from None
    header: dict[str, Any] = {
        row[0]: row[1] for row in sheets.get(_HEADER, []) if len(row) > 1 and row[0]
    }
    header["keywords"] = split(header.get("keywords", ""))
    first = sheets.get(_RECORDS, next(iter(sheets.values()), []))
    return header, records(first, str(path)), ()
