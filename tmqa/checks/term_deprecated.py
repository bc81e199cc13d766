"""See `TermDeprecated`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._literal import copied_terms
from tmqa.checks._terms import term_finding, wrong_renderings
from tmqa.lang.ka.nominal import plain
from tmqa.termbase import TermKind
from tmqa.termbase.rendering import RenderingHit
from tmqa.values import Confidence, Finding, Location, SegmentPair, Severity

_Place = Location | RenderingHit


class TermDeprecated(SegmentCheck):
    """A term is rendered by a word that is wrong in its sense, or by its words one by one.

    Why: machine translation picks the commonest sense of a word, or a look-alike ("curate" as
    განკურნება "cure"); the record knows the sense, the wrong word and the right one.

    Limits: knows only what the glossaries know: the wrong words that the record of a sense names,
    and terms of several words, whose copy the lexicon gives („საგნის ხაზი“ "line of the subject"
    for the subject line of a message). Silent when a right rendering stands in the same segment,
    or when another term of the source explains the word.
    """

    rule_id = "term-deprecated"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample(
            "She curated the show.", "მან გამოფენა [[განკურნა]].", "ის გამოფენის კურატორი იყო."
        ),
        CheckExample(
            "Three gurus of branding spoke.",
            "ბრენდინგის სამმა [[გურულმა]] ისაუბრა.",
            "ბრენდინგის სამმა გურუმ ისაუბრა.",
        ),
        CheckExample(
            "There are fresh sheets on the bed.",
            "საწოლზე სუფთა [[ფურცლებია]].",
            "საწოლზე სუფთა ზეწრებია.",
        ),
        CheckExample(
            "The Marshes curated the show.",
            "მარშებმა გამოფენა [[განკურნეს]].",
            "გამოფენის კურატორები მარშები იყვნენ.",
        ),
        CheckExample(
            "Soft drinks are sweet.",
            "[[რბილი სასმელები]] ტკბილია.",
            "გამაგრილებელი სასმელები ტკბილია.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Wrong renderings of the pair's terms, then copies where no rendering is known yet."""
        found = list(wrong_renderings(self, pair, context, TermKind.TERM))
        taken = [f.target for f in found] + [h for m in context.terms(pair) for h in m.right]
        for finding in self._copies(pair, context):
            if not any(_overlap(finding.target, place) for place in taken):
                found.append(finding)
                taken.append(finding.target)
        return iter(found)

    def _copies(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        for match in context.terms(pair):
            term = match.term
            if term.kind is not TermKind.TERM or match.right or match.wrong:
                continue
            if match.grounds.is_guess:
                continue
            better = tuple(map(plain, term.preferred))
            for source, target in copied_terms(match, context.links(pair)):
                yield term_finding(self, pair, match, source, target, better, Confidence.MEDIUM)


def _overlap(one: _Place | None, other: _Place | None) -> bool:
    return bool(one and other and one.start < other.end and other.start < one.end)
