"""How many faults in names the rules on names find in aligned professional news.

    python tests/bench_names.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

In every line one name of the English that a single Georgian word renders is tried. The Georgian
is replaced, in the form of the word that stood there: by another name of the article; by a name
from elsewhere; by the English word's meaning, where it has one ("Young" as "not old"); by the name
of another country, where it is one; by another spelling of itself, where the article has it twice.
Or the word is deleted. Lines that are reported as they stand are counted as false alarms (or real
slips) and left out.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.checks._name_forms import slot_after, slot_in, stem_of
from tmqa.checks._names import FAR
from tmqa.knowledge import Knowledge, built_in_lexicon
from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.nominal import Slot, inflect
from tmqa.lang.sound import sound_distance
from tmqa.lang.transcription import nominative
from tmqa.lexicon import Lexicon, Link, link
from tmqa.lexicon.entry import NAME, TERRITORY
from tmqa.review import check_sentences
from tmqa.segment import sentence
from tmqa.termbase import TermBase
from tmqa.values import Finding, Side, Token

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
# The rule that should find each kind of fault.
RULES = {
    "another name": "name-mismatch",
    "a name from elsewhere": "name-mismatch",
    "as a word": "name-mismatch",
    "another country": "name-mismatch",
    "respelt": "name-inconsistent",
    "deleted": "name-omitted",
}
LEVELS = ("low", "medium")
SEED = 5
# Johnson, Martinez, Edward, Margaret, Oslo, Bristol, Melbourne, Naples
ELSEWHERE = "ჯონსონი მარტინესი ედვარდი მარგარეტი ოსლო ბრისტოლი მელბურნი ნეაპოლი".split()
COUNTRIES = ("italy", "brazil", "norway", "kenya", "thailand", "mexico", "egypt")
# Letters that transcriptions confuse.
RESPELT = {"კ": "ქ", "ტ": "თ", "პ": "ფ", "ა": "ე", "ე": "ა", "ო": "უ", "ს": "ზ", "უ": "ვ"}


@dataclass(frozen=True)
class Name:
    """A name of a line: the English token, and the Georgian one with its stem and its slot.

    `is_listed` says that it is a country, a month or the like; a name that is not rendered by
    its sound has no stem.
    """

    source: Token
    target: Token
    stem: str
    slot: Slot
    is_listed: bool


def names(source: str, target: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names of a line that one Georgian word renders and nothing else explains."""
    left, right = Side((sentence(source, "en", 0),)), Side((sentence(target, "ka", 0),))
    links = link(left, right, lexicon)
    for number, unit in enumerate(links.units):
        text, found = unit.token.text, links.found[number]
        is_pure = not unit.known or lexicon.names(unit.lemmas)
        is_word = text.istitle() and text.isalpha() and len(text) > 3
        if not (unit.is_name and is_pure and is_word and len(found) == 1):
            continue
        [(position, kind)] = found.items()
        word = links.words[position].text
        if kind not in (Link.RENDERING, Link.SOUND):
            continue
        if position in links.explained_elsewhere(number):
            continue
        if sound_distance(text, word) <= FAR:
            stem = stem_of(text, word)
            slot = slot_after(stem, word)
        else:
            stem, slot = "", slot_in(word, unit.lemmas, lexicon)
        yield Name(unit.token, links.words[position], stem, slot, bool(lexicon.kinds(text.lower())))


def is_one_person(name: str, other: str, article: str) -> bool:
    """True for the parts of a full name, one of which may stand for the other."""
    return name == other or any(
        f"{a}{mark}{b}" in article for mark in " -" for a, b in ((name, other), (other, name))
    )


