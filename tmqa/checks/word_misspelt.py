"""See `WordMisspelt`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.lang.en.words import STOP_WORDS
from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.spelling import LIKELY, UNLIKELY, are_akin
from tmqa.lang.ka.stem import stem
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

_WORD = regex.compile(r"[ა-ჰ]+(?:-[ა-ჰ]+)*")
_PART = regex.compile(r"[ა-ჰ]+")
# Letters; shorter unknown words are mostly abbreviations and syllables of names, longer ones (the
# longest compounds have some 35) are no words.
_SHORTEST, _LONGEST = 4, 40
_SHORTEST_HEARD = 3  # letters of an English word that a Georgian one may transcribe
_NEARBY = 10  # pairs before and after, whose names a translator may repeat
# Unknown words of one stem that an article has so often are words of its subject, no slips.
_OWN_WORD = 3
# `sound_distance` up to which an unknown word may be the Georgian name of a place (Vistula, ვისლა:
# 0.19). Asked of names without counterpart only; asked of every word it costs a tenth of the slips.
_FAINT = 0.25
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class _Near:
    """A known word one slip away, with the slip's likelihood and what speaks for the word.

    It may be `seen` elsewhere in the article, be a `usual` word, or be a `rendering` that the
    lexicon lists for a word of the source.
    """

    text: str
    rank: int
    seen: bool
    usual: bool
    rendering: bool

    @property
    def is_expected(self) -> bool:
        """True when anything speaks for the word."""
        return self.seen or self.usual or self.rendering


class WordMisspelt(ArticleCheck):
    """A word is in no word list, and one slip of the pen makes a known word of it.

    Why: a misspelt word stops every reader, and machine translation makes up words.

    Limits: unknown words of four letters and more with a known word near. Silent for what sounds
    like a word of the source (names, loanwords) and for words that the article repeats; a slip
    that makes another word (წელს for წლის) is not found. Medium confidence asks that the near
    word stands elsewhere in the article, or that the slip is a likely one and the near word usual
    or a translation of the source, and that the two are no forms of one family; all else is low.
    A project's own words go into its settings.
    """

    rule_id = "word-misspelt"
    category = "linguistic-conventions/spelling"
    severity, confidence = Severity.MINOR, Confidence.LOW
    examples = (
        CheckExample(
            "The government decided to wait.",
            "[[მთავრობბამ]] ლოდინი გადაწყვიტა.",
            "მთავრობამ ლოდინი გადაწყვიტა.",
        ),
        CheckExample(
            "Douglas Abercrombie came back to Scotland by ferry.",
            "დუგლას აბერკრომბი [[შოტლანტიაში]] ბორნით დაბრუნდა.",
            "დუგლას აბერკრომბი შოტლანდიაში ბორნით დაბრუნდა.",
        ),
        CheckExample(
            "He waits at the border.\nNobody lives at the border.",
            "ის საზღვართან იცდის.\n[[სასზღვართან]] არავინ ცხოვრობს.",
            "ის საზღვართან იცდის.\nსაზღვართან არავინ ცხოვრობს.",
        ),
        CheckExample(
            "Sterling scored for the champions.",
            "[[ჩემპოინებს]] გოლი სტერლინგმა გაატანინა.",
            "ჩემპიონებს გოლი სტერლინგმა გაატანინა.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Unknown words of the target with a known word near."""
        words = [(number, word) for number, pair in enumerate(pairs) for word in _words(pair)]
        seen = Counter(fold(word.text) for _, word in words)
        unknown = [(number, word) for number, word in words if not context.speller.knows(word.text)]
        stems = Counter(stem(word.text) for _, word in unknown)
        for number, word in unknown:
            if len(word.text) >= _SHORTEST and stems[stem(word.text)] < _OWN_WORD:
                english = _audible(pairs, number)
                found = self._judged(pairs[number], word, english, seen, context)
                if found is not None:
                    yield found

    def _judged(
        self,
        pair: SegmentPair,
        word: Token,
        english: frozenset[str],
        seen: Counter[str],
        context: Context,
    ) -> Finding | None:
        """The finding of an unknown word, when what is near makes it one."""
        text = fold(word.text)
        heard = _distance(text, english)
        if heard == 0:
            return None
        is_heard = heard <= ALIKE
        near = _near(text, pair, seen, context, is_heard)
        strong = [n for n in near if _is_strong(text, n)]
        if is_heard:  # a name or a loanword, unless the near word sounds more like it
            near = strong = [n for n in strong if _distance(n.text, english) < heard]
        elif _may_be_name(text, pair, context):
            strong = [n for n in strong if n.rendering]
        if not near:
            return None
        is_sure = strong and seen[text] == 1 and pair.bead.source
        meant = [n for n in near if n.is_expected] if is_sure else near
        better = [n.text for n in meant[:_OFFERED]]
        return self.finding(
            pair,
            f"„{word.text}“ is no known word; write {' or '.join(f'„{b}“' for b in better)}, or "
            "add it to the project's words.",
            target=(word.start, word.end),
            suggestions=better,
            confidence=Confidence.MEDIUM if is_sure else Confidence.LOW,
        )


