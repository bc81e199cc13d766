"""What the checks for omitted and added sentences share."""

from __future__ import annotations

from tmqa.checks._base import Context
from tmqa.lexicon import link
from tmqa.termbase import TermKind
from tmqa.values import Bead, BlockKind, Confidence, SegmentPair, Side

_LEAST_WORDS = 2
_SURE, _LIKELY = 0.9, 0.85
_MOST = 0.6


def is_unpaired(pair: SegmentPair, own: Side, other: Side) -> bool:
    """True when the `own` side of the pair says something and has no `other` side to trust.

    A lone word or number may be merged elsewhere, and site furniture needs no counterpart.
    """
    lacks = not other.sentences or pair.bead.is_weak
    substantial = sum(token.is_word for token in own.tokens) >= _LEAST_WORDS
    return lacks and substantial and not pair.is_boilerplate


def confidence_of_null(pair: SegmentPair, context: Context) -> Confidence:
    """How sure it is that a sentence has no counterpart.

    From the aligner's probability; a weak pairing is at most likely to be none, since the sentence
    may be translated freely. Low for a source sentence of a word or two, for an idiom, and where a
    neighbouring segment explains most of its words; what a human has left alone is not doubted.
    """
    if not pair.bead.target:
        by_machine = pair.bead.score < 1
        if by_machine and (_may_be_next_door(pair, context) or _is_idiom(pair, context)):
            return Confidence.LOW
    elif pair.bead.source and _is_heading(pair):
        return Confidence.LOW
    return _stated(pair.bead)


def _may_be_next_door(pair: SegmentPair, context: Context) -> bool:
    for near in (pair.index - 1, pair.index + 1):
        if 0 <= near < len(context.pairs):
            links = link(pair.source, context.pairs[near].target, context.lexicon)
            told = [links.explained(n) for n, u in enumerate(links.units) if u.known or u.is_name]
            if len(told) < _LEAST_WORDS or sum(told) >= _MOST * len(told):
                return True
    return False


def _is_idiom(pair: SegmentPair, context: Context) -> bool:
    """True when an expression makes up most of the sentence, so that no word need be the same."""
    return any(
        match.term.kind is TermKind.IDIOM
        and any(o.end - o.start >= _MOST * len(pair.source.text) for o in match.occurrences)
        for match in context.terms(pair)
    )


def _is_heading(pair: SegmentPair) -> bool:
    return any(s.kind is BlockKind.HEADING for s in pair.source.sentences)


def _stated(bead: Bead) -> Confidence:
    if bead.source and bead.target:
        return Confidence.MEDIUM if 1 - bead.score >= _SURE else Confidence.LOW
    if bead.score >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if bead.score >= _LIKELY else Confidence.LOW
