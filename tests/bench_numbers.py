"""How many changed and deleted numbers number-mismatch finds in aligned professional news.

    python tests/bench_numbers.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

In every Georgian line with digits, one number has a digit changed, then is deleted. Lines that
are reported before any change are counted as false alarms (or real slips) and left out.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.knowledge import Knowledge
from tmqa.review import check_sentences
from tmqa.termbase import TermBase

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
NUMBER = re.compile(r"(?<![A-Za-z\d])\d+")
SEED = 3


def reported(source: list[str], target: list[str]) -> set[int]:
    """The lines with a finding at medium confidence or above."""
    checks = [all_checks()["number-mismatch"]]
    return {
        place.segment
        for finding in check_sentences(source, target, checks, Knowledge(TermBase([])))
        if finding.confidence.rank >= 1 and (place := finding.target or finding.source)
    }


def other_digits(number: str, rng: random.Random) -> str:
    """The number with one digit replaced by another."""
    at = rng.randrange(len(number))
    digit = str((int(number[at]) + rng.randint(1, 9)) % 10)
    return number[:at] + digit + number[at + 1 :]


def main() -> None:
    """Print the counts."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rng = random.Random(SEED)
    lines = alarms = seeded = changed = deleted = 0
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        lines += len(source)
        before = reported(source, target)
        alarms += len(before)
        for i, line in enumerate(target):
            numbers = list(NUMBER.finditer(line))
            if i in before or not numbers:
                continue
            place = rng.choice(numbers)
            seeded += 1
            for text in (other_digits(place.group(), rng), ""):
                mended = line[: place.start()] + text + line[place.end() :]
                hit = i in reported(source, [*target[:i], mended, *target[i + 1 :]])
                changed, deleted = changed + (hit and text != ""), deleted + (hit and text == "")
    print(f"lines {lines}  reported unchanged {alarms} ({alarms / lines:.2%})")
    print(f"numbers seeded {seeded}  changed and found {changed} ({changed / seeded:.1%})")
    print(f"{'':<21}deleted and found {deleted} ({deleted / seeded:.1%})")


if __name__ == "__main__":
    main()
