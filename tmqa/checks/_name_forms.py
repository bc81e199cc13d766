"""Georgian forms of names: the stem and case of what stands there, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterable

from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import ENDINGS, Slot, analyse, inflect
from tmqa.lang.sound import ending, sound_distance
from tmqa.lang.transcription import transcribe
from tmqa.lexicon import Entry, Habit, Lexicon, word_parts
from tmqa.lexicon.entry import TERRITORY

_NOMINATIVE = Slot("sg", "nom")
_OFFERED = 2


def stem_of(name: str, word: str) -> str:
    """The stem of a Georgian word, or of a part of it, that renders `name` by its sound."""
    part = min(word_parts(fold(word)), key=lambda p: (sound_distance(name, p), len(p)))
    return part.removesuffix(ending(name, part))


def tails(stem: str) -> dict[str, Slot]:
    """The endings that a name with this stem takes."""
    if stem[-1:] in VOWELS:
        return ENDINGS["vowel-pl"] | ENDINGS["unchanging"]
    return ENDINGS["consonant"]


def slot_after(stem: str, word: str) -> Slot:
    """The case and number of a form of a name with a known stem; where unclear the nominative."""
    return tails(stem).get(fold(word).removeprefix(stem), _NOMINATIVE)


def slot_in(word: str, lemmas: Iterable[str], lexicon: Lexicon) -> Slot:
    """The case and number of a word that is a form of a rendering of one of the lemmas."""
    folded = fold(word)
    ids = {i for lemma in lemmas for rendering in lexicon.renderings(lemma) for i in rendering}
    found = (
        analyse(folded, lexicon.forms.pattern(number))
        for number in sorted(lexicon.forms.find(word) & ids)
    )
    return next((slot for slot in found if slot), _NOMINATIVE)


def right_forms(name: str, in_article: str, slot: Slot, lexicon: Lexicon) -> tuple[str, ...]:
    """The right Georgian forms of a name in a case.

    A brand is written by its habit; another name as the lexicon has it, else as `in_article`,
    the article's own form of it, has it, else by its spelling.
    """
    brand = lexicon.brand(name.lower())
    if brand is not None:
        return _brand_forms(brand, slot, lexicon)
    known = lexicon.name_renderings(name.lower())[:_OFFERED]
    return tuple(
        _inflected(form, slot, lexicon) for form in known or (in_article or transcribe(name),)
    )


def _brand_forms(brand: Entry, slot: Slot, lexicon: Lexicon) -> tuple[str, ...]:
    georgian = _inflected(brand.renderings[0], slot, lexicon)
    latin = _in_latin(brand.written, brand.renderings[0], slot, lexicon)
    return {Habit.LATIN: (latin,), Habit.BOTH: (georgian, latin)}.get(
        brand.habit or Habit.GEORGIAN, (georgian,)
    )


def _inflected(lemma: str, slot: Slot, lexicon: Lexicon) -> str:
    """A name in a case: lands lose their final -ა before the genitive, other names keep it."""
    is_land = any(TERRITORY in lexicon.kinds(name) for name in lexicon.lemmas(lemma))
    if lemma[-1] in VOWELS and lemma[-1] != "ი" and not is_land and " " not in lemma:
        for tail, filled in ENDINGS["unchanging"].items():
            if filled == slot:
                return lemma + tail
    return inflect(lemma, slot)


def _in_latin(name: str, georgian: str, slot: Slot, lexicon: Lexicon) -> str:
    """A Latin name with the ending of its Georgian reading after a hyphen: Slack-ში "in Slack"."""
    form = _inflected(georgian, slot, lexicon)
    stem = georgian.removesuffix("ი")
    tail = form.removeprefix(stem) if form.startswith(stem) else ""
    return f"{name}-{tail}" if tail and slot != _NOMINATIVE else name
