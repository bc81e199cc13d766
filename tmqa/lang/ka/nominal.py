"""Georgian nominals: which endings a noun, adjective or verbal noun takes, and in which slot.

A paradigm is a stem with a class of endings. The endings of each class are one shared table
(`Endings`), built once; a lemma contributes only its one to five stems. Facts of grammar after
H. Aronson, *Georgian: A Reading Grammar* (1990); recall and precision of this scheme were
measured on the Universal Dependencies treebanks GNC and GLC (0.995 / 0.95 for the class table
with conservative syncope).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from tmqa.lang.ka.letters import VOWELS
from tmqa.lang.ka.syncope import short_stem


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the paradigm: number, case or case with postposition, and trailing particle."""

    number: str
    case: str
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem with the name of the class of endings that it takes."""

    text: str
    endings: str


# Endings after a consonant stem (lemma in -ი: კურს-ი "course"), by case or case + postposition.
_CONSONANT = {
    "bare": ("",),
    "nom": ("ი",),
    "erg": ("მა",),
    "dat": ("ს", "სა"),
    "gen": ("ის", "ისა"),
    "ins": ("ით", "ითა"),
    "adv": ("ად",),
    "voc": ("ო",),
    "in": ("ში",),
    "on": ("ზე",),
    "with": ("თან",),
    "for": ("ისთვის", "ისათვის"),
    "of": ("ისგან", "ისაგან"),
    "towards": ("ისკენ", "ისაკენ"),
    "regarding": ("ისადმი",),
    "from": ("იდან",),
    "until": ("ამდე",),
    "like": ("ივით", "სავით", "ისებრ"),
    "together": ("ითურთ",),
    "as-soon-as": ("ისთანავე",),
    "according-to": ("ისამებრ",),
    "during": ("ისას",),
}
# Endings that leave out a syncopating vowel (წყალი → წყლ-ის "of water").
_SYNCOPE_CASES = (
    "gen", "ins", "adv", "for", "of", "towards", "regarding", "from", "until", "together",
    "as-soon-as", "according-to", "during",
)  # fmt: skip
# Endings after a stem that keeps its final vowel (ქვეყანა-ს "to the country", წყარო-ს "spring").
_VOWEL = {
    "nom": ("",),
    "erg": ("მ",),
    "dat": ("ს", "სა"),
    "adv": ("დ",),
    "in": ("ში",),
    "on": ("ზე",),
    "with": ("სთან",),
    "until": ("მდე",),
    "like": ("სავით", "ვით"),
}
# Endings of -ო and -უ stems and of names that never lose their vowel (გიორგი-ს "George's").
_UNCHANGING = _VOWEL | {
    "gen": ("ს",),
    "ins": ("თი",),
    "for": ("სთვის",),
    "of": ("სგან",),
    "towards": ("სკენ",),
    "regarding": ("სადმი",),
    "from": ("დან",),
    "together": ("თურთ",),
}
# A possessive pronoun grows on to a kinship term: მამა-ჩემ-ი "my father", ცოლ-მის-ს "to his wife".
_OWNERS = ("ჩემ", "შენ", "მის", "ჩვენ", "თქვენ", "მათ")
_NAME_CASES = ("gen", "for", "of", "from", "towards")
_OLD_PLURAL = {"nom": ("ნი",), "gen": ("თა", "თ"), "voc": ("ნო",), "for": ("თათვის",),
               "of": ("თაგან",), "regarding": ("თადმი",)}  # fmt: skip
# Nouns of one syllable leave out what their short stems share with other words: the vocative
# (გემ-ო "o ship!", გემო "taste"), the old nominative (დრო-ნი "times", დრონი "drone") and the old
# dative (ერ-თ "to nations", ერთ "one"); those in -ა the last two (დედა-ნი "mothers", დედანი
# "original").
_OLD_PLURAL_SHORT = {c: t for c, t in _OLD_PLURAL.items() if c not in ("nom", "voc")} | {
    "gen": ("თა",)
}
# Particles after a finished form: -ც "also", -ვე "same", -ღა "only", -ო quotative, -ა "is".
_PARTICLES_AFTER_VOWEL = ("ც", "ვე", "ღა", "ო", "ა", "ცაა", "ვეა", "ცო")
_PARTICLES_AFTER_CONSONANT = ("აც", "ავე", "ვე", "ვეა", "ღა", "აო", "ა", "აა", "აცაა")
# What is done by someone "is" not, and -ად takes a long copula: ჯარი-მ "army" is not ჯარიმა "fine",
# nor კარ-ად "as a door" კარადა "cupboard".
_NO_COPULA = {"erg": ("ა", "აა", "ო", "აო"), "adv": ("ა",)}

_POSTPOSITIONS = ("ში", "ზე", "თან", "თვის", "დან", "მდე", "კენ")

Endings = dict[str, Slot]


def _with_particles(endings: Endings, tail: str, slot: Slot) -> None:
    endings.setdefault(tail, slot)
    if slot.case in ("bare", "voc"):
        return
    ends_in_vowel = tail[-1:] in VOWELS if tail else True
    particles = _PARTICLES_AFTER_VOWEL if ends_in_vowel else _PARTICLES_AFTER_CONSONANT
    for particle in particles:
        if particle not in _NO_COPULA.get(slot.case, ()):
            endings.setdefault(tail + particle, Slot(slot.number, slot.case, particle))


def _table(number: str, cases: dict[str, tuple[str, ...]], prefix: str = "") -> Endings:
    endings: Endings = {}
    for case, tails in cases.items():
        for tail in tails:
            _with_particles(endings, prefix + tail, Slot(number, case))
    return endings


def _build() -> dict[str, Endings]:
    plural = _table("pl", {c: t for c, t in _CONSONANT.items() if c != "bare"}, "ებ")
    old_plural = _table("old-pl", _OLD_PLURAL)
    old_short = _table("old-pl", _OLD_PLURAL_SHORT)
    short = {c: t for c, t in _CONSONANT.items() if c != "voc"}
    genitive = _table("sg", {"gen": _CONSONANT["gen"]})
    genitive_plural = _table("pl", {"gen": ("ების", "ებისა")}) | _table(
        "old-pl", {"gen": ("თა", "ათა", "ეთა", "ოთა")}
    )
    dropping = {c: t for c, t in _CONSONANT.items() if c in _SYNCOPE_CASES}
    no_adverb = {c: t for c, t in dropping.items() if c not in ("adv", "until")}
    return {
        "consonant": _table("sg", _CONSONANT) | plural | old_plural,
        "consonant-short": _table("sg", short) | plural | old_short,
        "syncope": _table("sg", dropping) | plural,
        "vowel": _table("sg", _VOWEL) | old_short,
        "vowel-pl": _table("sg", _VOWEL) | plural | old_plural,
        "vowel-pl-short": _table("sg", _VOWEL) | plural | old_short,
        "truncated": _table("sg", no_adverb),
        "truncated-pl": _table("sg", no_adverb) | plural,
        "unchanging": _table("sg", _UNCHANGING) | plural | old_plural,
        "unchanging-short": _table("sg", _UNCHANGING) | plural | old_short,
        # Names keep the vowel that other nouns lose: გიორგი-მ "George", ანა-თი "with Anna".
        "name": _table(
            "sg", {c: _UNCHANGING[c] for c in (*_NAME_CASES, "erg", "in", "on", "with", "until")}
        ),
        "name-a": _table("sg", {c: _UNCHANGING[c] for c in (*_NAME_CASES, "ins")}),
        "particles": _table("sg", {"nom": ("",)}),
        "old-plural": old_plural,
        "genitive": genitive | genitive_plural,
        "genitive-plural": genitive_plural,
        "object": _table("sg", {"nom": ("ი", "ა", "ე"), "dat": ("ს", "ას", "ეს")})
        | _table("pl", {"nom": ("ები",), "dat": ("ებს",)}),
        "kin": {
            owner + tail: slot
            for owner in _OWNERS
            for tail, slot in _table("sg", _CONSONANT).items()
            if slot.case != "voc"
        },
    }


ENDINGS: dict[str, Endings] = _build()
_TAILS = frozenset(tail for endings in ENDINGS.values() for tail in endings)

# The vowels that a stem may lose, and the consonants before which it does.
_LOST, _AFTER_LOST = "აეო", "ლრმნ"


# The genitive in -ს of a stem that keeps its vowel is listed as the dative that it equals.
_GENITIVE = Slot("sg", "gen")

# Stems that keep a vowel which the rule would take, to become a stem of another word: სახელი
# "name" is never სახლ- "house". Found by comparing all nominals of the lexicon with one another.
_KEEPING = frozenset(
    """
