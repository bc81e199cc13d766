"""See `NegationLost`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tmqa.checks._base import CheckExample, Context, Range, SegmentCheck
from tmqa.checks._denials import unexplained_denials
from tmqa.lang.en.negation import CLAUSE_END, denies, negated_subject
from tmqa.lang.en.negation import negators as source_negators
from tmqa.lang.ka.negation import clause, denials, negated_verb_after_noun
from tmqa.lexicon import Link, Links
from tmqa.values import Confidence, Finding, SegmentPair, Severity

# What Georgian denies in one way or another: ჩანთის გარეშე, უჩანთოდ "without a bag", ვერ ნახა
# "failed to see".
_DENIED_SOMEHOW = regex.compile(r"\bwithout\b|\bfail(?:s|ed|ing)? to\b", regex.IGNORECASE)
# What is not so "except" somewhere, or not "until" then, is so there or then only: მხოლოდ, მარტო.
_EXCEPT = regex.compile(r"\b(?:except|but|other than|apart from|until|till)\b", regex.IGNORECASE)
_ONLY = regex.compile(r"\b(?:მხოლოდ|მარტო)\b")
# "Not until six" may well be "from six" or "after six", but hardly "until six" (ექვსამდე).
_BOUND = regex.compile(r"\b(?:until|till)\b", regex.IGNORECASE)
_UP_TO = regex.compile(r"\b\p{L}+მდე\b")
_LEAST_OTHERS = 2  # words besides those denied, from which on rendering them all says something


class NegationLost(SegmentCheck):
    """The source denies something and the target does not, or denies the wrong part.

    Why: a lost "not" turns the statement round, and the sentence still reads well.

    Limits: only a low-confidence hint where the target renders the denied word otherwise, since
    translators turn "not hard" into "easy", unless it renders all the other words. Words that deny
    by their meaning (გარეშე "without", შეუძლებელი "impossible", უ- adjectives) answer a negation
    too, unless they render such a word of the source; "without" and "fail to" ask for any denial at
    all. Of several negations one is missed only when the target has fewer, or when it denies
    another clause. "Not only", "why not" and the like deny nothing. A negated subject ("Not
    answering will …") is looked at on its own: in Georgian its negation must not move to the verb.
    """

    rule_id = "negation-lost"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.CRITICAL, Confidence.HIGH
    examples = (
        CheckExample(
            "The costs did not rise last year.",
            "[[ხარჯები შარშან გაიზარდა.]]",
            "ხარჯები შარშან არ გაზრდილა.",
        ),
        CheckExample("Hardly anyone came.", "[[თითქმის ყველა მოვიდა.]]", "თითქმის არავინ მოვიდა."),
        CheckExample(
            "It isn't possible to enter.", "[[შესვლა შესაძლებელია.]]", "შესვლა შეუძლებელია."
        ),
        CheckExample(
            "Not answering customers will cost you dearly.",
            "მომხმარებლებზე პასუხის გაცემა [[არ დაგიჯდებათ]] ძვირი.",
            "მომხმარებლებისთვის პასუხის გაუცემლობა ძვირად დაგიჯდებათ.",
        ),
        CheckExample(
            "He did not know it, and not only he was late.",
            "[[მან ეს იცოდა და მხოლოდ ის დააგვიანა.]]",
            "მან ეს არ იცოდა და დააგვიანა მხოლოდ მან.",
        ),
        CheckExample(
            "Not everyone liked it, and the guard did not deny this.",
            "[[ეს ყველას მოეწონა, და მცველმა ეს უარყო.]]",
            "ეს ყველას არ მოეწონა, და მცველს ეს არ უარუყვია.",
        ),
        CheckExample(
            "Unless the doctor forbids it, you may swim.",
            "[[თუ ექიმი გიკრძალავთ, შეგიძლიათ იცუროთ.]]",
            "თუ ექიმი არ გიკრძალავთ, შეგიძლიათ იცუროთ.",
        ),
        CheckExample(
            "The shop does not sell bread, but it has never closed early.",
            "[[მაღაზია პურს ყიდის]], მაგრამ ადრე არასოდეს დაკეტილა.",
            "მაღაზია პურს არ ყიდის, მაგრამ ადრე არასოდეს დაკეტილა.",
        ),
        CheckExample(
            "We manage without it, but she failed to see why and left without the coat.",
            "[[მისი დახმარებით ვუძლებთ, მაგრამ ნახა, რატომ, და პალტოთი წავიდა.]]",
            "მის გარეშეც ვუძლებთ, მაგრამ ვერ დაინახა, რატომ, და უპალტოდ წავიდა.",
        ),
        CheckExample(
            "Nobody here is a doctor, except for Ann, and nobody sleeps.",
            "[[აქ მხოლოდ ენია ექიმი და ყველას სძინავს.]]",
            "აქ მხოლოდ ენია ექიმი და არავის სძინავს.",
        ),
        CheckExample(
            "The offices do not reopen until May.",
            "[[ოფისები მაისამდე ირთვება.]]",
            "ოფისები მხოლოდ მაისში ამუშავდება.",
        ),
        CheckExample(
            "They never paid.", "[[მათ ყოველთვის გადაიხადეს.]]", "მათ არასოდეს გადაუხდიათ."
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Negations of the source that nothing in the target answers."""
        if not pair.bead.source or not pair.bead.target:
            return
        lost = next(_lost(pair, context), None)
        if lost is not None:
            (start, end), target, confidence = lost
            yield self.finding(
                pair,
                f"“{pair.source.text[start:end].strip()}” of the source is not in the translation, "
                "which says the opposite; restore the negation.",
                source=(start, end),
                target=target,
                confidence=confidence,
            )
            return
        source, text = pair.source.text, pair.target.text
        subject, moved = negated_subject(source), negated_verb_after_noun(text)
        if subject and moved:
            yield self.finding(
                pair,
                f"“{source[slice(*subject)]}” is negated in the source, but "
                f"„{text[slice(*moved)]}“ negates the verb; negate the subject instead.",
                source=subject,
                target=moved,
                confidence=Confidence.MEDIUM,
            )


def _lost(pair: SegmentPair, context: Context) -> Iterator[tuple[Range, Range, Confidence]]:
    """The negations that are not in the target: where, what says the opposite, how surely.

    A denial of the target answers no negation of the source when it renders a word of the source
    that denies by itself ("deny", "without"). Where denials are left over, a negation is lost only
    if the words that render what it denies stand in a clause without one, while other negations
    claim all that are left.
    """
    target, links = pair.target.text, context.links(pair)
    negations = [
        (span, _denied(pair, context, links, span))
        for span in source_negators(pair.source.text)
        if not (_ONLY.search(target) and _EXCEPT.search(pair.source.text, span[1]))
    ]
    left = unexplained_denials(pair, context, links)
    somehow = _DENIED_SOMEHOW.search(pair.source.text)
    if somehow and not denials(target):
        yield somehow.span(), (0, len(target)), Confidence.MEDIUM
    if not left:
        for span, denied in negations:
            yield span, (0, len(target)), _confidence(pair, context, span, denied)
        return
    is_short = len(left) < len(negations)
    clauses = [_clauses(target, links, denied, is_short) for _, denied in negations]
    for number, (span, denied) in enumerate(negations):
        own = clauses[number]
        claimed = [c for other, found in enumerate(clauses) if other != number for c in found]
        if any(_within(place, own) for place in left):
            continue
        if is_short:
            yield span, own[0] if own else (0, len(target)), Confidence.MEDIUM
        elif (
            len(own) == 1
            and all(_within(place, claimed) for place in left)
            and any("v" in _parts(context, links, unit) for unit in denied)
        ):
            yield span, own[0], Confidence.MEDIUM


def _confidence(
    pair: SegmentPair, context: Context, negator: Range, denied: tuple[int, ...]
) -> Confidence:
    """How sure it is that a negation is lost where the target denies nothing."""
    links = context.links(pair)
    if not denied or any(_is_rendered(links, unit) for unit in denied):
        return Confidence.HIGH
    is_bound = _BOUND.search(pair.source.text, negator[1]) and _UP_TO.search(pair.target.text)
    return Confidence.MEDIUM if is_bound or _is_close(context, links, denied) else Confidence.LOW


def _parts(context: Context, links: Links, unit: int) -> frozenset[str]:
    return context.lexicon.parts_of_speech(links.units[unit].lemmas)


def _denied(pair: SegmentPair, context: Context, links: Links, negator: Range) -> tuple[int, ...]:
    """The units that a negation denies: the two content words after it in its clause.

    Only the first if that is a noun or adjective ("not hard" may well be rendered as "easy"),
    and the word before the negation where none follows.
    """
    start, end = negator
    denied = []
    for number, unit in enumerate(links.units):
        between = pair.source.text[end : unit.token.start]
        parts = _parts(context, links, number)
        if unit.token.start >= end and not CLAUSE_END.search(between) and parts != {"adv"}:
            denied.append((number, parts))
    if not denied:
        return tuple(n for n, unit in enumerate(links.units) if unit.token.end <= start)[-1:]
    first, parts = denied[0]
    if _is_rendered(links, first) or (parts and "v" not in parts):
        return (first,)
    return tuple(number for number, _ in denied[:2])


def _is_close(context: Context, links: Links, denied: tuple[int, ...]) -> bool:
    """True when all words but those denied are rendered, so that no free wording is likely.

    Not where the word denied denies by itself: "cannot miss it" may well be "will see it".
    """
    others = [n for n, unit in enumerate(links.units) if unit.known and n not in denied]
    return (
        len(others) >= _LEAST_OTHERS
        and all(map(links.explained, others))
        and not any(denies(links.units[n].token.text, context.lexicon.has_word) for n in denied)
    )


def _is_rendered(links: Links, unit: int) -> bool:
    kinds = set(links.found[unit].values())
    return not links.units[unit].known or bool(kinds & {Link.RENDERING, Link.FAMILY})


def _clauses(target: str, links: Links, denied: tuple[int, ...], is_narrow: bool) -> list[Range]:
    """The clauses of the target that render what is denied."""
    places = {
        links.words[position].start
        for unit in denied
        for position, kind in links.found[unit].items()
        if kind in (Link.RENDERING, Link.FAMILY)
    }
    return sorted({clause(target, place, is_narrow) for place in places})


def _within(place: Range, clauses: list[Range]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in clauses)
