"""Any model of sentence-transformers, such as LaBSE, by name or from a local folder.

The vectors are used as they are, with the weights that were fitted on e5-small; how well that
goes is to be measured with `tmqa bench align --embedder NAME`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tmqa.align.cache import key_of
from tmqa.align.embed import Unavailable

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Short names of models that the published aligners use.
_KNOWN = {"labse": "sentence-transformers/LaBSE"}


class TransformerEmbedder:
    """A sentence-transformers model."""

    def __init__(self, name: str) -> None:
        """Loads the model. Raises `Unavailable`."""
        try:
            import sentence_transformers
        except ImportError:
            raise Unavailable(
                "the package sentence-transformers is not installed (pip install 'tmqa[labse]')"
            ) from None
        try:
            self._model = sentence_transformers.SentenceTransformer(_KNOWN.get(name, name))
            self.identity = f"{name}/sentence-transformers-{sentence_transformers.__version__}"
            if Path(name).is_dir():
                self.identity += f"/{_state_of(Path(name))}"
        except Exception as error:  # a model is third-party code and may fail in any way
            raise Unavailable(f"the model {name} does not load ({error})") from error
        self.name = Path(name).name

    def vectors(self, texts: list[str], lang: str) -> NDArray[np.float32]:
        """Unit vectors as the model gives them."""
        return np.asarray(
            self._model.encode(
                texts, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
            ),
            dtype=np.float32,
        )


def _state_of(folder: Path) -> str:
    """Place, sizes and times of a model's files, which change with the model."""
    parts = [str(folder.resolve())]
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            stat = path.stat()
            parts += [path.name, str(stat.st_size), str(stat.st_mtime_ns)]
    return key_of(*parts).hex()
