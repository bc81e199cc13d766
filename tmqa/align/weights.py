"""The fitted weights: how much each feature counts, for each kind of evidence.

`weights.json` is written by `python tests/tune_align.py weights`; its few dozen numbers a model
are the parameters of a conditional random field over alignments (Lafferty et al. 2001) and of
the logistic curves that turn its probabilities into stated confidences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Evidence that an aligner may use, by its name in the file.
MODELS = ("vectors", "table", "lexical", "length")


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the log-odds of a probability."""

    slope: float
    shift: float


@dataclass(frozen=True, slots=True)
class Model:
    """Feature weights and the confidence curves of beads and null beads."""

    weights: Mapping[str, float]
    bead: Curve
    null: Curve

    def weight(self, name: str) -> float:
        """The weight of a feature; 0 for one that is not used."""
        return self.weights.get(name, 0.0)


@cache
def load(name: str) -> Model:
    """The model for one of `MODELS`."""
    text = files("tmqa.align").joinpath("weights.json").read_text(encoding="utf-8")
    record = json.loads(text)[name]
    return Model(record["weights"], Curve(*record["bead"]), Curve(*record["null"]))
