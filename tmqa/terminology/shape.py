"""Problems that a record has by itself: patterns that contradict, shadow or endanger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmqa.lang.en.words import STOP_WORDS
from tmqa.lang.ka.forms import FormIndex
from tmqa.lang.ka.letters import has_georgian
from tmqa.terminology.catalogue import Record
from tmqa.terminology.patterns import key, matching_all_of, standing_in
from tmqa.terminology.problem import Problem, quoted

# A shorter beginning or root of a pattern is that of too many words.
_LEAST_STEM = 3
_STRAY = re.compile(r"[,;!?„“”\"'«»]")


def shape_problems(record: Record, strict: bool) -> Iterator[Problem]:
    """The problems of one record; with `strict` also what is superfluous or loose."""
    yield from _contradictions(record)
    yield from _silenced(record)
    yield from _unsafe_english(record)
    yield from _unsafe_georgian(record, strict)
    if strict:
        yield from _superfluous(record)


def _contradictions(record: Record) -> Iterator[Problem]:
    term = record.term
    both = [p for p in (*term.preferred, *term.admitted) if p in term.deprecated]
    if both:
        yield Problem(record, f"{quoted(both)} is both right and wrong", "keep it in one list")


def _silenced(record: Record) -> Iterator[Problem]:
    """Conditions that can never come true, or can never fail to."""
    term = record.term
    blocked = {source: standing_in(term.unless, source) for source in term.source}
    silent = [source for source, found in blocked.items() if found]
    if silent:
        found = sorted({pattern for source in silent for pattern in blocked[source]})
        what = "the record never applies" if len(silent) == len(blocked) else "it never counts"
        yield Problem(
            record, f"source {quoted(silent)} has unless {quoted(found)} in it, so {what}",
            "remove one of them",
        )  # fmt: skip
    opposed = [cue for cue in term.cues if cue in term.unless]
    if opposed:
        yield Problem(record, f"{quoted(opposed)} is both cue and unless", "keep it in one list")
    if term.cues and all(
        cue in standing_in(term.cues, source) for cue in term.cues for source in term.source
    ):
        yield Problem(
            record,
            "all cues are words of the source itself, where they do not count",
            "add other cues or leave them out",
        )


def _unsafe_english(record: Record) -> Iterator[Problem]:
    term = record.term
    for name in ("source", "cues", "unless"):
        patterns = getattr(term, name)
        foreign = [p for p in patterns if has_georgian(p) or not key(p)]
        if foreign:
            yield Problem(record, f"{name} {quoted(foreign)} is not English", "write English words")
    common = [source for source in term.source if source in STOP_WORDS]
    if common and not term.cues and not term.deprecated:
        yield Problem(record, f"source {quoted(common)} stands nearly everywhere", "give cues")


def _unsafe_georgian(record: Record, strict: bool) -> Iterator[Problem]:
    term = record.term
    for name in ("preferred", "admitted", "deprecated"):
        patterns = getattr(term, name)
        mixed = [p for p in patterns if not all(map(_is_one_script, re.split(r"[ |]", p)))]
        if mixed:
            yield Problem(
                record, f"{name} {quoted(mixed)} mixes scripts or has a stray sign",
                "write it in Georgian letters",
            )  # fmt: skip
        open_brackets = [p for p in patterns if p.count("(") != p.count(")")]
        if open_brackets:
            yield Problem(
                record, f"{name} {quoted(open_brackets)} has an open bracket",
                "put the vowel that is lost in brackets, as in წყ(ა)ლი",
            )  # fmt: skip
        if name == "deprecated" or strict:
            loose = [p for p in patterns if " " not in p and any(map(_is_loose, p.split("|")))]
            if loose:
                yield Problem(
                    record, f"{name} {quoted(loose)} is too short and matches other words",
                    "lengthen it or list the forms",
                )  # fmt: skip


def _is_one_script(word: str) -> bool:
    """True when no part of a hyphenated word mixes letters, and no sign stands that tokens lack."""
    return not _STRAY.search(word) and not any(
        has_georgian(part) and any(c.isalpha() and not has_georgian(c) for c in part)
        for part in word.split("-")
    )


def _is_loose(word: str) -> bool:
    if word.endswith("*") and "+" not in word:
        return len(word) - 1 < _LEAST_STEM
    return word.startswith("+") and any(len(r) < _LEAST_STEM for r in word[1:].split("/"))


def _superfluous(record: Record) -> Iterator[Problem]:
    """Sources that another one finds too, and deprecated patterns wide enough for right words."""
    sources = record.term.source
    for number, source in enumerate(sources):
        if key(source) in map(key, sources[:number]):
            yield Problem(record, f"source “{source}” is listed before", "remove it")
            continue
        others = [other for other in sources if key(other) != key(source)]
        covering = standing_in(others, source)
        if covering:
            yield Problem(
                record,
                f"source “{source}” is found by its {quoted(covering)} too",
                "remove it, unless the longer is to outrank another record",
            )
    forms = FormIndex()
    for rendering in record.term.preferred:
        wrong = matching_all_of(record.term.deprecated, rendering, forms)
        if wrong and rendering not in wrong:
            yield Problem(
                record,
                f"preferred “{rendering}” is a form of the deprecated {quoted(wrong)}",
                "narrow the deprecated pattern",
            )
