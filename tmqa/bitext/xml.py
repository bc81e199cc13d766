"""XML with the file offset of every character.

The standard library's expat is the one parser at hand that tells where character data stand.
Entity declarations are refused and nothing is loaded, so neither entity bombs nor files from
elsewhere can come in (the rules of defusedxml, but for the reference to a DTD that many TMX
files carry, which is not followed).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from xml.parsers import expat

from tmqa.errors import InputError


class XmlReader(ABC):
    """Walks a document. Names come without their prefix, but attributes keep theirs."""

    def __init__(self, text: str, where: str) -> None:
        self.where = where
        self.path: list[str] = []
        self._data = text.encode("utf-8")
        self._place = (0, 0)  # bytes and characters of the last offset asked for
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = lambda data: self.data(data, self.offset)
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._unknown_entity

    def read(self) -> None:
        """Walk the whole document. Raises `InputError` where it is not well-formed."""
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise InputError(
                f"{self.where}:{error.lineno}", f"is not well-formed XML ({reason})", "mend it"
            ) from None

    @property
    def offset(self) -> int:
        """The file offset of what is being read; it only grows."""
        last, chars = self._place
        now = self._parser.CurrentByteIndex
        self._place = now, chars + len(self._data[last:now].decode("utf-8"))
        return self._place[1]

    def fault(self, what: str, remedy: str) -> InputError:
        """An error at the present line."""
        return InputError(f"{self.where}:{self._parser.CurrentLineNumber}", what, remedy)

    @abstractmethod
    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; `path` holds the names of those around it."""

    @abstractmethod
    def end(self, name: str) -> None:
        """An element ends; `path` holds the names of those around it."""

    @abstractmethod
    def data(self, text: str, offset: int) -> None:
        """Characters that stand at `offset` onwards; one from a reference comes alone."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.start(local, attributes)
        self.path.append(local)

    def _end(self, name: str) -> None:
        self.end(self.path.pop())

    def _refuse_entity(self, *_: object) -> None:
        raise self.fault("declares an entity", "write its text out; tmqa reads no declarations")

    def _unknown_entity(self, name: str, is_parameter: bool) -> None:
        raise self.fault(f"uses the unknown entity {name!r}", "write the character itself")
