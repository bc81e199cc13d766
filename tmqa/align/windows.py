"""Windows of neighbouring sentences as rows of matrices, for every bead shape."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Shape = tuple[int, int]

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))

# Neighbours whose mean cosine is taken off for a margin.
NEAREST = 6


def smaller(shape: Shape) -> list[Shape]:
    """The shapes of the bead without one end sentence."""
    a, b = shape
    return [(a - 1, b)] * (a > 1) + [(a, b - 1)] * (b > 1)


def part_values(of: dict[Shape, Matrix], shape: Shape) -> list[Matrix]:
    """For each way to take one end sentence off, the value of the rest."""
    a, b = shape
    parts = []
    if a > 1:
        parts += [of[a - 1, b][:-1], of[a - 1, b][1:]]
    if b > 1:
        parts += [of[a, b - 1][:, :-1], of[a, b - 1][:, 1:]]
    return parts


def sums(values: Matrix, size: int) -> Matrix:
    """Sums of `size` neighbouring values (rows of a matrix), one for each start."""
    count = len(values) - size + 1
    total = values[:count].copy()
    for i in range(1, size):
        total += values[i : i + count]
    return total


def means(values: Matrix, size: int) -> Matrix:
    """Means of `size` neighbouring values, one for each start."""
    return sums(values, size) * np.float32(1 / size)


def first_of(values: Matrix, size: int) -> Matrix:
    """The first value of every window of `size`."""
    return values[: len(values) - size + 1]


def last_of(values: Matrix, size: int) -> Matrix:
    """The last value of every window of `size`."""
    return values[size - 1 :]


def difference(left: Matrix, right: Matrix) -> Matrix:
    """How far each left value is from each right value."""
    difference: Matrix = np.abs(left[:, None] - right[None, :])
    return difference


def unit_windows(rows: Matrix, size: int) -> Matrix:
    """Normalised sums of neighbouring rows: as good as embedding the joined text, measured."""
    summed = sums(rows, size)
    norms: Matrix = np.linalg.norm(summed, axis=1, keepdims=True)
    unit: Matrix = np.divide(summed, np.maximum(norms, np.float32(1e-9)))
    return unit


def mean_nearest(cosines: Matrix) -> Matrix:
    """The mean of the highest cosines in each row."""
    count = min(NEAREST, cosines.shape[1])
    nearest = np.partition(cosines, cosines.shape[1] - count, axis=1)[:, -count:]
    means: Matrix = nearest.mean(axis=1)
    return means


def best_outside(cosines: Matrix, size: int) -> Matrix:
    """For each row and window of `size` columns, the highest value outside the window, or 0."""
    rows, columns = cosines.shape
    count = columns - size + 1
    best = np.zeros((rows, count), np.float32)
    before = np.maximum.accumulate(cosines, axis=1)
    after = np.maximum.accumulate(cosines[:, ::-1], axis=1)[:, ::-1]
    np.maximum(best[:, 1:], before[:, : count - 1], out=best[:, 1:])
    np.maximum(best[:, : count - 1], after[:, size:], out=best[:, : count - 1])
    return best
