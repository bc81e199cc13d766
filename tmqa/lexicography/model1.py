"""IBM Model 1: which words translate which, from sentence pairs alone.

P. F. Brown et al., "The Mathematics of Statistical Machine Translation" (1993), section 4. Both
directions are trained, and a link counts when each word is the other's best in both: the
intersection, which is precise where data are few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 6
_NONE = 0  # the empty word, which words without counterpart come from

Pair = tuple[Sequence[str], Sequence[str]]
_Ints = NDArray[np.int64]


def linked_words(pairs: Sequence[Pair]) -> Counter[tuple[str, str]]:
    """How often words of the two sides are linked to each other."""
    left, right = _numbered([a for a, _ in pairs]), _numbered([b for _, b in pairs])
    forward = _train(left[0], right[0])
    backward = _train(right[0], left[0])
    counted: Counter[tuple[str, str]] = Counter()
    names, others = left[1], right[1]
    for sources, targets in zip(left[0], right[0], strict=True):
        if not (sources and targets):
            continue
        there = np.array([[forward.get((s, t), 0.0) for t in targets] for s in sources])
        back = np.array([[backward.get((t, s), 0.0) for t in targets] for s in sources])
        both = there * back
        for i, j in enumerate(both.argmax(axis=1)):
            if both[i, j] > 0 and both[:, j].argmax() == i:
                counted[names[sources[i]], others[targets[int(j)]]] += 1
    return counted


def _numbered(side: Sequence[Sequence[str]]) -> tuple[list[list[int]], list[str]]:
    """The words as numbers from 1, and the words by number."""
    numbers: dict[str, int] = {"": _NONE}
    sentences = [[numbers.setdefault(word, len(numbers)) for word in words] for words in side]
    return sentences, list(numbers)


def _train(
    sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
) -> dict[tuple[int, int], float]:
    """The probability of each target word for each source word that it stands with."""
    givens: list[int] = []
    words: list[int] = []
    places: list[int] = []
    place = 0
    for source, target in zip(sources, targets, strict=True):
        for word in target:
            for given in (_NONE, *source):
                givens.append(given)
                words.append(word)
                places.append(place)
            place += 1
    if not words:
        return {}
    pairs, which = np.unique(
        np.stack([np.array(givens), np.array(words)], axis=1), axis=0, return_inverse=True
    )
    found = _probabilities(pairs[:, 0], which.reshape(-1), np.array(places))
    return {(int(s), int(t)): float(p) for (s, t), p in zip(pairs, found, strict=True)}


def _probabilities(given: _Ints, which: _Ints, places: _Ints) -> NDArray[np.float64]:
    """For each pair its probability after the rounds of expectation maximisation.

    `given` is the source word of each pair, `which` the pair of each meeting of two words, and
    `places` the target word's place where they meet.
    """
    found = np.ones(len(given))
    for _ in range(_ROUNDS):
        met = found[which]
        share = met / np.bincount(places, weights=met)[places]
        counts = np.bincount(which, weights=share, minlength=len(given))
        found = counts / np.bincount(given, weights=counts)[given]
    result: NDArray[np.float64] = found
    return result
