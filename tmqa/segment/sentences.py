"""Splits blocks into sentences and sentences into tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tmqa.segment.boundaries import boundaries
from tmqa.values import Article, Block, BlockKind, Markup, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

# spaCy's tokenizer takes quadratic time on strings without white space; no word is so long.
_OVERLONG = re.compile(r"\S{200,}")
# Headings, captions and cells are one segment each, whatever punctuation they hold.
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.TABLE_CELL})


@cache
def _tokenizer(lang: str) -> Tokenizer:
    if lang == "ka":
        from tmqa.segment.georgian import Georgian

        return Georgian().tokenizer
    from spacy.lang.en import English

    return English().tokenizer


def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """The tokens of `text`, white space left out; an overlong string is one token."""
    found: list[Token] = []
    start = 0
    for overlong in _OVERLONG.finditer(text):
        found += _tokens(text, start, overlong.start(), lang)
        found.append(Token(overlong.group(), *overlong.span()))
        start = overlong.end()
    return tuple(found + _tokens(text, start, len(text), lang))


def _tokens(text: str, start: int, end: int, lang: str) -> list[Token]:
    return [
        Token(token.text, start + token.idx, start + token.idx + len(token.text))
        for token in _tokenizer(lang)(text[start:end])
        if not token.is_space
    ]


def sentences(article: Article, presegmented: bool = False) -> tuple[Sentence, ...]:
    """The sentences of an article in order; with `presegmented`, one sentence a block."""
    found: list[Sentence] = []
    line_starts = [0] + [i + 1 for i, char in enumerate(article.text) if char == "\n"]
    for number, block in enumerate(article.blocks):
        whole = presegmented or block.kind in _WHOLE
        for start, end in _pieces(block, article.lang, whole):
            found.append(_sentence(article, block, number, start, end, len(found), line_starts))
    return tuple(found)


def sentence(text: str, lang: str, index: int = 0) -> Sentence:
    """One sentence outside an article, as in a glossary example."""
    return Sentence(index, text, BlockKind.PARAGRAPH, 1, 0, len(text), index, tokens(text, lang))


def _pieces(block: Block, lang: str, whole: bool) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence in the block's text, white space trimmed."""
    start = 0
    ends = [] if whole else list(boundaries(block.text, lang))
    for end in [*ends, len(block.text)]:
        piece = block.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + lead, start + len(piece.rstrip())
        start = end


def _sentence(
    article: Article,
    block: Block,
    number: int,
    start: int,
    end: int,
    index: int,
    line_starts: list[int],
) -> Sentence:
    text = block.text[start:end]
    file_start = block.offsets[start]
    return Sentence(
        index=index,
        text=text,
        kind=block.kind,
        line=bisect_right(line_starts, file_start),
        start=file_start,
        end=block.offsets[end - 1] + 1,
        block=number,
        tokens=tokens(text, article.lang),
        markup=tuple(
            Markup(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.target)
            for m in block.markup
            if m.start < end and m.end > start
        ),
    )
