"""Georgian words brought to a common stem, where no lexicon is at hand to know their lemma.

For counting, not for matching: the stem joins the cases and numbers of a nominal and of its verbal
nouns, at the price of joining a few words that are not related and of parting those that lose a
vowel (წყალი, წყლის "water, of water").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.nominal import ENDINGS, analyse

_LEAST = 3
_AFTER_CONSONANT = tuple(sorted(ENDINGS["consonant"], key=len, reverse=True))
_AFTER_VOWEL = tuple(sorted({*ENDINGS["vowel-pl"], *ENDINGS["unchanging"]}, key=len, reverse=True))
# A plural ending of one word is the end of the stem of another: კითხვ-ებ-ის, კეთებ-ის.
_THEME = "ებ"
_ENDS = ("ი", "ა", "ე", "ო", "უ", "ია", "")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word form, in lower-case Mkhedruli; a short word is its own stem."""
    folded = fold(word)
    stems = [
        folded.removesuffix(ending)
        for endings, after_vowel in ((_AFTER_CONSONANT, False), (_AFTER_VOWEL, True))
        for ending in endings
        if folded.endswith(ending)
        and len(folded) - len(ending) >= _LEAST
        and (folded[len(folded) - len(ending) - 1] in VOWELS) is after_vowel
    ]
    found = min(stems, key=len, default=folded)
    if len(found) > _LEAST and found[-1] in VOWELS:
        found = found[:-1]
    return found.removesuffix(_THEME) if len(found) >= _LEAST + len(_THEME) else found


def dictionary_form(forms: Mapping[str, int]) -> str:
    """The likeliest dictionary form of counted forms of one stem.

    It is the one whose paradigm has most of them, and of equal ones that which was seen itself.
    """
    counted: Counter[str] = Counter()
    for form, count in forms.items():
        counted[fold(form)] += count
    bases = {stem(form) for form in counted}
    candidates = {
        base + theme + end for base in bases for theme in ("", _THEME) for end in _ENDS
    } | set(counted)
    candidates = {c for c in candidates if not c.endswith("იი")} or set(counted)

    def worth(candidate: str) -> tuple[int, int, int, str]:
        covered = sum(n for form, n in counted.items() if analyse(form, candidate) is not None)
        return (covered, counted[candidate], -len(candidate), candidate)

    return max(candidates, key=worth)
