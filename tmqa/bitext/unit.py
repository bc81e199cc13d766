"""What every bilingual format comes down to: units of a source and a target text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tmqa.article.builder import BlockBuilder, Lines
from tmqa.article.html import BLOCK_TAGS, INLINE_TAGS
from tmqa.values import Block, BlockKind, MarkupKind

# Markup that a format for strings holds as plain characters. A bracketed name alone, such as
# "<b>" or i18next's "<0>", is a tag; words in brackets, such as "<your name>", are not.
_TAG = re.compile(
    r"</?(?P<name>[A-Za-z0-9][\w:.-]*)(?P<rest>(?:\s+[\w:.-]+=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*)\s*/?>"
)
_HREF = re.compile(r"\bhref=[\"']?(?P<href>[^\s\"'<>]+)")


class UnitText:
    """One side of a unit: its characters, each with its place in the file, and its markup."""

    def __init__(self) -> None:
        self._chars: list[str] = []
        self._offsets: list[int] = []
        self._protected: defaultdict[int, list[bool]] = defaultdict(list)

    @property
    def text(self) -> str:
        """The characters as a reader of the format sees them, tags written as text included."""
        return "".join(self._chars)

    def add(self, text: str, offset: int) -> None:
        """Append `text`, which stands at `offset` onwards in the file."""
        self._chars += text
        self._offsets += range(offset, offset + len(text))

    def protect(self, begins: bool) -> None:
        """Begin or end a stretch that the format says is not for translation, such as code."""
        self._protected[len(self._chars)].append(begins)

    def block(self, lines: Lines) -> Block | None:
        """The text as a block without tags, white space collapsed; None when nothing is left."""
        builder = BlockBuilder()
        last = 0
        for tag in _TAG.finditer(self.text):
            self._copy(last, tag.start(), builder)
            name = tag["name"].lower()
            if name == "br" or name in BLOCK_TAGS:
                builder.add(" ", self._offsets[tag.start()])
            elif name in INLINE_TAGS and tag[0].startswith("</"):
                builder.close(INLINE_TAGS[name])
            elif name in INLINE_TAGS:
                href = _HREF.search(tag["rest"])
                builder.open(INLINE_TAGS[name], href["href"] if href else "")
            last = tag.end()
        self._copy(last, len(self._chars), builder)
        block = builder.block(BlockKind.PARAGRAPH, lines)
        return block if block is not None and block.text.strip() else None

    def _copy(self, start: int, end: int, builder: BlockBuilder) -> None:
        for i in range(start, end):
            self._copy_protection(i, builder)
            builder.add(self._chars[i], self._offsets[i])
        self._copy_protection(end, builder)

    def _copy_protection(self, at: int, builder: BlockBuilder) -> None:
        for begins in self._protected.pop(at, ()):
            if begins:
                builder.open(MarkupKind.CODE)
            else:
                builder.close(MarkupKind.CODE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A source text and its translation; either may be missing. `name` is how to find it."""

    name: str
    source: UnitText | None
    target: UnitText | None


def is_english(tag: str | None) -> bool:
    """True for the language tag of any English."""
    return _language(tag) in ("en", "eng")


def is_georgian(tag: str | None) -> bool:
    """True for the language tag of any Georgian."""
    return _language(tag) in ("ka", "kat", "geo")


def _language(tag: str | None) -> str:
    return re.split(r"[-_.@]", tag or "", maxsplit=1)[0].strip().lower()
