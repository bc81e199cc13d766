"""Names that stand in the target in place of one that is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tmqa.checks._name_forms import slot_after, slot_in, stem_of
from tmqa.checks._names import ArticleNames, is_rendered
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka.nominal import Slot
from tmqa.lang.sound import sound_distance
from tmqa.lexicon import Lexicon, Links, is_function_word
from tmqa.values import SegmentPair, Token

_SHORTEST = 4  # letters of a Georgian word that is taken for a name by the lexicon alone
# Beyond this `sound_distance` from every word of the source, a name renders none of them.
_STRANGE = 0.4


@dataclass(frozen=True, slots=True)
class Intruder:
    """A target word that renders another name, which the source has more seldom or not at all."""

    word: Token
    name: str
    slot: Slot
    is_in_source: bool


def intruder(
    pair: SegmentPair, links: Links, number: int, names: ArticleNames, lexicon: Lexicon
) -> Intruder | None:
    """The first word that may stand in place of a unit, a name that nothing renders."""
    beside = list(_beside(pair, links, number, lexicon))
    partners = names.partners.get(links.units[number].token.text, frozenset())
    for position, word in enumerate(links.words):
        if not all(places & {position - 1, position + 1} for places in beside):
            continue  # the rest of the full name stands elsewhere
        found = _of_the_article(pair, links, number, word, names, lexicon) or _of_the_lexicon(
            pair, links, position, partners, lexicon
        )
        if found is not None:
            return found
    return None


def _beside(
    pair: SegmentPair, links: Links, number: int, lexicon: Lexicon
) -> Iterator[frozenset[int]]:
    """For the parts before and after a unit in its full name, where they are rendered."""
    for step in (-1, 1):
        at = number + step
        if not 0 <= at < len(links.units):
            continue
        left, right = sorted((links.units[number].token, links.units[at].token), key=_start)
        is_run = pair.source.text[left.end : right.start] in (" ", "-")
        if is_run and links.units[at].is_name and is_rendered(links, at, lexicon):
            yield frozenset(links.found[at])


def _of_the_article(
    pair: SegmentPair,
    links: Links,
    number: int,
    word: Token,
    names: ArticleNames,
    lexicon: Lexicon,
) -> Intruder | None:
    """The word as one that renders another name of the article, once too often here."""
    name = links.units[number].token.text
    others = names.names_of(word.text)
    if not others or others & names.partners.get(name, frozenset()):
        return None
    if any(_is_short_for(name, o) for o in others) or has_kind(map(str.lower, others), lexicon):
        return None
    here = sum(bool(names.names_of(w.text) & others) for w in links.words)
    named = sum(token.text in others for token in pair.source.tokens)
    if here <= named:
        return None
    other = min(others)
    return Intruder(word, other, slot_after(stem_of(other, word.text), word.text), bool(named))


def _of_the_lexicon(
    pair: SegmentPair, links: Links, position: int, partners: Iterable[str], lexicon: Lexicon
) -> Intruder | None:
    """The word as a known name, no word of the language, that nothing in the source explains."""
    word = links.words[position]
    others = lexicon.names_of(word.text)
    if (
        len(word.text) < _SHORTEST
        or not others
        or is_function_word(word.text)
        or position in links.explaining()
        or has_kind(others, lexicon)
        or others & set(map(str.lower, partners))
        or any(lexicon.brand(other) for other in others)
    ):
        return None
    for token in pair.source.tokens:
        if lemmas(token.text) & others or sound_distance(token.text, word.text) <= _STRANGE:
            return None
    return Intruder(word, min(others).title(), slot_in(word.text, others, lexicon), False)


def has_kind(names: Iterable[str], lexicon: Lexicon) -> bool:
    """True for countries, their peoples and languages, for months and weekdays among the names."""
    return any(lexicon.kinds(name) for name in names)


def _is_short_for(name: str, other: str) -> bool:
    """True for one name in two lengths: Insta, Instagram."""
    left, right = name.lower(), other.lower()
    return left.startswith(right) or right.startswith(left)


def _start(token: Token) -> int:
    return token.start
