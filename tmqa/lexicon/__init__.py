"""The bilingual core lexicon: which Georgian words can render which English ones."""

from tmqa.lexicon.cldr import cldr_entries, cldr_version
from tmqa.lexicon.entry import Entry, Habit
from tmqa.lexicon.lexicon import Lexicon
from tmqa.lexicon.links import Link, Links, Unit, is_function_word, link, word_parts
from tmqa.lexicon.load import brand_entries, lexicon_entries, load_lexicon

__all__ = [
    "Entry",
    "Habit",
    "Lexicon",
    "Link",
    "Links",
    "Unit",
    "brand_entries",
    "cldr_entries",
    "cldr_version",
    "is_function_word",
    "lexicon_entries",
    "link",
    "load_lexicon",
    "word_parts",
]
