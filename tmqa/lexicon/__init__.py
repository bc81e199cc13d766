"""The bilingual core lexicon: which Georgian words can render which English ones."""

from tmqa.lexicon.entry import Entry
from tmqa.lexicon.lexicon import Lexicon
from tmqa.lexicon.links import Link, Links, Unit, is_function_word, link
from tmqa.lexicon.load import load_lexicon

__all__ = [
    "Entry",
    "Lexicon",
    "Link",
    "Links",
    "Unit",
    "is_function_word",
    "link",
    "load_lexicon",
]
