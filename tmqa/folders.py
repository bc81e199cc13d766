"""Where tmqa may keep what can be made again: the user's cache folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder for caches, made when it is not there; None where nothing can be written.

    `TMQA_CACHE_DIR` names it; else it is `tmqa` where the platform keeps caches
    (`XDG_CACHE_HOME` or `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`).
    """
    try:
        own = os.environ.get("TMQA_CACHE_DIR")
        folder = Path(own) if own else _platform_folder() / "tmqa"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None
    return folder if os.access(folder, os.W_OK) else None


def _platform_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The base directory specification wants relative values ignored.
    return Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
