"""Document pairs with gold beads, and how an alignment compares with them.

Conventions: a bead is strictly right when gold has exactly that bead, laxly when it shares a link
with one; null beads are left out of both on either side. Omissions are source sentences without
any target sentence. Counts are summed over documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tmqa.article import read_article, read_text
from tmqa.errors import InputError
from tmqa.segment import sentences
from tmqa.values import Sentence

GoldBead = tuple[tuple[int, ...], tuple[int, ...]]

_GOLD = ".gold.tsv"


@dataclass(frozen=True, slots=True)
class Document:
    """A document pair, one sentence a line, with its gold beads."""

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    gold: tuple[GoldBead, ...]

    @property
    def size(self) -> int:
        """Sentences of both sides."""
        return len(self.source) + len(self.target)


def load(folder: Path) -> dict[str, tuple[Document, ...]]:
    """The documents of a folder by condition.

    A condition is a folder of `NAME.en.txt`, `NAME.ka.txt`, `NAME.gold.tsv` (a subfolder of
    `folder`, or itself), or of `en.sentences.txt`, `ka.sentences.txt`, `beads.tsv`. Raises
    `InputError` where there is none.
    """
    found = {}
    for place in (folder, *sorted(path for path in folder.glob("*") if path.is_dir())):
        named = [path.name.removesuffix(_GOLD) for path in sorted(place.glob(f"*{_GOLD}"))]
        files = [tuple(place / f"{n}{end}" for end in (".en.txt", ".ka.txt", _GOLD)) for n in named]
        if (place / "beads.tsv").is_file():
            files.append(
                (place / "en.sentences.txt", place / "ka.sentences.txt", place / "beads.tsv")
            )
        if files:
            found[place.name] = tuple(_document(*three) for three in files)
    if not found:
        raise InputError(str(folder), "holds no gold beads", "name a folder with *.gold.tsv")
    return found


def _document(source: Path, target: Path, gold: Path) -> Document:
    left, right = (
        tuple(sentences(read_article(path, lang, True), True))
        for path, lang in ((source, "en"), (target, "ka"))
    )
    return Document(left, right, tuple(_beads(gold, len(left), len(right))))


def _beads(path: Path, source: int, target: int) -> Iterable[GoldBead]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            left, right = (
                tuple(sorted(int(i) for i in side.split(",") if i.strip()))
                for side in line.split("\t")
            )
        except ValueError:
            raise InputError(f"{path}:{number}", "is no bead", "write 3,4<TAB>5") from None
        if any(i >= source for i in left) or any(j >= target for j in right):
            raise InputError(f"{path}:{number}", "names a line that is not there", "mend the gold")
        yield left, right


def joined(documents: Sequence[Document], least: int) -> Document:
    """The documents one after another, repeated until the source has `least` sentences."""
    sides: tuple[list[Sentence], list[Sentence]] = ([], [])
    gold: list[GoldBead] = []
    while len(sides[0]) < least:
        for document in documents:
            if len(sides[0]) >= least:
                break
            shift = len(sides[0]), len(sides[1])
            gold += [
                (tuple(i + shift[0] for i in a), tuple(j + shift[1] for j in b))
                for a, b in document.gold
            ]
            for side, part in zip(sides, (document.source, document.target), strict=True):
                start = len(side)
                side += [replace(s, index=s.index + start, block=s.block + start) for s in part]
    return Document(tuple(sides[0]), tuple(sides[1]), tuple(gold))


def compare(document: Document, beads: Iterable[GoldBead]) -> Counter[str]:
    """The counts that `Figures` are made of."""
    gold = {(a, b) for a, b in document.gold if a and b}
    found = {(a, b) for a, b in beads if a and b}
    every = set(range(len(document.source)))
    omitted, stated = (every - {i for a, _ in side for i in a} for side in (gold, found))
    return Counter(
        strict=len(gold & found),
        found=len(found),
        gold=len(gold),
        lax_found=_sharing(found, gold),
        lax_gold=_sharing(gold, found),
        omissions=len(omitted & stated),
        omissions_found=len(stated),
        omissions_gold=len(omitted),
    )


def _sharing(beads: set[GoldBead], others: set[GoldBead]) -> int:
    links = {(i, j) for a, b in others for i in a for j in b}
    return sum(any((i, j) in links for i in a for j in b) for a, b in beads)


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of strict beads, of lax beads and of omissions; omissions stated that are none."""

    strict: float
    lax: float
    omission: float
    false_omissions: int

    @classmethod
    def of(cls, counts: Counter[str]) -> Figures:
        """The figures of summed counts."""
        c = counts
        return cls(
            _f1(c["strict"], c["found"], c["strict"], c["gold"]),
            _f1(c["lax_found"], c["found"], c["lax_gold"], c["gold"]),
            _f1(c["omissions"], c["omissions_found"], c["omissions"], c["omissions_gold"]),
            c["omissions_found"] - c["omissions"],
        )


def _f1(right: int, found: int, recalled: int, gold: int) -> float:
    if not right or not recalled:
        return float(found == gold == 0)
    precision, recall = right / found, recalled / gold
    return 2 * precision * recall / (precision + recall)
