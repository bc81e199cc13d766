"""See `NegationLost`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.en.negation import negated_subject, negators
from tmqa.lang.ka.negation import denies, negated_verb_after_noun
from tmqa.lexicon import Link, Links
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_CLAUSE_END = regex.compile(r"[,;:.!?–—]\s|\b(?:and|but|that|because|which|who)\b")


class NegationLost(SegmentCheck):
    """The source denies something and the target does not, or denies the wrong part.

    Why: a lost "not" turns the statement round, and the sentence still reads well.

    Limits: only a low-confidence hint where the target renders the denied word otherwise, since
    translators turn "not hard" into "easy". Silent as soon as any word of the target negates or
    denies (არ, ვერ, არავინ, გარეშე "without", შეუძლებელი "impossible", უ- adjectives), so one of
    two negations may be lost unseen. "Not only", "why not" and the like deny nothing. A negated
    subject ("Not answering will …") is looked at on its own: in Georgian its negation must not
    move to the verb.
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
            "They never paid.", "[[მათ ყოველთვის გადაიხადეს.]]", "მათ არასოდეს გადაუხდიათ."
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Negations of the source that nothing in the target answers."""
        if not pair.bead.source or not pair.bead.target:
            return
        source, target = pair.source.text, pair.target.text
        found = negators(source)
        if found and not denies(target):
            start, end = found[0]
            yield self.finding(
                pair,
                f"“{source[start:end]}” of the source is not in the translation, which says the "
                "opposite; restore the negation.",
                source=(start, end),
                target=(0, len(target)),
                confidence=None if _says_it(pair, context, start, end) else Confidence.LOW,
            )
            return
        subject, moved = negated_subject(source), negated_verb_after_noun(target)
        if subject and moved:
            yield self.finding(
                pair,
                f"“{source[slice(*subject)]}” is negated in the source, but "
                f"„{target[slice(*moved)]}“ negates the verb; negate the subject instead.",
                source=subject,
                target=moved,
                confidence=Confidence.MEDIUM,
            )


def _says_it(pair: SegmentPair, context: Context, start: int, end: int) -> bool:
    """True when the target states what the source denies.

    Looks at the two content words after the negation in its clause, else at the one before. A
    denied adjective must be there itself: "not hard" may well be rendered as "easy".
    """
    links = context.links(pair)
    denied = []
    for number, unit in enumerate(links.units):
        between = pair.source.text[end : unit.token.start]
        parts = context.lexicon.parts_of_speech(unit.lemmas)
        if unit.token.start >= end and not _CLAUSE_END.search(between) and parts != {"adv"}:
            denied.append((number, parts))
    if not denied:
        before = [n for n, unit in enumerate(links.units) if unit.token.end <= start]
        return not before or _is_rendered(links, before[-1])
    first, parts = denied[0]
    if _is_rendered(links, first) or (parts and "v" not in parts):
        return _is_rendered(links, first)
    return any(_is_rendered(links, number) for number, _ in denied[1:2])


def _is_rendered(links: Links, unit: int) -> bool:
    kinds = set(links.found[unit].values())
    return not links.units[unit].known or bool(kinds & {Link.RENDERING, Link.FAMILY})
