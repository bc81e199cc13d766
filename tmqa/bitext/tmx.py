"""Translation memories: TMX 1.4b (GALA/LISA OSCAR, 2005)."""

from __future__ import annotations

from tmqa.bitext.unit import Unit, UnitText, is_english, is_georgian
from tmqa.bitext.xml import XmlReader
from tmqa.errors import InputError

# Native codes of a document's format; their content is no text. `hi` only highlights.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


def units(text: str, where: str) -> tuple[list[Unit], tuple[str, ...]]:
    """The units that have English or Georgian, whatever other languages they have.

    Raises `InputError` when no unit has both, and for what is not TMX.
    """
    reader = _Reader(text, where)
    reader.read()
    if not any(unit.source and unit.target for unit in reader.units):
        languages = ", ".join(sorted(reader.languages)) or "none"
        raise InputError(
            where,
            f"has no unit in both English and Georgian (its languages: {languages})",
            "give a memory with xml:lang en and ka",
        )
    return reader.units, ()


class _Reader(XmlReader):
    def __init__(self, text: str, where: str) -> None:
        super().__init__(text, where)
        self.units: list[Unit] = []
        self.languages: set[str] = set()
        self._name = ""
        self._lang = ""
        self._sides: dict[str, UnitText] = {}
        self._text: UnitText | None = None
        self._codes = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.path and name != "tmx":
            raise self.fault(f"begins with <{name}>", "give a TMX file, which begins with <tmx>")
        if name == "tu":
            self._count += 1
            self._name = f"unit {attributes.get('tuid') or self._count}"
            self._sides = {}
        elif name == "tuv":
            self._lang = attributes.get("xml:lang") or attributes.get("lang") or ""
            self.languages |= {self._lang} - {""}
        elif name == "seg":
            self._text = UnitText()
        self._codes += self._text is not None and name in _CODES

    def end(self, name: str) -> None:
        if name == "seg" and self._text is not None:
            side = "en" if is_english(self._lang) else "ka" if is_georgian(self._lang) else ""
            self._sides.setdefault(side, self._text)
            self._text = None
        elif name == "tu":
            unit = Unit(self._name, self._sides.get("en"), self._sides.get("ka"))
            if unit.source or unit.target:
                self.units.append(unit)
        self._codes -= self._text is not None and name in _CODES

    def data(self, text: str, offset: int) -> None:
        if self._text is not None and not self._codes:
            self._text.add(text, offset)
