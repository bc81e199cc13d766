"""The alignment as XLIFF 1.2, which every translation editor reads, one unit a bead.

The state of a target says how sure the pairing is; `tmqa check --alignment` takes the edited
file back and finds the sentences by their text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa import __version__
from tmqa.values import Bead, Bitext, Sentence
from tmqa.xmltext import xml_attribute, xml_text


def write(bitext: Bitext) -> str:
    """The file, each unit with a note on its bead."""
    return "\n".join(_lines(bitext)) + "\n"


def _lines(bitext: Bitext) -> Iterator[str]:
    alignment = bitext.alignment
    moved = alignment.moved()
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    yield (
        f'<file original="{xml_attribute(bitext.target.path)}" source-language="en" '
        'target-language="ka" datatype="plaintext">'
    )
    yield "<header>"
    yield f'<tool tool-id="tmqa" tool-name="tmqa" tool-version="{__version__}"/>'
    yield f"<note>Source: {xml_text(bitext.source.path)}; aligner: {alignment.aligner}</note>"
    yield "</header>"
    yield "<body>"
    for number, bead in enumerate(alignment.beads, 1):
        note = ", moved" if number - 1 in moved else ""
        yield f'<trans-unit id="{number}">'
        yield f"<source>{_text(alignment.source, bead.source)}</source>"
        yield f'<target state="{_state(bead)}">{_text(alignment.target, bead.target)}</target>'
        yield f'<note from="tmqa">{bead.shape}, score {bead.score}{note}</note>'
        yield "</trans-unit>"
    yield "</body>"
    yield "</file>"
    yield "</xliff>"


def _state(bead: Bead) -> str:
    """The XLIFF state: nothing there, to be looked at, or fine."""
    if not bead.target:
        return "needs-translation"
    return "needs-review-translation" if bead.is_weak or not bead.source else "translated"


def _text(sentences: Sequence[Sentence], indices: Sequence[int]) -> str:
    return xml_text(" ".join(sentences[i].text for i in indices))
