"""The Georgian script: which characters belong in a modern text and which only look so.

Sources: the Unicode Standard, chapter 7 (Georgian has no letter case in running text; Mtavruli,
U+1C90–U+1CBF, is for all-caps display only) and the CLDR exemplar set of `ka` (ა–ჰ).
"""

from __future__ import annotations

VOWELS = "აეიოუ"

# Letters of other scripts that stand for a Georgian letter of the same shape or, where MT output
# and retyped text confuse them, of the same sound. Shape pairs: ICU's confusables list only ყ~y;
# the rest was collected by comparing glyphs of common fonts (o ~ ი is not a shape pair and absent).
LOOK_ALIKES: dict[str, str] = {
    "a": "ა", "b": "ბ", "g": "გ", "d": "დ", "e": "ე", "v": "ვ", "z": "ზ", "i": "ი", "k": "კ",
    "l": "ლ", "m": "მ", "n": "ნ", "o": "ო", "p": "პ", "r": "რ", "s": "ს", "t": "ტ", "u": "უ",
    "f": "ფ", "q": "ქ", "y": "ყ", "c": "ც", "x": "ხ", "j": "ჯ", "h": "ჰ",
    "а": "ა", "б": "ბ", "в": "ვ", "г": "გ", "д": "დ", "е": "ე", "з": "ზ", "и": "ი", "к": "კ",
    "л": "ლ", "м": "მ", "н": "ნ", "о": "ო", "п": "პ", "р": "რ", "с": "ს", "т": "ტ", "у": "უ",
    "ф": "ფ", "х": "ხ", "ц": "ც", "ч": "ჩ", "ш": "შ",
    "γ": "ყ", "ο": "ო", "օ": "ო", "υ": "უ", "α": "ა", "ε": "ე",
}  # fmt: skip


def fold(text: str) -> str:
    """`text` with Mtavruli letters as Mkhedruli and Latin in lower case, for comparing only.

    Mkhedruli is the lower case of Mtavruli (Unicode, chapter 7).
    """
    return text.lower()


def is_mkhedruli(char: str) -> bool:
    """True for the letters of a modern Georgian text, ა to ჰ."""
    return "ა" <= char <= "ჰ"


def is_mtavruli(char: str) -> bool:
    """True for the display capitals of Georgian (U+1C90–U+1CBF)."""
    return "\u1c90" <= char <= "\u1cbf"


def has_georgian(text: str) -> bool:
    """True when the text holds a Mkhedruli or Mtavruli letter."""
    return any(is_mkhedruli(char) or is_mtavruli(char) for char in text)
