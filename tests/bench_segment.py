"""Sentence boundary F1 on aligned news: tmqa beside spaCy's sentencizer and, if installed, ICU.

    python tests/bench_segment.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

Lines are joined into paragraphs of six. Only boundaries after terminal punctuation count as
gold; a line end without it is neither right nor wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy

from tmqa.segment.boundaries import boundaries

PARAGRAPH = 6
DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
Splitter = Callable[[str], Iterable[int]]


def paragraphs(folder: Path, lang: str) -> Iterable[tuple[str, set[int], set[int]]]:
    """Each paragraph's text, its line ends, and those of them after terminal punctuation."""
    for path in sorted(folder.glob(f"*.{lang}.txt")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        for start in range(0, len(lines), PARAGRAPH):
            group, ends, terminal, length = lines[start : start + PARAGRAPH], set(), set(), 0
            for line in group[:-1]:
                length += len(line)
                ends.add(length)
                if line.rstrip("\"'”“’»)]")[-1:] in tuple(".!?…"):
                    terminal.add(length)
                length += 1
            yield " ".join(group), ends, terminal


def score(folder: Path, lang: str, split: Splitter) -> tuple[float, float, float]:
    """Precision, recall and F1 of a splitter over a folder."""
    both = found = gold = 0
    for text, ends, terminal in paragraphs(folder, lang):
        predicted = {len(text[:end].rstrip()) for end in split(text)} - (ends - terminal)
        both += len(predicted & terminal)
        found += len(predicted)
        gold += len(terminal)
    return both / max(found, 1), both / gold, 2 * both / max(found + gold, 1)


def spacy_splitter(lang: str) -> Splitter:
    """The plain sentencizer: of spaCy's English, and of its multi-language class for Georgian."""
    nlp = spacy.blank("en" if lang == "en" else "xx")
    nlp.add_pipe("sentencizer")
    return lambda text: [s.end_char for s in list(nlp(text).sents)[:-1]]


def icu_splitter(lang: str) -> Splitter | None:
    """ICU's sentence breaks through icu4py, when it is installed."""
    try:
        from icu4py.breakers import SentenceBreaker
    except ImportError:
        return None

    def split(text: str) -> list[int]:
        ends, length = [], 0
        for part in SentenceBreaker(text, lang):
            length += len(part)
            ends.append(length)
        return ends[:-1]

    return split


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    print("splitter            lang  precision  recall     F1")
    for lang in ("en", "ka"):
        splitters = {
            "tmqa": lambda text, lang=lang: boundaries(text, lang),
            "spaCy sentencizer": spacy_splitter(lang),
            "ICU (icu4py)": icu_splitter(lang),
        }
        for name, split in splitters.items():
            if split is not None:
                precision, recall, f1 = score(folder, lang, split)
                print(f"{name:<19} {lang}      {precision:.3f}   {recall:.3f}  {f1:.3f}")


if __name__ == "__main__":
    main()
