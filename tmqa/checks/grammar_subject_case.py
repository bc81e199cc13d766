"""See `GrammarSubjectCase`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.en.subjects import PRONOUNS, is_past, subject_of
from tmqa.lang.ka import subjects
from tmqa.lang.ka.letters import VOWELS, fold
from tmqa.lang.ka.negation import clause
from tmqa.lang.ka.nominal import Slot, analyse, inflect
from tmqa.lang.ka.subjects import DATIVE, ERGATIVE
from tmqa.lexicon import Lexicon, Link, Links
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Token

_NAMES = {ERGATIVE: "ergative", DATIVE: "dative"}
_ENDINGS = {ERGATIVE: ("მა", "მ", "მაც"), DATIVE: ("ს", "სა", "საც")}
_RENDERS = (Link.RENDERING, Link.FAMILY)


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A target verb that answers a verb of the source, and the case that its subject takes."""

    verb: Token
    case: str
    subject: Token  # of the source


class GrammarSubjectCase(SegmentCheck):
    """The subject stands in the nominative where its verb takes the ergative or the dative.

    Why: machine translation forgets that "the company announced" is კომპანიამ გამოაცხადა, not
    კომპანია გამოაცხადა, and that "he can" is მას შეუძლია.

    Limits: looks at subjects that stand right before their verb in the source, at verbs in the
    simple past and at verbs of having, wanting and being able; silent where the clause of the
    target has another word in the case that the verb takes.
    """

    rule_id = "grammar-subject-case"
    category = "linguistic-conventions/grammar"
    severity, confidence = Severity.MAJOR, Confidence.MEDIUM
    examples = (
        CheckExample(
            "The company announced a new plan.",
            "[[კომპანია]] ახალი გეგმა გამოაცხადა.",
            "კომპანიამ ახალი გეგმა გამოაცხადა.",
        ),
        CheckExample(
            "Last year she drove the children to school.",
            "შარშან [[ის]] ბავშვები სკოლაში წაიყვანა.",
            "შარშან ბავშვები სკოლაში მან წაიყვანა. ისინი იქ დარჩნენ.",
        ),
        CheckExample(
            "Whitlock did not add weight, and the students stayed.",
            "[[უიტლოკი]] წონა არ დაუმატა, და სტუდენტები დარჩნენ.",
            "უიტლოკმა წონა არ დაუმატა, და სტუდენტები დარჩნენ.",
        ),
        CheckExample(
            "The teacher can help you, and they have a plan.",
            "[[მასწავლებელი]] შეუძლია დაგეხმაროთ, და [[ისინი]] აქვთ გეგმა.",
            "მასწავლებელს შეუძლია დაგეხმაროთ, და მათ აქვთ გეგმა.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Renderings of subjects in the nominative beside verbs that take another case."""
        if not pair.bead.source or not pair.bead.target:
            return
        links = context.links(pair)
        for predicate in _predicates(pair, links, context):
            start, end = clause(pair.target.text, predicate.verb.start)
            words = [word for word in links.words if start <= word.start < end]
            if any(_is_in(predicate.case, word.text, context.lexicon) for word in words):
                continue
            for word in _subjects(predicate.subject, links, context.lexicon):
                if word in words:
                    better = _better(word.text, predicate.case, context.lexicon)
                    yield self.finding(
                        pair,
                        f"„{word.text}“ is the subject of „{predicate.verb.text}“, which takes the "
                        f"{_NAMES[predicate.case]}; write „{better}“.",
                        source=(predicate.subject.start, predicate.subject.end),
                        target=(word.start, word.end),
                        suggestions=(better,),
                    )


def _predicates(pair: SegmentPair, links: Links, context: Context) -> Iterator[_Predicate]:
    """The verbs of the target whose subject is sure, with the case that they take."""
    tokens = pair.source.tokens
    texts = [token.text for token in tokens]
    rendering = {
        unit.token.start: [links.words[p] for p, kind in found.items() if kind in _RENDERS]
        for unit, found in zip(links.units, links.found, strict=True)
    }
    for at, token in enumerate(tokens):
        with_dative = subjects.WITH_DATIVE.get(token.text.lower())
        if with_dative:
            verbs = [word for word in links.words if fold(word.text) in with_dative]
            case = DATIVE
        elif token.text.islower() and is_past(texts, at):
            verbs = [
                word
                for word in rendering.get(token.start, ())
                if not _slots(word.text, context.lexicon)
                and subjects.takes_ergative(word.text, context.speller.has)
            ]
            case = ERGATIVE
        else:
            continue
        subject = subject_of(texts, at) if len(verbs) == 1 else None
        if subject is not None:
            yield _Predicate(verbs[0], case, tokens[subject])


def _subjects(subject: Token, links: Links, lexicon: Lexicon) -> list[Token]:
    """The words of the target that render the subject and stand in the nominative."""
    pronoun = subject.text.lower()
    if pronoun in PRONOUNS:
        return [w for w in links.words if fold(w.text) in subjects.PRONOUNS[pronoun]]
    return [
        links.words[position]
        for unit, found in zip(links.units, links.found, strict=True)
        if unit.token.start == subject.start
        for position, kind in found.items()
        if kind is not Link.FAMILY and _is_nominative(links.words[position].text, kind, lexicon)
    ]


def _is_nominative(word: str, kind: Link, lexicon: Lexicon) -> bool:
    cases = {slot.case for slot in _slots(word, lexicon).values()}
    return cases == {"nom"} or (not cases and kind is Link.SOUND and word.endswith(tuple(VOWELS)))


def _is_in(case: str, word: str, lexicon: Lexicon) -> bool:
    folded = fold(word)
    if folded in subjects.OTHER_PRONOUNS[case]:
        return True
    slots = _slots(word, lexicon)
    if slots:
        return any(slot.case == case for slot in slots.values())
    return folded.endswith(_ENDINGS[case])


def _slots(word: str, lexicon: Lexicon) -> dict[str, Slot]:
    """The slots of a word as a form of nouns of the lexicon, by their dictionary forms."""
    read = {lemma: analyse(fold(word), lemma) for lemma in lexicon.nouns(word)}
    return {lemma: slot for lemma, slot in read.items() if slot is not None}


def _better(word: str, case: str, lexicon: Lexicon) -> str:
    folded = fold(word)
    pronoun = subjects.OF_PRONOUNS[case].get(folded)
    if pronoun:
        return pronoun
    slots = _slots(word, lexicon)
    if not slots:
        return inflect(folded, Slot("sg", case))
    lemma, slot = min(slots.items())
    return inflect(lemma, Slot(slot.number, case))
