"""Runs of words that the other side of a segment pair does not explain, weighed as evidence.

Each word adds the logarithm of how much likelier its link (or the lack of one) is in an omission
than in a translation, a Gaussian model of length adds how much better the other side's length
fits without the run, and the run with the highest sum is what is missing. The idea is that of
a scan for the maximal segment of log-odds (S. Karlin and S. F. Altschul, 1990).

Shares were counted on 975 professional English–Georgian sentence pairs and on the same
sentences paired at random: 76 % of known English words are explained by their translation and
12 % by a random sentence, of names 79 % and 5 %, of Georgian words 65 % and 7 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import regex

from tmqa.checks._base import Range
from tmqa.values import Confidence

ENGLISH = (log(0.12 / 0.76), log(0.88 / 0.24))  # explained, not explained
NAME = (log(0.05 / 0.79), log(0.95 / 0.21))
GEORGIAN = (log(0.07 / 0.65), log(0.93 / 0.35))

_LENGTH_RATIO = 0.98  # Georgian characters per English character
_LENGTH_SPREAD = 0.17  # standard deviation of the length, as a share of it
_MOST_FROM_LENGTH = 3.0
_LEAST_WORDS = 3
# What a machine leaves out is often the last clause; what is rendered freely seldom ends there. On
# our own articles this weight finds nine of fourteen omissions that are missed without it, for one
# false alarm in 34,000 words; on 975 lines of news it adds one.
_WHOLE_CLAUSE, _LEAST_CLAUSE = 2.5, 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word's place and its weight: positive speaks for an omission."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text without counterpart and the evidence for it in log-odds."""

    span: Range
    evidence: float


def confidence_of(run: Run | None, levels: Sequence[tuple[float, Confidence]]) -> Confidence | None:
    """The confidence of the first level, from the highest, that the run's evidence reaches."""
    evidence = run.evidence if run else 0.0
    return next((confidence for least, confidence in levels if evidence >= least), None)


def strongest_run(words: Sequence[Weighed], length: int, other: float) -> Run | None:
    """The run of at least three words with the strongest evidence.

    `length` is the length of the text that holds the words, `other` that of the other side
    expressed in the same measure.
    """
    best: Run | None = None
    for first in range(len(words)):
        total = 0.0
        for last in range(first, len(words)):
            total += words[last].weight
            if last - first + 1 < _LEAST_WORDS or words[last].weight < 0:
                continue
            span = (words[first].start, words[last].end)
            evidence = total + _from_length(length, span[1] - span[0], other)
            if best is None or evidence > best.evidence:
                best = Run(span, evidence)
    return best


def final_clause_run(
    words: Sequence[Weighed], text: str, openings: regex.Pattern[str], other: float
) -> Run | None:
    """The last clause with the strongest evidence that nothing answers to it.

    `openings` are the words that open a clause. Two words are enough here, and its being a whole
    clause is evidence too.
    """
    best: Run | None = None
    for match in openings.finditer(text):
        after = [word for word in words if word.start >= match.end()]
        if not _LEAST_CLAUSE <= len(after) < len(words):
            continue
        if min(after[0].weight, after[-1].weight) < 0:
            continue
        span = (after[0].start, after[-1].end)
        evidence = sum(word.weight for word in after) + _WHOLE_CLAUSE
        evidence += _from_length(len(text), span[1] - span[0], other)
        if best is None or evidence > best.evidence:
            best = Run(span, evidence)
    return best


def english_length(georgian: str) -> float:
    """The length that the English of a Georgian text usually has, in characters."""
    return len(georgian) / _LENGTH_RATIO


def georgian_length(english: str) -> float:
    """The length that the Georgian of an English text usually has, in characters."""
    return len(english) * _LENGTH_RATIO


def _from_length(length: int, missing: int, other: float) -> float:
    """How much better `other` fits the length without the missing part, in log-odds."""
    spread = _LENGTH_SPREAD * length
    whole, rest = (other - length) / spread, (other - (length - missing)) / spread
    return max(-_MOST_FROM_LENGTH, min(_MOST_FROM_LENGTH, (whole**2 - rest**2) / 2))
