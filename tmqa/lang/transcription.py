"""English names in Georgian letters, by the usual sounds of English spelling.

A rule replaces a group of letters where its context fits; the first rule that applies at a place
wins. The correspondences are the habits of the Georgian press for English names (th თ, w უ, a ეი
before one consonant and silent e); what has no rule goes letter by letter. Names of other
languages and the many irregular ones (Leicester, Hugh) stand in the lexicon with their
renderings, not here. Of the names in the lexicon that sound as they are spelt, half come out
exactly as one of their renderings there, and seven in ten within one letter.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from tmqa.lang.ka.letters import VOWELS
from tmqa.lang.ka.romanisation import georgian_surname

_Rules = tuple[tuple[str, str], ...]
_1 = r"(?<![aeiouy].*)"  # in the first syllable
_AFTER_CONSONANT = r"(?<=[^aeiouy])"

# Pattern, rendering; "=" is the doubled letter, once.
_ENDINGS: _Rules = (
    (r"(?<=\w)burgh?$", "ბურგი"), (r"borough$", "ბორო"), (r"(?<=\w)ham$", "ჰემი"),
    (r"(?<=\w)ton$", "ტონი"), (r"(?<=\w)man$", "მენი"), (r"(?<=\w)land$", "ლენდი"),
    (r"(?<=\w)ford$", "ფორდი"), (r"(?<=\w)wood$", "ვუდი"), (r"(?<=\w)worth$", "უორთი"),
    (r"(?<=\w)well$", "უელი"), (r"(?<=\w)shire$", "შირი"), (r"(?<=\w)wick$", "იკი"),
    (r"(?<=\w)stone$", "სტოუნი"), (r"(?<=\w)house$", "ჰაუსი"), (r"(?<=\w)field$", "ფილდი"),
    (r"(?<=\w)head$", "ჰედი"), (r"(?<=\w)more$", "მორი"), (r"(?<=\w)ture$", "ჩერი"),
    (_AFTER_CONSONANT + r"le?y$", "ლი"), (_AFTER_CONSONANT + r"ie$", "ი"),
    (_AFTER_CONSONANT + r"e?y$", "ი"), (_AFTER_CONSONANT + r"les$", "ლსი"),
    (_AFTER_CONSONANT + r"le$", "ლი"), (r"(?<=\w)ew$", "იუ"), (r"ee$", "ი"),
)  # fmt: skip
_CONSONANTS: _Rules = (
    (r"tch", "ჩ"), (r"sch", "შ"), (r"ch(?=r)", "ქ"), (r"ch", "ჩ"), (r"sh", "შ"), (r"th", "თ"),
    (r"ph", "ფ"), (r"^wh(?=o)", "ჰ"), (r"wh", "უ"), (r"^wr", "რ"), (r"^kn", "ნ"), (r"^gn", "ნ"),
    (r"^rh", "რ"), (r"^x", "ზ"), (r"ght", "ტ"), (r"gh(?=[aeiou])", "გ"), (r"gh", ""), (r"ck", "კ"),
    (r"cqu", "კვ"), (r"qu", "კვ"), (r"dg(?=e)", "ჯ"), (r"zh", "ჟ"), (r"kh", "ხ"), (r"t[sz]", "ც"),
    (r"cc(?=[eiy])", "ქს"), (r"cc", "კ"), (r"mb$", "მ"), (r"sc(?=[eiy])", "ს"),
    (r"([bdfgklmnprstvz])\1", "="), (r"c(?=[eiy])", "ს"), (r"g(?=e[sn]|e$)", "ჯ"),
    (r"^g(?=[ei]o|en|em|il|in)", "ჯ"), (r"w(?=[aeiou])", "უ"), (r"w", "უ"),
    (r"h(?=[^aeiouy]|$)", ""),
)  # fmt: skip
_DIGRAPHS: _Rules = (
    (r"oo", "უ"), (r"ee", "ი"), (r"ear$", "ირ"), (r"ear", "ერ"), (r"eau", "ო"), (r"ea(?=d$|th|v)", "ე"),
    (r"ea", "ი"), (r"oa", "ოუ"), (r"ough", "ო"), (r"ou(?=n|s|t)", "აუ"), (r"our", "ორ"), (r"ou", "უ"),
    (r"ow(?=n|er|el)", "აუ"), (r"ow", "ოუ"), (r"o[yi]", "ოი"), (r"a[wu]", "ო"), (r"air", "ერ"),
    (r"a[yi](?:gh)?", "ეი"), (r"eigh", "ეი"), (r"ei", "აი"), (r"ie", "ი"), (r"uy", "აი"), (r"ue$", "უ"),
    (r"ew", "იუ"), (r"ey(?=\w)", "ეი"), (r"igh", "აი"), (r"i(?=nd|ld)", "აი"), (r"eo", "ეო"),
    (r"all$", "ოლ"), (r"al(?=[dkt])", "ოლ"), (r"war", "უორ"),
)  # fmt: skip
_SINGLE_VOWELS: _Rules = (
    # before one consonant and silent e
    (_1 + r"a(?=[bcdfgklmnpstvz]e(?:s?$|r$|ly$|man))", "ეი"), (r"a(?=[dtvk]es?$)", "ეი"),
    (_1 + r"i(?=[bcdfgklmnprstvz]e(?:s?$|r$))", "აი"), (r"i(?=[df]es?$)", "აი"),
    (_1 + r"o(?=[bcdgklmnpstvz]e(?:s?$|r$))", "ოუ"), (_1 + r"u(?=[bcdgklmnpstvz]e(?:s?$|r$))", "იუ"),
    (_1 + r"a(?=son$|ron$|con$)", "ეი"),
    # short
    (_1 + r"a(?=[mn][a-z]|[bcdgptsl]{2}|ck|x|[pbtdgn]$)", "ე"), (r"ur(?=[bcdfgkmnpst])", "ერ"),
    (_1 + r"u(?=[bcdfgklmnpst](?:[bcdfgklmnpst]|$))", "ა"),
    # silent
    (_AFTER_CONSONANT + r"e$", ""), (r"(?<=[aeiou][^aeiou])e(?=s$)", ""),
)  # fmt: skip
# Names that end like these have the vowels of Italian or Spanish: Sandra სანდრა.
_OPEN = regex.compile(r"[aiou]$|[^aeiou]os$|ez$")
_CLOSED_RULES, _OPEN_RULES = (
    tuple((regex.compile(pattern), rendering) for pattern, rendering in rules)
    for rules in ((*_ENDINGS, *_DIGRAPHS, *_SINGLE_VOWELS, *_CONSONANTS), _CONSONANTS)
)
# Letter by letter, as one reads them who does not know English.
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz",
                    ("ა", "ბ", "კ", "დ", "ე", "ფ", "გ", "ჰ", "ი", "ჯ", "კ", "ლ", "მ", "ნ", "ო", "პ",
                     "კ", "რ", "ს", "ტ", "უ", "ვ", "ვ", "ქს", "ი", "ზ"), strict=True))  # fmt: skip


# English words that are names too, and that the rules get wrong.
_IRREGULAR = dict(
    pair.split(" ")
    for pair in """
