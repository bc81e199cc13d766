"""The values that flow through tmqa: read → segment → align → check → score → report.

Every step takes and returns these frozen values and nothing else, so a report, a check or a
test needs no other module to understand what it is given. This module imports only the
standard library.

Offsets are code-point offsets, half-open. Two coordinate systems exist and are always named:
*file* offsets count from the start of the decoded original file, *segment* offsets from the
start of a sentence's cleaned text (inline markup removed).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Severity(StrEnum):
    """MQM severity: how much harm an issue does if it is real."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position from 0 (neutral) to 3 (critical), for comparing."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure tmqa is that a finding is real, independent of its severity."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Position from 0 (low) to 2 (high), for comparing."""
        return list(Confidence).index(self)


class BlockKind(StrEnum):
    """What a block of an article is; every sentence inherits its block's kind."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class MarkupKind(StrEnum):
    """Inline markup that was removed from a text for checking and is remembered."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of cleaned text that carried inline markup; `target` is a link's address."""

    kind: MarkupKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One structural unit of an article.

    `offsets[i]` is the file offset of `text[i]`; `line` is the 1-based line of its first
    character; `ignored` are the rules that a comment before the block switches off for it.
    """

    kind: BlockKind
    text: str
    offsets: tuple[int, ...]
    line: int
    markup: tuple[Markup, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read: its decoded text, its blocks in order, its front matter."""

    lang: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark; `start` and `end` are segment offsets."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True when the token has a letter or a digit in it."""
        return any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment: one sentence, heading, list item or cell.

    `start` and `end` are file offsets; `line` is 1-based; `block` is the index of the block
    that the sentence stands in.
    """

    index: int
    text: str
    kind: BlockKind
    line: int
    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]
    markup: tuple[Markup, ...] = ()

    @property
    def is_boilerplate(self) -> bool:
        """True for site furniture that has no place in the alignment."""
        return self.kind is BlockKind.BOILERPLATE


# Below this stated probability a pairing is rather wrong than right.
WEAK_BEAD = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Source and target sentence indices that translate each other.

    An empty side is an omission (no target) or an addition (no source). `score` lies in
    [0, 1]; for a null bead it says how sure the aligner is that no partner exists.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 1.0

    @property
    def is_weak(self) -> bool:
        """True for a pairing that is as likely wrong as right."""
        return bool(self.source and self.target) and self.score < WEAK_BEAD

    @property
    def shape(self) -> str:
        """The bead's type in the field's notation, such as "1-1" or "2-1"."""
        return f"{len(self.source)}-{len(self.target)}"


# The aligner's name where there was none: the beads come with the input.
GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads over two sentence lists; each sentence stands in exactly one bead."""

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    beads: tuple[Bead, ...]
    aligner: str

    def moved(self) -> frozenset[int]:
        """The indices of the beads whose target stands out of the order of the source.

        These are the pairings outside the longest run in which both sides ascend.
        """
        linked = [(n, b.target[0]) for n, b in enumerate(self.beads) if b.source and b.target]
        ends: list[int] = []  # for each length of a run, the least target it can end with,
        last: list[int] = []  # and the bead that ends it so
        before: dict[int, int | None] = {}
        for number, start in linked:
            length = bisect_left(ends, start)
            before[number] = last[length - 1] if length else None
            ends[length : length + 1] = [start]
            last[length : length + 1] = [number]
        kept = set()
        at = last[-1] if last else None
        while at is not None:
            kept.add(at)
            at = before[at]
        return frozenset(number for number, _ in linked if number not in kept)


@dataclass(frozen=True, slots=True)
class Location:
    """A quoted stretch of one segment; `start` and `end` are segment offsets."""

    segment: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Side:
    """One side of a bead as a check sees it: its sentences joined by single spaces."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def text(self) -> str:
        """The joined text of the side's sentences."""
        return " ".join(sentence.text for sentence in self.sentences)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the side with offsets into `text`."""
        tokens: list[Token] = []
        shift = 0
        for sentence in self.sentences:
            tokens.extend(Token(t.text, t.start + shift, t.end + shift) for t in sentence.tokens)
            shift += len(sentence.text) + 1
        return tuple(tokens)

    @cached_property
    def markup(self) -> tuple[Markup, ...]:
        """All inline markup of the side with offsets into `text`."""
        found: list[Markup] = []
        shift = 0
        for sentence in self.sentences:
            found.extend(
                Markup(m.kind, m.start + shift, m.end + shift, m.target) for m in sentence.markup
            )
            shift += len(sentence.text) + 1
        return tuple(found)

    def is_code(self, offset: int) -> bool:
        """True when inline code covers the offset of `text`."""
        return any(m.kind is MarkupKind.CODE and m.start <= offset < m.end for m in self.markup)

    def locate(self, start: int, end: int) -> Location:
        """The segment location of `text[start:end]`, clipped to the sentence where it starts."""
        for sentence in self.sentences:
            length = len(sentence.text)
            if start <= length:
                clipped = min(end, length)
                return Location(sentence.index, start, clipped, sentence.text[start:clipped])
            start -= length + 1
            end -= length + 1
        raise ValueError(f"offset {start} lies outside the side's text")


@dataclass(frozen=True)
class SegmentPair:
    """A bead with its sentences: what a segment check sees. A null bead has an empty side."""

    index: int
    bead: Bead
    source: Side
    target: Side

    @property
    def is_boilerplate(self) -> bool:
        """True when every sentence of the bead is site furniture."""
        return all(s.is_boilerplate for s in self.source.sentences + self.target.sentences)


@dataclass(frozen=True, slots=True)
class Finding:
    """A possible issue; a reviewer's confirmation would make it an error.

    `fix` is the replacement for the target location where it is certain; `fingerprint` stays
    the same while the segments concerned do.
    """

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    source: Location | None
    target: Location | None
    suggestions: tuple[str, ...] = ()
    fix: str | None = None
    term: str | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a report may say about a rule: its defaults and its page, Markdown in plain words."""

    id: str
    category: str
    severity: Severity
    confidence: Confidence
    page: str

    @property
    def summary(self) -> str:
        """The page's first line."""
        return self.page.split("\n", 1)[0]


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with the settings that produced it."""

    name: str
    value: float
    signature: str
    details: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two articles and their alignment: what stands between reading and checking.

    The articles' paths are as reports name them, never absolute. Both articles of a bilingual
    file have its path and its text.
    """

    source: Article
    target: Article
    alignment: Alignment
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything known about one article pair: all that a report receives.

    `rules` are those that were on; `gate` is the least severity that fails the review, None
    when nothing does.
    """

    bitext: Bitext
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    signature: str
    rules: tuple[Rule, ...] = ()
    gate: Severity | None = Severity.MAJOR

    @property
    def source_path(self) -> str:
        """The source article's file as reports name it."""
        return self.bitext.source.path

    @property
    def target_path(self) -> str:
        """The target article's file as reports name it."""
        return self.bitext.target.path

    @property
    def alignment(self) -> Alignment:
        """The alignment that the findings rest on."""
        return self.bitext.alignment

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be used or had to be assumed."""
        return self.bitext.notices

    def fails(self, finding: Finding) -> bool:
        """True when the finding reaches the gate."""
        return self.gate is not None and finding.severity.rank >= self.gate.rank
