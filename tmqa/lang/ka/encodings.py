"""Georgian text that a wrong encoding has made unreadable, and what it was.

Two accidents: UTF-8 that was read byte by byte in a Western or Cyrillic code page (mojibake), and
text set in a font of the time before Unicode, which shows Georgian letters but stores Latin ones.
Sources: the code pages as Python knows them; the tables GEORGIAN-ACADEMY and GEORGIAN-PS of GNU
libiconv; the key map that the fonts AcadNusx, AcadMtavr and LitNusx share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

import regex

_ALPHABET = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_GIVEN_UP = "ჱჲჳჴჵ"
# The letters in their historical order, as GEORGIAN-PS has them from its first byte on.
_OLD_ORDER = "აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵ"
_FIRST_BYTE = 0xC0
# The key that shows each letter of the alphabet in AcadNusx.
_KEYS = "abgdevzTiklmnopJrstufqRySCcZwWxjh"
# For each character stored, the letter shown: by AcadNusx and its like, and by GEORGIAN-ACADEMY and
# GEORGIAN-PS where Latin-1 is expected.
FONTS: tuple[Mapping[str, str], ...] = (
    dict(zip(_KEYS, _ALPHABET, strict=True)),
    *(
        {chr(_FIRST_BYTE + place): letter for place, letter in enumerate(letters)}
        for letters in (_ALPHABET + _GIVEN_UP, _OLD_ORDER)
    ),
)

# What UTF-8 writes in more bytes than one: letters, and the marks that stand among them.
_LETTERS = [chr(code) for code in (*range(0x10D0, 0x10F6), *range(0x1C90, 0x1CB1))]
_MARKS = [*"„“”‘’‚–—…№«»°", "\u00a0"]
_WESTERN, _CYRILLIC = "cp1252", "cp1251"
_LEAD = 2  # bytes that the Georgian letters of a block share
_REPLACEMENTS = regex.compile(r"\N{REPLACEMENT CHARACTER}{1,3}")  # a letter has three bytes
_SPACED = "რ"  # the letter whose last byte is that of the no-break space
# A word with lost bytes is looked for among so many readings and in so many pieces at the most.
_MOST_READINGS, _MOST_PIECES = 500, 3


@dataclass(frozen=True, slots=True)
class Garbled:
    """A stretch of unreadable text and what it may have been; no readings when that is unsure.

    `lossless` is True when no byte was lost on the way, so that the only reading is certain.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    lossless: bool


@dataclass(slots=True)
class _Piece:
    """A garbled word: for each letter what it may be, and the text up to the next word.

    `is_whole` is True when no byte is lost, `is_cut` when the last letter has lost one.
    """

    letters: list[tuple[str, ...]]
    gap: str = ""
    is_whole: bool = True
    is_cut: bool = False


def from_font(word: str, font: Mapping[str, str]) -> str | None:
    """The Georgian word that `word` stores in one of `FONTS`, None when it has other letters."""
    return "".join(map(font.__getitem__, word)) if all(char in font for char in word) else None


def mojibake(text: str, is_word: Callable[[str], bool]) -> Iterator[Garbled]:
    """The stretches of `text` that are UTF-8 read in another code page.

    Bytes that the code page does not have are often dropped, and no-break spaces become spaces;
    `is_word` then decides between the readings of a word.
    """
    for page in (_WESTERN, _CYRILLIC):
        whole, cut = _units(page)
        unit = "|".join(regex.escape(key) for key in (*sorted(whole, key=len, reverse=True), *cut))
        for run in regex.finditer(rf"(?:{unit})(?:[\s\d!-/:;?()\[\]]*(?:{unit}))*", text):
            pieces = _pieces(run.group(), regex.compile(unit), whole, cut)
            lossless = all(piece.is_whole for piece in pieces)
            yield Garbled(*run.span(), tuple(_readings(pieces, is_word)), lossless)


def restored(word: str) -> tuple[str, ...]:
    """What a word may be in which U+FFFD stands for one letter; none where it stands for more."""
    before, *after = _REPLACEMENTS.split(word)
    return tuple(f"{before}{letter}{after[0]}" for letter in _ALPHABET) if len(after) == 1 else ()


@cache
def _units(page: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What stands in a code page for each letter or mark, and for letters that lost a byte."""
    whole: dict[str, str] = {}
    cut: dict[str, list[str]] = {}
    for char in _LETTERS + _MARKS:
        encoded = char.encode()
        if page == _CYRILLIC and len(encoded) == _LEAD:
            continue  # В and a no-break space or « are Russian
        for shown in product(*(_shown(byte, page) for byte in encoded)):
            whole["".join(shown)] = char
            if char in _LETTERS and not _has(page, encoded[-1]):
                cut.setdefault("".join(shown[:_LEAD]), []).append(char)
    return whole, {lead: tuple(dict.fromkeys(letters)) for lead, letters in cut.items()}


def _has(page: str, byte: int) -> bool:
    try:
        bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _shown(byte: int, page: str) -> tuple[str, ...]:
    """The characters that a byte may have become: that of the page, that of Latin-1."""
    shown = (bytes([byte]).decode(page),) if _has(page, byte) else ()
    return tuple(dict.fromkeys((*shown, chr(byte)))) if page == _WESTERN or not shown else shown


def _pieces(
    run: str,
    unit: regex.Pattern[str],
    whole: Mapping[str, str],
    cut: Mapping[str, tuple[str, ...]],
) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = 0
    for match in unit.finditer(run):
        if not pieces or match.start() > end:
            if pieces:
                pieces[-1].gap = run[end : match.start()]
            pieces.append(_Piece([]))
        shown, piece = match.group(), pieces[-1]
        piece.is_cut = shown not in whole
        piece.is_whole &= not piece.is_cut
        piece.letters.append(cut[shown] if piece.is_cut else (whole[shown],))
        end = match.end()
    return pieces


def _readings(pieces: Sequence[_Piece], is_word: Callable[[str], bool]) -> list[str]:
    """The readings of a run, all of whose words are known or whole."""
    found = [""]
    place = 0
    while place < len(pieces):
        for length in range(1, min(_MOST_PIECES, len(pieces) - place) + 1):
            words = _words(pieces[place : place + length], is_word)
            if words:
                break
        else:
            return []
        gap = pieces[place + length - 1].gap
        found = [before + word + gap for before in found for word in words][:_MOST_READINGS]
        place += length
    return found


def _words(pieces: Sequence[_Piece], is_word: Callable[[str], bool]) -> list[str]:
    """The readings of pieces as one word; a space after a cut letter may be the last byte of რ."""
    *before, last = pieces
    if not before and last.is_whole:
        return ["".join(letter for [letter] in last.letters)]
    letters: list[tuple[str, ...]] = []
    for piece in before:
        if not piece.is_cut or piece.gap != " ":
            return []
        letters += [*piece.letters[:-1], (_SPACED,)]
    letters += last.letters
    if last.is_cut:
        letters[-1] = (*letters[-1], _SPACED)
    if prod(map(len, letters)) > _MOST_READINGS:
        return []
    marks = "".join(_MARKS)
    return [word for word in map("".join, product(*letters)) if is_word(word.strip(marks))]
