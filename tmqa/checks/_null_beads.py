"""What the checks for omitted and added sentences share."""

from __future__ import annotations

from tmqa.values import Bead, Confidence, SegmentPair, Side

_LEAST_WORDS = 2
_SURE, _LIKELY = 0.9, 0.85


def is_unpaired(pair: SegmentPair, own: Side, other: Side) -> bool:
    """True when the `own` side of the pair says something and has no `other` side to trust.

    A lone word or number may be merged elsewhere, and site furniture needs no counterpart.
    """
    lacks = not other.sentences or pair.bead.is_weak
    substantial = sum(token.is_word for token in own.tokens) >= _LEAST_WORDS
    return lacks and substantial and not pair.is_boilerplate


def confidence_of_null(bead: Bead) -> Confidence:
    """How sure it is that a sentence has no counterpart, from the aligner's probability.

    A weak pairing is at most likely to be none: the sentence may be translated freely.
    """
    if bead.source and bead.target:
        return Confidence.MEDIUM if 1 - bead.score >= _SURE else Confidence.LOW
    if bead.score >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if bead.score >= _LIKELY else Confidence.LOW
