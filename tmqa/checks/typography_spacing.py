"""See `TypographySpacing`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.ka.punctuation import SPACING, Spacing
from tmqa.values import Confidence, Finding, MarkupKind, SegmentPair, Severity


class TypographySpacing(SegmentCheck):
    """A space is missing or too many at a mark, or a mark stands twice.

    Why: machine translation loses the space after a full stop, puts one before a comma or between
    a sign and its number (# 1), and doubles marks.

    Limits: silent where the source writes the same, in code, addresses and after abbreviations
    (ელ.ფოსტა). A sign is parted from its number only where the source writes both together;
    25 % is neutral, since some publishers write it so.
    """

    rule_id = "typography-spacing"
    category = "linguistic-conventions/punctuation"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample(
            "The answer is simple. Read it, please!",
            "პასუხი მარტივია[[.]]წაიკითხეთ[[ ,]] გთხოვთ[[ !]]",
            "პასუხი მარტივია. წაიკითხეთ, გთხოვთ! ე.წ. ელ.ფოსტა :-) და ა.შ., …",
        ),
        CheckExample(
            "apples, pears and plums.",
            "ვაშლი[[,]]მსხალი და ქლიავი[[..]]",
            "ვაშლი, მსხალი, ქლიავი...",
        ),
        CheckExample("He said: “Yes”.", "მან თქვა[[::]] [[,,]]კი“", "მან თქვა: „კი“"),
        CheckExample(
            "Misconception #1: 25% at 20°C (here)",
            "მითი [[# ]]1: [[%25]] 20[[° C]]-ზე [[( ]]აქ[[ )]]",
            "მითი №1: 25% 20°C-ზე (აქ)",
        ),
        CheckExample("25% of them", "მათი 25[[ %]]", "მათი 25%"),
        CheckExample("Rule No. 5 : 25 %", "წესი № 5 : 25 %[[ .]]", "წესი № 5 : 25 %."),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Every fault of the table that the source does not excuse."""
        if pair.is_boilerplate:
            return
        text = pair.target.text
        for fault in SPACING:
            for match in fault.pattern.finditer(text):
                start, end = match.span("mark")
                if _is_excused(fault, match, pair.source.text) or _is_literal(pair, start):
                    continue
                better = tuple(match.expand(template) for template in fault.better)
                wording = " or ".join(f"“{b}”" for b in better)
                yield self.finding(
                    pair,
                    f"“{match['mark']}” {fault.fault}; write {wording}.",
                    target=(start, end),
                    suggestions=better,
                    severity=Severity.NEUTRAL if fault.is_style else None,
                    fix=better[0] if len(better) == 1 else None,
                )


def _is_excused(fault: Spacing, match: regex.Match[str], source: str) -> bool:
    """True when the source writes the same, or does not prove the fault."""
    if fault.proof:
        return regex.search(fault.proof.replace("{number}", match["number"]), source) is None
    return not fault.always and match["mark"] in source


def _is_literal(pair: SegmentPair, start: int) -> bool:
    """True inside code, links that show their address, and addresses."""
    word = next((t.text for t in pair.target.tokens if t.start <= start < t.end), "")
    in_link = any(
        m.kind is MarkupKind.LINK
        and m.start <= start < m.end
        and "://" in m.target[:8]
        and pair.target.text[m.start : m.end] in m.target
        for m in pair.target.markup
    )
    return pair.target.is_code(start) or in_link or "://" in word or "@" in word
