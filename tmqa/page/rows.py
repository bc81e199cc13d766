"""Beads as rows: source left, target right, what is odd about the bead before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tmqa.page.text import SOURCE, TARGET, escape
from tmqa.values import GIVEN, Alignment, Bead, BlockKind, Sentence, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a segment to mark for a finding, which is known by its number."""

    segment: int
    start: int
    end: int
    number: int
    severity: Severity


_Marks = Mapping[int, Sequence[Mark]]


def rows(
    alignment: Alignment,
    source_marks: Iterable[Mark] = (),
    target_marks: Iterable[Mark] = (),
    cards: Mapping[int, str] | None = None,
    with_scores: bool = False,
) -> str:
    """All beads in order, with the ready items of `cards` below the bead of that index.

    Those under -1 stand first, without sentences. `with_scores` gives each bead its number, by
    which it can be linked to (`#bead-3`), and its score.
    """
    cards = cards or {}
    sources = {sentence.index: sentence for sentence in alignment.source}
    targets = {sentence.index: sentence for sentence in alignment.target}
    by_source, by_target = _by_segment(source_marks), _by_segment(target_marks)
    moved = alignment.moved()
    written = [_row("bead", "", "", cards[-1])] if cards.get(-1) else []
    blocks = (-1, -1)
    for index, bead in enumerate(alignment.beads):
        source = [sources[i] for i in bead.source]
        target = [targets[i] for i in bead.target]
        here = (source[0].block if source else blocks[0], target[0].block if target else blocks[1])
        name = "bead" if here == blocks else "bead block"
        if all(sentence.is_boilerplate for sentence in source + target):
            name += " boilerplate"
        doubt = "" if alignment.aligner == GIVEN else f"aligner {bead.score:.0%} sure"
        left = _side(source, by_source) or _gap("added?", doubt, target)
        right = _side(target, by_target) or _gap("omitted?", doubt, source)
        sides = f'<div lang="{SOURCE}">{left}</div>\n<div lang="{TARGET}">{right}</div>'
        tags = _tags(bead, source + target, index in moved, index if with_scores else None)
        number = f' id="bead-{index}"' if with_scores else ""
        written.append(_row(name, number, tags + sides, cards.get(index, "")))
        blocks = here
    return "\n".join(written)


def _row(name: str, number: str, sides: str, cards: str) -> str:
    below = f'\n<ol class="cards">{cards}</ol>' if cards else ""
    return f'<div class="{name}"{number}>{sides}{below}</div>'


def _by_segment(marks: Iterable[Mark]) -> _Marks:
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.segment].append(mark)
    return found


def _tags(bead: Bead, sentences: Sequence[Sentence], is_moved: bool, number: int | None) -> str:
    """What is out of the ordinary about a bead; with its number, also its score."""
    kinds = list(dict.fromkeys(sentence.kind for sentence in sentences))
    tags = [] if number is None else [f'<a href="#bead-{number}">{number}</a>']
    tags += [] if kinds == [BlockKind.PARAGRAPH] else [" / ".join(kinds).replace("-", " ")]
    if bead.shape != "1-1":
        tags.append(bead.shape)
    if is_moved:
        tags.append("<strong>moved</strong>")
    if bead.is_weak:
        tags.append(f"<strong>weak match {bead.score:.2f}</strong>")
    elif number is not None and bead.source and bead.target:
        tags.append(f"score {bead.score:.2f}")
    return f'<p class="tags">{"".join(f"<span>{tag}</span>" for tag in tags)}</p>' if tags else ""


def _side(sentences: Sequence[Sentence], marks: _Marks) -> str:
    """One side's sentences, each with its segment number; "" for an empty side."""
    parts = []
    for sentence in sentences:
        plain = sentence.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE)
        tag = "h3" if sentence.kind is BlockKind.HEADING else "p"
        number = f'<small title="line {sentence.line}">{sentence.index}</small>'
        text = _marked(sentence.text, marks.get(sentence.index, ()))
        name = "" if plain else f' class="{sentence.kind}"'
        parts.append(f"<{tag}{name}>{number}{text}</{tag}>")
    return "".join(parts)


def _gap(label: str, doubt: str, partner: Sequence[Sentence]) -> str:
    """The labelled empty side of a null bead; site furniture needs no counterpart."""
    if all(sentence.is_boilerplate for sentence in partner):
        return '<p class="gap" lang="en">no counterpart</p>'
    return f'<p class="gap" lang="en">{label} <small>{doubt}</small></p>'


def _marked(text: str, marks: Sequence[Mark]) -> str:
    """The text with marks that never nest: overlapping ones are cut at each other's ends."""
    cuts = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        points = [mark for mark in marks if mark.start == mark.end == start]
        cover = [mark for mark in marks if mark.start <= start < mark.end]
        pieces += [_piece("", points, start), _piece(text[start:end], cover, end)]
    return "".join(pieces)


def _piece(text: str, marks: Sequence[Mark], end: int) -> str:
    """A piece of text marked for its findings; those that end here show their numbers."""
    if not marks:
        return escape(text)
    worst = max((mark.severity for mark in marks), key=lambda severity: severity.rank)
    numbers = " ".join(str(mark.number) for mark in marks)
    ending = " ".join(str(mark.number) for mark in marks if mark.end == end)
    shown = f' data-ends="{ending}"' if ending else ""
    return f'<mark data-severity="{worst}" data-f="{numbers}"{shown}>{escape(text)}</mark>'
