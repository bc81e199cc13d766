"""Records as TOML in the layout of the built-in glossaries.

The standard library reads TOML but does not write it; records need only texts, flags and lists.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from tmqa.termbase import Example, Glossary, Term, TermKind
from tmqa.termbase.record import GENERAL
from tmqa.values import Severity

_WIDTH = 100
_USUAL_CATEGORY = "accuracy/mistranslation"
_Value = str | bool | Sequence[str]


def record_toml(term: Term, domain: str = GENERAL, required: bool = True) -> str:
    """The record `[[term]]` without what is usual in a glossary of this domain and `required`."""
    fields: list[tuple[str, _Value, _Value]] = [
        ("id", term.id, ""),
        ("kind", term.kind.value, TermKind.TERM.value),
        ("source", term.source, ()),
        ("gloss", term.gloss, ""),
        ("cues", term.cues, ()),
        ("unless", term.unless, ()),
        ("domains", term.domains, (domain,)),
        ("preferred", term.preferred, ()),
        ("admitted", term.admitted, ()),
        ("deprecated", term.deprecated, ()),
        ("cueless", term.cueless, ()),
        ("required", term.required, required),
        ("consistent", term.consistent, False),
        ("category", term.category, _USUAL_CATEGORY),
        ("severity", term.severity.value, Severity.MAJOR.value),
        ("note", term.note, ""),
    ]
    lines = ["[[term]]"]
    lines += [_line(name, value) for name, value, usual in fields if value != usual]
    for example in term.examples:
        lines += ["", *_example(example)]
    return "\n".join(lines) + "\n"


def glossary_toml(glossary: Glossary) -> str:
    """The whole file: the header, then the records in their order."""
    required = sum(term.required for term in glossary.terms) * 2 > len(glossary.terms)
    lines = ["[glossary]", _line("name", glossary.name)]
    if glossary.title != glossary.name:
        lines.append(_line("title", glossary.title))
    lines += [_line("domain", glossary.domain), _line("required", required)]
    if glossary.keywords:
        lines.append(_line("keywords", glossary.keywords))
    records = [record_toml(term, glossary.domain, required) for term in glossary.terms]
    return "\n".join(["\n".join(lines) + "\n", *records])


def _example(example: Example) -> list[str]:
    fields = (("source", example.source), ("bad", example.bad), ("good", example.good))
    return ["  [[term.example]]", *(f"  {_line(name, text)}" for name, text in fields if text)]


def _line(name: str, value: _Value) -> str:
    if isinstance(value, bool):
        return f"{name} = {'true' if value else 'false'}"
    if isinstance(value, str):
        return f"{name} = {_quoted(value)}"
    line = f"{name} = [{', '.join(map(_quoted, value))}]"
    return line if len(line) <= _WIDTH else f"{name} = [\n{_wrapped(value)}]"


def _wrapped(values: Sequence[str]) -> str:
    rows = [""]
    for value in values:
        piece = f" {_quoted(value)},"
        if len(rows[-1]) + len(piece) >= _WIDTH - 1 and rows[-1]:
            rows.append("")
        rows[-1] += piece
    return "".join(f" {row}\n" for row in rows)


def _quoted(text: str) -> str:
    """A basic string; JSON's escapes are all TOML's, but TOML wants DEL escaped as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
