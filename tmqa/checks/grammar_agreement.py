"""See `GrammarAgreement`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import Slot, analyse, inflect
from tmqa.lang.ka.verb import principal_parts
from tmqa.lexicon import Links
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

# my, your (sg.), our, your (pl.), his/her/its, their, one's own – nominative, dative, own.
_POSSESSIVES = frozenset("ჩემი შენი ჩვენი თქვენი მისი მათი თავისი საკუთარი".split())
_DATIVE_POSSESSIVES = frozenset("ჩემს შენს ჩვენს თქვენს მის მათ თავის საკუთარ".split())
_MARKED_DATIVES = _DATIVE_POSSESSIVES - {"მის", "მათ", "თავის"}  # these three are genitives too
_ADJECTIVE = "ური"  # the commonest ending that only adjectives have
# two, three, four, five, six, seven, nine, ten, both
_NUMERALS = frozenset("ორი სამი ოთხი ხუთი ექვსი შვიდი ცხრა ათი ორივე".split())
_ERGATIVE_NUMERALS = {f"{numeral[:-1]}მა" for numeral in _NUMERALS}
_CERTAIN = _POSSESSIVES | _DATIVE_POSSESSIVES | _ERGATIVE_NUMERALS
# Also adverbs, postpositions or verbs: after, against, later, is worth, on purpose, his own …
_NO_MODIFIERS = frozenset("შემდეგ წინააღმდეგ შემდგომ ღირს განზრახ თავის ნამდვილ გარეთ".split())
# Participles and quantities may be the predicate of what stands before them.
_PREDICATE = ("ებული", "ბევრი")
_ADVERB = ("ად", "ით")
# Cases before which a possessive or adjective loses its -ი: თქვენს ბანკს "your bank" (dative).
_DATIVE_GROUP = frozenset({"dat", "in", "on", "with"})


class GrammarAgreement(SegmentCheck):
    """A possessive, numeral or adjective does not agree in case with its noun.

    Why: machine translation often inflects the noun alone (თქვენი ბანკს for თქვენს ბანკს "to
    your bank").

    Limits: looks at neighbouring words only, at possessives, numerals and words that the lexicon
    knows as adjectives alone, and at nouns that it knows in a form of one case. An adjective must
    render the word before the noun's in the source: ძველი ზღვაში ჩავარდა "the old one fell into
    the sea" agrees.
    """

    rule_id = "grammar-agreement"
    category = "linguistic-conventions/grammar"
    severity, confidence = Severity.MINOR, Confidence.MEDIUM
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
        CheckExample(
            "Three doctors put the things in the dark forest.",
            "[[სამმა ექიმი]] ნივთები [[ბნელი ტყეში]] დააწყო.",
            "სამმა ექიმმა ბნელი ტყის პირას, ბნელ და ცივ ღრმულში ნივთები დააწყო.",
        ),
        CheckExample(
            "After the war the dark room was worth a lot.",
            "ომის შემდეგ [[ბნელ ოთახი]] ძვირი ღირდა.",
            "ომის შემდეგ ოთახი ბნელ სარდაფში ძვირი ღირდა.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Neighbouring words of the target that belong together and disagree."""
        links = context.links(pair)
        for position, (left, right) in enumerate(pairwise(links.words)):
            if pair.target.text[left.end : right.start] != " ":
                continue
            word = fold(left.text)
            if word not in _CERTAIN and not _are_together(pair, links, position):
                continue
            wording = self._agreeing(left.text, right, context)
            if wording:
                yield self.finding(
                    pair,
                    f"„{left.text} {right.text}“ does not agree in case; write „{wording}“.",
                    target=(left.start, right.end),
                    suggestions=(wording,),
                )

    def _agreeing(self, modifier: str, noun: Token, context: Context) -> str | None:
        """The two words in agreement; None where they are, or where that is not certain."""
        slots = self._slots(noun, context)
        cases = {slot.case for slot in slots.values()}
        word = fold(modifier)
        lemma, case = _read(word, context)
        if not cases or not case:
            return None
        if case == "nom" and cases <= _DATIVE_GROUP:
            possessive = f"{word[:-1]}ს"
            return f"{possessive if possessive in _DATIVE_POSSESSIVES else word[:-1]} {noun.text}"
        if cases != {"nom"} or any(slot.particle for slot in slots.values()):
            return None
        if case == "bare":
            return f"{lemma} {noun.text}"
        if case == "erg":
            noun_lemma, slot = min(slots.items())
            return f"{modifier} {inflect(noun_lemma, Slot(slot.number, 'erg'))}"
        return None

    @staticmethod
    def _slots(noun: Token, context: Context) -> dict[str, Slot]:
        """The slots of the word as a form of nouns of the lexicon, by their dictionary forms."""
        slots: dict[str, Slot] = {}
        if noun.text == "და" or noun.text.endswith("ას"):  # "and"; an old locative
            return slots
        for lemma in context.lexicon.nouns(noun.text):
            slot = analyse(fold(noun.text), lemma)
            # -ო and -უ stems do not tell the dative from the genitive.
            if lemma.endswith(("ო", "უ")):
                return {}
            # A second modifier (საკუთარ პატარა სახლში "in one's own small house"), or a verb (ერთმა
            # გაგზავნა "one of them sent").
            if context.lexicon.may_modify(lemma) or principal_parts(lemma):
                return {}
            if slot is not None:  # else a form of the verb that the noun names
                slots[lemma] = slot
        return slots


def _are_together(pair: SegmentPair, links: Links, position: int) -> bool:
    """True when the target words at `position` and after it render neighbours of the source."""
    linked = list(zip(links.units, links.found, strict=True))
    return any(
        position in before
        and position + 1 in after
        and left.token.end < right.token.start
        and not pair.source.text[left.token.end : right.token.start].strip(" -")
        for left, before in linked
        for right, after in linked
    )


def _read(word: str, context: Context) -> tuple[str, str]:
    """The dictionary form and the case ("nom", "erg" or "bare") of a modifier; "" if it is none."""
    if word in _POSSESSIVES:
        return word, "nom"
    if word in _MARKED_DATIVES:
        return ("საკუთარი" if word == "საკუთარ" else f"{word[:-1]}ი"), "bare"
    if word in _NO_MODIFIERS or word.endswith(_PREDICATE):
        return word, ""
    is_adjective = context.lexicon.is_adjective
    if word.endswith("ი"):
        long = word.endswith(_ADJECTIVE) and len(word) > len(_ADJECTIVE) + 1
        return word, "nom" if long or is_adjective(word) else ""
    if word.endswith("მა") and (is_adjective(f"{word[:-2]}ი") or f"{word[:-2]}ი" in _NUMERALS):
        return f"{word[:-2]}ი", "erg"
    if is_adjective(f"{word}ი") and not word.endswith(_ADVERB):
        return f"{word}ი", "bare"
    return word, ""
