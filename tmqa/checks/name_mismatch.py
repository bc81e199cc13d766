"""See `NameMismatch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.lang.en.names import GIVEN_NAMES, TITLES
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lexicon import Link, Links, Unit
from tmqa.values import BlockKind, Confidence, Finding, SegmentPair, Severity

_CAMEL = regex.compile(r"(?:\p{Lu}\p{Ll}+){2,}")
_PART = regex.compile(r"\p{Lu}\p{Ll}+")
_TITLE_CASE = 0.6  # share of capitalised words from which on a line is a title


class NameMismatch(ArticleCheck):
    """A name is translated as a common word, or another name stands in its place.

    Why: machine translation reads "Ms Marsh" as a bog, "in Reading" as the act of reading and
    "StepChange" as a change of step, and mixes up Monday and Tuesday, Austria and Australia.

    Limits: a surname is known by the given name or title before it, here or elsewhere in the
    article; other names by the lexicon. Silent in titles, where every word is capitalised, and
    wherever the name also stands in the target by its sound or in Latin letters.
    """

    rule_id = "name-mismatch"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample(
            "Yesterday Diana Marsh resigned.",
            "გუშინ დიანა [[ჭაობი]] გადადგა.",
            "გუშინ დიანა მარში გადადგა.",
        ),
        CheckExample(
            "We spoke with Mr Brown about it.\nThen Brown laughed.",
            "ამაზე ბატონ [[ყავისფერს]] ვესაუბრეთ.\nმერე [[ყავისფერმა]] გაიცინა.",
            "ამაზე ბატონ ბრაუნს ვესაუბრეთ.\nმერე ბრაუნმა გაიცინა.",
        ),
        CheckExample(
            "Ask the charity StepChange for help.",
            "დახმარება ქველმოქმედ [[ნაბიჯის ცვლილებას]] სთხოვეთ.",
            "დახმარება საქველმოქმედო ორგანიზაცია StepChange-ს სთხოვეთ.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Names of the article that the target turns into words or into other names."""
        lower = {t.text for pair in pairs for t in pair.source.tokens if t.text.islower()}
        surnames = frozenset(
            name for pair in pairs for name in _surnames(pair) if name.lower() not in lower
        )
        for pair in pairs:
            if not pair.bead.source or not pair.bead.target or _is_title(pair):
                continue
            links = context.links(pair)
            for number, unit in enumerate(links.units):
                found = self._translated(pair, context, links, number, surnames)
                if found is None and _CAMEL.fullmatch(unit.token.text):
                    found = self._taken_apart(pair, context, links, unit)
                if found is None:
                    found = self._replaced(pair, context, links, number)
                if found is not None:
                    yield found

    def _translated(
        self,
        pair: SegmentPair,
        context: Context,
        links: Links,
        number: int,
        surnames: frozenset[str],
    ) -> Finding | None:
        """A name that is also a common word, rendered as the word."""
        unit = links.units[number]
        if not unit.known or not unit.token.text.istitle():
            return None
        names = context.lexicon.names(unit.lemmas)
        if unit.token.text not in surnames and not (names and unit.is_name):
            return None
        word = unit.token.text.lower()
        if any(sound_distance(word, w.text) <= ALIKE for w in links.words):
            return None
        if any(context.lexicon.forms.find(w.text) & names for w in links.words):
            return None
        places = [p for p, kind in links.found[number].items() if kind is Link.RENDERING]
        others = links.explained_elsewhere(number)
        places = [p for p in places if p not in others]
        if not places:
            return None
        rendering = links.words[places[0]]
        return self.finding(
            pair,
            f"“{unit.token.text}” is a name here, and „{rendering.text}“ translates it as a "
            "common word; write the name by its sound.",
            source=(unit.token.start, unit.token.end),
            target=(rendering.start, rendering.end),
        )

    def _taken_apart(
        self, pair: SegmentPair, context: Context, links: Links, unit: Unit
    ) -> Finding | None:
        """A name written as StepChange, rendered by the meanings of its parts."""
        if any(sound_distance(unit.token.text, word.text) <= ALIKE for word in links.words):
            return None
        if unit.token.text in pair.target.text:
            return None
        places = []
        for part in _PART.findall(unit.token.text):
            wanted = {ids[0] for ids in context.lexicon.renderings(part.lower()) if len(ids) == 1}
            place = [
                position
                for position, word in enumerate(links.words)
                if context.lexicon.forms.find(word.text) & wanted and position not in places
            ]
            if not place:
                return None
            places.append(place[0])
        first, last = links.words[min(places)], links.words[max(places)]
        if max(places) - min(places) >= len(places) + 1:
            return None
        return self.finding(
            pair,
            f"“{unit.token.text}” is a name; do not translate its parts, keep it in Latin letters.",
            source=(unit.token.start, unit.token.end),
            target=(first.start, last.end),
            suggestions=(unit.token.text,),
        )

    def _replaced(
        self, pair: SegmentPair, context: Context, links: Links, number: int
    ) -> Finding | None:
        """A name of the lexicon that is missing while a name that the source lacks is there."""
        unit = links.units[number]
        names = context.lexicon.names(unit.lemmas)
        if not unit.token.text[0].isupper() or not names or links.explained(number):
            return None
        explaining = links.explaining()
        for position, word in enumerate(links.words):
            if position in explaining:
                continue
            other = context.lexicon.name_of(word.text)
            if other and other not in unit.lemmas:
                better = context.lexicon.first_renderings(unit.lemmas, 1)
                return self.finding(
                    pair,
                    f"The source names “{unit.token.text}”, the translation „{word.text}“ "
                    f"(“{other.title()}”); write {' or '.join(f'„{b}“' for b in better)}.",
                    source=(unit.token.start, unit.token.end),
                    target=(word.start, word.end),
                    suggestions=better,
                )
        return None


def _surnames(pair: SegmentPair) -> Iterator[str]:
    """Capitalised words after a given name or a title."""
    words = [token for token in pair.source.tokens if token.is_word]
    for before, after in pairwise(words):
        if (
            before.text[0].isupper()
            and before.text.lower().rstrip(".") in GIVEN_NAMES | TITLES
            and after.text.istitle()
            and pair.source.text[before.end : after.start] in (" ", ". ")
        ):
            yield after.text


def _is_title(pair: SegmentPair) -> bool:
    words = [token.text for token in pair.source.tokens if len(token.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    heading = any(s.kind is BlockKind.HEADING for s in pair.source.sentences)
    return heading or (len(words) > 2 and capitals >= _TITLE_CASE * len(words))
