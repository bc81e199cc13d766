"""Books: sections of a long article give the beads of the whole, in memory that stays bounded."""

from __future__ import annotations

import random
import tracemalloc

import pytest
from test_align import CORPORA, LEXICON, covers_once, gold_of, made, read

from tmqa.align import align, sections
from tmqa.values import Sentence

CELLS, WINDOW = 10_000, 40


@pytest.fixture
def short_windows(monkeypatch):
    """Sections of a few dozen sentences, so that our articles joined are a book."""
    shorten(monkeypatch)


def shorten(monkeypatch) -> None:
    monkeypatch.setattr(sections, "MOST_CELLS", CELLS)
    monkeypatch.setattr(sections, "WINDOW", WINDOW)
    monkeypatch.setattr(sections, "_AHEAD", CELLS // WINDOW)


def book() -> tuple[list[Sentence], list[Sentence], set]:
    """All our articles as one, with its gold beads."""
    sides: tuple[list[Sentence], list[Sentence]] = ([], [])
    gold = set()
    for folder in CORPORA:
        starts = [len(side) for side in sides]
        gold |= {
            tuple(tuple(i + start for i in side) for side, start in zip(bead, starts, strict=True))
            for bead in gold_of(folder)
        }
        for side, part in zip(sides, read(folder, True), strict=True):
            side += [made(s.text, len(side) + s.index, s.kind) for s in part]
    return *sides, gold


def names(count: int, seed: int) -> list[str]:
    """Sentences of two to nine names each that occur nowhere else."""
    rng = random.Random(seed)
    letters = "bdgjklmnprstvz"
    return [
        " ".join("".join(rng.choices(letters, k=7)).title() for _ in range(rng.randint(2, 9))) + "."
        for _ in range(count)
    ]


@pytest.mark.parametrize(("aligner", "may_differ"), [("lexical", 0.03), ("length", 0.06)])
def test_sections_give_the_beads_of_the_whole(aligner, may_differ, monkeypatch):
    source, target, gold = book()
    whole = {(b.source, b.target) for b in align(source, target, aligner, lexicon=LEXICON)[0].beads}
    shorten(monkeypatch)
    alignment, _ = align(source, target, aligner, lexicon=LEXICON)
    assert covers_once(alignment)
    found = {(b.source, b.target) for b in alignment.beads}
    assert len(whole - found) <= may_differ * len(whole)
    if aligner == "lexical":
        assert len(gold - found) <= len(gold - whole) + 3


@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.usefixtures("short_windows")
def test_missing_chapter_is_bridged(side):
    """What is left of the other side finds its partners again behind the gap."""
    texts = names(300, 1)
    kept = [*range(90), *range(200, 300)]
    sides = [
        [made(t, i) for i, t in enumerate(texts)],
        [made(texts[k], i) for i, k in enumerate(kept)],
    ]
    if side == 0:
        sides.reverse()
    alignment, _ = align(*sides, "lexical")
    assert covers_once(alignment)
    pairs = [(b.source[0], b.target[0]) for b in alignment.beads if b.source and b.target]
    wanted = [(k, i) if side else (i, k) for i, k in enumerate(kept)]
    assert len(set(wanted) & set(pairs)) >= len(wanted) - 2


@pytest.mark.parametrize(("left", "right"), [(300, 3), (3, 300), (200, 60)])
@pytest.mark.usefixtures("short_windows")
def test_lopsided_books_with_nothing_in_common(left, right):
    source = [made(t, i) for i, t in enumerate(names(left, 2))]
    target = [made(t, i) for i, t in enumerate(names(right, 3))]
    for aligner in ("lexical", "length"):
        assert covers_once(align(source, target, aligner, lexicon=LEXICON)[0])


def test_memory_does_not_grow_with_the_square():
    """Twice the sentences need less than three times the memory (whole: four times)."""
    peaks = []
    for count in (1_500, 3_000):
        side = [made(t, i) for i, t in enumerate(names(count, 4))]
        tracemalloc.start()
        align(side, side, "length")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 3 * peaks[0]
    assert peaks[1] < 100e6
