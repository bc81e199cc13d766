"""The findings as CSV (RFC 4180, but LF line ends), for programs and for a quick look."""

from __future__ import annotations

import csv
import io

from tmqa.cells import guarded
from tmqa.report._base import WrittenReport
from tmqa.report._table import FINDING_COLUMNS, Cell, finding_rows
from tmqa.values import Review


class CsvReport(WrittenReport):
    """A header line and one line a finding.

    An apostrophe stands before a text that a spreadsheet would take for a formula.
    """

    name = "csv"
    suffix = ".csv"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The table of all pairs."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(FINDING_COLUMNS)
        for review in reviews:
            writer.writerows([_guarded(cell) for cell in row] for row in finding_rows(review))
        return written.getvalue()


def _guarded(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
