"""Word lists of a project: the words that it wants to be known, in any of their forms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tmqa.errors import ConfigError, InputError
from tmqa.lang.ka.forms import is_valid_pattern
from tmqa.lang.ka.letters import has_georgian

_REMEDY = "write a Georgian word in the dictionary form"


def checked(where: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words, each a pattern of one word (see `glossaries/README.md`).

    Raises `ConfigError` naming `where` and the word that is none.
    """
    found = tuple(words)
    for word in found:
        if len(word.split()) != 1:
            raise ConfigError(f"{where} {word!r}", "is not one word", _REMEDY)
        if not has_georgian(word) or not is_valid_pattern(word):
            raise ConfigError(f"{where} {word!r}", "cannot be a word", _REMEDY)
    return found


def read_word_list(path: Path) -> tuple[str, ...]:
    """The words of a UTF-8 file, one a line; blank lines and those with # before them count not.

    Raises `InputError` when the file cannot be read, `ConfigError` naming the line of a non-word.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise InputError(str(path), f"cannot be read ({reason})", "check the path") from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8 text", "save it as UTF-8") from None
    return tuple(
        word
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
        for word in checked(f"{path}:{number}", [line.strip()])
    )
