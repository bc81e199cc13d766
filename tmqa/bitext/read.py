"""Reads a bilingual file as two articles whose segments are aligned unit by unit."""

from __future__ import annotations

import struct
from pathlib import Path

from tmqa.article import read_text
from tmqa.article.builder import Lines
from tmqa.bitext import po, tmx, xliff
from tmqa.bitext.unit import Unit, UnitText
from tmqa.errors import InputError
from tmqa.segment import sentences
from tmqa.values import GIVEN, Alignment, Article, Bead, Bitext, Block

_READERS = {
    ".tmx": tmx.units,
    ".xlf": xliff.units,
    ".xliff": xliff.units,
    ".po": po.units,
    ".mo": po.units,  # as the PO text that it was made of
}
SUFFIXES = tuple(_READERS)


def is_bilingual(path: Path) -> bool:
    """True when the file's name says that it holds both languages."""
    return path.suffix.lower() in _READERS


def read_units(path: Path) -> tuple[str, list[Unit], tuple[str, ...]]:
    """The decoded text of a bilingual file, its units, and notices.

    Raises `InputError` when the file is unusable or not from English to Georgian.
    """
    suffix = path.suffix.lower()
    text = _decompiled(path) if suffix == ".mo" else read_text(path)
    found, notices = _READERS[suffix](text, str(path))
    return text, found, notices


def _decompiled(path: Path) -> str:
    """The PO text of a compiled MO file, as `msgunfmt` writes it."""
    import polib

    if not path.is_file():
        raise InputError(str(path), "no such file", "check the path")
    try:
        return str(polib.mofile(str(path)))
    except (OSError, ValueError, struct.error) as error:
        raise InputError(str(path), f"is not a gettext MO file ({error})", "give the PO") from None


def read_bitext(path: Path) -> Bitext:
    """The texts of a bilingual file, one segment a unit; a unit without target is an omission.

    All offsets count in the file itself, or in the PO text of an MO file. Raises `InputError` as
    `read_units` does.
    """
    text, units, notices = read_units(path)
    lines = Lines(text)
    sources: list[Block] = []
    targets: list[Block] = []
    beads = []
    for unit in units:
        bead = Bead(_taken(unit.source, lines, sources), _taken(unit.target, lines, targets))
        if bead.source or bead.target:
            beads.append(bead)
    if not beads:
        raise InputError(str(path), "holds no readable text", "give a file with texts in it")
    source = Article("en", str(path), text, tuple(sources))
    target = Article("ka", str(path), text, tuple(targets))
    left, right = sentences(source, presegmented=True), sentences(target, presegmented=True)
    return Bitext(source, target, Alignment(left, right, tuple(beads), GIVEN), notices)


def _taken(written: UnitText | None, lines: Lines, side: list[Block]) -> tuple[int, ...]:
    """The index that the text's block got at the end of its side; () when there is none."""
    block = written.block(lines) if written else None
    if block is None:
        return ()
    side.append(block)
    return (len(side) - 1,)
