"""The alignment as a table of sentence numbers, for programs."""

from __future__ import annotations

from tmqa.values import Bitext


def write(bitext: Bitext) -> str:
    """One bead a line: source indices, TAB, target indices, each comma-separated."""
    return "".join(
        f"{','.join(map(str, bead.source))}\t{','.join(map(str, bead.target))}\n"
        for bead in bitext.alignment.beads
    )
