"""How many faults in names name-mismatch finds in aligned professional news.

    python tests/bench_names.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

In every line one name of the English that a single Georgian word renders is tried: the Georgian
is replaced by another name of the article, by the English word's meaning where it has one
("Young" as "not old"), by the name of another country where it is one, each in the form of the
word replaced; and it is deleted. Lines that are reported as they stand are counted as false
alarms (or real slips) and left out.
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
KINDS = ("another name", "a foreign name", "as a word", "another country", "deleted")
# Johnson, Martinez, Edward, Margaret, Oslo, Bristol, Melbourne, Naples
FOREIGN = "ჯონსონი მარტინესი ედვარდი მარგარეტი ოსლო ბრისტოლი მელბურნი ნეაპოლი".split()
LEVELS = ("low", "medium")
SEED = 5


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
        text = unit.token.text
        is_pure = not unit.known or lexicon.names(unit.lemmas)
        found = links.found[number]
        if not (
            unit.is_name
            and text.istitle()
            and text.isalpha()
            and len(text) > 3
            and is_pure
            and len(found) == 1
        ):
            continue
        [(position, kind)] = found.items()
        word = links.words[position].text
        if kind not in (Link.RENDERING, Link.SOUND) or position in links.explained_elsewhere(
            number
        ):
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
    name: Name, others: list[Name], lexicon: Lexicon, rng: random.Random
) -> dict[str, str]:
    """What stands in place of the Georgian name, by kind of fault."""
    made = {"deleted": ""}
    stems = sorted({o.stem for o in others if o.stem and not o.is_listed} - {name.stem})
    if stems and not name.is_listed:
        stem = rng.choice(stems)
        made["another name"] = inflect(nominative(stem), name.slot)
        made["a foreign name"] = inflect(rng.choice(FOREIGN), name.slot)
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
        countries = sorted(
            rendering
            for other in ("italy", "brazil", "norway", "kenya", "thailand", "mexico", "egypt")
            if not lexicon.territories(other) & lexicon.territories(lemma)
            for rendering in lexicon.first_renderings([other], 1)
        )
        made["another country"] = inflect(rng.choice(countries), name.slot)
    return made


def report(source: list[str], target: list[str], knowledge: Knowledge) -> list[Finding]:
    """The findings of the rule."""
    return check_sentences(source, target, [all_checks()["name-mismatch"]], knowledge)


def levels(findings: list[Finding], line: int, token: Token) -> set[str]:
    """The levels of confidence at which a name of a line is reported."""
    found = {
        f.confidence.rank
        for f in findings
        if f.source and f.source.segment == line
        and f.source.start < token.end and token.start < f.source.end
    }  # fmt: skip
    return {level for rank, level in enumerate(LEVELS) if found and max(found) >= rank}


def main() -> None:
    """Print the counts."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rng = random.Random(SEED)
    lexicon = built_in_lexicon()
    knowledge = Knowledge(TermBase([]), lexicon)
    lines, alarms = 0, Counter[str]()
    seeded, found = Counter[str](), Counter[tuple[str, str]]()
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        lines += len(source)
        before = report(source, target, knowledge)
        for rank, level in enumerate(LEVELS):
            alarms[level] += len(
                {f.source.segment for f in before if f.source and f.confidence.rank >= rank}
            )
        here = [list(names(s, t, lexicon)) for s, t in zip(source, target, strict=True)]
        for i, line in enumerate(target):
            if not here[i] or any(f.source and f.source.segment == i for f in before):
                continue
            name = rng.choice(here[i])
            text = "\n".join(source)
            others = [
                other
                for row in here
                for other in row
                if not is_one_person(name.source.text, other.source.text, text)
            ]
            for kind, text in substitutes(name, others, lexicon, rng).items():
                changed = line[: name.target.start] + text + line[name.target.end :]
                after = report(source, [*target[:i], changed, *target[i + 1 :]], knowledge)
                seeded[kind] += 1
                found.update((kind, level) for level in levels(after, i, name.source))
    print(f"{'fault':<16}  confidence  seeded  found  recall")
    for kind in KINDS:
        for level in LEVELS:
            count = found[kind, level]
            recall = count / seeded[kind]
            print(f"{kind:<16}  {level:<10}  {seeded[kind]:>6}  {count:>5}  {recall:>6.3f}")
    for level in LEVELS:
        share = alarms[level] / lines
        print(f"unchanged lines reported, {level:<6} {alarms[level]} of {lines} ({share:.2%})")


if __name__ == "__main__":
    main()
