"""English lemmas: every dictionary form that a word may be an inflection of.

No part of speech is known at this point, so all readings are returned (left: left, leave); the
phrase around the word decides. Data: the package lemminflect (NIH SPECIALIST lexicon, with
rules for unknown words).
"""

from __future__ import annotations

from functools import lru_cache

from tmqa.lang.en.variants import variants

POSSESSIVES = frozenset(
    {"my", "your", "his", "her", "its", "our", "their", "one's", "'s", "’s", "'", "’"}
)
_CONTRACTIONS = {"n't": "not", "n’t": "not", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
                 "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will"}  # fmt: skip
# Abbreviations that stand for one word; others ("U.S.") are read without their full stops.
ABBREVIATIONS = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general",
    "prof.": "professor", "dr.": "doctor", "det.": "detective", "sgt.": "sergeant",
    "capt.": "captain", "col.": "colonel", "lt.": "lieutenant", "jan.": "january",
    "feb.": "february", "mar.": "march", "apr.": "april", "jun.": "june", "jul.": "july",
    "aug.": "august", "sep.": "september", "sept.": "september", "oct.": "october",
    "nov.": "november", "dec.": "december", "mon.": "monday", "tue.": "tuesday",
    "wed.": "wednesday", "thu.": "thursday", "fri.": "friday", "sat.": "saturday",
    "sun.": "sunday",
}  # fmt: skip
_UNKNOWN_WORD_POS = ("NOUN", "VERB")


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """The word itself in lower case and every lemma that it may be a form of, in both spellings."""
    lower = word.lower()
    if lower in _CONTRACTIONS:
        return frozenset({lower, _CONTRACTIONS[lower]})
    if not lower.isalpha():
        return frozenset({lower, ABBREVIATIONS.get(lower, lower.replace(".", "") or lower)})
    from lemminflect import getAllLemmas, getAllLemmasOOV

    found = {lower}
    for candidates in getAllLemmas(lower).values():
        found.update(candidates)
    if len(found) == 1 and len(lower) >= 3:
        for pos in _UNKNOWN_WORD_POS:
            for candidates in getAllLemmasOOV(lower, pos).values():
                found.update(candidates)
    return frozenset(found).union(*map(variants, found))
