"""Sentence boundaries in English and Georgian text.

A boundary stands after terminal punctuation and its closing quotes and brackets, before white
space, unless the context says that the sentence goes on: an abbreviation, an initial, an
ordinal, a quotation with its reporting verb, a lower-case continuation. Georgian has no
capitals, so no rule may ask for one there.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tmqa.lang.en import words as en
from tmqa.lang.ka import words as ka

_CLOSERS = "\"'”“’»)\\]"
_END = regex.compile(
    rf"(?P<mark>[.!?…]++\s(?=[{_CLOSERS}](?:\s|$))|[.!?…]++)(?P<close>[{_CLOSERS}]*+)(?=\s)"
)
_NEXT = regex.compile(r"\s+(?P<open>[\"'“”„‘’«(\[]*)(?P<word>[^\s]*)")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\d.’'-]*$")
_INITIAL = regex.compile(r"(?:^|[\s(„“\"'.])\p{L}$")
_NUMBER = regex.compile(r"(?:^|\s)\d{1,2}$")
_MEASURE = regex.compile(r"[\d½¼¾][\s-]?\p{L}+$")
_LIST_LABEL = regex.compile(r"\s*(?:\d{1,3}|[\p{L}]|[IVXivx]{1,5})$")
_CONTEXT = 40  # characters before a full stop that can tell what it ends
_DASHES = ("–", "—", "-")
_CONTINUATION = (",", ";", ":", ")", "%", ".")


def boundaries(text: str, lang: str) -> Iterator[int]:
    """Offsets in `text` at which a sentence ends; the end of the text is not among them."""
    for match in _END.finditer(text):
        following = _NEXT.match(text, match.end())
        if following is None or not (following["word"] or following["open"]):
            continue
        if not _goes_on(text, match, following, lang):
            yield match.end()


def _goes_on(text: str, match: regex.Match[str], following: regex.Match[str], lang: str) -> bool:
    word, opening = following["word"], following["open"]
    if word.startswith(_CONTINUATION) and not opening:
        return True
    mark = match["mark"].strip()
    if not opening and word[:1].islower() and word[:1].isascii() and not _is_camel(word):
        return True
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    if mark == "." and not match["close"]:
        if match.start() < _CONTEXT and _LIST_LABEL.fullmatch(before):
            return True
        if _abbreviation_goes_on(before, word, lang):
            return True
    if (match["close"] or mark[-1] in "?!") and not opening and word in _DASHES:
        return True  # „…!“ – said she
    if lang == "ka":
        return _georgian_goes_on(mark, match["close"], opening, word)
    return False


def _is_camel(word: str) -> bool:
    """True for names such as iPhone and eBay, which may open a sentence."""
    return any(char.isupper() for char in word[1:3])


def _abbreviation_goes_on(before: str, following: str, lang: str) -> bool:
    tables = ka if lang == "ka" else en
    found = _LAST_WORD.search(before)
    last = found.group() if found else ""
    bare = last.lstrip(".-'’")
    if bare in tables.ABBREVIATIONS or (bare.isascii() and bare in en.ABBREVIATIONS):
        return True
    if bare in en.BEFORE_NUMBERS and following[:1].isdigit():
        return True
    if lang == "ka":
        if bare in ka.CLOSING_ABBREVIATIONS:
            return bare not in ("ა.შ", "სხვ")
        return bool(_INITIAL.search(before)) or (
            bool(_NUMBER.search(before)) and following.startswith(ka.MONTHS)
        )
    opener = following.strip("\"'”“’,.;:!?") in en.OPENERS
    if bare in en.UNITS and _MEASURE.search(before):
        return not opener
    if bare in en.CLOSING_ABBREVIATIONS or regex.fullmatch(r"(?:\p{L}\.)+\p{L}", bare):
        return not opener
    if _INITIAL.search(before) and bare != "I":
        return not opener
    return False


def _georgian_goes_on(mark: str, close: str, opening: str, word: str) -> bool:
    if close and any(char in close for char in "\"”“»’'") and not opening:
        # „…!“ თქვა მან: a reporting verb keeps the quotation in its sentence.
        return word.startswith(ka.REPORTING)
    # An ellipsis inside a Georgian sentence is a pause as often as an end.
    return mark in ("…", "...") and not close and not opening
