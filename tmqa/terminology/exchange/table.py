"""Records as rows of texts, for formats that are tables.

A cell holds the values of a list parted by semicolons; a semicolon or backslash of a value has a
backslash before it. Examples take three columns, whose n-th values belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tmqa.errors import InputError
from tmqa.termbase import Term
from tmqa.terminology.exchange.losses import FIELDS

_EXAMPLES = ("example_source", "example_bad", "example_good")
COLUMNS = ("id", "source", *FIELDS[:-1], *_EXAMPLES)
_LISTS = frozenset({
    "source", "cues", "unless", "domains", "preferred", "admitted", "deprecated", "cueless",
    *_EXAMPLES,
})  # fmt: skip
_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_PIECE = re.compile(r"\\.|;|[^\\;]+|\\$", re.DOTALL)

Raw = tuple[str, dict[str, Any]]


def rows(terms: Iterable[Term]) -> Iterator[list[str]]:
    """The rows under `COLUMNS`."""
    for term in terms:
        values: dict[str, Sequence[str] | str | bool] = {
            name: getattr(term, name) for name in COLUMNS if name not in _EXAMPLES
        }
        values["example_source"] = [example.source for example in term.examples]
        values["example_bad"] = [example.bad or "" for example in term.examples]
        values["example_good"] = [example.good or "" for example in term.examples]
        yield [cell_of(values[name]) for name in COLUMNS]


def records(table: Sequence[Sequence[str]], where: str) -> list[Raw]:
    """The raw records of a table whose first row names the columns, in any order.

    Raises `InputError` for a table without source and preferred, with unknown columns, or with a
    cell that does not fit.
    """
    head = [cell.strip().lower() for cell in table[0]] if table else []
    unknown = sorted({name for name in head if name} - set(COLUMNS))
    if unknown or not {"source", "preferred"} <= set(head):
        what = f"has the unknown column {unknown[0]!r}" if unknown else "lacks source or preferred"
        raise InputError(f"{where}:1", what, f"name the columns {', '.join(COLUMNS)}")
    found = []
    for number, row in enumerate(table[1:], 2):
        cells = {name: cell for name, cell in zip(head, row, strict=False) if name}
        if any(cell.strip() for cell in row):
            if len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
                raise InputError(f"{where}:{number}", "has more cells than the head", "mend it")
            found.append((f"{where}:{number}", _record(cells, f"{where}:{number}")))
    return found


def split(cell: str) -> list[str]:
    """The values of a cell."""
    if not cell.strip():
        return []
    values = [""]
    for sign in _PIECE.findall(cell):
        if sign == ";":
            values.append("")
        else:
            values[-1] += sign[1:] if sign.startswith("\\") and len(sign) > 1 else sign
    return [value.strip() for value in values]


def cell_of(value: Sequence[str] | str | bool) -> str:
    """The text of a cell; `split` gives the values of a list back."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return "; ".join(re.sub(r"([;\\])", r"\\\1", text) for text in value)


def _record(cells: Mapping[str, str], where: str) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, cell in cells.items():
        if name in _LISTS:
            record[name] = split(cell)
        elif name in ("required", "consistent"):
            if cell.strip():
                record[name] = _flag(cell, name, where)
        elif cell.strip():
            record[name] = cell
    for name in set(record) & (_LISTS - set(_EXAMPLES)):
        record[name] = [value for value in record[name] if value]
        if not record[name]:
            del record[name]
    sources, bad, good = (record.pop(name, []) for name in _EXAMPLES)
    if max(len(bad), len(good)) > len(sources):
        raise InputError(where, "has more translations than example_source", "complete it")
    record["example"] = [
        {"source": source, **_given("bad", bad, n), **_given("good", good, n)}
        for n, source in enumerate(sources)
    ]
    return record


def _given(name: str, values: Sequence[str], number: int) -> dict[str, str]:
    return {name: values[number]} if number < len(values) and values[number] else {}


def _flag(cell: str, name: str, where: str) -> bool:
    flag = _FLAGS.get(cell.strip().lower())
    if flag is None:
        raise InputError(where, f"{name} {cell!r} is neither yes nor no", "write yes or no")
    return flag
