"""Which stretches of a text are quoted: between quotation marks, or after a dialogue dash.

Marks are told apart by their place, not by their shape, since machine translation and
typewriters mix the shapes: an opening mark stands before a letter and after a space or nothing, a
closing one after a letter. Single marks count only as a pair in one sentence, because an
apostrophe looks the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

Range = tuple[int, int]

_MARK = regex.compile(r"[\"“”„«»]")
_SINGLE = regex.compile(r"(?<![\w’'])[‘‚'](?=\S).*?(?<=\S)[’‘'](?!\w)")
_OPENS_AFTER = frozenset(" \u00a0\n\t([—–-")
_DIALOGUE = regex.compile(r"\s*[—–-]\s")
# Sentences that one quotation may run over; an unclosed mark would swallow the article otherwise.
_LONGEST = 8


def is_dialogue(text: str) -> bool:
    """True for a paragraph that begins with the dash of direct speech."""
    return _DIALOGUE.match(text) is not None


def quoted(texts: Sequence[str]) -> list[list[Range]]:
    """The quoted ranges of each of the sentences of a text in order.

    A quotation may begin in one sentence and end in a later one. A mark without its partner
    quotes the rest of its sentence, or what of it stands before.
    """
    found: list[list[Range]] = [[] for _ in texts]
    opened: tuple[int, int] | None = None
    for number, text in enumerate(texts):
        found[number] += [match.span() for match in _SINGLE.finditer(text)]
        for match in _MARK.finditer(text):
            if _opens(text, match):
                if opened is None or match.group() in "„“":
                    _close(found, texts, opened, None)
                    opened = (number, match.start())
            else:
                _close(found, texts, opened, (number, match.end()))
                opened = None
    _close(found, texts, opened, None)
    return found


def _opens(text: str, match: regex.Match[str]) -> bool:
    if match.group() in "„«":
        return True
    if match.group() == "»":
        return False
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return (not before or before in _OPENS_AFTER) and not after.isspace() and after != ""


def _close(
    found: list[list[Range]], texts: Sequence[str], start: Range | None, end: Range | None
) -> None:
    """Note the quotation from `start` to `end`, each a sentence with an offset, or None."""
    if start and end and end[0] - start[0] <= _LONGEST:
        for number in range(start[0], end[0] + 1):
            first = start[1] if number == start[0] else 0
            last = end[1] if number == end[0] else len(texts[number])
            found[number] += [(first, last)] if first < last else []
        return
    if start:
        found[start[0]].append((start[1], len(texts[start[0]])))
    if end:
        found[end[0]].append((0, end[1]))
