"""Plain text → blocks. A blank line parts paragraphs; a line alone is a block of its own."""

from __future__ import annotations

from tmqa.article.builder import BlockBuilder, Lines
from tmqa.values import Block, BlockKind

_TERMINAL = ".!?…:;,\"”“»)'’"
_LONGEST_HEADING = 120
# Hard-wrapped text has lines of about one width; a line per sentence or item has not.
_WRAP_MIN, _WRAP_MAX, _WRAP_SPREAD = 40, 110, 25


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text: paragraphs, and headings by their look."""
    lines = Lines(text)
    found: list[Block] = []
    for group in _groups(text):
        for member in [group] if _is_wrapped(group) else [[line] for line in group]:
            builder = BlockBuilder()
            for line, offset in member:
                builder.add(line + "\n", offset)
            alone = len(group) == 1
            block = builder.block(_kind(member, alone), lines)
            if block is not None:
                found.append(block)
    return tuple(found)


def lines_as_blocks(text: str) -> tuple[Block, ...]:
    """One block a non-blank line, for text that is already segmented."""
    lines = Lines(text)
    found = []
    for group in _groups(text):
        for line, offset in group:
            builder = BlockBuilder()
            builder.add(line, offset)
            block = builder.block(BlockKind.PARAGRAPH, lines)
            if block is not None:
                found.append(block)
    return tuple(found)


def _groups(text: str) -> list[list[tuple[str, int]]]:
    """Runs of non-blank lines with their offsets."""
    groups: list[list[tuple[str, int]]] = [[]]
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append((line, offset))
        elif groups[-1]:
            groups.append([])
        offset += len(line) + 1
    return [group for group in groups if group]


def _is_wrapped(group: list[tuple[str, int]]) -> bool:
    widths = [len(line) for line, _ in group[:-1]]
    return (
        bool(widths)
        and min(widths) >= _WRAP_MIN
        and max(widths) <= _WRAP_MAX
        and max(widths) - min(widths) <= _WRAP_SPREAD
        and len(group[-1][0]) <= _WRAP_MAX
    )


def _kind(member: list[tuple[str, int]], alone: bool) -> BlockKind:
    line = member[0][0].strip()
    if alone and len(line) <= _LONGEST_HEADING and not line.endswith(tuple(_TERMINAL)):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
