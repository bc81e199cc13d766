"""English negation: words whose loss turns a statement round, and words that deny by meaning."""

from __future__ import annotations

from collections.abc import Callable

import regex

from tmqa.lang.en.lemmas import lemmas

# Where a negation's clause ends, as far as signs and conjunctions show it.
CLAUSE_END = regex.compile(r"[,;:.!?–—]\s|\b(?:and|but|that|because|which|who)\b")
_NEGATORS = regex.compile(
    r"\b(?:not|cannot|never|nobody|no one|none of|nothing|nowhere|neither|unless)\b|\b\w+n['’]t\b"
    r"|\bno (?=\w)|\b(?:hardly|barely|scarcely) (?:any\w*|ever)\b"
    r"|\b(?:ha(?:s|ve|d)|is|are|was|were) yet to\b|(?<!\bneither\b[^.;!?]*)\bnor\b",
    regex.IGNORECASE,
)
# Negators that deny nothing: not only, not long after, why not, whether or not, no matter, "don't
# you think", can't wait, couldn't agree more, cannot keep food down, never …, not even, nothing but,
# never got more than, never mind, next to nothing; no. 5, no bigger than,
# no less than, no wonder, no doubt, no sooner, in no time …
_HARMLESS = regex.compile(
    r"\bnot (?:only|just|merely|simply|solely|long|least|to mention|surprisingly|too|so much|far"
    r"|unlike|un\w+|guilty|if)\b|\b(?:why|or|if|but) not\b"
    r"|\b(?:can|could)(?:not|n['’]t) (?:help (?:but|it|\w+ing)|wait|agree more|but|be more)\b"
    r"|\b\w+n['’]t (?:\w+ )?(?:only|just|matter)\b|\bnothing (?:but|short)\b|\bnever (?:mind|before|\w+ (?:\w+ )?(?:more|less) than)\b"
    r"|\b\w+n['’]t (?:you|we|they|it|he|she|i|that|this)\b|\bif not\b|\bnot \w+ but\b|\bnext to nothing\b|\byou never know\b|\bnever say never\b|\bneither here nor there\b"
    r"|[,;–—] not even\b|\b(?:in|by|or|yes|a) no \w|\bno \w+er than\b"
    r"|\bcan(?:not|['’]t) keep \w+(?: \w+)? down\b|\bno (?:less|fewer|more|later|sooner|wonder|doubt|matter|end|one"
    r"|other|small|stranger|stone|strings|holds|frills)\b",
    regex.IGNORECASE,
)
_NOT_GERUND = regex.compile(
    r"^[\"'“”‘’(]*not (?:\w+ly )?\w+ing\b[^.?!]*?\b(?:will|would|can|could|may|might|means|is|was|makes?|costs?)\b",
    regex.IGNORECASE,
)  # fmt: skip
# Words that deny by their meaning: fail, refuse, deny, lack, avoid, forbid, impossible, -less …
_DENYING = (
    r"fail\w*|refus\w*|den(?:y|ied|ies|ying)|lack\w*|avoid\w*|prevent\w*|stop\w*|ban\w*|prohibit\w*"
    r"|miss\w*|lost|los[et]\w*|forbid\w*|forbad\w*|reject\w*|declin\w*|disput\w*|doubt\w*|absen\w*"
    r"|empty|ignor\w*|neglect\w*|reluctan\w*|resist\w*|struggl\w*|cancel\w*|impossib\w*|abandon\w*"
    r"|ceas\w*|halt\w*|exclud\w*|difficult\w*|hard|rare\w*|seldom|scarce\w*|barely|hardly|false"
    r"|wrong\w*|instead|\w+less(?:ly)?"
)
# Words with which Georgian often negates the verb of another clause too: until (სანამ არ), rather
# than (და არა), too … to, whether (თუ არა), hardly …
_INVITING_FAR = (
    r"no|nor|without|until|till|before|rather|instead|too|whether|hardly|barely|scarcely|seldom|rarely"
    r"|only|despite|except|apart|otherwise|either|if|what|who|how|wonder\w*|nil|zero|nought"
)
# Words that Georgian may render by a negation in their own clause: few, any, still, out, else …
_INVITING_NEAR = (
    r"few|little|fewer|less|least|mere\w*|just|solely|against|ever|any\w*|yet|beyond|other|else|but"
    r"|free|last|still|minus|short|far|unlike|out|off|down|away|so|keep|kept|spare\w*|secret\w*|hid\w*"
)
_PAUSE = regex.compile(r"[,;:.!?–—]|\b(?:and|but|or|that|who|which)\b", regex.IGNORECASE)
_DENIES = regex.compile(rf"(?:{_DENYING})", regex.IGNORECASE)
_FAR = regex.compile(rf"\b(?:{_INVITING_FAR})\b", regex.IGNORECASE)
_NEAR = regex.compile(rf"\b(?:{_DENYING}|{_INVITING_NEAR})\b", regex.IGNORECASE)
_NEGATIVE_PREFIX = regex.compile(r"(?:un|in|im|ir|il|dis|non-?|mis)(\w{3,})", regex.IGNORECASE)


def negators(text: str) -> list[tuple[int, int]]:
    """Spans of the words that negate; set phrases that deny nothing are left out.

    Of a doubled negation ("you don't see no tail") only the first word counts.
    """
    harmless = [m.span() for m in _HARMLESS.finditer(text)]
    found: list[tuple[int, int]] = []
    for match in _NEGATORS.finditer(text):
        start, end = match.span()
        if any(left < end and start < right for left, right in harmless):
            continue
        if not found or match[0].lower() != "no " or _PAUSE.search(text[found[-1][1] : start]):
            found.append((start, end))
    return found


def denies(word: str, is_word: Callable[[str], bool]) -> bool:
    """True for a word that denies by its meaning ("deny", "impossible", "unhappy"), no negator.

    `is_word` knows English lemmas: "unhappy" denies because "happy" is one.
    """
    if _NEGATORS.fullmatch(word):
        return False
    prefixed = _NEGATIVE_PREFIX.fullmatch(word)
    return bool(_DENIES.fullmatch(word)) or (
        prefixed is not None and any(is_word(lemma) for lemma in lemmas(prefixed[1]))
    )


def denied_lemmas(text: str) -> frozenset[str]:
    """The lemmas that words of the text deny by a prefix: agree, of "disagree"."""
    prefixed = map(_NEGATIVE_PREFIX.fullmatch, regex.findall(r"[\w-]+", text))
    return frozenset().union(*(lemmas(match[1]) for match in prefixed if match))


def affirms(text: str, position: int, is_word: Callable[[str], bool]) -> bool:
    """True when nothing negates what stands at a position, nor invites a negation in Georgian.

    `is_word` as in `denies`.
    """
    if _NEGATORS.search(text) or _FAR.search(text):
        return False
    ends = [match.start() for match in _PAUSE.finditer(text)]
    start = max((end for end in ends if end <= position), default=0)
    clause = text[start : min((end for end in ends if end > position), default=len(text))]
    return not _NEAR.search(clause) and not any(
        denies(word, is_word) for word in regex.findall(r"[\w-]+", clause)
    )


def negated_subject(text: str) -> tuple[int, int] | None:
    """The span of "Not doing …" when it is the subject of a positive statement."""
    match = _NOT_GERUND.match(text)
    if match is None or len(negators(text)) != 1:
        return None
    start = text.lower().index("not")
    return start, text.index(" ", start + 4)
