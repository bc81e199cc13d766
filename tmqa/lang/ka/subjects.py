"""In which case a Georgian verb wants its subject: H. Aronson, *A Reading Grammar* (1990), ch. 5.

The aorist of transitive verbs takes the ergative (კაცმა დაწერა "the man wrote"), that of others
the nominative (კაცი დარჩა "the man stayed"); verbs of having and feeling take the dative (კაცს
აქვს "the man has").
"""

from __future__ import annotations

from collections.abc import Callable

from tmqa.lang.ka.letters import fold
from tmqa.lang.ka.verb import PREVERBS

ERGATIVE, DATIVE = "erg", "dat"
# The third persons with a subject in the dative, by English verb.
_WITH_DATIVE = {
    "can could": "შეუძლია შეუძლიათ შეეძლო შეეძლოთ შეეძლება შეეძლებათ",
    "has have had": "აქვს აქვთ ჰქონდა ჰქონდათ ექნება ექნებათ ჰყავს ჰყავთ ჰყავდა ჰყავდათ",
    "needs need needed": "სჭირდება სჭირდებათ სჭირდებოდა სჭირდებოდათ დასჭირდა დასჭირდათ",
    "wants want wanted": "სურს სურთ სურდა სურდათ",
    "loves love loved": "უყვარს უყვართ უყვარდა უყვარდათ",
    "likes like liked": "მოსწონს მოსწონთ მოსწონდა მოსწონდათ მოეწონა მოეწონათ",
    "remembers remember remembered": "ახსოვს ახსოვთ ახსოვდა ახსოვდათ",
    "understands understand understood": "ესმის ესმით ესმოდა ესმოდათ",
}
WITH_DATIVE = {
    english: frozenset(forms.split())
    for verbs, forms in _WITH_DATIVE.items()
    for english in verbs.split()
}
# he, she, it; they – that, these in the ergative and the dative, who, everybody, nobody.
PRONOUNS = {"he": ("ის", "იგი"), "she": ("ის", "იგი"), "they": ("ისინი",)}
OF_PRONOUNS = {
    ERGATIVE: {"ის": "მან", "იგი": "მან", "ისინი": "მათ"},
    DATIVE: {"ის": "მას", "იგი": "მას", "ისინი": "მათ"},
}
OTHER_PRONOUNS = {
    ERGATIVE: frozenset(
        "მან მათ ვინ ვინც ვინმემ რომელმაც რომლებმაც ამან იმან ამათ იმათ არავინ ყველამ".split()
    ),
    DATIVE: frozenset(
        "მე შენ ჩვენ თქვენ მას მათ ამას იმას ამათ იმათ ვის ვისაც რომელსაც რომლებსაც ყველას არავის"
        " ზოგს ბევრს თითოეულს ერთს ორივეს არცერთს".split()
    ),
}
# After a preverb ი and ე make passives, which take the nominative; but ი-ყვან "lead" is a root.
_PASSIVE, _ROOT = ("ი", "ე"), "იყვან"
_OPTATIVES = ("ოს", "ას")  # of transitive verbs; others have -ეს
_BOTH_WAYS = "დგა"  # stood, staged; stepped down, took a step


def takes_ergative(word: str, is_listed: Callable[[str], bool]) -> bool:
    """True for the third person of the aorist of a transitive verb, as the word list shows.

    `is_listed` tells Georgian words. Silent on forms that may be passive (დაიწერა).
    """
    folded = fold(word)
    stem = folded.removesuffix("ეს") if folded.endswith("ეს") else folded.removesuffix("ა")
    if stem == folded or folded.endswith(_BOTH_WAYS):
        return False
    rests = [stem.removeprefix(preverb) for preverb in PREVERBS if stem.startswith(preverb)]
    if any(rest.startswith(_PASSIVE) and not rest.startswith(_ROOT) for rest in (stem, *rests)):
        return False
    return any(is_listed(stem + ending) for ending in _OPTATIVES)
