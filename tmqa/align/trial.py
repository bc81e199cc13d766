"""Code that may stop the process is first tried in another one; that it works is remembered."""

from __future__ import annotations

import platform
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tmqa.align.cache import key_of

# Seconds; a trial takes 0.2 on an idle machine.
_PATIENCE = 60


def succeeds(code: str, label: str, folder: Path | None) -> bool:
    """True when the Python code ends well in a process of its own.

    Success is noted in `folder` for this label, code, interpreter and machine, so that it costs
    once; failure is not, since its cause may pass.
    """
    machine = (platform.node(), platform.machine(), sys.version, sys.executable or "")
    note = folder and folder / f"trial-{key_of(label, code, *machine).hex()}"
    if note and note.exists():
        return True
    if not _ends_well(code):
        return False
    if note:
        with suppress(OSError):
            note.touch()
    return True


def _ends_well(code: str) -> bool:
    try:
        ended = subprocess.run(
            [sys.executable, "-c", code],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):  # also: no interpreter to start
        return False
    return ended.returncode == 0
