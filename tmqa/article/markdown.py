"""Markdown → blocks, through the CommonMark parser markdown-it-py."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tmqa.article.builder import BlockBuilder, Lines
from tmqa.values import Block, BlockKind, MarkupKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_META = re.compile(r"^(?P<key>[A-Za-z_][\w-]*):[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)
_LINK_END = re.compile(r"\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])?")
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "th_open": BlockKind.TABLE_CELL,
    "td_open": BlockKind.TABLE_CELL,
}
_INLINE = {
    "link": MarkupKind.LINK,
    "em": MarkupKind.EMPHASIS,
    "strong": MarkupKind.STRONG,
}


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The simple `key: value` lines of the front matter, and the offset where it ends."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, 0
    meta = {m["key"]: m["value"].strip("\"'") for m in _META.finditer(match["body"])}
    return meta, match.end()


def blocks(text: str) -> tuple[tuple[Block, ...], dict[str, str]]:
    """The blocks of a Markdown document and its front matter; code blocks are left out."""
    from markdown_it import MarkdownIt

    meta, start = front_matter(text)
    # Blanking the front matter keeps every offset and line number of the rest.
    body = re.sub(r"[^\n]", " ", text[:start]) + text[start:]
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    reader = _Reader(body)
    for token in parser.parse(body):
        reader.take(token)
    return tuple(reader.blocks), meta


class _Reader:
    """Walks the token stream; a cursor into the file follows it to find each text's offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.blocks: list[Block] = []
        self._kinds: list[BlockKind] = []
        self._cursor = 0
        self._ignored: tuple[str, ...] = ()

    def take(self, token: Token) -> None:
        if token.type in _KINDS:
            self._kinds.append(_KINDS[token.type])
        elif token.type.removesuffix("_close") + "_open" in _KINDS:
            self._kinds.pop()
        elif token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.map:
            self._cursor = max(self._cursor, self.lines.starts[token.map[0]])

    def _inline(self, token: Token) -> None:
        if token.map:
            self._cursor = max(self._cursor, self.lines.starts[token.map[0]])
        children = token.children or []
        builder = BlockBuilder()
        for child in children:
            self._child(child, builder)
        kind = self._kinds[-1] if self._kinds else BlockKind.PARAGRAPH
        if children and all(c.type in ("image", "softbreak") or not c.content for c in children):
            kind = BlockKind.CAPTION
        block = builder.block(kind, self.lines)
        if block is not None:
            self.blocks.append(replace(block, ignored=self._ignored))
            self._ignored = ()

    def _child(self, child: Token, builder: BlockBuilder) -> None:
        name = child.type.removesuffix("_open").removesuffix("_close")
        if child.type in ("softbreak", "hardbreak"):
            builder.add(" ", self._cursor)
        elif child.type == "text":
            self._text(child.content, builder)
        elif child.type == "text_special":  # an escape or an entity; markup is how it is written
            offset = self._find(child.markup)
            builder.add(child.content, offset, len(child.markup))
        elif child.type == "code_inline":
            builder.open(MarkupKind.CODE)
            self._text(child.content, builder)
            builder.close(MarkupKind.CODE)
        elif child.type == "image":
            for part in child.children or []:
                self._child(part, builder)
            self._skip_link_end()
        elif name in _INLINE:
            if child.type.endswith("_open"):
                builder.open(_INLINE[name], str(child.attrs.get("href", "")))
            else:
                builder.close(_INLINE[name])
                if name == "link":
                    self._skip_link_end()

    def _text(self, content: str, builder: BlockBuilder) -> None:
        builder.add(content, self._find(content))

    def _find(self, content: str) -> int:
        """The offset of `content` at or after the cursor, which moves behind it."""
        offset = self.text.find(content, self._cursor)
        if offset < 0:  # white space inside was normalised by the parser
            offset = self._cursor
        self._cursor = min(offset + len(content), len(self.text))
        return min(offset, len(self.text) - 1)

    def _skip_link_end(self) -> None:
        match = _LINK_END.match(self.text, self._cursor)
        if match is not None:
            self._cursor = match.end()

    def _html(self, token: Token) -> None:
        from tmqa.article.html import fragment_blocks

        if not token.map:
            return
        start = self.lines.starts[token.map[0]]
        end = self.text.find(token.content.rstrip("\n"), start) + len(token.content)
        blocks, ignored = fragment_blocks(self.text, start, end, self.lines)
        if blocks and self._ignored:
            blocks[0] = replace(blocks[0], ignored=self._ignored + blocks[0].ignored)
            self._ignored = ()
        self.blocks.extend(blocks)
        self._ignored += ignored
        self._cursor = max(self._cursor, end)
