"""Reads a lexicon: a TSV of lemma, part of speech, renderings.

Renderings of one sense are parted by commas, senses by semicolons:

    spring	n	გაზაფხული ; წყარო ; ზამბარა, რესორი
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tmqa.errors import GlossaryError
from tmqa.lang.ka.forms import is_valid_pattern
from tmqa.lexicon.entry import PARTS_OF_SPEECH, Entry
from tmqa.lexicon.lexicon import Lexicon

_FIELDS = 3


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in the TSV file `path`; lines that begin with # are comments.

    Raises `GlossaryError` naming the file and the line when it cannot be read or a line does
    not have the shape.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise GlossaryError(str(path), f"cannot be read ({reason})", "check the path") from None
    except UnicodeDecodeError:
        raise GlossaryError(str(path), "is not UTF-8 text", "save it as UTF-8") from None
    entries = [
        _entry(f"{path} line {number}", line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    return Lexicon(entries, hashlib.sha256(raw).hexdigest())


def _entry(where: str, line: str) -> Entry:
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise GlossaryError(
            where, f"has {len(fields)} fields", "write lemma TAB part of speech TAB renderings"
        )
    lemma, pos, renderings = (field.strip() for field in fields)
    if pos not in PARTS_OF_SPEECH:
        raise GlossaryError(
            where,
            f"part of speech {pos!r} is unknown",
            f"use one of {', '.join(sorted(PARTS_OF_SPEECH))}",
        )
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
    return Entry(lemma, pos, senses)
