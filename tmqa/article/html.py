"""HTML → blocks with offsets. trafilatura decides what the page's main content is.

Trafilatura gives text without positions, so the page is walked with the standard library's
parser, which knows where each piece of text stands; a block whose text is not in trafilatura's
main content, or that stands in a navigation element, becomes boilerplate.
"""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from tmqa.article.builder import BlockBuilder, Lines
from tmqa.article.directives import ignored_rules
from tmqa.values import Block, BlockKind, MarkupKind

BLOCK_TAGS = frozenset(
    """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section
select summary table tbody td tfoot th thead tr ul
""".split()
)
_SKIPPED = frozenset("script style noscript template svg head iframe object pre textarea".split())
_CHROME = frozenset("nav footer aside form button select dialog".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE, "td": BlockKind.TABLE_CELL, "th": BlockKind.TABLE_CELL,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
}  # fmt: skip
INLINE_TAGS = {
    "a": MarkupKind.LINK, "em": MarkupKind.EMPHASIS, "i": MarkupKind.EMPHASIS,
    "strong": MarkupKind.STRONG, "b": MarkupKind.STRONG, "code": MarkupKind.CODE,
}  # fmt: skip
# Kinds that trafilatura may drop inside the main content.
_TRUSTED = (BlockKind.BOILERPLATE, BlockKind.HEADING, BlockKind.CAPTION)
# Below this share of the page's text an extraction has missed the article and is not believed.
_LEAST_SHARE = 0.25


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of an HTML page, those outside its main content labelled boilerplate."""
    walker = _Walker(text, 0, Lines(text))
    walker.run(len(text))
    main = _main_text(text, walker.blocks)
    if main is None:
        return tuple(walker.blocks)
    return tuple(
        block
        if block.kind in _TRUSTED or _squash(block.text) in main
        else replace(block, kind=BlockKind.BOILERPLATE)
        for block in walker.blocks
    )


def fragment_blocks(
    text: str, start: int, end: int, lines: Lines
) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of an HTML fragment `text[start:end]` inside another document.

    Also the rules that comments at its end switch off for the block after it.
    """
    walker = _Walker(text, start, lines)
    walker.run(end)
    return walker.blocks, walker.ignored


def _squash(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _main_text(text: str, blocks: list[Block]) -> str | None:
    """The letters and digits of the main content, or None when none was found."""
    import trafilatura

    extracted = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    main = _squash(extracted or "")
    content = sum(len(_squash(b.text)) for b in blocks if b.kind is not BlockKind.BOILERPLATE)
    return main if len(main) >= _LEAST_SHARE * content and main else None


class _Walker(HTMLParser):
    """Collects blocks while following the parser's position in the file."""

    def __init__(self, text: str, start: int, lines: Lines) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.blocks: list[Block] = []
        self.ignored: tuple[str, ...] = ()
        self._lines = lines
        self._start = start
        self._start_line = lines.number(start)
        self._stack: list[str] = []
        self._builder = BlockBuilder()

    def run(self, end: int) -> None:
        """Walk the text from the start offset to `end`."""
        self.feed(self.text[self._start : end])
        self.close()
        self._flush()

    def _offset(self) -> int:
        line, column = self.getpos()
        if line == 1:
            return self._start + column
        return self._lines.starts[self._start_line + line - 2] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or inline markup; an unclosed li, p or cell ends at its next sibling."""
        if tag in BLOCK_TAGS:
            self._flush()
            if tag in ("li", "p", "td", "th", "tr", "dt", "dd") and self._stack[-1:] == [tag]:
                self._stack.pop()
        elif tag == "br":
            self._builder.add(" ", self._offset())
        if tag in INLINE_TAGS:
            self._builder.open(INLINE_TAGS[tag], dict(attrs).get("href") or "")
        if tag not in _VOID:
            self._stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of this name and what was left open inside it."""
        if tag in BLOCK_TAGS:
            self._flush()
        if tag in INLINE_TAGS:
            self._builder.close(INLINE_TAGS[tag])
        if tag in self._stack:
            while self._stack.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Add text, unless it stands in an element that shows none."""
        if not _SKIPPED.intersection(self._stack):
            self._builder.add(data, self._offset())

    def handle_comment(self, data: str) -> None:
        """Remember the rules that a comment switches off for the next block."""
        self._flush()
        self.ignored += ignored_rules(data, self._lines.number(self._offset()))

    def handle_entityref(self, name: str) -> None:
        """Add a named character."""
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Add a numbered character."""
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if not _SKIPPED.intersection(self._stack):
            self._builder.add(unescape(written), self._offset(), len(written))

    def _flush(self) -> None:
        kind = BlockKind.PARAGRAPH
        for tag in self._stack:
            kind = _KINDS.get(tag, kind)
        if _CHROME.intersection(self._stack):
            kind = BlockKind.BOILERPLATE
        block = self._builder.block(kind, self._lines)
        self._builder = BlockBuilder()
        if block is not None:
            self.blocks.append(replace(block, ignored=self.ignored))
            self.ignored = ()
