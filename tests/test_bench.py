"""`tmqa bench align` counts as its conventions say and prints what the README quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from tmqa.bench import align as bench
from tmqa.bench import run
from tmqa.bench.gold import Document, Figures, compare, joined, load
from tmqa.cli import main
from tmqa.errors import InputError

EN = "Prices rose by 5% in 2019.\nKelvin agreed.\nIKEA did not.\nNobody knows.\n"
KA = "ფასები 2019 წელს 5%-ით გაიზარდა.\nკელვინი დათანხმდა.\nIKEA — არა.\n"
GOLD = "0\t0\n1\t1\n2\t2\n3\t\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for condition in ("clean", "noisy"):
        place = tmp_path / condition
        place.mkdir()
        for name, text in (("a.en.txt", EN), ("a.ka.txt", KA), ("a.gold.tsv", GOLD)):
            (place / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("beads", "strict", "lax", "omission", "false"),
    [
        ("0-0 1-1 2-2 3-", 1.0, 1.0, 1.0, 0),
        ("0-0 1-1 2-2", 1.0, 1.0, 1.0, 0),  # a line not named is an omission
        ("0-0 1,2-1,2 3-", 0.4, 1.0, 1.0, 0),
        ("0-0 1- 2-1,2 3-", 0.4, 0.8, 2 / 3, 1),
        ("0-0 1-1 2,3-2", 2 / 3, 1.0, 0.0, 0),
        ("", 0.0, 0.0, 0.4, 3),
        ("0-2 1-0", 0.0, 0.0, 2 / 3, 1),
    ],
)
def test_conventions(beads, strict, lax, omission, false, folder):
    document = load(folder / "clean")["clean"][0]
    found = [
        tuple(tuple(int(i) for i in side.split(",") if i) for side in bead.split("-"))
        for bead in beads.split()
    ]
    assert Figures.of(compare(document, found)) == Figures(
        pytest.approx(strict), pytest.approx(lax), pytest.approx(omission), false
    )


def test_joined_documents_keep_their_gold(folder):
    documents = load(folder)["clean"]
    twice = joined(documents, 8)
    assert [s.index for s in twice.source] == list(range(8))
    assert twice.gold[4:] == (((4,), (3,)), ((5,), (4,)), ((6,), (5,)), ((7,), ()))
    assert len(joined(documents, 9).source) == 12
    assert len({s.block for s in twice.source}) == 8


@pytest.mark.parametrize(
    ("gold", "fault"),
    [("0\t0\t0\n", "is no bead"), ("x\t0\n", "is no bead"), ("7\t0\n", "names a line"),
     (None, "holds no gold beads")],
)  # fmt: skip
def test_unusable_folders(gold, fault, folder):
    if gold is None:
        folder = folder / "absent"
    else:
        (folder / "clean" / "a.gold.tsv").write_text(gold)
    with pytest.raises(InputError, match=fault):
        load(folder)


def test_table_and_curve(folder):
    lines = list(bench.bench_align(folder, ("lexical",), sizes=(8,)))
    assert lines[0].startswith("tmqa:")
    assert "documents:2#" in lines[0]
    assert [line.split()[:2] for line in lines[3:5]] == [["lexical", "clean"], ["lexical", "noisy"]]
    assert lines[-1].split()[:2] == ["lexical", "8"]
    for heading in (lines[2], lines[-2]):
        assert heading in (ROOT / "README.md").read_text("utf-8")


def test_first_and_second_run_of_vectors(folder):
    lines = list(bench.bench_align(folder / "clean", ("embedding", "length")))
    assert [line.split()[0] for line in lines[3:]] == ["embedding", "length"]


def test_peer_is_measured_where_it_is_installed(monkeypatch):
    monkeypatch.setattr(run, "find_spec", lambda name: None)
    assert run.contestants() == run.OWN
    monkeypatch.setattr(run, "find_spec", lambda name: name)
    assert run.contestants() == (*run.OWN, "galechurch")
    assert run.contestants(["length"]) == ("length",)


def test_peer_that_cannot_align_books_ends_its_curve(folder, monkeypatch):
    def too_long(name, embedder, documents, place):
        if len(documents[0].source) > 4:
            raise ValueError("too long")
        return run.Outcome(Figures(1.0, 1.0, 1.0, 0), 8, 1.0, 1.0, 1.0)

    monkeypatch.setattr(bench, "measure", too_long)
    lines = list(bench.bench_align(folder, ("galechurch",), sizes=(4, 8, 16)))
    assert [line.split()[1] for line in lines[-2:]] == ["4", "8"]
    assert lines[-1].endswith("cannot: too long")
    with pytest.raises(ValueError, match="too long"):
        list(bench.bench_align(folder, ("lexical",), sizes=(8,)))


def test_gale_church_beads_are_index_tuples(folder):
    pytest.importorskip("galechurch")
    document: Document = load(folder)["clean"][0]
    beads = run.gale_church(document.source, document.target)
    assert [i for source, _ in beads for i in source] == list(range(4))
    assert [j for _, target in beads for j in target] == list(range(3))


def test_command_prints_the_table(folder, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["bench", "align", str(folder), "--aligner", "length"])
    assert not stopped.value.code
    assert "length      noisy" in capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        main(["bench", "align", str(folder / "absent")])
    assert stopped.value.code == 2
