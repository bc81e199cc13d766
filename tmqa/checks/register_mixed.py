"""See `RegisterMixed`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tmqa.checks._base import ArticleCheck, CheckExample, Context, Range
from tmqa.lang.en.address import addresses_reader
from tmqa.lang.ka.address import Address, address, counterpart
from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.letters import fold, has_georgian
from tmqa.lang.quotations import is_dialogue, quoted
from tmqa.termbase import TermMatch
from tmqa.values import (
    Alignment,
    BlockKind,
    Confidence,
    Finding,
    MarkupKind,
    SegmentPair,
    Severity,
    Side,
    Token,
)

# Below so many words of its own form an article hardly addresses its reader at all, and a word of
# the other form is as likely a general "you" or meant for somebody else: both mixtures in the
# nineteen clean article pairs of the corpora are of this kind.
_OWN_USES = 3
# So many times as many words as of the other form make the article's own form sure.
_CLEAR_RATIO = 3
_LABEL_WORDS = 3  # of a button or menu in bold
_FORMS = {Address.FAMILIAR: "familiar (შენ)", Address.POLITE: "polite (თქვენ)"}


class RegisterMixed(ArticleCheck):
    """The reader is addressed now politely (თქვენ), now familiarly (შენ).

    Why: English has one "you"; machine translation chooses between the two Georgian ones
    sentence by sentence, and a text that changes its tone towards the reader reads as careless.

    Limits: the rarer form of the article is marked, of equals the familiar one. Only words count
    that can be nothing else than a second person, in segments whose source says "you" or gives an
    order. Quotations on either side, dialogue, titles in italics, short labels in bold, code and
    set phrases of the glossaries are left out. A single reader whom the text calls თქვენ and a
    group look the same.
    """

    rule_id = "register-mixed"
    category = "style/inconsistent-style"
    severity, confidence = Severity.MINOR, Confidence.HIGH
    examples = (
        CheckExample(
            "Check your bill.\nYou can pay online.\nCall us if you need help.\nDo you agree?",
            "შეამოწმეთ თქვენი ანგარიში.\nშეგიძლიათ ონლაინ გადაიხადოთ.\n"
            "დაგვირეკეთ, თუ დახმარება გჭირდებათ.\n[[ეთანხმები]]?",
            "შეამოწმეთ თქვენი ანგარიში.\nშეგიძლიათ ონლაინ გადაიხადოთ.\n"
            "დაგვირეკეთ, თუ დახმარება გჭირდებათ.\nეთანხმებით?",
        ),
        CheckExample(
            "Choose a colour.\nIf you like it, save your picture.\nShare it with your friends.",
            "აირჩიე ფერი.\nთუ მოგწონს, შეინახე შენი სურათი.\n[[გაუზიარეთ]] [[თქვენს]] მეგობრებს.",
            "აირჩიე ფერი.\nთუ მოგწონს, შეინახე შენი სურათი.\nგაუზიარე შენს მეგობრებს.",
        ),
        CheckExample(
            "Do you remember your first teacher?\n“You will go far,” he said.\nCan you tell why?",
            "გახსოვთ თქვენი პირველი მასწავლებელი?\n„შენ შორს წახვალ“, — მითხრა მან.\n"
            "[[შეგიძლია]] მიხვდეთ, რატომ?",
            "გახსოვთ თქვენი პირველი მასწავლებელი?\n„შენ შორს წახვალ“, — მითხრა მან.\n"
            "შეგიძლიათ მიხვდეთ, რატომ?",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Every word of the form of address that is the rarer one in the article."""
        uses: dict[Address, list[tuple[SegmentPair, Token]]] = {form: [] for form in Address}
        for pair, token, form in _addresses(pairs, context):
            uses[form].append((pair, token))
        familiar, polite = uses[Address.FAMILIAR], uses[Address.POLITE]
        own = Address.FAMILIAR if len(familiar) > len(polite) else Address.POLITE
        [other] = set(Address) - {own}
        confidence = Confidence.MEDIUM
        if len(uses[own]) < _OWN_USES:
            confidence = Confidence.LOW
        elif len(uses[own]) >= _CLEAR_RATIO * len(uses[other]):
            confidence = Confidence.HIGH
        for pair, token in uses[other] if uses[own] else ():
            better = counterpart(token.text)
            yield self.finding(
                pair,
                f"„{token.text}“ is a {_FORMS[other]} address in an article that is else "
                f"{_FORMS[own]}; write „{better}“.",
                target=(token.start, token.end),
                suggestions=(better,),
                confidence=confidence,
            )


def _addresses(
    pairs: Sequence[SegmentPair], context: Context
) -> Iterator[tuple[SegmentPair, Token, Address]]:
    """The words that address the reader, with their form of address."""

    def lemmas(word: str) -> list[str]:
        forms = context.lexicon.forms
        return [p for p in map(forms.pattern, forms.find(word)) if is_plain(p)]

    speech = _Speech(context.alignment)
    for pair in pairs:
        if pair.is_boilerplate or not addresses_reader(speech.unquoted_source(pair)):
            continue
        left_out = speech.target_ranges(pair)
        for token in pair.target.tokens:
            if any(start < token.end and token.start < end for start, end in left_out):
                continue
            form = address(token.text, lemmas) if has_georgian(token.text) else None
            if form is not None and not _is_set_phrase(token, context.terms(pair)):
                yield pair, token, form


def _is_set_phrase(token: Token, matches: Sequence[TermMatch]) -> bool:
    """True for a word that a glossary's rendering holds in this very form."""
    return any(
        fold(token.text) in hit.pattern.replace("=", "").split(" ")
        for match in matches
        for hit in match.right
        if hit.start <= token.start < hit.end
    )


class _Speech:
    """The parts of an article that speak to somebody else than its reader."""

    def __init__(self, alignment: Alignment) -> None:
        self._source, self._target = (
            dict(zip((s.index for s in side), quoted([s.text for s in side]), strict=True))
            for side in (alignment.source, alignment.target)
        )
        first = {s.block: s.text for s in reversed(alignment.target)}
        self._dialogue = {block for block, text in first.items() if is_dialogue(text)}

    def unquoted_source(self, pair: SegmentPair) -> str:
        """The source text with its quotations blanked."""
        text = pair.source.text
        for start, end in _in_side(pair.source, self._source):
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def target_ranges(self, pair: SegmentPair) -> list[Range]:
        """The ranges of the target that are quotations, dialogue, titles, labels or code."""
        ranges = dict(self._target)
        for sentence in pair.target.sentences:
            if sentence.kind is BlockKind.QUOTE or sentence.block in self._dialogue:
                ranges[sentence.index] = [(0, len(sentence.text))]
        found = _in_side(pair.target, ranges)
        for markup in pair.target.markup:
            text = pair.target.text[markup.start : markup.end]
            words = len(text.split())
            is_title = markup.kind is MarkupKind.EMPHASIS and words > 1
            is_label = markup.kind is MarkupKind.STRONG and words <= _LABEL_WORDS
            if is_title or is_label or markup.kind is MarkupKind.CODE:
                found.append((markup.start, markup.end))
        return found


def _in_side(side: Side, ranges: Mapping[int, Sequence[Range]]) -> list[Range]:
    """The ranges of the side's sentences as offsets into its joined text."""
    found, shift = [], 0
    for sentence in side.sentences:
        found += [(start + shift, end + shift) for start, end in ranges[sentence.index]]
        shift += len(sentence.text) + 1
    return found
