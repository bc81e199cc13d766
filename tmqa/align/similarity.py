"""How alike windows of both sides are by one kind of vector, and beside their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tmqa.align.windows import (
    SHAPES,
    Matrix,
    Shape,
    best_outside,
    mean_nearest,
    part_values,
    unit_windows,
)

_HALF = np.float32(0.5)


class Similarity:
    """Cosines of windows and what follows from them, for one kind of sentence vector."""

    def __init__(self, left: Matrix, right: Matrix) -> None:
        rows = {a: unit_windows(left, a) for a in (1, 2, 3) if a <= len(left)}
        columns = {b: unit_windows(right, b) for b in (1, 2, 3) if b <= len(right)}
        self.cosine: dict[Shape, Matrix] = {
            (a, b): rows[a] @ columns[b].T for a, b in SHAPES if a in rows and b in columns
        }
        self._near_left = {a: mean_nearest(self.cosine[a, 1]) for a in rows}
        self._near_right = {b: mean_nearest(self.cosine[1, b].T) for b in columns}

    def margin(self, shape: Shape) -> Matrix:
        """The cosine less the mean cosine of both windows to their nearest sentences."""
        a, b = shape
        near: Matrix = self._near_left[a][:, None] + self._near_right[b][None, :]
        return self.cosine[shape] - near * _HALF

    def gain(self, shape: Shape) -> Matrix:
        """The cosine less the best one that the bead has without one of its end sentences."""
        parts = part_values(self.cosine, shape)
        if not parts:
            return np.zeros_like(self.cosine[shape])
        most: Matrix = np.maximum.reduce(parts)
        return self.cosine[shape] - most

    def lead(self, shape: Shape) -> Matrix:
        """The cosine less the best one of either window to a sentence outside the bead."""
        a, b = shape
        other = np.maximum(
            best_outside(self.cosine[a, 1], b), best_outside(self.cosine[1, b].T, a).T
        )
        return np.clip(self.cosine[shape] - other, -0.5, 0.5)

    def cover(self, shape: Shape) -> Matrix:
        """The least margin of a sentence of the bead to the window on the other side."""
        a, b = shape
        count, width = self.cosine[shape].shape
        members = []
        if a > 1:
            margin = self.margin((1, b))
            members += [margin[k : k + count] for k in range(a)]
        if b > 1:
            margin = self.margin((a, 1))
            members += [margin[:, k : k + width] for k in range(b)]
        return np.minimum.reduce(members) if members else np.zeros((count, width), np.float32)

    def straight(self, shape: Shape) -> Matrix:
        """For 2-2: the mean margin of the two 1-1 beads that would do instead."""
        margin = self.margin((1, 1))
        if shape != (2, 2):
            return np.zeros_like(self.cosine[shape])
        return (margin[:-1, :-1] + margin[1:, 1:]) * _HALF

    def crossed(self, shape: Shape) -> Matrix:
        """For 2-2: the better margin of first with second; where texts overlap, one is high."""
        margin = self.margin((1, 1))
        if shape != (2, 2):
            return np.zeros_like(self.cosine[shape])
        return np.maximum(margin[:-1, 1:], margin[1:, :-1])


def similarity_features(
    name: str, similarity: Similarity, shape: Shape
) -> Iterator[tuple[str, Matrix]]:
    """The features of one kind of similarity, named after it."""
    margin = similarity.margin(shape)
    yield f"{name}.cosine", similarity.cosine[shape]
    yield f"{name}.margin", margin
    yield f"{name}.negative", np.minimum(margin, 0)
    yield f"{name}.gain", similarity.gain(shape)
    yield f"{name}.lead", similarity.lead(shape)
    yield f"{name}.cover", similarity.cover(shape)
    yield f"{name}.straight", similarity.straight(shape)
    yield f"{name}.crossed", similarity.crossed(shape)
