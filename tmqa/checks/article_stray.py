"""See `ArticleStray`."""

from __future__ import annotations

from collections.abc import Iterator

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

_ENGLISH = frozenset({"a", "an", "the"})
_LETTER = "ა"  # the Georgian letter "a"
# English words that speak of letters, grades or points as such.
_LETTER_TALK = frozenset(
    {"letter", "grade", "vitamin", "hepatitis", "plan", "group", "class", "type"}
)


class ArticleStray(SegmentCheck):
    """An English article was left standing: "the", "a", or its transliteration ა.

    Why: Georgian has no articles; a lone ა is what is left of "a" when a translator copies
    what it cannot translate.

    Limits: silent for list labels (ა), letters under discussion, initials, and English titles
    of two and more words kept in Latin script.
    """

    rule_id = "article-stray"
    category = "accuracy/untranslated"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample(
            "It is used as a marketing channel.",
            "მას იყენებენ როგორც [[ა]] მარკეტინგის არხს.",
            "მას იყენებენ როგორც მარკეტინგის არხს.",
        ),
        CheckExample("He called the office.", "მან [[the]] ოფისში დარეკა.", "მან ოფისში დარეკა."),
        CheckExample(
            "She reads The Economist.",
            "ის [[the]] ჟურნალს კითხულობს.",
            "ის The Economist-ს კითხულობს.",
        ),
        CheckExample(
            "Maria, a nurse, agreed.",
            "მარია, [[ა]] ექთანი, დათანხმდა.",
            "მარია, ექთანი, დათანხმდა.",
        ),
        CheckExample("item a", "[[ა]] პუნქტი ნახეთ", "ა) პუნქტი"),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Articles that stand between Georgian words."""
        if not pair.bead.source and not pair.is_boilerplate:
            return
        letter_talk = any(t.text.lower() in _LETTER_TALK for t in pair.source.tokens)
        tokens = pair.target.tokens
        for position, token in enumerate(tokens):
            before = tokens[position - 1] if position else None
            after = tokens[position + 1] if position + 1 < len(tokens) else None
            if pair.target.is_code(token.start):
                continue
            if token.text == _LETTER:
                stray = not letter_talk and _stands_alone(before, after)
            else:
                stray = token.text in _ENGLISH and not _in_title(before, after)
            if stray:
                yield self.finding(
                    pair,
                    f"„{token.text}“ is an English article left standing; delete it.",
                    target=(token.start, token.end),
                    fix="",
                )


def _stands_alone(before: Token | None, after: Token | None) -> bool:
    """True after a word, a comma or the beginning and before a word: no label, no initial."""
    return (before is None or before.text[-1].isalpha() or before.text == ",") and (
        after is not None and len(after.text) > 1 and after.text[0].isalpha()
    )


def _in_title(before: Token | None, after: Token | None) -> bool:
    """True next to a capitalised Latin word, as in a title or name."""
    return any(
        token is not None and token.text[0].isascii() and token.text[0].isupper()
        for token in (before, after)
    ) or (after is not None and after.text[0].isascii() and after.text[0].isalpha())