def substitutes(
    name: Name, others: list[Name], count: int, lexicon: Lexicon, rng: random.Random
) -> dict[str, str]:
    """What stands in place of the Georgian name, by kind of fault.

    `others` are the names of other things in the article, which has this one `count` times.
    """
    made = {"deleted": ""}
    stems = sorted({o.stem for o in others if o.stem and not o.is_listed} - {name.stem})
    if stems and not name.is_listed:
        made["another name"] = inflect(nominative(rng.choice(stems)), name.slot)
        made["a name from elsewhere"] = inflect(rng.choice(ELSEWHERE), name.slot)
    lemma = name.source.text.lower()
    words = [
        rendering
        for entry in lexicon.entries(lemma)
        if entry.pos != NAME
        for rendering in entry.renderings
        if is_plain(rendering)
        and " " not in rendering
        and not lexicon.forms.find(rendering) & lexicon.names([lemma])
    ]
    if words:
        made["as a word"] = inflect(words[0], name.slot)
    if TERRITORY in lexicon.kinds(lemma):
        lands = lexicon.territories(lemma)
        free = [other for other in COUNTRIES if not lexicon.territories(other) & lands]
        [rendering] = lexicon.first_renderings([rng.choice(free)], 1)
        made["another country"] = inflect(rendering, name.slot)
    places = [i for i, letter in enumerate(name.stem) if i and letter in RESPELT]
    if count > 1 and places and not name.is_listed:
        at = rng.choice(places)
        stem = name.stem[:at] + RESPELT[name.stem[at]] + name.stem[at + 1 :]
        made["respelt"] = stem + name.target.text.removeprefix(name.stem)
    return made


def report(
    source: list[str], target: list[str], rules: set[str], knowledge: Knowledge
) -> list[Finding]:
    """The findings of the rules."""
    checks = [all_checks()[rule] for rule in sorted(rules)]
    return check_sentences(source, target, checks, knowledge)


def is_found(finding: Finding, line: int, token: Token) -> bool:
    """True for a finding on a name of a line."""
    place = finding.source
    return (
        place is not None
        and place.segment == line
        and place.start < token.end
        and token.start < place.end
    )


def main() -> None:
    """Print the counts."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rng = random.Random(SEED)
    lexicon = built_in_lexicon()
    knowledge = Knowledge(TermBase([]), lexicon)
    rules = set(RULES.values())
    lines, alarms = 0, Counter[tuple[str, str]]()
    seeded, found = Counter[str](), Counter[tuple[str, str]]()
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        lines += len(source)
        before = report(source, target, rules, knowledge)
        for rule in rules:
            for rank, level in enumerate(LEVELS):
                alarms[rule, level] += len(
                    {
                        f.source.segment
                        for f in before
                        if f.rule == rule and f.source and f.confidence.rank >= rank
                    }
                )
        here = [list(names(s, t, lexicon)) for s, t in zip(source, target, strict=True)]
        counts = Counter(name.source.text for row in here for name in row)
        article = "\n".join(source)
        for i, line in enumerate(target):
            if not here[i] or any(f.source and f.source.segment == i for f in before):
                continue
            name = rng.choice(here[i])
            own = name.source.text
            others = [
                other
                for row in here
                for other in row
                if not is_one_person(own, other.source.text, article)
            ]
            for kind, text in substitutes(name, others, counts[own], lexicon, rng).items():
                changed = line[: name.target.start] + text + line[name.target.end :]
                after = report(source, [*target[:i], changed, *target[i + 1 :]], rules, knowledge)
                ranks = [
                    f.confidence.rank
                    for f in after
                    if f.rule == RULES[kind] and is_found(f, i, name.source)
                ]
                seeded[kind] += 1
                found.update((kind, LEVELS[n]) for n in range(2) if ranks and max(ranks) >= n)
    print(f"{'fault':<21}  {'rule':<17}  confidence  seeded  found  recall")
    for kind, rule in RULES.items():
        for level in LEVELS:
            count = found[kind, level]
            recall = count / seeded[kind]
            row = f"{kind:<21}  {rule:<17}  {level:<10}"
            print(f"{row}  {seeded[kind]:>6}  {count:>5}  {recall:>6.3f}")
    for rule in sorted(rules):
        counted = ", ".join(f"{alarms[rule, level]} at {level}" for level in LEVELS)
        print(f"unchanged lines reported of {lines}: {rule} {counted}")


if __name__ == "__main__":
    main()
