"""The alignment as JSON, for programs that want texts and scores too."""

from __future__ import annotations

import json

from tmqa.values import Bitext


def write(bitext: Bitext) -> str:
    """The segments of both sides and the beads with their scores."""
    alignment = bitext.alignment
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
