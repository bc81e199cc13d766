"""Translation memories (TMX 1.4b): a unit for each source and preferred rendering of a record."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tmqa import __version__
from tmqa.article import read_text
from tmqa.bitext.tmx import units
from tmqa.termbase import Glossary
from tmqa.terminology.exchange._pairs import grouped, pairs_of
from tmqa.terminology.exchange.losses import left_out
from tmqa.terminology.exchange.table import Raw
from tmqa.xmltext import xml_text

HOLDS = frozenset({"preferred"})
# The id of the record before the number of the unit.
_OWN = re.compile(r"unit (?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.\d+")


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The memory; the units of a record are numbered after its id."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'<header creationtool="tmqa" creationtoolversion="{__version__}" segtype="phrase" '
        'o-tmf="tmqa" adminlang="en" srclang="en" datatype="plaintext"/>',
        "<body>",
    ]
    last, number = "", 0
    for identifier, source, rendering in pairs_of(glossary):
        number = number + 1 if identifier == last else 1
        last = identifier
        lines.append(
            f'<tu tuid="{identifier}.{number}">'
            f'<tuv xml:lang="en"><seg>{xml_text(source)}</seg></tuv>'
            f'<tuv xml:lang="ka"><seg>{xml_text(rendering)}</seg></tuv></tu>'
        )
    lines += ["</body>", "</tmx>", ""]
    return "\n".join(lines).encode("utf-8"), tuple(left_out(glossary, "tmx", ("preferred",)))


def read(path: Path) -> tuple[dict[str, Any], list[Raw], tuple[str, ...]]:
    """Raw records: units of one id, else those of one English text, are one."""
    found, notices = units(read_text(path), str(path))
    pairs = []
    alone = 0
    for unit in found:
        if not (unit.source and unit.target):
            alone += 1
            continue
        source, target = (" ".join(side.text.split()) for side in (unit.source, unit.target))
        own = _OWN.fullmatch(unit.name)
        pairs.append((f"{path} {unit.name}", own["id"] if own else f"\t{source}", source, target))
    records = grouped(pairs)
    for place, record in records:
        own = _OWN.fullmatch(place.removeprefix(f"{path} "))
        if own:
            record["id"] = own["id"]
    notes = (f"{alone} units in one language are left out",) if alone else ()
    return {}, records, (*notices, *notes)
