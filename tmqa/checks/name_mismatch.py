"""See `NameMismatch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.checks._name_forms import right_forms, slot_after, slot_in, tails
from tmqa.checks._name_intruders import has_kind, intruder
from tmqa.checks._names import ArticleNames, is_inside, is_rendered, next_word
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.en.names import TITLES
from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.nominal import Slot
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lang.transcription import letter_by_letter
from tmqa.lexicon import Habit, Lexicon, Link, Links, Unit, is_function_word
from tmqa.lexicon.entry import CURRENCY
from tmqa.lexicon.phrases import Phrase
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

_CAMEL = regex.compile(r"(?:\p{Lu}\p{Ll}+){2,}")
_PART = regex.compile(r"\p{Lu}\p{Ll}+")
# What shows that the name before it is a brand, though an article or a sentence begins there.
_BRAND_CUES = frozenset(
    """
account ad ads app board boss browser channel chief executive ceo chairman customer device employee
engineer founder headquarters hq investor laptop logo message model music phone platform product
profile rival seller shareholder share site software spokesman spokesperson spokeswoman stock store
subscription subscriber update user version warehouse watch website worker
""".split()
)
_SHORTEST = 5  # letters of a name that is told by its letters; short ones are abbreviations
_MONEY = regex.compile(r"\p{Sc}")


@dataclass(frozen=True)
class _Case:
    """A segment pair with all that the rule asks about it."""

    pair: SegmentPair
    links: Links
    names: ArticleNames
    lexicon: Lexicon


class NameMismatch(ArticleCheck):
    """A name is translated as a common word, or another name stands in its place.

    Why: machine translation reads "Ms Marsh" as a bog, "in Reading" as the act of reading, "on
    Slack" as looseness and "StepChange" as a change of step, mixes up Monday and Tuesday, Austria
    and Australia, Kim and Trump, and spells Siobhan by its letters.

    Limits: a surname is known by the given name or title before it, here or elsewhere in the
    article; other names by the lexicon, the brands and the names of the CLDR. A brand that is
    also a word needs a capital inside the sentence, or a word such as "app" after it. Silent in
    titles, where every word is capitalised, and wherever the name also stands in the target by
    its sound or in Latin letters.
    """

    rule_id = "name-mismatch"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample(
            "Yesterday Diana Marsh resigned.",
            "გუშინ დიანა [[ჭაობი]] გადადგა.",
            "გუშინ დიანა მარში გადადგა.",
        ),
        CheckExample(
            "We spoke with Mr Brown about it.\nThen Brown laughed.",
            "ამაზე ბატონ [[ყავისფერს]] ვესაუბრეთ.\nმერე [[ყავისფერმა]] გაიცინა.",
            "ამაზე ბატონ ბრაუნს ვესაუბრეთ.\nმერე ბრაუნმა გაიცინა.",
        ),
        CheckExample(
            "Its founder, Faith Miller, lives here.",
            "მისი დამფუძნებელი, [[რწმენა]] მილერი, აქ ცხოვრობს.",
            "მისი დამფუძნებელი, ფეით მილერი, აქ ცხოვრობს.",
        ),
        CheckExample(
            "Ask the charity StepChange for help.",
            "დახმარება ქველმოქმედ [[ნაბიჯის ცვლილებას]] სთხოვეთ.",
            "დახმარება საქველმოქმედო ორგანიზაცია StepChange-ს სთხოვეთ.",
        ),
        CheckExample(
            "The talks end in June.", "მოლაპარაკება [[ივლისში]] მთავრდება.", "ივნისში მთავრდება."
        ),
        CheckExample(
            "The firm left Austria and Niger.",
            "კომპანიამ [[ავსტრალია]] და [[ნიგერია]] დატოვა.",
            "კომპანიამ ავსტრია და ნიგერი დატოვა.",
        ),
        CheckExample(
            "The Slovak parliament met.",
            "[[სლოვენიის]] პარლამენტი შეიკრიბა.",
            "სლოვაკეთის პარლამენტი შეიკრიბა.",
        ),
        CheckExample("It costs 50 lari.", "ეს 50 [[დოლარი]] ღირს.", "ეს 50 ლარი ღირს."),
        CheckExample(
            "The train to Reading was late.",
            "მატარებელი [[კითხვამდე]] დაგვიანდა.",
            "მატარებელი რედინგამდე დაგვიანდა.",
        ),
        CheckExample(
            "We write to each other on Slack.",
            "ერთმანეთს [[დუნეზე]] ვწერთ.",
            "ერთმანეთს Slack-ზე ვწერთ.",
        ),
        CheckExample(
            "The Target app is free, the apple pie too.",
            "[[სამიზნის]] აპი უფასოა, ვაშლის ღვეზელიც.",
            "Target-ის აპი უფასოა, ვაშლის ღვეზელიც.",
        ),
        CheckExample(
            "They flew to Salt Lake City.",
            "ისინი [[მარილის ტბის ქალაქში]] გაფრინდნენ.",
            "ისინი სოლტ-ლეიკ-სიტიში გაფრინდნენ.",
        ),
        CheckExample(
            "Yesterday Trump met Merkel.\nThen Merkel left, and Trump stayed.",
            "გუშინ ტრამპი მერკელს შეხვდა.\nმერე [[ტრამპი]] წავიდა, და ტრამპი დარჩა.",
            "გუშინ ტრამპი მერკელს შეხვდა.\nმერე მერკელი წავიდა, და ტრამპი დარჩა.",
        ),
        CheckExample(
            "We met Siobhan there.",
            "იქ [[სიობჰანს]] შევხვდით.",
            "იქ შივონს შევხვდით.",
        ),
    )

    def findings(self, pairs: Sequence[SegmentPair], context: Context) -> Iterator[Finding]:
        """Names of the article that the target turns into words or into other names."""
        names = ArticleNames(pairs, context)
        for pair in names.pairs:
            case = _Case(pair, context.links(pair), names, context.lexicon)
            taken: set[int] = set()
            for phrase, places in case.links.phrases:
                found = None if places else self._phrase_translated(case, phrase)
                if found is not None:
                    taken.update(range(phrase.start, phrase.end))
                    yield found
            for number, unit in enumerate(case.links.units):
                if unit.token.start not in taken:
                    found = self._of_unit(case, number, unit)
                    if found is not None:
                        yield found

    def _of_unit(self, case: _Case, number: int, unit: Unit) -> Finding | None:
        """What is wrong with a unit, the surest evidence first."""
        if not unit.token.text[0].isupper():
            return self._other_money(case, number)
        found = self._translated(case, number)
        if found is None and _CAMEL.fullmatch(unit.token.text):
            found = self._taken_apart(case, unit)
        return (
            found
            or self._other_of_its_kind(case, number)
            or self._replaced(case, number)
            or self._spelt_out(case, number)
        )

    def _translated(self, case: _Case, number: int) -> Finding | None:
        """A name that is also a common word, rendered as the word."""
        unit, links, lexicon = case.links.units[number], case.links, case.lexicon
        token = unit.token
        is_titled = token.text.isalpha() and token.text.istitle()
        if not unit.known or not is_titled or not _is_name(case, unit):
            return None
        names = lexicon.names(unit.lemmas)
        brand = lexicon.brand(token.text.lower())
        for word in links.words:
            is_word = brand is not None and any(map(lexicon.has_word, lexicon.lemmas(word.text)))
            if lexicon.forms.find(word.text) & names:
                return None
            if sound_distance(token.text.lower(), word.text) <= ALIKE and not is_word:
                return None
        others = links.explained_elsewhere(number)
        places = [
            p
            for p, kind in links.found[number].items()
            if kind is Link.RENDERING and p not in others
        ]
        if not places or token.text in case.pair.target.text or _is_inside_a_word(case, unit):
            return None
        rendering = links.words[places[0]]
        return self._finding(
            case,
            token,
            rendering,
            f"“{token.text}” is a name here, and „{rendering.text}“ translates it as a "
            "common word; write „{better}“.",
            slot_in(rendering.text, unit.lemmas, lexicon),
        )

    def _taken_apart(self, case: _Case, unit: Unit) -> Finding | None:
        """A name written as StepChange, rendered by the meanings of its parts."""
        text = unit.token.text
        if text in case.pair.target.text:
            return None
        if any(sound_distance(text, word.text) <= ALIKE for word in case.links.words):
            return None
        places = _places_of_parts(case, [part.lower() for part in _PART.findall(text)])
        if not places:
            return None
        first, last = case.links.words[min(places)], case.links.words[max(places)]
        return self.finding(
            case.pair,
            f"“{text}” is a name; do not translate its parts, keep it in Latin letters.",
            source=(unit.token.start, unit.token.end),
            target=(first.start, last.end),
            suggestions=(text,),
        )

    def _phrase_translated(self, case: _Case, phrase: Phrase) -> Finding | None:
        """A name of several words, rendered by the meanings of its words."""
        lexicon = case.lexicon
        brand = lexicon.brand(phrase.lemma)
        start, end = phrase.start, phrase.end
        text = case.pair.source.text[start:end]
        units = [n for n, u in enumerate(case.links.units) if start <= u.token.start < end]
        if (
            (brand is not None and brand.habit is Habit.TRANSLATED)
            or text in case.pair.target.text
            or not all(case.links.units[n].known for n in units)
            or any(is_rendered(case.links, n, lexicon) for n in units)
        ):
            return None
        places = _places_of_parts(case, [case.links.units[n].token.text.lower() for n in units])
        if len(units) < 2 or not places:
            return None
        first, last = case.links.words[min(places)], case.links.words[max(places)]
        slot = slot_in(last.text, case.links.units[units[-1]].lemmas, lexicon)
        better = right_forms(phrase.lemma, "", slot, lexicon)
        return self.finding(
            case.pair,
            f"“{text}” is a name; do not translate its words, write „{better[0]}“.",
            source=(start, end),
            target=(first.start, last.end),
            suggestions=better,
        )

    def _other_of_its_kind(self, case: _Case, number: int) -> Finding | None:
        """A country, language, month or weekday that is missing while another is there."""
        unit, lexicon = case.links.units[number], case.lexicon
        if not has_kind(unit.lemmas, lexicon):
            return None
        if any(
            not _of_its_kind(case.links.words[position].text, unit.lemmas, lexicon)
            for position in case.links.found[number]
        ):
            return None
        named = _named_lemmas(case.pair)
        for position, word in enumerate(case.links.words):
            others = _of_its_kind(word.text, unit.lemmas, lexicon)
            if others and not any(
                lemma == other or lexicon.territories(lemma) & lexicon.territories(other)
                for other in lexicon.names_of(word.text)
                for lemma in named
            ) and position not in case.links.explained_elsewhere(number):  # fmt: skip
                slot = slot_in(word.text, others, lexicon)
                return self._finding(
                    case,
                    unit.token,
                    word,
                    f"The source names “{unit.token.text}”, the translation „{word.text}“ "
                    f"(“{min(others).title()}”); write „{{better}}“.",
                    slot,
                )
        return None

    def _other_money(self, case: _Case, number: int) -> Finding | None:
        """A currency after a number that is missing while another is there."""
        unit, lexicon, links = case.links.units[number], case.lexicon, case.links
        lemmas = {n for n in unit.lemmas if CURRENCY in lexicon.kinds(n)}
        if (
            not lemmas
            or links.explained(number)
            or _MONEY.search(case.pair.source.text)
            or not _is_counted(case.pair.source.text, unit.token)
        ):
            return None
        explained = links.explaining()
        for position, word in enumerate(links.words):
            others = frozenset(o for o in lexicon.lemmas(word.text) if CURRENCY in lexicon.kinds(o))
            if others and position not in explained and _is_counted(case.pair.target.text, word):
                slot = slot_in(word.text, others, lexicon)
                better = right_forms(min(lemmas), "", slot, lexicon)
                return self.finding(
                    case.pair,
                    f"The source counts in “{unit.token.text}”, the translation in „{word.text}“ "
                    f"(“{min(others)}”).",
                    source=(unit.token.start, unit.token.end),
                    target=(word.start, word.end),
                    suggestions=better,
                )
        return None

    def _replaced(self, case: _Case, number: int) -> Finding | None:
        """A name that is missing while another name of the article stands there instead."""
        unit, links = case.links.units[number], case.links
        if not unit.is_name or not unit.token.text.istitle() or not _is_sure(case, unit):
            return None
        if is_rendered(links, number, case.lexicon):
            return None
        if has_kind(unit.lemmas, case.lexicon):
            return None
        found = intruder(case.pair, links, number, case.names, case.lexicon)
        if found is None:
            return None
        return self._finding(
            case,
            unit.token,
            found.word,
            f"The source names “{unit.token.text}”, the translation „{found.word.text}“ "
            f"(“{found.name}”); write „{{better}}“.",
            found.slot,
            Confidence.MEDIUM if found.is_in_source else None,
        )

    def _spelt_out(self, case: _Case, number: int) -> Finding | None:
        """A name that does not sound as it is written, spelt by its letters."""
        unit, lexicon = case.links.units[number], case.lexicon
        name = unit.token.text
        right = lexicon.name_renderings(name.lower())
        if (
            len(name) < _SHORTEST
            or unit.known
            or not right
            or any(sound_distance(name, r) <= ALIKE for r in right)
        ):
            return None
        stem = letter_by_letter(name).removesuffix("ი")
        for word in case.links.words:
            if fold(word.text).removeprefix(stem) in tails(stem) and fold(word.text).startswith(
                stem
            ):
                return self._finding(
                    case,
                    unit.token,
                    word,
                    f"“{name}” is spelt by its letters as „{word.text}“; write „{{better}}“ by "
                    "its sound.",
                    slot_after(stem, word.text),
                    Confidence.MEDIUM,
                )
        return None

    def _finding(
        self,
        case: _Case,
        name: Token,
        word: Token,
        message: str,
        slot: Slot,
        confidence: Confidence | None = None,
    ) -> Finding:
        """A finding on one source and one target word; the message names the first remedy."""
        better = right_forms(name.text, case.names.in_georgian(name.text), slot, case.lexicon)
        return self.finding(
            case.pair,
            message.replace("{better}", better[0]),
            source=(name.start, name.end),
            target=(word.start, word.end),
            suggestions=better,
            confidence=confidence,
        )


def _is_name(case: _Case, unit: Unit) -> bool:
    """True where something shows that a capitalised word that is also a common one is a name."""
    if case.names.is_person(case.pair, unit.token):
        return True
    if not case.lexicon.names(unit.lemmas):
        return False
    if unit.token.text in case.names.inside:
        return True
    after = next_word(case.pair, unit.token)
    brand = case.lexicon.brand(unit.token.text.lower())
    return brand is not None and after is not None and after.text.lower() in _BRAND_CUES


def _is_sure(case: _Case, unit: Unit) -> bool:
    """True for a capitalised word that is certainly a name."""
    if unit.token.text.lower().rstrip(".") in TITLES:
        return False
    if unit.token.text in case.names.stems or _is_name(case, unit):
        return True
    return not unit.known and (
        is_inside(case.pair, unit.token) or bool(case.lexicon.names(unit.lemmas))
    )


def _is_counted(text: str, word: Token) -> bool:
    """True for a word after a number, or after one that a word such as "million" follows."""
    return any(char.isdigit() for before in text[: word.start].split()[-2:] for char in before)


def _is_inside_a_word(case: _Case, unit: Unit) -> bool:
    """True when a target word has the name inside it: პროტრამპული "pro-Trump"."""
    return any(
        rendering.removesuffix("ი") in fold(word.text)
        for lemma in unit.lemmas
        for rendering in case.lexicon.name_renderings(lemma)
        if len(rendering) >= _SHORTEST
        for word in case.links.words
    )


def _places_of_parts(case: _Case, parts: Sequence[str]) -> list[int]:
    """The positions of the words that render the parts of a name by their meanings, all near."""
    places: list[int] = []
    for part in parts:
        wanted = {ids[0] for ids in case.lexicon.renderings(part) if len(ids) == 1}
        place = [
            position
            for position, word in enumerate(case.links.words)
            if case.lexicon.forms.find(word.text) & wanted and position not in places
        ]
        if not place:
            return []
        places.append(place[0])
    return places if max(places) - min(places) <= len(places) else []


def _of_its_kind(word: str, names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The names of the same kind, country or month, that a word renders in place of `names`."""
    others = lexicon.names_of(word)
    if is_function_word(word) or others & names:
        return frozenset()
    kinds = {kind for name in names for kind in lexicon.kinds(name)}
    lands = {land for name in names for land in lexicon.territories(name)}
    if any(lexicon.territories(other) & lands for other in others):
        return frozenset()
    return frozenset(other for other in others if lexicon.kinds(other) & kinds)


def _named_lemmas(pair: SegmentPair) -> frozenset[str]:
    """The lemmas of all capitalised words of the source."""
    return frozenset(
        lemma
        for token in pair.source.tokens
        if token.text[0].isupper()
        for lemma in lemmas(token.text)
    )
