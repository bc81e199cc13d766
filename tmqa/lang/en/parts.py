"""The part of speech of an English word where it stands, when its neighbours tell it.

A word that can be noun and verb is told by the closed-class words around it: "the book" is a
noun, "to book" a verb, "book a room" a verb at the head of an order. Most places are decided so,
the others are left open: a guess would be worth less than silence. What a word can be at all
comes from the package lemminflect (NIH SPECIALIST lexicon).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from tmqa.lang.en.words import STOP_WORDS


class Part(Enum):
    """A part of speech that patterns may ask for, by the sign that a pattern has after a slash."""

    NOUN = "n"
    VERB = "v"
    ADJECTIVE = "adj"


_TAGS = {"NOUN": Part.NOUN, "PROPN": Part.NOUN, "VERB": Part.VERB, "AUX": Part.VERB,
         "ADJ": Part.ADJECTIVE}  # fmt: skip
# Determiners and possessives, after which a noun phrase goes on.
_POSSESSORS = frozenset(
    "a an the my your his its our their every each no another whose 's ’s".split()
)
_OF_TIME = frozenset("every each another".split())  # "abuse every day" has no object
_IS_TOO = frozenset("'s ’s".split())
_BEFORE_IS = frozenset("he she it that there who what here where how".split())
_CAUSES = frozenset("help helped let make made see saw watch watched".split())
# After these a plural is a noun: "many books"; "some book early" stays open.
_QUANTIFIERS = frozenset("these those some many few several both most more all any".split())
_PREPOSITIONS = frozenset(
    "of in on at by for from with into about over under between through during without within"
    " against across per via onto upon towards toward behind beside near".split()
)
_MODALS = frozenset(
    "will would can could may might must shall should do does did 'll ’ll 'd ’d n't n’t cannot"
    " not".split()
)
_SUBJECTS = frozenset("i you we they he she who".split())
_SINGULAR_SUBJECTS = frozenset("he she".split())
_OBJECTS = frozenset("me him them us it you himself herself themselves itself this these".split())
_BE = frozenset(
    "am is are was were be been being become became becomes seem seems seemed feel feels felt look"
    " looks looked stay stays stayed".split()
)
_DEGREES = frozenset("very so too quite rather really extremely fairly how as".split())
_JOINING = frozenset(", and or".split())  # another adjective may follow: a fine, sunny day
_BETWEEN = frozenset("also just never always only often still ever even really".split())
# Nouns that stand after "to" without an article: to bed, to court.
_AFTER_TO = frozenset(
    "bed court work school church market date sea power college class town press war jail prison"
    " hospital university life death love time place shore port sleep".split()
)


def part_of_speech(words: Sequence[str], at: int) -> Part | None:
    """What the word at a position is; None when neither the word nor its neighbours tell."""
    word = words[at].lower()
    possible = _possible(word)
    if len(possible) < 2:
        return next(iter(possible), None)
    before = _before(words, at)
    left = words[before].lower() if before >= 0 else ""
    further = words[before - 1].lower() if before > 0 else ""
    right = words[at + 1].lower() if at + 1 < len(words) else "."
    if "-" in (left, right):
        return None
    found = _by_left(word, left, further, right) or _by_right(word, left, right)
    return found if found in possible else None


@lru_cache(maxsize=20_000)
def _possible(word: str) -> frozenset[Part]:
    from lemminflect import getAllLemmas

    found = getAllLemmas(word)
    tags = set(found)
    if word.endswith("s"):  # lemminflect knows "crunches" as a verb only
        tags |= {"NOUN"} & {tag for lemma in found.get("VERB", ()) for tag in getAllLemmas(lemma)}
    return frozenset(_TAGS[tag] for tag in tags if tag in _TAGS)


def _before(words: Sequence[str], at: int) -> int:
    """The position of the word before, adverbs left out; -1 at the start of the sentence."""
    at -= 1
    while at >= 0 and (words[at].lower() in _BETWEEN or words[at].lower().endswith("ly")):
        at -= 1
    return at


def _by_left(word: str, left: str, further: str, right: str) -> Part | None:
    """What the word before tells, and for the end of a noun phrase the word after."""
    possible = _possible(word)
    if left in _POSSESSORS and not (left in _IS_TOO and further in _BEFORE_IS):
        return _nominal(right, possible)
    if left == "her" and further not in _CAUSES:
        return _nominal(right, possible)
    if word.endswith("ing"):
        return None
    if left in _PREPOSITIONS or (left in _QUANTIFIERS and word.endswith("s")):
        return _nominal(right, possible)
    if left == "to":
        may_be_adjective = Part.ADJECTIVE in possible and not _ends_phrase(right)
        is_verb = _is_base(word) and word not in _AFTER_TO and not may_be_adjective
        return Part.VERB if is_verb else None
    if left in _MODALS:
        return Part.VERB if _is_base(word) else None
    if left in _SUBJECTS:
        is_finite = _is_base(word) or left in _SINGULAR_SUBJECTS or word.endswith("ed")
        return Part.VERB if is_finite else None
    if left in _BE | _DEGREES:
        is_participle = word.endswith("ed") and Part.VERB in possible
        return Part.ADJECTIVE if _ends_phrase(right) and not is_participle else None
    if _is_only_adjective(left):
        return _nominal(right, possible)
    return None


def _by_right(word: str, left: str, right: str) -> Part | None:
    """A verb has an object after it: book a table, shares it, backed her.

    Not so after a noun or an adjective: "at the shoe store the owner".
    """
    has_object = right in _OBJECTS or right in _POSSESSORS - _IS_TOO - _OF_TIME
    describing = Part.ADJECTIVE if word.endswith("ed") else Part.NOUN
    may_describe = left not in STOP_WORDS and bool(_possible(left) & {Part.ADJECTIVE, describing})
    is_nominal = left in _POSSESSORS | _PREPOSITIONS or may_describe
    return Part.VERB if has_object and not is_nominal else None


def _nominal(right: str, possible: frozenset[Part]) -> Part | None:
    """After a determiner: a noun at the end of its phrase; before a word of content, often open."""
    if right in _JOINING and Part.ADJECTIVE in possible:
        return None
    if _ends_phrase(right):
        return Part.NOUN if Part.NOUN in possible else Part.ADJECTIVE
    return Part.NOUN if Part.ADJECTIVE not in possible else None


def _ends_phrase(right: str) -> bool:
    return right in STOP_WORDS or not right[0].isalnum()


def _is_only_adjective(word: str) -> bool:
    return word not in STOP_WORDS and _possible(word) == {Part.ADJECTIVE}


@lru_cache(maxsize=20_000)
def _is_base(word: str) -> bool:
    """True for the form that an infinitive has."""
    from lemminflect import getAllLemmas

    return word in getAllLemmas(word).get("VERB", ())
