"""Reads the lexicon and the brands, TSV files with one entry a line; # begins a comment.

A line of the lexicon holds lemma, part of speech and renderings; renderings of one sense are
parted by commas, senses by semicolons:

    spring	n	გაზაფხული ; წყარო ; ზამბარა, რესორი

A line of the brands holds the name as English writes it, with other names of the same thing
after bars, then what it is, the habit of Georgian texts, and its Georgian form by sound or, for
the habit `translated`, by meaning:

    Red Cross	organisation	translated	წითელი ჯვარი
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tmqa.errors import GlossaryError
from tmqa.lang.ka.forms import is_valid_pattern
from tmqa.lexicon.entry import NAME, PARTS_OF_SPEECH, Entry, Habit
from tmqa.lexicon.lexicon import Lexicon

_WORD_FIELDS, _BRAND_FIELDS = 3, 4
BRAND_KINDS = frozenset("company brand product platform organisation team media title".split())


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in the TSV file `path`. Raises `GlossaryError` like `lexicon_entries`."""
    return Lexicon(lexicon_entries(path), hashlib.sha256(path.read_bytes()).hexdigest())


def lexicon_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of the lexicon file `path`.

    Raises `GlossaryError` naming the file and the line when it cannot be read or a line does
    not have the shape.
    """
    return tuple(_word(where, line) for where, line in _lines(path))


def brand_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of the brand file `path`, one for each name. Raises as `lexicon_entries`."""
    return tuple(entry for where, line in _lines(path) for entry in _brand(where, line))


def _lines(path: Path) -> list[tuple[str, str]]:
    """The lines that are no comments, each after the words that name its place."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise GlossaryError(str(path), f"cannot be read ({reason})", "check the path") from None
    except UnicodeDecodeError:
        raise GlossaryError(str(path), "is not UTF-8 text", "save it as UTF-8") from None
    return [
        (f"{path} line {number}", line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


def _word(where: str, line: str) -> Entry:
    fields = _fields(where, line, _WORD_FIELDS, "lemma TAB part of speech TAB renderings")
    lemma, pos, renderings = fields
    _expect(where, "part of speech", pos, PARTS_OF_SPEECH)
    senses = _senses(where, lemma, renderings)
    return Entry(lemma, pos, senses)


def _brand(where: str, line: str) -> list[Entry]:
    fields = _fields(where, line, _BRAND_FIELDS, "names TAB kind TAB habit TAB Georgian")
    names, kind, habit, renderings = fields
    _expect(where, "kind", kind, BRAND_KINDS)
    _expect(where, "habit", habit, frozenset(Habit))
    senses = _senses(where, names, renderings)
    written = [name.strip() for name in names.split("|")]
    return [
        Entry(name.lower(), NAME, senses, kind, written[0], Habit(habit))
        for name in written
        if name
    ]


def _fields(where: str, line: str, count: int, shape: str) -> list[str]:
    fields = [field.strip() for field in line.split("\t")]
    if len(fields) != count:
        raise GlossaryError(where, f"has {len(fields)} fields", f"write {shape}")
    return fields


def _expect(where: str, field: str, value: str, known: frozenset[str]) -> None:
    if value not in known:
        remedy = f"use one of {', '.join(sorted(known))}"
        raise GlossaryError(where, f"{field} {value!r} is unknown", remedy)


def _senses(where: str, lemma: str, renderings: str) -> tuple[tuple[str, ...], ...]:
    senses = tuple(
        tuple(" ".join(r.split()) for r in sense.split(",") if r.strip())
        for sense in renderings.split(";")
        if sense.strip(" ,")
    )
    if not lemma or not senses:
        raise GlossaryError(where, "has no lemma or no rendering", "complete the line")
    for rendering in (r for sense in senses for r in sense):
        if not all(is_valid_pattern(word) for word in rendering.split(" ")):
            raise GlossaryError(where, f"{rendering!r} has a word that is too short", "lengthen it")
    return senses
