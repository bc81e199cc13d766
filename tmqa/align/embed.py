"""Sentence vectors: the protocol, the choice of an embedder, and vectors remembered.

An embedder is named in the settings: `e5-small` is built in, every other name is one of
sentence-transformers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tmqa.align.cache import VectorCache, key_of, unique
from tmqa.lang.ka.letters import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUILT_IN = "e5-small"
# The models read 512 tokens a window at about 2 ms a token: longer lines cost seconds and add
# nothing that tells them from their neighbours.
LONGEST_TEXT = 1_000
# Sentences embedded between two writes to the cache, about a minute's work.
_AT_ONCE = 1_000


class Embedder(Protocol):
    """Anything that turns sentences of one language into unit vectors."""

    name: str
    """What a signature calls it."""
    identity: str
    """What tells its vectors from those of all other models and versions."""

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """One unit vector a text, as rows; `lang` is "en" or "ka". Texts are prepared."""
        ...


class Unavailable(Exception):  # noqa: N818 (a state of the machine, not a fault)
    """The embedding model cannot be used here; the message says why."""


def open_embedder(name: str, folder: Path | None) -> Embedder:
    """The embedder of that name. Raises `Unavailable`.

    `folder` is where vectors are remembered; None remembers nothing.
    """
    made: Embedder
    if name == BUILT_IN:
        from tmqa.align.e5 import E5Embedder

        made = E5Embedder(folder)
    else:
        from tmqa.align.transformer import TransformerEmbedder

        made = TransformerEmbedder(name)
    return Remembering(made, VectorCache(folder) if folder is not None else None)


class Remembering:
    """An embedder that embeds each text once: in an article, and with a cache in all runs."""

    def __init__(self, inner: Embedder, cache: VectorCache | None) -> None:
        self._inner, self._cache = inner, cache
        self.name, self.identity = inner.name, inner.identity

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """One unit vector a text, whatever is in it. Raises `Unavailable` when the model fails."""
        keys = {text: key_of(self.identity, lang, text) for text in unique(map(prepare, texts))}
        known = self._cache.get(list(keys.values())) if self._cache else {}
        missing = [text for text, key in keys.items() if key not in known]
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            fresh = dict(zip([keys[text] for text in part], self._embed(part, lang), strict=True))
            known.update(fresh)
            if self._cache:
                self._cache.put(fresh)
        rows = [known[keys[prepare(text)]] for text in texts]
        if len({len(row) for row in rows}) > 1:
            raise Unavailable(f"{self.name} gives vectors of different lengths")
        return np.stack(rows) if rows else np.zeros((0, 1), np.float32)

    def _embed(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        try:
            rows = self._inner.vectors(texts, lang)
        except Unavailable:
            raise
        except Exception as error:  # a model is third-party code and may fail in any way
            raise Unavailable(f"{self.name} fails ({type(error).__name__}: {error})") from error
        if rows.shape[:1] != (len(texts),) or not np.isfinite(rows).all():
            raise Unavailable(f"{self.name} does not give a vector for every sentence")
        return rows


def prepare(text: str) -> str:
    """`text` as models can read it: Mtavruli folded, no NUL, no lone surrogates, not empty."""
    clean = fold(text) if any("\u1c90" <= char <= "\u1cbf" for char in text) else text
    clean = clean[:LONGEST_TEXT].replace("\0", " ")
    return clean.encode("utf-8", "replace").decode("utf-8") if clean.strip() else "."
