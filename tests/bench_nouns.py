"""Precision on short nouns: which words of news and lexicon are taken for their forms.

    python tests/bench_nouns.py [-v] [FOLDER with NAME.ka.txt, a sentence a line]

`data/nouns.tsv` lists short or treacherous nouns with a gloss and with every word that was matched
in these texts, judged once: forms of the noun, other words that are spelt like one, and words that
must not match. Words of another text that are not judged there are counted apart and named by
`-v`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmqa.lang.ka.forms import FormIndex
from tmqa.resources import default_lexicon
from tmqa.segment.sentences import tokens

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
NOUNS = Path(__file__).parent / "data" / "nouns.tsv"
_WORD = re.compile(r"[ა-ჰ]+(?:-[ა-ჰ]+)*")


@dataclass(frozen=True)
class Noun:
    """A noun with its judged words."""

    lemma: str
    gloss: str
    forms: frozenset[str]
    homographs: frozenset[str]
    others: frozenset[str]


def read_nouns(path: Path = NOUNS) -> Iterator[Noun]:
    """The nouns of the list."""
    for line in path.read_text("utf-8").splitlines():
        lemma, gloss, *columns = line.split("\t")
        forms, homographs, others = (frozenset(column.split()) for column in columns)
        yield Noun(lemma, gloss, forms, homographs, others)


def news_words(folder: Path) -> Counter[str]:
    """The Georgian words of the news, with counts."""
    return Counter(
        token.text
        for path in sorted(folder.glob("*.ka.txt"))
        for line in path.read_text("utf-8").splitlines()
        for token in tokens(line, "ka")
        if token.is_word
    )


def lexicon_words() -> Counter[str]:
    """The words of the lexicon's Georgian renderings, with counts."""
    lines = default_lexicon().read_text("utf-8").splitlines()
    return Counter(
        word for line in lines if "\t" in line for word in _WORD.findall(line.split("\t")[2])
    )


def main() -> None:
    """Print the precision, and what is not judged."""
    options = [arg for arg in sys.argv[1:] if arg.startswith("-")]
    paths = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    folder = Path(paths[0]) if paths else DEFAULT
    words = lexicon_words()
    if folder.is_dir():
        words += news_words(folder)
    else:
        print(f"the news is not here: {folder}; the lexicon alone is counted")
    index = FormIndex()
    nouns = {index.add(noun.lemma): noun for noun in read_nouns()}
    counted: Counter[str] = Counter()
    for word, count in words.items():
        for number in index.find(word):
            noun = nouns[number]
            if word in noun.forms:
                counted["right"] += count
            elif word in noun.homographs | noun.others:
                counted["wrong"] += count
                if "-v" in options:
                    print(f"wrong: {noun.lemma} ({noun.gloss}) | {word} {count}")
            else:
                counted["unjudged"] += count
                if "-v" in options:
                    print(f"unjudged: {noun.lemma} ({noun.gloss}) | {word} {count}")
    matched = counted["right"] + counted["wrong"]
    print(
        f"nouns {len(nouns)}  words {words.total()}  matched {matched}  wrong {counted['wrong']}  "
        f"unjudged {counted['unjudged']}  precision {counted['right'] / max(matched, 1):.1%}"
    )


if __name__ == "__main__":
    main()
