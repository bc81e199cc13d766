"""Term bases: glossary records, their patterns, and where they match in a segment pair."""

from tmqa.termbase.load import load_glossary
from tmqa.termbase.match import Explanation, TermBase, TermMatch
from tmqa.termbase.record import Example, Glossary, Term, TermKind
from tmqa.termbase.scan import Occurrence

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
