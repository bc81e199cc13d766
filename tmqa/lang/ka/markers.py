"""What stands between the preverb and the root of a Georgian verb: persons, versions, participles.

Facts of grammar after H. Aronson, *Georgian: A Reading Grammar* (1990), chapters 3–12.
"""

from __future__ import annotations

from tmqa.lang.ka.letters import VOWELS

# What a marker may be; a string may be several of these, so they are bits of a number.
NONE = 1
FIRST = 2  # ვ- "I, we"
PERSON = 4  # another person: მ- გ- გვ- ხ- ს- ჰ-
VERSION = 8  # ა- or უ-
TO_PERSON = 16  # a person with ა- or ი-: გვი-კეთ-ებ-ს "does for us"
LIKE_PREVERB = 32  # the same, spelt like a preverb: მი- "to me", გა- "to you"
REFLEXIVE = 64  # ი- or ე-, the latter with a person too
FIRST_VERSION = 128
FIRST_REFLEXIVE = 256
TO_BE_DONE = 512  # სა-: გა-სა-კეთ-ებ-ელ-ი "to be done"
DONE = 1024  # ნა-: ნა-წერ-ი "written"
NOT_DONE = 2048  # უ-: და-უ-წერ-ელ-ი "unwritten"
AGENT = 4096  # მ- or მა-: და-მ-წერ-ი "writer of"
PLAYER = 8192  # მო-: მო-თამაშ-ე "player"

I_OR_WE = FIRST | FIRST_VERSION | FIRST_REFLEXIVE
THIRD = NONE | PERSON | VERSION | TO_PERSON | LIKE_PREVERB | REFLEXIVE
FINITE = THIRD | I_OR_WE
# Markings that begin no noun.
MARKED = FINITE & ~NONE
# Without preverb, მი- and გა- are rather preverbs of other verbs.
BARE = FINITE & ~LIKE_PREVERB

_MARKERS = {
    "": NONE,
    "ვ": FIRST, "ვს": FIRST, "ვჰ": FIRST, "ვა": FIRST_VERSION, "ვუ": FIRST_VERSION,
    "ვი": FIRST_REFLEXIVE, "ვე": FIRST_REFLEXIVE,
    "მ": PERSON | AGENT, "გ": PERSON, "გვ": PERSON, "ხ": PERSON, "ს": PERSON, "ჰ": PERSON,
    "ა": VERSION, "უ": VERSION | NOT_DONE, "მა": TO_PERSON | AGENT, "გვა": TO_PERSON,
    "გი": TO_PERSON, "გვი": TO_PERSON, "მი": LIKE_PREVERB, "გა": LIKE_PREVERB,
    "ი": REFLEXIVE, "ე": REFLEXIVE, "მე": REFLEXIVE, "გე": REFLEXIVE, "გვე": REFLEXIVE,
    "სა": TO_BE_DONE, "ნა": DONE, "მო": PLAYER,
}  # fmt: skip
# Those of finite forms, the empty one too.
FINITE_MARKERS = frozenset(marker for marker, kind in _MARKERS.items() if kind & FINITE)
_LONGEST = max(map(len, _MARKERS))
_INITIALS = frozenset(marker[0] for marker in _MARKERS if marker)
# These stand before consonants only: ს-წერ-ს, never ს-იტყვ-ის (სიტყვის "of a word"); of the version
# vowels ა- alone stands before another vowel (აუმჯობესებს "improves"), and უ- before უ. ხ- is left
# before ვ alone: მო-ხ-ვალ "you come".
_BEFORE_CONSONANTS = frozenset(m for m in _MARKERS if m[-1:] in {*"სჰიეუო"})


def marked(word: str, start: int) -> list[tuple[int, int]]:
    """Where in a word a root may begin after the markers at `start`, and what they may be."""
    found = [(start, NONE)]
    if word[start : start + 1] in _INITIALS:
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
            marking = _MARKERS.get(word[start:end])
            if marking is not None and _may_precede(word[start:end], word[end : end + 1]):
                found.append((end, marking))
    return found


def _may_precede(marker: str, char: str) -> bool:
    if char in VOWELS:
        return marker not in _BEFORE_CONSONANTS or marker == char == "უ"
    return marker != "ხ" or char == "ვ"
