"""How many slips of the pen word-misspelt finds in aligned professional news, and how fast.

    python tests/bench_spelling.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

In every Georgian line one word of four letters or more gets one slip, five times over by five kinds
of slip: a letter lost, an arbitrary one added, a letter changed into an arbitrary one, two letters
exchanged, a consonant changed into one of like sound. What is reported before any slip is counted
as false alarms (or slips of the translator).
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.review import check_sentences
from tmqa.values import Finding

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
SEED = 3
WORD = re.compile("[ა-ჰ]+")
LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
ALIKE = dict(zip("თტფპქკცწჩჭძზხყღშს", "ტთპფკქწცჭჩზძყხგსშ", strict=True))
KNOWLEDGE = load_knowledge(Config())
LEVELS = ("low", "medium")

Slip = Callable[[str, int, random.Random], str]
SLIPS: dict[str, Slip] = {
    "lost": lambda word, at, rng: word[:at] + word[at + 1 :],
    "added": lambda word, at, rng: word[:at] + rng.choice(LETTERS) + word[at:],
    "changed": lambda word, at, rng: word[:at] + rng.choice(LETTERS) + word[at + 1 :],
    "exchanged": lambda word, at, rng: word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    "alike": lambda word, at, rng: word[:at] + ALIKE.get(word[at], word[at]) + word[at + 1 :],
}  # fmt: skip


def findings(source: list[str], target: list[str]) -> list[Finding]:
    """The rule's findings at any confidence."""
    return check_sentences(source, target, [all_checks()["word-misspelt"]], KNOWLEDGE)


def slipped(word: str, slip: Slip, rng: random.Random) -> str | None:
    """The word with the slip somewhere, None where ten trials change nothing."""
    trials = (slip(word, rng.randrange(len(word)), rng) for _ in range(10))
    return next((trial for trial in trials if trial != word), None)


def with_slips(
    target: list[str], slip: Slip, rng: random.Random
) -> tuple[list[str], dict[int, tuple[int, str]]]:
    """The lines with a slip in each, and by line its place and the word before."""
    lines, places = list(target), {}
    for number, line in enumerate(target):
        words = [m for m in WORD.finditer(line) if len(m.group()) >= 4]
        if words:
            word = rng.choice(words)
            text = slipped(word.group(), slip, rng)
            if text is not None:
                lines[number] = line[: word.start()] + text + line[word.end() :]
                places[number] = (word.start(), word.group())
    return lines, places


def main() -> None:
    """Print false alarms, recall by kind of slip, and the time that the rule takes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rng = random.Random(SEED)
    lines = words = 0
    reported: Counter[str] = Counter()
    reported_lines: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    first = 0
    seconds = 0.0
    findings(["The government waits."], ["მთავრობბა იცდის."])  # reads what is read once
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        lines += len(source)
        words += sum(len(WORD.findall(line)) for line in target)
        begin = time.process_time()
        before = findings(source, target)
        seconds += time.process_time() - begin
        begin = time.process_time()
        check_sentences(source, target, [], KNOWLEDGE)
        seconds -= time.process_time() - begin
        for rank, level in enumerate(LEVELS):
            alarms = [f.target.segment for f in before if f.target and f.confidence.rank >= rank]
            reported[level] += len(alarms)
            reported_lines[level] += len(set(alarms))
        for kind, slip in SLIPS.items():
            changed, places = with_slips(target, slip, rng)
            seeded[kind] += len(places)
            for finding in findings(source, changed):
                assert finding.target is not None
                place = places.get(finding.target.segment)
                if place is not None and place[0] == finding.target.start:
                    first += finding.suggestions[0] == place[1]
                    for level in LEVELS[: finding.confidence.rank + 1]:
                        found[kind, level] += 1
    print(f"unchanged: {words} words, {lines} lines, {words / seconds:,.0f} words/s")
    for level in LEVELS:
        print(
            f"  {level:8s} {reported[level]:4d} words reported ({reported[level] / words:.2%})"
            f"  in {reported_lines[level]:3d} lines ({reported_lines[level] / lines:.1%})"
        )
    print("slip       seeded  found at low  at medium")
    for kind in SLIPS:
        shares = "       ".join(f"{found[kind, level] / seeded[kind]:.3f}" for level in LEVELS)
        print(f"{kind:10s} {seeded[kind]:6d}         {shares}")
    hits = [sum(found[kind, level] for kind in SLIPS) for level in LEVELS]
    shares = "       ".join(f"{n / seeded.total():.3f}" for n in hits)
    print(f"{'all':10s} {seeded.total():6d}         {shares}")
    print(f"first suggestion right: {first / hits[0]:.3f} of those found")


if __name__ == "__main__":
    main()
