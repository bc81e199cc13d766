"""Reads a glossary file and says exactly which record breaks the shape, and how."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from tmqa.errors import GlossaryError
from tmqa.lang.ka.forms import is_plain, is_valid_pattern
from tmqa.termbase.places import line_numbers
from tmqa.termbase.record import GENERAL, Example, Glossary, Override, Term, TermKind
from tmqa.values import Severity

_E = TypeVar("_E", TermKind, Severity)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CATEGORY = re.compile(r"[a-z-]+/[a-z-]+")
_HEADER_KEYS = {"name", "title", "domain", "required", "keywords"}
_LIST_KEYS = (
    "source", "cues", "unless", "domains", "preferred", "admitted", "deprecated", "cueless",
)  # fmt: skip
_TEXT_KEYS = ("id", "kind", "gloss", "category", "severity", "note")
_TERM_KEYS = {*_LIST_KEYS, *_TEXT_KEYS, "required", "consistent", "example"}
_OVERRIDE_KEYS = {"id", "enabled", "severity", "required", "consistent", "note"}
_EXAMPLE_KEYS = {"source", "bad", "good"}


def load_glossary(path: Path) -> Glossary:
    """The glossary in the TOML file `path`.

    Raises `GlossaryError` naming the file, the record and the field when the file cannot be
    read or breaks the record shape.
    """
    glossary, errors = inspect_glossary(path)
    if errors:
        raise errors[0]
    return glossary


def inspect_glossary(path: Path) -> tuple[Glossary, tuple[GlossaryError, ...]]:
    """The sound records of the TOML file `path`, and an error for each of the others.

    Raises `GlossaryError` when nothing of the file can be used.
    """
    return parse_glossary(read_glossary(path), str(path))


def read_glossary(path: Path) -> bytes:
    """The content of a glossary file. Raises `GlossaryError` when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError(str(path), "no such glossary", "check the path") from None
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise GlossaryError(str(path), f"cannot be read ({reason})", "check the file") from None


