"""Forms of hand-written paradigms that are recognised from the dictionary form.

    python tests/bench_forms.py [-v]

`data/verbs.tsv` lists verbal nouns with forms of their verbs, `data/nominals.tsv` nominals with
their forms, `data/nouns.tsv` short nouns with other words that are spelt like them, of which the
fewer are recognised the better (some are spelt just like a form). Beside tmqa stands equality of
lemmas by simplemma, when it is installed: the form's lemma is the word or the word's lemma. `-v`
prints the forms that tmqa misses.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from tmqa.lang.ka.forms import FormIndex

DATA = Path(__file__).parent / "data"
Paradigm = tuple[str, list[str]]
Method = Callable[[str, Iterable[str]], int]


def paradigms(name: str, *columns: int) -> Iterator[Paradigm]:
    """Each lemma of a list with the words in these columns."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        lemma, *rest = line.split("\t")
        yield lemma, [word for column in columns for word in rest[column].split()]


def missed_by_tmqa(lemma: str, forms: Iterable[str]) -> list[str]:
    """The forms that the lemma's pattern does not match."""
    index = FormIndex()
    number = index.add(lemma)
    return [form for form in forms if number not in index.find(form)]


def lemma_equality() -> Method | None:
    """How many forms have the lemma's lemma by simplemma, when it is installed."""
    try:
        from simplemma import lemmatize
    except ImportError:
        return None
    lemma_of = cache(lambda word: lemmatize(word, lang="ka"))
    return lambda lemma, forms: sum(lemma_of(f) in (lemma, lemma_of(lemma)) for f in forms)


def main() -> None:
    """Print the table."""
    by_lemma = lemma_equality()
    print("words                lemmas  forms    tmqa  simplemma")
    for title, found in (
        ("verbs", list(paradigms("verbs.tsv", 0))),
        ("nominals", list(paradigms("nominals.tsv", 0))),
        ("other words", list(paradigms("nouns.tsv", 2, 3))),
    ):
        total = sum(len(forms) for _, forms in found)
        missed = {lemma: missed_by_tmqa(lemma, forms) for lemma, forms in found}
        ours = 1 - sum(map(len, missed.values())) / total
        theirs = sum(by_lemma(*paradigm) for paradigm in found) / total if by_lemma else None
        shown = "not installed" if theirs is None else f"{theirs:.3f}"
        print(f"{title:<20} {len(found):6}  {total:5}   {ours:.3f}      {shown}")
        if "-v" in sys.argv and title != "other words":
            for lemma, forms in missed.items():
                if forms:
                    print(f"missed: {lemma} | {' '.join(forms)}")


if __name__ == "__main__":
    main()
