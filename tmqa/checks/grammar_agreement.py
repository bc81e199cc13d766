"""See `GrammarAgreement`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import Slot, analyse
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

# my, your (sg.), our, your (pl.), his/her/its, their, one's own – nominative, dative, own.
_POSSESSIVES = frozenset("ჩემი შენი ჩვენი თქვენი მისი მათი თავისი საკუთარი".split())
_DATIVE_POSSESSIVES = frozenset("ჩემს შენს ჩვენს თქვენს მის მათ თავის საკუთარ".split())
_MARKED_DATIVES = _DATIVE_POSSESSIVES - {"მის", "მათ", "თავის"}  # these three are genitives too
_ADJECTIVE = "ური"  # the commonest ending that only adjectives have
# Cases before which a possessive or adjective loses its -ი: თქვენს ბანკს "your bank" (dative).
_DATIVE_GROUP = frozenset({"dat", "in", "on", "with"})


class GrammarAgreement(SegmentCheck):
    """A possessive or adjective does not agree in case with its noun.

    Why: machine translation often inflects the noun alone (თქვენი ბანკს for თქვენს ბანკს "to
    your bank").

    Limits: looks at neighbouring words only, at possessives and at adjectives in -ური, and at
    nouns that the lexicon knows in a form of one case.
    """

    rule_id = "grammar-agreement"
    category = "linguistic-conventions/grammar"
    severity, confidence = Severity.MINOR, Confidence.MEDIUM
    bilingual = False
    examples = (
        CheckExample("Talk to your bank.", "ესაუბრეთ [[თქვენი ბანკს]].", "ესაუბრეთ თქვენს ბანკს."),
        CheckExample(
            "Look after your list.",
            "გაუფრთხილდით [[საკუთარ სია]].",
            "გაუფრთხილდით საკუთარ სიას. ეს თქვენი ბანკის სიაა.",
        ),
        CheckExample(
            "in a musical novel about our kingdom",
            "[[მუსიკალური რომანში]]",
            "მუსიკალურ რომანში ჩვენი სამეფოს შესახებ",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Neighbouring words of the target that belong together and disagree."""
        words = [token for token in pair.target.tokens if token.is_word]
        for left, right in pairwise(words):
            if pair.target.text[left.end : right.start] != " ":
                continue
            better = _agreeing(fold(left.text), self._slots(right, context))
            if better:
                wording = f"{better} {right.text}"
                yield self.finding(
                    pair,
                    f"„{left.text} {right.text}“ does not agree in case; write „{wording}“.",
                    target=(left.start, right.end),
                    suggestions=(wording,),
                )

    @staticmethod
    def _slots(noun: Token, context: Context) -> frozenset[Slot]:
        """The slots of all nouns of the lexicon that the word may be a form of."""
        slots = set()
        for lemma in context.lexicon.nouns(noun.text):
            slot = analyse(fold(noun.text), lemma)
            # -ო and -უ stems do not tell the dative from the genitive.
            if slot is None or lemma.endswith(("ო", "უ")):
                return frozenset()
            slots.add(slot)
        return frozenset(slots)


def _agreeing(word: str, slots: frozenset[Slot]) -> str | None:
    """The form that a noun in these slots asks of the word before it; None when it is right."""
    cases = {slot.case for slot in slots}
    is_adjective = word.endswith(_ADJECTIVE) and len(word) > len(_ADJECTIVE) + 1
    if not cases:
        return None
    if cases <= _DATIVE_GROUP and (word in _POSSESSIVES or is_adjective):
        stem = word[:-1]
        return f"{stem}ს" if word in _POSSESSIVES and f"{stem}ს" in _DATIVE_POSSESSIVES else stem
    plain = all(not slot.particle for slot in slots)
    if cases == {"nom"} and plain and word in _MARKED_DATIVES:
        return "საკუთარი" if word == "საკუთარ" else f"{word[:-1]}ი"
    return None