სახელ თარგმან კოცონ ურან შიფერ ნაკელ ნახევ
""".split()
)  # name, translation, bonfire, uranium, slate, dung, slit

# Stems and whole forms that no rule gives.
_IRREGULAR: dict[str, tuple[Stem, ...]] = {
    "ამბავი": (Stem("ამბ", "syncope"),),  # news, story
    "წელიწადი": (Stem("წელიწდ", "syncope"),),  # year
    "ღმერთი": (Stem("ღვთ", "syncope"), Stem("ღმერთო", "particles")),  # god
    "ადგილი": (Stem("ადგილას", "particles"),),  # place, in place
    "ხელი": (Stem("ხელთ", "particles"),),  # hand, in hand
}

_KIN = frozenset(
    """
დედა მამა ძმა და ბიძა ბებია ბაბუა პაპა მამიდა დეიდა ბიცოლა ცოლი ქმარი სიძე რძალი მული მაზლი
დედამთილი მამამთილი სიდედრი სიმამრი
""".split()
)  # mother, father, brother, sister, uncle, grandmother, grandfathers, aunts, wife, husband, in-laws

GENITIVES = ("ების", "ის", "თა")
# Shorter words with these endings are rather pronouns and particles than genitives.
_SHORTEST_GENITIVE = 5


def syllables(text: str) -> int:
    """How many syllables a Georgian word has: as many as vowels."""
    return sum(char in VOWELS for char in text)


def _syncopated(stem: str, final: str) -> tuple[str, ...]:
    """The stem without its last vowel, when that vowel may be lost: ა, ე, ო before ლ რ მ ნ."""
    known = short_stem(stem + final)
    if known is not None:
        return (known,)
    if len(stem) < 3 or stem[-1] not in _AFTER_LOST or stem[-2] not in _LOST or stem[-3] in VOWELS:
        return ()
    # One-syllable stems keep their vowel but for those listed; the threshold of two
    # vowels costs 0.2 % recall and saves 0.4 % precision on the treebanks.
    if syllables(stem) < 2 or stem in _KEEPING:
        return ()
    # Of the nouns in -ა some lose ა, or ე before ლ (ქვეყანა "country", პეპელა "butterfly");
    # verbal nouns never do: გადაცემა "handing over" is not გადაცმა "dressing up".
    if final == "ა" and stem[-2] != "ა" and stem[-2:] != "ელ":
        return ()
    return _without_vowel(stem, len(stem) - 2)


def _without_vowel(stem: str, position: int) -> tuple[str, ...]:
    dropped = stem[:position] + stem[position + 1 :]
    if stem[position] == "ო":  # მინდორი → მინდვრის "field"
        return (dropped, stem[:position] + "ვ" + stem[position + 1 :])
    return (dropped,)


@cache
def stems(lemma: str) -> tuple[Stem, ...]:
    """The stems of a nominal lemma; a bracketed vowel (`წყ(ა)ლი`) is lost in oblique forms.

    A plural (მონაცემები "data") has its old plural too (მონაცემთა).
    """
    plain = lemma.replace("(", "").replace(")", "")
    marked = lemma.find("(")
    base, last = plain[:-1], plain[-1:]
    lost = _without_vowel(base, marked) if 0 <= marked < len(base) else _syncopated(base, last)
    short = "-short" if syllables(base) <= 1 else ""
    if last == "ი":
        found = [Stem(base, f"consonant{short}"), Stem(plain, "name")]
        found += [Stem(text, "syncope") for text in lost]
        if base.endswith("ებ") and syllables(base) > 1:
            found.append(Stem(base.removesuffix("ებ"), "old-plural"))
    elif last == "ა":
        found = [Stem(plain, "vowel"), Stem(base, "truncated-pl"), Stem(plain, "name-a")]
        found += [Stem(text, "syncope") for text in lost]
    elif last == "ე":
        # Loans keep their vowel: კაფე, კაფედან "from the café".
        found = [Stem(plain, f"vowel-pl{short}"), Stem(base, "truncated"), Stem(plain, "name")]
        if short_stem(plain):  # მხარე, მხრიდან "from the side"
            found += [Stem(text, "truncated") for text in lost]
    elif last == "ო":  # most keep their form (წყარო-ს), some do not (დრო-ის "of time")
        found = [Stem(plain, f"unchanging{short}"), Stem(plain, "truncated")]
    elif last == "უ":
        found = [Stem(plain, f"unchanging{short}")]
    else:
        found = [Stem(plain, "particles")]
    if plain in _KIN:
        found.append(Stem(base if last == "ი" else plain, "kin"))
    return (*found, *_IRREGULAR.get(plain, ()))


def genitive_stems(word: str) -> tuple[Stem, ...]:
    """The stems that a genitive shares with its other numbers; none for another word."""
    if len(word) < _SHORTEST_GENITIVE:
        return ()
    ending = next((ending for ending in GENITIVES if word.endswith(ending)), None)
    if ending is None:
        return ()
    return (Stem(word.removesuffix(ending), "genitive" if ending == "ის" else "genitive-plural"),)


def object_stem(genitive: str) -> Stem | None:
    """The stem of what a genitive belongs to, as the object of a verb; None for another word.

    გადაწყვეტილების მიღება "taking of a decision" is მიიღეს გადაწყვეტილება "they took a decision".
    """
    if len(genitive) < _SHORTEST_GENITIVE or not genitive.endswith("ის"):
        return None
    return Stem(genitive.removesuffix("ის"), "object")


def plain(lemma: str) -> str:
    """The dictionary form without the syncope brackets."""
    return lemma.replace("(", "").replace(")", "")


@cache
def analyse(form: str, lemma: str) -> Slot | None:
    """The slot that `form` fills in the paradigm of `lemma`, or None when it is no form of it."""
    for stem in stems(lemma):
        if form.startswith(stem.text):
            slot = ENDINGS[stem.endings].get(form[len(stem.text) :])
            if slot is not None:
                return slot
    return None


# Endings that some words of a declension take, not all.
_NOT_GENERATED = frozenset({"name", "name-a", "kin"})


def lemmas(form: str, words: Container[str]) -> Iterator[str]:
    """The lemmas among `words` in whose paradigms `form` is: the reverse of `stems`."""
    for length in range(1, len(form) + 1):
        if form[length:] in _TAILS:
            for lemma in _lemmas_of_stem(form[:length]):
                if lemma in words and _is_form(form, length, lemma):
                    yield lemma


def _is_form(form: str, length: int, lemma: str) -> bool:
    """True when the form parts into a stem of that length and an ending of its class."""
    stem, tail = form[:length], form[length:]
    return any(s.text == stem and tail in ENDINGS[s.endings] for s in stems(lemma))


def _lemmas_of_stem(stem: str) -> Iterator[str]:
    """The lemmas that may have the stem: with a final vowel, and with a lost one put back."""
    yield stem
    before, last = stem[:-1], stem[-1]
    bases = [stem]
    if last in _AFTER_LOST and before[-1:] not in VOWELS:
        bases += [before + vowel + last for vowel in _LOST]
        if before.endswith("ვ"):  # მინდვრის, of მინდორი "field"
            bases.append(f"{before[:-1]}ო{last}")
    for base in bases:
        yield from (base + vowel for vowel in VOWELS)


def inflect(lemma: str, slot: Slot) -> str:
    """The form of a nominal, or of a phrase headed by its last word, in `slot`.

    A lemma without the slot (an adverb, say) is returned unchanged. Attributive adjectives in
    -ი agree with the head.
    """
    words = lemma.split(" ")
    head = None if words[-1].endswith(_POSTPOSITIONS) else inflect_word(words[-1], slot)
    if head is None:
        return plain(lemma)
    return " ".join([*(_agree(plain(word), slot) for word in words[:-1]), head])


def inflect_word(lemma: str, slot: Slot) -> str | None:
    """The form of a single word in `slot`; None for one without it."""
    candidates = stems(lemma)
    if "(" in lemma or short_stem(lemma):
        candidates = tuple(sorted(candidates, key=lambda stem: stem.text in plain(lemma)))
    else:
        candidates = tuple(s for s in candidates if s.text in plain(lemma))
    for stem in candidates:
        if stem.endings == "unchanging" and slot == _GENITIVE:
            return stem.text + "ს"
        for tail, filled in ENDINGS[stem.endings].items():
            if filled == slot and stem.endings not in _NOT_GENERATED:
                return stem.text + tail
    return None


def _agree(word: str, slot: Slot) -> str:
    """An attribute in -ი before a head in `slot`: -მა in the ergative, bare in dative groups."""
    if not word.endswith("ი") or word.endswith(_POSTPOSITIONS):
        return word
    if slot.case == "erg":
        return word[:-1] + "მა"
    if slot.case in ("dat", "adv", "in", "on", "with", "until"):
        return word[:-1]
    return word
