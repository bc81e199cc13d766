"""The Georgian words that the built-in glossaries suggest are words."""

from __future__ import annotations

from tmqa.knowledge import built_in_lexicon
from tmqa.resources import checked_words, default_glossaries
from tmqa.spelling import Speller, read_word_list
from tmqa.terminology.catalogue import load_records
from tmqa.terminology.spelling import known_words, unknown_words


def test_every_suggested_word_is_known_or_was_checked():
    lexicon = built_in_lexicon()
    knows = known_words(lexicon)
    unknown = [
        str(problem)
        for record in load_records(default_glossaries())
        for problem in unknown_words(record, lexicon, knows)
        if ": preferred: " in str(problem)
    ]
    assert unknown == []


def test_checked_words_are_no_others():
    words = read_word_list(checked_words())
    speller = Speller((built_in_lexicon().forms,))
    used = {
        part
        for record in load_records(default_glossaries())
        for pattern in record.term.preferred
        for part in pattern.replace("-", " ").split()
    }
    assert list(words) == sorted(set(words))
    assert [word for word in words if speller.knows(word) or word not in used] == []
