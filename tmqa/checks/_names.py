"""The names of an article: what shows that a word is one, and whether the target renders it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from tmqa.checks._base import Context
from tmqa.checks._name_forms import stem_of, tails
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.names import GIVEN_NAMES, PLACES, RANKS, TITLES
from tmqa.lang.en.words import STOP_WORDS, is_title_case
from tmqa.lang.ka.letters import fold
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lang.transcription import nominative, transcribe
from tmqa.lexicon import Lexicon, Link, Links, Unit, is_function_word, word_parts
from tmqa.values import BlockKind, SegmentPair, Token

# Beyond this `sound_distance` a Georgian word does not transcribe a name: of the 365 given names in
# the lexicon 0.5 % are farther from their rendering, of all its 2,456 names 2 %; of its Georgian
# nouns 0.7 % come nearer to a name by chance, and so nouns must be `ALIKE` (0.1 %).
FAR = 0.3
# Before other capitalised words than names: the Board, this House.
DETERMINERS = frozenset("the a an this that these those every each no our your".split())
# What shows that the name before it is a brand, though an article or a sentence begins there.
_BRAND_CUES = frozenset(
    """
account ad ads app board boss browser channel chief executive ceo chairman customer device employee
engineer founder headquarters hq investor laptop logo message model music phone platform product
profile rival seller shareholder share site software spokesman spokesperson spokeswoman stock store
subscription subscriber update user version warehouse watch website worker
""".split()
)
# What a name may follow that is its own: the retail chain Harvest.
_NAMED_KINDS = frozenset(
    """
agency airline app bakery band bank bookmaker brand brewer brewery builder carmaker chain charity
club company firm group hotel insurer label lender magazine maker manufacturer newspaper platform
pub publisher restaurant retailer shipbuilder startup start-up studio supermarket supplier website
""".split()
)
# What follows the name of a product: Galaxy A76.
_MODEL = regex.compile(r"\p{Lu}{1,3}-?\d+\p{L}?|\d+\p{Lu}")
_POSSESSIVE = frozenset({"'s", "’s"})
# Between the parts of a name: New York, Marks & Spencer, King's Counsel.
_IN_RUNS = frozenset({" ", "-", " & ", "'s ", "’s "})
_SHORTEST = 3  # letters of a stem by which a name is known again


@dataclass(frozen=True, slots=True)
class NameUse:
    """A source word that is a name, and the target word with the stem that renders it."""

    pair: SegmentPair
    unit: Unit
    word: Token
    stem: str


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
    def rendered(self) -> frozenset[str]:
        """Words that some pair renders as names: by their sound, or by a copy with its capital."""
        copied = {
            token.text
            for pair in self._all
            for token in _words(pair)
            if token.text.istitle()
            and token.text.lower() not in self._words
            and any(word.text.split("-")[0] == token.text for word in pair.target.tokens)
        }
        return frozenset(copied | self.stems.keys())

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
    def uses(self) -> tuple[NameUse, ...]:
        """The places where a word of the target renders a name by its sound."""
        lexicon = self._context.lexicon
        return tuple(
            NameUse(pair, unit, links.words[position], stem)
            for pair in self.pairs
            for links in (self._context.links(pair),)
            for unit, position in by_sound(links, lexicon)
            if len(stem := stem_of(unit.token.text, links.words[position].text)) >= _SHORTEST
        )

    @cached_property
    def stems(self) -> dict[str, Counter[str]]:
        """For each name the Georgian stems that render it by sound, with their numbers."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for use in self.uses:
            found[use.unit.token.text][use.stem] += 1
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


@dataclass(frozen=True)
class NameCase:
    """A content word of the source that may be a name, with what its pair and article show."""

    pair: SegmentPair
    links: Links
    number: int  # of the unit in the links
    names: ArticleNames
    lexicon: Lexicon

    @property
    def unit(self) -> Unit:
        """The word with its readings."""
        return self.links.units[self.number]

    @property
    def token(self) -> Token:
        """The word as it stands."""
        return self.unit.token

    @property
    def text(self) -> str:
        """The word as it is written."""
        return self.unit.token.text

    @property
    def is_capitalised(self) -> bool:
        """True for a word of letters with one capital, the first, where it may be a name.

        A known word at the head of a sentence may be one only when it is one elsewhere.
        """
        names = self.names
        may_be = self.unit.is_name or self.text in names.inside | names.surnames | names.rendered
        return may_be and self.text.isalpha() and self.text.istitle()

    @property
    def is_name(self) -> bool:
        """True where something shows that a word that is also a common one is a name."""
        if self.text in self.names.rendered or self.names.is_person(self.pair, self.token):
            return True
        before = previous_word(self.pair, self.token)
        if self.text in self.names.inside and before and before.text.lower() in _NAMED_KINDS:
            return True
        after = next_word(self.pair, self.token)
        if after and _MODEL.fullmatch(after.text) and is_inside(self.pair, self.token):
            return True
        if not self.lexicon.names(self.unit.lemmas):
            return False
        if self.text in self.names.inside:
            return True
        is_brand = self.lexicon.brand(self.text.lower()) is not None
        return is_brand and after is not None and after.text.lower() in _BRAND_CUES

    @property
    def is_certain(self) -> bool:
        """True for a word that can be nothing but a name."""
        if self.text.lower().rstrip(".") in TITLES:
            return False
        if self.text in self.names.stems or self.is_name:
            return True
        is_known = bool(self.lexicon.names(self.unit.lemmas))
        return not self.unit.known and (is_known or is_inside(self.pair, self.token))

    @property
    def is_rendered(self) -> bool:
        """True when some target word may render the name."""
        return is_rendered(self.links, self.number, self.lexicon)


