"""The review as a workbook, for those who work in spreadsheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tmqa import __version__
from tmqa.report._base import Report, counts, score_line, weak_beads
from tmqa.report._table import BEAD_COLUMNS, FINDING_COLUMNS, Cell, bead_rows, finding_rows
from tmqa.values import Review

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# Every workbook states when it was made; a fixed day keeps equal reviews equal.
_MADE = datetime(2000, 1, 1)
# Excel's own limit of a cell, in UTF-16 units; Georgian and English take one a character.
_LONGEST = 32_000
_WIDE = {"message": 60, "suggestions": 30, "source_text": 60, "target_text": 60}
_USUAL = 14


class XlsxReport(Report):
    """Three sheets: the findings, the beads with weak ones coloured, a summary.

    All texts are written as texts, never as formulas.
    """

    name = "xlsx"
    suffix = ".xlsx"
    is_text = False

    def encode(self, reviews: tuple[Review, ...]) -> bytes:
        """The workbook's file."""
        from xlsxwriter import Workbook

        made = io.BytesIO()
        book = Workbook(made, {"in_memory": True})
        book.set_properties({"title": "Translation review", "author": "tmqa", "created": _MADE})
        findings = (row for review in reviews for row in finding_rows(review))
        _sheet(book, "findings", FINDING_COLUMNS, findings, "weak_bead")
        _sheet(book, "beads", BEAD_COLUMNS, (row for r in reviews for row in bead_rows(r)), "weak")
        _sheet(book, "summary", ("what", "value"), _summary(reviews))
        book.close()
        return made.getvalue()


def _summary(reviews: Sequence[Review]) -> Iterator[tuple[Cell, ...]]:
    yield "tool", f"tmqa {__version__}"
    for review in reviews:
        yield "pair", f"{review.source_path} → {review.target_path}"
        yield "signature", review.signature
        yield from (("notice", notice) for notice in review.notices)
        yield "beads", len(review.alignment.beads)
        yield "weak beads", len(weak_beads(review))
        yield from ((f"{name} findings", count) for name, count in counts([review]).items())
        yield from (("score", score_line(score)) for score in review.scores)


def _sheet(
    book: Workbook,
    name: str,
    columns: Sequence[str],
    rows: Iterable[tuple[Cell, ...]],
    flag: str | None = None,
) -> None:
    """A table under a head that stays in sight; rows whose `flag` column says yes are coloured."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    usual = book.add_format({"text_wrap": True, "valign": "top"})
    marked = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFE8CC"})
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, _WIDE.get(title, 40 if title == "value" else _USUAL))
    last = 0
    for last, row in enumerate(rows, 1):
        weak = flag is not None and row[columns.index(flag)] == "yes"
        look = marked if weak else usual
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, column, cell[:_LONGEST], look)
            else:
                sheet.write_number(last, column, cell, look)
    sheet.freeze_panes(1, 0)
    if last:
        sheet.autofilter(0, 0, last, len(columns) - 1)