autumn ოთემი, bacon ბეკონი, bear ბერი, bird ბერდი, bright ბრაითი, bury ბერი, cash ქეში, castle კასლი,
chance ჩანსი, chapel ჩეპელი, crow ქროუ, curry კარი, dove დავი, flood ფლადი, friend ფრენდი, fry ფრაი,
grey გრეი, heath ჰითი, hurt ჰარტი, knight ნაითი, law ლოუ, laws ლოუსი, lens ლანსი, love ლავი, major მეიჯორი,
money მანი, nightingale ნაიტინგეილი, old ოულდი, parish პერიში, plant პლანტი, quick ქუიკი, read რიდი,
river რივერი, rivers რივერსი, root რუთი, rush რაში, rye რაი, savage სევიჯი, shepherd შეპერდი, sky სქაი,
swan სუონი, sweet სვიტი, swift სვიფტი, tanner ტანერი, tower თაუერი, walker უოკერი, waters უოტერსი,
weaver უივერი, weeks უიქსი, weir უირი, wise უაიზი, wolf ვულფი, wood ვუდი, woods ვუდსი
""".replace("\n", " ")
    .strip()
    .split(", ")
)


@lru_cache(maxsize=10_000)
def transcribe(name: str) -> str:
    """`name` in Georgian letters by the sounds of its spelling, in the nominative.

    Surnames that end like Georgian ones are written back by the national system. Letters that are not English are left out of account; a name without any gives "".
    """
    word = "".join(char for char in name.lower() if char in _LETTERS)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    georgian = georgian_surname(name)
    if georgian:
        return georgian
    rules = _OPEN_RULES if _OPEN.search(word) else _CLOSED_RULES
    found = ""
    at = 0
    while at < len(word):
        matches = ((pattern.match(word, at), rendering) for pattern, rendering in rules)
        match, rendering = next(((m, r) for m, r in matches if m), (None, _LETTERS[word[at]]))
        found += _LETTERS[match.group(1)] if match and rendering == "=" else rendering
        at = match.end() if match else at + 1
    return nominative(found)


def nominative(stem: str) -> str:
    """A name's stem with the ending -ი of the nominative after a consonant."""
    return stem if not stem or stem[-1] in VOWELS else stem + "ი"


def letter_by_letter(name: str) -> str:
    """`name` with every letter by itself, silent ones and all, in the nominative."""
    return nominative("".join(_LETTERS[char] for char in name.lower() if char in _LETTERS))
