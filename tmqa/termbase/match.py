"""Which glossary records stand in a segment pair, and by what they are rendered there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.lang.ka.nominal import plain
from tmqa.termbase.layers import effective_terms
from tmqa.termbase.record import Glossary, Term
from tmqa.termbase.rendering import Rendering, RenderingHit, TargetForms, compile_rendering
from tmqa.termbase.scan import ArticleScan, Occurrence, Scanner
from tmqa.termbase.sense import Grounds, Senses, Silence, Use, senses
from tmqa.values import Side


@dataclass(frozen=True)
class TermMatch:
    """A record that applies to a segment pair, with its renderings in the target.

    `right` are preferred and admitted renderings, `wrong` the deprecated ones that no right
    rendering of this or another record explains; at most as many as there are occurrences
    left without a right rendering. `surplus` are further such ones, for which there are right
    renderings enough. `others` are records of the same words in other senses that do not bear the
    wrong rendering either, when nothing tells which sense is meant.
    """

    term: Term
    grounds: Grounds
    occurrences: tuple[Occurrence, ...]
    right: tuple[RenderingHit, ...]
    wrong: tuple[RenderingHit, ...]
    surplus: tuple[RenderingHit, ...]
    others: tuple[Term, ...]

    @property
    def unrendered(self) -> int:
        """How many occurrences of the source have neither a right nor a wrong rendering."""
        return max(0, len(self.occurrences) - len(self.right) - len(self.wrong))


@dataclass(frozen=True)
class Explanation:
    """Why a record whose source stands in a segment speaks or stays silent.

    `cues` and `unless` stand in the segment itself, cues inside the source's own words left out
    unless they ask for its part of speech.
    `right` and `wrong` are all its renderings in the target, `named` those that are reported;
    `excused` says of each other wrong one which records' right renderings use its words ("" is
    none: there are enough right renderings, or another record names the place).
    """

    term: Term
    verdict: Grounds | Silence
    occurrences: tuple[Occurrence, ...]
    cues: tuple[Occurrence, ...]
    unless: tuple[Occurrence, ...]
    right: tuple[RenderingHit, ...] = ()
    wrong: tuple[RenderingHit, ...] = ()
    named: tuple[RenderingHit, ...] = ()
    excused: tuple[tuple[RenderingHit, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Compiled:
    right: tuple[Rendering, ...]
    wrong: tuple[Rendering, ...]
    cueless: tuple[Rendering, ...]

    def wrong_under(self, grounds: Grounds) -> tuple[Rendering, ...]:
        """The renderings that are wrong when the record applies for this reason."""
        return self.cueless if grounds is Grounds.WRONG_RENDERING else self.wrong


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A record that applies, with all its renderings, those it reports, and positions excused."""

    use: Use
    right: tuple[RenderingHit, ...]
    wrong: tuple[RenderingHit, ...]
    named: tuple[RenderingHit, ...]
    surplus: tuple[RenderingHit, ...]
    explained: frozenset[int]

    def shares_guess_of(self, other: _Resolved) -> bool:
        """True for another sense of the same words, as little known, of which the same is wrong."""
        return (
            self is not other
            and self.use.grounds is other.use.grounds is Grounds.WRONG_RENDERING
            and _share_words(self.use.occurrences, other.use.occurrences)
            and bool(_claimed(self.wrong) & _claimed(other.named))
        )


