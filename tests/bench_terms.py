"""False "missing": how often a correct term use in professional news is not recognised.

    python tests/bench_terms.py [-v] [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

`data/terms.tsv` lists English terms with their usual Georgian renderings, as a glossary record
would. A use is a line whose English has the term and whose Georgian has a word like a rendering:
one that begins so, or has the same consonants in the same order, for a verbal noun those of its
root. This criterion knows no endings, and shares no code with what it judges; the words that it
takes for a rendering wrongly (derived words, misprints, chance) were read and stand in the third
column. A method misses a use when it finds none of the renderings in the line. `-v` prints the
uses that tmqa misses.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from tmqa.lang.ka.forms import FormIndex
from tmqa.segment.sentences import tokens
from tmqa.termbase.rendering import TargetForms, compile_rendering
from tmqa.termbase.source import SourceIndex
from tmqa.values import Token

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
TERMS = Path(__file__).parent / "data" / "terms.tsv"
VOWELS = "აეიოუ"
PREVERBS = (
    "გადმო", "ჩამო", "წამო", "შემო", "გამო", "წარმო", "მიმო", "აღმო", "გადა", "ამო", "განა", "წარ",
    "გან", "და", "გა", "მო", "მი", "წა", "შე", "ჩა", "აღ", "ა",
)  # fmt: skip
_THEME = re.compile(r"(ებ|ობ|ევ|ავ|ვ)?ა$")
Line = tuple[str, tuple[Token, ...]]
Method = Callable[[str, str], bool]


def read_terms(path: Path = TERMS) -> Iterator[tuple[str, tuple[str, ...], frozenset[str]]]:
    """Each English term with its renderings and the words that only look like one."""
    for line in path.read_text("utf-8").splitlines():
        term, renderings, *others = line.split("\t")
        yield term, tuple(renderings.split(", ")), frozenset(" ".join(others).split())


def consonants(text: str) -> str:
    """The text without vowels."""
    return "".join(char for char in text if char not in VOWELS)


@cache
def is_like(form: str, word: str) -> bool:
    """The loose criterion: whether a word of a text looks like a form of a rendering's word."""
    stem = word[:-1] if word[-1] in VOWELS else word
    if form.startswith(stem):
        return True
    found = consonants(form)
    if len(consonants(stem)) >= 3 and consonants(stem) in found:
        return True
    for preverb in PREVERBS:
        if word.startswith(preverb) and word.endswith("ა") and len(word) - len(preverb) >= 3:
            root = consonants(_THEME.sub("", word[len(preverb) :]))
            if len(root) >= 3 and root in found:
                return True
            start = preverb if len(root) < 2 else preverb[0]
            if root and form.startswith(start) and root in found[1:]:
                return True
    return False


def uses(folder: Path) -> Iterator[tuple[str, tuple[str, ...], Line, list[str]]]:
    """Term, renderings, Georgian line with its words, and the words that are the rendering."""
    terms = list(read_terms())
    index: SourceIndex[int] = SourceIndex()
    for number, (term, _, _) in enumerate(terms):
        index.add(term, number)
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        for english, georgian in zip(source, target, strict=True):
            words = tuple(token for token in tokens(georgian, "ka") if token.is_word)
            for number in sorted({hit.payload for hit in index.find(tokens(english, "en"))}):
                term, renderings, others = terms[number]
                like: list[str] = []
                for rendering in renderings:
                    found = [
                        [w.text for w in words if w.text not in others and is_like(w.text, word)]
                        for word in rendering.split(" ")
                    ]
                    like += [form for forms in found for form in forms] if all(found) else []
                if like:
                    yield term, renderings, (georgian, words), like


def word_by_word(matches: Method) -> Callable[[Line, tuple[str, ...]], bool]:
    """A method that asks for every word of one of the renderings somewhere in the line."""

    def finds(line: Line, renderings: tuple[str, ...]) -> bool:
        return any(
            all(
                any(matches(token.text, word) for token in line[1]) for word in rendering.split(" ")
            )
            for rendering in renderings
        )

    return finds


def prefix_rule(form: str, word: str) -> bool:
    """The word, and at most half its length after it."""
    return form.startswith(word) and len(form) - len(word) <= len(word) / 2


@cache
def fuzzy(form: str, word: str) -> bool:
    """Similarity of 80 % and more, as of difflib."""
    return SequenceMatcher(None, form, word).ratio() >= 0.8


def lemma_equality() -> Method | None:
    """Equal lemmas by simplemma, when it is installed."""
    try:
        from simplemma import lemmatize
    except ImportError:
        return None
    lemma = cache(lambda word: lemmatize(word, lang="ka"))
    return lambda form, word: lemma(form) in (word, lemma(word))


def tmqa_method() -> Callable[[Line, tuple[str, ...]], bool]:
    """The matching of glossary renderings."""
    forms = FormIndex()

    def finds(line: Line, renderings: tuple[str, ...]) -> bool:
        compiled = [compile_rendering(rendering, forms) for rendering in renderings]
        words = TargetForms.of(line[1], forms)
        return any(words.find(rendering) for rendering in compiled)

    return finds


def main() -> None:
    """Print how many uses each method misses."""
    options = [arg for arg in sys.argv[1:] if arg.startswith("-")]
    paths = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    folder = Path(paths[0]) if paths else DEFAULT
    if not folder.is_dir():
        print(f"the news pairs are not here: {folder}")
        return
    found = list(uses(folder))
    lemmas = lemma_equality()
    methods = {
        "exact": word_by_word(lambda form, word: form == word),
        "50 % prefix rule": word_by_word(prefix_rule),
        "fuzzy (80 %)": word_by_word(fuzzy),
        "stem as prefix": word_by_word(lambda f, w: f.startswith(w[:-1] if w[-1] in VOWELS else w)),
        **({"simplemma": word_by_word(lemmas)} if lemmas else {}),
        "tmqa": tmqa_method(),
    }
    missed: Counter[str] = Counter()
    for term, renderings, line, like in found:
        for name, finds in methods.items():
            if not finds(line, renderings):
                missed[name] += 1
                if name == "tmqa" and "-v" in options:
                    print(f"missed: {term} | {', '.join(renderings)} | {' '.join(like)}")
    forms: dict[str, set[str]] = defaultdict(set)
    for term, _, _, like in found:
        forms[term].update(like)
    print(
        f"terms {len(forms)}  uses {len(found)}  "
        f"forms a term {sum(map(len, forms.values())) / max(len(forms), 1):.1f}"
    )
    for name in methods:
        print(f"{name:<17} missed {missed[name]:5}  ({missed[name] / max(len(found), 1):.1%})")
    if not lemmas:
        print("simplemma is not installed")


if __name__ == "__main__":
    main()
