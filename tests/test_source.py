"""English patterns: contractions and hyphens."""

from __future__ import annotations

import pytest

from tmqa.segment.sentences import tokens
from tmqa.termbase.source import SourceIndex

# pattern, text, what it takes up
CASES = [
    ("can't stand", "I can't stand it.", ["can't stand"]),
    ("can't stand", "I can’t stand it, I cannot stand it.", ["can’t stand", "cannot stand"]),
    ("can’t stand", "I can't stand it.", ["can't stand"]),
    ("can't stand", "I can stand it, we won't stand it.", []),
    ("won't start", "The car won't start.", ["won't start"]),
    ("devil's advocate", "Play the devil’s advocate.", ["devil’s advocate"]),
    ("devil’s advocate", "Play the devil's advocate.", ["devil's advocate"]),
    (
        "be on the ball",
        "It’s on the ball, she's on the ball.",
        ["’s on the ball", "'s on the ball"],
    ),
    ("be old", "The king's old crown.", []),
    ("won't start", "The car will start.", []),
    ("bull's-eye", "It hit the bull's-eye.", ["bull's-eye"]),
    ("bull's eye", "It hit the bull’s-eye.", ["bull’s-eye"]),
    ("wipe ... off", "It wiped $3 off, wiped 5% off.", ["wiped $3 off", "wiped 5% off"]),
    ("wipe ... off", "They wiped it; he was off.", []),
    ("shan't", "We shan't.", ["shan't"]),
    ("don't mind", "He doesn't mind, they don't mind.", ["doesn't mind", "don't mind"]),
    ("apple do n't fall", "The apple doesn't fall.", ["apple doesn't fall"]),
    ("write-down", "A write-down.", ["write-down"]),
    ("write-down", "Two write-downs of assets.", ["write-downs"]),
    ("write-down", "A writedown, two writedowns.", ["writedown", "writedowns"]),
    ("write-down", "A write down.", ["write down"]),
    ("write-down", "She wrote down the name and writes down all.", []),
    ("write-down of assets", "The writedowns of assets.", ["writedowns of assets"]),
    ("mother-in-law", "Mothers-in-law and a mother in law.", ["Mothers-in-law", "mother in law"]),
    ("mother-in-law", "The mothers in law school.", []),
    ("business-to-business", "Business-to-business trade.", ["Business-to-business"]),
    ("hot-desk", "They are hot-desking.", ["hot-desking"]),
    ("self-driving car", "Self-driving cars.", ["Self-driving cars"]),
    ("covid-19", "COVID-19 spread.", ["COVID-19"]),
    ("put one's x-ray", "She put her x-rays there.", ["put her x-rays"]),
    ("high street", "A high-street shop.", ["high-street"]),  # blanks in a pattern ask for no more
]


@pytest.mark.parametrize(("pattern", "text", "expected"), CASES)
def test_contractions_and_hyphens(pattern: str, text: str, expected: list[str]):
    index: SourceIndex[int] = SourceIndex()
    index.add(pattern, 0)
    found = [text[hit.start : hit.end] for hit in index.find(tokens(text, "en"))]
    assert found == expected


def test_patterns_with_the_same_words_are_told_apart():
    index: SourceIndex[str] = SourceIndex()
    for pattern in ("ditch", "ditch/n", "ditch/v", "ditch up", "ditch-up", "ditch dig|up"):
        index.add(pattern, pattern)
    found = {hit.payload for hit in index.find(tokens("to ditch up there", "en"))}
    assert found == {"ditch", "ditch/v", "ditch up", "ditch-up", "ditch dig|up"}
    assert {hit.payload for hit in index.find(tokens("the ditch.", "en"))} == {"ditch", "ditch/n"}
