"""What the checks for omitted and added sentences share."""

from __future__ import annotations

from tmqa.values import Bead, Confidence, Side

_LEAST_WORDS = 2
_SURE, _LIKELY = 0.9, 0.85


def is_substantial(side: Side) -> bool:
    """True for a segment that says something: a lone word or number may be merged elsewhere."""
    return sum(token.is_word for token in side.tokens) >= _LEAST_WORDS


def confidence_of_null(bead: Bead) -> Confidence:
    """How sure a finding on a null bead is, from the aligner's stated probability."""
    if bead.score >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if bead.score >= _LIKELY else Confidence.LOW