def parse_glossary(raw: bytes, where: str) -> tuple[Glossary, tuple[GlossaryError, ...]]:
    """As `inspect_glossary`, for the content of a file that errors call `where`."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except UnicodeDecodeError:
        raise GlossaryError(where, "is not UTF-8 text", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(where, f"is not valid TOML: {error}", "mend that place") from None
    return _glossary(where, data, text, hashlib.sha256(raw).hexdigest())


def _glossary(
    where: str, data: Mapping[str, Any], text: str, digest: str
) -> tuple[Glossary, tuple[GlossaryError, ...]]:
    _known_keys(where, data, {"glossary", "term", "override"})
    header = data.get("glossary", {})
    if not isinstance(header, dict):
        raise GlossaryError(where, "[glossary] is not a table", "write [glossary] once")
    _known_keys(f"{where} [glossary]", header, _HEADER_KEYS)
    records, overrides = (_tables(where, data, name) for name in ("term", "override"))
    domain = _text(where, header, "domain", GENERAL)
    required = _flag(where, header, "required", True)
    terms: dict[str, tuple[Term, int]] = {}
    errors = []
    lines = line_numbers(text, "term", len(records))
    for number, (record, line) in enumerate(zip(records, lines, strict=True), 1):
        place = f"{where}:{line}"
        try:
            term = term_of(place, number, record, domain, required)
            if term.id in terms:
                raise GlossaryError(f"{place} term {term.id!r}", "id is used twice", "rename one")
            terms[term.id] = (term, line)
        except GlossaryError as error:
            errors.append(error)
    changes = []
    lines = line_numbers(text, "override", len(overrides))
    for number, (record, line) in enumerate(zip(overrides, lines, strict=True), 1):
        try:
            changes.append(_override(f"{where}:{line}", number, record, line))
        except GlossaryError as error:
            errors.append(error)
    name = _text(where, header, "name", Path(where).stem)
    glossary = Glossary(
        name=name,
        title=_text(where, header, "title", name),
        domain=domain,
        keywords=_texts(where, header, "keywords"),
        terms=tuple(term for term, _ in terms.values()),
        lines=tuple(line for _, line in terms.values()),
        digest=digest,
        overrides=tuple(changes),
    )
    return glossary, tuple(errors)


def term_of(where: str, number: int, record: dict[str, Any], domain: str, required: bool) -> Term:
    """The record with the fields of a TOML table; `domain` and `required` are its glossary's.

    Raises `GlossaryError` with the place `where`, the id and the field that is wrong.
    """
    identifier = record.get("id")
    if not isinstance(identifier, str) or not _ID.fullmatch(identifier):
        raise GlossaryError(
            f"{where} term {number}", "id is missing or not kebab-case", 'write id = "some-name"'
        )
    where = f"{where} term {identifier!r}"
    _known_keys(where, record, _TERM_KEYS)
    lists = {key: _texts(where, record, key) for key in _LIST_KEYS}
    if not lists["source"]:
        raise GlossaryError(where, "source is missing", 'write source = ["word"]')
    if not lists["preferred"] and not lists["deprecated"]:
        raise GlossaryError(
            where, "has neither preferred nor deprecated renderings", "give at least one"
        )
    for key in ("source", "cues", "unless"):
        for pattern in lists[key]:
            _valid_source(where, key, pattern)
    for key in ("preferred", "admitted", "deprecated"):
        for pattern in lists[key]:
            _valid_rendering(where, key, pattern)
    for pattern in lists["cueless"]:
        if pattern not in lists["deprecated"] or not lists["cues"]:
            raise GlossaryError(
                where, f"cueless {pattern!r} is not deprecated under cues",
                "list it under deprecated too, of a record with cues",
            )  # fmt: skip
    category = _text(where, record, "category", "accuracy/mistranslation")
    if not _CATEGORY.fullmatch(category):
        raise GlossaryError(where, f"category {category!r} is unknown", "write dimension/type")
    return Term(
        id=identifier,
        kind=_choice(where, record, "kind", TermKind, TermKind.TERM),
        gloss=_text(where, record, "gloss", ""),
        required=_flag(where, record, "required", required),
        consistent=_flag(where, record, "consistent", False),
        category=category,
        severity=_choice(where, record, "severity", Severity, Severity.MAJOR),
        note=_text(where, record, "note", ""),
        examples=tuple(_examples(where, record.get("example", []))),
        source=lists["source"],
        cues=lists["cues"],
        unless=lists["unless"],
        domains=lists["domains"] or (domain,),
        preferred=lists["preferred"],
        admitted=lists["admitted"],
        deprecated=lists["deprecated"],
        cueless=lists["cueless"],
    )


def _override(where: str, number: int, record: dict[str, Any], line: int) -> Override:
    identifier = record.get("id")
    if not isinstance(identifier, str) or not _ID.fullmatch(identifier):
        raise GlossaryError(
            f"{where} override {number}", "id is missing or not kebab-case", "name a record"
        )
    where = f"{where} override {identifier!r}"
    _known_keys(where, record, _OVERRIDE_KEYS)
    if not set(record) - {"id", "note"}:
        raise GlossaryError(where, "changes nothing", 'write severity = "minor" or enabled = false')
    _text(where, record, "note", "")
    return Override(
        id=identifier,
        line=line,
        enabled=_flag(where, record, "enabled", True),
        severity=(
            _choice(where, record, "severity", Severity, Severity.MAJOR)
            if "severity" in record
            else None
        ),
        required=_flag(where, record, "required", True) if "required" in record else None,
        consistent=_flag(where, record, "consistent", True) if "consistent" in record else None,
    )


def _tables(where: str, data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    tables = data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise GlossaryError(where, f"{name} is not a list of tables", f"write each as [[{name}]]")
    return tables


def _valid_source(where: str, key: str, pattern: str) -> None:
    words = pattern.split(" ")
    if words[0] in ("one's", "..."):
        raise GlossaryError(
            where, f"{key} {pattern!r} begins with a slot", "begin with the word after it"
        )
    for word in words:
        if "|" in word and not all(re.fullmatch(r"\w+", choice) for choice in word.split("|")):
            raise GlossaryError(
                where, f"{key} {pattern!r} has more than plain words in a|b", "write two patterns"
            )


def _valid_rendering(where: str, key: str, pattern: str) -> None:
    if key == "preferred" and not is_plain(pattern):
        raise GlossaryError(
            where, f"preferred {pattern!r} has wildcards", "put patterns under admitted"
        )
    for word in pattern.split(" "):
        if not all(is_valid_pattern(choice) for choice in word.split("|")):
            raise GlossaryError(
                where, f"{key} {pattern!r} has a word that is too short", "lengthen it"
            )


def _examples(where: str, records: Any) -> list[Example]:
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        raise GlossaryError(where, "example is not a list of tables", "write [[term.example]]")
    examples = []
    for record in records:
        _known_keys(where, record, _EXAMPLE_KEYS)
        source = _text(where, record, "source", "")
        bad, good = (_text(where, record, key, "") or None for key in ("bad", "good"))
        if not source or not (bad or good):
            raise GlossaryError(where, "an example lacks source, bad or good", "complete it")
        if bad and not re.search(r"\[\[.+?\]\]", bad):
            raise GlossaryError(where, f"bad example {bad!r} has no mark", "mark it with [[…]]")
        examples.append(Example(source, bad, good))
    return examples


def _known_keys(where: str, table: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise GlossaryError(
            where, f"unknown field {unknown[0]!r}", f"use one of {', '.join(sorted(known))}"
        )


def _text(where: str, table: Mapping[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise GlossaryError(where, f"{key} is not a text", f'write {key} = "…"')
    return value


def _flag(where: str, table: Mapping[str, Any], key: str, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise GlossaryError(where, f"{key} is not true or false", f"write {key} = true")
    return value


def _texts(where: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise GlossaryError(where, f"{key} is not a list of texts", f'write {key} = ["…"]')
    return tuple(" ".join(v.split()) for v in value)


def _choice(where: str, table: Mapping[str, Any], key: str, kind: type[_E], default: _E) -> _E:
    value = _text(where, table, key, default)
    try:
        return kind(value)
    except ValueError:
        raise GlossaryError(
            where, f"{key} {value!r} is unknown", f"use one of {', '.join(kind)}"
        ) from None
