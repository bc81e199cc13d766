"""Compiled knowledge is the same as fresh one, and never stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmqa.compiled import compiled
from tmqa.config import Config
from tmqa.knowledge import Knowledge, load_knowledge


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    path = tmp_path / "data.txt"
    path.write_text("one", encoding="utf-8")
    return (path,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def read(files: tuple[Path, ...], folder: Path | None) -> tuple[list[str], bool]:
    """What is loaded, and whether it was made anew."""
    made = []

    def make() -> list[str]:
        made.append(True)
        return [path.read_text("utf-8") for path in files]

    return compiled(list, files, folder, make), bool(made)


def test_the_second_time_is_read_back(files: tuple[Path, ...], folder: Path):
    assert read(files, folder) == (["one"], True)
    assert read(files, folder) == (["one"], False)
    assert read(files, None) == (["one"], True)


def test_changed_data_are_compiled_again(files: tuple[Path, ...], folder: Path):
    read(files, folder)
    files[0].write_text("two", encoding="utf-8")
    assert read(files, folder) == (["two"], True)


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x05K\x01."])
def test_a_damaged_file_is_made_again(files: tuple[Path, ...], folder: Path, damage: bytes):
    read(files, folder)
    [path] = folder.iterdir()
    path.write_bytes(damage)
    assert read(files, folder) == (["one"], True)
    assert read(files, folder) == (["one"], False)


def test_old_files_go(files: tuple[Path, ...], folder: Path):
    for number in range(8):
        files[0].write_text(str(number), encoding="utf-8")
        read(files, folder)
    assert len(list(folder.iterdir())) == 6


def test_an_unwritable_folder_is_no_obstacle(files: tuple[Path, ...], tmp_path: Path):
    assert read(files, tmp_path / "missing") == (["one"], True)


def test_knowledge_survives_compiling():
    first, second = load_knowledge(Config()), load_knowledge(Config())
    fresh = load_knowledge(Config(no_cache=True))
    assert isinstance(second, Knowledge)
    assert first.signature == second.signature == fresh.signature
    assert second.termbase.terms == fresh.termbase.terms
    assert second.lexicon.lemmas("დამარხეს") == fresh.lexicon.lemmas("დამარხეს") != frozenset()
