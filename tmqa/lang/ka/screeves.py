"""Endings of Georgian verbs: tables of what may follow a root, tense by tense (the screeves).

What may follow hangs on the markers before the root: -ელი makes an agent after მ- (გა-მ-ყიდ-ველ-ი
"seller") and nothing after ი-, -ება a passive after ი- and a noun after none. So every ending has
the markings that it may go with. Facts of grammar after H. Aronson, *Georgian: A Reading Grammar*
(1990), chapters 3–12.
"""

from __future__ import annotations

from collections.abc import Iterable

from tmqa.lang.ka.markers import (
    AGENT,
    BARE,
    DONE,
    FINITE,
    FIRST,
    FIRST_REFLEXIVE,
    I_OR_WE,
    MARKED,
    NONE,
    NOT_DONE,
    PERSON,
    PLAYER,
    REFLEXIVE,
    THIRD,
    TO_BE_DONE,
    VERSION,
)
from tmqa.lang.ka.nominal import ENDINGS

Table = dict[str, int]

# After a thematic suffix: the present and its imperfect, of the third person and of any.
_PRESENT = ("ს", "ენ", "ან", "და", "დათ", "დნენ", "დეს")
_PRESENT_ANY = ("თ", "დი", "დით", "დე", "დეთ")
_SUFFIXES = ("", "ებ", "ობ", "ავ", "ევ", "ამ", "ემ", "ულობ", "ინებ", "ევინებ", "ოლ")
# The same of a passive: ი-კეთ-ებ-ა "is done", კეთ-დებ-ა "gets done".
_PASSIVE = ("ა", "ათ")
_PASSIVE_LONG = ("იან", "ოდა", "ოდათ", "ოდნენ", "ოდეს")
_PASSIVE_I = ("ი", "ით", "ოდი", "ოდით", "ოდე", "ოდეთ")
_D_PASSIVE = "დებ"
# The present in -ი: ხსნ-ი-ს "opens", imperfect ხსნ-ი-და.
_I_PRESENT = ("ის", "იან", "იდა", "იდათ", "იდნენ", "იდეს")
_I_PRESENT_ANY = ("იდი", "იდით", "იდე", "იდეთ")
# Aorist, optative and pluperfect after the root, of the third person and of any.
_PAST = (
    "ა", "ეს", "ოს", "ონ", "ას", "ან", "ნენ", "ნეს", "და", "დათ", "დნენ", "დეს", "დოს",
    "ოდა", "ოდათ", "ოდნენ", "ოდეს", "იათ", "იეს", "იოს", "იონ", "ინა", "ინეს", "ინოს", "ინონ",
    "ებინა", "ებინათ", "ებინოს", "ობინა", "ევინა", "ევინათ", "ევინეს", "ევინოს", "ევინონ",
    "ებია", "ებიათ",
)  # fmt: skip
_PAST_ANY = (
    "ეთ", "ით", "ოთ", "ათ", "დი", "დით", "დე", "დეთ", "იე", "იეთ", "იოთ", "ინე", "ებინე", "ევინე",
    "ხარ", "ხართ", "ვარ", "ვართ", "ივარ", "ივართ", "იხარ", "იხართ",
    "ებივარ", "ებივართ", "ებიხარ", "ებიხართ",
)  # fmt: skip
# The same of one vowel, which end nouns and adjectives too (მო-კლ-ე "short" beside მო-კლ-ა "killed").
_PAST_VOWELS, _PAST_VOWELS_ANY = ("ო", "ია"), ("ე", "ი", "ო")
# The perfect turns round who does and what is done: მი-თარგმნ-ია "I have translated".
_PERFECT = ("ია", "იათ", "ებია", "ებიათ", "ობია", "ობიათ", "ევია", "ევიათ")
_PERFECT_THEME = ("ავს", "ავთ", "ამს", "ამთ")
_QUOTED = ("ც", "ო")  # also; quotative

