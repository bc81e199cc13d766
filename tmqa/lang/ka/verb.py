"""Georgian verbs: from a verbal noun (masdar) to its principal parts, and from those to forms.

A masdar is preverb + root + thematic suffix + ა (გა-კეთ-ებ-ა "doing"). Endings alone never lead
from it to the finite forms (გააკეთა, აკეთებს, გაუკეთებია), because person and version markers
stand between preverb and root; so a verb is looked up by preverb, markers and root, and by shared
tables of the endings that may follow. What may follow hangs on the markers: -ელი makes an agent
after მ- (გა-მ-ყიდ-ველ-ი "seller") and nothing after ი-, -ება a passive after ი- and a noun after
none. Facts of grammar after H. Aronson, *Georgian: A Reading Grammar* (1990), chapters 3–12.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag, auto
from functools import cache

from tmqa.lang.ka.irregular import IRREGULAR, SUPPLETIVE
from tmqa.lang.ka.letters import VOWELS
from tmqa.lang.ka.nominal import ENDINGS


class Marking(IntFlag):
    """What stands between preverb and root; a string may be several of these."""

    NONE = auto()
    FIRST = auto()  # ვ- "I, we"
    PERSON = auto()  # another person: მ- გ- გვ- ხ- ს- ჰ-
    VERSION = auto()  # ა- or უ-
    TO_PERSON = auto()  # a person with ა- or ი-: მი-კეთ-ებ-ს "does for me"
    LIKE_PREVERB = auto()  # the same, spelt like a preverb: მი- "to me", გა- "to you"
    REFLEXIVE = auto()  # ი- or ე-, the latter with a person too
    FIRST_VERSION = auto()
    FIRST_REFLEXIVE = auto()
    TO_BE_DONE = auto()  # სა-: გა-სა-კეთ-ებ-ელ-ი "to be done"
    DONE = auto()  # ნა-: ნა-წერ-ი "written"
    NOT_DONE = auto()  # უ-: და-უ-წერ-ელ-ი "unwritten"
    AGENT = auto()  # მ- or მა-: და-მ-წერ-ი "writer of"
    PLAYER = auto()  # მო-: მო-თამაშ-ე "player"


_I = Marking.FIRST | Marking.FIRST_VERSION | Marking.FIRST_REFLEXIVE
_NOT_I = (
    Marking.PERSON | Marking.VERSION | Marking.TO_PERSON | Marking.LIKE_PREVERB | Marking.REFLEXIVE
)
_THIRD = Marking.NONE | _NOT_I
_FINITE = _THIRD | _I
_PASSIVE = Marking.REFLEXIVE
_PASSIVE_I = Marking.FIRST | Marking.FIRST_REFLEXIVE
# Markings that are no noun's beginning.
_SURE = _FINITE & ~Marking.NONE


def _markers() -> dict[str, Marking]:
    return {
        "": Marking.NONE,
        "ვ": Marking.FIRST, "ვს": Marking.FIRST, "ვჰ": Marking.FIRST,
        "მ": Marking.PERSON | Marking.AGENT,
        "გ": Marking.PERSON, "გვ": Marking.PERSON,
        "ხ": Marking.PERSON, "ს": Marking.PERSON, "ჰ": Marking.PERSON,
        "ა": Marking.VERSION, "უ": Marking.VERSION | Marking.NOT_DONE,
        "მა": Marking.TO_PERSON | Marking.AGENT, "გვა": Marking.TO_PERSON,
        "გი": Marking.TO_PERSON, "გვი": Marking.TO_PERSON,
        "მი": Marking.LIKE_PREVERB, "გა": Marking.LIKE_PREVERB,
        "ი": Marking.REFLEXIVE, "ე": Marking.REFLEXIVE,
        "მე": Marking.REFLEXIVE, "გე": Marking.REFLEXIVE, "გვე": Marking.REFLEXIVE,
        "ვა": Marking.FIRST_VERSION, "ვუ": Marking.FIRST_VERSION,
        "ვი": Marking.FIRST_REFLEXIVE, "ვე": Marking.FIRST_REFLEXIVE,
        "სა": Marking.TO_BE_DONE, "ნა": Marking.DONE, "მო": Marking.PLAYER,
    }  # fmt: skip


# Plain integers from here on: enum arithmetic takes as long as the whole look-up of a word.
MARKERS: dict[str, int] = {text: int(marking) for text, marking in _markers().items()}
_LONGEST = max(map(len, MARKERS))
_UNMARKED = MARKERS[""]
_INITIALS = frozenset(marker[0] for marker in MARKERS if marker)
# These stand before consonants only: ს-წერ-ს, never ს-იტყვ-ის (სიტყვის "of a word"); of the version
# vowels ა- alone stands before another vowel (აუმჯობესებს "improves"), and უ- before უ. ხ- is left
# before ვ alone: მო-ხ-ვალ "you come".
_BEFORE_CONSONANTS = frozenset(m for m in MARKERS if m[-1:] in {*"სჰიეუო"})

# Longest first, so that გადმო is not read as გა.
PREVERBS = (
    "გადმო", "ჩამო", "წამო", "შემო", "გამო", "წარმო", "მიმო", "აღმო", "დამო", "გარდა", "გადა", "ამო",
    "განა", "შთა", "წარ", "გან", "და", "გა", "მო", "მი", "წა", "შე", "ჩა", "აღ", "ა",
)  # fmt: skip

# Thematic suffixes as they stand before the -ა of the masdar.
_THEMES = ("ებ", "ობ", "ევ", "ავ", "ვ", "ომ", "ოლ", "ნ")

# After a thematic suffix: the present and its imperfect, of the third person and of the others.
_PRESENT = ("ს", "ენ", "ან", "და", "დათ", "დნენ", "დეს")
_PRESENT_ANY = ("თ", "დი", "დით", "დე", "დეთ")
_SUFFIXES = ("", "ებ", "ობ", "ავ", "ევ", "ამ", "ემ", "ულობ", "ინებ", "ევინებ", "ოლ")
# The same of a passive: ი-კეთ-ებ-ა "is done", კეთ-დებ-ა "gets done".
_PASSIVES = ("ა", "ათ")
_PASSIVES_SURE = ("იან", "ოდა", "ოდათ", "ოდნენ", "ოდეს")
_PASSIVES_I = ("ი", "ით", "ოდი", "ოდით", "ოდე", "ოდეთ")
_D_PASSIVE = "დებ"
# The present in -ი: ხსნ-ი-ს "opens", imperfect ხსნ-ი-და.
_I_PRESENT = ("ის", "იან", "იდა", "იდათ", "იდნენ", "იდეს")
_I_PRESENT_ANY = ("იდი", "იდით", "იდე", "იდეთ")
# Aorist, optative, perfect and pluperfect after the root, of the third person and of the others.
_PAST = (
    "ა", "ეს", "ოს", "ონ", "ას", "ან", "ნენ", "ნეს", "და", "დათ", "დნენ", "დეს", "დოს",
    "ოდა", "ოდათ", "ოდნენ", "ოდეს", "იათ", "იეს", "იოს", "იონ", "ინა", "ინეს", "ინოს", "ინონ",
    "ებინა", "ებინათ", "ებინოს", "ობინა", "ევინა", "ევინათ", "ევინეს", "ევინოს", "ევინონ",
    "ებია", "ებიათ",
)  # fmt: skip
# The perfect turns round who does and what is done: მი-თარგმნ-ია "I have translated".
_PERFECT = (
    "ია", "იათ", "ებია", "ებიათ", "ობია", "ობიათ", "ევია", "ევიათ", "ავს", "ავთ", "ამს", "ამთ"
)  # fmt: skip
_PAST_ANY = (
    "ეთ", "ით", "ოთ", "ათ", "დი", "დით", "დე", "დეთ", "იე", "იეთ", "იოთ", "ინე", "ებინე", "ევინე",
    "ხარ", "ხართ", "ვარ", "ვართ", "ივარ", "ივართ", "იხარ", "იხართ",
    "ებივარ", "ებივართ", "ებიხარ", "ებიხართ",
)  # fmt: skip
# The same of one vowel, which end nouns and adjectives too (მო-კლ-ე "short" beside მო-კლ-ა "killed").
_PAST_VOWELS, _PAST_VOWELS_ANY = ("ო", "ია"), ("ე", "ი", "ო")
_QUOTED = ("ც", "ო")  # also; quotative

# Participle suffixes after each marker; nominal endings follow. The first row of each is for any
# root, the second for those of three letters and more.
_PAST_PARTICIPLES = ("ულ", "ილ", "ეულ", "ნილ", "მულ"), ("ებულ", "ობილ", "ობულ", "ებად")
_TO_BE_DONE = ("ელ", "ლ", "ებელ", "ებლ", "ობელ", "ობლ", "არ", "ალ", "ავ", "ევ"), ("",)
_DONE = ("ებ", "არ", "ევ", "ევარ", "ამ", "ავ"), ("",)
_NOT_DONE = ("ელ", "ლ", "ებელ", "ებლ", "ველ", "ევლ", "ეველ", "ავ", "არ", "ალ"), ()
_AGENT = (
    (
        "ელ",
        "ლ",
        "ებელ",
        "ებლ",
        "ობელ",
        "ობლ",
        "ველ",
        "ევლ",
        "ეველ",
        "არ",
        "ალ",
        "ავ",
        "ევ",
        "ევარ",
        "ვარ",
    ),
    ("", "ებ"),
)
_PLAYER = ("ალ", "ლ"), ("",)
# Agents in -ე and instruments in -ო decline as vowel stems: და-მ-ხმარ-ე "helper", სა-თამაშ-ო "toy".
_AGENT_E = ("ე", "არე", "ნე")
_TO_BE_DONE_O = ("ო",)
# The copula after a participle in the perfect of intransitive verbs: "has become".
_COPULA = ("ა", "ან", "ვარ", "ხარ", "ვართ", "ხართ", "იყო", "იყვნენ", "იყოს")

_SIGNS = frozenset("+~=-")  # of the notation in `irregular`
_PRESENT_STEMS = ("ებ", "ევ", "ემ", "ავ", "ობ")
_SHORT_ROOT = 2
# A verb without preverb has its past tenses by rule (უ-ბრძან-ა "ordered") when its root is as long as
# this; the rule for presents without thematic suffix (გზავნ-ის "sends") asks for the same.
_LONG_ROOT = 4


def _entries(tails: Iterable[str], marking: Marking) -> dict[str, Marking]:
    return {
        tail + particle: marking
        for tail in tails
        for particle in (("", *_QUOTED) if tail else ("",))
    }


def _union(*tables: dict[str, Marking]) -> dict[str, Marking]:
    found: dict[str, Marking] = {}
    for table in tables:
        for tail, marking in table.items():
            found[tail] = found.get(tail, Marking(0)) | marking
    return found


def _only(table: dict[str, Marking], marking: Marking) -> dict[str, Marking]:
    return {tail: found & marking for tail, found in table.items()}


def _passive(stem: str, marking: Marking, noun_like: Marking) -> dict[str, Marking]:
    """The present series of a passive in -ებ-; what a masdar ends in too asks for `noun_like`."""
    return _union(
        _entries((stem + tail for tail in _PASSIVES), noun_like),
        _entries((stem + tail for tail in _PASSIVES_SURE), marking & _THIRD),
        _entries((stem + tail for tail in _PASSIVES_I), _PASSIVE_I | (noun_like & ~Marking.NONE)),
    )


def _series(theme: str, marking: Marking = _FINITE) -> dict[str, Marking]:
    """The present series with a thematic suffix, active and passive."""
    sure = _PASSIVE if theme != _D_PASSIVE else marking & _THIRD
    return _union(
        _entries((theme + tail for tail in _PRESENT), marking & _THIRD),
        _entries((theme + tail for tail in _PRESENT_ANY), marking),
        # "I do"; "you do" has no ending either
        _entries((theme,), _I | Marking.VERSION | Marking.REFLEXIVE),
        _passive(theme, marking, sure),
    )


def _past(vowels: Marking = _FINITE) -> dict[str, Marking]:
    """The past series after a root; `vowels` are the markings for endings of one vowel."""
    return _union(
        _entries(_PAST, _THIRD),
        _entries(_PERFECT, _NOT_I),
        _entries(_PAST_ANY, _FINITE),
        _entries(_PAST_VOWELS, vowels & _THIRD),
        _entries(_PAST_VOWELS_ANY, vowels),
    )


def _present(marking: Marking = _FINITE) -> dict[str, Marking]:
    """The present series after a root, with any suffix."""
    return _union(
        *(_series(suffix, marking) for suffix in (*_SUFFIXES, _D_PASSIVE)),
        _entries(_I_PRESENT, marking & _THIRD),
        _entries(_I_PRESENT_ANY, marking),
    )


def _participles(short: bool) -> dict[str, Marking]:
    def nominal(
        suffixes: tuple[tuple[str, ...], tuple[str, ...]], marking: Marking
    ) -> dict[str, Marking]:
        usual, long = suffixes
        chosen = usual if short else (*usual, *long)
        return {suffix + end: marking for suffix in chosen for end in ENDINGS["consonant"]}

    after_vowel = {*ENDINGS["vowel-pl"], *ENDINGS["unchanging"]}
    usual, long = _PAST_PARTICIPLES
    return _union(
        nominal(_PAST_PARTICIPLES, Marking.NONE),
        {
            suffix + copula: Marking.NONE | Marking.FIRST
            for suffix in (usual if short else (*usual, *long))
            for copula in _COPULA
        },
        nominal(_TO_BE_DONE, Marking.TO_BE_DONE),
        nominal(_DONE, Marking.DONE),
        nominal(_NOT_DONE, Marking.NOT_DONE),
        nominal(_AGENT, Marking.AGENT),
        nominal(_PLAYER, Marking.PLAYER),
        {tail: Marking.TO_BE_DONE for suffix in _TO_BE_DONE_O
         for tail in (suffix + end for end in after_vowel)},
        {} if short else {
            stem + end: Marking.AGENT | Marking.PLAYER
            for suffix in _AGENT_E
            for stem, ends in ((suffix, after_vowel), (suffix[:-1], ENDINGS["truncated-pl"]))
            for end in ends
        },
    )  # fmt: skip


def _declined_participle() -> dict[str, Marking]:
    declined = Marking.NONE | Marking.TO_BE_DONE
    return _union(
        dict.fromkeys(ENDINGS["consonant"], declined),
        dict.fromkeys(_COPULA, Marking.NONE | Marking.FIRST),
    )


def _tables() -> dict[str, dict[str, Marking]]:
    past, past_short = _past(), _past(_SURE)
    finite, finite_short = _union(_present(), past), _union(_present(), past_short)
    # Without preverb many a stem is near to nouns, and მი- and გა- are rather preverbs of others.
    bare = _FINITE & ~Marking.LIKE_PREVERB
    present = _only(_present(), bare) | _entries(_PASSIVES, Marking(0))
    passive = _passive("ებ", bare, _PASSIVE)
    verb = _union(finite, _participles(short=False))
    verb_short = _union(finite_short, _participles(short=True))
    everything = Marking(sum(Marking)) & ~Marking.LIKE_PREVERB
    perfect = _entries((tail for tail in _PERFECT if tail.endswith(("ა", "ათ"))), _NOT_I)
    stem = _only(_series(""), bare) | _entries(_PASSIVES, Marking(0))
    return {
        "verb": verb,
        "verb-short": verb_short,
        "verb-ებ": verb | _entries(("ა",), Marking.NONE | _PASSIVE),
        "verb-bare": _union(_only(verb, everything), perfect),
        "verb-bare-short": _union(_only(verb_short, everything), perfect),
        "past": past,
        "past-short": past_short,
        "finite": finite,
        "finite-bare": _union(_present(), _only(past_short, _SURE)),
        "second-aorist": _entries(("ი", "ით"), Marking.NONE | Marking.FIRST | Marking.PERSON),
        "exact": _entries(("",), _FINITE) | dict.fromkeys(_QUOTED, _FINITE),
        "participle": _declined_participle(),
        "present": present,
        # რჩებ-ა "stays", მ-ხვდებ-ა "meets me"; but აგებ-ს "builds" and აგება "building" are two words,
        # and იღება "opens" belongs to another verb than იღებ-ს "takes".
        "present-ებ-consonant": _union(
            stem, _passive("", bare, Marking.NONE | Marking.PERSON | _PASSIVE)
        ),
        "present-ებ-vowel": stem,
        # By rule. After ებ the dative plural of a noun looks the same (ფასებს "prices", ა-ფასებს
        # "assesses"), so that a marker is asked for.
        "present-ებ": _only(_union(_series("ებ", _SURE), _series(_D_PASSIVE)), bare),
        "present-ავ": _union(_only(_series("ავ"), bare), passive),
        "present-ობ": _only(_series("ობ"), bare),
        "present-ევ": _only(_series("ევ"), bare),
        "present-ი": _union(
            _entries(_I_PRESENT, bare & _THIRD),
            _entries(_I_PRESENT_ANY, bare),
            _entries(("ი", "ით"), _PASSIVE_I),
            passive,
        ),
        "present-root": _union(
            _only(_series(""), bare),
            _entries(_I_PRESENT, bare & _THIRD),
            _entries(_I_PRESENT_ANY, bare),
            _entries(("ი", "ით"), _PASSIVE_I),
            passive,
            _only(_series("ავ"), bare),
            _only(_series("ობ"), bare),
        ),
        "past-marked": _only(past, bare & ~Marking.NONE),
    }


# For every table the endings, with the markings that they may follow.
VERB_TAILS: dict[str, dict[str, int]] = {
    name: {tail: int(marking) for tail, marking in table.items() if marking}
    for name, table in _tables().items()
}


@dataclass(frozen=True, slots=True)
class Root:
    """A shape of a verb's root with the name of the table of endings that it takes."""

    text: str
    tails: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A preverb, "" for forms without one, with the shapes of the root that follow it."""

    preverb: str
    roots: tuple[Root, ...]


def marked(word: str, start: int) -> list[tuple[int, int]]:
    """Where in a word a root may begin after the markers at `start`, and what they may be."""
    found = [(start, _UNMARKED)]
    if word[start : start + 1] in _INITIALS:
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
            marking = MARKERS.get(word[start:end])
            if marking is not None and _may_precede(word[start:end], word[end : end + 1]):
                found.append((end, marking))
    return found


def _may_precede(marker: str, char: str) -> bool:
    if char in VOWELS:
        return marker not in _BEFORE_CONSONANTS or marker == char == "უ"
    return marker != "ხ" or char == "ვ"


def is_short(root: str) -> bool:
    """True for a root that is too short to be told from others by its consonants."""
    return len(root) <= _SHORT_ROOT and not any(char in VOWELS for char in root)


@cache
def principal_parts(masdar: str) -> tuple[Verb, ...]:
    """The verbs that `masdar` may be the verbal noun of; none when it has no masdar's shape.

    Listed verbs come from `irregular`; the rest is proposed by rule: strip the preverb and the
    thematic suffix, and allow for the vowels that a root gains (ხდ → ხად) or changes
    (წყვეტ → წყვიტ) in the aorist.
    """
    listed = IRREGULAR.get(masdar)
    if listed is not None:
        return _parse(listed)
    for ending, parts in SUPPLETIVE.items():
        preverb = masdar.removesuffix(ending)
        if masdar.endswith(ending) and preverb in PREVERBS:
            inner, _, outer = parts.partition(";")
            return _parse(" ".join([*(preverb + part for part in inner.split()), outer]))
    if not masdar.endswith("ა") or len(masdar) < 5:
        return ()
    splits = [p for p in PREVERBS if masdar.startswith(p) and _is_stem(masdar[len(p) :])]
    if not splits or masdar.endswith("ობა"):  # what looks like a preverb may not be: მონაწილე-ობ-ა
        splits.append("")
    found = [_regular(preverb, masdar[len(preverb) : -1]) for preverb in splits]
    return tuple(verb for verbs in found for verb in verbs)


def _regular(preverb: str, stem: str) -> list[Verb]:
    """The verb with this preverb whose verbal noun is preverb + stem + ა, by rule."""
    theme = next((t for t in _THEMES if stem.endswith(t) and len(stem) - len(t) >= _SHORT_ROOT), "")
    if theme == "ნ" and not any(char in VOWELS for char in stem):  # ქმნ-ა
        theme = ""
    root = stem.removesuffix(theme)
    if (
        stem.endswith("ვნ") and stem[-3:-2] not in VOWELS
    ):  # და-ნიშვნ-ა, და-ნიშნ-ავ-ს "appointing": -ავ- stands before the ნ
        theme, root = "ავ", f"{stem[:-2]}ნ"
    # Any noun in -ა or -ნა, and loans in -ია: ა-ლუზია is no verb.
    if theme in ("", "ნ") and (not preverb or root[-1] in VOWELS):
        return []
    shapes = _root_shapes(root, theme)
    tables = []
    if theme in ("ებ", "ობ", "ევ"):
        tables = [f"present-{theme}"]
    elif theme in ("ვ", "ავ"):
        tables = ["present-ავ"]
    elif theme in ("", "ნ") and not any(char in VOWELS for char in root):
        tables = ["present-ი"]
    elif theme in ("", "ნ") and len(root) >= _LONG_ROOT:
        tables = ["present-root"]
    if not preverb and len(root) >= _LONG_ROOT:
        tables.append("past-marked")
    full = [s.text for s in shapes if s.tails.startswith("verb")]
    bare = tuple(Root(text, table) for table in tables for text in full)
    # Without preverb, a root with any ending would match its whole family of nouns.
    verbs = [Verb(preverb, shapes)] if preverb else []
    return [*verbs, Verb("", bare)] if bare else verbs


def _is_stem(rest: str) -> bool:
    """True when what follows a preverb is long enough for a root and -ა and holds a consonant."""
    return len(rest) >= 4 or (len(rest) == 3 and rest[0] not in VOWELS and rest[1] not in VOWELS)


def _root_shapes(root: str, theme: str) -> tuple[Root, ...]:
    shapes = {root: _table("verb", root)}
    if theme == "ნ":  # კითხოვ-ნ-ა, but გზავნ-ა: the ნ may belong to the root
        shapes[root + "ნ"] = "verb"
    vowels = [i for i, char in enumerate(root) if char in VOWELS]
    if vowels and root[vowels[-1]] == "ე" and theme in ("", "ნ"):
        shapes.setdefault(root[: vowels[-1]] + "ი" + root[vowels[-1] + 1 :], "past")
    if not theme and len(root) >= 2 and root[-1] not in VOWELS and root[-2] not in VOWELS:
        if root[-1] == "მ" and len(root) > _SHORT_ROOT:  # და-სხმ-ა, ა-სხამ-ს, და-ა-სხ-ა "pouring"
            shapes[f"{root[:-1]}ამ"] = "finite"
            shapes[root[:-1]] = _table("past", root[:-1])
        shapes.setdefault(f"{root[:-1]}ა{root[-1]}", "past")
        shapes.setdefault(f"{root[:-1]}ე{root[-1]}", "second-aorist")
    return tuple(Root(text, tails) for text, tails in shapes.items())


def _table(name: str, root: str) -> str:
    return f"{name}-short" if is_short(root) else name


def _parse(parts: str) -> tuple[Verb, ...]:
    """The verbs of an entry in `irregular`, where the notation is described."""
    found = []
    for part in parts.split():
        at = next((i for i, char in enumerate(part) if char in _SIGNS), None)
        if at is not None:  # otherwise a nominal
            found.append((part[:at], part[at], part[at + 1 :].split("/")))
    has_preverb = any(preverb for preverb, _, _ in found)
    return tuple(
        Verb(preverb, tuple(Root(r, _irregular(preverb, sign, r, has_preverb)) for r in roots))
        for preverb, sign, roots in found
    )


def _irregular(preverb: str, sign: str, root: str, has_preverb: bool) -> str:
    """The table of endings of a listed root; `has_preverb` tells of the verb's other forms."""
    if sign == "=":
        return "exact"
    if sign == "-":
        return "participle"
    if sign == "+":
        if not preverb:
            return _table("verb-bare", root)
        return "verb-ებ" if root.endswith("ებ") else _table("verb", root)
    if preverb:
        return "finite" if root.endswith(_PRESENT_STEMS) else _table("past", root)
    if not has_preverb and root[0] in "იუე":  # a root that begins with a version vowel is no noun
        return "finite"
    if root.endswith("ებ"):
        return "present-ებ-vowel" if root[0] in "აიუ" else "present-ებ-consonant"
    return "present" if has_preverb else "finite-bare"


@cache
def nominals(masdar: str) -> tuple[str, ...]:
    """The participles and agent nouns, in the dictionary form, that are listed with a verb."""
    return tuple(p for p in IRREGULAR.get(masdar, "").split() if not _SIGNS & set(p))
