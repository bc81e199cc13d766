"""gettext PO files (GNU gettext manual, "The Format of PO Files").

Read here and not by polib, which does not tell where in the file a text stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tmqa.bitext.unit import Unit, UnitText, is_english, is_georgian
from tmqa.errors import InputError
from tmqa.lang.ka.letters import has_georgian

_LINE = re.compile(
    r"\s*(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*)?"
    r'"(?P<body>(?:[^"\\]|\\.)*)"\s*'
)
_PIECE = re.compile(r"\\(?:x(?P<hex>[0-9A-Fa-f]{1,2})|(?P<octal>[0-7]{1,3})|(?P<sign>.))|[^\\]+")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = re.compile(r"^Language:[ \t]*(?P<tag>[^\s;]*)", re.MULTILINE)


def units(text: str, where: str) -> tuple[list[Unit], tuple[str, ...]]:
    """The entries with their translations, plural forms as units of their own.

    Obsolete entries and the header are left out; fuzzy entries are taken, with a notice,
    because a machine's draft is marked so. Raises `InputError` for a line that is not PO and
    for a translation into another language.
    """
    found: list[Unit] = []
    fuzzy = 0
    language = ""
    for entry in _entries(text, where):
        if entry.is_header:
            header = _LANGUAGE.search(entry.texts["msgstr"].text)
            language = header["tag"] if header else ""
            continue
        made = list(entry.units())
        fuzzy += entry.is_fuzzy and any(unit.target for unit in made)
        found += made
    translations = [unit.target.text for unit in found if unit.target]
    if language and not is_georgian(language):
        source = "no translation" if is_english(language) else f"a translation into {language!r}"
        raise InputError(where, f"is {source}", "give the Georgian file (Language: ka)")
    if not language and any(translations) and not any(map(has_georgian, translations)):
        raise InputError(where, "holds no Georgian", "give the Georgian file")
    notice = f"{fuzzy} fuzzy entries are checked like finished ones"
    return found, (notice,) if fuzzy else ()


@dataclass
class _Entry:
    """One entry: its texts by keyword."""

    line: int
    is_fuzzy: bool = False
    texts: dict[str, UnitText] = field(default_factory=dict)

    @property
    def is_header(self) -> bool:
        return not self.texts["msgid"].text and "msgctxt" not in self.texts

    def units(self) -> Iterator[Unit]:
        """The singular and the plural with their translations, if the entry has both."""
        forms = [text for key, text in self.texts.items() if key.startswith("msgstr")]
        name = f"line {self.line}"
        plural = self.texts.get("msgid_plural")
        if plural is None:
            yield Unit(name, self.texts["msgid"], _filled(forms[0]))
            return
        # Where a language has one form for all numbers, it translates the plural.
        if len(forms) > 1:
            yield Unit(name, self.texts["msgid"], _filled(forms[0]))
        yield Unit(f"{name}, plural", plural, _filled(forms[-1]))


def _filled(text: UnitText) -> UnitText | None:
    return text if text.text else None


def _entries(text: str, where: str) -> Iterator[_Entry]:
    """The entries that are not obsolete, each complete."""
    entry = _Entry(1)
    current: UnitText | None = None
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        place, offset = offset, offset + len(line) + 1
        is_comment = line.lstrip().startswith("#")
        match = None if is_comment else _LINE.fullmatch(line)
        if match is None and line.strip() and not is_comment:
            raise InputError(f"{where}:{number}", "is not a line of a PO file", "mend it")
        key = match["key"] if match else None
        done = any(name.startswith("msgstr") for name in entry.texts)
        if done and (is_comment or key in ("msgctxt", "msgid")):
            yield entry
            entry, current = _Entry(number), None
        if is_comment:
            entry.is_fuzzy |= bool(re.match(r"\s*#[,=].*\bfuzzy\b", line))
        if match is None:
            continue
        if key is not None:
            _expect(key, entry, f"{where}:{number}")
            if key == "msgid":
                entry.line = number
            current = entry.texts[key] = UnitText()
        if current is None:
            raise InputError(f"{where}:{number}", "is a text without a keyword", "mend it")
        _add(match["body"], place + match.start("body"), current)
    if entry.texts:
        _expect("", entry, f"{where}:{entry.line}")
        yield entry


def _expect(key: str, entry: _Entry, where: str) -> None:
    """Raise `InputError` unless `key` may follow; "" stands for the end of the entry."""
    done = any(name.startswith("msgstr") for name in entry.texts)
    needs_id = key == "msgid_plural" or key.startswith("msgstr")
    if key in entry.texts or (needs_id and "msgid" not in entry.texts) or (not key and not done):
        what = f"has {key} out of place" if key else "begins an entry without msgstr"
        raise InputError(where, what, "mend it")


def _add(body: str, offset: int, text: UnitText) -> None:
    """The characters of a quoted string; those of an escape stand where it begins."""
    for piece in _PIECE.finditer(body):
        place = offset + piece.start()
        if piece["hex"]:
            text.add(chr(int(piece["hex"], 16)), place)
        elif piece["octal"]:
            text.add(chr(int(piece["octal"], 8)), place)
        elif piece["sign"]:
            text.add(_SIGNS.get(piece["sign"], piece["sign"]), place)
        else:
            text.add(piece[0], place)
