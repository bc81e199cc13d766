"""What a check is, and what it is given."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from tmqa.lexicon import Lexicon, Links, link
from tmqa.spelling import Speller
from tmqa.termbase import TermMatch
from tmqa.values import Alignment, Confidence, Finding, Rule, SegmentPair, Severity

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CheckExample:
    """A pair that a check is tested on; for an article check, one bead a line.

    Each `[[…]]` in `bad` must be found and nothing else; `good` must be silent. An empty mark
    `[[]]` stands for a finding without a target location.
    """

    source: str
    bad: str
    good: str


@dataclass(frozen=True)
class Context:
    """What a check may know besides the segment pair."""

    pairs: tuple[SegmentPair, ...]
    matches: tuple[tuple[TermMatch, ...], ...]
    alignment: Alignment
    lexicon: Lexicon
    speller: Speller

    def terms(self, pair: SegmentPair) -> tuple[TermMatch, ...]:
        """The glossary records that apply to the pair."""
        return self.matches[pair.index]

    def links(self, pair: SegmentPair) -> Links:
        """Which target words explain which source words, by the lexicon."""
        found = self._links.get(pair.index)
        if found is None:
            found = self._links[pair.index] = link(pair.source, pair.target, self.lexicon)
        return found

    @cached_property
    def _links(self) -> dict[int, Links]:
        return {}


class Check(ABC):
    """One rule. The class docstring is its page: a summary, then Why and Limits."""

    rule_id: ClassVar[str]
    category: ClassVar[str]
    severity: ClassVar[Severity]
    confidence: ClassVar[Confidence]
    bilingual: ClassVar[bool] = True  # False where the source and so the alignment do not matter
    examples: ClassVar[tuple[CheckExample, ...]] = ()

    @property
    def rule(self) -> Rule:
        """What reports say about the rule."""
        page = inspect.getdoc(self) or ""
        return Rule(self.rule_id, self.category, self.severity, self.confidence, page)

    @abstractmethod
    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """The rule's findings in an article."""

    def finding(
        self,
        pair: SegmentPair,
        message: str,
        *,
        source: Range | None = None,
        target: Range | None = None,
        suggestions: Iterable[str] = (),
        severity: Severity | None = None,
        confidence: Confidence | None = None,
        category: str | None = None,
        fix: str | None = None,
        term: str | None = None,
    ) -> Finding:
        """A finding of this rule; ranges are offsets into the pair's joined texts."""
        return Finding(
            rule=self.rule_id,
            category=category or self.category,
            severity=severity or self.severity,
            confidence=self._confidence(pair, confidence or self.confidence),
            message=message,
            source=pair.source.locate(*source) if source else None,
            target=pair.target.locate(*target) if target else None,
            suggestions=tuple(dict.fromkeys(suggestions)),
            fix=fix,
            term=term,
        )

    def _confidence(self, pair: SegmentPair, confidence: Confidence) -> Confidence:
        """The confidence, low where the finding rests on a weak pairing of sentences."""
        return Confidence.LOW if self.bilingual and pair.bead.is_weak else confidence


class SegmentCheck(Check):
    """A check that looks at one segment pair at a time."""

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """The findings of every pair in turn."""
        for pair in pairs:
            yield from self.check(pair, context)

    @abstractmethod
    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """The rule's findings in one pair, which may be a null bead with an empty side."""


class ArticleCheck(Check):
    """A check that needs the whole article."""
