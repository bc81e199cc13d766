"""The denials of a target that no other word of the source than a negation can explain."""

from __future__ import annotations

import regex

from tmqa.checks._base import Context, Range
from tmqa.lang.en.negation import CLAUSE_END, denies
from tmqa.lang.en.negation import negators as source_negators
from tmqa.lang.ka.negation import denials, negators, pleonasms, with_concord
from tmqa.lexicon import Link, Links
from tmqa.values import SegmentPair

_WITHOUT = regex.compile(r"\bwithout\b", regex.IGNORECASE)
# თორემ "or else" denies nothing that these do not say.
_OR_ELSE = regex.compile(r"\b(?:or|otherwise|else|lest)\b", regex.IGNORECASE)
_ELSE = "თორემ"  # or else
# "Fail", "unable": what is so described Georgian often says by ვერ "cannot".
_CANNOT = regex.compile(r"fail(?:s|ed|ing|ure)?|unable|inability", regex.IGNORECASE)
_UNABLE = ("ვერ", "ვეღარ")  # cannot, can no longer
_UNTIL = regex.compile(r"\b(?:until|till|before|rather than|instead of)\b", regex.IGNORECASE)


def unexplained_denials(pair: SegmentPair, context: Context, links: Links) -> list[Range]:
    """The denials of the target that render no other word of the source.

    Listed renderings (უსაფრთხო "safe") are explained, and whatever else stands for a word that
    denies by itself; such words that nothing is linked to explain one denial by meaning each, or
    ვერ "cannot" where they say that something fails.
    """
    text = pair.target.text
    others = _Others(pair, context, links)
    left = [place for place in denials(text) if not others.explain(place)]
    pleonastic = pleonasms(text) if _affirms_until(pair.source.text) else ()
    return with_concord(text, [place for place in left if place not in pleonastic])


class _Others:
    """What the words of the source besides its negations explain; each explains once."""

    def __init__(self, pair: SegmentPair, context: Context, links: Links) -> None:
        self._text = pair.target.text
        self._outright = frozenset(negators(self._text))
        self._has_else = _OR_ELSE.search(pair.source.text) is not None
        self._rendering: set[int] = set()  # where words that render others start
        self._before: set[int] = set()  # the same of words right before those that render denials
        self._loose = len(_WITHOUT.findall(pair.source.text))  # that deny, and nothing renders them
        self._failing = 0  # of these, those that ვერ may stand for
        for unit, found in zip(links.units, links.found, strict=True):
            word = unit.token.text
            if source_negators(word):
                continue
            is_denial = denies(word, context.lexicon.has_word)
            kinds = {Link.RENDERING, Link.FAMILY} if is_denial else {Link.RENDERING}
            places = [position for position, kind in found.items() if kind in kinds]
            self._rendering.update(links.words[position].start for position in places)
            if is_denial:
                self._before.update(links.words[p - 1].start for p in places if p)
                self._loose += not places
                self._failing += not places and _CANNOT.fullmatch(word) is not None

    def explain(self, place: Range) -> bool:
        """True when a word of the source accounts for the denial; it accounts for no other then."""
        word = self._text[slice(*place)]
        if place in self._outright:
            return word.startswith(_UNABLE) and (place[0] in self._before or self._take_failing())
        if place[0] in self._rendering or (word == _ELSE and self._has_else):
            return True
        self._loose -= 1
        return self._loose >= 0

    def _take_failing(self) -> bool:
        self._failing -= 1
        self._loose -= self._failing >= 0
        return self._failing >= 0


def _affirms_until(source: str) -> bool:
    """True where the clause of "until" negates nothing: Georgian does it there all the same."""
    until = _UNTIL.search(source)
    return until is not None and not any(
        start >= until.end() and not CLAUSE_END.search(source, until.end(), start)
        for start, _ in source_negators(source)
    )
