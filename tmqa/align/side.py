"""What one side of the article shows by itself: lengths, marks, quotation, blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import regex

from tmqa.align.windows import Matrix
from tmqa.values import BlockKind, Sentence

MARKS = {
    "question": "?", "exclamation": "!", "semicolon": ";", "colon": ":", "percent": "%",
    "quotes": "\"“”„«»", "brackets": "()[]",
}  # fmt: skip
_QUOTES = "\"“”„«»'‘’"
_TERMINATED = regex.compile(r"[.!?…][\p{Pe}\p{Pf}\p{Pi}\"”“»'’)\s]*$")
# Kinds that a translation keeps. The news data have no cells or quotes: they count as items do.
KINDS = {
    "heading": (BlockKind.HEADING,),
    "item": (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTE),
}


@dataclass
class Side:
    """The sentences of one side as numbers, a row a sentence."""

    sentences: Sequence[Sentence]

    @cached_property
    def length(self) -> Matrix:
        """Characters."""
        return np.array([len(s.text) for s in self.sentences], np.float32)

    @cached_property
    def marks(self) -> dict[str, Matrix]:
        """How often each class of punctuation marks occurs."""
        return {
            name: np.array([sum(map(s.text.count, marks)) for s in self.sentences], np.float32)
            for name, marks in MARKS.items()
        }

    @cached_property
    def open_ended(self) -> Matrix:
        """1 for lines that end without a terminal mark: headings, furniture, list items."""
        return np.array([not _TERMINATED.search(s.text) for s in self.sentences], np.float32)

    @cached_property
    def opens_quoted(self) -> Matrix:
        """1 for lines that begin with a quotation mark or a dash."""
        return np.array([s.text[:1] in _QUOTES + "-–—" for s in self.sentences], np.float32)

    @cached_property
    def ends_quoted(self) -> Matrix:
        """1 for lines that end with a quotation mark."""
        return np.array(
            [s.text.rstrip(".,!?…; ")[-1:] in tuple(_QUOTES) for s in self.sentences], np.float32
        )

    @cached_property
    def has_blocks(self) -> bool:
        """False where every sentence is a block of its own, which says nothing."""
        return len({s.block for s in self.sentences}) < len(self.sentences)

    @cached_property
    def opens_block(self) -> Matrix:
        """1 for sentences that open a block."""
        blocks = [None, *(s.block for s in self.sentences)]
        return np.array([x != y for x, y in pairwise(blocks)], np.float32)

    @cached_property
    def closes_block(self) -> Matrix:
        """1 for sentences that close a block."""
        return np.append(self.opens_block[1:], np.float32(1))

    @cached_property
    def block_order(self) -> list[int]:
        """The rank of each sentence's block among the blocks of its side."""
        return list(np.cumsum(self.opens_block).astype(int) - 1)

    @cached_property
    def block_kinds(self) -> list[BlockKind]:
        """The kinds of the blocks in order."""
        return [s.kind for s, opens in zip(self.sentences, self.opens_block, strict=True) if opens]

    def of_kind(self, kind: BlockKind) -> Matrix:
        """1 for sentences of the kind."""
        return np.array([s.kind is kind for s in self.sentences], np.float32)
