"""How many lost and added negations are found in aligned professional news.

    python tests/bench_negation.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line] [-v]

In every pair whose source negates, each negative particle of the target in turn is taken out;
in every other pair, a particle is put before the first target word that the lexicon lists for a
source verb. Lines that are reported before any change are counted as false alarms (or real slips)
and left out. With -v, prints them and the seeded faults that are missed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import Knowledge, load_knowledge
from tmqa.lexicon import Link, link
from tmqa.review import check_sentences
from tmqa.segment import sentence
from tmqa.values import Side

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
SOURCE_NEGATION = re.compile(r"\b(?:not|cannot|never|no|nobody|nothing|none)\b|n['’]t\b", re.I)
# not, cannot, no longer, no longer can, don't; alone, without nobody, nothing, never before them
PARTICLE = re.compile(r"(?<![ა-ჰ-])(?:არ|ვერ|აღარ|ვეღარ|ნუ) (?=[ა-ჰ])")
PRONOUN = re.compile(r"(?:არ|ვერ|ნურ)(?:ავი|აფ|ანაირ|ასოდეს|ასდროს|სად|ცერთ|ც)")


def reported(source: str, target: str, knowledge: Knowledge) -> bool:
    """True for a finding at medium confidence or above."""
    checks = [all_checks()[rule] for rule in ("negation-lost", "negation-added")]
    found = check_sentences([source], [target], checks, knowledge)
    return any(finding.confidence.rank >= 1 for finding in found)


def without_negation(target: str) -> Iterator[str]:
    """The target with each particle taken out that is its clause's only negation."""
    for particle in PARTICLE.finditer(target):
        clause = re.split(r"[,;:—–]", target[: particle.start()])[-1]
        if not PRONOUN.search(clause):
            yield target[: particle.start()] + target[particle.end() :]


def with_negation(source: str, target: str, knowledge: Knowledge) -> str | None:
    """The target with "not" put before the first rendering of a source verb."""
    lexicon = knowledge.lexicon
    links = link(Side((sentence(source, "en", 0),)), Side((sentence(target, "ka", 0),)), lexicon)
    for unit, found in zip(links.units, links.found, strict=True):
        if lexicon.parts_of_speech(unit.lemmas) == {"v"}:
            for position, kind in found.items():
                if kind is Link.RENDERING:
                    start = links.words[position].start
                    return f"{target[:start]}არ {target[start:]}"
    return None


def main() -> None:
    """Print the counts."""
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    folder, verbose = Path(arguments[0]) if arguments else DEFAULT, "-v" in sys.argv
    knowledge = load_knowledge(Config())
    count: Counter[str] = Counter()
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        for english, georgian in zip(source, target, strict=True):
            count["lines"] += 1
            if reported(english, georgian, knowledge):
                count["alarms"] += 1
                if verbose:
                    print("ALARM", english, "|", georgian)
                continue
            if SOURCE_NEGATION.search(english):
                seeds, kind = list(without_negation(georgian)), "lost"
            else:
                added = with_negation(english, georgian, knowledge)
                seeds, kind = [added] if added else [], "added"
            for seed in seeds:
                hit = reported(english, seed, knowledge)
                count[kind] += 1
                count[f"{kind} found"] += hit
                if verbose and not hit:
                    print("MISS", kind, english, "|", seed)
    print(f"lines {count['lines']}  reported unchanged {count['alarms']}")
    for kind in ("lost", "added"):
        share = count[f"{kind} found"] / count[kind]
        print(f"negations {kind:<6} {count[kind]}  found {count[f'{kind} found']} ({share:.1%})")


if __name__ == "__main__":
    main()
