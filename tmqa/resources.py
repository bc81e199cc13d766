"""Where the data that ships with tmqa lies, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` (glossaries, corpora): inside the wheel, or beside the package."""
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def default_glossaries() -> tuple[Path, ...]:
    """The built-in glossary files in alphabetical order."""
    return tuple(sorted(folder("glossaries").glob("*.toml")))


def default_lexicon() -> Path:
    """The built-in bilingual lexicon."""
    return folder("glossaries") / "lexicon.tsv"


def default_brands() -> Path:
    """The built-in list of brands and other names that are not to be translated."""
    return folder("glossaries") / "brands.tsv"


def checked_words() -> Path:
    """Words of the built-in glossaries that no dictionary has, read and found right."""
    return folder("glossaries") / "words.txt"


def corpora() -> tuple[Path, ...]:
    """The bundled corpus folders in alphabetical order."""
    return tuple(sorted(path.parent for path in folder("corpora").glob("*/beads.tsv")))
