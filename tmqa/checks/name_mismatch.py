"""See `NameMismatch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa.checks._base import ArticleCheck, CheckExample, Context
from tmqa.checks._name_fault import Fault, fault
from tmqa.checks._name_forms import is_form, slot_after
from tmqa.checks._name_intruders import other_money, replaced
from tmqa.checks._name_translated import (
    brand_translated,
    phrase_translated,
    taken_apart,
    translated,
)
from tmqa.checks._names import ArticleNames, NameCase
from tmqa.lang.sound import ALIKE, sound_distance
from tmqa.lang.transcription import letter_by_letter
from tmqa.values import Confidence, Finding, SegmentPair, Severity

_SHORTEST = 5  # letters of a name that is told by its letters; short ones are abbreviations


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
            "Lloyd sings Salt Road with Diana Marsh.",
            "ლოიდი დიანა [[ჭაობთან]] ერთად „მარილის გზას“ მღერის.",
            "ლოიდი დიანა მარშთან ერთად „მარილის გზას“ მღერის.",
        ),
        CheckExample(
            "His new Galaxy A76 is slow.",
            "მისი ახალი [[გალაქტიკა]] A76 ნელია.",
            "მისი ახალი Galaxy A76 ნელია.",
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
            "Take Rusty, a terrier.\nToday Rusty rests.",
            "ავიღოთ [[ჟანგიანი]], ტერიერი.\nდღეს რასტი ისვენებს.",
            "ავიღოთ რასტი, ტერიერი.\nდღეს რასტი ისვენებს.",
        ),
        CheckExample(
            "Lantern has a dark theme.\nLantern stays free.",
            "Lantern-ს მუქი თემა აქვს.\n[[ფარანი]] უფასო რჩება.",
            "Lantern-ს მუქი თემა აქვს.\nLantern უფასო რჩება.",
        ),
        CheckExample(
            "The judge, Svetoslava Stone, met Northstar there.",
            "მოსამართლე სვეტოსლავა [[ქვა]] იქ [[ჩრდილოეთის ვარსკვლავს]] შეხვდა.",
            "მოსამართლე სვეტოსლავა სტოუნი იქ Northstar-ს შეხვდა.",
        ),
        CheckExample(
            "The retail chain Harvest closed.",
            "საცალო ქსელი [[მოსავალი]] დაიხურა.",
            "საცალო ქსელი Harvest დაიხურა.",
        ),
        CheckExample(
            "We work on Slack.",
            "ჩვენ [[ლოდინში]] ვმუშაობთ.",
            "ჩვენ Slack-ში ვმუშაობთ.",
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
            for found in _faults(pair, names, context):
                yield self.finding(
                    pair,
                    found.message,
                    source=found.source,
                    target=found.target,
                    suggestions=found.suggestions,
                    confidence=found.confidence,
                )


def _faults(pair: SegmentPair, names: ArticleNames, context: Context) -> Iterator[Fault]:
    """At most one fault a name, those of several words first."""
    links, lexicon = context.links(pair), context.lexicon
    taken: set[int] = set()
    for phrase, places in links.phrases:
        found = None if places else phrase_translated(pair, links, phrase, lexicon)
        if found is not None:
            taken.update(range(phrase.start, phrase.end))
            yield found
    for number, unit in enumerate(links.units):
        if unit.token.start not in taken:
            found = _fault(NameCase(pair, links, number, names, lexicon))
            if found is not None:
                yield found


def _fault(case: NameCase) -> Fault | None:
    """What is wrong with one name, the surest evidence first."""
    if not case.text[0].isupper():
        return other_money(case)
    return (
        translated(case)
        or taken_apart(case)
        or replaced(case)
        or brand_translated(case)
        or _spelt_out(case)
    )


def _spelt_out(case: NameCase) -> Fault | None:
    """A name that does not sound as it is written, spelt by its letters."""
    right = case.lexicon.name_renderings(case.text.lower())
    if len(case.text) < _SHORTEST or case.unit.known or not right:
        return None
    if any(sound_distance(case.text, form) <= ALIKE for form in right):
        return None
    stem = letter_by_letter(case.text).removesuffix("ი")
    for word in case.links.words:
        for spelt in (stem, stem.replace("ჰ", "")):  # the letter that is silent most often
            if is_form(word.text, spelt):
                return fault(
                    case,
                    word,
                    f"“{case.text}” is spelt by its letters as „{word.text}“",
                    slot_after(spelt, word.text),
                    Confidence.MEDIUM,
                )
    return None
