"""Georgian names in Latin letters: the national system, and how English texts simplify it.

Source: the national system of romanisation of Georgia (2002, State Department of Geodesy and
Cartography and Institute of Linguistics), as BGN/PCGN adopted it in 2009. It writes ejective
consonants with an apostrophe, which English texts leave out: ჭავჭავაძე Ch'avch'avadze, Chavchavadze.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from tmqa.lang.ka.letters import fold

NATIONAL: dict[str, str] = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i",
    "კ": "k'", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p'", "ჟ": "zh", "რ": "r", "ს": "s",
    "ტ": "t'", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q'", "შ": "sh", "ჩ": "ch", "ც": "ts",
    "ძ": "dz", "წ": "ts'", "ჭ": "ch'", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip
# English texts also write ყ, which English lacks, as k: ყაზბეგი Kazbegi.
_RESPELT = {"ყ": ("q", "k")}
# Which of several letters of one Latin spelling is likelier in a surname: კ before ქ (-შვილი aside).
_LIKELIER = {"k": "კ", "t": "თ", "p": "პ", "ts": "ც", "ch": "ჩ"}
# The endings of Georgian surnames: -shvili and -dze "child of", -ia, -ua and -ava in Samegrelo,
# -iani in Svaneti, -uri in Khevsureti, -eli "from".
_SURNAME = regex.compile(r"(?:shvili|dze|[bdghklmnrstvz]ava|iani|[bdghlrtvz]uri|shviri|kori)$")


def romanise(word: str) -> str:
    """The word in Latin letters by the national system; other characters stay."""
    return "".join(NATIONAL.get(letter, letter) for letter in fold(word))


def readings() -> dict[str, tuple[str, ...]]:
    """For each Latin spelling, without apostrophes, the Georgian letters that it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for letter, spelling in NATIONAL.items():
        for latin in _RESPELT.get(letter, (spelling.rstrip("'"),)):
            found[latin] = (*found.get(latin, ()), letter)
    return found


_READINGS = readings()


@lru_cache(maxsize=1_000)
def georgian_surname(name: str) -> str:
    """A Georgian surname from its Latin spelling; "" for one that does not end as they do.

    Of the letters that English does not tell apart the likelier is taken: the result is a
    proposal.
    """
    word = name.lower().replace("’", "'")
    if not _SURNAME.search(word.replace("'", "")):
        return ""
    found, at = "", 0
    while at < len(word):
        for length in (3, 2, 1):
            spelling = word[at : at + length]
            exact = next((ka for ka, latin in NATIONAL.items() if latin == spelling), "")
            letter = exact if "'" in spelling else _LIKELIER.get(spelling, exact)
            if letter:
                found += letter
                break
        else:
            return ""
        at += length
    return found
