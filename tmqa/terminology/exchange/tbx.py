"""TBX (ISO 30042:2019), dialect TBX-Basic in style DCA; TBX 2 (2008) is read as well.

Terms are words, so of Georgian patterns only plain ones are written. An idiom's English terms are
of the type `phrase`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tmqa.article import read_text
from tmqa.bitext.unit import is_english, is_georgian
from tmqa.bitext.xml import XmlReader
from tmqa.termbase import Glossary, Term, TermKind
from tmqa.termbase.record import GENERAL
from tmqa.terminology.add import slug
from tmqa.terminology.exchange.losses import left_out, phrases_of, with_pairs, words_of
from tmqa.terminology.exchange.table import Raw
from tmqa.xmltext import xml_text

HOLDS = frozenset(
    {"kind", "gloss", "domains", "preferred", "admitted", "deprecated", "note", "title"}
)
_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
_LISTS = {status: name for name, status in _STATUS.items()} | {
    "supersededTerm-admn-sts": "deprecated"
}
_PHRASE = "phrase"
# Names of TBX 3 and TBX 2.
_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_TERMS = frozenset({"termSec", "tig", "ntig"})
_ROOTS = frozenset({"tbx", "martif"})


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The termbase, a concept for each record that has plain words in both languages."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "<tbxHeader><fileDesc>",
        f"<titleStmt><title>{xml_text(glossary.title)}</title></titleStmt>",
        "<sourceDesc><p>Written by tmqa</p></sourceDesc>",
        "</fileDesc></tbxHeader>",
        "<text><body>",
    ]
    for term in with_pairs(glossary, tuple(_STATUS)):
        lines += _concept(term)
    lines += ["</body></text>", "</tbx>", ""]
    notes = left_out(glossary, "tbx", tuple(_STATUS))
    return "\n".join(lines).encode("utf-8"), tuple(notes)


def _concept(term: Term) -> Iterator[str]:
    yield f'<conceptEntry id="c-{term.id}">'  # an XML id does not begin with a digit
    for domain in term.domains if term.domains != (GENERAL,) else ():
        yield f'<descrip type="subjectField">{xml_text(domain)}</descrip>'
    if term.note:
        yield f"<note>{xml_text(term.note)}</note>"
    yield '<langSec xml:lang="en">'
    if term.gloss:
        gloss = f'<descrip type="definition">{xml_text(term.gloss)}</descrip>'
        yield f"<descripGrp>{gloss}</descripGrp>"
    kind = f'<termNote type="termType">{_PHRASE}</termNote>' if term.kind is TermKind.IDIOM else ""
    for source in phrases_of(term.source):
        yield f"<termSec><term>{xml_text(source)}</term>{kind}</termSec>"
    yield "</langSec>"
    words = [(w, status) for name, status in _STATUS.items() for w in words_of(getattr(term, name))]
    yield '<langSec xml:lang="ka">'
    for word, status in words:
        yield (
            f"<termSec><term>{xml_text(word)}</term>"
            f'<termNote type="administrativeStatus">{status}</termNote></termSec>'
        )
    yield "</langSec>"
    yield "</conceptEntry>"


def read(path: Path) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """The title and the raw records of the concepts that have English and Georgian terms.

    Raises `InputError` for what is no TBX, or is TBX in style DCT.
    """
    reader = _Reader(read_text(path), str(path))
    reader.read()
    whole = [
        (place, record)
        for place, record in reader.records
        if record["source"] and (record["preferred"] or record["deprecated"])
    ]
    alone = len(reader.records) - len(whole)
    notes = (f"{alone} concepts without English or Georgian are left out",) if alone else ()
    return {"title": reader.title}, whole, notes


class _Reader(XmlReader):
    def __init__(self, text: str, where: str) -> None:
        super().__init__(text, where)
        self.records: list[Raw] = []
        self.title = ""
        self._record: dict[str, Any] = {}
        self._lang = ""
        self._type = ""
        self._text = ""
        self._term = ""
        self._notes: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.path and name not in _ROOTS:
            raise self.fault(f"begins with <{name}>", "give TBX, which begins with <tbx>")
        if not self.path and attributes.get("style") == "dct":
            raise self.fault("is TBX in style DCT", "convert it to style DCA")
        self._type = attributes.get("type", "")
        self._text = ""
        if name in _ENTRIES:
            identifier = attributes.get("id", "").removeprefix("c-")
            self._record = {
                "id": slug(identifier) if identifier else "", "source": [], "preferred": [],
                "admitted": [], "deprecated": [], "domains": [],
            }  # fmt: skip
            self._lang = ""
        elif name in _LANGUAGES:
            self._lang = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif name in _TERMS:
            self._term, self._notes = "", {}

    def end(self, name: str) -> None:
        text = " ".join(self._text.split())
        if name == "title":
            self.title = text
        elif name == "term":
            self._term = text
        elif name == "termNote":
            self._notes[self._type] = text
        elif name == "descrip" and text:
            self._descrip(text)
        elif name == "note" and text and not self._lang and self._record:
            self._record["note"] = text
        elif name in _TERMS and self._term:
            self._add()
        elif name in _LANGUAGES:
            self._lang = ""
        elif name in _ENTRIES:
            place = f"{self.where}:{self._parser.CurrentLineNumber}"
            self.records.append((place, {k: v for k, v in self._record.items() if v or k != "id"}))
            self._record = {}

    def data(self, text: str, offset: int) -> None:
        self._text += text

    def _descrip(self, text: str) -> None:
        if self._type == "subjectField":
            self._record["domains"].append(text)
        elif self._type == "definition" and (is_english(self._lang) or not self._lang):
            self._record["gloss"] = text

    def _add(self) -> None:
        """The term that ends, under the list that its language and status name."""
        status = _LISTS.get(self._notes.get("administrativeStatus", ""), "preferred")
        if is_english(self._lang) and status != "deprecated":
            self._record["source"].append(self._term)
            if self._notes.get("termType") == _PHRASE:
                self._record["kind"] = TermKind.IDIOM.value
        elif is_georgian(self._lang) and self._term not in self._record[status]:
            self._record[status].append(self._term)
