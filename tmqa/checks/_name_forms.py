"""Georgian forms of names: the stem and case of what stands there, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterable

from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import ENDINGS, Slot, analyse, inflect, inflect_word, plain
from tmqa.lang.sound import ending, sound_distance
from tmqa.lang.transcription import transcribe
from tmqa.lexicon import Entry, Habit, Lexicon, word_parts
from tmqa.lexicon.entry import TERRITORY

_NOMINATIVE = Slot("sg", "nom")
_OFFERED = 2
_SHORTEST_STEM = 3


def stem_of(name: str, word: str) -> str:
    """The stem of a Georgian word, or of a part of it, that renders `name` by its sound."""
    part = min(word_parts(fold(word)), key=lambda p: (sound_distance(name, p), len(p)))
    return part.removesuffix(ending(name, part))


def tails(stem: str) -> dict[str, Slot]:
    """The endings that a name with this stem takes."""
    if stem[-1:] in VOWELS:
        return ENDINGS["vowel-pl"] | ENDINGS["unchanging"]
    return ENDINGS["consonant"]


def is_form(word: str, stem: str) -> bool:
    """True for a form of a name with this stem."""
    folded = fold(word)
    return folded.startswith(stem) and folded.removeprefix(stem) in tails(stem)


def slot_after(stem: str, word: str) -> Slot:
    """The case and number of a form of a name with a known stem; where unclear the nominative."""
    return tails(stem).get(fold(word).removeprefix(stem), _NOMINATIVE)


def slot_in(word: str, lemmas: Iterable[str], lexicon: Lexicon) -> Slot:
    """The case and number of a word that is a form of a rendering of one of the lemmas.

    Of another word they are those that its ending shows, else the nominative.
    """
    folded = fold(word)
    ids = {i for lemma in lemmas for rendering in lexicon.renderings(lemma) for i in rendering}
    for number in sorted(lexicon.forms.find(word) & ids):
        slot = analyse(folded, lexicon.forms.pattern(number))
        if slot is not None:
            return slot
    lengths = range(_SHORTEST_STEM, len(folded))
    stem = next((folded[:n] for n in lengths if is_form(folded, folded[:n])), folded)
    return slot_after(stem, word)


def right_forms(
    name: str, lemmas: Iterable[str], in_article: str, slot: Slot, lexicon: Lexicon
) -> tuple[str, ...]:
    """The right Georgian forms of a name in a case.

    A brand is written by its habit; another name as the lexicon has it, else as `in_article`,
    the article's own form of it, has it, else by its spelling. Only a plural ("Swedes") whose
    singular the lexicon has takes the number of the slot.
    """
    own = name.lower()
    alone = Slot("sg", slot.case, slot.particle)
    brand = lexicon.brand(own)
    if brand is not None:
        return _brand_forms(brand, alone, lexicon)
    for lemma in (own, *sorted(lemmas)):
        known = lexicon.name_renderings(lemma)[:_OFFERED]
        if known:
            filled = alone if lemma == own else slot
            return tuple(dict.fromkeys(inflected(form, filled, lexicon) for form in known))
    return (inflected(in_article or transcribe(name), alone, lexicon),)


def _brand_forms(brand: Entry, slot: Slot, lexicon: Lexicon) -> tuple[str, ...]:
    georgian = inflected(brand.renderings[0], slot, lexicon)
    latin = _in_latin(brand.written, brand.renderings[0], slot, lexicon)
    return {Habit.LATIN: (latin,), Habit.BOTH: (georgian, latin)}.get(
        brand.habit or Habit.GEORGIAN, (georgian,)
    )


def inflected(lemma: str, slot: Slot, lexicon: Lexicon) -> str:
    """A name in a case: lands lose their final -ა before the genitive, other names keep it."""
    if " " in lemma:
        return inflect(lemma, slot)
    is_land = any(TERRITORY in lexicon.kinds(name) for name in lexicon.lemmas(lemma))
    if lemma[-1] in "აე" and not is_land:
        if slot.case == "gen" and not slot.particle:
            return f"{lemma}ს"
        for tail, filled in ENDINGS["unchanging"].items():
            if filled == slot:
                return lemma + tail
    return inflect_word(lemma, slot) or plain(lemma)


def _in_latin(name: str, georgian: str, slot: Slot, lexicon: Lexicon) -> str:
    """A Latin name with the ending of its Georgian reading after a hyphen: Slack-ში "in Slack"."""
    form = inflected(georgian, slot, lexicon)
    stem = georgian.removesuffix("ი")
    tail = form.removeprefix(stem) if form.startswith(stem) else ""
    return f"{name}-{tail}" if tail and slot != _NOMINATIVE else name
