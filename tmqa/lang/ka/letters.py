"""The Georgian script: which characters belong in a modern text and which only look so.

Sources: the Unicode Standard, chapter 7 (Georgian has no letter case in running text; Mtavruli,
U+1C90–U+1CBF, is for all-caps display only; Asomtavruli, U+10A0–U+10CF, and Nuskhuri,
U+2D00–U+2D2F, are the old church alphabets, their letters in the order of Mkhedruli) and the CLDR
exemplar set of `ka` (ა–ჰ).
"""

from __future__ import annotations

import unicodedata

VOWELS = "აეიოუ"

# The first letter of the alphabets that have their letters in the order of Mkhedruli.
_OLD_ALPHABETS = {"Asomtavruli": 0x10A0, "Nuskhuri": 0x2D00}
_ALPHABET = 33  # letters of the modern alphabet

# Letters by sound, as retyped and carelessly transliterated text confuses them: the national
# system of romanisation (2002) read backwards, its like for Cyrillic and Greek, ISO 9985 for
# Armenian, and the spelling of 1879 on for letters that it gave up.
BY_SOUND: dict[str, str] = {
    "a": "ა", "b": "ბ", "g": "გ", "d": "დ", "e": "ე", "v": "ვ", "z": "ზ", "i": "ი", "k": "კ",
    "l": "ლ", "m": "მ", "n": "ნ", "o": "ო", "p": "პ", "r": "რ", "s": "ს", "t": "ტ", "u": "უ",
    "f": "ფ", "q": "ქ", "y": "ყ", "c": "ც", "x": "ხ", "j": "ჯ", "h": "ჰ",
    "а": "ა", "б": "ბ", "в": "ვ", "г": "გ", "д": "დ", "е": "ე", "ж": "ჟ", "з": "ზ", "и": "ი",
    "к": "კ", "л": "ლ", "м": "მ", "н": "ნ", "о": "ო", "п": "პ", "р": "რ", "с": "ს", "т": "ტ",
    "у": "უ", "ф": "ფ", "х": "ხ", "ц": "ც", "ч": "ჩ", "ш": "შ",
    "α": "ა", "β": "ბ", "γ": "გ", "δ": "დ", "ε": "ე", "ζ": "ზ", "θ": "თ", "ι": "ი", "κ": "კ",
    "λ": "ლ", "μ": "მ", "ν": "ნ", "ο": "ო", "π": "პ", "ρ": "რ", "σ": "ს", "ς": "ს", "τ": "ტ",
    "υ": "უ", "φ": "ფ", "χ": "ხ",
    "ա": "ა", "բ": "ბ", "գ": "გ", "դ": "დ", "ե": "ე", "զ": "ზ", "է": "ე", "թ": "თ", "ժ": "ჟ",
    "ի": "ი", "լ": "ლ", "խ": "ხ", "ծ": "წ", "կ": "კ", "հ": "ჰ", "ձ": "ძ", "ղ": "ღ", "ճ": "ჭ",
    "մ": "მ", "ն": "ნ", "շ": "შ", "ո": "ო", "չ": "ჩ", "պ": "პ", "ջ": "ჯ", "ռ": "რ", "ս": "ს",
    "վ": "ვ", "տ": "ტ", "ր": "რ", "ց": "ც", "փ": "ფ", "ք": "ქ", "օ": "ო", "ֆ": "ფ",
    "ჱ": "ეი", "ჲ": "ი", "ჳ": "ვი", "ჴ": "ხ", "ჵ": "ჰო", "ჿ": "ო",
}  # fmt: skip

# Letters by shape. The Unicode confusables (UTS #39) know two prototypes among the letters in use
# here, y for ყ and o for ჿ, with what else looks like y; the other pairs have glyphs that cover
# each other by 0.93 or more in two of four fonts (Dice coefficient with two of 48 pixels of
# tolerance; DejaVu and Noto, Sans and Serif).
BY_SHAPE: dict[str, str] = {
    "y": "ყ", "у": "ყ", "ү": "ყ", "γ": "ყ",
    "b": "ხ", "d": "ძ", "o": "ი", "о": "ი", "ο": "ი", "օ": "ი", "б": "ნ", "δ": "გ", "θ": "ც",
    "ե": "ხ", "ծ": "ბ", "տ": "თ", "ո": "ი",
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


def script(char: str) -> str:
    """The English name of a letter's script, such as Latin, Asomtavruli or old Georgian."""
    for name, first in _OLD_ALPHABETS.items():
        if first <= ord(char) < first + 0x30:
            return name
    name = unicodedata.name(char, "unknown").split(" ")[0].title()
    return "old Georgian" if name == "Georgian" else name


def readings(word: str) -> tuple[str, ...]:
    """What a word with letters of other scripts may be in Mkhedruli: by sound, then by shape.

    Letters of the old Georgian alphabets have one reading. Empty when a letter has none.
    """
    plain = "".join(_modern(char) for char in fold(word))
    found = []
    for table, other in ((BY_SOUND, BY_SHAPE), (BY_SHAPE, BY_SOUND)):
        letters = [c if is_mkhedruli(c) else table.get(c) or other.get(c, "") for c in plain]
        if all(letters):
            found.append("".join(letters))
    return tuple(dict.fromkeys(found))


def _modern(char: str) -> str:
    for first in _OLD_ALPHABETS.values():
        if first <= ord(char) < first + _ALPHABET:
            return chr(ord(char) - first + ord("ა"))
    return char
