"""Word families: Georgian words of one root, whatever their preverb and derivation."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from tmqa.lang.ka.verb import PREVERBS

_ROOT = 4  # letters that two words of one family share after preverb and prefixes
# What may stand before a root: of a participle, a person and a version, in this order. A family is
# wider than a paradigm: სი-წყნარე "quietness" belongs to წყნარი "quiet".
_PREFIXES = frozenset(
    "".join(parts)
    for parts in product(
        ("", "სა", "ნა", "მა", "უ"), ("", "ვ", "მ", "გ", "გვ", "ხ", "ს", "ჰ"), ("", *"აეიუ")
    )
)
_LONGEST = max(map(len, _PREFIXES))


@lru_cache(maxsize=100_000)
def families(word: str) -> frozenset[str]:
    """The stem keys of a Georgian word: its beginning, and that of what follows its preverb."""
    keys = {word[: _ROOT + 1]} if len(word) > _ROOT else {word}
    for preverb in ("", *PREVERBS):
        if word.startswith(preverb):
            for rest in _after_prefixes(word[len(preverb) :]):
                if len(rest) > _ROOT and rest[:_ROOT] not in PREVERBS:
                    keys.add(f"+{rest[:_ROOT]}")
    return frozenset(keys)


def _after_prefixes(text: str) -> list[str]:
    longest = min(_LONGEST, len(text))
    return [text[length:] for length in range(longest + 1) if text[:length] in _PREFIXES]
