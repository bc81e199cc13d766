"""See `QuoteStyle`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_WRONG = regex.compile(
    r"(?<=^|[\s(\[—–-])[\"”“‘](?=\S)"  # opening: only „ is right
    r"|(?<=\S)[\"”](?=$|[\s.,;:!?)\]…—–-])"  # closing: only “ is right
    r"|[«»]"
)
_CODE_OR_MEASURE = regex.compile(r"\d[\"”]")


class QuoteStyle(ArticleCheck):
    """Quotation marks are not the Georgian pair „ “.

    Why: Georgian opens with „ (U+201E) and closes with “ (U+201C) (CLDR, Microsoft's Georgian
    style guide); machine translation keeps the English marks.

    Limits: one finding an article, at the first wrong mark, with their number, since a whole
    text has them wrong or right. Straight quotes throughout are a matter of house style: a
    neutral finding. Guillemets inside a quotation in „ “ are right.
    """

    rule_id = "quote-style"
    category = "locale-conventions/punctuation"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample(
            'He said "yes".\nShe said "no".',
            'მან თქვა [["]]დიახ".\nქალმა თქვა "არა".',
            "მან თქვა „დიახ“.\nქალმა თქვა „არა“.",
        ),
        CheckExample("He said “yes”.", "მან თქვა [[“]]დიახ”.", "მან თქვა „დიახ“."),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """The first wrong quotation mark of the article, counting all of them."""
        wrong = [
            (pair, match)
            for pair in pairs
            if not pair.is_boilerplate
            for match in _WRONG.finditer(pair.target.text)
            if not _is_right(pair, match)
        ]
        if wrong:
            pair, match = wrong[0]
            straight = all(m.group() == '"' for _, m in wrong) and not _has_georgian_quotes(pairs)
            others = f" ({len(wrong)} wrong marks in the article)" if len(wrong) > 1 else ""
            yield self.finding(
                pair,
                f"{match.group()} is not a Georgian quotation mark; write „…“{others}.",
                target=match.span(),
                suggestions=("„" if _opens(pair.target.text, match) else "“",),
                severity=Severity.NEUTRAL if straight else None,
            )


def _has_georgian_quotes(pairs: Sequence[SegmentPair]) -> bool:
    return any("„" in pair.target.text for pair in pairs)


def _opens(text: str, match: regex.Match[str]) -> bool:
    return match.start() == 0 or not text[match.start() - 1].isalnum()


def _is_right(pair: SegmentPair, match: regex.Match[str]) -> bool:
    """True for a mark in code, for inches, and for guillemets inside a quotation in „ “."""
    text = pair.target.text
    if match.group() in "«»":
        before = text[: match.start()]
        return before.count("„") > before.count("“")
    return pair.target.is_code(match.start()) or _is_measure(text, match)


def _is_measure(text: str, match: regex.Match[str]) -> bool:
    """True for inches: 13" is no quotation."""
    return match.start() > 0 and bool(_CODE_OR_MEASURE.match(text, match.start() - 1))
