"""Text and small pieces of a page: escaped, with languages marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import PureWindowsPath

from tmqa.values import Confidence, Severity

SOURCE, TARGET = "en", "ka"
SEVERITIES = tuple(reversed(Severity))
CONFIDENCES = tuple(reversed(Confidence))

# Control characters may not stand in HTML; their Unicode pictures may, one for one.
_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
_GEORGIAN = re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]+(?:[ \u2010-\u2015-]+[\u10a0-\u10ff]+)*")
# Characters that a quote must spell out to be seen, and spaces at its ends or in a row.
_INVISIBLE = re.compile(
    r"[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]|^ | $| (?= )|(?<= ) "
)


def asset(name: str) -> str:
    """The text of a file of this package: a template or the style sheet."""
    return (files("tmqa.page") / name).read_text(encoding="utf-8")


def style() -> str:
    """The style sheet of all pages."""
    return asset("style.css")


def escape(text: str) -> str:
    """The text as it may stand in an element or a quoted attribute."""
    return html.escape(text.translate(_CONTROLS))


def prose(text: str) -> str:
    """An English sentence whose Georgian words are marked as Georgian."""
    return _GEORGIAN.sub(rf'<span lang="{TARGET}">\g<0></span>', escape(text))


def visible(text: str) -> str:
    """Quoted text whose invisible characters are shown by their code points."""
    return _INVISIBLE.sub(lambda match: f"<i>U+{ord(match[0]):04X}</i>", escape(text))


def file_name(path: str) -> str:
    """The path as given, or its last part if absolute: a page is the same on every machine."""
    pure = PureWindowsPath(path)
    return pure.name if pure.root or pure.drive else pure.as_posix()


def badge(severity: Severity) -> str:
    """The name of a severity in its colour and underline."""
    return f'<span class="badge" data-severity="{severity}">{severity.capitalize()}</span>'


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of ready cells; the first of each row is its head."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = (
        f'<tr><th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for head, *cells in rows
    )
    return (
        f"<table><caption>{caption}</caption><thead><tr><td></td>{columns}</tr></thead>\n"
        f"<tbody>{''.join(body)}</tbody></table>"
    )
