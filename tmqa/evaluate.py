"""Measures tmqa on article pairs with gold sentences, beads and findings.

The layout of a corpus folder is described in `corpora/README.md`. A gold finding counts as
found when a finding overlaps its words in the target, or, where it has none, its source
sentence; a finding counts as right when it overlaps a gold finding.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tmqa.article import read_text
from tmqa.config import Config
from tmqa.errors import InputError
from tmqa.knowledge import Knowledge
from tmqa.review import review
from tmqa.score import word_count
from tmqa.values import Finding, Location, Review, Sentence

Range = tuple[int, int]
_SOURCES, _TARGETS = "en.md", "ka.md"


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """A fault that a careful reader marks; ranges count letters of the whole article side."""

    id: str
    kind: str
    source: Range | None
    target: Range | None


@dataclass
class Result:
    """Counts of one corpus, or of several added up."""

    name: str
    words: int = 0
    segmentation: Counter[str] = field(default_factory=Counter)
    alignment: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: list[GoldFinding] = field(default_factory=list)
    false_alarms: list[Finding] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the gold findings that were found; 1.0 where there are none."""
        return _share(self.found.total(), self.gold.total())

    @property
    def precision(self) -> float:
        """Share of the findings that are right; 1.0 where there are none."""
        return _share(self.right.total(), self.right.total() + self.wrong.total())

    @property
    def false_alarm_rate(self) -> float:
        """Wrong findings per 1,000 source words."""
        return 1_000 * self.wrong.total() / self.words if self.words else 0.0

    def f1(self, counts: Counter[str]) -> float:
        """F1 of `segmentation` or `alignment` counts."""
        return _share(2 * counts["both"], counts["gold"] + counts["found"])

    def add(self, other: Result) -> None:
        """Add the counts of another result."""
        self.words += other.words
        for name in ("segmentation", "alignment", "gold", "found", "right", "wrong"):
            getattr(self, name).update(getattr(other, name))


def evaluate(folder: Path, config: Config, knowledge: Knowledge) -> Result:
    """The measurement of one corpus folder. Raises `InputError` when a file is unusable."""
    made = review(folder / _SOURCES, folder / _TARGETS, config, knowledge)
    source = _Side(folder / "en.sentences.txt", made.alignment.source)
    target = _Side(folder / "ka.sentences.txt", made.alignment.target)
    result = Result(folder.name, words=word_count(made.alignment.source))
    for side in (source, target):
        result.segmentation += side.boundary_counts()
    result.alignment = _alignment_counts(folder / "beads.tsv", source, target, made)
    gold = _load_gold(folder / "findings.toml", source, target)
    findings = [
        (finding, source.place(finding.source), target.place(finding.target))
        for finding in made.findings
    ]
    for fault in gold:
        result.gold[fault.kind] += 1
        if any(_meets(fault, left, right) for _, left, right in findings):
            result.found[fault.kind] += 1
        else:
            result.missed.append(fault)
    for finding, left, right in findings:
        if any(_meets(fault, left, right) for fault in gold):
            result.right[finding.rule] += 1
        else:
            result.wrong[finding.rule] += 1
            result.false_alarms.append(finding)
    return result


