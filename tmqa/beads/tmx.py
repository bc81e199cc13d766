"""The alignment as a translation memory: TMX 1.4b, one unit a bead.

An editor may join, part and move texts between units; `tmqa check --alignment` finds the
sentences by their text. Both sides of every unit are written, so that an empty one can be
filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa import __version__
from tmqa.values import Bitext, Sentence
from tmqa.xmltext import xml_text


def write(bitext: Bitext) -> str:
    """The memory, each unit with the score of its bead."""
    return "\n".join(_lines(bitext)) + "\n"


def _lines(bitext: Bitext) -> Iterator[str]:
    alignment = bitext.alignment
    moved = alignment.moved()
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        f'<header creationtool="tmqa" creationtoolversion="{__version__}" segtype="sentence" '
        'o-tmf="tmqa" adminlang="en" srclang="en" datatype="plaintext">'
    )
    yield f'<prop type="x-tmqa-source">{xml_text(bitext.source.path)}</prop>'
    yield f'<prop type="x-tmqa-target">{xml_text(bitext.target.path)}</prop>'
    yield f'<prop type="x-tmqa-aligner">{xml_text(alignment.aligner)}</prop>'
    yield "</header>"
    yield "<body>"
    for number, bead in enumerate(alignment.beads, 1):
        yield f'<tu tuid="{number}">'
        yield f'<prop type="x-tmqa-score">{bead.score}</prop>'
        if bead.is_weak:
            yield '<prop type="x-tmqa-weak">yes</prop>'
        if number - 1 in moved:
            yield '<prop type="x-tmqa-moved">yes</prop>'
        yield _side("en", alignment.source, bead.source)
        yield _side("ka", alignment.target, bead.target)
        yield "</tu>"
    yield "</body>"
    yield "</tmx>"


def _side(lang: str, sentences: Sequence[Sentence], indices: Sequence[int]) -> str:
    text = xml_text(" ".join(sentences[i].text for i in indices))
    return f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>'