class TermBase:
    """Glossaries compiled for matching, later ones laid over earlier ones (see `layers`).

    `words` are those of the right renderings in the dictionary form.
    """

    def __init__(self, glossaries: Iterable[Glossary]) -> None:
        self.glossaries = tuple(glossaries)
        self._forms = FormIndex()
        self.terms = effective_terms(self.glossaries)
        self.words = frozenset(
            plain(word)
            for term in self.terms
            for pattern in (*term.preferred, *term.admitted)
            for word in pattern.replace("|", " ").split(" ")
            if is_plain(word)
        )
        self._compiled: dict[int, _Compiled] = {}
        self._scanner = Scanner(self.terms, self.glossaries)

    def _renderings(self, number: int) -> _Compiled:
        """The record's renderings, compiled when its source is met for the first time."""
        found = self._compiled.get(number)
        if found is None:
            term = self.terms[number]
            right = (*term.preferred, *term.admitted)
            found = self._compiled[number] = _Compiled(
                *(
                    tuple(compile_rendering(pattern, self._forms) for pattern in patterns)
                    for patterns in (right, term.deprecated, term.cueless)
                )
            )
        return found

    def scan(self, article: Iterable[Side], domains: frozenset[str] = frozenset()) -> ArticleScan:
        """Every record, cue and domain keyword that stands in the source side of an article.

        The article belongs to the `domains` and to those that its words speak for.
        """
        return self._scanner.scan(article, domains)

    def match(self, article: ArticleScan, segment: int, target: Side) -> tuple[TermMatch, ...]:
        """The records that apply to a segment of the article, in the order of the glossaries."""
        found = self._resolved(senses(self.terms, article, segment), target)
        return tuple(
            TermMatch(
                self.terms[number],
                r.use.grounds,
                r.use.occurrences,
                r.right,
                r.named,
                r.surplus,
                tuple(self.terms[n] for n, other in found.items() if other.shares_guess_of(r)),
            )
            for number, r in found.items()
            if r.named or not (r.use.is_inner or r.use.grounds.is_guess)
        )

    def explain(self, article: ArticleScan, segment: int, target: Side) -> tuple[Explanation, ...]:
        """Of every record whose source stands in the segment, what `match` made of it and why."""
        scan = article.segments[segment]
        meant = senses(self.terms, article, segment)
        found = self._resolved(meant, target)
        explanations = []
        for number, occurrences in sorted(scan.occurrences.items()):
            silence = meant.silent.get(number)
            told = Explanation(
                self.terms[number],
                silence or meant.applying[number].grounds,
                occurrences,
                (*scan.cues_outside(number), *scan.hints.get(number, ())),
                scan.unless.get(number, ()),
            )
            if number in found:
                r = found[number]
                told = replace(
                    told, right=r.right, wrong=r.wrong, named=r.named,
                    excused=tuple(self._excuses(r, found)),
                )  # fmt: skip
            explanations.append(told)
        return tuple(explanations)

    def _excuses(
        self, resolved: _Resolved, found: dict[int, _Resolved]
    ) -> Iterator[tuple[RenderingHit, str]]:
        """Each wrong rendering that is not reported, and the ids of records that explain it."""
        for hit in resolved.wrong:
            if hit not in resolved.named:
                by = [
                    self.terms[other].id
                    for other, r in found.items()
                    if hit.positions <= resolved.explained and hit.positions & _claimed(r.right)
                ]
                yield hit, ", ".join(by)

    def _resolved(self, meant: Senses, target: Side) -> dict[int, _Resolved]:
        """The renderings of the records that apply, and which of them each record reports."""
        applying = meant.applying
        if not applying:
            return {}
        renderings = {number: self._renderings(number) for number in applying}
        forms = TargetForms.of(target.tokens, self._forms)
        wrong = {
            n: self._hits(renderings[n].wrong_under(use.grounds), forms)
            for n, use in applying.items()
        }
        right = {
            n: _without_looser(self._hits(renderings[n].right, forms), wrong[n]) for n in applying
        }
        rivals = {
            n: self._hits(self._renderings(n).right, forms)
            for n in meant.rivals
            if any(use.grounds.is_guess and wrong[m] for m, use in applying.items())
        }
        resolved = {}
        reported: set[int] = set()
        # Where two records name the same words, one whose sense is known goes before a guess, then
        # the one that names more of them speaks, then the one with the longer source.
        named_words = {n: max((len(h.positions) for h in wrong[n]), default=0) for n in applying}
        for number in sorted(
            applying,
            key=lambda n: (applying[n].grounds.is_guess, -named_words[n], -applying[n].length, n),
        ):
            use = applying[number]
            explained = _claimed(
                hit
                for other, hits in right.items()
                if other == number or applying[other].explains(use)
                for hit in hits
            )
            if use.grounds.is_guess:
                explained |= _claimed(
                    hit
                    for rival, hits in rivals.items()
                    if _share_words(meant.rivals[rival], use.occurrences)
                    for hit in hits
                )
            missing = max(0, len(use.occurrences) - len(right[number]))
            open_hits = [hit for hit in wrong[number] if not hit.positions <= explained]
            named = tuple(hit for hit in open_hits[:missing] if not hit.positions & reported)
            reported |= _claimed(named)
            resolved[number] = _Resolved(
                use, right[number], wrong[number], named, tuple(open_hits[missing:]), explained
            )
        return {number: resolved[number] for number in applying}

    @staticmethod
    def _hits(renderings: Iterable[Rendering], forms: TargetForms) -> tuple[RenderingHit, ...]:
        return _distinct(hit for rendering in renderings for hit in forms.find(rendering))


def _share_words(left: Iterable[Occurrence], right: Sequence[Occurrence]) -> bool:
    return any(one.meets(other) for one in left for other in right)


def _distinct(hits: Iterable[RenderingHit]) -> tuple[RenderingHit, ...]:
    """Hits in text order, none sharing a word: the longer goes first."""
    kept: list[RenderingHit] = []
    used: set[int] = set()
    for hit in sorted(hits, key=lambda h: (-len(h.positions), h.start, h.end)):
        if not used & hit.positions:
            used |= hit.positions
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end)))


def _without_looser(
    right: tuple[RenderingHit, ...], wrong: tuple[RenderingHit, ...]
) -> tuple[RenderingHit, ...]:
    """Right hits without those whose words a denser wrong hit uses: hot … bread, hot cakes.

    A right wording of several words stands against a single wrong word inside it.
    """
    return tuple(
        hit
        for hit in right
        if not any(
            hit.positions & other.positions
            and other.slack < hit.slack
            and len(other.positions) >= len(hit.positions)
            for other in wrong
        )
    )


def _claimed(hits: Iterable[RenderingHit]) -> frozenset[int]:
    return frozenset(position for hit in hits for position in hit.positions)
