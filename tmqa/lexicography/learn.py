"""Proposes lexicon lines from translations; a human decides what goes into a lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmqa.errors import ConfigError
from tmqa.lang.ka.letters import has_georgian
from tmqa.lang.ka.nominal import plain
from tmqa.lang.ka.stem import dictionary_form, stem
from tmqa.lexicography.model1 import linked_words
from tmqa.lexicon import Lexicon, is_function_word
from tmqa.lexicon.entry import NAME, NOUN
from tmqa.lexicon.links import content_units
from tmqa.resources import default_lexicon
from tmqa.values import SegmentPair

# Share of a word's occurrences that a rendering must be linked to.
_LEAST_SHARE = 0.2
# Dice coefficient of word and rendering: how much they stand together only.
_LEAST_DICE = 0.3
_MOST_RENDERINGS = 4
_POS = {"NOUN": NOUN, "VERB": "v", "ADJ": "adj", "ADV": "adv"}


@dataclass(frozen=True)
class Proposal:
    """Renderings of an English lemma with how often each was linked to it."""

    lemma: str
    pos: str
    count: int
    renderings: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """A lexicon line under a comment with the counts, so that the file loads as it is."""
        counts = ", ".join(f"{rendering} {n}" for rendering, n in self.renderings)
        words = ", ".join(rendering for rendering, _ in self.renderings)
        return f"# {self.lemma} {self.count}: {counts}\n{self.lemma}\t{self.pos}\t{words}"


def learn(pairs: Sequence[SegmentPair], lexicon: Lexicon, least: int) -> Iterator[Proposal]:
    """Renderings that the lexicon lacks, linked at least `least` times, in alphabetical order."""
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    sentences = []
    for pair in pairs:
        source = []
        for unit in content_units(pair.source, lexicon):
            lemma = _lemma(unit.lemmas, lexicon)
            source.append(lemma)
            surfaces[lemma][unit.token.text] += 1
            names[lemma] += unit.is_name
        words = [t.text for t in pair.target.tokens if t.is_word and has_georgian(t.text)]
        content = [word for word in words if not is_function_word(word)]
        for word in content:
            forms[stem(word)][word] += 1
        sentences.append((source, [stem(word) for word in content]))
    renderings: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (lemma, found), count in linked_words(sentences).most_common():
        total = surfaces[lemma].total()
        dice = 2 * count / (total + forms[found].total())
        if (
            count >= max(least, _LEAST_SHARE * total)
            and dice >= _LEAST_DICE
            and not _is_known(lemma, forms[found], lexicon)
        ):
            renderings[lemma].append((_written(forms[found], lexicon), count))
    for lemma in sorted(renderings):
        total = surfaces[lemma].total()
        is_name = names[lemma] * 2 > total
        pos = NAME if is_name else _part_of_speech(lemma, surfaces[lemma], lexicon)
        yield Proposal(lemma, pos, total, tuple(renderings[lemma][:_MOST_RENDERINGS]))


def _lemma(readings: Iterable[str], lexicon: Lexicon) -> str:
    """The reading that the lexicon lists, and of several the shortest."""
    return min(readings, key=lambda r: (not lexicon.entries(r), len(r), r))


def _is_known(lemma: str, forms: Iterable[str], lexicon: Lexicon) -> bool:
    """True when the lexicon renders the lemma by a word that one of the forms is of."""
    known = {number for rendering in lexicon.renderings(lemma) for number in rendering}
    return any(known & lexicon.forms.find(form) for form in forms)


def _written(forms: Counter[str], lexicon: Lexicon) -> str:
    """The noun of the lexicon that most of the forms are of, else their likeliest lemma."""
    nouns: Counter[str] = Counter()
    for form, count in forms.items():
        for noun in lexicon.nouns(form):
            if " " not in noun:
                nouns[noun] += count
    [(noun, count)] = nouns.most_common(1) or [("", 0)]
    return plain(noun) if count * 2 > forms.total() else dictionary_form(forms)


def _part_of_speech(lemma: str, surfaces: Iterable[str], lexicon: Lexicon) -> str:
    """What the lexicon says of the lemma first, else what its forms may be."""
    for entry in lexicon.entries(lemma):
        return entry.pos
    from lemminflect import getAllLemmas

    votes = Counter(
        _POS[pos]
        for surface in surfaces
        for pos, found in getAllLemmas(surface).items()
        if pos in _POS and lemma in found
    )
    return max(_POS.values(), key=lambda pos: (votes[pos], pos == NOUN))


def refuse_built_in(output: Path) -> None:
    """Raise `ConfigError` when the output is a file of the built-in data."""
    if default_lexicon().parent.resolve() in output.resolve().parents:
        raise ConfigError(
            f"--output {output}", "is among the built-in data", "choose a file of your own"
        )