def by_sound(links: Links, lexicon: Lexicon) -> Iterator[tuple[Unit, int]]:
    """Which target words render which names by their sound, the likest pairs first, one to one."""
    pairs = sorted(
        (_distance(unit, links.words[position].text), number, position)
        for number, unit in enumerate(links.units)
        if unit.is_name and unit.token.text.istitle()
        for position, kind in links.found[number].items()
        if kind is Link.SOUND or is_listed(links.words[position].text, unit, lexicon)
    )
    units, places = set(), set()
    for distance, number, position in pairs:
        unit, word = links.units[number], links.words[position].text
        if number in units or position in places or unit.token.text.lower().rstrip(".") in TITLES:
            continue
        if distance <= (FAR if is_listed(word, unit, lexicon) else _limit(word, lexicon)):
            units.add(number)
            places.add(position)
            yield unit, position


def is_listed(word: str, unit: Unit, lexicon: Lexicon) -> bool:
    """True for a form of a rendering that the lexicon has for the unit as a name."""
    return bool(lexicon.forms.find(word) & lexicon.names(unit.lemmas))


def is_rendered(links: Links, number: int, lexicon: Lexicon) -> bool:
    """True when some target word may render a unit as a name: by lexicon, letters or sound.

    It may also be a part of the word: პროტრამპული "pro-Trump", ინსტაგრამი "Insta".
    """
    unit = links.units[number]
    ids = lexicon.names(unit.lemmas)
    stems = [
        rendering.removesuffix("ი")
        for lemma in unit.lemmas
        for rendering in lexicon.name_renderings(lemma)
        if len(rendering) > _SHORTEST
    ]
    spelt = transcribe(unit.token.text).removesuffix("ი")
    for word in links.words:
        if any(stem in fold(word.text) for stem in stems):
            return True
        if len(spelt) > _SHORTEST and fold(word.text).startswith(spelt):
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
    before = words[at - 1].text if at else ""
    after = next((word for word in words[at + 1 :] if word.text not in _POSSESSIVE), None)
    is_run = (
        after is not None
        and after.text[0].isupper()
        and pair.source.text[token.end : after.start] in _IN_RUNS
    )
    return before.islower() and before not in barred and not is_run


def next_word(pair: SegmentPair, token: Token) -> Token | None:
    """The word after a source token."""
    return next((word for word in _words(pair) if word.start >= token.end), None)


def previous_word(pair: SegmentPair, token: Token) -> Token | None:
    """The word before a source token, with nothing but a blank between them."""
    words = [word for word in _words(pair) if word.end < token.start]
    is_near = words and pair.source.text[words[-1].end : token.start] == " "
    return words[-1] if is_near else None


def _limit(word: str, lexicon: Lexicon) -> float:
    """How far from a name a Georgian word may sound and still render it; common words less."""
    return ALIKE if is_function_word(word) or lexicon.is_word(word) else FAR


def _distance(unit: Unit, word: str) -> float:
    return min(sound_distance(unit.token.text, part) for part in word_parts(word))


def _words(pair: SegmentPair) -> list[Token]:
    return [token for token in pair.source.tokens if token.is_word]


def _is_title(pair: SegmentPair) -> bool:
    """True where every word may be capitalised, and capitals so show no names."""
    if pair.source.text.rstrip("”\"’'").endswith((".", "?", "!")):
        return False
    heading = any(s.kind is BlockKind.HEADING for s in pair.source.sentences)
    return heading or is_title_case(token.text for token in pair.source.tokens)


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
                (title in GIVEN_NAMES and (title not in STOP_WORDS or is_inside(pair, before)))
                or _is_apposition(pair, before, after, lexicon)
                or (title in TITLES and not is_open)
                or (title in RANKS and lexicon.names(lemmas(after.text)))
            )
            and after.text.istitle()
            and after.text.lower() not in PLACES
            and pair.source.text[before.end : after.start] in (" ", ". ")
        ):
            found[after.start] = after.text
    return found


def _is_apposition(pair: SegmentPair, first: Token, last: Token, lexicon: Lexicon) -> bool:
    """True for two capitalised words in apposition ("the judge, Miriam Stone,"): a full name."""
    text = pair.source.text
    return (
        text[: first.start].endswith(", ")
        and text[: first.start - 2][-1:].islower()
        and text[last.end : last.end + 1] == ","
        and not any(map(lexicon.has_word, lemmas(first.text)))
    )
