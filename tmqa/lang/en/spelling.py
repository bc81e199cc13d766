"""How near two English words are in spelling."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=50_000)
def is_one_slip(left: str, right: str) -> bool:
    """True when one letter added, lost, changed or exchanged with its neighbour parts the words.

    The Damerau–Levenshtein distance 1: F. J. Damerau, *A technique for computer detection and
    correction of spelling errors* (1964).
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    a, b = left[start : len(left) - end], right[start : len(right) - end]
    return max(len(a), len(b)) == 1 or (len(a) == len(b) == 2 and a == b[::-1])
