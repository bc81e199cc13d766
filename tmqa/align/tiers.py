"""What the fast tier is not sure of, and so the full model has to look at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tmqa.align.search import Found

Mask = NDArray[np.bool_]

# Beads and null beads at least this probable by the table stand. Development documents without the
# lexicon, the table's weights two-fold (strict F1 / omission F1, share of the sentences that the
# full model embeds):
#     none  clean .999  / -, 0     noisy .985 / .920, 0     hard .956 / .910, 0
#     0.90  clean 1.000 / -, .04   noisy .990 / .942, .17   hard .968 / .934, .54
#     0.97  clean 1.000 / -, .09   noisy .991 / .956, .32   hard .970 / .937, .63
#     0.99  clean 1.000 / -, .22   noisy .992 / .963, .47   hard .969 / .933, .74
#     all   clean 1.000 / -, 1     noisy .991 / .949, 1     hard .973 / .940, 1
# Beads beside unsure ones are looked at again too: without, hard lost .003.
SURE = 0.97


def unsure(found: Found) -> tuple[Mask, Mask]:
    """Which source and target sentences to align again, whole beads on both sides."""
    sure = (found.null_source >= SURE, found.null_target >= SURE)
    for link in found.links:
        for side, (start, end) in zip(sure, (link.source, link.target), strict=True):
            side[start:end] = link.probability >= SURE and not link.moved
    again = (_with_neighbours(~sure[0]), _with_neighbours(~sure[1]))
    near = (again[0].copy(), again[1].copy())
    for link in found.links:
        places = slice(*link.source), slice(*link.target)
        if near[0][places[0]].any() or near[1][places[1]].any():
            again[0][places[0]] = True
            again[1][places[1]] = True
    return again


def _with_neighbours(mask: Mask) -> Mask:
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    return wide
