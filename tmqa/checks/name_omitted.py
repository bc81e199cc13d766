"""See `NameOmitted`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.checks._name_intruders import intruder, of_its_kind
from tmqa.checks._names import ArticleNames, NameCase
from tmqa.lexicon import Links
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_SHORTEST = 4  # letters of a name whose loss is reported; shorter ones are often abbreviations


class NameOmitted(ArticleCheck):
    """A name of the source is missing in an otherwise translated segment.

    Why: machine translation drops names that it does not know, and a reader cannot see that
    somebody was named.

    Limits: translators put "he" or "the company" for a name, and leave out a weekday, so that a
    single lost name is a low-confidence hint; a lost full name is reported with medium
    confidence. Silent in titles, inside glossary terms, and where another name stands instead,
    which is `name-mismatch`.
    """

    rule_id = "name-omitted"
    category = "accuracy/omission"
    severity, confidence = Severity.MAJOR, Confidence.LOW
    examples = (
        CheckExample(
            "The report was written by Peter Collins in March.",
            "[[]]ანგარიში მარტში დაიწერა.",
            "ანგარიში მარტში პიტერ კოლინზმა დაწერა.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Names that no word of the target renders, replaces or explains."""
        names = ArticleNames(pairs, context)
        for pair in names.pairs:
            links = context.links(pair)
            for run in _full_names(pair, links):
                cases = [NameCase(pair, links, n, names, context.lexicon) for n in run]
                if not all(map(_is_lost, cases)) or _is_in_a_term(cases[0], context):
                    continue
                start, end = cases[0].token.start, cases[-1].token.end
                name = pair.source.text[start:end]
                yield self.finding(
                    pair,
                    f"“{name}” is not in the translation; name it there too.",
                    source=(start, end),
                    confidence=Confidence.MEDIUM if len(run) > 1 else None,
                )


def _is_in_a_term(case: NameCase, context: Context) -> bool:
    """True for a name inside a glossary term, which has a rendering of its own: French fries."""
    return any(
        occurrence.start <= case.token.start < occurrence.end
        for match in context.terms(case.pair)
        for occurrence in match.occurrences
    )


def _full_names(pair: SegmentPair, links: Links) -> Iterator[list[int]]:
    """The units of each run of capitalised words."""
    run: list[int] = []
    for number, unit in enumerate(links.units):
        if not unit.is_name or not unit.token.text.istitle():
            continue
        last = links.units[run[-1]].token if run else None
        if last and pair.source.text[last.end : unit.token.start] not in (" ", "-"):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_lost(case: NameCase) -> bool:
    return (
        len(case.text) >= _SHORTEST
        and case.text.isalpha()
        and not case.links.explained(case.number)
        and case.is_certain
        and not case.is_rendered
        and intruder(case) is None
        and of_its_kind(case) is None
    )
