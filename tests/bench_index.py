"""Speed of looking words up in a term base, by its size, beside simplemma.

    python tests/bench_index.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

The texts are the news, or the bundled articles where it is absent; the term bases have 1,000,
10,000 and 100,000 terms: renderings and lemmas of the lexicon, then words made up of Georgian
syllables and endings, or of English letters. Georgian words are looked up in the index of forms;
"first" meets every word for the first time and remembers it, as article after article does,
"again" has seen them all. English sentences are searched for the sources of all records, with the
lemmas of their words known. Processor time of one core, the best of several runs.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.resources import corpora, default_lexicon
from tmqa.segment.sentences import tokens
from tmqa.termbase.source import SourceIndex
from tmqa.values import Token

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
SIZES = (1_000, 10_000, 100_000)
RUNS = 5
SEED = 3
CONSONANTS, VOWELS = "ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯჰ", "აეიოუ"
ENDINGS = ("ი", "ა", "ე", "ო", "ება", "ობა", "ური", "ელი")
PREVERBS = ("", "", "", "და", "გა", "შე", "მო", "გადა", "გამო")


def texts(folder: Path, lang: str) -> list[tuple[Token, ...]]:
    """The tokens of every line."""
    paths = sorted(folder.glob(f"*.{lang}.txt")) or [path / f"{lang}.md" for path in corpora()]
    return [tokens(line, lang) for path in paths for line in path.read_text("utf-8").splitlines()]


def georgian_terms() -> list[str]:
    """As many different terms as the largest index asks for, the same in every run."""
    rng = random.Random(SEED)
    columns = [line.split("\t") for line in default_lexicon().read_text("utf-8").splitlines()]
    renderings = (r for _, _, right in columns[1:] for r in right.replace(";", ",").split(","))
    found = dict.fromkeys(w for r in renderings if " " not in (w := r.strip()) and is_plain(w))
    return filled(list(found), lambda: made_up_georgian(rng), rng)


def english_terms() -> list[str]:
    """The same for the English side."""
    rng = random.Random(SEED)
    lines = default_lexicon().read_text("utf-8").splitlines()
    found = dict.fromkeys(line.split("\t")[0] for line in lines[1:])
    letters = "abcdefghijklmnopqrstuvwxyz"
    return filled(list(found), lambda: "".join(rng.choices(letters, k=rng.randint(4, 9))), rng)


def made_up_georgian(rng: random.Random) -> str:
    """A word of some preverb, one to three syllables and an ending."""
    syllables = (rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.randint(1, 3)))
    stem = rng.choice(PREVERBS) + "".join(syllables) + rng.choice(CONSONANTS)
    return stem + rng.choice(ENDINGS)


def filled(terms: list[str], make: Callable[[], str], rng: random.Random) -> list[str]:
    """The terms in random order, and after them made-up ones."""
    rng.shuffle(terms)
    seen = set(terms)
    while len(terms) < max(SIZES):
        word = make()
        if word not in seen:
            seen.add(word)
            terms.append(word)
    return terms


def best(run: Callable[[], object], renew: Callable[[], object]) -> tuple[float, float]:
    """Seconds of a run for the first time and again, the best of several."""
    times = []
    for _ in range(RUNS):
        renew()
        for _ in range(2):
            start = process_time()
            run()
            times.append(process_time() - start)
    return min(times[::2]), min(times[1::2])


def row(name: str, words: int, *seconds: float | None) -> str:
    """A line of the table; None leaves a column out."""
    cells = (f"{words / time:,.0f}" if time else "" for time in seconds)
    return f"{name:<28}" + "".join(f"{cell:>12}" for cell in cells)


def georgian_row(words: Sequence[str], terms: Sequence[str]) -> str:
    """The speed of an index with these terms."""
    index = FormIndex()
    for term in terms:
        index.add(term)
    fresh = iter(range(RUNS))

    def forget() -> None:
        index.add(f"=ჰჰ{next(fresh)}")  # with a new pattern nothing that was found counts

    seconds = best(lambda: [index.find(word) for word in words], forget)
    return row(f"Georgian, {len(terms):7,} terms", len(words), *seconds)


def english_row(lines: Sequence[tuple[Token, ...]], terms: Sequence[str]) -> str:
    """The speed of a search for these sources."""
    index: SourceIndex[int] = SourceIndex()
    for number, term in enumerate(terms):
        index.add(term, number)
    _, again = best(lambda: [list(index.find(line)) for line in lines], lambda: None)
    return row(f"English,  {len(terms):7,} terms", sum(map(len, lines)), None, again)


def simplemma_row(words: Sequence[str]) -> str:
    """The speed of simplemma, when it is installed."""
    try:
        from simplemma import Lemmatizer
    except ImportError:
        return "simplemma is not installed"
    lemmatizers = [Lemmatizer()]
    lemmatizers[0].lemmatize("კაცს", lang="ka")  # loads the data

    def lemmatize() -> None:
        for word in words:
            lemmatizers[0].lemmatize(word, lang="ka")

    def forget() -> None:
        lemmatizers[0] = Lemmatizer()

    return row("Georgian, simplemma", len(words), *best(lemmatize, forget))


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    words = [token.text for line in texts(folder, "ka") for token in line if token.is_word]
    lines = texts(folder, "en")
    print(f"Georgian words {len(words)}, different {len(set(words))}\n")
    print(f"{'words a second':<28}       first       again")
    terms = georgian_terms()
    for size in SIZES:
        print(georgian_row(words, terms[:size]))
    print(simplemma_row(words))
    terms = english_terms()
    for size in SIZES:
        print(english_row(lines, terms[:size]))


if __name__ == "__main__":
    main()
