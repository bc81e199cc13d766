"""See `CharEncoding`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex

from tmqa.checks._base import CheckExample, Context, Range, SegmentCheck
from tmqa.lang.ka.encodings import FONTS, from_font, mojibake, restored
from tmqa.lang.ka.words import STOP_WORDS
from tmqa.values import Confidence, Finding, SegmentPair, Severity

# So many known words in a run make its Latin letters Georgian. One is enough where it has a capital
# inside, as AcadNusx needs for some letters, or accented letters as no Latin word has them.
_KNOWN_WORDS = 2
_TELLING = regex.compile(r"[a-z][TRSCZWJ]|[À-å]{2}")
# A word counts from so many letters on: "is" and "am" would be ის "that" and ამ "this".
_LEAST_LETTERS = 4
_LATIN_WORD = regex.compile(r"(?<![\p{L}\d@/._-])[\p{Latin}×]+(?![\p{L}\d@/_]|[.-]\p{L})")
_BETWEEN = regex.compile(r"[\s\d.,;:!?()\"'-]*")
_REPLACED = regex.compile(r"[\p{L}-]*(?:\N{REPLACEMENT CHARACTER}[\p{L}-]*)+")
# What is left of Georgian words in an encoding without its letters.
_QUESTION_MARKS = regex.compile(r"\?{3,}(?:[\s,.-]+\?{2,})+|\?{5,}")
_MOST_OFFERED = 3

_Word = tuple[Range, str]  # where it stands, and what it is


class CharEncoding(SegmentCheck):
    """Text is unreadable because it was stored or read in a wrong encoding.

    Why: UTF-8 read in a Western or Cyrillic code page becomes “áƒ¥áƒ”, a font of the time before
    Unicode leaves Latin letters (“saqarTvelo”), and what an encoding does not have becomes a
    question mark. No reader can mend it.

    Limits: Latin letters are taken for Georgian when the words that the old fonts show are in the
    lexicon and the source does not have them: two words side by side, or one with the capital
    inside that those fonts need. Where bytes are lost the readings are those that the lexicon
    knows.
    """

    rule_id = "char-encoding"
    category = "linguistic-conventions/character-encoding"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    bilingual = False
    examples = (
        CheckExample(
            "the social media", "[[socialuri mediis]] არხი", "სოციალური მედიის არხი iPhone-ზე"
        ),
        CheckExample("Georgia is here.", "[[saqarTvelo]] აქ არის.", "საქართველო აქ არის."),
        CheckExample("This is Georgia.", "ეს [[ÓÀØÀÒÈÅÄËÏ]] არის.", "ეს საქართველოა: Ångström."),
        CheckExample("a big city", "[[áƒ“áƒ˜áƒ“áƒ˜]] ქალაქი", "დიდი ქალაქი Málaga"),
        CheckExample("a wind", "ეს [[áƒ¥áƒáƒ áƒ˜]] არის", "ეს ქარია"),
        CheckExample("the house", "ეს [[სა\N{REPLACEMENT CHARACTER}ლი]] დიდია", "ეს სახლი დიდია"),
        CheckExample("What a house?", "[[????? ?????]] სახლი?", "რა სახლი???"),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Stretches of mojibake, of old fonts, and of letters replaced by question marks."""
        text = pair.target.text

        def is_word(word: str) -> bool:
            return word in STOP_WORDS or bool(context.lexicon.forms.find(word))

        for garbled in mojibake(text, is_word):
            span = garbled.start, garbled.end
            yield self._unreadable(
                pair, span, "is UTF-8 read in a wrong encoding", garbled.readings
            )
        for span, reading in _in_old_fonts(pair, is_word):
            yield self._unreadable(pair, span, "is Georgian in a font before Unicode", (reading,))
        for match in _REPLACED.finditer(text):
            better = tuple(word for word in restored(match.group()) if is_word(word))
            yield self._unreadable(pair, match.span(), "has lost a letter", better)
        for match in _QUESTION_MARKS.finditer(text):
            if match.group() not in pair.source.text:
                yield self._unreadable(pair, match.span(), "has lost its letters", ())

    def _unreadable(
        self, pair: SegmentPair, span: Range, what: str, readings: tuple[str, ...]
    ) -> Finding:
        offered = readings if len(readings) <= _MOST_OFFERED else ()
        better = " or ".join(f"„{reading}“" for reading in offered)
        return self.finding(
            pair,
            f"“{pair.target.text[slice(*span)]}” {what}; "
            + (f"write {better}." if better else "restore it from the original."),
            target=span,
            suggestions=offered,
            fix=offered[0] if len(offered) == 1 else None,
        )


def _in_old_fonts(pair: SegmentPair, is_word: Callable[[str], bool]) -> Iterator[_Word]:
    """Runs of words that a font or table before Unicode shows as Georgian, with their reading."""
    text = pair.target.text
    in_source = {match.group() for match in _LATIN_WORD.finditer(pair.source.text)}
    latin = [
        match
        for match in _LATIN_WORD.finditer(text)
        if match.group() not in in_source and not pair.target.is_code(match.start())
    ]
    best: dict[int, tuple[int, _Word]] = {}  # where a run begins: its known words and reading
    for font in FONTS:
        words = [(m.span(), shown) for m in latin if (shown := from_font(m.group(), font))]
        for run in _runs(words, text):
            known = [word for word in run if len(word[1]) >= _LEAST_LETTERS and is_word(word[1])]
            telling = any(_TELLING.search(text, *span) for span, _ in known)
            start = run[0][0][0]
            if (telling or len(known) >= _KNOWN_WORDS) and len(known) > best.get(start, (0,))[0]:
                best[start] = len(known), _joined(run, text)
    yield from (word for _, word in best.values())


def _runs(words: Sequence[_Word], text: str) -> list[list[_Word]]:
    """The words that nothing but spaces and marks part, in groups."""
    runs: list[list[_Word]] = []
    for word in words:
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1][0][1], word[0][0]):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _joined(run: Sequence[_Word], text: str) -> _Word:
    """The words of a run as one, with what stands between them."""
    start = end = run[0][0][0]
    reading = ""
    for span, word in run:
        reading += text[end : span[0]] + word
        end = span[1]
    return (start, end), reading
