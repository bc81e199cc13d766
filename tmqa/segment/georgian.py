"""Georgian for spaCy: `spacy.blank("ka")` works wherever tmqa is installed.

Registered through the entry point group `spacy_languages`. spaCy's own letter classes leave out
Georgian, so the affix rules here are built from Unicode properties of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import LIKE_NUM, ORTH
from spacy.lang.char_classes import CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS, LIST_PUNCT
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import BaseDefaults, Language

from tmqa.lang.ka.numbers import word_value
from tmqa.lang.ka.words import ABBREVIATIONS, CLOSING_ABBREVIATIONS, STOP_WORDS

_QUOTES = ["„", "“", "”", '"', "'", "‘", "’", "«", "»", "`"]
_OPENING = ["\\(", "\\[", "\\{", "§", "№", "#", "–", "—", "-(?=\\D)"]
_CLOSING = [r"\)", r"\]", r"\}", ",", ";", ":", r"\!", r"\?", "%", "°", "–", "—", "…", r"\.\.+"]
_LETTER = "a-zA-Z\u10d0-\u10ff\u1c90-\u1cbf"


def like_num(text: str) -> bool:
    """True for digits with separators and for Georgian number words in any form."""
    plain = text.strip("+-±~").replace(",", "").replace(".", "").replace("/", "")
    return plain.isdigit() or word_value(text) is not None


def _exceptions() -> dict[str, list[dict[int, str]]]:
    found = dict(BASE_EXCEPTIONS)
    for word in ABBREVIATIONS | CLOSING_ABBREVIATIONS:
        if " " not in word:
            found[f"{word}."] = [{ORTH: f"{word}."}]
    return found


class GeorgianDefaults(BaseDefaults):  # type: ignore[misc]
    """Tokenizer rules and lexical attributes of Georgian."""

    tokenizer_exceptions = _exceptions()
    prefixes = [*_QUOTES, *_OPENING, *LIST_ICONS, *LIST_ELLIPSES, *LIST_PUNCT]
    suffixes = [
        *_QUOTES,
        *_CLOSING,
        *LIST_ICONS,
        *LIST_ELLIPSES,
        rf"(?<=[{_LETTER}0-9{CONCAT_QUOTES}\)\]%])\.",
        r"(?<=[0-9])(?:₾|\$|€|£)",
    ]
    # A hyphen joins compounds and endings (ნელ-ნელა, Facebook-ის) and never splits a word.
    infixes = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{_LETTER}])[,;:!?/](?=[{_LETTER}])",
        rf"(?<=[{_LETTER}])\.(?=[\u10d0-\u10ff]{{2}})",
        "[–—]",
        rf"(?<=[{_LETTER}])[\(\)\[\]„“”\"](?=[{_LETTER}])",
    ]
    stop_words = STOP_WORDS
    lex_attr_getters: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}
    writing_system = {"direction": "ltr", "has_case": False, "has_letters": True}


class Georgian(Language):  # type: ignore[misc]
    """The Georgian language class."""

    lang = "ka"
    Defaults = GeorgianDefaults
