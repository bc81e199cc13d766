"""Collects a block's cleaned text together with the file offset of every character."""

from __future__ import annotations

from bisect import bisect_right

from tmqa.values import Block, BlockKind, Markup, MarkupKind


class Lines:
    """Turns file offsets into 1-based line numbers."""

    def __init__(self, text: str) -> None:
        self.starts = [0] + [i + 1 for i, char in enumerate(text) if char == "\n"]

    def number(self, offset: int) -> int:
        """The 1-based line of the file offset."""
        return bisect_right(self.starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of the file offset."""
        line = self.number(offset)
        return line, offset - self.starts[line - 1] + 1


class BlockBuilder:
    """A block under construction; white space is collapsed as a reader would see it."""

    def __init__(self) -> None:
        self._chars: list[str] = []
        self._offsets: list[int] = []
        self._open: list[tuple[MarkupKind, int, str]] = []
        self._markup: list[Markup] = []

    def add(self, text: str, offset: int, width: int | None = None) -> None:
        """Append `text`, whose characters stand at `offset` onwards in the file.

        With `width`, the text comes from an entity or escape of that many characters, and all
        its characters get the offset of its beginning.
        """
        for i, char in enumerate(text):
            if char.isspace() and char != "\u00a0":
                if not self._chars or self._chars[-1] == " ":
                    continue
                char = " "
            self._chars.append(char)
            self._offsets.append(offset + (i if width is None else 0))

    def open(self, kind: MarkupKind, target: str = "") -> None:
        """Begin inline markup here."""
        self._open.append((kind, len(self._chars), target))

    def close(self, kind: MarkupKind) -> None:
        """End the innermost open markup of this kind, if there is one."""
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i][0] is kind:
                _, start, target = self._open.pop(i)
                if start < len(self._chars):
                    self._markup.append(Markup(kind, start, len(self._chars), target))
                return

    def block(self, kind: BlockKind, lines: Lines) -> Block | None:
        """The finished block, or None when it holds nothing but white space."""
        if self._chars and self._chars[-1] == " ":
            self._chars.pop()
            self._offsets.pop()
        if not self._chars:
            return None
        text = "".join(self._chars)
        markup = tuple(
            Markup(m.kind, m.start, min(m.end, len(text)), m.target)
            for m in sorted(self._markup, key=lambda m: (m.start, -m.end))
        )
        offsets = tuple(self._offsets)
        return Block(kind, text, offsets, lines.number(offsets[0]), markup)
