"""The Georgian words that the built-in glossaries suggest or accept are words."""

from __future__ import annotations

from tmqa.knowledge import built_in_lexicon
from tmqa.resources import checked_words, default_glossaries
from tmqa.spelling import Speller, read_word_list
from tmqa.terminology.catalogue import load_records
from tmqa.terminology.spelling import known_words, plain_words, unknown_words


def test_every_suggested_or_accepted_word_is_known_or_was_checked():
    lexicon = built_in_lexicon()
    knows = known_words(lexicon)
    unknown = [
        str(problem)
        for record in load_records(default_glossaries())
        for problem in unknown_words(record, lexicon, knows)
        if ": deprecated: " not in str(problem)
    ]
    assert unknown == []


def test_checked_words_are_no_others():
    words = read_word_list(checked_words())
    speller = Speller((built_in_lexicon().forms,))
    used = {
        word
        for record in load_records(default_glossaries())
        for word in plain_words((*record.term.preferred, *record.term.admitted))
    }
    assert list(words) == sorted(set(words))
    assert [word for word in words if speller.knows(word) or word not in used] == []
