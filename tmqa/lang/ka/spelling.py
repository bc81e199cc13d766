"""How Georgian words are misspelt: the words that one slip parts from a word, by likelihood.

A slip is a letter added, lost, changed or exchanged with its neighbour (F. J. Damerau, *A technique
for computer detection and correction of spelling errors*, 1964).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tmqa.lang.ka.forms import TAILS
from tmqa.lang.ka.markers import FINITE_MARKERS
from tmqa.lang.ka.verb import PREVERBS

_LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
# Letters whose sounds differ little: the voiced, the aspirated and the ejective consonant of a
# place, sibilants and their affricates, and the consonants of the back of the mouth (H. Aronson,
# *Georgian: A Reading Grammar*, 1990, on the consonants).
_ALIKE = "ბფპ დთტ გქკ ძცწ ჯჩჭ ზძ ზს სც სშ ჟშ ჟჯ შჩ ქხ ყკ ყქ ყხ ღხ ღგ ღყ ხჰ"
# Letters of one key, without and with Shift, in the Georgian QWERTY layout.
_ONE_KEY = "წჭ რღ ტთ სშ ჯჟ ზძ ცჩ"
_KEY_ROWS = ("ქწერტყუიოპ", "ასდფგჰჯკლ", "ზხცვბნმ")

# How likely a slip is, the smaller the likelier.
LIKELY, POSSIBLE, UNLIKELY = 0, 1, 2

_LONGEST_MARKER = max(map(len, FINITE_MARKERS))
# The ვ of a theme before ნ, and that which keeps ო or უ apart from a vowel.
_THEME = re.compile("ვ(?=ნ)|(?<=[ოუ])ვ(?=[აეიოუ])")
# Letters that two forms must share between their markers and their endings; with 2, word-misspelt is
# sure of one slip in a hundred fewer and no false alarm goes.
_SHORTEST_ROOT = 3


def _partners(groups: Iterable[str]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        for letter in group:
            found[letter].update(group)
    return {letter: frozenset(others - {letter}) for letter, others in found.items()}


_CONFUSED = _partners((*_ALIKE.split(), *_ONE_KEY.split()))
_NEIGHBOURS = _partners("".join(pair) for row in _KEY_ROWS for pair in pairwise(row))


def slips(word: str) -> dict[str, int]:
    """Every string that one slip parts from `word`, with the slip's likelihood."""
    found: dict[str, int] = {}

    def add(other: str, rank: int) -> None:
        if other != word and rank < found.get(other, UNLIKELY + 1):
            found[other] = rank

    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        beside = before[-1:] + after[:1]
        for letter in _LETTERS:
            add(before + letter + after, LIKELY if letter in beside else POSSIBLE)
        if after:
            first, rest = after[0], after[1:]
            doubled = first in before[-1:] + rest[:1]
            add(before + rest, LIKELY if doubled else POSSIBLE)
            add(before + rest[:1] + first + rest[1:], LIKELY)
            for letter in _LETTERS:
                add(before + letter + rest, _changed(first, letter))
    return found


def _changed(letter: str, other: str) -> int:
    """How likely one letter is written for another."""
    if other in _CONFUSED.get(letter, ()):
        return LIKELY
    return POSSIBLE if other in _NEIGHBOURS.get(letter, ()) else UNLIKELY


@lru_cache(maxsize=10_000)
def are_akin(left: str, right: str) -> bool:
    """True when only preverbs, markers, theme and endings may tell two strings apart.

    They may then be two right forms of one family: წერდა, წერდი "was writing"; დავწერე, დაწერე
    "wrote"; მივლინება, მოვლინება "sending to, appearing"; ხატვას, ხატავს "drawing, draws".
    """
    if _themeless(left) == _themeless(right):
        return True
    theirs = _after_prefixes(right)
    return any(_share_root(ours, other) for ours in _after_prefixes(left) for other in theirs)


def _themeless(word: str) -> str:
    """The word without a ვ that comes and goes in one verb: დანიშვნა, დანიშნა "(to) appoint"."""
    return _THEME.sub("", word.replace("ვა", "ავ"))


def _after_prefixes(word: str) -> frozenset[str]:
    """What may be left of a word after a preverb and the markers of a finite verb."""
    return frozenset(
        word[len(preverb) + length :]
        for preverb in ("", *PREVERBS)
        if word.startswith(preverb)
        for length in range(_LONGEST_MARKER + 1)
        if word[len(preverb) : len(preverb) + length] in FINITE_MARKERS
    )


def _share_root(left: str, right: str) -> bool:
    """True when both are the same root with an ending."""
    return any(
        left[length:] in TAILS and right[length:] in TAILS
        for length in range(_SHORTEST_ROOT, min(len(left), len(right)) + 1)
        if left[:length] == right[:length]
    )
