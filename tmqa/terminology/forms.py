"""What a Georgian pattern matches: its cases, its verb's principal parts, its forms in texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tmqa.article import read_text
from tmqa.errors import ConfigError
from tmqa.lang.ka.forms import FormIndex, is_plain, is_valid_pattern
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.lang.ka.nominal import Slot, inflect, plain
from tmqa.lang.ka.verb import is_listed, nominals, principal_parts
from tmqa.resources import corpora, default_lexicon

_WORD = re.compile(r"[\wა-ჰ]+(?:-[\wა-ჰ]+)*")
_CASES = (
    "nom",
    "erg",
    "dat",
    "gen",
    "ins",
    "adv",
    "in",
    "on",
    "with",
    "for",
    "of",
    "from",
    "until",
)
# The sign of a root in `irregular` for each kind of table of endings.
_SIGNS = {"participles": "+", "exact": "=", "participle": "-"}
_TENSES = "~"


def words_of(paths: Iterable[Path]) -> Counter[str]:
    """The Georgian words of the files with counts; of the bundled articles and lexicon for none."""
    texts = [read_text(path) for path in paths or (c / "ka.md" for c in corpora())]
    if not paths:
        texts.append(read_text(default_lexicon()))
    return Counter(
        fold(word) for text in texts for word in _WORD.findall(text) if has_georgian(word)
    )


def description(pattern: str, words: Counter[str]) -> Iterator[str]:
    """Lines that tell what one word of a Georgian pattern matches, and which of `words`."""
    index = index_of(pattern)
    if is_plain(pattern):
        lemma = fold(pattern)
        for number, name in (("sg", "singular"), ("pl", "plural")):
            forms = [inflect(lemma, Slot(number, case)) for case in _CASES]
            if any(form != plain(lemma) for form in forms):
                yield _line(name, dict.fromkeys(forms))
        parts = list(_parts(lemma))
        if parts:
            yield _line("verb", [*parts, "(listed)" if is_listed(lemma) else "(by rule)"])
            yield from (_line("as pattern", [p]) for p in _verb_patterns(lemma))
    found = {word: count for word, count in words.items() if index.find(word)}
    ranked = sorted(found, key=lambda word: (-found[word], word))
    yield _line("in texts", (f"{word} {found[word]}" for word in ranked) if found else ["none"])


def index_of(pattern: str) -> FormIndex:
    """An index of this pattern alone."""
    if " " in pattern or "|" in pattern or not is_valid_pattern(pattern):
        raise ConfigError(pattern, "is not one word of a pattern", "give one word at a time")
    index = FormIndex()
    index.add(pattern)
    return index


def _line(name: str, words: Iterable[str]) -> str:
    return f"{name:<11} {'  '.join(words)}"


def _parts(lemma: str) -> Iterator[str]:
    """The principal parts in the notation of `irregular`."""
    for verb in principal_parts(lemma):
        signs: dict[str, str] = {}  # all forms of a root are its tenses and its participles
        for root in verb.roots:
            sign = _SIGNS.get(root.tails.removesuffix("-short"), _TENSES)
            signs[root.text] = sign if sign == "+" else signs.get(root.text, sign)
        for sign in dict.fromkeys(signs.values()):
            roots = "/".join(root for root, its in signs.items() if its == sign)
            yield f"{verb.preverb}{sign}{roots}"
    yield from nominals(lemma)


def _verb_patterns(lemma: str) -> Iterator[str]:
    """Patterns for glossaries that match the verb without the cases of its noun."""
    roots: dict[str, list[str]] = {}
    for verb in principal_parts(lemma):
        for root in verb.roots:
            if verb.preverb and root.tails not in ("exact", "participle"):
                roots.setdefault(verb.preverb, []).append(root.text)
    for preverb, found in roots.items():
        pattern = f"{preverb}+{'/'.join(dict.fromkeys(found))}"
        if is_valid_pattern(pattern):
            yield pattern
