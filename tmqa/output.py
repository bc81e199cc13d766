"""Writes results so that a file is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tmqa.errors import OutputError


def write_whole(content: bytes, path: Path) -> None:
    """Write `content` to a temporary file beside `path`, then rename it to `path`.

    Raises `OutputError` when the place cannot be written; what stood there stays.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        made = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            made.chmod(0o666 & ~_umask())
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(str(path), f"cannot be written ({reason})", "choose another") from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
