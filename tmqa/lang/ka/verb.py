"""Georgian verbs: from a verbal noun (masdar) to its principal parts.

A masdar is preverb + root + thematic suffix + ა (გა-კეთ-ებ-ა "doing"). Endings alone never lead
from it to the finite forms (გააკეთა, აკეთებს, გაუკეთებია), because person and version markers
stand between preverb and root; so a verb is looked up by preverb, markers (`markers`) and root,
and by shared tables of the endings that may follow (`screeves`). Facts of grammar after H. Aronson,
*Georgian: A Reading Grammar* (1990), chapters 3–12.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tmqa.lang.ka.irregular import IRREGULAR, SUPPLETIVE
from tmqa.lang.ka.letters import VOWELS

# Longest first, so that გადმო is not read as გა.
PREVERBS = (
    "გადმო", "ჩამო", "წამო", "შემო", "გამო", "წარმო", "მიმო", "აღმო", "დამო", "გარდა", "გადა", "ამო",
    "განა", "შთა", "წარ", "გან", "და", "გა", "მო", "მი", "წა", "შე", "ჩა", "აღ", "ა",
)  # fmt: skip

# Thematic suffixes as they stand before the -ა of the masdar.
_THEMES = ("ებ", "ობ", "ევ", "ავ", "ვ", "ომ", "ოლ", "ნ")
_PRESENT_STEMS = ("ებ", "ევ", "ემ", "ავ", "ობ")
_SIGNS = frozenset("+~=-")  # of the notation in `irregular`
_LOAN = "ირ"  # ends the roots of verbs from other languages
_SHORT_ROOT = 2
# A verb without preverb has its past tenses by rule (უ-ბრძან-ა "ordered") when its root is as long as
# this; the rule for presents without thematic suffix (გზავნ-ის "sends") asks for the same.
_LONG_ROOT = 4


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


@cache
def principal_parts(masdar: str) -> tuple[Verb, ...]:
    """The verbs that `masdar` may be the verbal noun of; none when it has no masdar's shape.

    Listed verbs come from `irregular`; the rest is proposed by rule: strip the preverb and the
    thematic suffix, and allow for the vowels that a root gains (ხდ → ხად) or changes
    (წყვეტ → წყვიტ) in the aorist.
    """
    listed = _listed(masdar)
    if listed:
        return _parse(listed)
    if not masdar.endswith("ა") or len(masdar) < 5:
        return ()
    splits = [p for p in PREVERBS if masdar.startswith(p) and _is_stem(masdar[len(p) :])]
    if not splits or masdar.endswith("ობა"):  # what looks like a preverb may not be: მონაწილე-ობ-ა
        splits.append("")
    found = [_regular(preverb, masdar[len(preverb) : -1]) for preverb in splits]
    return tuple(verb for verbs in found for verb in verbs)


def is_listed(masdar: str) -> bool:
    """True for a verb whose principal parts are known, not proposed by rule."""
    return bool(_listed(masdar))


def _listed(masdar: str) -> str:
    """The entry of a verb in `irregular`, with its preverb; "" for another word."""
    if masdar in IRREGULAR:
        return IRREGULAR[masdar]
    for ending, parts in SUPPLETIVE.items():
        preverb = masdar.removesuffix(ending)
        if masdar.endswith(ending) and preverb in PREVERBS:
            inner, _, outer = parts.partition(";")
            return " ".join([*(preverb + part for part in inner.split()), outer])
    return ""


def _regular(preverb: str, stem: str) -> list[Verb]:
    """The verb with this preverb whose verbal noun is preverb + stem + ა, by rule."""
    theme = next((t for t in _THEMES if stem.endswith(t) and len(stem) - len(t) >= _SHORT_ROOT), "")
    if theme == "ნ" and not _has_vowel(stem):  # ქმნ-ა
        theme = ""
    root = stem.removesuffix(theme)
    # In და-ნიშვნ-ა "appointing" the suffix stands before the root's end: და-ნიშნ-ავ-ს.
    if stem.endswith("ვნ") and stem[-3:-2] not in VOWELS:
        theme, root = "ავ", f"{stem[:-2]}ნ"
    # Any noun in -ა or -ნა, and loans in -ია: ა-ლუზია is no verb.
    if theme in ("", "ნ") and (not preverb or root[-1] in VOWELS):
        return []
    full, past = _root_shapes(root, theme)
    tables = []
    if theme == "ებ" and root.endswith(_LOAN) and len(root) >= _LONG_ROOT:
        tables = ["present-ირებ"]
    elif theme in ("ებ", "ობ", "ევ"):
        tables = [f"present-{theme}"]
    elif theme in ("ვ", "ავ"):
        tables = ["present-ავ"]
    elif theme in ("", "ნ") and not _has_vowel(root):
        tables = ["present-ი"]
    elif theme in ("", "ნ") and len(root) >= _LONG_ROOT:
        tables = ["present-root"]
    if not preverb and len(root) >= _LONG_ROOT:
        tables += ["past-marked", "participles-ებ"] if theme == "ებ" else ["past-marked"]
    verbs = []
    if preverb:  # without one, a root with any ending would match its whole family of nouns
        shapes = (shape for text in full for shape in _all_forms(text, _by_length("finite", text)))
        verbs.append(Verb(preverb, (*shapes, *past)))
    if tables:
        verbs.append(Verb("", tuple(Root(text, table) for table in tables for text in full)))
    return verbs


def _is_stem(rest: str) -> bool:
    """True when what follows a preverb is long enough for a root and -ა and holds a consonant."""
    return len(rest) >= 4 or (len(rest) == 3 and rest[0] not in VOWELS and rest[1] not in VOWELS)


def _root_shapes(root: str, theme: str) -> tuple[list[str], list[Root]]:
    """The shapes of a root that stand in all forms, and those of some past tenses."""
    full = [root]
    past: dict[str, str] = {}
    if theme == "ნ":  # კითხოვ-ნ-ა, but გზავნ-ა: the ნ may belong to the root
        full.append(f"{root}ნ")
    vowels = [i for i, char in enumerate(root) if char in VOWELS]
    if vowels and root[vowels[-1]] == "ე" and theme in ("", "ნ"):
        past[f"{root[: vowels[-1]]}ი{root[vowels[-1] + 1 :]}"] = "past"
    if not theme and root[-1] not in VOWELS and root[-2] not in VOWELS:
        if root[-1] == "მ" and len(root) > _SHORT_ROOT:  # და-სხმ-ა, ა-სხამ-ს, და-ა-სხ-ა "pouring"
            past[f"{root[:-1]}ამ"] = "finite"
            past[root[:-1]] = _by_length("past", root[:-1])
        past.setdefault(f"{root[:-1]}ა{root[-1]}", "past")
        past.setdefault(f"{root[:-1]}ე{root[-1]}", "second-aorist")
    return full, [Root(text, table) for text, table in past.items() if text not in full]


def _has_vowel(text: str) -> bool:
    return any(char in VOWELS for char in text)


def _all_forms(root: str, tenses: str) -> tuple[Root, Root]:
    """The root with a table of all tenses and that of all participles."""
    return Root(root, tenses), Root(root, _by_length("participles", root))


def _by_length(table: str, root: str) -> str:
    """The table for a root, which may be too short to be told from others by its consonants."""
    return f"{table}-short" if len(root) <= _SHORT_ROOT and not _has_vowel(root) else table


def _parse(parts: str) -> tuple[Verb, ...]:
    """The verbs of an entry in `irregular`, where the notation is described."""
    found = []
    for part in parts.split():
        at = next((i for i, char in enumerate(part) if char in _SIGNS), None)
        if at is not None:  # otherwise a nominal
            found.append((part[:at], part[at], part[at + 1 :].split("/")))
    has_preverb = any(preverb for preverb, _, _ in found)
    verbs = []
    for preverb, sign, roots in found:
        shapes = (r for root in roots for r in _listed_root(preverb, sign, root, has_preverb))
        verbs.append(Verb(preverb, tuple(shapes)))
    return tuple(verbs)


def _listed_root(preverb: str, sign: str, root: str, has_preverb: bool) -> tuple[Root, ...]:
    """A listed root with its tables; `has_preverb` tells of the verb's other forms."""
    if sign == "+" and not preverb:
        return _all_forms(root, "finite-bare")
    if sign == "+":  # the root may hold the thematic suffix: და-დებ-ს
        ends_in_theme = root.endswith("ებ")
        return _all_forms(root, "finite-ებ" if ends_in_theme else _by_length("finite", root))
    return (Root(root, _listed_table(preverb, sign, root, has_preverb)),)


def _listed_table(preverb: str, sign: str, root: str, has_preverb: bool) -> str:
    if sign == "=":
        return "exact"
    if sign == "-":
        return "participle"
    if preverb:
        return "finite" if root.endswith(_PRESENT_STEMS) else _by_length("past", root)
    if not has_preverb and root[0] in "იუე":  # a root that begins with a version vowel is no noun
        return "finite"
    if root.endswith("ებ"):
        return "present-ებ-vowel" if root[0] in "აიუ" else "present-ებ-consonant"
    return "present" if has_preverb else "finite-bare-marked"


@cache
def nominals(masdar: str) -> tuple[str, ...]:
    """The participles and agent nouns, in the dictionary form, that are listed with a verb."""
    return tuple(p for p in IRREGULAR.get(masdar, "").split() if not _SIGNS & set(p))
