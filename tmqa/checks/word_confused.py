"""See `WordConfused`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.en.spelling import is_one_slip
from tmqa.lang.en.words import STOP_WORDS
from tmqa.lexicon import Link, Unit, is_function_word
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

# Letters of the shorter and the longer word; shorter ones have too many neighbours. Two words of
# four letters are taken for each other only when the one of the source has few renderings: back,
# line and heat have many more than a lexicon knows.
_SHORTEST = (4, 5)
_SHORTEST_OF_FEW_RENDERINGS = (4, 4)
_FEW_RENDERINGS = 4
_OFFERED = 3
# A Georgian word that renders so many English ones renders the word of the source in some way too:
# what matters is რაც მთავარია, whose dictionary meanings are main, master and others.
_MOST_MEANINGS = 12


class WordConfused(SegmentCheck):
    """A word is translated as another one that is spelt almost alike.

    Why: machine translation trips over near-homographs: "desserts" as უდაბნოები (deserts),
    "county" as ქვეყანა (country).

    Limits: one letter apart, both words in the lexicon as the same part of speech and of four and
    five letters or more, of four and four where the source word has few renderings; silent when any
    known rendering of the word stands in the segment, and for Georgian words that render a dozen
    English ones.
    """

    rule_id = "word-confused"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "She praised the desserts.", "მან [[უდაბნოები]] შეაქო.", "მან დესერტები შეაქო."
        ),
        CheckExample("It gets worse at dusk.", "[[მტვერში]] უარესდება.", "შებინდებისას უარესდება."),
        CheckExample(
            "Take a whisk, not a fork.",
            "აიღეთ [[ვისკი]] და არა ჩანგალი.",
            "აიღეთ სათქვეფელა და არა ჩანგალი.",
        ),
        CheckExample(
            "The dairy sells butter.", "[[დღიური]] კარაქს ყიდის.", "რძის ქარხანა კარაქს ყიდის."
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Pairs of an unexplained source word and an unexplained rendering of its look-alike."""
        links = context.links(pair)
        explaining = links.explaining()
        for number, unit in enumerate(links.units):
            alike = {p for p, kind in links.found[number].items() if kind is Link.SOUND}
            if unit.known and not unit.is_name and len(alike) == len(links.found[number]):
                is_lower = unit.token.text.islower()  # no name that opens the sentence
                free = alike - links.explained_elsewhere(number) if is_lower else set()
                words = [
                    word
                    for position, word in enumerate(links.words)
                    if (position not in explaining or position in free)
                    and not is_function_word(word.text)
                ]
                yield from self._look_alikes(pair, context, unit, words)

    def _look_alikes(
        self, pair: SegmentPair, context: Context, unit: Unit, words: list[Token]
    ) -> Iterator[Finding]:
        lexicon = context.lexicon
        speech = lexicon.parts_of_speech(unit.lemmas)
        renderings = lexicon.first_renderings(unit.lemmas, _FEW_RENDERINGS + 1)
        few = len(renderings) <= _FEW_RENDERINGS
        shortest = _SHORTEST_OF_FEW_RENDERINGS if few else _SHORTEST
        for word in words:
            meanings = lexicon.lemmas(word.text)
            if len(meanings) >= _MOST_MEANINGS:
                continue
            for other in sorted(meanings - unit.lemmas - STOP_WORDS):
                if speech.isdisjoint(lexicon.rendered_parts(other, word.text)) or not any(
                    tuple(sorted((len(lemma), len(other)))) >= shortest
                    and lemma[0] == other[0]
                    and is_one_slip(lemma, other)
                    and not lexicon.are_related(lemma, other)
                    for lemma in unit.lemmas
                ):
                    continue
                better = renderings[:_OFFERED]
                yield self.finding(
                    pair,
                    f"“{unit.token.text}” is rendered as „{word.text}“, which means “{other}”; "
                    f"write {' or '.join(f'„{b}“' for b in better)}.",
                    source=(unit.token.start, unit.token.end),
                    target=(word.start, word.end),
                    suggestions=better,
                )
                break
