"""Which records count when several glossaries are laid over each other.

A later glossary replaces an earlier record by giving its id again, and changes single fields of
it, or switches it off, by an `[[override]]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tmqa.termbase.record import Glossary, Override, Term


def effective_terms(glossaries: Iterable[Glossary]) -> tuple[Term, ...]:
    """The records that count, in the order in which their ids come first.

    The overrides of a glossary act on its own records and on those of the ones before; an id
    that none of these has is passed over, as a project may be checked without the built-in ones.
    """
    terms: dict[str, Term] = {}
    for glossary in glossaries:
        terms.update((term.id, term) for term in glossary.terms)
        for override in glossary.overrides:
            term = terms.get(override.id)
            if term is None:
                continue
            if override.enabled:
                terms[term.id] = _changed(term, override)
            else:
                del terms[term.id]
    return tuple(terms.values())


def _changed(term: Term, override: Override) -> Term:
    return replace(
        term,
        severity=override.severity or term.severity,
        required=term.required if override.required is None else override.required,
        consistent=term.consistent if override.consistent is None else override.consistent,
    )


def unknown_overrides(glossaries: Iterable[Glossary]) -> tuple[tuple[Glossary, Override], ...]:
    """The overrides whose record is in no glossary so far."""
    seen: set[str] = set()
    unknown = []
    for glossary in glossaries:
        seen.update(term.id for term in glossary.terms)
        unknown += [(glossary, o) for o in glossary.overrides if o.id not in seen]
    return tuple(unknown)
