"""Term bases: glossary records, their patterns, and where they match in a segment pair."""

from tmqa.termbase.load import load_glossary
from tmqa.termbase.match import Explanation, Occurrence, TermBase, TermMatch
from tmqa.termbase.record import Example, Glossary, Term, TermKind

__all__ = [
    "Example",
    "Explanation",
    "Glossary",
    "Occurrence",
    "Term",
    "TermBase",
    "TermKind",
    "TermMatch",
    "load_glossary",
]
