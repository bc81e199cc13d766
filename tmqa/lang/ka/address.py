"""Forms of address: familiar (შენ, one person) and polite (თქვენ) words of the second person.

The polite form of a verb is the familiar one with -თ (გააკეთე, გააკეთეთ "do"), which takes the
place of a final -ს (გაქვს, გაქვთ "you have"). So a table of familiar forms, a rule for the verbs
of a lexicon, and that step are all that is needed. Facts of grammar after H. Aronson, *Georgian:
A Reading Grammar* (1990), chapters 1, 3, 5 and 9.

Forms that may also be of the first or third person, or nouns, are left out on purpose: იყო "was,
that you be", გაიგო "learnt, that you learn", მოდი "come, let's", გაძლევთ "gives you, we give you".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import analyse
from tmqa.lang.ka.verb import principal_parts


class Address(StrEnum):
    """How a word addresses the reader."""

    FAMILIAR = "familiar"
    POLITE = "polite"


_FAMILIAR_YOU, _POLITE_YOU = "შენ", "თქვენ"
# What may follow in the pronoun "you" and its possessive "your": cases, postpositions, particles.
_PRONOUN_TAILS = frozenset(
    """
ც ვე ო ი იც ივე იო იაა ის ისა ისი ს საც სვე სა მა მაც ით ითაც თვის თვისაც თან თანაც ზე ზეც ზეა
ში შიც შია გან განაც კენ კენაც სავით ამდე ნაირი ნაირად
""".split()
) | {""}

# Familiar forms that the rule below does not reach or must not judge.
_FORMS = frozenset(
    word
    for row in (
        "ხარ იქნები იყავი ხდები გახდები გახდი რჩები დარჩები დარჩი",  # be, become, stay
        "მიდიხარ მოდიხარ დადიხარ შედიხარ გადიხარ გამოდიხარ გადადიხარ წახვალ მიხვალ მოხვალ შეხვალ",  # go
        "გახვალ გამოხვალ გადახვალ ჩახვალ ახვალ წახვიდე მიხვიდე მოხვიდე შეხვიდე გახვიდე გადახვიდე",  # go
        "ჩახვიდე წადი შედი გადი ჩადი გადადი გამოდი დაბრუნდი იარე",  # go, enter, return, walk
        "ზიხარ დგახარ წევხარ დაჯექი ადექი დადექი",  # sit, stand, lie
        "იცი იცოდე იცნობ ფიქრობ ხვდები მიხვდები მიხვდი გაიგე გაიგებ გაეცანი",  # know, think, understand
        "ეთანხმები დაეთანხმები იმედოვნებ ვარაუდობ გრძნობ იგრძნობ",  # agree, hope, suppose, feel
        "ცდილობ სცადე ცადე ეცადე აპირებ ელოდები ითვალისწინებ გეგმავ",  # try, intend, expect, plan
        "ხედავ ნახავ ნახე ნახო იხილე უყურებ უყურე უსმენ უსმინე",  # see, watch, listen
        "ეძებ ეძებე პოულობ იპოვი იპოვე იპოვო აღმოაჩენ",  # seek, find
        "ამბობ იტყვი თქვი უთხარი მითხარი გვითხარი საუბრობ ლაპარაკობ ესაუბრე ელაპარაკე",  # say, talk
        "ჰკითხე სთხოვე პასუხობ კითხულობ წერ წერე დაწერ ჩაწერ მისწერე მოგვწერე",  # ask, read, write
        "აკეთებ იწყებ აგრძელებ განაგრძე ამთავრებ შეძელი შეძლებ",  # do, begin, go on, end, be able
        "იყენებ ატარებ ამოწმებ ინახავ ტოვებ ადარებ აფასებ მართავ აშენებ ამზადებ",  # use, check, keep
        "შექმენი გახსენი გააღე გააღებ მიმართე იქონიე",  # create, open, turn to, have
        "იღებ აიღე აიღებ მიიღე მიიღებ ამოიღე ამოიღებ გამოიღე გამოიღებ გადაიღე გადაიღებ წაიღე",  # take
        "წაიღებ წამოიღე დადე დადებ ჩადე ჩადებ გადადე გადადებ დადგი მიეცი მისცემ აძლევ მოიტან",  # put, give
        "ყიდულობ ყიდი იყიდი იყიდე გაყიდი შეიძენ იხდი გადაიხდი ხარჯავ ზოგავ კარგავ უკვეთავ",  # buy, pay, save
        "მუშაობ იმუშავე სწავლობ ისწავლი ისწავლე ცხოვრობ თამაშობ მოგზაურობ ვარჯიშობ ისვენებ ზრუნავ უვლი",  # work, live
        "ჭამ სვამ მიირთვი იძინებ იღვიძებ იცვამ ჩაიცვი რეცხავ მორწყე რწყავ",  # eat, sleep, wear, water
        "ნერვიულობ ჩქარობ ტკბები დატკბი შეხვდი შეხვდები ერიდე ენდე",  # worry, hurry, enjoy, meet, trust
        "ეწვიე გვეწვიე ესტუმრე გვესტუმრე შეუერთდი შემოგვიერთდი გამოგვყევი მოგვყევი",  # visit, join, follow
        "დაგვიკავშირდი დამეხმარე შესთავაზე",  # contact us, help me, offer
        # A dative person: have, want, wish, need, can.
        "გაქვს გექნება გქონდა გქონდეს გყავს გეყოლება გყავდა გყავდეს გინდა გინდოდა გინდოდეს",
        "გსურს გსურდა გსურდეს გნებავს გჭირდება გჭირდებოდა დაგჭირდება დაგჭირდეს",
        "შეგიძლია შეგეძლო შეგეძლოს შეგეძლება",
        # Love, like, remember, forget, believe, seem, understand, fear.
        "გიყვარს გიყვარდა გიყვარდეს მოგწონს მოგეწონება მოგეწონოს გახსოვს გახსოვდეს გავიწყდება",
        "დაგავიწყდება დაგავიწყდეს გჯერა გჯეროდეს გწამს გგონია გეგონება გეგონოს გეჩვენება",
        "მოგეჩვენება გესმის გესმოდეს გეშინია გეშინოდეს გაინტერესებს გაწუხებს გრცხვენია გიკვირს",
        # Find hard, have to, be glad, hungry, thirsty, cold, in pain, asleep; prefer, miss.
        "გიჭირს გაგიჭირდება გიწევს მოგიწევს მოგიხდება გიხარია გაგიხარდება გაგიკვირდება გშია",
        "გწყურია გცივა გტკივა გძინავს გეძინება გირჩევნია გენატრება მოგენატრება",
        # Help, be of use, suffice, be left, arise for you.
        "გეხმარება დაგეხმარება გამოგადგება გეყოფა დაგრჩება შეგექმნება გაგიადვილდება გაგიჩნდება",
        "გთხოვ გმადლობ",  # please, thank you
    )
    for word in row.split()
)

# The rule: preverb + marker + root + tail. The markers are version vowels and the objects me, us;
# ვ- would make it the first person.
_VERSIONS = ("", "ა", "ი", "უ", "ე")
_OBJECTS = ("მ", "მი", "გვ", "გვი")
_PRIVATIVE = "უ"
_FIRST_PERSON, _THIRD_PERSON_DATIVE = "ვ", "ჰ"
_IMPERATIVES = ("ე", "იე", "დი", "დე")  # გააკეთე "do", შეარჩიე "choose", დარწმუნდი "make sure"
_PRESENTS = ("ებ", "ობ", "ავ", "ევ", "ამ", "დები")  # გააკეთებ "you will do"
_OPTATIVES = ("ო", "იო")  # უნდა გააკეთო "you must do"
_LONG_ROOT = 3  # letters; shorter roots are found in too many words
# Forms that the rule would take for familiar ones, and that with -თ are of another person: it
# moves, troubles, interests, frightens, characterises them; they have; gives you, reminds you.
_NOT_SECOND = frozenset(
    "აღელვებ აწუხებ აინტერესებ აშინებ ახასიათებ გააჩნდე გააჩნია გაძლევ გახსენებ გაწუხებ".split()
)


def counterpart(word: str) -> str:
    """The same word in the other form of address: polite for familiar, familiar for polite."""
    folded = fold(word)
    for ours, theirs in ((_FAMILIAR_YOU, _POLITE_YOU), (_POLITE_YOU, _FAMILIAR_YOU)):
        if folded.startswith(ours) and folded[len(ours) :] in _PRONOUN_TAILS:
            return theirs + folded[len(ours) :]
    if folded.endswith("თ"):
        return f"{folded[:-1]}ს" if f"{folded[:-1]}ს" in _FORMS else folded[:-1]
    return f"{folded.removesuffix('ს')}თ"


def address(word: str, lemmas: Callable[[str], Iterable[str]]) -> Address | None:
    """How `word` addresses the reader, None when it does not or may mean something else.

    `lemmas` gives the dictionary forms that a word may belong to; verbs among them are verbal
    nouns.
    """
    folded = fold(word)
    for kind, you in ((Address.FAMILIAR, _FAMILIAR_YOU), (Address.POLITE, _POLITE_YOU)):
        if folded.startswith(you) and folded[len(you) :] in _PRONOUN_TAILS:
            return kind
    if folded in _FORMS:
        return Address.FAMILIAR
    if folded.endswith("თ"):
        familiar = counterpart(folded)
        if familiar in _FORMS or _by_rule(familiar, folded, lemmas):
            return Address.POLITE
        return None
    return Address.FAMILIAR if _by_rule(folded, folded, lemmas) else None


def _by_rule(familiar: str, word: str, lemmas: Callable[[str], Iterable[str]]) -> bool:
    """True when `familiar` is a second person of a verb and `word` no form of a nominal."""
    ends = (*_IMPERATIVES, *_PRESENTS, *_OPTATIVES)
    if not familiar.endswith(ends) or familiar in _NOT_SECOND:
        return False
    found = tuple(lemmas(familiar))
    return any(_is_second_person(familiar, lemma) for lemma in found) and not any(
        analyse(form, lemma) for form in {familiar, word} for lemma in (*found, *lemmas(form))
    )


def _is_second_person(word: str, masdar: str) -> bool:
    return any(
        _fits(word.removeprefix(verb.preverb), verb.preverb, root.text)
        for verb in principal_parts(masdar)
        if word.startswith(verb.preverb)
        for root in verb.roots
    )


def _fits(rest: str, preverb: str, root: str) -> bool:
    """True when what follows the preverb is marker, root and tail of the second person."""
    if rest.startswith((_FIRST_PERSON, _THIRD_PERSON_DATIVE)):
        return False
    is_long = len(root) >= _LONG_ROOT
    for marker in _VERSIONS + _OBJECTS if is_long else _VERSIONS:
        if not rest.startswith(marker + root):
            continue
        tail = rest[len(marker + root) :]
        if tail in _PRESENTS:
            # With უ- the bare form of a privative adjective: დაუფარავ ვალებზე "on unpaid debts".
            return marker not in (*_OBJECTS, _PRIVATIVE) and (bool(preverb) or marker != "")
        if tail in _IMPERATIVES:
            return bool(preverb) or (marker == "ი" and is_long)
        if tail in _OPTATIVES:
            # Without a vowel the root has its third person in -ო too: გაიგო "learnt"; after ე- a
            # form in -ოთ is "they should have".
            has_vowel = is_long and any(char in VOWELS for char in root)
            return has_vowel and marker != "ე" and (bool(preverb) or marker == "ი")
    return False
