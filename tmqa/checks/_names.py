"""The names of an article: what shows that a word is one, and whether the target renders it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from tmqa.checks._base import Context
from tmqa.checks._name_forms import stem_of, tails
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.names import GIVEN_NAMES, RANKS, TITLES
from tmqa.lang.ka.letters import fold
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lang.transcription import nominative
from tmqa.lexicon import Lexicon, Link, Links, Unit, is_function_word, word_parts
from tmqa.values import BlockKind, SegmentPair, Token

# From this `sound_distance` on, a Georgian word is certainly not the transcription of a name.
FAR = 0.3
_TITLE_CASE = 0.6  # share of capitalised words from which on a line is a title
# Before other capitalised words than names: the Board, this House.
DETERMINERS = frozenset("the a an this that these those every each no our your".split())
_SHORTEST = 3  # letters of a stem by which a name is known again


class ArticleNames:
    """What an article as a whole shows of its names."""

    def __init__(self, pairs: Sequence[SegmentPair], context: Context) -> None:
        self._context = context
        self._all = pairs
        self.pairs = tuple(p for p in pairs if p.bead.source and p.bead.target and not _is_title(p))
        self._words = {t.text for pair in pairs for t in pair.source.tokens if t.text.islower()}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Capitalised words after a given name or a title that are not words of the article."""
        lexicon = self._context.lexicon
        found = (name for pair in self.pairs for name in _surnames(pair, lexicon).values())
        return frozenset(name for name in found if name.lower() not in self._words)

    @cached_property
    def inside(self) -> frozenset[str]:
        """Words with a capital by themselves inside some sentence and never without one."""
        return frozenset(
            token.text
            for pair in self.pairs
            for token in _words(pair)
            if token.text.istitle()
            and token.text.lower() not in self._words
            and is_inside(pair, token)
            and stands_alone(pair, token, DETERMINERS)
        )

    @cached_property
    def partners(self) -> dict[str, frozenset[str]]:
        """For each name those that stand beside it: the other parts of full names."""
        found: dict[str, set[str]] = defaultdict(set)
        for pair in self._all:
            for left, right in pairwise(_words(pair)):
                is_run = pair.source.text[left.end : right.start] in (" ", "-")
                if is_run and left.text[0].isupper() and right.text[0].isupper():
                    found[left.text].add(right.text)
                    found[right.text].add(left.text)
        return {name: frozenset(others) for name, others in found.items()}

    @cached_property
    def stems(self) -> dict[str, Counter[str]]:
        """For each name the Georgian stems that render it by sound, with their numbers."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in self.pairs:
            links = self._context.links(pair)
            for number, unit in enumerate(links.units):
                for position in by_sound(links, number, self._context.lexicon):
                    stem = stem_of(unit.token.text, links.words[position].text)
                    if len(stem) >= _SHORTEST:
                        found[unit.token.text][stem] += 1
        return dict(found)

    def names_of(self, word: str) -> frozenset[str]:
        """The names that a Georgian word renders somewhere in the article."""
        folded = fold(word)
        return frozenset(
            name
            for length in range(_SHORTEST, len(folded) + 1)
            for name in self._by_stem.get(folded[:length], ())
            if folded[length:] in tails(folded[:length])
        )

    @cached_property
    def _by_stem(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, stems in self.stems.items():
            for stem in stems:
                found[stem].add(name)
        return dict(found)

    def in_georgian(self, name: str) -> str:
        """The commonest Georgian form of a name in the article, in the nominative, or ""."""
        found = self.stems.get(name)
        return nominative(found.most_common(1)[0][0]) if found else ""

    def is_person(self, pair: SegmentPair, token: Token) -> bool:
        """True for a surname of the article, and for a given name before a capitalised word."""
        if token.text in self.surnames or token.start in _surnames(pair, self._context.lexicon):
            return True
        after = next_word(pair, token)
        return (
            token.text.lower() in GIVEN_NAMES
            and after is not None
            and after.text.istitle()
            and pair.source.text[token.end : after.start] == " "
        )


def by_sound(links: Links, number: int, lexicon: Lexicon) -> Iterator[int]:
    """The positions of the words that render a capitalised unit as a name, by its sound."""
    unit: Unit = links.units[number]
    text = unit.token.text
    if not unit.is_name or not text.istitle() or text.lower().rstrip(".") in TITLES:
        return
    ids = lexicon.names(unit.lemmas)
    for position, kind in links.found[number].items():
        word = links.words[position].text
        if (kind is Link.SOUND or lexicon.forms.find(word) & ids) and _distance(unit, word) <= FAR:
            yield position


def is_rendered(links: Links, number: int, lexicon: Lexicon) -> bool:
    """True when some target word may render a unit as a name: by lexicon, letters or sound.

    It may also be a part of the word: პროტრამპული "pro-Trump".
    """
    unit = links.units[number]
    ids = lexicon.names(unit.lemmas)
    stems = [
        rendering.removesuffix("ი")
        for lemma in unit.lemmas
        for rendering in lexicon.name_renderings(lemma)
        if len(rendering) > _SHORTEST
    ]
    if any(stem in fold(word.text) for stem in stems for word in links.words):
        return True
    return any(
        kind is Link.COPY or lexicon.forms.find(links.words[position].text) & ids
        for position, kind in links.found[number].items()
    ) or any(_distance(unit, word.text) <= _limit(word.text, lexicon) for word in links.words)


def is_inside(pair: SegmentPair, token: Token) -> bool:
    """True for a word that opens no sentence, quotation or clause, where any has a capital."""
    before = pair.source.text[: token.start]
    if before.endswith(" "):  # a quotation mark before a blank closes
        before = before.rstrip(" \"“”’'")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",)")


def stands_alone(pair: SegmentPair, token: Token, barred: frozenset[str] = frozenset()) -> bool:
    """True for a capitalised word between small ones, the first of them not `barred`."""
    words = _words(pair)
    at = next(i for i, word in enumerate(words) if word.start == token.start)
    before, after = words[at - 1].text if at else "", next_word(pair, token)
    is_run = (
        after is not None
        and after.text[0].isupper()
        and pair.source.text[token.end : after.start] in (" ", "-", " & ")
    )
    return before.islower() and before not in barred and not is_run


def next_word(pair: SegmentPair, token: Token) -> Token | None:
    """The word after a source token."""
    return next((word for word in _words(pair) if word.start >= token.end), None)


def _limit(word: str, lexicon: Lexicon) -> float:
    """How far from a name a Georgian word may sound and still render it; common words less."""
    is_word = is_function_word(word) or any(map(lexicon.has_word, lexicon.lemmas(word)))
    return ALIKE if is_word else FAR


def _distance(unit: Unit, word: str) -> float:
    return min(sound_distance(unit.token.text, part) for part in word_parts(word))


def _words(pair: SegmentPair) -> list[Token]:
    return [token for token in pair.source.tokens if token.is_word]


def _is_title(pair: SegmentPair) -> bool:
    """True where every word may be capitalised, and capitals so show no names."""
    words = [token.text for token in pair.source.tokens if len(token.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    heading = any(s.kind is BlockKind.HEADING for s in pair.source.sentences)
    if pair.source.text.rstrip("”\"’'").endswith((".", "?", "!")):
        return False
    return heading or (len(words) > 2 and capitals >= _TITLE_CASE * len(words))


def _surnames(pair: SegmentPair, lexicon: Lexicon) -> dict[int, str]:
    """Capitalised words after a given name or a title, and names after a rank, by their start."""
    words = _words(pair)
    found = {}
    for before, after, third in zip(words, words[1:], [*words[2:], None], strict=False):
        title = before.text.lower().rstrip(".")
        # "Mr Evil President" is no Mr Evil.
        is_open = third is not None and third.text[0].isupper() and third.start == after.end + 1
        if (
            before.text[0].isupper()
            and (
                title in GIVEN_NAMES
                or (title in TITLES and not is_open)
                or (title in RANKS and lexicon.names(lemmas(after.text)))
            )
            and after.text.istitle()
            and pair.source.text[before.end : after.start] in (" ", ". ")
        ):
            found[after.start] = after.text
    return found
