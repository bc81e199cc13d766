"""Sentence vectors remembered between runs, in one SQLite file of bounded size.

Nothing here may stop a run: a corrupt file is thrown away and begun anew, and where the file can
be neither read nor written, or another run holds it, vectors are simply computed again. The file
holds digests and vectors, no text.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]

# About 125,000 sentences of 384 numbers. Numbers keep their 32 bits, so that a second run gives
# the same bytes as the first.
MOST_BYTES = 256 * 1024 * 1024
# A use is noted once a day, so that a run that only reads seldom writes.
_DAY = 86_400
# Seconds to wait for another run that writes.
_PATIENCE = 2.0
# SQLite's limit of variables in a query was 999 before 3.32.
_AT_ONCE = 500
_FILE = "vectors-1.sqlite"
_TABLE = """
    CREATE TABLE IF NOT EXISTS vectors
    (key BLOB PRIMARY KEY, vector BLOB NOT NULL, used INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS by_use ON vectors (used);
"""


class VectorCache:
    """Vectors by a key that names the model, the language and the text."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._path = folder / _FILE
        self._most_bytes = most_bytes

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        """The vectors that are there."""
        found: dict[bytes, Vector] = {}
        try:
            with closing(self._open()) as file, file:
                for start in range(0, len(keys), _AT_ONCE):
                    found |= self._read(file, keys[start : start + _AT_ONCE])
        except sqlite3.OperationalError:
            pass  # locked or not to be written: what was read counts
        except (sqlite3.Error, OSError):
            self._throw_away()
        return found

    def put(self, vectors: Mapping[bytes, Vector]) -> None:
        """Keeps the vectors; the longest unused ones go when the file grows too large."""
        now = int(time.time())
        rows = [(key, vector.astype("<f4").tobytes(), now) for key, vector in vectors.items()]
        try:
            with closing(self._open()) as file, file:
                file.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
                self._shrink(file)
        except sqlite3.OperationalError:
            pass
        except (sqlite3.Error, OSError):
            self._throw_away()

    def _open(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            file.executescript(_TABLE)
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _read(self, file: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        marks = ",".join("?" * len(keys))
        rows = file.execute(f"SELECT key, vector, used FROM vectors WHERE key IN ({marks})", keys)
        found: dict[bytes, Vector] = {}
        stale = []
        now = int(time.time())
        for key, stored, used in rows:
            if (vector := _unit_vector(stored)) is not None:
                found[key] = vector
                if now - used > _DAY:
                    stale.append((now, key))
        file.executemany("UPDATE vectors SET used = ? WHERE key = ?", stale)
        return found

    def _shrink(self, file: sqlite3.Connection) -> None:
        def pragma(name: str) -> int:
            return int(file.execute(f"PRAGMA {name}").fetchone()[0])

        def size() -> int:
            return (pragma("page_count") - pragma("freelist_count")) * pragma("page_size")

        while size() > self._most_bytes:
            count = file.execute("SELECT count(*) FROM vectors").fetchone()[0]
            file.execute(
                "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used LIMIT ?)",
                (max(1, count // 10),),
            )
            if count <= 1:
                break

    def _throw_away(self) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def key_of(*parts: str) -> bytes:
    """The key of what the parts name together; any text has one, lone surrogates too."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return digest.digest()[:16]


def _unit_vector(stored: object) -> Vector | None:
    """The stored vector, or None where it is damaged."""
    if not isinstance(stored, bytes) or not stored or len(stored) % 4:
        return None
    vector = np.frombuffer(stored, "<f4").astype(np.float32)
    whole = np.isfinite(vector).all() and abs(float(np.linalg.norm(vector)) - 1) < 1e-3
    return vector if whole else None


def unique(texts: Iterable[str]) -> list[str]:
    """The texts without repetitions, in order."""
    return list(dict.fromkeys(texts))
