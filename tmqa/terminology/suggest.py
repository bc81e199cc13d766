"""Mines aligned texts for records that the glossaries lack.

Two kinds of candidates: a source noun that recurs with several renderings, and a source word that
no rendering of the lexicon explains although one Georgian word recurs beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tmqa.knowledge import Knowledge
from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.letters import has_georgian
from tmqa.lang.ka.stem import dictionary_form, stem
from tmqa.lexicon import Lexicon, Link, is_function_word, link
from tmqa.lexicon.entry import NOUN
from tmqa.termbase import Example, Term, TermKind
from tmqa.termbase.record import GENERAL
from tmqa.terminology.add import slug
from tmqa.terminology.toml import record_toml
from tmqa.values import SegmentPair, Severity

# A rendering counts as one of several when it stands so often itself.
_LEAST_RENDERING = 2
# Share of a word's segments in which nothing explains it, from which on it counts as unexplained,
# and share in which the same Georgian word must stand beside it.
_MOSTLY = 2 / 3
# Dice coefficient of a word and the Georgian word beside it: how much they stand together only.
_LEAST_DICE = 0.6


@dataclass(frozen=True)
class Candidate:
    """A record to consider: its id, right and wrong renderings, and the evidence in one line."""

    id: str
    lemma: str
    segments: int
    renderings: tuple[tuple[str, int], ...]
    reason: str
    example: Example
    deprecated: tuple[str, ...] = ()


@dataclass
class _Seen:
    """What was seen of a source word in all segments."""

    pairs: list[int] = field(default_factory=list)
    unexplained: list[int] = field(default_factory=list)
    renderings: Counter[str] = field(default_factory=Counter)


def suggest(
    pairs: Sequence[SegmentPair], knowledge: Knowledge, least: int, decided: Iterable[str] = ()
) -> list[Candidate]:
    """Candidates for words that stand in at least `least` segments, the most frequent first.

    Words that are a source of a record, and ids that are `decided`, are left out.
    """
    lexicon = knowledge.lexicon
    known = {source for term in knowledge.termbase.terms for source in term.source}
    seen: dict[str, _Seen] = defaultdict(_Seen)
    stems: dict[str, set[int]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    free: list[set[str]] = []
    for number, pair in enumerate(pairs):
        free.append(set())
        links = link(pair.source, pair.target, lexicon)
        explained = links.explaining()
        for position, word in enumerate(links.words):
            if has_georgian(word.text):
                forms[stem(word.text)][word.text] += 1
                stems[stem(word.text)].add(number)
                if position not in explained and not is_function_word(word.text):
                    free[number].add(stem(word.text))
        for unit, found in zip(links.units, links.found, strict=True):
            if unit.is_name:
                continue
            lemma = lemma_of(unit.lemmas, lexicon)
            if not seen[lemma].pairs or seen[lemma].pairs[-1] != number:
                seen[lemma].pairs.append(number)
                if not found:
                    seen[lemma].unexplained.append(number)
            if lexicon.parts_of_speech([lemma]) == {NOUN}:  # other words are rendered freely
                words = [links.words[p].text for p, kind in found.items() if kind is Link.RENDERING]
                seen[lemma].renderings.update(_patterns(lemma, words, lexicon))
    left_out = set(decided)
    candidates = []
    for lemma, what in seen.items():
        if len(what.pairs) < least or lemma in known or slug(lemma) in left_out:
            continue
        several = [(r, n) for r, n in what.renderings.most_common() if n >= _LEAST_RENDERING]
        if len(several) > 1:
            candidates.append(_candidate(lemma, what, several, "its renderings vary", pairs))
        elif len(what.unexplained) >= max(least, _MOSTLY * len(what.pairs)):
            beside = _beside(what.unexplained, free, stems, forms)
            if beside:
                reason = "no known rendering explains it"
                candidates.append(_candidate(lemma, what, [beside], reason, pairs))
    return sorted(candidates, key=lambda c: (-c.segments, c.lemma))


def lemma_of(readings: Iterable[str], lexicon: Lexicon) -> str:
    """The reading that the lexicon lists, and of several the shortest."""
    return min(readings, key=lambda r: (not lexicon.has_word(r), len(r), r))


def _patterns(lemma: str, words: Iterable[str], lexicon: Lexicon) -> Counter[str]:
    """The plain one-word renderings of the lemma that the words are forms of, one a word."""
    ids = [r[0] for r in lexicon.renderings(lemma) if len(r) == 1]
    found: Counter[str] = Counter()
    for word in words:
        forms = lexicon.forms.find(word)
        patterns = (lexicon.forms.pattern(number) for number in ids if number in forms)
        found.update([pattern for pattern in patterns if is_plain(pattern)][:1])
    return found


def _beside(
    numbers: Sequence[int],
    free: Sequence[set[str]],
    stems: dict[str, set[int]],
    forms: dict[str, Counter[str]],
) -> tuple[str, int] | None:
    """The Georgian word that stands unexplained in most of the segments and seldom elsewhere."""
    counted = Counter(found for number in numbers for found in free[number])
    best = None
    for found, count in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])):
        dice = 2 * count / (len(numbers) + len(stems[found]))
        if count >= _MOSTLY * len(numbers) and dice >= _LEAST_DICE:
            best = best or (dictionary_form(forms[found]), count)
    return best


def _candidate(
    lemma: str,
    what: _Seen,
    renderings: Sequence[tuple[str, int]],
    reason: str,
    pairs: Sequence[SegmentPair],
) -> Candidate:
    shortest = min((pairs[n] for n in what.pairs), key=lambda pair: len(pair.source.text))
    example = Example(shortest.source.text, None, shortest.target.text)
    return Candidate(slug(lemma), lemma, len(what.pairs), tuple(renderings), reason, example)


def skeletons(candidates: Iterable[Candidate]) -> Iterator[str]:
    """The candidates as TOML records with the evidence above, to be completed by hand."""
    for candidate in candidates:
        counts = ", ".join(f"{rendering} {count}" for rendering, count in candidate.renderings)
        preferred, *others = (rendering for rendering, _ in candidate.renderings)
        term = Term(
            id=candidate.id, kind=TermKind.TERM, source=(candidate.lemma,), gloss="", cues=(),
            unless=(), domains=(GENERAL,), preferred=(preferred,), admitted=tuple(others),
            deprecated=candidate.deprecated, cueless=(), required=True,
            consistent=len(candidate.renderings) > 1, category="accuracy/mistranslation",
            severity=Severity.MAJOR, note="", examples=(candidate.example,),
        )  # fmt: skip
        yield (
            f"# {candidate.lemma}: {candidate.reason}; {candidate.segments} segments: {counts}\n"
            f"{record_toml(term)}"
        )
