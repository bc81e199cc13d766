"""Georgian negation: particles, negative pronouns, and words that deny by their meaning."""

from __future__ import annotations

import regex

from tmqa.lang.ka.letters import fold

Span = tuple[int, int]

# not, cannot, don't; no longer; no; neither; nobody, nothing, no kind of, never, nowhere, from or
# to nowhere, none
_NEGATORS = regex.compile(
    r"\b(?:არ|ვერ|ნუ|აღარ|ვეღარ|ნუღარ|არა|არაა|არც|ვერც|ნურც|როდი|როდია|არამედ"
    r"|(?:(?:აღ)?არ|ვე(?:ღა)?რ|ნუ(?:ღა)?რ)(?:ავი|აფ|ანაირ|ასოდეს|ასდროს|სა(?:დ|იდან|ით)|ცერთ)\w*|არა-\w+)\b"
)
# Words that deny without a particle: without, besides, refuse, deny, forbid, impossible, lack of,
# find it hard, stop, avoid, shun, instead, little, seldom, hardly, lose, zero, empty; negated verbal
# nouns (გაუცემლობა "not giving"); and adjectives in უ- "un-" that are the predicate.
_DENYING = regex.compile(
    r"\b(?:გარეშე\w*|გარდა|უარ\w*|\w*კრძალ\w*|შეუძლებ\w*|აკლ\w*|\w*ჭირ\w*|შეწყვ\w*|შეჩერ\w*|თავიდან"
    r"|ნაცვლად|მაგივრად|თორემ|ნაკლებ\w*|იშვიათ\w*|ძლივს|ძნელ\w*|რთულ\w*|არ(?:ქონ|ყოფნ|ცოდნ|არს|მქონ"
    r"|სებობ|გამო|და|მი|შე|პატი)\w+|(?:გა|და|შე|მო|მი|ა|ამო)უ\w+ლობ\w*|უ\w{3,}(?:ოა|ია|ად|ოდ|ობა\w*|ობი\w*)"
    r"|უ\w{3,}\s(?:იყო|არის|იყვნენ|დარჩ\w*|რჩებ\w*|ხდ\w*|გახდ\w*|აღმოჩნდ\w*)"
    r"|გამორიცხ\w*|ჩავარდ\w*|მცდარ\w*|ტყუილ\w*|კარგავ\w*|დარჩ\w*|ნულ\w*|დაკარგ\w*|ცარიელ\w*"
    r"|მოკლებ\w*|\w*რიდებ\w*|\w*ურბ(?:ი|ოდ)\w*)\b"
)
# Particles that negate the word after them: not, cannot, no longer, no longer can, don't. Not
# after tags and conjunctions with which they deny nothing: ხომ არ "is it not", სანამ არ "until".
_BEFORE_VERB = regex.compile(
    r"(?<!\b(?:ხომ|რატომ|სანამ|ვიდრე|მანამ|თითქმის|კინაღამ|თუ|თუკი|რომ)\s)\b(?:არ|ვერ|აღარ|ვეღარ|ნუ)\s+(?=\w)"
)
_PARTICLE = regex.compile("არ|ვერ|ნუ|აღარ|ვეღარ|ნუღარ")
_UNTIL = regex.compile(r"\b(?:სანამ|ვიდრე|მანამ|ოღონდ)\b")  # until, before, only that
_CLAUSE_END = regex.compile(r"[,;:()–—.!?„“”\"«»]|\b(?:რომ|მაგრამ|რადგან|თუმცა|ხოლო|თუ|რომელ\w+)\b")
_NARROW_END = regex.compile(rf"{_CLAUSE_END.pattern}|\bდა\b")  # and


def negators(text: str) -> list[Span]:
    """Spans of the words that negate outright."""
    return [match.span() for match in _NEGATORS.finditer(fold(text))]


def denials(text: str) -> list[Span]:
    """Spans of all words that negate outright or deny by their meaning, in text order."""
    folded = fold(text)
    return sorted(m.span() for found in (_NEGATORS, _DENYING) for m in found.finditer(folded))


def with_concord(text: str, places: list[Span]) -> list[Span]:
    """The places without particles that only agree with a negative word of their clause.

    არავინ არ მოვიდა "nobody came" denies once.
    """
    folded = fold(text)
    kept: list[Span] = []
    for place in sorted(places):
        agrees = (
            kept
            and _PARTICLE.fullmatch(folded[slice(*place)])
            and not _PARTICLE.fullmatch(folded[slice(*kept[-1])])
            and kept[-1] in negators(text)
            and clause(text, kept[-1][0]) == clause(text, place[0])
        )
        if not agrees:
            kept.append(place)
    return kept


def pleonasms(text: str) -> list[Span]:
    """Spans of the particles that deny nothing: სანამ … არ "until", ოღონდ … არ "rather than"."""
    return [
        (start, end)
        for start, end in negators(text)
        if _UNTIL.search(fold(text[clause(text, start)[0] : start]))
    ]


def negated_words(text: str) -> list[Span]:
    """Spans of the particles, each with the word that it negates."""
    folded = fold(text)
    return [
        (match.start(), following.end())
        for match in _BEFORE_VERB.finditer(folded)
        if (following := regex.compile(r"[\w-]+").match(folded, match.end()))
    ]


def clause(text: str, position: int, is_narrow: bool = False) -> Span:
    """The span of the clause around a position, between punctuation marks and conjunctions.

    A narrow one ends at და "and" too, which joins clauses as well as words.
    """
    pattern = _NARROW_END if is_narrow else _CLAUSE_END
    ends = [0, *(match.start() for match in pattern.finditer(fold(text))), len(text)]
    start = max(end for end in ends if end <= position)
    return start, min(end for end in ends[1:] if end > start and end >= position)


_VERBAL_NOUN = regex.compile(r"\w{3,}(?:ება|ობა|ვა|მა|ლა|ნა|ცა)\s+$")


def negated_verb_after_noun(text: str) -> Span | None:
    """The span of "არ/ვერ + word" after a verbal noun, when it is the only negation."""
    found = negators(text)
    if len(found) != 1 or regex.search(r"\b(?:თუ|რომ|როცა|როდესაც|ვინც)\b", text):
        return None
    start, end = found[0]
    following = regex.compile(r"\s+\w+").match(text, end)
    if fold(text[start:end]) not in ("არ", "ვერ", "აღარ") or following is None:
        return None
    return (start, following.end()) if _VERBAL_NOUN.search(text[:start]) else None
