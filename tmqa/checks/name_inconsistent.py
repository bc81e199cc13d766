"""See `NameInconsistent`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.checks._name_forms import right_forms, slot_after, tails
from tmqa.checks._names import ArticleNames, NameUse, is_listed
from tmqa.lang.ka.letters import VOWELS
from tmqa.lang.ka.nominal import Slot
from tmqa.lang.sound import sound_distance
from tmqa.lang.transcription import nominative
from tmqa.lexicon import Lexicon
from tmqa.values import Confidence, Finding, SegmentPair, Severity

# Likeness of two stems from which on they are spellings of one name: კავანო and კავანაგი are .77,
# ჯეკმენი and ჯექსონი .55.
_ALIKE = 0.65
_NOMINATIVE = Slot("sg", "nom")


class NameInconsistent(ArticleCheck):
    """One name is spelt in two ways in the article.

    Why: a reader takes ფეტელი and ვეტელი for two persons; machine translation spells a name anew
    in every sentence.

    Limits: compares words that sound like the name. The commoner spelling, and of equals the one
    that sounds more like it, is taken for the article's own; one that the lexicon lists is right in
    any case, since two persons may bear a name in two forms.
    """

    rule_id = "name-inconsistent"
    category = "terminology/inconsistent-use-of-terminology"
    severity, confidence = Severity.MINOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "Vettel was third.\nThen Vettel stopped.\nA fine day for Vettel.",
            "ვეტელი მესამე იყო.\nმერე [[ფეტელმა]] გააჩერა.\nკარგი დღე ვეტელისთვის.",
            "ვეტელი მესამე იყო.\nმერე ვეტელმა გააჩერა.\nკარგი დღე ვეტელისთვის.",
        ),
        CheckExample(
            "The designer Bianca Rossetti is here.\nRossetti has a rule.",
            "დიზაინერი ბიანკა [[როსინი]] აქ არის.\nროსეტის წესი აქვს.",
            "დიზაინერი ბიანკა როსეტი აქ არის.\nროსეტის წესი აქვს.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """The uses of a spelling that is not the article's own for the name."""
        names = ArticleNames(pairs, context)
        uses: dict[str, list[NameUse]] = defaultdict(list)
        for use in names.uses:
            if not use.unit.known or names.is_person(use.pair, use.unit.token):
                uses[use.unit.token.text].append(use)
        for found in uses.values():
            own = _own(found, context.lexicon)
            for use in found:
                if _is_variant(use.stem, own) and not _is_listed(use, context.lexicon):
                    yield self._different(use, own, context.lexicon)

    def _different(self, use: NameUse, own: str, lexicon: Lexicon) -> Finding:
        slot = slot_after(use.stem, use.word.text)
        name = use.unit.token
        usual = right_forms(name.text, (), nominative(own), _NOMINATIVE, lexicon)
        better = right_forms(name.text, (), nominative(own), slot, lexicon)
        return self.finding(
            use.pair,
            f"“{name.text}” is spelt „{use.word.text}“ here but „{usual[0]}“ elsewhere in the "
            "article; spell it alike throughout.",
            source=(name.start, name.end),
            target=(use.word.start, use.word.end),
            suggestions=better,
        )


def _own(uses: Sequence[NameUse], lexicon: Lexicon) -> str:
    """The article's own stem of a name: one that is listed, else the commonest and likest."""
    counted = Counter(_key(use.stem) for use in uses)
    listed = (use.stem for use in uses if _is_listed(use, lexicon))
    return next(listed, max(uses, key=lambda use: (counted[_key(use.stem)], _likeness(use))).stem)


def _likeness(use: NameUse) -> float:
    """How much the stem sounds like the name, at most 0."""
    return -sound_distance(use.unit.token.text, nominative(use.stem))


def _is_listed(use: NameUse, lexicon: Lexicon) -> bool:
    return is_listed(use.word.text, use.unit, lexicon)


def _is_variant(stem: str, own: str) -> bool:
    """True for another spelling of the same name; false for another word, or another ending."""
    short, long = sorted((_key(stem), _key(own)), key=len)
    if long.startswith(short) and long.removeprefix(short) in tails(short):
        return False
    return SequenceMatcher(None, short, long).ratio() >= _ALIKE


def _key(stem: str) -> str:
    """A stem without what its endings make uncertain: the last vowel, and doubled letters."""
    single = "".join(b for a, b in pairwise(" " + stem) if a != b)
    return single.rstrip(VOWELS) or single
