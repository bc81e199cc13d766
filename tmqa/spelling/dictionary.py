"""The Georgian word list: `words.gz`, written by `python tests/compile_dictionary.py`.

It is the Hunspell dictionary of the npm package dictionary-ka (licence beside it), whose verbs are
written out form by form and whose nouns are marked, to be inflected by `tmqa.lang.ka.nominal`, and
the common words of our own texts. A word is looked for in a string of all that begin alike, which
costs little time and memory. Measured on one core beside the engines that read the original files
(load, words/s, memory): this 0.03 s, 500,000, 15 MB; chunspell 0.23 s, 15,000, 30 MB, without a
wheel on some platforms; spylls 2.4 s, 132, 133 MB.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Letters that the words of one line have in common, in the file and in memory.
_HEAD = 3
_SECTION = "\n\n"


@dataclass(frozen=True)
class Dictionary:
    """Words by their first letters, and three sets.

    `nouns` are the lemmas that are inflected as nouns, `common` the word forms that stand in our
    own texts, `triples` the three letters in a row that words have, a blank for a word's end.
    """

    words: Mapping[str, str]
    nouns: frozenset[str]
    common: frozenset[str]
    triples: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """True when the word is listed in this very form."""
        return (
            f" {word[_HEAD:]} " in self.words.get(word[:_HEAD], "")
            or word in self.common
            or word in self.nouns
        )

    def is_plausible(self, word: str) -> bool:
        """False for most strings that cannot be words, told at a tenth of the cost."""
        return triples(word) <= self.triples


def triples(word: str) -> set[str]:
    """The letters of a word three by three, with a blank before and after it."""
    padded = f" {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def compile_words(words: Iterable[str], nouns: Iterable[str], common: Iterable[str]) -> str:
    """The text of a dictionary; in each section a line for each beginning, with the rests."""
    listed, marked = set(words), set(nouns)
    found = {triple.replace(" ", "_") for word in listed | marked for triple in triples(word)}
    return _SECTION.join(map(_section, (listed, marked, set(common), found)))


def _section(words: Iterable[str]) -> str:
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rests[word[:_HEAD]].append(word[_HEAD:])
    return "\n".join(f"{head} {' '.join(rests[head])}" for head in sorted(rests))


def read_words(text: str) -> Dictionary:
    """The dictionary that `compile_words` wrote down."""
    words, *sets = (dict(map(_parted, part.split("\n"))) for part in text.split(_SECTION))
    nouns, common, found = (
        frozenset(head + rest for head, rests in part.items() for rest in rests[1:-1].split(" "))
        for part in sets
    )
    return Dictionary(words, nouns, common, frozenset(t.replace("_", " ") for t in found))


def _parted(line: str) -> tuple[str, str]:
    head, _, rests = line.partition(" ")
    return head, f" {rests} "


@cache
def load_dictionary() -> Dictionary:
    """The word list that ships with tmqa, read when it is first asked for."""
    packed = (files("tmqa.spelling") / "words.gz").read_bytes()
    return read_words(gzip.decompress(packed).decode("utf-8"))
