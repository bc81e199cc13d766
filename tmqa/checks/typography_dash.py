"""See `TypographyDash`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.lang.ka.punctuation import (
    DASH_FOR_HYPHEN,
    DASH_WITHOUT_SPACES,
    DASHES,
    PARTED_SUFFIX,
    SPACED_DASH,
    SPACED_HYPHEN,
)
from tmqa.values import BlockKind, Confidence, Finding, SegmentPair, Severity

_Place = tuple[SegmentPair, regex.Match[str]]


class TypographyDash(ArticleCheck):
    """A hyphen stands for a dash, or a dash for a hyphen.

    Why: Georgian prose has a dash between spaces (ტირე) and words and endings a hyphen without
    them (დეფისი); machine translation writes “ - ” for every dash and parts endings from names
    (Facebook- ის).

    Limits: for hyphens between spaces one finding an article, at the first, with their number;
    neutral where neither the source nor the rest of the article has a dash, since some publishers
    type so. Ranges (2010–2012, თბილისი–ბათუმი) are right with a dash, so that an en dash between
    two different words is not judged.
    """

    rule_id = "typography-dash"
    category = "locale-conventions/punctuation"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample(
            "The answer – of course – is simple.",
            "პასუხი [[-]] რა თქმა უნდა, მარტივია.",
            "პასუხი — რა თქმა უნდა, მარტივია. 2010 - 2012 წლებში",
        ),
        CheckExample(
            "Facebook's page has 5–6 readers.",
            "Facebook[[–]]ის გვერდს 5–6 მკითხველი ჰყავს.",
            "Facebook-ის გვერდს 5–6 მკითხველი ჰყავს.",
        ),
        CheckExample("on Facebook's page", "Facebook[[- ]]ის გვერდზე", "Facebook-ის გვერდზე"),
        CheckExample(
            "slowly, in the north-east, from Tbilisi to Batumi",
            "ნელ[[–]]ნელა, ჩრდილოეთ[[–]]აღმოსავლეთში, თბილისი–ბათუმი",
            "ნელ-ნელა, ჩრდილოეთ-აღმოსავლეთში, თბილისი–ბათუმი",
        ),
        CheckExample(
            "Spring has come—at last.",
            "გაზაფხული მოვიდა[[—]]როგორც იქნა.",
            "გაზაფხული მოვიდა — როგორც იქნა.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Every wrong dash, and the first hyphen that stands for one."""
        texts = [pair for pair in pairs if not pair.is_boilerplate]
        dashes = Counter(
            match.group() for pair in texts for match in SPACED_DASH.finditer(pair.target.text)
        )
        # The article's own dash, else either.
        own = max(DASHES, key=dashes.__getitem__) if dashes else DASHES
        for pair, match in _places(texts, DASH_FOR_HYPHEN):
            yield self._wrong(pair, match, "joins parts of one word as a dash", "-")
        for pair, match in _places(texts, (PARTED_SUFFIX,)):
            yield self._wrong(pair, match, "parts the ending from its word", "-")
        for pair, match in _places(texts, (DASH_WITHOUT_SPACES,)):
            yield self._wrong(pair, match, "stands without spaces", *(f" {d} " for d in own))
        hyphens = [place for place in _places(texts, (SPACED_HYPHEN,)) if _is_prose(place[0])]
        if hyphens:
            pair, match = hyphens[0]
            has_dashes = bool(dashes) or any(
                char in pair.source.text for pair, _ in hyphens for char in DASHES
            )
            others = f" ({len(hyphens)} such hyphens in the article)" if len(hyphens) > 1 else ""
            yield self._wrong(
                pair,
                match,
                f"stands for a dash{others}",
                *own,
                severity=None if has_dashes else Severity.NEUTRAL,
            )

    def _wrong(
        self,
        pair: SegmentPair,
        match: regex.Match[str],
        fault: str,
        *better: str,
        severity: Severity | None = None,
    ) -> Finding:
        return self.finding(
            pair,
            f"“{match['mark']}” {fault}; write {' or '.join(f'“{b}”' for b in better)}.",
            target=match.span("mark"),
            suggestions=better,
            severity=severity,
            fix=better[0] if len(better) == 1 else None,
        )


def _places(
    pairs: Sequence[SegmentPair], patterns: Sequence[regex.Pattern[str]]
) -> Iterator[_Place]:
    """The places of the patterns in the targets, code left out."""
    for pair in pairs:
        for pattern in patterns:
            for match in pattern.finditer(pair.target.text):
                if not pair.target.is_code(match.start("mark")):
                    yield pair, match


def _is_prose(pair: SegmentPair) -> bool:
    return any(s.kind is not BlockKind.TABLE_CELL for s in pair.target.sentences)
