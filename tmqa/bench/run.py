"""One aligner over documents, in a process of its own so that its memory can be told."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tmqa.align import align
from tmqa.bench.gold import Document, Figures, GoldBead, compare
from tmqa.knowledge import built_in_lexicon
from tmqa.lexicon import Lexicon
from tmqa.values import Sentence

OWN = ("auto", "embedding", "lexical", "length")

Pairing = Callable[[Sequence[Sentence], Sequence[Sentence]], list[GoldBead]]


def gale_church(source: Sequence[Sentence], target: Sequence[Sentence]) -> list[GoldBead]:
    """The beads of the package galechurch with its defaults (Gale and Church 1993)."""
    import galechurch

    made = galechurch.align([s.text for s in source], [s.text for s in target])
    return [
        (
            tuple(range(bead.source_start, bead.source_end)),
            tuple(range(bead.target_start, bead.target_end)),
        )
        for bead in made.beads
    ]


# Other aligners, by the package that must be installed.
PEERS: dict[str, Pairing] = {"galechurch": gale_church}


def contestants(wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """The aligners to measure: those named, or our own and every peer that is installed."""
    return tuple(wanted) or (*OWN, *(name for name in PEERS if find_spec(name)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one aligner reached.

    `first` and `again` are seconds without and with remembered sentence vectors, the same for an
    aligner without vectors; `peak` is the process's highest memory in MB, 0 where it is unknown.
    """

    figures: Figures
    sentences: int
    first: float
    again: float
    peak: float


def measure(aligner: str, embedder: str, documents: Sequence[Document], folder: Path) -> Outcome:
    """The outcome of an aligner, from a new process; vectors are remembered in `folder`."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measure, aligner, embedder, tuple(documents), folder).result()


def _measure(aligner: str, embedder: str, documents: tuple[Document, ...], folder: Path) -> Outcome:
    seconds, counts = [], Counter[str]()
    for _ in range(2 if aligner in ("auto", "embedding") else 1):
        start = time.perf_counter()
        found = [_pair(aligner, embedder, document, folder) for document in documents]
        seconds.append(time.perf_counter() - start)
        counts = sum((compare(d, b) for d, b in zip(documents, found, strict=True)), Counter())
    size = sum(document.size for document in documents)
    return Outcome(Figures.of(counts), size, seconds[0], seconds[-1], _peak())


@cache
def _lexicon() -> Lexicon:
    return built_in_lexicon()


def _pair(aligner: str, embedder: str, document: Document, folder: Path) -> list[GoldBead]:
    if aligner in PEERS:
        return PEERS[aligner](document.source, document.target)
    alignment, _ = align(document.source, document.target, aligner, embedder, folder, _lexicon())
    return [(bead.source, bead.target) for bead in alignment.beads]


def _peak() -> float:
    """The most memory that this process has held, in MB."""
    with suppress(OSError, StopIteration):  # Linux: getrusage would count the parent's memory too
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
