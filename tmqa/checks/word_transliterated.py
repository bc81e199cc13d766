"""See `WordTransliterated`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.sound import sound_distance
from tmqa.lexicon import Link, Unit, is_function_word
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_SHORTEST = 4  # letters on either side; shorter words sound alike by chance
_EXACT = 0.06  # `sound_distance` up to which a word is a transcription and no look-alike
_OFFERED = 3


class WordTransliterated(SegmentCheck):
    """An ordinary English word is spelt in Georgian letters though Georgian has its own word.

    Why: machine translation transcribes what it cannot translate ("feedback" as ფიდბექი), and
    Georgian readers know უკუკავშირი.

    Limits: silent for names, for loanwords that the lexicon or the Georgian word list knows
    (ინტერნეტი) and for source words that the lexicon does not know. Lower-case source words only.
    """

    rule_id = "word-transliterated"
    category = "accuracy/untranslated"
    severity, confidence = Severity.MINOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "Read their feedback.", "წაიკითხეთ მათი [[ფიდბექი]].", "წაიკითხეთ მათი შეფასება."
        ),
        CheckExample(
            "The internet is full of leftovers.",
            "ინტერნეტი [[ლეფტოვერებითაა]] სავსე.",
            "ინტერნეტი ნარჩენებითაა სავსე.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Target words that transcribe a source word and are no Georgian words of their own."""
        links = context.links(pair)
        explained = links.explaining(Link.RENDERING, Link.FAMILY)
        for number, unit in enumerate(links.units):
            if unit.is_name or not unit.known or not unit.token.text.islower():
                continue
            found = links.found[number]
            if Link.RENDERING in found.values():
                continue
            for position, kind in found.items():
                word = links.words[position]
                if (
                    kind is Link.SOUND
                    and position not in explained
                    and not is_function_word(word.text)
                    and min(len(word.text), len(unit.token.text)) >= _SHORTEST
                    and all(map(context.lexicon.brand, context.lexicon.lemmas(word.text)))
                    and _is_transcription(unit, word.text)
                    and not context.speller.lists(word.text)
                ):
                    better = context.lexicon.first_renderings(unit.lemmas, _OFFERED)
                    yield self.finding(
                        pair,
                        f"“{unit.token.text}” is spelt in Georgian letters as „{word.text}“; "
                        f"write {' or '.join(f'„{b}“' for b in better)}.",
                        source=(unit.token.start, unit.token.end),
                        target=(word.start, word.end),
                        suggestions=better,
                    )


def _is_transcription(unit: Unit, word: str) -> bool:
    return min(sound_distance(e, word) for e in {unit.token.text, *unit.lemmas}) <= _EXACT
