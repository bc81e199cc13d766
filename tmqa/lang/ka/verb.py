"""Georgian verbs: a preverb and a root find the finite forms, participles and verbal noun.

Endings alone never lead from a verbal noun to its finite forms, and a root without its preverb
matches unrelated words; so a verb is given as `preverb+root` and only the slot between the two
is free: person markers, version vowels and the prefixes of participles.
"""

from __future__ import annotations

from itertools import product

# Object and subject person markers, version vowels and the participle prefixes სა- ნა- მა- მ- უ-.
_PARTICIPLE = ("", "სა", "ნა", "მა", "უ")
_PERSON = ("", "ვ", "მ", "გ", "გვ", "ხ", "ს", "ჰ")
_VERSION = ("", "ა", "ე", "ი", "უ")

MARKERS: frozenset[str] = frozenset(map("".join, product(_PARTICIPLE, _PERSON, _VERSION)))
_LONGEST = max(map(len, MARKERS))


def after_markers(text: str) -> tuple[str, ...]:
    """Every remainder of `text` after a possible marker sequence, the shortest markers first."""
    return tuple(
        text[length:] for length in range(min(_LONGEST, len(text)) + 1) if text[:length] in MARKERS
    )
