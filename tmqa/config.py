"""Settings: `tmqa.toml` or `[tool.tmqa]` in `pyproject.toml`, overridden by the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from tmqa.errors import ConfigError
from tmqa.values import Confidence, Severity

NEVER = "never"
_CHOICES = {
    "fail_on": (*(s.value for s in Severity if s is not Severity.NEUTRAL), NEVER),
    "min_confidence": tuple(c.value for c in Confidence),
    "aligner": ("auto", "embedding", "lexical", "length"),
}


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a check; the field names are the keys of the file, with hyphens there.

    `glossaries` from a file are relative to that file. `fail_on` is a severity or "never";
    `select` and `ignore` are rule ids, where an empty `select` means every rule. `embedder` is
    "e5-small", or the name or folder of a sentence-transformers model; a folder from a file is
    relative to that file. `no_cache` forgets sentence vectors after the run. `words` are Georgian
    words that are spelt right, in any of their forms; `word_lists` are files with one such word a
    line, from a file relative to that file.
    """

    glossaries: tuple[str, ...] = ()
    default_glossaries: bool = True
    domains: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "major"
    min_confidence: str = "medium"
    aligner: str = "auto"
    presegmented: bool = False
    embedder: str = "e5-small"
    no_cache: bool = False
    words: tuple[str, ...] = ()
    word_lists: tuple[str, ...] = ()

    def with_options(self, options: Mapping[str, Any]) -> Config:
        """The configuration with the options that were given: not None, not empty."""
        given = {key: value for key, value in options.items() if value not in (None, (), False)}
        return replace(self, **given)


def find_config(start: Path) -> Config:
    """The settings of the nearest `tmqa.toml` or `pyproject.toml` with `[tool.tmqa]`, upwards.

    Raises `ConfigError` for an unreadable file, an unknown key or an unusable value.
    """
    for folder in (start, *start.parents):
        own = folder / "tmqa.toml"
        if own.is_file():
            return _parse(own, _load(own))
        project = folder / "pyproject.toml"
        if project.is_file():
            table = _load(project).get("tool", {}).get("tmqa")
            if table is not None:
                return _parse(project, table)
    return Config()


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(path), f"cannot be read: {error}", "mend the file") from None


def _parse(path: Path, table: Mapping[str, Any]) -> Config:
    types = {field.name: field.type for field in fields(Config)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in types:
            known = ", ".join(sorted(types)).replace("_", "-")
            raise ConfigError(f"{path} {key}", "unknown setting", f"use one of {known}")
        values[name] = _value(f"{path} {key}", name, str(types[name]), value)
    for name in ("glossaries", "word_lists"):
        if name in values:
            values[name] = tuple(str(path.parent / file) for file in values[name])
    if "embedder" in values and (path.parent / values["embedder"]).is_dir():
        values["embedder"] = str(path.parent / values["embedder"])
    return Config(**values)


def _value(where: str, name: str, kind: str, value: Any) -> Any:
    if kind == "bool" and not isinstance(value, bool):
        raise ConfigError(where, "is not true or false", "write true or false")
    if kind == "str" and not isinstance(value, str):
        raise ConfigError(where, "is not a text", 'write "…"')
    if name in _CHOICES and value not in _CHOICES[name]:
        choices = ", ".join(_CHOICES[name])
        raise ConfigError(where, f"{value!r} is unknown", f"use one of {choices}")
    if kind.startswith("tuple"):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ConfigError(where, "is not a list of texts", 'write ["…"]')
        return tuple(value)
    return value
