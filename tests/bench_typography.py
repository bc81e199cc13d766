"""How many seeded faults of script, typography, number and grammar are found in professional news.

    python tests/bench_typography.py [FOLDER with NAME.en.txt and NAME.ka.txt, a sentence a line]

Each line of the Georgian side takes every fault that it has room for, one at a time, and is checked
alone. A fault counts as found when its rule marks it, and as mended when a suggestion gives the
line back as it was. "Unchanged" are the lines that the rule reports at medium confidence or above
as they stand, article by article: all findings, and those that are more than neutral.

The form of address is seeded into the glossaries' own examples, since news hardly speaks to its
reader: a polite example made familiar is found among three polite sentences.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from tmqa.checks import all_checks
from tmqa.config import Config
from tmqa.knowledge import Knowledge, load_knowledge
from tmqa.resources import default_glossaries
from tmqa.review import check_sentences
from tmqa.terminology.catalogue import load_records
from tmqa.values import Finding, Severity

DEFAULT = Path(__file__).parent.parent.parent / "shared" / "ntrex-dev" / "clean"
SEED = 3
WORD = r"(?<![\w-])[ა-ჰ]{4,}(?![\w-])"
# Letters that stand for a Georgian one by their sound, in five scripts.
FOREIGN = {
    "ა": "aаα\u10a0", "ე": "eеε\u10a4", "ი": "iиι\u10a8", "ო": "oоο\u10ad", "ს": "sсσ\u10b1",
    "რ": "rрρ\u10b0", "მ": "mмμ\u10ab", "ნ": "nнν\u10ac", "დ": "dдδ\u10a3", "ლ": "lлλ\u10aa",
}  # fmt: skip
FONT = dict(
    zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "abgdevzTiklmnopJrstufqRySCcZwWxjh", strict=True)
)
# Plural by the ending of the singular, as somebody would write it who knows no more.
PLURALS = (
    ("მა", "ებმა"),
    ("ზე", "ებზე"),
    ("ში", "ებში"),
    ("ას", "ებს"),
    ("ს", "ებს"),
    ("ი", "ები"),
    ("ა", "ები"),
)
# Adjectives, genitives, scale words.
NOT_COUNTED = ("ური", "ული", "იანი", "ილი", "ის", "ისა", "ისაა", "ეთი", "ლიონი", "ლიონზე", "ათასი")
NUMERALS = {
    "two": "ორ", "three": "სამ", "four": "ოთხ", "five": "ხუთ", "six": "ექვს", "seven": "შვიდ",
    "eight": "რვა", "nine": "ცხრა", "ten": "ათ", "several": "რამდენიმე", "many": "ბევრ",
}  # fmt: skip

# Polite words by their ending, without first persons, third persons and adverbs; and what they are
# put among.
FIRST = "(?:გადა|გამო|შემო|ჩამო|წამო|გან|წარ|და|გა|მო|მი|წა|შე|ჩა|ა)?ვ"
OTHERS = r"ასეთ|ისეთ|\w*(?:ჩრდილო|სამხრ|აღმოსავლ|დასავლ|გარ)ეთ\b|ზემოთ|ქვემოთ|უკეთ|შეეძლოთ|ჰქონდეთ"
POLITE = re.compile(rf"(?<![\w-])(?!{FIRST}|{OTHERS})([ა-ჰ]+(?:ე|ო|ხარ))თ(?![\w-])")
POLITE_YOU = re.compile(r"(?<!\w)თქვენ(?=(?:ი|ს|თვის|თან|ზე)?(?!\w))")
ARTICLE = (
    ("Check your bill.", "შეამოწმეთ თქვენი ანგარიში."),
    ("You can pay online.", "შეგიძლიათ ონლაინ გადაიხადოთ."),
    ("Call us if you need help.", "დაგვირეკეთ, თუ დახმარება გჭირდებათ."),
)

Fault = tuple[int, int, str]  # the range of the line that changes, and what comes there
Seeder = Callable[[str, str, random.Random], Iterable[Fault]]


def matches(pattern: str, make: Callable[[re.Match[str], random.Random], str | None]) -> Seeder:
    """A seeder that changes one match of a pattern."""

    def seed(line: str, source: str, rng: random.Random) -> Iterable[Fault]:
        found = [(m, new) for m in re.finditer(pattern, line) if (new := make(m, rng)) is not None]
        if found:
            match, new = rng.choice(found)
            yield match.start(), match.end(), new

    return seed


def always(pattern: str, *choices: str) -> Seeder:
    """A seeder that puts one of the templates in place of a match."""
    return matches(pattern, lambda match, rng: match.expand(rng.choice(choices)))


def misread(page: str, lossy: bool = False, pattern: str = WORD) -> Seeder:
    """A seeder that reads a match in a code page."""
    return matches(pattern, lambda match, _: shown(match.group(), page, lossy))


def in_font(pattern: str) -> Seeder:
    """A seeder that stores a match as AcadNusx does."""
    return matches(pattern, lambda match, _: "".join(FONT.get(c, c) for c in match.group()))


def shown(text: str, page: str, lossy: bool) -> str:
    """UTF-8 of the text read in a code page; when lossy, without what the page does not have."""
    chars = []
    for byte in text.encode():
        try:
            chars.append(bytes([byte]).decode(page))
        except UnicodeDecodeError:
            chars += [] if lossy else [chr(byte)]
    return "".join(chars).replace("\u00a0", " ") if lossy else "".join(chars)


def foreign_letter(match: re.Match[str], rng: random.Random) -> str | None:
    """The word with one letter of another script."""
    word = match.group()
    places = [i for i, char in enumerate(word) if char in FOREIGN]
    if not places:
        return None
    at = rng.choice(places)
    return word[:at] + rng.choice(FOREIGN[word[at]]) + word[at + 1 :]


def plural_noun(line: str, source: str, rng: random.Random) -> Iterable[Fault]:
    """The noun after a numeral in the plural, where the source has a word in -s after the same."""
    for match in re.finditer(r"(?<![\w.,-])(\d{1,3}|[ა-ჰ]{2,}) ([ა-ჰ]{3,})(?![\w-])", line):
        numeral, word = match.groups()
        english = [e for e, k in NUMERALS.items() if numeral in (k, f"{k}ი", f"{k}მა")] or [numeral]
        after = rf"(?<![\w.,-]){english[0]}(?: [a-z]+){{0,2}} [a-z]+s\b"
        if word.endswith(NOT_COUNTED) or not re.search(after, source, re.IGNORECASE):
            continue
        for ending, new in PLURALS:
            if word.endswith(ending):
                yield match.start(2), match.end(), word.removesuffix(ending) + new
                return


def english_number(line: str, source: str, rng: random.Random) -> Iterable[Fault]:
    """A number with the marks that it has in the source."""
    for match in re.finditer(r"(?<![\w.,])\d[\d,.]*[.,]\d+(?![\w.,])", source):
        digits = match.group()
        georgian = digits.translate(str.maketrans({",": " ", ".": ","}))
        for written in {georgian, georgian.replace(" ", "\u00a0"), georgian.replace(" ", "")}:
            at = line.find(written)
            if at >= 0 and written != digits:
                yield at, at + len(written), digits
                return


def nominative_subject(line: str, source: str, rng: random.Random) -> Iterable[Fault]:
    """The first pronoun or noun in the ergative, put into the nominative."""
    match = re.search(r"(?<![\w-])(?:მან|[ა-ჰ]{3,}[^აეიოუ\W]მა|[ა-ჰ]{3,}[აეოუ]მ)(?![\w-])", line)
    if match:
        word = match.group()
        shorter = word[:-2] + "ი" if word.endswith("მა") else word[:-1]
        yield match.start(), match.end(), "ის" if word == "მან" else shorter


FAULTS: dict[str, tuple[str, Seeder]] = {
    "letter of another script": ("char-homoglyph", matches(WORD, foreign_letter)),
    "word in cp1252": ("char-encoding", misread("cp1252")),
    "word in cp1251": ("char-encoding", misread("cp1251")),
    "word in cp1252, bytes lost": ("char-encoding", misread("cp1252", lossy=True)),
    "line in cp1252": ("char-encoding", misread("cp1252", pattern=r"^.*[ა-ჰ].*$")),
    "word with U+FFFD": ("char-encoding", always(r"(?<=[ა-ჰ]{2})[ა-ჰ](?=[ა-ჰ])", "\ufffd")),
    "word in AcadNusx": ("char-encoding", in_font(WORD)),
    "three words in AcadNusx": ("char-encoding", in_font(r"[ა-ჰ]{2,} [ა-ჰ]{2,} [ა-ჰ]{2,}")),
    "dash before an ending": ("typography-dash", always(r"(?<=[A-Za-z\d])-(?=[ა-ჰ])", "–", "—")),
    "ending parted": (
        "typography-dash",
        always(r"(?<=[A-Za-z])-(?=(?:ის|ს|ში|მა|ზე|თან)\b)", "- ", " -"),
    ),
    "hyphen for dash": ("typography-dash", always(r"(?<= )[–—](?= )", "-")),
    "English number": ("typography-number-format", english_number),
    "space before a mark": (
        "typography-spacing",
        always(r"(?<=[ა-ჰ])([,.?!:;])(?= |$)", r" \1"),
    ),
    "no space after a comma": ("typography-spacing", always(r"(?<=[ა-ჰ]{2}), (?=[ა-ჰ]{2})", ",")),
    "no space after a stop": (
        "typography-spacing",
        always(r"(?<=[ა-ჰ]{3})([.!?:;]) (?=[ა-ჰ]{3})", r"\1"),
    ),
    "comma doubled": ("typography-spacing", always(r"(?<=[ა-ჰ]),(?= )", ",,")),
    "plural after a number": ("grammar-plural-after-number", plural_noun),
    "subject in the nominative": ("grammar-subject-case", nominative_subject),
}


def is_found(finding: Finding, start: int, end: int) -> bool:
    """True when the finding lies on the seeded text."""
    place = finding.target
    return place is not None and place.start < max(end, start + 1) and start < place.end


def mends(finding: Finding, line: str, original: str) -> bool:
    """True when a suggestion gives back the original line, spaces of all kinds alike."""
    place = finding.target
    if place is None:
        return False
    return any(
        " ".join((line[: place.start] + wording + line[place.end :]).split())
        == " ".join(original.split())
        for wording in finding.suggestions
    )


def familiar_examples(knowledge: Knowledge) -> tuple[int, int]:
    """How many polite glossary examples were made familiar, and in how many that is found."""
    check = all_checks()["register-mixed"]
    seeded = found = 0
    for record in load_records(default_glossaries()):
        for example in record.term.examples:
            familiar = POLITE_YOU.sub("შენ", POLITE.sub(r"\1", example.good or ""))
            if familiar == (example.good or "") or "„" in familiar:
                continue
            lines = [*ARTICLE, (example.source, familiar)]
            source, target = [en for en, _ in lines], [ka for _, ka in lines]
            seeded += 1
            found += any(
                finding.target and finding.target.segment == len(ARTICLE)
                for finding in check_sentences(source, target, [check], knowledge)
            )
    return seeded, found


def unchanged(folder: Path, rules: set[str], knowledge: Knowledge) -> dict[str, tuple[int, int]]:
    """For each rule the lines reported as they stand: all, and those that are not neutral."""
    checks = [all_checks()[rule] for rule in sorted(rules)]
    every: Counter[str] = Counter()
    graver: Counter[str] = Counter()
    for path in sorted(folder.glob("*.en.txt")):
        source = path.read_text("utf-8").splitlines()
        target = path.with_name(path.name.replace(".en.", ".ka.")).read_text("utf-8").splitlines()
        found = [
            (f.rule, f.target.segment, f.severity)
            for f in check_sentences(source, target, checks, knowledge)
            if f.confidence.rank >= 1 and f.target
        ]
        every.update(rule for rule, _ in {(rule, line) for rule, line, _ in found})
        graver.update(r for r, _ in {(r, n) for r, n, s in found if s is not Severity.NEUTRAL})
    return {rule: (every[rule], graver[rule]) for rule in rules}


def main() -> None:
    """Print the counts."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    knowledge = load_knowledge(Config())
    rng = random.Random(SEED)
    seeded: Counter[str] = Counter()
    found: Counter[str] = Counter()
    mended: Counter[str] = Counter()
    lines = 0
    for path in sorted(folder.glob("*.en.txt")):
        target = path.with_name(path.name.replace(".en.", ".ka."))
        for source, line in zip(
            path.read_text("utf-8").splitlines(),
            target.read_text("utf-8").splitlines(),
            strict=True,
        ):
            lines += 1
            for name, (rule, seeder) in FAULTS.items():
                for start, end, new in seeder(line, source, rng):
                    faulty = line[:start] + new + line[end:]
                    hits = [
                        finding
                        for finding in check_sentences(
                            [source], [faulty], [all_checks()[rule]], knowledge
                        )
                        if is_found(finding, start, start + len(new))
                    ]
                    seeded[name] += 1
                    found[name] += bool(hits)
                    mended[name] += any(mends(finding, faulty, line) for finding in hits)
    rules = {rule for rule, _ in FAULTS.values()} | {"register-mixed"}
    reported = unchanged(folder, rules, knowledge)
    print(f"{'seeded fault':<28} {'seeded':>6} {'found':>6} {'recall':>6} {'mended':>6}")
    for name in FAULTS:
        share = [n[name] / max(1, seeded[name]) for n in (found, mended)]
        print(f"{name:<28} {seeded[name]:>6} {found[name]:>6} {share[0]:>6.3f} {share[1]:>6.3f}")
    number, hits = familiar_examples(knowledge)
    print(f"{'familiar for polite':<28} {number:>6} {hits:>6} {hits / number:>6.3f}")
    print(f"\n{'rule':<28} {'lines':>6} {'unchanged':>9} {'not neutral':>11}")
    for rule, (every, graver) in sorted(reported.items()):
        print(f"{rule:<28} {lines:>6} {every:>9} {graver:>11}")


if __name__ == "__main__":
    main()