# Participle suffixes by the marker before the root, for any root and for long ones only; the
# endings of nominals follow.
_PARTICIPLES: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    NONE: (("ულ", "ილ", "ეულ", "ნილ", "მულ"), ("ებულ", "ობილ", "ობულ", "ებად")),
    TO_BE_DONE: (("ელ", "ლ", "ებელ", "ებლ", "ობელ", "ობლ", "არ", "ალ", "ავ", "ევ"), ("",)),
    DONE: (("ებ", "არ", "ევ", "ევარ", "ამ", "ავ"), ("",)),
    NOT_DONE: (("ელ", "ლ", "ებელ", "ებლ", "ველ", "ევლ", "ეველ", "ავ", "არ", "ალ"), ()),
    AGENT: (
        ("ელ", "ლ", "ებელ", "ებლ", "ობელ", "ობლ", "ველ", "ევლ", "ეველ", "არ", "ალ", "ავ", "ევ",
         "ევარ", "ვარ"),
        ("", "ებ"),
    ),
    PLAYER: (("ალ", "ლ"), ()),
}  # fmt: skip
# Agents in -ე and instruments in -ო decline as vowel stems: და-მ-ხმარ-ე "helper", სა-თამაშ-ო "toy".
_AGENT_E = ("ე", "არე", "ნე")
_TO_BE_DONE_O = "ო"
_AFTER_VOWEL = {*ENDINGS["vowel-pl"], *ENDINGS["unchanging"]}
# The copula after a participle in the perfect of intransitive verbs: "has become".
_COPULA = ("ა", "ან", "ვარ", "ხარ", "ვართ", "ხართ", "იყო", "იყვნენ", "იყოს")


def _entries(tails: Iterable[str], marking: int) -> Table:
    return {
        tail + particle: marking
        for tail in tails
        for particle in (("", *_QUOTED) if tail else ("",))
    }


def _union(*tables: Table) -> Table:
    found: Table = {}
    for table in tables:
        for tail, marking in table.items():
            found[tail] = found.get(tail, 0) | marking
    return found


def _only(table: Table, marking: int) -> Table:
    return {tail: found & marking for tail, found in table.items() if found & marking}


def _without(table: Table, tails: Iterable[str]) -> Table:
    left_out = _entries(tails, 0)
    return {tail: marking for tail, marking in table.items() if tail not in left_out}


def _passive(stem: str, marking: int, noun_like: int) -> Table:
    """The present series of a passive in -ებ-; what a masdar ends in too asks for `noun_like`."""
    first = FIRST | FIRST_REFLEXIVE | (noun_like & ~NONE)
    return _union(
        _entries((stem + tail for tail in _PASSIVE), noun_like),
        _entries((stem + tail for tail in _PASSIVE_LONG), marking & THIRD),
        _entries((stem + tail for tail in _PASSIVE_I), first),
    )


def _series(theme: str, marking: int = FINITE) -> Table:
    """The present series with a thematic suffix, active and passive."""
    return _union(
        _entries((theme + tail for tail in _PRESENT), marking & THIRD),
        _entries((theme + tail for tail in _PRESENT_ANY), marking),
        _entries((theme,), I_OR_WE | VERSION | REFLEXIVE),  # "I do", "you do"
        _passive(theme, marking, marking & THIRD if theme == _D_PASSIVE else REFLEXIVE),
    )


def _i_series(marking: int) -> Table:
    return _union(_entries(_I_PRESENT, marking & THIRD), _entries(_I_PRESENT_ANY, marking))


def _present(marking: int = FINITE) -> Table:
    """The present series after a root, with any suffix."""
    return _union(
        *(_series(suffix, marking) for suffix in (*_SUFFIXES, _D_PASSIVE)), _i_series(marking)
    )


def _past(vowels: int) -> Table:
    """The past series after a root; `vowels` are the markings for endings of one vowel."""
    return _union(
        _entries(_PAST, THIRD),
        _entries((*_PERFECT, *_PERFECT_THEME), THIRD & MARKED),
        _entries(_PAST_ANY, FINITE),
        _entries(_PAST_VOWELS, vowels & THIRD),
        _entries(_PAST_VOWELS_ANY, vowels),
    )


