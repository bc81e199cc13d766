"""Mines what a reviewer changed in a translation for records that the glossaries lack.

The words of the raw and of the reviewed text are compared (Ratcliff and Obershelp's longest common
blocks, as in difflib); a word put in the place of another that renders a source word is evidence
against the other one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tmqa.knowledge import Knowledge
from tmqa.lang.ka.families import families
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.lang.ka.stem import dictionary_form
from tmqa.lexicon import Lexicon, Links, Unit, is_function_word, link
from tmqa.termbase import Example
from tmqa.terminology.add import slug
from tmqa.terminology.suggest import Candidate, lemma_of
from tmqa.values import SegmentPair, Sentence, Token


@dataclass(frozen=True, slots=True)
class _Change:
    """A word of a pair's target and the word that the reviewer put in its place."""

    pair: int
    raw: Token
    sentence: Sentence
    edited: Token


def suggest_from_edits(
    pairs: Sequence[SegmentPair],
    edited: Sequence[Sentence],
    knowledge: Knowledge,
    least: int,
    decided: Iterable[str] = (),
) -> list[Candidate]:
    """Candidates for source words whose rendering was changed in at least `least` segments.

    `edited` are the sentences of the reviewed Georgian text. Words that are a source of a record,
    and ids that are `decided`, are left out.
    """
    known = {source for term in knowledge.termbase.terms for source in term.source}
    left_out = set(decided)
    found: dict[str, list[_Change]] = defaultdict(list)
    for change in _changes(pairs, edited):
        pair = pairs[change.pair]
        links = link(pair.source, pair.target, knowledge.lexicon)
        unit = _rendered(change, links, knowledge.lexicon)
        if unit is not None:
            found[lemma_of(unit.lemmas, knowledge.lexicon)].append(change)
    return [
        _candidate(lemma, changes, pairs)
        for lemma, changes in sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
        if len({change.pair for change in changes}) >= least
        and lemma not in known
        and slug(lemma) not in left_out
    ]


def _changes(pairs: Sequence[SegmentPair], edited: Sequence[Sentence]) -> Iterator[_Change]:
    """The single words that were replaced by single words of another family."""
    raw = [
        (number, token)
        for number, pair in enumerate(pairs)
        for token in pair.target.tokens
        if token.is_word
    ]
    new = [(sentence, token) for sentence in edited for token in sentence.tokens if token.is_word]
    matcher = SequenceMatcher(
        None, [fold(t.text) for _, t in raw], [fold(t.text) for _, t in new], autojunk=False
    )
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "replace" or end - start != new_end - new_start:
            continue
        for (number, old), (sentence, word) in zip(
            raw[start:end], new[new_start:new_end], strict=True
        ):
            if (
                has_georgian(old.text)
                and has_georgian(word.text)
                and not is_function_word(old.text)
                and not families(fold(old.text)) & families(fold(word.text))
            ):
                yield _Change(number, old, sentence, word)


def _rendered(change: _Change, links: Links, lexicon: Lexicon) -> Unit | None:
    """The source word that both words render.

    It is the one that the lexicon renders by the new word or linked to the old one, or else the
    only one that the raw translation leaves unexplained.
    """
    forms = lexicon.forms.find(change.edited.text)
    for unit in links.units:
        if any(
            forms & set(rendering)
            for lemma in unit.lemmas
            for rendering in lexicon.renderings(lemma)
        ):
            return unit
    for unit, found in zip(links.units, links.found, strict=True):
        if any(links.words[position].start == change.raw.start for position in found):
            return unit
    open_units = [u for n, u in enumerate(links.units) if not (links.explained(n) or u.is_name)]
    return open_units[0] if len(open_units) == 1 else None


def _candidate(lemma: str, changes: Sequence[_Change], pairs: Sequence[SegmentPair]) -> Candidate:
    raw, new = (
        dictionary_form(Counter(fold(word.text) for word in words))
        for words in ([c.raw for c in changes], [c.edited for c in changes])
    )
    shown = min(changes, key=lambda c: len(pairs[c.pair].source.text))
    pair = pairs[shown.pair]
    start, end, text = shown.raw.start, shown.raw.end, pair.target.text
    marked = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return Candidate(
        slug(lemma), lemma, len(changes), ((new, len(changes)),),
        f"reviewers changed {raw}",
        Example(pair.source.text, marked, shown.sentence.text),
        deprecated=(raw,),
    )  # fmt: skip
