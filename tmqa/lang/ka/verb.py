"""Georgian verbs: from a verbal noun (masdar) to its principal parts, and from those to forms.

A masdar is preverb + root + thematic suffix + ა (გა-კეთ-ებ-ა "doing"). Endings alone never lead
from it to the finite forms (გააკეთა, აკეთებს, გაუკეთებია), because person and version markers
stand between preverb and root; so a verb is looked up by preverb and root with the marker slot
free, and by one shared table of the endings that may follow. Facts of grammar after H. Aronson,
*Georgian: A Reading Grammar* (1990), chapters 3–12.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from tmqa.lang.ka.irregular import IRREGULAR, SUPPLETIVE
from tmqa.lang.ka.letters import VOWELS
from tmqa.lang.ka.nominal import ENDINGS

# Object and subject person markers, version vowels and the participle prefixes სა- ნა- მა- მ- უ-.
_PARTICIPLE = ("", "სა", "ნა", "მა", "უ")
_PERSON = ("", "ვ", "მ", "გ", "გვ", "ხ", "ს", "ჰ")
_VERSION = ("", "ა", "ე", "ი", "უ")

FINITE_MARKERS: frozenset[str] = frozenset(map("".join, product(_PERSON, _VERSION)))
MARKERS: frozenset[str] = frozenset(map("".join, product(_PARTICIPLE, FINITE_MARKERS)))
_LONGEST = max(map(len, MARKERS))

# Longest first, so that გადმო is not read as გა.
PREVERBS = (
    "გადმო", "ჩამო", "წამო", "შემო", "გამო", "წარმო", "მიმო", "აღმო", "დამო", "გადა", "ამო", "განა",
    "წარ", "გან", "და", "გა", "მო", "მი", "წა", "შე", "ჩა", "აღ", "ა",
)  # fmt: skip

# Thematic suffixes as they stand before the -ა of the masdar.
_THEMES = ("ებ", "ობ", "ევ", "ავ", "ვ", "ომ", "ოლ", "ნ")

# What may follow a thematic suffix in the present and future series.
_SERIES = (
    "", "ს", "თ", "ენ", "ან", "დი", "დით", "და", "დნენ", "დე", "დეს", "დეთ", "ა", "ი", "ით", "იან",
    "ოდა", "ოდი", "ოდით", "ოდნენ", "ოდე", "ოდეს", "ოდეთ", "ათ",
)  # fmt: skip
_PRESENT_SUFFIXES = ("", "ებ", "ობ", "ავ", "ევ", "ამ", "ი", "ულობ", "დებ", "ინებ", "ევინებ", "ოლ")
# Aorist, optative, perfect and pluperfect after the root.
_PAST = (
    "ა", "ე", "ი", "ით", "ეს", "ეთ", "ო", "ოს", "ონ", "ოთ", "და", "დი", "დით", "დნენ", "დე", "დეს", "დეთ",
    "დოს", "ნენ", "ნეს", "ია", "იათ", "იე", "იეს", "იეთ", "იოს", "იონ", "იოთ", "ინა", "ინეს", "ინე",
    "ინოს", "ინონ", "ებია", "ებიათ", "ებინა", "ებინათ", "ებინოს", "ებინე", "ობია", "ობიათ", "ობინა",
    "ას", "იყო", "იყვნენ", "იყოს", "ავს", "ავთ", "ევია", "ევიათ", "ევინა", "ევინათ", "ოდა", "ხარ", "ხართ", "ვარ", "ვართ",
)  # fmt: skip
# Participles; nominal endings follow.
_PARTICIPLE_SUFFIXES = (
    "ულ", "ილ", "ებულ", "ობილ", "ობულ", "ეულ", "ნილ", "მულ", "ებელ", "ებლ", "ობელ", "ობლ", "ელ", "ავ", "არ",
    "ად",
)  # fmt: skip
# The copula after a participle in the perfect of intransitive verbs: "has become".
_COPULA = ("ა", "ან", "ვარ", "ხარ", "ვართ", "ხართ", "იყო", "იყვნენ", "იყოს")
_SHORT_ROOT = 2
# The present without preverb and thematic suffix (გზავნ-ის "sends") is looked for with roots of so
# many letters at least; shorter ones are too many nouns.
_LONG_ROOT = 4
_BARE_ENDINGS = (
    "ს", "თ", "ენ", "და", "დნენ", "ის", "ით", "იან", "იდა", "იდნენ", "ება", "ებიან", "ებოდა", "ავს", "ობს", "ობენ",
)  # fmt: skip

FULL, NARROW, PRESENT, BARE = "verb", "verb-narrow", "present", "bare-present"


@dataclass(frozen=True, slots=True)
class Verb:
    """The principal parts of a verb: a preverb, the shapes of its root, and its ending table.

    `bare_present` names the ending table of a present without the preverb (კურნ-ავ-ს "cures"
    beside გან-კურნ-ა "cured"), "" where there is none to be sure of; `bare_roots` its roots.
    """

    preverb: str
    roots: tuple[str, ...]
    bare_present: str = ""
    bare_roots: tuple[str, ...] = ()


def after_markers(text: str) -> tuple[str, ...]:
    """Every remainder of `text` after a possible marker sequence, the shortest markers first."""
    return tuple(text[length:] for length in _marker_lengths(text[:_LONGEST]))


@cache
def _marker_lengths(text: str) -> tuple[int, ...]:
    return tuple(length for length in range(len(text) + 1) if text[:length] in MARKERS)


def _participles() -> set[str]:
    tails = {suffix + ending for suffix in _PARTICIPLE_SUFFIXES for ending in ENDINGS["consonant"]}
    return tails | {s + c for s in _PARTICIPLE_SUFFIXES if s.endswith("ლ") for c in _COPULA}


def _tails() -> dict[str, frozenset[str]]:
    present = {suffix + tail for suffix in _PRESENT_SUFFIXES for tail in _SERIES}
    particles = {"ც", "ო"}  # also; quotative
    past = {tail + particle for tail in _PAST for particle in ("", *particles)}
    verbal = present | past | _participles()
    return {
        # A bare nominal ending after a short root would turn unrelated nouns into forms.
        NARROW: frozenset(verbal),
        FULL: frozenset(verbal | set(ENDINGS["consonant"])),
        # A present that drops the preverb: კურნავს "cures" beside განკურნა "cured".
        PRESENT: _finite("ებ") | _finite("ავ") | {"დებ" + tail for tail in _SERIES if tail},
        BARE: frozenset(_BARE_ENDINGS),
        "ობ": _finite("ობ"),
        "ევ": _finite("ევ"),
        "ებ": _finite("ებ"),
    }


def _finite(theme: str) -> frozenset[str]:
    """Present endings that no noun has: ქორწინ-ებ-ა "wedding" is no form of "divorcing"."""
    nominal = {theme + tail for tail in ENDINGS["consonant"]} | {theme + "ა", theme + "ათ"}
    return frozenset(theme + tail for tail in _SERIES if tail) - (
        nominal - {theme + "ს", theme + "თ"}
    )


VERB_TAILS: dict[str, frozenset[str]] = _tails()
# Whatever may follow the stem of a word, nominal or verb.
TAILS: frozenset[str] = frozenset().union(*VERB_TAILS.values(), *ENDINGS.values())


def tails_of(root: str) -> str:
    """The name of the ending table that a root takes."""
    return FULL if len(root) > _SHORT_ROOT else NARROW


@cache
def principal_parts(masdar: str) -> tuple[Verb, ...]:
    """The verbs that `masdar` may be the verbal noun of; none when it has no masdar's shape.

    Listed verbs come from `irregular`; the rest is proposed by rule: strip the preverb and the
    thematic suffix, and allow for the vowels that a root gains (ხდ → ხად) or changes
    (წყვეტ → წყვიტ) in the aorist.
    """
    listed = IRREGULAR.get(masdar)
    if listed is not None:
        return tuple(_parse(pattern) for pattern in listed.split())
    for ending, shapes in SUPPLETIVE.items():
        preverb = masdar.removesuffix(ending)
        if masdar.endswith(ending) and preverb in PREVERBS:
            return (Verb(preverb, tuple(shapes.split("/"))),)
    if not masdar.endswith("ა") or len(masdar) < 5:
        return ()
    splits = [p for p in PREVERBS if masdar.startswith(p) and _is_stem(masdar[len(p) :])]
    found = (_regular(preverb, masdar[len(preverb) : -1]) for preverb in splits or [""])
    return tuple(verb for verb in found if verb is not None)


def _regular(preverb: str, stem: str) -> Verb | None:
    """The verb with this preverb whose verbal noun is preverb + stem + ა, by rule."""
    theme = next((t for t in _THEMES if stem.endswith(t) and len(stem) - len(t) >= _SHORT_ROOT), "")
    root = stem.removesuffix(theme)
    if not preverb and theme in ("", "ნ"):  # any noun in -ა or -ნა
        return None
    present = ""
    if theme in ("ევ", "ობ") or (theme == "ებ" and len(root) <= _SHORT_ROOT):
        present = theme
    elif theme in ("ებ", "ვ", "ავ"):
        present = PRESENT
    elif theme in ("", "ნ") and len(root) >= _LONG_ROOT:
        present = BARE
    shapes = _root_shapes(root, theme)
    bare = (root,) if present not in ("", BARE) else shapes if present else ()
    # Without preverb, a root with any ending would match its whole family of nouns.
    roots = shapes if preverb else ()
    return Verb(preverb, roots, present, bare) if roots or bare else None


def _is_stem(rest: str) -> bool:
    """True when what follows a preverb is long enough for a root and -ა and holds a consonant."""
    return len(rest) >= 4 or (len(rest) == 3 and rest[0] not in VOWELS and rest[1] not in VOWELS)


def _root_shapes(root: str, theme: str) -> tuple[str, ...]:
    shapes = [root]
    if theme == "ნ":  # კითხოვ-ნ-ა, but გზავნ-ა: the ნ may belong to the root
        shapes.append(root + "ნ")
    vowels = [i for i, char in enumerate(root) if char in VOWELS]
    if vowels and root[vowels[-1]] == "ე" and theme in ("", "ნ"):
        shapes.append(root[: vowels[-1]] + "ი" + root[vowels[-1] + 1 :])
    if not theme and len(root) >= 2 and root[-1] not in VOWELS and root[-2] not in VOWELS:
        shapes += [root[:-1] + vowel + root[-1] for vowel in "აე"]
    return tuple(dict.fromkeys(shapes))


def _parse(pattern: str) -> Verb:
    preverb, _, roots = pattern.partition("+")
    return Verb(preverb, tuple(roots.split("/")))
