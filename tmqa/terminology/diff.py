"""What changed between two versions of glossaries, record by record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from tmqa.errors import InputError
from tmqa.termbase import Term, load_glossary


def load_version(path: Path) -> dict[str, Term]:
    """The records by id of a glossary file, or of all in a folder.

    Raises `InputError` for a folder without glossaries and `GlossaryError` for an unusable file.
    """
    if not path.is_dir():
        return {term.id: term for term in load_glossary(path).terms}
    files = sorted(path.glob("*.toml"))
    if not files:
        raise InputError(str(path), "holds no glossary", "name a folder with .toml files")
    return {term.id: term for file in files for term in load_glossary(file).terms}


def differences(old: dict[str, Term], new: dict[str, Term]) -> Iterator[str]:
    """Lines: `+` for records added, `-` for removed, `~` for changed with the changed fields."""
    for identifier in sorted({*old, *new}):
        before, after = old.get(identifier), new.get(identifier)
        if before is None and after is not None:
            yield f"+ {identifier}: {', '.join(after.source)} = {', '.join(after.preferred) or '–'}"
        elif after is None and before is not None:
            yield f"- {identifier}: {', '.join(before.source)}"
        elif before is not None and after is not None and before != after:
            yield f"~ {identifier}"
            for field in fields(Term):
                one, other = getattr(before, field.name), getattr(after, field.name)
                if one != other:
                    yield f"    {field.name}: {_change(one, other)}"


def _change(before: object, after: object) -> str:
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return f"{before or '–'} → {after or '–'}"
    gone = [f"-{_shown(value)}" for value in before if value not in after]
    come = [f"+{_shown(value)}" for value in after if value not in before]
    return " ".join((*gone, *come)) or "in another order"


def _shown(value: object) -> str:
    return f"“{getattr(value, 'source', value)}”"
