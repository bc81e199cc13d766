"""Writes tmqa/spelling/words.gz from a Hunspell dictionary; a script, not a test.

    python tests/compile_dictionary.py FOLDER        with index.aff and index.dic in it

The file in the repository is made of the npm package dictionary-ka 1.1.0 (`npm pack dictionary-ka`
gives an archive with both files). Suffix rules whose flags stand for the declension of nouns only
mark a word as a noun; the others, with the prefix rules that they call, are written out. Words that
`tests/data/refused.txt` names are left out. Common words are those of the good examples in
glossaries/, 52,000 words of running text.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tmqa.resources import default_glossaries  # noqa: E402
from tmqa.spelling.dictionary import compile_words  # noqa: E402
from tmqa.termbase import load_glossary  # noqa: E402

NOUN = {"NS", "NP", "NN"}  # flags of the declensions: syncopating stem, plural stem, full stem
NEED_AFFIX, CIRCUMFIX = "&v", "&x"
WORD = re.compile("[ა-ჰ]+(?:-[ა-ჰ]+)*")
AFFIXES = ("PFX", "SFX")
REFUSED = ROOT / "tests" / "data" / "refused.txt"


@dataclass(frozen=True)
class Affix:
    """A rule: what goes, what comes, on which words, and the flags that the result has."""

    strip: str
    add: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]


def pairs(flags: str) -> tuple[str, ...]:
    """The two-letter flags of a string."""
    return tuple(flags[i : i + 2] for i in range(0, len(flags), 2))


def affixes(text: str) -> tuple[dict[str, list[Affix]], dict[str, list[Affix]]]:
    """The prefix and the suffix rules of an .aff file by flag."""
    found: dict[str, dict[str, list[Affix]]] = {kind: defaultdict(list) for kind in AFFIXES}
    for line in text.splitlines():
        fields = line.split("#")[0].split()
        if len(fields) < 5 or fields[0] not in found:
            continue
        kind, flag, strip, added, condition = fields[:5]
        add, _, flags = added.partition("/")
        pattern = f"^{condition}" if kind == "PFX" else f"{condition}$"
        rule = Affix(strip.strip("0"), add.strip("0"), pairs(flags), re.compile(pattern))
        found[kind][flag].append(rule)
    return found["PFX"], found["SFX"]


def forms(
    word: str, flag: str, prefixes: dict[str, list[Affix]], suffixes: dict[str, list[Affix]]
) -> Iterator[str]:
    """The forms that the rules of a flag make of a word."""
    for suffix in suffixes.get(flag, ()):
        if not word.endswith(suffix.strip) or not suffix.condition.search(word):
            continue
        form = word[: len(word) - len(suffix.strip)] + suffix.add
        if CIRCUMFIX not in suffix.flags:
            yield form
        for other in suffix.flags:
            for prefix in prefixes.get(other, ()):
                if prefix.condition.search(form):
                    yield prefix.add + form
    for prefix in prefixes.get(flag, ()):
        if CIRCUMFIX not in prefix.flags and prefix.condition.search(word):
            yield prefix.add + word


def common() -> set[str]:
    """The word forms of the good examples of our glossaries."""
    return {
        word
        for path in default_glossaries()
        for term in load_glossary(path).terms
        for example in term.examples
        for word in WORD.findall(example.good or "")
        if len(word) > 1
    }


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1])
    prefixes, suffixes = affixes((folder / "index.aff").read_text("utf-8"))
    words: set[str] = set()
    nouns: set[str] = set()
    for line in (folder / "index.dic").read_text("utf-8").splitlines():
        word, _, flagged = line.partition("/")
        if not WORD.fullmatch(word):
            continue
        flags = set(pairs(flagged))
        if NEED_AFFIX not in flags:
            (nouns if flags & NOUN else words).add(word)
        for flag in flags - NOUN:
            words.update(forms(word, flag, prefixes, suffixes))
    lines = REFUSED.read_text("utf-8").splitlines()
    refused = {word for line in lines if not line.startswith("#") for word in line.split()}
    words = {word for word in words - nouns - refused if len(word) > 1}  # letters are no words
    usual = common()
    packed = gzip.compress(compile_words(words, nouns, usual).encode("utf-8"), mtime=0)
    (ROOT / "tmqa" / "spelling" / "words.gz").write_bytes(packed)
    print(f"{len(words)} words, {len(nouns)} nouns, {len(usual)} common, {len(packed)} bytes")


if __name__ == "__main__":
    main()
