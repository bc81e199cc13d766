"""Where the records of a glossary file stand in its text.

TOML parsers tell no lines, and messages, listings and insertions need them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[\[\s*(?P<name>[a-z]+)\s*\]\]\s*(#.*)?")
_TABLE = re.compile(r"\s*\[")
_LONG_QUOTES = ('"""', "'''")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines `start` to `end` (from 0, half-open) of a record, with no comment around it."""

    start: int
    end: int


def stretches(lines: Sequence[str], table: str = "term") -> list[Stretch]:
    """The stretches of the records `[[table]]` in file order.

    Sub-tables such as `[[term.example]]` belong to the record; blank lines and comments after
    its last value do not.
    """
    found: list[Stretch] = []
    start: int | None = None
    last = 0
    quotes = ""
    for number, line in enumerate(lines):
        if not quotes:
            header = _HEADER.fullmatch(line)
            if header or _is_other_table(line, table):
                if start is not None:
                    found.append(Stretch(start, last))
                start = number if header and header["name"] == table else None
        if quotes or (line.strip() and not line.lstrip().startswith("#")):
            last = number + 1
        quotes = _open_quotes(line, quotes)
    if start is not None:
        found.append(Stretch(start, last))
    return found


def _is_other_table(line: str, table: str) -> bool:
    """True for the header of a table that is no part of a record: [glossary]."""
    return bool(_TABLE.match(line)) and bool(re.fullmatch(r"\s*\[\w+\]\s*(#.*)?", line))


def _open_quotes(line: str, quotes: str) -> str:
    """The multi-line quotes that are still open at the end of the line; "" when none are."""
    for mark in _LONG_QUOTES:
        if quotes in ("", mark) and line.count(mark) % 2:
            return "" if quotes else mark
    return quotes


def line_numbers(text: str, table: str, count: int) -> tuple[int, ...]:
    """The line, from 1, of each of the `count` records of a table; the first where untold.

    Records written in an unusual way, as an inline array, cannot be told apart.
    """
    found = stretches(text.split("\n"), table)
    return tuple(s.start + 1 for s in found) if len(found) == count else (1,) * count
