"""Alignments as files: the forms that `tmqa align` writes."""

from __future__ import annotations

import json

from tmqa.values import Alignment


def to_tsv(alignment: Alignment) -> str:
    """One bead a line: source indices, TAB, target indices, each comma-separated."""
    return "".join(
        f"{','.join(map(str, bead.source))}\t{','.join(map(str, bead.target))}\n"
        for bead in alignment.beads
    )


def to_json(alignment: Alignment) -> str:
    """The segments of both sides and the beads with their scores."""
    data = {
        "aligner": alignment.aligner,
        "source_segments": [s.text for s in alignment.source],
        "target_segments": [s.text for s in alignment.target],
        "alignment": [
            {"source": list(b.source), "target": list(b.target), "score": b.score}
            for b in alignment.beads
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
