"""Which Georgian words are words: a word list, the lexicon, the glossaries, and their forms."""

from tmqa.spelling.dictionary import Dictionary, load_dictionary
from tmqa.spelling.speller import Speller
from tmqa.spelling.word_list import checked, read_word_list

__all__ = ["Dictionary", "Speller", "checked", "load_dictionary", "read_word_list"]
