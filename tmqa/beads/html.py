"""The alignment as a page on which an editor sees both texts side by side.

It needs no other file and no script. What is worth a look, which is weak, moved and null beads,
is listed first with links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import Template

from tmqa.page import SOURCE, TARGET, asset, escape, file_name, prose, rows, style, table
from tmqa.values import Alignment, Bitext, Sentence

# So much of a text tells which one it is.
_EXCERPT = 60


def write(bitext: Bitext) -> str:
    """The page."""
    alignment = bitext.alignment
    source, target = file_name(bitext.source.path), file_name(bitext.target.path)
    notices = "".join(f"<li>{prose(notice)}</li>" for notice in bitext.notices)
    shapes = Counter(bead.shape for bead in alignment.beads).most_common()
    facts = (
        f"{len(alignment.source)} source and {len(alignment.target)} target segments in "
        f"{len(alignment.beads)} beads ({', '.join(f'{n} × {shape}' for shape, n in shapes)}), "
        f"aligner {alignment.aligner}"
    )
    return Template(asset("alignment.html")).substitute(
        title=escape(f"{source} → {target}"),
        style=style(),
        facts=escape(facts),
        notices=f'<ul class="notices">{notices}</ul>' if notices else "",
        doubts=_doubts(alignment),
        source=escape(source),
        target=escape(target),
        rows=rows(alignment, with_scores=True),
    )


def _doubts(alignment: Alignment) -> str:
    """The beads worth a look, each with a link and the beginnings of its texts."""
    moved = alignment.moved()
    lines = []
    for number, bead in enumerate(alignment.beads):
        source = [alignment.source[i] for i in bead.source]
        target = [alignment.target[j] for j in bead.target]
        why = ["moved"] if number in moved else []
        if bead.is_weak:
            why.append(f"weak match {bead.score:.2f}")
        elif not (source and target) and not all(s.is_boilerplate for s in source + target):
            why.append("omitted?" if source else "added?")
        if why:
            link = f'<a href="#bead-{number}">bead {number}: {", ".join(why)}</a>'
            lines.append([link, _excerpt(SOURCE, source), _excerpt(TARGET, target)])
    if not lines:
        return "<p>No bead is weak, moved, or without counterpart.</p>"
    found = table(f"Worth a look: {len(lines)}", ["source", "target"], lines)
    return f'<nav aria-label="Beads worth a look">{found}</nav>'


def _excerpt(lang: str, sentences: Sequence[Sentence]) -> str:
    text = " ".join(sentence.text for sentence in sentences)
    cut = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    return f'<span lang="{lang}">{escape(cut)}</span>' if text else "–"
