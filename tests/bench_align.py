"""Measures the aligner on an ntrex-dev folder; a script, not a test.

    python tests/bench_align.py ../shared/ntrex-dev [--aligner NAME]... [--limit DOCUMENTS]

Reads the files as `tmqa align --presegmented` does and prints, per aligner and condition, strict
and lax bead F1, omission F1, false omissions, and sentences per second with and without
embedding, under a signature line. Conventions: `align_bench.py` of that folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import numpy as np  # noqa: E402
from tune_align import CONDITIONS, Document, figures, load_bench  # noqa: E402

from tmqa.align import ALIGNERS, align  # noqa: E402
from tmqa.align.e5 import E5Embedder  # noqa: E402
from tmqa.article.read import read_article  # noqa: E402
from tmqa.segment.sentences import sentences  # noqa: E402


def read(folder: Path, limit: int) -> list[Document]:
    """The documents of all conditions."""
    bench = load_bench(folder)
    found = []
    for condition in CONDITIONS:
        for gold in sorted((folder / condition).glob("*.gold.tsv"))[:limit]:
            name = gold.name.removesuffix(".gold.tsv")
            source, target = (
                list(sentences(read_article(gold.with_name(f"{name}.{x}.txt"), x, True), True))
                for x in ("en", "ka")
            )
            found.append(Document(name, condition, source, target, bench.read_beads(gold)))
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--aligner", action="append", choices=ALIGNERS)
    parser.add_argument("--limit", type=int, default=10**6)
    args = parser.parse_args()
    bench = load_bench(args.folder)
    documents = read(args.folder, args.limit)
    clocked = [0.0]
    embed = E5Embedder.vectors

    def timed(self: E5Embedder, texts: list[str], lang: str) -> object:
        start = time.perf_counter()
        found = embed(self, texts, lang)
        clocked[0] += time.perf_counter() - start
        return found

    E5Embedder.vectors = timed  # type: ignore[method-assign, assignment]
    print(
        f"tmqa align benchmark | {args.folder.name}: {len(documents)} document pairs | "
        f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}"
    )
    print("aligner     condition  strict  lax     omission  false  sentences/s  with embedding")
    for aligner in args.aligner or ("embedding", "lexical", "length"):
        for condition in CONDITIONS:
            chosen = [d for d in documents if d.condition == condition]
            clocked[0], start = 0.0, time.perf_counter()
            found = [
                (d, [(b.source, b.target) for b in align(d.source, d.target, aligner)[0].beads])
                for d in chosen
            ]
            spent = time.perf_counter() - start
            count = sum(len(d.source) + len(d.target) for d in chosen)
            f = figures(bench, found)
            print(
                f"{aligner:11s} {condition:9s}  {f['strict']:.4f}  {f['lax']:.4f}  "
                f"{f['omission']:.4f}    {f['false']:5.0f}  {count / (spent - clocked[0]):11.0f}"
                f"  {count / spent:14.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
