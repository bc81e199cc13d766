"""Runs the examples of glossary records, the contract that makes a record trustworthy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmqa.termbase.record import Example, Term
from tmqa.values import Confidence, Finding

_MARK = re.compile(r"\[\[(.*?)\]\]")

Run = Callable[[str, str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not do what it promises."""

    term: str
    example: Example
    reason: str


_NONE = Example("", None, None)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its `[[…]]` marks, and the marked spans in it."""
    spans: list[tuple[int, int]] = []
    plain: list[str] = []
    length = last = 0
    for match in _MARK.finditer(marked):
        plain.append(marked[last : match.start()] + match[1])
        length += match.start() - last
        spans.append((length, length + len(match[1])))
        length += len(match[1])
        last = match.end()
    return "".join(plain) + marked[last:], tuple(spans)


def failures(terms: Iterable[Term], run: Run, vary: Run) -> Iterator[Failure]:
    """Every example that fails when `run` (source, target → glossary findings) checks it.

    In a bad example the record must report nothing but the marked spans, and each of them must
    be reported by the record or, where two records name one place, touched by the other. Each
    suggestion put in place of the marked words must silence the record; a good example must be
    silent for all records. A record that only asks for one of its right renderings has good
    examples alone, each with another rendering than the one before: when `vary` (lines of source
    and target → findings of inconsistency) checks the two together, the record must be reported.
    """
    for term in terms:
        if term.consistent and not term.deprecated:
            yield from _unvaried(term, vary)
        elif not any(e.bad for e in term.examples) or not any(e.good for e in term.examples):
            yield Failure(term.id, _NONE, "lacks a bad or a good example")
        bad = [example for example in term.examples if example.bad]
        if term.cueless and not any(_fires_without_cue(term, example, run) for example in bad):
            yield Failure(term.id, _NONE, "has no bad example for cueless: one without a cue")
        for example in term.examples:
            for reason in _reasons(term, example, run):
                yield Failure(term.id, example, reason)


def _unvaried(term: Term, vary: Run) -> Iterator[Failure]:
    examples = [example for example in term.examples if example.good]
    if len(examples) < 2:
        yield Failure(term.id, _NONE, "lacks two good examples with different renderings")
    for one, other in pairwise(examples):
        found = vary(f"{one.source}\n{other.source}", f"{one.good}\n{other.good}")
        if all(finding.term != term.id for finding in found):
            yield Failure(term.id, other, "good example: its rendering is that of the one before")


def _reasons(term: Term, example: Example, run: Run) -> Iterator[str]:
    if example.bad:
        text, marked = unmark(example.bad)
        everything = [f for f in run(example.source, text) if f.target]
        found = [f for f in everything if f.term == term.id]
        own, all_spans = _spans(found), _spans(everything)
        if not set(own) <= set(marked) or not all(_meets(mark, all_spans) for mark in marked):
            quotes = [text[start:end] for start, end in own]
            yield f"bad example: found {quotes or 'nothing'} instead of the marked words"
        else:
            yield from _unsilenced(term, example, text, found, run)
    if example.good:
        for finding in run(example.source, example.good):
            quote = finding.target.quote if finding.target else ""
            yield f"good example: {finding.term!r} reports {quote!r}"


def _fires_without_cue(term: Term, example: Example, run: Run) -> bool:
    """True when the fault is reported, and the record itself does not say that it has a cue."""
    text, marked = unmark(example.bad or "")
    found = [f for f in run(example.source, text) if f.target]
    has_cue = any(f.term == term.id and f.confidence is Confidence.HIGH for f in found)
    return not has_cue and any(_meets(mark, _spans(found)) for mark in marked)


def _meets(mark: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < mark[1] and mark[0] < end for start, end in spans)


def _spans(findings: Iterable[Finding]) -> tuple[tuple[int, int], ...]:
    return tuple((f.target.start, f.target.end) for f in findings if f.target)


def _unsilenced(
    term: Term, example: Example, text: str, found: Sequence[Finding], run: Run
) -> Iterator[str]:
    for finding in found:
        for wording in finding.suggestions:
            assert finding.target is not None
            mended = text[: finding.target.start] + wording + text[finding.target.end :]
            again = sum(f.term == term.id for f in run(example.source, mended))
            if again >= len(found):
                yield f"suggestion {wording!r} does not silence the record"
