"""How many omitted and added clauses are found in professional news.

    python tests/bench_content.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

From every Georgian sentence of twelve words or more, a stretch between punctuation marks of 4–14
words, at most 60 % of the sentence, is deleted; to every sentence the first 5–9 words of another
one are added. Lines that are reported before any change are counted as false alarms (or cuts of
the translator).
"""

from __future__ import annotations

import random
import re
import sys
from itertools import pairwise
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import load_knowledge
from tmqa.review import check_sentences

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
SEED = 3
LEVELS = ("low", "medium", "high")


def main() -> None:
    """Print recall and false alarms of both rules at each confidence."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rng = random.Random(SEED)
    source: list[str] = []
    target: list[str] = []
    for path in sorted(folder.glob("*.en.txt")):
        source += path.read_text("utf-8").splitlines()
        other = path.with_name(path.name.replace(".en.", ".ka."))
        target += other.read_text("utf-8").splitlines()
    cut = [shortened(text, rng) for text in target]
    longer = [lengthened(text, rng.choice(target), rng) for text in target]
    print(f"{'rule':16s} confidence  seeded  found  recall  unchanged lines reported")
    for rule, changed in (("content-omitted", cut), ("content-added", longer)):
        seeded = [i for i, text in enumerate(changed) if text is not None]
        texts = [text if text is not None else "" for text in changed]
        before, after = ranks(rule, source, target), ranks(rule, source, texts)
        for rank, level in enumerate(LEVELS):
            found = sum(after.get(i, -1) >= rank for i in seeded)
            alarms = sum(r >= rank for r in before.values())
            print(
                f"{rule:16s} {level:10s} {len(seeded):7d} {found:6d} {found / len(seeded):7.3f}"
                f"  {alarms} of {len(source)}"
            )


def ranks(rule: str, source: list[str], target: list[str]) -> dict[int, int]:
    """The highest confidence of the rule's findings by line."""
    found: dict[int, int] = {}
    check = all_checks()[rule]
    for finding in check_sentences(source, target, [check], load_knowledge(Config())):
        place = finding.source or finding.target
        if place is not None:
            found[place.segment] = max(found.get(place.segment, 0), finding.confidence.rank)
    return found


def shortened(text: str, rng: random.Random) -> str | None:
    """The sentence without one of its clauses; None when there is no fitting one."""
    words = len(text.split())
    ends = [0, *(m.end() for m in re.finditer(r"[,;:–—] ", text)), len(text)]
    clauses = [
        (a, b) for a, b in pairwise(ends) if 4 <= len(text[a:b].split()) <= min(14, 0.6 * words)
    ]
    if words < 12 or not clauses:
        return None
    start, end = rng.choice(clauses)
    return (text[:start] + text[end:]).strip()


def lengthened(text: str, other: str, rng: random.Random) -> str:
    """The sentence with the beginning of another one behind it."""
    return f"{text.rstrip('.')}, {' '.join(other.split()[: rng.randint(5, 9)])}."


if __name__ == "__main__":
    main()
