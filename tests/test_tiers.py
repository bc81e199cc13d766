"""The fast tier: vectors by table, what they settle, and what is left to the full model."""

from __future__ import annotations

import importlib

import numpy as np
import pytest
from test_align import CORPORA, LEXICON, covers_once, gold_of, read
from test_embed import ODD, Fake

from tmqa.align import align, tiers
from tmqa.align.search import Found, Link
from tmqa.align.table import Pieces, spell, table_vectors


def test_likeliest_pieces_of_a_word():
    pieces = Pieces(["▁", "▁cat", "▁c", "at", "s", "a", "t"], [-5, -3, -4, -2, -1, -6, -6])
    assert pieces.numbers("cats") == [1, 4]  # -4, against ▁c at s with -7
    assert pieces.numbers("cat cats") == [1, 1, 4]
    assert pieces.numbers("ca☃t") == [2, 5, 6]  # what no piece holds is left out
    assert pieces.numbers(" \n") == []
    assert spell("ﬁne  day") == "▁fine▁day"


def test_rows_are_unit_vectors_or_zero():
    rows = table_vectors([*ODD, "A word.", "სიტყვა."])
    lengths = np.linalg.norm(rows, axis=1)
    assert np.all((abs(lengths - 1) < 1e-5) | (lengths == 0))
    assert lengths[-2:] == pytest.approx(1)
    assert table_vectors([]).shape[0] == 0
    assert (table_vectors(["a", "b"])[1] == table_vectors(["b"])[0]).all()


def test_translations_are_nearer_than_neighbours():
    beaten = []
    for folder in CORPORA:
        source, target = read(folder, True)
        pairs = sorted((a[0], b[0]) for a, b in gold_of(folder) if len(a) == len(b) == 1)
        left, right = (table_vectors([s.text for s in side]) for side in (source, target))
        cosines = left @ right.T
        beaten += [
            all(cosines[i, j] > cosines[i, k] for k in (j - 1, j + 1) if 0 <= k < len(target))
            for i, j in pairs
        ]
    assert np.mean(beaten) >= 0.9


def found(links: list[Link], nulls: tuple[list[float], list[float]]) -> Found:
    return Found(tuple(links), *(np.array(side, np.float32) for side in nulls))


def ones(count: int, **differing: tuple[float, bool]) -> list[Link]:
    return [
        Link((i, i + 1), (i, i + 1), *differing.get(f"at{i}", (0.99, False))) for i in range(count)
    ]


@pytest.mark.parametrize(
    ("case", "source", "target"),
    [
        (found(ones(5), ([0.0] * 5, [0.0] * 5)), [], []),
        (found(ones(6, at2=(0.5, False)), ([0.0] * 6, [0.0] * 6)), [1, 2, 3], [1, 2, 3]),
        (found(ones(6, at2=(0.99, True)), ([0.0] * 6, [0.0] * 6)), [1, 2, 3], [1, 2, 3]),
        # an omission that is sure, and one that is not: the beads around it are taken too
        (found([], ([0.99, 0.99], [0.99])), [], []),
        (found([], ([0.99, 0.99, 0.3], [0.99])), [1, 2], []),
        # a bead is never parted
        (
            found([Link((0, 3), (0, 1), 0.99), Link((3, 4), (1, 2), 0.5)], ([0.0] * 4, [0.0] * 2)),
            [0, 1, 2, 3],
            [0, 1],
        ),
    ],
)
def test_unsure_sentences(case, source, target):
    again = tiers.unsure(case)
    assert [list(np.flatnonzero(side)) for side in again] == [source, target]


def test_the_model_sees_only_what_the_table_is_unsure_of(monkeypatch):
    """Every sentence stands in one bead, whatever the model says about its share."""
    module = importlib.import_module("tmqa.align.align")
    monkeypatch.setattr(module, "open_embedder", lambda name, place: fake)
    seen = sentences = 0
    for folder in CORPORA:
        fake = Fake()
        source, target = read(folder, True)
        alignment, notices = align(source, target, lexicon=LEXICON)
        assert covers_once(alignment)
        assert (alignment.aligner, notices) == ("fake+table", ())
        seen += len(fake.embedded)
        sentences += len(source) + len(target)
        align(source, target, "embedding")
        assert len(fake.embedded) >= 0.9 * (len(source) + len(target))
    assert seen <= 0.6 * sentences
