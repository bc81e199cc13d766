"""Comments in an article that speak to tmqa: `<!-- tmqa: ignore[rule-id] reason -->`."""

from __future__ import annotations

import re

from tmqa.errors import InputError

_DIRECTIVE = re.compile(r"\s*tmqa:\s*(?P<body>.*?)\s*", re.DOTALL)
_IGNORE = re.compile(r"ignore\[(?P<rules>[a-z-]+(?:\s*,\s*[a-z-]+)*)\]\s+\S.*", re.DOTALL)


def ignored_rules(comment: str, line: int) -> tuple[str, ...]:
    """The rules that a comment's text switches off for the next block; none for other comments.

    Raises `InputError` for a directive that cannot be understood or gives no reason.
    """
    directive = _DIRECTIVE.fullmatch(comment)
    if directive is None:
        return ()
    ignore = _IGNORE.fullmatch(directive["body"])
    if ignore is None:
        raise InputError(
            f"line {line}",
            f"unusable comment {directive['body']!r}",
            "write <!-- tmqa: ignore[rule-id] reason -->",
        )
    return tuple(rule.strip() for rule in ignore["rules"].split(","))
