"""The lexicon, compiled for look-up from either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from tmqa.lang.en.names import TERRITORIES
from tmqa.lang.ka.families import families
from tmqa.lang.ka.forms import FormIndex, is_plain
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import analyse
from tmqa.lexicon.entry import ADJECTIVE, LOCALE_KINDS, NAME, NOUN, TERRITORY, Entry
from tmqa.lexicon.phrases import PhraseIndex

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
        self.phrases = PhraseIndex()
        self._by_lemma: dict[str, tuple[Entry, ...]] = {}
        self._renderings: dict[str, tuple[Words, ...]] = {}
        self._brand_renderings: dict[str, tuple[Words, ...]] = {}
        self._lemmas: dict[int, set[str]] = defaultdict(set)
        for entry in _merged(entries):
            self._by_lemma[entry.lemma] = (*self._by_lemma.get(entry.lemma, ()), entry)
        for lemma, found in self._by_lemma.items():
            self._index(lemma, found)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return self._plain(NOUN)

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return self._modifiers - self._nouns

    @cached_property
    def _modifiers(self) -> frozenset[str]:
        return self._plain(ADJECTIVE)

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
        found: dict[bool, list[Words]] = {False: [], True: []}
        for entry in entries:
            for rendering in entry.renderings:
                words = tuple(
                    self.forms.add(word, entry.pos == NAME) for word in rendering.split(" ")
                )
                found[entry.habit is not None].append(words)
                if len(words) == 1:
                    self._lemmas[words[0]].add(lemma)
        self._renderings[lemma] = tuple(dict.fromkeys(found[False]))
        self._brand_renderings[lemma] = tuple(dict.fromkeys(found[True]))
        self.phrases.add(lemma)

    def __len__(self) -> int:
        return len(self._by_lemma)

    def has_word(self, lemma: str) -> bool:
        """True when the lemma is listed as an ordinary word, not only as a name."""
        return any(entry.pos != NAME for entry in self._by_lemma.get(lemma, ()))

    def is_word(self, word: str) -> bool:
        """True when a Georgian word form renders some ordinary English word."""
        return any(map(self.has_word, self.lemmas(word)))

    def entries(self, lemma: str) -> tuple[Entry, ...]:
        """The entries of an English lemma, one a part of speech; empty when it is unknown."""
        return self._by_lemma.get(lemma, ())

    def parts_of_speech(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The parts of speech that any of the lemmas is listed with."""
        return frozenset(entry.pos for lemma in lemmas for entry in self.entries(lemma))

    def rendered_parts(self, lemma: str, word: str) -> frozenset[str]:
        """The parts of speech of a lemma that a Georgian word form renders."""
        ids = self.forms.find(word)
        return frozenset(
            entry.pos
            for entry in self.entries(lemma)
            if any(
                " " not in rendering and self.forms.add(rendering, entry.pos == NAME) in ids
                for rendering in entry.renderings
            )
        )

    def renderings(self, lemma: str, is_word: bool = False) -> tuple[Words, ...]:
        """The renderings of a lemma, each as the form ids of its words.

        Where it stands as a word, those of a brand of that name are left out.
        """
        words = self._renderings.get(lemma, ())
        return words if is_word else words + self._brand_renderings.get(lemma, ())

    @cache  # noqa: B019 – a lexicon lives as long as the program
    def families(self, lemma: str) -> frozenset[str]:
        """The word families of a lemma's renderings, by their last words; brands have none."""
        return frozenset(
            key
            for entry in self.entries(lemma)
            if entry.habit is None
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
            plain = [
                rendering
                for entry in self.entries(lemma)
                if entry.habit is None
                for rendering in entry.renderings
                if is_plain(rendering)
            ]
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

    def may_modify(self, word: str) -> bool:
        """True for a Georgian dictionary form that is listed as an adjective among others."""
        return word in self._modifiers

    def names(self, lemmas: Iterable[str]) -> frozenset[int]:
        """The form ids of the one-word renderings that the lemmas have as names."""
        return frozenset(
            self.forms.add(rendering, is_name=True)
            for lemma in lemmas
            for entry in self.entries(lemma)
            if entry.pos == NAME
            for rendering in entry.renderings
            if " " not in rendering
        )

    def name_renderings(self, lemma: str) -> tuple[str, ...]:
        """The plain renderings that a lemma has as a name, the most usual first."""
        return tuple(
            rendering
            for entry in self.entries(lemma)
            if entry.pos == NAME
            for rendering in entry.renderings
            if is_plain(rendering)
        )

    def names_of(self, word: str) -> frozenset[str]:
        """The English names that a Georgian word form renders; none where it is a word too."""
        if self.is_word(word):
            return frozenset()
        return frozenset(
            lemma for number in self._surest(word) for lemma in self._lemmas.get(number, ())
        )

    def brand(self, lemma: str) -> Entry | None:
        """The entry of the brand or other name of that spelling in lower case, if it is one."""
        return next((entry for entry in self.entries(lemma) if entry.habit is not None), None)

    def kinds(self, lemma: str) -> frozenset[str]:
        """Which of `LOCALE_KINDS` a lemma names; the people of a territory belong to it."""
        kinds = {entry.kind for entry in self.entries(lemma)} & LOCALE_KINDS
        return frozenset(kinds | {TERRITORY}) if self.territories(lemma) else frozenset(kinds)

    @cache  # noqa: B019 – a lexicon lives as long as the program
    def territories(self, lemma: str) -> frozenset[str]:
        """The territories that a lemma names, or to whose people and language it belongs.

        Names belong together that share a rendering ("swede" and "swedish" შვედი), or one of
        which has the genitive of the other (ჩინეთის "Chinese" of ჩინეთი "China").
        """
        near = self._neighbours(lemma)
        return frozenset(
            self._named(near) or self._named({n for k in near for n in self._neighbours(k)})
        )

    def _named(self, lemmas: Iterable[str]) -> set[str]:
        return {
            lemma
            for lemma in lemmas
            if lemma in TERRITORIES or any(entry.kind == TERRITORY for entry in self.entries(lemma))
        }

    def _neighbours(self, lemma: str) -> set[str]:
        """The names that share a one-word rendering with a name, or have its genitive."""
        words = [
            rendering
            for entry in self.entries(lemma)
            if entry.pos == NAME and entry.habit is None
            for rendering in entry.renderings
            if " " not in rendering
        ]
        found = {
            lemma
            for word in words
            for number in self._surest(word)
            for lemma in self._lemmas.get(number, ())
        }
        return found | ({lemma} if words else set())

    def _surest(self, word: str) -> frozenset[int]:
        """The ids of the patterns that a word form belongs to, those rather without a particle.

        ნიგერია is "Nigeria", and only where there were none "it is Niger".
        """
        found = self.forms.find(word)
        folded = fold(word)
        bare = {
            number
            for number in found
            if (slot := analyse(folded, self.forms.pattern(number))) and not slot.particle
        }
        return frozenset(bare) or found

    def lemmas(self, word: str) -> frozenset[str]:
        """The English lemmas that a Georgian word form can render by itself."""
        return frozenset(
            lemma for number in self.forms.find(word) for lemma in self._lemmas.get(number, ())
        )


def _merged(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The entries with those of one lemma and part of speech made one.

    The renderings of the first stand first; kind, spelling and habit are those of whichever
    has them.
    """
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.lemma, entry.pos)
        known = found.get(key)
        if known is not None:
            more = tuple(r for r in entry.renderings if r not in known.renderings)
            senses = (*known.senses, more) if more else known.senses
            entry = Entry(
                entry.lemma,
                entry.pos,
                senses,
                known.kind or entry.kind,
                known.written or entry.written,
                known.habit or entry.habit,
            )
        found[key] = entry
    return found.values()
