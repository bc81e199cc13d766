"""See `NegationAdded`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.en.negation import affirms, denied_lemmas
from tmqa.lang.ka.negation import negated_words, negators
from tmqa.lexicon import Link, Unit
from tmqa.values import Confidence, Finding, SegmentPair, Severity


class NegationAdded(SegmentCheck):
    """The target denies what the source states.

    Why: an added არ "not" turns the statement round, and the sentence still reads well.

    Limits: silent as soon as any word of the source negates, denies by its meaning ("refuse",
    "unhappy", "careless") or is often put with a negation in Georgian ("until", "only", "before").
    A low-confidence hint where the lexicon does not tell which source word the denied word
    renders: "the lines are down" may well become "ხაზები არ მუშაობს".
    """

    rule_id = "negation-added"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.CRITICAL, Confidence.MEDIUM
    examples = (
        CheckExample(
            "The doctors recommend this method to patients.",
            "ექიმები პაციენტებს ამ მეთოდს [[არ ურჩევენ]].",
            "ექიმები პაციენტებს ამ მეთოდს ურჩევენ.",
        ),
        CheckExample(
            "We sell the tickets at the entrance.",
            "ბილეთებს შესასვლელთან [[ვერ ვყიდით]].",
            "ბილეთებს შესასვლელთან ვყიდით.",
        ),
        CheckExample(
            "They closed the shop and went home.",
            "მათ მაღაზია [[არ დახურეს]] და შინ წავიდნენ.",
            "მათ მაღაზია დახურეს და შინ წავიდნენ.",
        ),
        CheckExample(
            "The guard agreed and closed the gate.",
            "მცველი დათანხმდა და ჭიშკარი [[არ დახურა]].",
            "მცველი წინააღმდეგი არ იყო და ჭიშკარი დახურა.",
        ),
        CheckExample(
            "Some agree or disagree loudly, and we sell tickets.",
            "ზოგი ხმამაღლა ეთანხმება ან არ ეთანხმება, ჩვენ კი ბილეთებს [[არ ვყიდით]].",
            "ზოგი ხმამაღლა ეთანხმება ან არ ეთანხმება, ჩვენ კი ბილეთებს ვყიდით.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Negated words of the target where the source only affirms."""
        source, target = pair.source.text, pair.target.text
        links = context.links(pair)
        for start, end in negated_words(target):
            units = [
                unit
                for unit, found in zip(links.units, links.found, strict=True)
                for position, kind in found.items()
                if links.words[position].end == end and kind is Link.RENDERING
            ]
            if any(
                unit.lemmas & denied_lemmas(source) or _denies_in_georgian(unit, context)
                for unit in units
            ):
                continue
            places = [unit.token.start for unit in units] or [0]
            if all(affirms(source, place, context.lexicon.has_word) for place in places):
                yield self.finding(
                    pair,
                    f"„{target[start:end]}“ denies what the source states; take the negation out.",
                    target=(start, end),
                    confidence=None if units else Confidence.LOW,
                )


def _denies_in_georgian(unit: Unit, context: Context) -> bool:
    """True where the lexicon has the negation itself: "hate" is ვერ იტანს, "cannot bear"."""
    return any(
        negators(rendering)
        for lemma in unit.lemmas
        for entry in context.lexicon.entries(lemma)
        for rendering in entry.renderings
    )
