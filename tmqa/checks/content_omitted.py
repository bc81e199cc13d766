"""See `ContentOmitted`."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

import regex

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.checks._coverage import (
    ENGLISH,
    NAME,
    Weighed,
    confidence_of,
    english_length,
    final_clause_run,
    strongest_run,
)
from tmqa.checks._terms import is_explained
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_OPENS = regex.compile(
    r"\b(?:and|or|but|if|while|because|which|who|when|after|before|although|though|so|as|where"
    r"|unless|until|since|by|without|instead|rather|despite|including|except|according)\s",
    regex.IGNORECASE,
)
# Log-odds from which on a run is reported at each confidence. On 975 professional sentence pairs
# 6.2 is reached by seven, most of which did lose a clause.
_LEVELS = ((9.0, Confidence.HIGH), (6.2, Confidence.MEDIUM), (4.5, Confidence.LOW))


class ContentOmitted(SegmentCheck):
    """A clause or a list member of the source is missing in an otherwise translated segment.

    Why: a translation that says less reads as well as one that says all.

    Limits: needs three content words in a row that no word of the target explains, by the
    lexicon, by their sound or as a known term, or two that open and end the last clause; another
    missing word or two is not seen. Whole sentences are the matter of sentence-omitted.
    """

    rule_id = "content-omitted"
    category = "accuracy/omission"
    severity, confidence = Severity.MAJOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "The council opened a new school, repaired the old wooden bridge over the river and "
            "planted a hundred trees in the park.",
            "საბჭომ ახალი სკოლა გახსნა და პარკში ასი ხე დარგო.[[]]",
            "საბჭომ ახალი სკოლა გახსნა, მდინარეზე ძველი ხის ხიდი შეაკეთა და პარკში ასი ხე დარგო.",
        ),
        CheckExample(
            "The captain asks for a few more minutes and checks the forecast again.",
            "კაპიტანი კიდევ რამდენიმე წუთს ითხოვს.[[]]",
            "კაპიტანი კიდევ რამდენიმე წუთს ითხოვს და პროგნოზს ხელახლა ამოწმებს.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """The longest stretch of the source that nothing in the target explains."""
        if not pair.bead.source or not pair.bead.target:
            return
        links = context.links(pair)
        rendered = [
            (occurrence.start, occurrence.end)
            for match in context.terms(pair)
            if any(not is_explained(pair, context, match, hit) for hit in match.right)
            for occurrence in match.occurrences
        ]
        words = []
        for number, unit in enumerate(links.units):
            start, end = unit.token.start, unit.token.end
            if not unit.known and not unit.is_name:
                continue
            explained = links.explained(number) or any(a <= start < b for a, b in rendered)
            weights = ENGLISH if unit.known else NAME
            words.append(Weighed(start, end, weights[0] if explained else weights[1]))
        text, other = pair.source.text, english_length(pair.target.text)
        runs = (
            strongest_run(words, len(text), other),
            final_clause_run(words, text, _OPENS, other),
        )
        run = max(filter(None, runs), key=attrgetter("evidence"), default=None)
        confidence = confidence_of(run, _LEVELS)
        if run is None or confidence is None:
            return
        missing = pair.source.text[slice(*run.span)]
        yield self.finding(
            pair,
            f"Nothing in the translation answers to “{missing}”; translate it or confirm the cut.",
            source=run.span,
            confidence=confidence,
        )
