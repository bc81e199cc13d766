"""Takes back an alignment that a human corrected.

A table names sentences by number. A TMX or XLIFF file of `tmqa align` holds their texts, which
an editor has joined, parted or moved between units; the sentences are found again by text and
order, and small edits of the text itself are tolerated.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

from tmqa.article import read_text
from tmqa.bitext.read import is_bilingual, read_units
from tmqa.errors import InputError
from tmqa.values import Bead, Sentence
from tmqa.xmltext import legal

# Least similarity of an edited text and the sentences it stands for. Half a sentence reaches .67
# of the whole; in the bundled articles two sentences of one side stay under .6, but for short
# figures (5:30pm, 8:30pm: .83).
_SIMILAR = 0.8
# Sentences that an edited unit may span.
_LONGEST_RUN = 8

_Indices = tuple[int, ...]
_Rows = list[tuple[str, _Indices, _Indices]]


def read_beads(
    path: Path, source: Sequence[Sentence], target: Sequence[Sentence]
) -> tuple[tuple[Bead, ...], tuple[str, ...]]:
    """The beads of a corrected alignment in the order of the file, and notices.

    Each has the score 1. Raises `InputError`, naming line or unit, when the file is unusable,
    when a text of it is not in the article, and unless every sentence stands in one bead.
    """
    notices: tuple[str, ...] = ()
    if is_bilingual(path):
        rows, notices = _from_units(path, source, target)
    else:
        rows = list(_from_table(path))
    _check(path, rows, source, target)
    return tuple(Bead(left, right) for _, left, right in rows), notices


def _from_table(path: Path) -> Iterator[tuple[str, _Indices, _Indices]]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip(" "):
            continue
        sides = [cell.strip() for cell in line.split("\t")]
        cells = [side.split(",") if side else [] for side in sides]
        if len(sides) != 2 or not all(_is_index(cell) for side in cells for cell in side):
            raise InputError(
                f"{path}:{number}",
                "is not a bead",
                "write source numbers, TAB, target numbers, as in `0,1<TAB>2`",
            )
        left, right = (tuple(sorted(int(cell) for cell in side)) for side in cells)
        if not left and not right:
            raise InputError(f"{path}:{number}", "is a bead without sentences", "delete the line")
        yield f"line {number}", left, right


def _is_index(cell: str) -> bool:
    return cell.strip().isascii() and cell.strip().isdigit() and len(cell) < 10


def _check(path: Path, rows: _Rows, source: Sequence[Sentence], target: Sequence[Sentence]) -> None:
    """Raise `InputError` unless every sentence of both sides stands in exactly one bead."""
    for side, sentences, beads in (
        ("source", source, [(name, left) for name, left, _ in rows]),
        ("target", target, [(name, right) for name, _, right in rows]),
    ):
        seen: dict[int, str] = {}
        for name, indices in beads:
            for index in indices:
                if index >= len(sentences):
                    raise InputError(
                        f"{path} {name}",
                        f"{side} sentence {index} does not exist, the last is {len(sentences) - 1}",
                        "mend the number or align the articles anew",
                    )
                if index in seen:
                    raise InputError(
                        f"{path} {name}",
                        f"{side} sentence {index} stands in {seen[index]} already",
                        "leave it in one of them",
                    )
                seen[index] = name
        missing = next((s for s in sentences if s.index not in seen), None)
        if missing is not None:
            raise InputError(
                str(path),
                f"{side} sentence {missing.index} (“{_excerpt(missing.text)}”) stands nowhere",
                "add it, with an empty other side if it has no counterpart",
            )


def _from_units(
    path: Path, source: Sequence[Sentence], target: Sequence[Sentence]
) -> tuple[_Rows, tuple[str, ...]]:
    _, units, _ = read_units(path)
    names = [unit.name for unit in units]
    sides = []
    edited: set[int] = set()
    for side, texts, sentences in (
        ("source", [unit.source.text if unit.source else "" for unit in units], source),
        ("target", [unit.target.text if unit.target else "" for unit in units], target),
    ):
        matcher = _Matcher(sentences)
        found = [matcher.exact(text) for text in texts]
        for number, indices in enumerate(found):
            if indices is None:  # only now, when all that are as they were have been given out
                found[number] = matcher.similar(texts[number])
                edited.add(number)
            if found[number] is None:
                raise InputError(
                    f"{path} {names[number]}",
                    f"its {side} text “{_excerpt(texts[number])}” is not in the {side} article",
                    "restore the text, or edit the article and align it anew",
                )
        sides.append([indices or () for indices in found])
    rows = [row for row in zip(names, *sides, strict=True) if row[1] or row[2]]
    changed = ", ".join(names[number].removeprefix("unit ") for number in sorted(edited))
    notice = f"texts edited in the alignment, those of the articles are checked: units {changed}"
    return rows, (notice,) if edited else ()


class _Matcher:
    """Finds the sentences of one side that a text is made of; each is given out once."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._keys = [_key(sentence.text) for sentence in sentences]
        self._free: dict[str, list[int]] = {}
        for index, key in enumerate(self._keys):
            self._free.setdefault(key, []).append(index)
        self._lengths = sorted({len(key) for key in self._keys if key})
        self._last = -1

    def exact(self, text: str) -> _Indices | None:
        """The sentences that make up the whole text, white space aside; None when there are none.

        The sentences after those given out last are tried first, and of equal ones the next.
        """
        key = _key(text)
        following = self._following(key)
        if following or not key:
            return self._take(following)
        taken: list[int] = []
        for part in self._parts(key):
            free = self._free.get(part)
            if not free:  # it stands in the article less often than in the file
                for index in taken:
                    insort(self._free[self._keys[index]], index)
                return None
            taken.append(free.pop(bisect_right(free, self._last) % len(free)))
            self._last = taken[-1]
        return tuple(sorted(taken)) or None

    def similar(self, text: str) -> _Indices | None:
        """The run of free sentences most like the text; None when none is like it."""
        key = _key(text)
        best, found = _SIMILAR, range(0)
        compare = SequenceMatcher(None, b=key, autojunk=False)
        for run in self._free_runs(len(key)):
            compare.set_seq1("".join(self._keys[run.start : run.stop]))
            if compare.real_quick_ratio() > best and compare.quick_ratio() > best:
                ratio = compare.ratio()
                if ratio > best:
                    best, found = ratio, run
        return self._take(found) or None

    def _take(self, indices: Sequence[int]) -> _Indices:
        for index in indices:
            self._free[self._keys[index]].remove(index)
            self._last = index
        return tuple(indices)

    def _following(self, key: str) -> range:
        """The free sentences after those given out last whose keys joined give `key`."""
        first = last = self._last + 1
        end = 0
        while last < len(self._keys) and end < len(key):
            part = self._keys[last]
            if not key.startswith(part, end) or last not in self._free[part]:
                break
            end += len(part)
            last += 1
        return range(first, last if end == len(key) else first)

    def _parts(self, key: str) -> list[str]:
        """Free sentences' keys that joined give `key`; none when there is no such joining."""
        if self._free.get(key):
            return [key]
        before: dict[int, int] = {}
        reached = [0]
        for start in reached:
            for length in self._lengths:
                end = start + length
                if end <= len(key) and end not in before and self._free.get(key[start:end]):
                    before[end] = start
                    reached.append(end)
        parts = []
        end = len(key)
        while end in before:
            parts.append(key[before[end] : end])
            end = before[end]
        return parts[::-1]

    def _free_runs(self, length: int) -> Iterator[range]:
        """Runs of free sentences that together are about as long as a text of `length`."""
        free = {index for indices in self._free.values() for index in indices}
        for first in sorted(free):
            size = 0
            for last in range(first, min(first + _LONGEST_RUN, len(self._keys))):
                size += len(self._keys[last])
                if last not in free or _SIMILAR * size > 2 * length:
                    break
                yield range(first, last + 1)


def _key(text: str) -> str:
    """What is compared of a text: all but white space, and what XML cannot hold."""
    return "".join(legal(normalize("NFC", text)).split())


def _excerpt(text: str) -> str:
    clean = " ".join(text.split())
    return clean if len(clean) <= 40 else clean[:39] + "…"
