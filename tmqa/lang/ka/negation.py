"""Georgian negation: particles, negative pronouns, and words that deny by their meaning."""

from __future__ import annotations

import regex

from tmqa.lang.ka.letters import fold

# not, cannot, don't; no longer; no; neither; nobody, nothing, no kind of, never, nowhere, none
_NEGATORS = regex.compile(
    r"\b(?:არ|ვერ|ნუ|აღარ|ვეღარ|ნუღარ|არა|არაა|არც|ვერც|ნურც|როდი|არამედ"
    r"|(?:არ|ვერ|ნურ)(?:ავი|აფ|ანაირ|ასოდეს|ასდროს|სად|ცერთ)\w*|არა-\w+)\b"
)
# Words that deny without a particle: without, besides, refuse, deny, forbid, impossible, lack of,
# find it hard, stop, avoid, instead, little, seldom, hardly, lose, zero, empty; negated verbal
# nouns (გაუცემლობა "not giving"); and adjectives in უ- "un-" that are the predicate.
_DENYING = regex.compile(
    r"\b(?:გარეშე|გარდა|უარ\w*|\w*კრძალ\w*|შეუძლებ\w*|აკლ\w*|\w*ჭირ\w*|შეწყვ\w*|შეჩერ\w*|თავიდან"
    r"|ნაცვლად|მაგივრად|თორემ|ნაკლებ\w*|იშვიათ\w*|ძლივს|ძნელ\w*|რთულ\w*|არ(?:ქონ|ყოფნ|ცოდნ|არს|მქონ"
    r"|სებობ|გამო|და|მი|შე)\w+|(?:გა|და|შე|მო|მი|ა|ამო)უ\w+ლობ\w*|უ\w{3,}(?:ოა|ია|ად|ოდ|ობა\w*|ობი\w*)"
    r"|უ\w{3,}\s(?:იყო|არის|იყვნენ|დარჩ\w*|რჩებ\w*|ხდ\w*|გახდ\w*|აღმოჩნდ\w*)"
    r"|გამორიცხ\w*|ჩავარდ\w*|მცდარ\w*|ტყუილ\w*|კარგავ\w*|დარჩ\w*|ნულ\w*|დაკარგ\w*|ცარიელ\w*"
    r"|მოკლებ\w*)\b"
)


def negators(text: str) -> list[tuple[int, int]]:
    """Spans of the words that negate outright."""
    return [match.span() for match in _NEGATORS.finditer(fold(text))]


def denies(text: str) -> bool:
    """True when some word negates outright or denies by its meaning."""
    folded = fold(text)
    return bool(_NEGATORS.search(folded) or _DENYING.search(folded))


_VERBAL_NOUN = regex.compile(r"\w{3,}(?:ება|ობა|ვა|მა|ლა|ნა|ცა)\s+$")


def negated_verb_after_noun(text: str) -> tuple[int, int] | None:
    """The span of "არ/ვერ + word" after a verbal noun, when it is the only negation."""
    found = negators(text)
    if len(found) != 1 or regex.search(r"\b(?:თუ|რომ|როცა|როდესაც|ვინც)\b", text):
        return None
    start, end = found[0]
    following = regex.compile(r"\s+\w+").match(text, end)
    if fold(text[start:end]) not in ("არ", "ვერ", "აღარ") or following is None:
        return None
    return (start, following.end()) if _VERBAL_NOUN.search(text[:start]) else None