def _words(pair: SegmentPair) -> Iterator[Token]:
    """The Georgian words of the target, hyphenated ones part by part."""
    for token in pair.target.tokens:
        if _WORD.fullmatch(token.text) and not pair.target.is_code(token.start):
            for part in _PART.finditer(token.text):
                if len(part.group()) <= _LONGEST:
                    start = token.start + part.start()
                    yield Token(part.group(), start, token.start + part.end())


def _audible(pairs: Sequence[SegmentPair], number: int) -> frozenset[str]:
    """The English words that a word of the pair may transcribe: its own, and names nearby."""
    nearby = pairs[max(0, number - _NEARBY) : number + _NEARBY + 1]
    names = {t.text for pair in nearby for t in pair.source.tokens if t.text[0].isupper()}
    own = {token.text for token in pairs[number].source.tokens}
    return frozenset(
        text
        for text in own | names
        if len(text) >= _SHORTEST_HEARD and text[0].isalpha() and text.lower() not in STOP_WORDS
    )


def _distance(word: str, english: Iterable[str]) -> float:
    """How little the word sounds like any of the English ones, from 0 (alike) to 1."""
    return min((sound_distance(other, word) for other in english), default=1.0)


def _near(
    word: str, pair: SegmentPair, seen: Counter[str], context: Context, strong: bool
) -> list[_Near]:
    """The known words one slip away, the likeliest first; of akin ones only such as are meant.

    With `strong`, words that `_is_strong` cannot hold of are not asked for.
    """

    def may_be_strong(other: str, rank: int) -> bool:
        return rank == LIKELY or (rank < UNLIKELY and seen[other] > 0)

    wanted = {
        number
        for unit in context.links(pair).units
        for lemma in unit.lemmas
        for rendering in context.lexicon.renderings(lemma)
        for number in rendering
    }
    found = [
        _Near(
            text,
            rank,
            seen[text] > 0,
            context.speller.is_common(text),
            context.speller.lists(text) and not wanted.isdisjoint(context.lexicon.forms.find(text)),
        )
        for text, rank in context.speller.near(word, may_be_strong if strong else None).items()
    ]
    meant = [n for n in found if n.is_expected or not are_akin(word, n.text)]
    return sorted(
        meant,
        key=lambda n: (not n.is_expected, n.rank, -seen[n.text], n.text),
    )


def _is_strong(word: str, near: _Near) -> bool:
    """True when the near word is very probably meant."""
    if are_akin(word, near.text) and not _doubles_consonant(word, near):
        return False
    if near.seen:
        return near.rank < UNLIKELY
    return near.is_expected and near.rank == LIKELY


def _doubles_consonant(word: str, near: _Near) -> bool:
    """True when one of the words has a consonant twice, as no two forms of a word differ.

    A vowel may stand twice where a stem meets a preverb or an ending (დაარქვა, იაპონიიდან).
    """
    ours, theirs = Counter(word), Counter(near.text)
    extra = (ours - theirs) + (theirs - ours)
    return near.rank == LIKELY and extra.total() == 1 and extra.keys().isdisjoint(VOWELS)


def _may_be_name(word: str, pair: SegmentPair, context: Context) -> bool:
    """True when the word sounds faintly like a name of the source that has no counterpart."""
    links = context.links(pair)
    return any(
        unit.is_name
        and not links.explained(number)
        and sound_distance(unit.token.text, word) <= _FAINT
        for number, unit in enumerate(links.units)
    )
