"""See `TermInconsistent`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.termbase import TermMatch
from tmqa.termbase.record import GENERAL
from tmqa.termbase.rendering import RenderingHit
from tmqa.termbase.suggest import in_form_of
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_Use = tuple[SegmentPair, TermMatch, RenderingHit, int]


class TermInconsistent(ArticleCheck):
    """One term of the article has two renderings.

    Why: a reader takes two words for two things.

    Limits: compares the renderings of records with `consistent = true`; the commoner
    rendering, and of equals the first, is taken for the article's own. A record of the
    article's domain without that flag is reported, with medium confidence, where one use
    differs from two or more that agree.
    """

    rule_id = "term-inconsistent"
    category = "terminology/inconsistent-use-of-terminology"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample(
            "A misconception.\nOne more misconception.\nThe last misconception.",
            "მცდარი წარმოდგენა.\nკიდევ ერთი [[არასწორი მოსაზრება]].\nბოლო მცდარი წარმოდგენა.",
            "მცდარი წარმოდგენა.\nკიდევ ერთი მცდარი წარმოდგენა.\nბოლო მცდარი წარმოდგენა.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Every use of a rendering that is not the article's own for the term."""
        uses: dict[str, list[_Use]] = defaultdict(list)
        for pair in pairs:
            for match in context.terms(pair):
                if match.term.consistent or _is_domain_term(match):
                    for number, hit in enumerate(match.right[: len(match.occurrences)]):
                        uses[match.term.id].append((pair, match, hit, number))
        for found in uses.values():
            counted = Counter(hit.pattern for _, _, hit, _ in found).most_common()
            own = counted[0][0]
            lone = [n for _, n in counted[1:]] == [1] and counted[0][1] > 1
            for pair, match, hit, number in found:
                if hit.pattern != own and (match.term.consistent or lone):
                    yield self._different(pair, match, hit, number, own)

    def _different(
        self, pair: SegmentPair, match: TermMatch, hit: RenderingHit, number: int, own: str
    ) -> Finding:
        occurrence = match.occurrences[number]
        english = pair.source.text[occurrence.start : occurrence.end]
        georgian = pair.target.text[hit.start : hit.end]
        better = in_form_of(own, hit, pair.target.text)
        return self.finding(
            pair,
            f"“{english}” is „{georgian}“ here but „{better}“ elsewhere in the article; "
            "use one of them throughout.",
            source=(occurrence.start, occurrence.end),
            target=(hit.start, hit.end),
            suggestions=(better,),
            confidence=None if match.term.consistent else Confidence.MEDIUM,
            term=match.term.id,
        )


def _is_domain_term(match: TermMatch) -> bool:
    """True for a record of a special domain whose renderings here are all plain nouns."""
    return GENERAL not in match.term.domains and not any(
        set(hit.pattern) & set("*+=|") for hit in match.right
    )