class _Side:
    """Gold lines and found segments of one article side on one scale: letters so far."""

    def __init__(self, path: Path, segments: Sequence[Sentence]) -> None:
        self.lines = [line for line in read_text(path).split("\n") if line.strip()]
        self.segments = segments
        self._line_starts = _starts(self.lines)
        self._segment_starts = _starts([s.text for s in segments])

    def boundary_counts(self) -> Counter[str]:
        gold, found = set(self._line_starts[1:]), set(self._segment_starts[1:])
        return Counter(gold=len(gold), found=len(found), both=len(gold & found))

    def quote(self, line: int, quote: str | None) -> Range:
        """The range of a quote in a gold line, or of the whole line."""
        text = self.lines[line]
        start = text.find(quote) if quote else 0
        if start < 0:
            raise InputError(f"line {line}", f"does not hold {quote!r}", "mend findings.toml")
        return self._range(self._line_starts[line], text, start, len(quote or text))

    def place(self, location: Location | None) -> Range | None:
        """The range of a finding's location."""
        if location is None:
            return None
        text = self.segments[location.segment].text
        length = location.end - location.start
        return self._range(self._segment_starts[location.segment], text, location.start, length)

    def segment_range(self, indices: Iterable[int]) -> tuple[Range, ...]:
        return tuple(
            self._range(self._segment_starts[i], self.segments[i].text, 0, None) for i in indices
        )

    def line_range(self, indices: Iterable[int]) -> tuple[Range, ...]:
        return tuple(self._range(self._line_starts[i], self.lines[i], 0, None) for i in indices)

    @staticmethod
    def _range(base: int, text: str, start: int, length: int | None) -> Range:
        end = len(text) if length is None else start + length
        return base + _letters(text[:start]), base + _letters(text[:end])


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _starts(texts: Sequence[str]) -> list[int]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + _letters(text))
    return starts[:-1]


def _alignment_counts(path: Path, source: _Side, target: _Side, made: Review) -> Counter[str]:
    """Strict bead counts, null beads left out; a bead is right when it covers the same text."""
    gold = set()
    for line in read_text(path).split("\n"):
        if "\t" in line:
            left, right = (
                [int(n) for n in part.split(",") if n.strip()] for part in line.split("\t")
            )
            if left and right:
                gold.add((source.line_range(left), target.line_range(right)))
    found = {
        (source.segment_range(b.source), target.segment_range(b.target))
        for b in made.alignment.beads
        if b.source and b.target
    }
    return Counter(gold=len(gold), found=len(found), both=len(gold & found))


def _load_gold(path: Path, source: _Side, target: _Side) -> list[GoldFinding]:
    try:
        records: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get(
            "finding", []
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "mend the file") from None
    found = []
    for record in records:
        places: list[Range | None] = []
        for name, side in (("source", source), ("target", target)):
            line = record.get(f"{name}_sentence")
            quote = record.get(name)
            wanted = line is not None and (quote is not None or name == "source")
            places.append(side.quote(line, quote) if wanted and line is not None else None)
        found.append(GoldFinding(record["id"], record["kind"], places[0], places[1]))
    return found


def _meets(gold: GoldFinding, source: Range | None, target: Range | None) -> bool:
    if gold.target is not None and target is not None:
        return _overlap(gold.target, target)
    if gold.target is None or target is None:
        return gold.source is not None and source is not None and _overlap(gold.source, source)
    return False


def _overlap(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def table(results: Sequence[Result]) -> str:
    """The figures of all corpora, then recall by kind and findings by rule over all of them."""
    total = Result("all")
    for result in results:
        total.add(result)
    rows = [("corpus", "words", "seg F1", "bead F1", "gold", "recall", "precision", "false/1000")]
    rows += [
        (
            r.name,
            str(r.words),
            f"{r.f1(r.segmentation):.3f}",
            f"{r.f1(r.alignment):.3f}",
            str(r.gold.total()),
            f"{r.recall:.2f}",
            f"{r.precision:.2f}",
            f"{r.false_alarm_rate:.1f}",
        )
        for r in (*results, total)
    ]
    kinds = [("kind", "gold", "found", "recall")]
    kinds += [
        (kind, str(count), str(total.found[kind]), f"{total.found[kind] / count:.2f}")
        for kind, count in sorted(total.gold.items())
    ]
    rules = [("rule", "right", "wrong")]
    rules += [
        (rule, str(total.right[rule]), str(total.wrong[rule]))
        for rule in sorted(total.right.keys() | total.wrong.keys())
    ]
    return "\n\n".join([_columns(rows), _columns(kinds), _columns(rules)])


def _columns(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
