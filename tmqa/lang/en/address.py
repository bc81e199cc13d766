"""Whether an English text speaks to its reader: "you" and "your", or an imperative."""

from __future__ import annotations

from functools import lru_cache

import regex

_YOU = regex.compile(r"\b(?:you|your|yours|yourself|yourselves|y['’]all)\b", regex.IGNORECASE)
# "You" inside a run of capitalised words is part of a title: "They sang We Will Rock You."
_TITLE = regex.compile(
    r"(?<=\p{Lu}\p{L}*\s)You[\p{L}’']*|\bYou[\p{L}’']*(?=\s\p{Lu}\p{Ll}+\s\p{Lu})"
)
# Where a clause begins, and words that may stand before its imperative.
_CLAUSE = regex.compile(r"(?:^|[.!?,;:—–(]|\s-\s|\b(?:and|but|then|or)\b)")
_BEFORE = regex.compile(
    r"[\s\"'“‘*•\d.)]*(?:(?:please|just|now|first|next|finally|simply|always|never|also|so|instead"
    r"|don['’]t|do not|let['’]s not)\s+)*(?P<word>\p{L}+)",
    regex.IGNORECASE,
)
# Base forms of verbs that hardly ever open a clause as imperatives: auxiliaries, conjunctions.
_NO_IMPERATIVES = frozenset(
    "have do may might must can could will would shall should need dare like close past even still "
    "well better best further back near total lower own long till must".split()
)


@lru_cache(maxsize=2_000)
def addresses_reader(text: str) -> bool:
    """True when the text holds a "you" outside a title, or a clause that begins as an imperative.

    An imperative is taken from its place and shape alone: "Click the button", "If it rains, take
    a coat". A noun that is also a verb ("Water is life") passes for one.
    """
    titles = [match.span() for match in _TITLE.finditer(text)]
    for match in _YOU.finditer(text):
        if not any(start <= match.start() < end for start, end in titles):
            return True
    return any(_begins_with_imperative(text, match.end()) for match in _CLAUSE.finditer(text))


def _begins_with_imperative(text: str, start: int) -> bool:
    match = _BEFORE.match(text, start)
    return match is not None and _is_base_verb(match["word"].lower())


@lru_cache(maxsize=50_000)
def _is_base_verb(word: str) -> bool:
    if word in _NO_IMPERATIVES or len(word) < 2:
        return False
    from lemminflect import getAllLemmas

    return word in getAllLemmas(word).get("VERB", ())
