"""What is wrong with a name, before it becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass

from tmqa.checks._name_forms import right_forms
from tmqa.checks._names import NameCase
from tmqa.lang.ka.nominal import Slot
from tmqa.values import Confidence, Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """A name and the words that stand for it, as ranges of the pair's texts, with the remedy."""

    source: Range
    target: Range
    message: str
    suggestions: tuple[str, ...]
    confidence: Confidence | None = None


def fault(
    case: NameCase, word: Token, evidence: str, slot: Slot, confidence: Confidence | None = None
) -> Fault:
    """The fault that `word` stands for the name; the remedy is the name in the given case."""
    article = case.names.in_georgian(case.text)
    better = right_forms(case.text, case.unit.lemmas, article, slot, case.lexicon)
    return Fault(
        (case.token.start, case.token.end),
        (word.start, word.end),
        f"{evidence}; write „{better[0]}“.",
        better,
        confidence,
    )
