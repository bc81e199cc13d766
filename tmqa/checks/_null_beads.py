"""What the checks for omitted and added sentences share."""

from __future__ import annotations

from tmqa.values import Bead, Confidence, Side

_LEAST_WORDS = 2
_SURE, _LIKELY = 0.9, 0.85


def is_substantial(side: Side) -> bool:
    """True for a segment that says something: a lone word or number may be merged elsewhere."""
    return sum(token.is_word for token in side.tokens) >= _LEAST_WORDS


def confidence_of_null(bead: Bead) -> Confidence:
    """How sure it is that a sentence has no counterpart, from the aligner's probability.

    A weak pairing is at most likely to be none: the sentence may be translated freely.
    """
    if bead.source and bead.target:
        return Confidence.MEDIUM if 1 - bead.score >= _SURE else Confidence.LOW
    if bead.score >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if bead.score >= _LIKELY else Confidence.LOW
