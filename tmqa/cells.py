"""Texts in the cells of CSV files, which spreadsheets may take for formulas and run.

An apostrophe before such a text keeps it a text (OWASP, CSV Injection); the full-width signs are
read likewise in East Asian locales.
"""

from __future__ import annotations

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def guarded(text: str) -> str:
    """The text, after an apostrophe where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    guards = text.startswith("'") and text.lstrip("'").startswith(_FORMULA)
    return text[1:] if guards else text
