"""See `WordUntranslated`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka.nominal import plain
from tmqa.lexicon.entry import NAME
from tmqa.termbase import Term
from tmqa.values import Confidence, Finding, SegmentPair, Sentence, Severity, Token

_LATIN = regex.compile(r"(?P<word>[a-z]{2,}(?:-[a-z]{2,})*(?:[’'][a-z]+)?)(?:-[ა-ჰ]+)?")
_ARTICLES = frozenset({"a", "an", "the"})
# Units, symbols and abbreviations that Georgian writes in Latin letters.
_KEPT = frozenset(
    """
km cm mm kg mg ml kb mb gb tb px ms hz khz mhz ghz kw kwh mph bpm rpm ppm vs etc eg ie am pm www
http https html css js php sql json xml csv pdf jpg png gif svg mp de la von van der den del da el
al bin ibn
""".split()
)


class WordUntranslated(ArticleCheck):
    """An ordinary English word of the source was left in Latin letters.

    Why: machine translation copies words that it does not know ("tweet"), and a reader trips
    over them.

    Limits: lower-case words only, and such as open a sentence. Names, brands, addresses, code,
    units, lower-case words inside a Latin title and words that the article writes with a capital
    every time are silent; a word between two capitalised Latin words is only a low-confidence
    hint.
    """

    rule_id = "word-untranslated"
    category = "accuracy/untranslated"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample(
            "the return on every tweet", "ყოველი [[tweet]] უკუგება", "ყოველი ტვიტის უკუგება"
        ),
        CheckExample(
            "a room for walk-ins", "ოთახი [[walk-ins-ისთვის]]", "ოთახი დაუჯავშნავი სტუმრისთვის"
        ),
        CheckExample(
            "We read the newsletters.",
            "ჩვენ [[newsletter-ებს]] ვკითხულობთ.",
            "ჩვენ საინფორმაციო წერილებს ვკითხულობთ.",
        ),
        CheckExample(
            "Visit example.com or run `install`, it is 5 km away.",
            "ეწვიეთ [[visit]] გვერდს example.com",
            "ეწვიეთ example.com-ს, ის 5 km მანძილზეა.",
        ),
        CheckExample(
            "The band Rage Against the Machine played loud rock.",
            "ჯგუფმა [[loud]] როკი დაუკრა.",
            "ჯგუფმა Rage against the Machine ხმამაღალი როკი დაუკრა.",
        ),
        CheckExample(
            "Tomatoes need sun.", "[[Tomatoes]] მზეს საჭიროებს.", "პომიდორს მზე სჭირდება."
        ),
        CheckExample(
            "Lantern is here.\nLantern stays free.\nLanterns stay free.",
            "Lantern აქაა.\nLantern უფასო რჩება.\n[[Lanterns]] უფასოა.",
            "Lantern აქაა.\nLantern უფასო რჩება.\nფარნები უფასოა.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Latin words of the target that the source has as ordinary words."""
        names = _names(pairs)
        for pair in pairs:
            yield from self._in_pair(pair, names, context)

    def _in_pair(
        self, pair: SegmentPair, names: frozenset[str], context: Context
    ) -> Iterator[Finding]:
        if not pair.bead.source:
            return
        source = {word for t in pair.source.tokens for word in _readings(t)}
        tokens = pair.target.tokens
        for position, token in enumerate(tokens):
            if not token.text[0].isascii():
                continue
            if _is_name_start(token, tokens[position + 1 :][:1]):
                continue
            text = token.text if token.text in names else _sentence_case(pair, token, context)
            match = _LATIN.fullmatch(text)
            if match is None or match["word"] in _KEPT | _ARTICLES:
                continue
            if pair.target.is_code(token.start):
                continue
            if not all(lemmas(part) & source for part in match["word"].split("-")):
                continue
            before, after = tokens[max(0, position - 1) : position], tokens[position + 1 :][:1]
            hint = any(map(_is_title_word, before)) and any(map(_is_title_word, after))
            term = _record(pair, match["word"], context)
            yield self.finding(
                pair,
                f"“{match['word']}” was left in English; translate it.",
                source=_place(pair, match["word"]),
                target=(token.start, token.end),
                suggestions=map(plain, term.preferred) if term else (),
                confidence=Confidence.LOW if hint else None,
                term=term.id if term else None,
            )


def _names(pairs: Sequence[SegmentPair]) -> frozenset[str]:
    """The source's words that stand there twice or more, each time with a capital."""
    counted = Counter(token.text for pair in pairs for token in pair.source.tokens)
    return frozenset(
        word
        for word, number in counted.items()
        if number > 1 and word.istitle() and word.lower() not in counted
    )


def _is_name_start(token: Token, following: Sequence[Token]) -> bool:
    """True for the first of two capitalised Latin words: Orbit Nine is the name of a phone."""
    return token.text.istitle() and any(
        other.text[0].isascii() and other.text[0].isupper() for other in following
    )


def _sentence_case(pair: SegmentPair, token: Token, context: Context) -> str:
    """The token, in lower case where its capital only opens a sentence of either side."""
    small = token.text.lower()
    opens = any(token.text == _first_word(sentence) for sentence in pair.target.sentences)
    if opens and token.text.istitle() and any(t.text == small for t in pair.source.tokens):
        return small
    for sentence in pair.source.sentences:
        first = _first_word(sentence)
        if sentence.text.startswith(f"{first}:"):  # a label, which may be the name of a version
            continue
        if token.text == first and context.lexicon.parts_of_speech(lemmas(first)) - {NAME}:
            return small
    return token.text


def _first_word(sentence: Sentence) -> str:
    return next((token.text for token in sentence.tokens if token.is_word), "")


def _readings(token: Token) -> frozenset[str]:
    """The lemmas of a source word that is an ordinary one: not written as a name or code."""
    text = token.text
    if not text.isalpha() or not (text.islower() or text.istitle()):
        return frozenset()
    return lemmas(text)


def _is_title_word(token: Token) -> bool:
    return token.text[0].isascii() and (token.text[0].isupper() or token.text.islower())


def _place(pair: SegmentPair, word: str) -> tuple[int, int] | None:
    first, *rest = word.split("-")
    for token in pair.source.tokens:
        if lemmas(token.text) & lemmas(first):
            return token.start, token.end + sum(1 + len(part) for part in rest)
    return None


def _record(pair: SegmentPair, word: str, context: Context) -> Term | None:
    """The glossary record of the word, if one applies here."""
    for match in context.terms(pair):
        if lemmas(word) & set(match.term.source):
            return match.term
    return None
