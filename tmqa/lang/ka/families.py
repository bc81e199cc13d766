"""Word families: Georgian words of one root, whatever their preverb and derivation."""

from __future__ import annotations

from functools import lru_cache

from tmqa.lang.ka.verb import PREVERBS, after_markers

_ROOT = 4  # letters that two words of one family share after preverb and markers


@lru_cache(maxsize=100_000)
def families(word: str) -> frozenset[str]:
    """The stem keys of a Georgian word: its beginning, and that of what follows its preverb."""
    keys = {word[: _ROOT + 1]} if len(word) > _ROOT else {word}
    for preverb in PREVERBS:
        if word.startswith(preverb):
            for rest in after_markers(word[len(preverb) :]):
                if len(rest) > _ROOT:
                    keys.add(f"+{rest[:_ROOT]}")
    for rest in after_markers(word):
        if len(rest) > _ROOT:
            keys.add(f"+{rest[:_ROOT]}")
    return frozenset(keys)
