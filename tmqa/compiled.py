"""Knowledge compiled once and kept between runs, as long as neither data nor code change.

Reading and indexing the built-in data takes over a second, loading it compiled a fifth of one.
The file is a pickle in the user's own cache folder, which only the user can write; it is named by
a digest of all data and of the code that compiles them, so a stale one is never read.
"""

from __future__ import annotations

import gc
import hashlib
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tmqa import __version__
from tmqa.errors import TmqaError
from tmqa.output import write_whole

T = TypeVar("T")

_KEPT = 6  # files, of other data or versions too
_PREFIX, _SUFFIX = "knowledge-", ".pickle"
_CODE = ("lang", "lexicon", "termbase")


def compiled(
    kind: type[T],
    files: Iterable[Path],
    folder: Path | None,
    make: Callable[[], T],
    versions: str = "",
) -> T:
    """What `make` gives for the `files`, from `folder` when it was made before.

    `versions` names the packages whose data go in besides. Without a folder, or where it cannot
    be used, it is made anew.
    """
    if folder is None:
        return make()
    try:
        path = folder / f"{_PREFIX}{_digest(kind, files, versions)}{_SUFFIX}"
    except OSError:  # `make` says better what is wrong with the file
        return make()
    found = _load(path)
    if isinstance(found, kind):
        return found
    made = make()
    with suppress(OSError, TmqaError, RecursionError):
        write_whole(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), path)
        _tidy(folder, path)
    return made


def _digest(kind: type, files: Iterable[Path], versions: str) -> str:
    digest = hashlib.sha256(f"{__version__} {sys.version} {kind.__name__} {versions}".encode())
    package = Path(__file__).parent
    code = sorted(path for part in _CODE for path in (package / part).rglob("*.py"))
    for path in (*code, *files):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _load(path: Path) -> object:
    """The unpickled file, or None when it is not there or damaged.

    Its objects, hundreds of thousands and none of them garbage, are never collected: looking
    through them again and again took nearly half of an article's check (3.4 s, now 1.8 s).
    """
    gc.disable()
    try:
        found: object = pickle.loads(path.read_bytes())
        gc.freeze()
        return found
    except Exception:  # damaged pickles raise nearly anything
        return None
    finally:
        gc.enable()


def _tidy(folder: Path, newest: Path) -> None:
    others = [p for p in folder.glob(f"{_PREFIX}*{_SUFFIX}") if p != newest]
    for path in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
        path.unlink(missing_ok=True)
