"""XLIFF 1.0–1.2 and 2.0–2.2 (OASIS): `trans-unit` or `segment`, one unit each."""

from __future__ import annotations

from tmqa.bitext.unit import Unit, UnitText, is_english, is_georgian
from tmqa.bitext.xml import XmlReader
from tmqa.errors import InputError

# Elements that hold the source and target of a unit; matches and old versions hold others.
_HOLDERS = frozenset({"trans-unit", "segment"})
# Codes of the original format, whose content, in XLIFF 1, is no text.
_CODES = frozenset({"bpt", "ept", "ph", "it"})


def units(text: str, where: str) -> tuple[list[Unit], tuple[str, ...]]:
    """The units of all files in it that go from English to Georgian.

    Left out is what `translate="no"` says is not for translation. Raises `InputError` when
    there is no such unit, and for what is not XLIFF.
    """
    reader = _Reader(text, where)
    reader.read()
    if not reader.units:
        found = ", ".join(sorted(reader.directions)) or "nothing"
        raise InputError(
            where,
            f"has no units from English to Georgian (it has {found})",
            "give a file whose source language is en and target language ka",
        )
    return reader.units, ()


class _Reader(XmlReader):
    def __init__(self, text: str, where: str) -> None:
        super().__init__(text, where)
        self.units: list[Unit] = []
        self.directions: set[str] = set()
        self._wanted = False  # the file goes from English to Georgian
        self._translate = [True]  # for every open element
        self._unit = ""
        self._name = ""
        self._sides: dict[str, UnitText] = {}
        self._text: UnitText | None = None
        self._codes = 0
        self._marks: list[bool] = []  # for every open annotation: is it for no translation

    def start(self, name: str, attributes: dict[str, str]) -> None:
        said = attributes.get("translate")
        self._translate.append(self._translate[-1] if said is None else said == "yes")
        if not self.path:
            self._root(name, attributes)
        elif name == "file" and "source-language" in attributes:
            self._direction(attributes["source-language"], attributes.get("target-language"))
        elif self._text is not None:
            self._inline(self._text, name, attributes)
        elif name in ("unit", "trans-unit", "segment"):
            number = attributes.get("id")
            if name == "segment":
                self._name = f"{self._unit}, segment {number}" if number else self._unit
            else:
                self._unit = self._name = f"unit {number or len(self.units) + 1}"
            self._sides = {}
        elif name in ("source", "target") and self.path[-1] in _HOLDERS:
            lang = attributes.get("xml:lang")
            if name == "source" or lang is None or is_georgian(lang):
                self._text = self._sides[name] = UnitText()

    def end(self, name: str) -> None:
        for_translation = self._translate.pop()
        if self._text is None:
            if name in _HOLDERS and self._wanted and for_translation:
                source, target = self._sides.get("source"), self._sides.get("target")
                self.units.append(Unit(self._name, source, target))
        elif name in ("source", "target"):
            self._text = None
        elif name in _CODES:
            self._codes -= 1
        elif name == "mrk" and self._marks.pop():
            self._text.protect(False)

    def data(self, text: str, offset: int) -> None:
        if self._text is not None and not self._codes:
            self._text.add(text, offset)

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        if name != "xliff":
            raise self.fault(f"begins with <{name}>", "give XLIFF, which begins with <xliff>")
        version = attributes.get("version", "")
        if version[:2] not in ("1.", "2."):
            raise self.fault(f"is XLIFF of version {version!r}", "give XLIFF 1.2, 2.0 or 2.1")
        if "srcLang" in attributes:
            self._direction(attributes["srcLang"], attributes.get("trgLang"))

    def _direction(self, source: str, target: str | None) -> None:
        self._wanted = is_english(source) and (target is None or is_georgian(target))
        self.directions.add(f"{source} to {target or 'no language'}")

    def _inline(self, text: UnitText, name: str, attributes: dict[str, str]) -> None:
        """An element inside the text of a unit."""
        if "lb" in (attributes.get("ctype"), attributes.get("subType", "").removeprefix("xlf:")):
            text.add(" ", self.offset)
        if name in _CODES:
            self._codes += 1
        elif name == "mrk":
            protected = (
                attributes.get("translate") == "no" or attributes.get("mtype") == "protected"
            )
            self._marks.append(protected)
            if protected:
                text.protect(True)
