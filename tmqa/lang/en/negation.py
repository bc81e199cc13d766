"""English negation: words whose loss turns a statement round."""

from __future__ import annotations

import regex

_NEGATORS = regex.compile(
    r"\b(?:not|cannot|never|nobody|no one|none of|nothing|nowhere|neither)\b|\b\w+n['’]t\b"
    r"|\b(?:hardly|barely|scarcely) (?:any\w*|ever)\b",
    regex.IGNORECASE,
)
# Negators that deny nothing: not only, not long after, why not, whether or not, no matter, "don't
# you think", can't wait, couldn't agree more, nothing but, never mind, next to nothing …
_HARMLESS = regex.compile(
    r"\bnot (?:only|just|merely|simply|solely|long|least|to mention|surprisingly|too|so much|far"
    r"|unlike|un\w+|guilty|if)\b|\b(?:why|or|if|but) not\b"
    r"|\b(?:can|could)(?:not|n['’]t) (?:help|wait|agree more|but|be more)\b"
    r"|\b\w+n['’]t (?:\w+ )?(?:only|just|matter)\b|\bnothing (?:but|short)\b|\bnever (?:mind|before)\b"
    r"|\b\w+n['’]t (?:you|we|they|it|he|she|i)\b|\bif not\b|\bnot \w+ but\b|\bnext to nothing\b|\byou never know\b|\bnever say never\b|\bneither here nor there\b",
    regex.IGNORECASE,
)
_NOT_GERUND = regex.compile(
    r"^[\"'“”‘’(]*not (?:\w+ly )?\w+ing\b[^.?!]*?\b(?:will|would|can|could|may|might|means|is|was|makes?|costs?)\b",
    regex.IGNORECASE,
)  # fmt: skip


def negators(text: str) -> list[tuple[int, int]]:
    """Spans of the words that negate; set phrases that deny nothing are left out."""
    harmless = [m.span() for m in _HARMLESS.finditer(text)]
    return [
        m.span()
        for m in _NEGATORS.finditer(text)
        if not any(start < m.end() and m.start() < end for start, end in harmless)
    ]


def negated_subject(text: str) -> tuple[int, int] | None:
    """The span of "Not doing …" when it is the subject of a positive statement."""
    match = _NOT_GERUND.match(text)
    if match is None or len(negators(text)) != 1:
        return None
    start = text.lower().index("not")
    return start, text.index(" ", start + 4)
