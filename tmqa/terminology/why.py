"""Explains for sentence pairs which records were considered and why each spoke or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tmqa.article import read_text
from tmqa.errors import ConfigError, InputError
from tmqa.segment import sentence
from tmqa.termbase import Explanation, Occurrence, Term, TermBase, TermKind
from tmqa.termbase.rendering import RenderingHit
from tmqa.termbase.sense import Grounds, Silence
from tmqa.values import Side


def sentences_of(argument: str) -> list[str]:
    """The sentences that an argument gives: the lines of a file of this name, or itself."""
    path = Path(argument)
    try:
        is_file = path.is_file()
    except OSError:  # a sentence may be too long for a name
        is_file = False
    lines = read_text(path).split("\n") if is_file else [argument]
    return [line.strip() for line in lines if line.strip()]


def explain(
    source: Sequence[str],
    target: Sequence[str],
    termbase: TermBase,
    domains: frozenset[str] = frozenset(),
    ids: Iterable[str] = (),
) -> Iterator[str]:
    """Lines that explain each sentence pair, of all records whose source stands there.

    Neighbouring sentences count as in an article. With `ids`, only of these records, also where
    their source does not stand. Raises `InputError` when the sides differ in length, `ConfigError`
    for an unknown id or domain.
    """
    if len(source) != len(target) or not source:
        raise InputError(
            "EN KA",
            f"have {len(source)} and {len(target)} sentences",
            "give one target sentence for each source sentence",
        )
    wanted = tuple(ids)
    known = {domain for term in termbase.terms for domain in term.domains}
    for option, names, there in (
        ("--id", wanted, {term.id for term in termbase.terms}),
        ("--domain", sorted(domains), known),
    ):
        for name in names:
            if name not in there:
                raise ConfigError(
                    f"{option} {name}", "no record has it", "see `tmqa glossary list`"
                )
    left = [Side((sentence(text, "en", n),)) for n, text in enumerate(source)]
    article = termbase.scan(left, domains)
    for number in range(len(left)):
        target_side = Side((sentence(target[number], "ka", number),))
        told = termbase.explain(article, number, target_side)
        by_id = {explanation.term.id: explanation for explanation in told}
        yield source[number]
        yield target[number]
        if not told and not wanted:
            yield "  no record has a source in this sentence"
        for identifier in wanted or by_id:
            if identifier in by_id:
                yield from _told(by_id[identifier], left[number], target_side)
            else:
                yield f"  {identifier}: silent: none of its sources stands in the sentence"
        yield ""


def _told(explanation: Explanation, source: Side, target: Side) -> Iterator[str]:
    term = explanation.term
    sense = f" ({term.gloss})" if term.gloss else ""
    yield f"  {term.id}{sense}: {_outcome(explanation)}"
    yield f"    source  {_quotes(explanation.occurrences, source.text)}"
    yield f"    sense   {_sense(explanation, source.text)}"
    for name, hits in (("right", explanation.right), ("wrong", explanation.wrong)):
        if hits:
            yield f"    {name}   {_hits(hits, target.text)}"
    for hit, by in explanation.excused:
        quote = target.text[hit.start : hit.end]
        why = f"it is the right rendering of {by}" if by else _excuse(explanation)
        yield f"    excused „{quote}“: {why}"
    if isinstance(explanation.verdict, Grounds) and not (explanation.right or explanation.wrong):
        yield f"    target  none of its renderings; expected {_expected(term)}"


def _outcome(explanation: Explanation) -> str:
    if isinstance(explanation.verdict, Silence):
        return "silent: the sense is another"
    if explanation.named:
        rule = "idiom-literal" if explanation.term.kind is TermKind.IDIOM else "term-deprecated"
        return f"FIRES ({rule})"
    if explanation.right:
        return "silent: rightly rendered"
    return "silent: no wrong rendering is named" if explanation.wrong else "silent: not rendered"


def _sense(explanation: Explanation, text: str) -> str:
    term, verdict = explanation.term, explanation.verdict
    reason = verdict.value
    if verdict is Grounds.CUE:
        here = _quotes(explanation.cues, text)
        return f"meant: cue {here}" if here else "meant: a cue stands in a neighbouring sentence"
    if verdict is Grounds.ONLY_SENSE:
        return "meant: the record has no cues"
    if verdict is Grounds.DOMAIN:
        return f"meant: {reason} is {' or '.join(term.domains)}"
    if verdict is Grounds.FAR_CUES:
        return f"probably meant: {reason}"
    if verdict is Grounds.WRONG_RENDERING:
        return f"no cue; wrong in any case: {reason}"
    if verdict is Silence.UNLESS:
        return f"not meant: unless {_quotes(explanation.unless, text)}"
    if verdict is Silence.NO_CUE:
        return f"not meant: {reason} than {' or '.join(term.domains)}"
    return f"not meant: {reason}"


def _excuse(explanation: Explanation) -> str:
    if len(explanation.right) >= len(explanation.occurrences):
        if any(hit.pattern in explanation.term.preferred for hit in explanation.right):
            return "every occurrence of the source has a right rendering"
        return "an admitted rendering stands too; the check asks the lexicon whose the wrong one is"
    return "another record reports the place, or the source stands there less often"


def _quotes(places: Iterable[Occurrence], text: str) -> str:
    return ", ".join(dict.fromkeys(f"“{text[p.start : p.end]}”" for p in places))


def _hits(hits: Iterable[RenderingHit], text: str) -> str:
    return ", ".join(f"„{text[h.start : h.end]}“ (by {h.pattern})" for h in hits)


def _expected(term: Term) -> str:
    return " or ".join(f"„{p}“" for p in (*term.preferred, *term.admitted)[:4]) or "nothing"
