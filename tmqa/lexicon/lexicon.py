"""The lexicon, compiled for look-up from either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from tmqa.lang.ka.families import families
from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.lexicon.entry import ADJECTIVE, NAME, NOUN, Entry

Words = tuple[int, ...]

# Share of the smaller set of word families from which on two lemmas count as related: economy
# and economic do, county and country, which share one rendering of many, do not.
_RELATED = 0.34


class Lexicon:
    """Entries by English lemma, and a form index over all their Georgian words.

    `digest` identifies the data in a report's signature.
    """

    def __init__(self, entries: Iterable[Entry], digest: str = "") -> None:
        self.digest = digest
        self.forms = FormIndex()
        self._by_lemma: dict[str, list[Entry]] = defaultdict(list)
        self._renderings: dict[str, tuple[Words, ...]] = {}
        self._lemmas: dict[int, set[str]] = defaultdict(set)
        for entry in entries:
            self._by_lemma[entry.lemma].append(entry)
        for lemma, found in self._by_lemma.items():
            self._index(lemma, found)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return self._plain(NOUN)

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return self._plain(ADJECTIVE) - self._nouns

    def _plain(self, pos: str) -> frozenset[str]:
        """The plain renderings of the entries of a part of speech."""
        return frozenset(
            rendering
            for entries in self._by_lemma.values()
            for entry in entries
            if entry.pos == pos
            for rendering in entry.renderings
            if is_plain(rendering)
        )

    def _index(self, lemma: str, entries: Iterable[Entry]) -> None:
        words = [
            tuple(self.forms.add(word) for word in rendering.split(" "))
            for entry in entries
            for rendering in entry.renderings
        ]
        self._renderings[lemma] = tuple(dict.fromkeys(words))
        for single in words:
            if len(single) == 1:
                self._lemmas[single[0]].add(lemma)

    def __len__(self) -> int:
        return len(self._by_lemma)

    def has_word(self, lemma: str) -> bool:
        """True when the lemma is listed as an ordinary word, not only as a name."""
        return any(entry.pos != NAME for entry in self._by_lemma.get(lemma, ()))

    def entries(self, lemma: str) -> tuple[Entry, ...]:
        """The entries of an English lemma, one a part of speech; empty when it is unknown."""
        return tuple(self._by_lemma.get(lemma, ()))

    def parts_of_speech(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The parts of speech that any of the lemmas is listed with."""
        return frozenset(entry.pos for lemma in lemmas for entry in self.entries(lemma))

    def renderings(self, lemma: str) -> tuple[Words, ...]:
        """The renderings of a lemma, each as the form ids of its words."""
        return self._renderings.get(lemma, ())

    @cache  # noqa: B019 – a lexicon lives as long as the program
    def families(self, lemma: str) -> frozenset[str]:
        """The word families of a lemma's renderings, by their last words."""
        return frozenset(
            key
            for entry in self.entries(lemma)
            for rendering in entry.renderings
            for key in families(rendering.split(" ")[-1].strip("*="))
        )

    def are_related(self, left: str, right: str) -> bool:
        """True when two English lemmas share a good part of their Georgian word families."""
        ours, theirs = self.families(left), self.families(right)
        return len(ours & theirs) >= _RELATED * min(len(ours), len(theirs))

    def first_renderings(self, lemmas: Iterable[str], most: int) -> tuple[str, ...]:
        """The most usual plain renderings of the first lemma in the alphabet that has any."""
        for lemma in sorted(lemmas):
            plain = [r for entry in self.entries(lemma) for r in entry.renderings if is_plain(r)]
            if plain:
                return tuple(dict.fromkeys(plain))[:most]
        return ()

    def nouns(self, word: str) -> tuple[str, ...]:
        """The Georgian nouns of the lexicon that a word form belongs to."""
        patterns = (self.forms.pattern(number) for number in self.forms.find(word))
        return tuple(sorted(p for p in patterns if p in self._nouns))

    def is_adjective(self, word: str) -> bool:
        """True for a Georgian dictionary form that is listed as adjectives only."""
        return word in self._adjectives

    def names(self, lemmas: Iterable[str]) -> frozenset[int]:
        """The form ids of the one-word renderings that the lemmas have as names."""
        return frozenset(
            self.forms.add(rendering)
            for lemma in lemmas
            for entry in self.entries(lemma)
            if entry.pos == NAME
            for rendering in entry.renderings
            if " " not in rendering
        )

    def name_of(self, word: str) -> str | None:
        """The English name that a Georgian word form renders, when it renders nothing else."""
        lemmas = sorted(self.lemmas(word))
        if lemmas and not any(self.has_word(lemma) for lemma in lemmas):
            return lemmas[0]
        return None

    def lemmas(self, word: str) -> frozenset[str]:
        """The English lemmas that a Georgian word form can render by itself."""
        return frozenset(
            lemma for number in self.forms.find(word) for lemma in self._lemmas.get(number, ())
        )
