"""Better wordings for a rendering, in the grammatical form of the words they replace."""

from __future__ import annotations

from dataclasses import replace

from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import Slot, analyse, inflect, plain
from tmqa.termbase.record import Term, TermKind
from tmqa.termbase.rendering import RenderingHit

_DICTIONARY_FORM = Slot("sg", "nom")
_PLURAL = "ები"  # the nominative plural


def suggestions(term: Term, hit: RenderingHit, text: str) -> tuple[str, ...]:
    """The preferred renderings of `term`, inflected as the words at `hit` are where possible.

    An idiom's equivalent is a phrase of its own shape and stays in the dictionary form.
    """
    if term.kind is TermKind.IDIOM:
        return tuple(map(plain, term.preferred))
    return tuple(in_form_of(lemma, hit, text) for lemma in term.preferred)


def in_form_of(lemma: str, hit: RenderingHit, text: str) -> str:
    """`lemma` in the case and number of the words at `hit`, else in the dictionary form.

    A lemma that is a plural already (სიმძიმეები "weights") gets no second mark of it.
    """
    slot = _slot(hit, text[hit.start : hit.end])
    if slot and slot.number == "pl" and lemma.endswith(_PLURAL):
        slot = replace(slot, number="sg")
    return inflect(lemma, slot) if slot else plain(lemma)


def _slot(hit: RenderingHit, words: str) -> Slot | None:
    """The case and number of the last word at the hit, when its pattern word is a nominal."""
    form = fold(words.split(" ")[-1])
    for word in hit.pattern.split(" "):
        for lemma in word.split("|"):
            if is_plain(lemma):
                slot = analyse(form, lemma)
                if slot is not None and slot != _DICTIONARY_FORM:
                    return slot
    return None
