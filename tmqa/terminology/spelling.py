"""Georgian words of glossaries that nobody knows.

A Hunspell dictionary is asked through the package `chunspell` where that is installed; else only
its list of words is read, without the inflection that its rules allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tmqa.errors import InputError
from tmqa.lang.ka.letters import has_georgian
from tmqa.lang.ka.nominal import plain
from tmqa.lexicon import Lexicon
from tmqa.resources import checked_words
from tmqa.spelling import Speller, read_word_list
from tmqa.terminology.catalogue import Record
from tmqa.terminology.problem import Problem, quoted

Knows = Callable[[str], bool]
# The dictionary form cannot be told of other patterns.
_PATTERN = re.compile(r"[*+=/]")


def known_words(lexicon: Lexicon, dictionary: Path | None = None) -> Knows:
    """What tells whether a word is known: by the Hunspell dictionary, or the built-in word list.

    Words that were checked for the built-in glossaries are known in either case.
    """
    tells = hunspell(dictionary) if dictionary else Speller((lexicon.forms,)).knows
    checked = frozenset(read_word_list(checked_words()))
    return lambda word: word in checked or tells(word)


def hunspell(path: Path) -> Knows:
    """What tells whether the Hunspell dictionary `path`, a `.dic` beside its `.aff`, has a word.

    Raises `InputError` when one of them is missing or unreadable.
    """
    for part in (path, path.with_suffix(".aff")):
        if path.suffix != ".dic" or not part.is_file():
            raise InputError(
                str(part), "no such dictionary", "give a .dic file that lies beside its .aff file"
            )
    try:
        from hunspell import Hunspell
    except ImportError:
        return _word_list(path)
    checker = Hunspell(path.stem, hunspell_data_dir=str(path.parent.resolve()))
    return lambda word: bool(checker.spell(word))


def _word_list(path: Path) -> Knows:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        raise InputError(str(path), "is not UTF-8 text", "save it as UTF-8") from None
    words = {re.split(r"[/\t]", line, maxsplit=1)[0].strip() for line in lines}
    return words.__contains__


def plain_words(patterns: Iterable[str]) -> list[str]:
    """The Georgian words in patterns whose dictionary form can be told, each once."""
    return list(
        dict.fromkeys(
            part
            for pattern in patterns
            for word in re.split(r"[ |]", pattern)
            if not _PATTERN.search(word)
            for part in plain(word).split("-")
            if has_georgian(part) and len(part) > 1
        )
    )


def unknown_words(record: Record, lexicon: Lexicon, knows: Knows | None) -> Iterator[Problem]:
    """A problem for each list with plain words that neither lexicon nor dictionary has."""
    for name in ("preferred", "admitted", "deprecated"):
        unknown = [
            word
            for word in plain_words(getattr(record.term, name))
            if not (lexicon.forms.find(word) or (knows and knows(word)))
        ]
        if unknown:
            yield Problem(
                record,
                f"{name}: unknown {quoted(unknown, 9)}",
                "mend it, or add it to the dictionary",
            )
