"""The subject of an English verb, where the words before the verb tell it surely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tmqa.lang.en.words import STOP_WORDS

PRONOUNS = frozenset({"he", "she", "they"})
_DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their every all each some".split()
)
_BETWEEN = frozenset("also just never always not n't n’t did".split())  # and adverbs in -ly
# A noun after these is no subject, though a verb may follow: "the head of the firm resigned".
_GOVERNING = frozenset(
    "of in on at by for from with into about over under between to near and or whose than as"
    " through during without against across per via".split()
)


def subject_of(words: Sequence[str], verb: int) -> int | None:
    """The position of the subject's last word: a pronoun, or a noun phrase that opens the clause.

    None where the phrase before the verb may also belong to something before it.
    """
    last = verb - 1
    while last >= 0 and (words[last].lower() in _BETWEEN or words[last].lower().endswith("ly")):
        last -= 1
    if last < 0 or not words[last][0].isalpha():
        return None
    if words[last].lower() in PRONOUNS:
        return last
    first = last
    while first and _goes_on(words[first - 1]):
        first -= 1
    return None if first and words[first - 1].lower() in _GOVERNING else last


def is_past(words: Sequence[str], at: int) -> bool:
    """True for a verb in the simple past: wrote, did not write; a participle may look alike."""
    helpers = {word.lower() for word in words[max(0, at - 2) : at]}
    return bool(helpers & {"did", "didn"}) or _is_past_form(words[at].lower())


def _goes_on(word: str) -> bool:
    return word.lower() in _DETERMINERS or (word[0].isalpha() and word.lower() not in STOP_WORDS)


@lru_cache(maxsize=20_000)
def _is_past_form(word: str) -> bool:
    from lemminflect import getAllLemmas, getInflection

    bases = getAllLemmas(word, upos="VERB").get("VERB", ())
    return any(word in getInflection(base, "VBD") for base in bases if base != word)
