"""The lexicon's lines for a word of either language."""

from __future__ import annotations

from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka.letters import has_georgian
from tmqa.lexicon import Entry, Lexicon


def entry_lines(word: str, lexicon: Lexicon) -> list[str]:
    """The entries of an English word in any form, or those that a Georgian form can render.

    They are written as in the lexicon's file.
    """
    found = lexicon.lemmas(word) if has_georgian(word) else lemmas(word)
    return [line(entry) for lemma in sorted(found) for entry in lexicon.entries(lemma)]


def line(entry: Entry) -> str:
    """The entry as the lexicon's file has it: lemma, part of speech, renderings by sense."""
    senses = " ; ".join(", ".join(sense) for sense in entry.senses)
    return f"{entry.lemma}\t{entry.pos}\t{senses}"
