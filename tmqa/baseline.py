"""Baselines: findings that are known already and must not fail a run again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tmqa.article import read_text
from tmqa.errors import InputError


def load_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file: a list of them, or a JSON report of tmqa.

    Raises `InputError` when the file is neither.
    """
    try:
        data = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}", "is not valid JSON", "mend that place") from None
    found = _fingerprints(data)
    if found is None:
        raise InputError(
            str(path), "holds no fingerprints", "give a report of `tmqa check --format json`"
        )
    return frozenset(found)


def _fingerprints(data: Any) -> list[str] | None:
    if isinstance(data, dict) and isinstance(data.get("pairs"), list):
        return [f["fingerprint"] for pair in data["pairs"] for f in pair.get("findings", [])]
    if isinstance(data, dict):
        data = data.get("fingerprints")
    if isinstance(data, list) and all(isinstance(item, str) for item in data):
        return data
    return None
