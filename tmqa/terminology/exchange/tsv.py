"""Tab-separated text with one row a record and a column a field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tmqa.termbase import Glossary
from tmqa.terminology.exchange._delimited import read_table, write_table
from tmqa.terminology.exchange.losses import ALL
from tmqa.terminology.exchange.table import COLUMNS, Raw, records, rows

HOLDS = ALL


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The table of all records."""
    return write_table([COLUMNS, *rows(glossary.terms)], "\t"), ()


def read(path: Path) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """The raw records of the table."""
    return {}, records(read_table(path, "\t"), str(path)), ()
