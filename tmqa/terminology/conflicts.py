"""Problems that records have with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tmqa.lang.ka.forms import FormIndex
from tmqa.termbase import Term
from tmqa.terminology.catalogue import Record
from tmqa.terminology.patterns import key, matching_all_of, standing_in
from tmqa.terminology.problem import Problem, quoted


def conflicts(records: Sequence[Record]) -> Iterator[Problem]:
    """The problems between records, each reported at the later one or at the one to blame."""
    yield from _same_ids(records)
    forms = FormIndex()
    for earlier, later in _with_a_common_source(records):
        if earlier.term.id == later.term.id:
            continue
        if _is_same_sense(earlier.term, later.term):
            yield Problem(later, f"says the same as {_at(earlier)}", "make one record of them")
        elif _is_shadowed(later.term, earlier.term):
            yield Problem(
                later,
                f"can report nothing that {_at(earlier)} does not report first",
                "give that one cues, or make one record of them",
            )
        for one, other in ((earlier, later), (later, earlier)):
            yield from _contradiction(one, other, forms)


def _same_ids(records: Sequence[Record]) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(record.term.id, record)
        if other is not record:
            yield Problem(record, f"has the id of {other.place}", "rename one")


def _with_a_common_source(records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    by_source = defaultdict(list)
    for number, record in enumerate(records):
        for source in {key(s) for s in record.term.source}:
            by_source[source].append(number)
    pairs = {
        (one, other)
        for numbers in by_source.values()
        for place, one in enumerate(numbers)
        for other in numbers[place + 1 :]
    }
    for one, other in sorted(pairs):
        yield records[one], records[other]


def _at(record: Record) -> str:
    return f"{record.term.id!r} ({record.place})"


def _is_same_sense(one: Term, other: Term) -> bool:
    """True when both prefer and deprecate the same renderings."""
    return set(one.preferred) == set(other.preferred) and set(one.deprecated) == set(
        other.deprecated
    )


def _is_shadowed(term: Term, earlier: Term) -> bool:
    """True when the earlier record always applies too and names all that this one could."""
    return (
        bool(term.deprecated)
        and not earlier.cues
        and set(earlier.unless) <= set(term.unless)
        and set(term.deprecated) <= set(earlier.deprecated)
        and set(map(key, term.source)) <= set(map(key, earlier.source))
    )


def _contradiction(one: Record, other: Record, forms: FormIndex) -> Iterator[Problem]:
    """A rendering that `one` deprecates where `other` prefers it."""
    where = _both_apply(one.term, other.term)
    if where is None:
        return
    wrong = [p for p in other.term.preferred if matching_all_of(one.term.deprecated, p, forms)]
    if wrong:
        yield Problem(
            one,
            f"deprecates {quoted(wrong)}, which {_at(other)} prefers {where}",
            "part the senses by cues and unless",
        )


def _both_apply(one: Term, other: Term) -> str | None:
    """Where `one` speaks although the sense of `other` is meant; None when it does not.

    A record with cues is more special than one without, and may contradict it where they stand.
    """
    if not one.cues:
        if not other.cues:
            return "likewise without cues"
        cues = [cue for cue in other.cues if not standing_in(one.unless, cue)]
        return f"at {quoted(cues)}" if cues else None
    opposed = {*one.unless, *other.unless}
    shared = [cue for cue in one.cues if cue in other.cues and cue not in opposed]
    return f"at the same {quoted(shared)}" if shared else None