def _participles() -> tuple[Table, Table]:
    """The participles after a short root, and after any other."""
    short: Table = {_TO_BE_DONE_O + end: TO_BE_DONE for end in _AFTER_VOWEL}
    for marking, (usual, _) in _PARTICIPLES.items():
        _add_participles(short, usual, marking)
    other = dict(short)
    for marking, (_, rare) in _PARTICIPLES.items():
        _add_participles(other, rare, marking)
    agents = {suffix + end for suffix in _AGENT_E for end in _AFTER_VOWEL}
    agents |= {suffix[:-1] + end for suffix in _AGENT_E for end in ENDINGS["truncated"]}
    return short, _union(other, dict.fromkeys(agents, AGENT | PLAYER))


def _add_participles(table: Table, suffixes: Iterable[str], marking: int) -> None:
    for suffix in suffixes:
        for end in ENDINGS["consonant"]:
            table[suffix + end] = table.get(suffix + end, 0) | marking
        for copula in _COPULA if marking == NONE else ():
            table[suffix + copula] = table.get(suffix + copula, 0) | NONE | FIRST


def _tables() -> dict[str, Table]:
    past, past_short = _past(FINITE), _past(MARKED)
    participles_short, participles = _participles()
    done: Table = {}
    _add_participles(done, ("ებულ",), NONE)
    present = _present()
    finite = _union(present, past)
    passive = _passive("ებ", BARE, REFLEXIVE)
    stem = _without(_only(_series(""), BARE), _PASSIVE)
    # "I have …" is preverbless all the same: მი-მღერ-ია "I have sung".
    bare = _union(_only(finite, BARE), _entries(_PERFECT, THIRD & MARKED))
    first = _entries(("ი", "ით"), FIRST | FIRST_REFLEXIVE)
    return {
        # of verbs with a preverb, and of listed ones without
        "finite": finite,
        "finite-short": _union(present, past_short),
        "finite-ებ": finite | _entries(("ა",), NONE | REFLEXIVE),
        "finite-bare": bare,
        "finite-bare-marked": _union(present, _only(past_short, MARKED)),
        "participles": participles,
        "participles-short": participles_short,
        "participles-ებ": done,  # ციტირ-ებ-ულ-ი "cited", where the rest would be other words
        "past": past,
        "past-short": past_short,
        "past-marked": _only(past, BARE & MARKED),
        "second-aorist": _entries(("ი", "ით"), NONE | FIRST | PERSON),
        "exact": _entries(("",), FINITE) | dict.fromkeys(_QUOTED, FINITE),
        "participle": _union(
            dict.fromkeys(ENDINGS["consonant"], NONE | TO_BE_DONE),
            dict.fromkeys(_COPULA, NONE | FIRST),
        ),
        # Presents without the preverb of the other tenses. რჩებ-ა "stays", მ-ხვდებ-ა "meets me"; but
        # აგებ-ს "builds" and აგება "building" are two words, and იღება "opens" belongs to another
        # verb than იღებ-ს "takes".
        "present": _without(_only(present, BARE), _PASSIVE),
        "present-ებ-consonant": _union(stem, _passive("", BARE, NONE | PERSON | REFLEXIVE)),
        "present-ებ-vowel": stem,
        # The same by rule. After ებ the dative plural of a noun looks the same (ფასებს "prices",
        # ა-ფასებს "assesses"), so that a marker is asked for, but not with loans: ციტირებ-ს "cites".
        "present-ებ": _only(_union(_series("ებ", MARKED), _series(_D_PASSIVE)), BARE),
        "present-ირებ": _only(_union(_series("ებ"), _series(_D_PASSIVE)), BARE),
        "present-ავ": _union(_only(_series("ავ"), BARE), passive),
        "present-ობ": _only(_series("ობ"), BARE),
        "present-ევ": _only(_series("ევ"), BARE),
        "present-ი": _union(_i_series(BARE), first, passive),
        "present-root": _union(
            *(_only(_series(suffix), BARE) for suffix in ("", "ავ", "ობ")),
            _i_series(BARE),
            first,
            passive,
        ),
    }


# For every table its endings, with the markings that they may follow.
VERB_TAILS: dict[str, Table] = _tables()
