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
    "like": ("ივით", "სავით"),
    "together": ("ითურთ",),
    "as-soon-as": ("ისთანავე",),
    "gen-nom": ("ისი",),
    "gen-erg": ("ისმა",),
    "gen-dat": ("ისას",),
}
# Endings that leave out a syncopating vowel (წყალი → წყლ-ის "of water").
_SYNCOPE_CASES = (
    "gen", "ins", "adv", "for", "of", "towards", "regarding", "from", "until", "together",
    "as-soon-as", "gen-nom", "gen-erg", "gen-dat",
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
    "gen": ("ს", "სი"),
    "ins": ("თი",),
    "for": ("სთვის",),
    "of": ("სგან",),
    "towards": ("სკენ",),
    "regarding": ("სადმი",),
    "from": ("დან",),
    "together": ("თურთ",),
}
_OLD_PLURAL = {"nom": ("ნი",), "gen": ("თა", "თ"), "voc": ("ნო",), "for": ("თათვის",),
               "of": ("თაგან",), "regarding": ("თადმი",)}  # fmt: skip
# Particles after a finished form: -ც "also", -ვე "same", -ღა "only", -ო quotative, -ა "is".
_PARTICLES_AFTER_VOWEL = ("ც", "ვე", "ღა", "ო", "ა", "ცაა", "ვეა", "ცო")
_PARTICLES_AFTER_CONSONANT = ("აც", "ავე", "ღა", "აო", "ა", "აა", "აცაა")

_POSTPOSITIONS = ("ში", "ზე", "თან", "თვის", "დან", "მდე", "კენ")

Endings = dict[str, Slot]


def _with_particles(endings: Endings, tail: str, slot: Slot) -> None:
    endings.setdefault(tail, slot)
    if slot.case in ("bare", "voc"):
        return
    ends_in_vowel = tail[-1:] in VOWELS if tail else True
    particles = _PARTICLES_AFTER_VOWEL if ends_in_vowel else _PARTICLES_AFTER_CONSONANT
    for particle in particles:
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
    dropping = {c: t for c, t in _CONSONANT.items() if c in _SYNCOPE_CASES}
    no_adverb = {c: t for c, t in dropping.items() if c not in ("adv", "until")}
    return {
        "consonant": _table("sg", _CONSONANT) | plural | old_plural,
        "syncope": _table("sg", dropping) | plural,
        "vowel": _table("sg", _VOWEL) | old_plural,
        "vowel-pl": _table("sg", _VOWEL) | plural | old_plural,
        "truncated": _table("sg", no_adverb),
        "truncated-pl": _table("sg", no_adverb) | plural,
        "unchanging": _table("sg", _UNCHANGING) | plural | old_plural,
        "name": _table(
            "sg", {c: _UNCHANGING[c] for c in ("erg", "gen", "for", "of", "ins", "from", "towards")}
        ),
        "particles": _table("sg", {"nom": ("",)}),
    }


ENDINGS: dict[str, Endings] = _build()
_TAILS = frozenset(tail for endings in ENDINGS.values() for tail in endings)

# The vowels that a stem may lose, and the consonants before which it does.
_LOST, _AFTER_LOST = "აეო", "ლრმნვ"


# One-syllable stems that lose their vowel all the same: წყალი, წყლის "water".
_SHORT_SYNCOPATING = frozenset(
    """
წყალ წელ მხარ ძვალ მტერ ჯვარ ქმარ მგელ მტვერ ხმალ ცხვარ მსხალ რძალ ცვარ ძმარ
""".split()
)  # water, year, shoulder, bone, enemy, cross, husband, wolf, dust, sword, sheep, pear, daughter-in-law, dew, vinegar


def _syncopated(stem: str) -> tuple[str, ...]:
    """The stem without its last vowel, when that vowel may be lost: ა, ე, ო before ლ რ მ ნ ვ."""
    if stem in _SHORT_SYNCOPATING:
        return _without_vowel(stem, len(stem) - 2)
    if len(stem) < 3 or stem[-1] not in _AFTER_LOST or stem[-2] not in _LOST:
        return ()
    # One-syllable stems keep their vowel but for listed words (წყ(ა)ლი); the threshold of two
    # vowels costs 0.2 % recall and saves 0.4 % precision on the treebanks.
    if sum(char in VOWELS for char in stem) < 2:
        return ()
    return _without_vowel(stem, len(stem) - 2)


def _without_vowel(stem: str, position: int) -> tuple[str, ...]:
    dropped = stem[:position] + stem[position + 1 :]
    if stem[position] == "ო":  # მინდორი → მინდვრის "field"
        return (dropped, stem[:position] + "ვ" + stem[position + 1 :])
    return (dropped,)


@cache
def stems(lemma: str) -> tuple[Stem, ...]:
    """The stems of a nominal lemma; a bracketed vowel (`წყ(ა)ლი`) is lost in oblique forms."""
    plain = lemma.replace("(", "").replace(")", "")
    marked = lemma.find("(")
    base, last = plain[:-1], plain[-1:]
    lost = _without_vowel(base, marked) if marked >= 0 else _syncopated(base)
    if last == "ი":
        found = [Stem(base, "consonant"), Stem(plain, "name")]
        found += [Stem(text, "syncope") for text in lost]
    elif last == "ა":
        found = [Stem(plain, "vowel"), Stem(base, "truncated-pl")]
        found += [Stem(text, "truncated-pl") for text in lost]
    elif last == "ე":
        # Loans keep their vowel: კაფე, კაფედან "from the café".
        found = [Stem(plain, "vowel-pl"), Stem(base, "truncated"), Stem(plain, "name")]
        if base in _SHORT_SYNCOPATING:  # მხარე, მხრიდან "from the side"
            found += [Stem(text, "truncated") for text in lost]
    elif last == "ო":  # most keep their form (წყარო-ს), some do not (დრო-ის "of time")
        found = [Stem(plain, "unchanging"), Stem(plain, "truncated")]
    elif last == "უ":
        found = [Stem(plain, "unchanging")]
    else:
        found = [Stem(plain, "particles")]
    return tuple(found)


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
    head = None if words[-1].endswith(_POSTPOSITIONS) else _inflect_word(words[-1], slot)
    if head is None:
        return plain(lemma)
    return " ".join([*(_agree(plain(word), slot) for word in words[:-1]), head])


def _inflect_word(lemma: str, slot: Slot) -> str | None:
    candidates = stems(lemma)
    if "(" in lemma or plain(lemma).endswith("ებელი"):  # agent nouns in -ებელი always syncopate
        candidates = tuple(sorted(candidates, key=lambda stem: stem.endings == "consonant"))
    else:
        candidates = tuple(s for s in candidates if s.text in plain(lemma))
    for stem in candidates:
        for tail, filled in ENDINGS[stem.endings].items():
            if filled == slot and stem.endings != "name":
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
