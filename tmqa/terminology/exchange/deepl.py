"""DeepL glossaries: tab-separated pairs without a head.

https://developers.deepl.com/docs/customize/managing-glossaries
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tmqa.termbase import Glossary
from tmqa.terminology.exchange._pairs import read_pairs, write_pairs
from tmqa.terminology.exchange.table import Raw

_TABS = frozenset({".tsv", ".txt"})
HOLDS = frozenset({"preferred"})


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The pairs, one rendering a source."""
    return write_pairs(glossary, "\t", "deepl")


def read(path: Path) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """A raw record for each source; commas or tabs part the cells as the file's name says."""
    return read_pairs(path, "\t" if path.suffix.lower() in _TABS else ",")
