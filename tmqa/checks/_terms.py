"""What the glossary checks share: findings for wrong renderings of matched records."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import Check, Context, Range
from tmqa.checks._names import is_inside
from tmqa.lang.en.lemmas import lemmas
from tmqa.lexicon import Link
from tmqa.termbase import TermKind, TermMatch
from tmqa.termbase.rendering import RenderingHit
from tmqa.termbase.sense import Grounds
from tmqa.termbase.suggest import suggestions
from tmqa.values import Confidence, Finding, SegmentPair


def wrong_renderings(
    check: Check, pair: SegmentPair, context: Context, kind: TermKind
) -> Iterator[Finding]:
    """One finding for each wrong rendering of a record of this kind; a place is named once."""
    reported: list[Range] = []
    for match in context.terms(pair):
        if match.term.kind is not kind:
            continue
        beside = _beside_right(pair, context, match)
        for number, hit in enumerate((*match.wrong, *beside)):
            place = (hit.start, hit.end)
            if place in reported or _is_left_in_latin(pair, place):
                continue
            if match.grounds.is_guess and is_explained(pair, context, match, hit):
                continue
            if _is_transcribed(pair, context, match, hit):
                continue
            reported.append(place)
            occurrence = match.occurrences[min(number, len(match.occurrences) - 1)]
            better = suggestions(match.term, hit, pair.target.text)
            for other in match.others:
                better += suggestions(other, hit, pair.target.text)[:1]
            source = (occurrence.start, occurrence.end)
            confidence = Confidence.MEDIUM if hit in beside else None
            yield term_finding(check, pair, match, source, place, better, confidence)


def term_finding(
    check: Check,
    pair: SegmentPair,
    match: TermMatch,
    source: Range,
    target: Range,
    better: tuple[str, ...],
    confidence: Confidence | None = None,
) -> Finding:
    """The finding that the record's source is rendered by the words at `target`."""
    return check.finding(
        pair,
        _message(match, pair, source, target, better),
        source=source,
        target=target,
        suggestions=better,
        severity=match.term.severity,
        confidence=confidence or _confidence(match),
        category=match.term.category,
        term=match.term.id,
    )


def _beside_right(
    pair: SegmentPair, context: Context, match: TermMatch
) -> tuple[RenderingHit, ...]:
    """Wrong renderings beside admitted ones, when nothing else in the source can explain them.

    The right one may be another word's: in "fresh sheets on the bed" ფურცლები "leaves of paper" is
    no less wrong for საწოლი "bed".
    """
    if not match.surplus or _stands_again(pair, match):
        return ()
    own = sum(
        hit.pattern in match.term.preferred and not is_explained(pair, context, match, hit)
        for hit in match.right
    )
    free = max(0, len(match.occurrences) - own - len(match.wrong))
    unexplained = [hit for hit in match.surplus if not is_explained(pair, context, match, hit)]
    return tuple(unexplained[:free])


def _stands_again(pair: SegmentPair, match: TermMatch) -> bool:
    """True when a word of the term stands elsewhere too: keep one's job, keep one's promise."""
    inside: set[str] = set()
    outside: set[str] = set()
    for token in pair.source.tokens:
        is_inside = any(o.start <= token.start < o.end for o in match.occurrences)
        (inside if is_inside else outside).update(lemmas(token.text) if token.is_word else ())
    return bool(inside & outside)


def is_explained(pair: SegmentPair, context: Context, match: TermMatch, hit: RenderingHit) -> bool:
    """True when the lexicon has the words as the renderings of other words of the source."""
    links = context.links(pair)
    others = {
        position
        for unit, found in zip(links.units, links.found, strict=True)
        if not any(o.start <= unit.token.start < o.end for o in match.occurrences)
        for position, kind in found.items()
        if kind is not Link.SOUND
    }
    return all(
        position in others
        for position, word in enumerate(links.words)
        if hit.start <= word.start < hit.end
    )


def _is_transcribed(
    pair: SegmentPair, context: Context, match: TermMatch, hit: RenderingHit
) -> bool:
    """True when the term is a name here and the rendering its sound: the Marshes, მარშები."""
    links = context.links(pair)
    inside = [
        (unit, found)
        for unit, found in zip(links.units, links.found, strict=True)
        if any(o.start <= unit.token.start < o.end for o in match.occurrences)
    ]
    return bool(inside) and all(
        unit.is_name
        and is_inside(pair, unit.token)
        and any(
            kind is Link.SOUND and hit.start <= links.words[position].start < hit.end
            for position, kind in found.items()
        )
        for unit, found in inside
    )


def _is_left_in_latin(pair: SegmentPair, place: Range) -> bool:
    """True for a lower-case Latin word, which the rule word-untranslated reports."""
    return pair.target.text[place[0]].isascii() and pair.target.text[slice(*place)].islower()


def _confidence(match: TermMatch) -> Confidence:
    is_sure = match.grounds in (Grounds.CUE, Grounds.ONLY_SENSE)
    return Confidence.HIGH if is_sure else Confidence.MEDIUM


def _message(
    match: TermMatch,
    pair: SegmentPair,
    source: Range,
    target: Range,
    better: tuple[str, ...],
) -> str:
    term = match.term
    english = pair.source.text[slice(*source)]
    georgian = pair.target.text[slice(*target)]
    glosses = [meant.gloss for meant in (term, *match.others) if meant.gloss]
    sense = f" ({'; or: '.join(glosses)})" if glosses else ""
    how = "taken literally as" if term.kind is TermKind.IDIOM else "rendered as"
    remedy = f"; use {' or '.join(f'„{wording}“' for wording in better)}" if better else ""
    why = f" – {term.note}" if term.note else ""
    return f"“{english}”{sense} is {how} „{georgian}“{remedy}{why}."
