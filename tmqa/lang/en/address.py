"""Whether an English text speaks to its reader: "you" and "your", or an imperative."""

from __future__ import annotations

from functools import lru_cache

import regex

_YOU = regex.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", regex.IGNORECASE)
# Where a clause begins, and words that may stand before its imperative.
_CLAUSE = regex.compile(r"(?:^|[.!?,;:—–(]|\s-\s|\b(?:and|but|then|or)\b)")
_BEFORE = regex.compile(
    r"[\s\"'“‘*•\d.)]*(?:(?:please|just|now|first|next|finally|simply|always|never|also|so|instead"
    r"|don['’]t|do not)\s+)*(?P<word>\p{L}+)",
    regex.IGNORECASE,
)
# Base forms that open a question or a statement rather than an order.
_NO_IMPERATIVES = frozenset(
    "have may might must can could will would shall should need dare like past even still well better"
    " best further back near total own long".split()
)
_WORD = regex.compile(r"\p{L}+")
_SENTENCE_START = regex.compile(r"(?:^|[.!?:])[\s\"'“‘(*•\d.)]*$")
_SHORTEST_VERB = 2  # letters: go
_LONG_WORD = 4  # letters; headings leave shorter words in lower case
_TITLE_SHARE = 0.7  # of the long words capitalised: the whole text is a heading in title case


@lru_cache(maxsize=2_000)
def addresses_reader(text: str) -> bool:
    """True when the text says "you", or has a clause that begins as an imperative.

    An imperative is taken from its place and shape alone: "Click the button", "If it rains, take
    a coat"; a noun that is also a verb ("Water is life") passes for one. Inside a sentence, a
    capitalised "You" or verb belongs to a title: They sang We Will Rock You.
    """
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() for word in words)
    is_heading = capitals > _TITLE_SHARE * len(words)
    found = [match.span() for match in _YOU.finditer(text)]
    for clause in _CLAUSE.finditer(text):
        match = _BEFORE.match(text, clause.end())
        if match and _is_base_verb(match["word"].lower()):
            found.append(match.span("word"))
    return any(is_heading or not _is_in_title(text, start) for start, _ in found)


def _is_in_title(text: str, start: int) -> bool:
    """True for a capitalised word that does not begin a sentence."""
    return text[start].isupper() and _SENTENCE_START.search(text, endpos=start) is None


@lru_cache(maxsize=50_000)
def _is_base_verb(word: str) -> bool:
    if word in _NO_IMPERATIVES or len(word) < _SHORTEST_VERB:
        return False
    from lemminflect import getAllLemmas

    return word in getAllLemmas(word).get("VERB", ())
