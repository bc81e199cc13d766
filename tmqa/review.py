"""The pipeline: read → segment → align → check → score. Only this module knows the order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy

from tmqa import __version__
from tmqa.align import align
from tmqa.article import read_article
from tmqa.bitext import SUFFIXES, is_bilingual, read_beads, read_bitext
from tmqa.checks import Check, Context, all_checks
from tmqa.config import NEVER, Config
from tmqa.errors import ConfigError, InputError
from tmqa.folders import cache_folder
from tmqa.knowledge import Knowledge, built_in_lexicon
from tmqa.lang.ka.letters import has_georgian
from tmqa.lexicon import Lexicon
from tmqa.score import mqm, reference_scores
from tmqa.segment import sentence, sentences
from tmqa.termbase import TermBase, load_glossary
from tmqa.termbase.testing import Failure, Run, failures
from tmqa.values import (
    GIVEN,
    Alignment,
    Bead,
    Bitext,
    Confidence,
    Finding,
    Review,
    Score,
    SegmentPair,
    Sentence,
    Severity,
    Side,
)

Progress = Callable[[str], None]

# The rules that a record's examples are run with, one by one and two by two.
GLOSSARY_RULES = ("idiom-literal", "term-deprecated", "word-untranslated")
VARIATION_RULES = ("term-inconsistent",)


def selected_checks(config: Config) -> tuple[Check, ...]:
    """The checks that the settings leave on. Raises `ConfigError` for an unknown rule id."""
    checks = all_checks()
    for option, names in (("--select", config.select), ("--ignore", config.ignore)):
        for name in names:
            if name not in checks:
                raise ConfigError(option, f"unknown rule {name!r}", "see `tmqa rules`")
    return tuple(
        check
        for rule, check in checks.items()
        if (not config.select or rule in config.select) and rule not in config.ignore
    )


def _known_domains(config: Config, termbase: TermBase) -> None:
    known = {domain for term in termbase.terms for domain in term.domains}
    for domain in config.domains:
        if domain not in known:
            raise ConfigError(
                f"--domain {domain}", "no glossary has it", f"use one of {', '.join(sorted(known))}"
            )


def read_and_align(
    source_path: Path,
    target_path: Path | None,
    config: Config,
    lexicon: Lexicon,
    progress: Progress = lambda _: None,
    alignment_path: Path | None = None,
) -> Bitext:
    """Both articles, segmented and aligned; one bilingual file is so already.

    With `alignment_path`, the beads are those of that file, which a human has corrected.
    """
    _expect_a_pair(source_path, target_path, alignment_path)
    progress("reading")
    if target_path is None:
        return _named(read_bitext(source_path), source_path, source_path)
    source = read_article(source_path, "en", config.presegmented)
    target = read_article(target_path, "ka", config.presegmented)
    if has_georgian(source.text) and not has_georgian(target.text):
        raise InputError(
            str(target_path), "holds no Georgian but the source does", "swap SOURCE and TARGET"
        )
    progress("segmenting")
    left = sentences(source, config.presegmented)
    right = sentences(target, config.presegmented)
    progress("aligning")
    if alignment_path is None:
        alignment, notices = _align(left, right, config, lexicon)
    else:
        beads, notices = read_beads(alignment_path, left, right)
        alignment = Alignment(left, right, beads, GIVEN)
    return _named(Bitext(source, target, alignment, notices), source_path, target_path)


def read_sentences(path: Path, lang: str, config: Config) -> tuple[Sentence, ...]:
    """The sentences of one article in the language `lang` ("en" or "ka")."""
    return sentences(read_article(path, lang, config.presegmented), config.presegmented)


def translated_pairs(
    paths: Sequence[Path], config: Config, lexicon: Lexicon, progress: Progress = lambda _: None
) -> tuple[SegmentPair, ...]:
    """The segment pairs with both sides of bilingual files and of articles given two by two.

    Pairs of boilerplate, and such as are as likely wrong as right, are left out. Raises
    `ConfigError` for an article without its translation.
    """
    found: list[SegmentPair] = []
    rest = iter(paths)
    for source in rest:
        target = None if is_bilingual(source) else next(rest, None)
        bitext = read_and_align(source, target, config, lexicon, progress)
        found += (
            pair
            for pair in segment_pairs(bitext.alignment)
            if pair.bead.source and pair.bead.target
            and not (pair.bead.is_weak or pair.is_boilerplate)
        )  # fmt: skip
    return tuple(found)


def _expect_a_pair(source: Path, target: Path | None, alignment: Path | None) -> None:
    """Raise `ConfigError` unless the files are two articles or one bilingual file."""
    if target is None and not is_bilingual(source):
        remedy = f"name the Georgian article (only {', '.join(SUFFIXES)} go alone)"
        raise ConfigError("TARGET", "is missing", remedy)
    if target is not None and (is_bilingual(source) or is_bilingual(target)):
        raise ConfigError("SOURCE TARGET", "one is a bilingual file already", "give it alone")
    if target is None and alignment is not None:
        raise ConfigError(
            f"--alignment {alignment}", f"{source} is aligned already", "leave it out"
        )


def _named(bitext: Bitext, source_path: Path, target_path: Path) -> Bitext:
    """The bitext with its files named as in reports."""
    source = replace(bitext.source, path=_shown(source_path))
    return replace(bitext, source=source, target=replace(bitext.target, path=_shown(target_path)))


def _align(
    source: Sequence[Sentence], target: Sequence[Sentence], config: Config, lexicon: Lexicon
) -> tuple[Alignment, tuple[str, ...]]:
    folder = None if config.no_cache else cache_folder()
    return align(source, target, config.aligner, config.embedder, folder, lexicon)


def review(
    source_path: Path,
    target_path: Path | None,
    config: Config,
    knowledge: Knowledge,
    reference_path: Path | None = None,
    progress: Progress = lambda _: None,
    alignment_path: Path | None = None,
) -> Review:
    """The review of one article pair, or of one bilingual file, under the settings.

    Raises `InputError` for a file that cannot be used and `ConfigError` for a setting.
    """
    checks = selected_checks(config)
    _known_domains(config, knowledge.termbase)
    lexicon = knowledge.lexicon
    bitext = read_and_align(source_path, target_path, config, lexicon, progress, alignment_path)
    alignment = bitext.alignment
    progress("checking")
    found = check_alignment(alignment, checks, knowledge, frozenset(config.domains))
    least = Confidence(config.min_confidence).rank
    kept = tuple(
        finding
        for finding in _fingerprinted(found, alignment)
        if finding.confidence.rank >= least and not _is_ignored(finding, bitext)
    )
    scores: list[Score] = [mqm(kept, alignment.source)]
    if reference_path is not None:
        progress("scoring")
        reference = read_article(reference_path, "ka", config.presegmented)
        lines = sentences(reference, config.presegmented)
        aligned, _ = _align(alignment.source, lines, config, lexicon)
        scores += reference_scores(alignment, aligned)
    return Review(
        bitext,
        findings=kept,
        scores=tuple(scores),
        signature=_signature(alignment, knowledge, checks),
        rules=tuple(check.rule for check in checks),
        gate=None if config.fail_on == NEVER else Severity(config.fail_on),
    )


def check_alignment(
    alignment: Alignment,
    checks: Iterable[Check],
    knowledge: Knowledge,
    domains: frozenset[str] = frozenset(),
) -> list[Finding]:
    """All findings of the checks, sorted by target position, source position and rule."""
    termbase = knowledge.termbase
    pairs = segment_pairs(alignment)
    article = termbase.scan((pair.source for pair in pairs), domains)
    matches = tuple(termbase.match(article, pair.index, pair.target) for pair in pairs)
    context = Context(pairs, matches, alignment, knowledge.lexicon, knowledge.speller)
    findings = [finding for check in checks for finding in check.findings(pairs, context)]
    return sorted(findings, key=_position)


def check_sentences(
    source: Sequence[str], target: Sequence[str], checks: Iterable[Check], knowledge: Knowledge
) -> list[Finding]:
    """Findings in sentences that are already aligned one to one; an empty text is no sentence."""
    left = tuple(sentence(text, "en", i) for i, text in enumerate(source))
    right = tuple(sentence(text, "ka", i) for i, text in enumerate(target))
    beads = tuple(
        Bead((i,) if left[i].text else (), (i,) if right[i].text else ()) for i in range(len(left))
    )
    return check_alignment(Alignment(left, right, beads, GIVEN), checks, knowledge)


def glossary_failures(paths: Sequence[Path]) -> tuple[list[Failure], int]:
    """The failing examples of the glossaries in `paths`, and the number of their records."""
    termbase = TermBase(load_glossary(path) for path in paths)
    return record_failures(termbase), len(termbase.terms)


def record_failures(termbase: TermBase) -> list[Failure]:
    """The failing examples of the records of a term base, checked with the built-in lexicon."""
    knowledge = Knowledge(termbase, built_in_lexicon())

    def runs(rules: tuple[str, ...]) -> Run:
        checks = [all_checks()[rule] for rule in rules]

        def run(source: str, target: str) -> list[Finding]:
            found = check_sentences(source.splitlines(), target.splitlines(), checks, knowledge)
            return [finding for finding in found if finding.term]

        return run

    return list(failures(termbase.terms, runs(GLOSSARY_RULES), runs(VARIATION_RULES)))


def _shown(path: Path) -> str:
    """The path as a report names it: never absolute, so that reports can be compared."""
    if not path.is_absolute():
        return path.as_posix()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.name


def segment_pairs(alignment: Alignment) -> tuple[SegmentPair, ...]:
    """The beads of the alignment with their sentences."""
    return tuple(
        SegmentPair(
            number,
            bead,
            Side(tuple(alignment.source[i] for i in bead.source)),
            Side(tuple(alignment.target[j] for j in bead.target)),
        )
        for number, bead in enumerate(alignment.beads)
    )


def _position(finding: Finding) -> tuple[float, int, float, int, str, str]:
    target, source = finding.target, finding.source
    return (
        target.segment if target else float("inf"),
        target.start if target else 0,
        source.segment if source else float("inf"),
        source.start if source else 0,
        finding.rule,
        finding.message,
    )


def _fingerprinted(findings: Sequence[Finding], alignment: Alignment) -> list[Finding]:
    """The findings with fingerprints of rule, quotes and segment texts, equal ones numbered."""
    seen: Counter[str] = Counter()
    marked = []
    for finding in findings:
        parts = [finding.rule, finding.term or ""]
        for place, side in ((finding.source, alignment.source), (finding.target, alignment.target)):
            parts += [place.quote, side[place.segment].text] if place else ["", ""]
        key = "\x1f".join(parts)
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
        marked.append(replace(finding, fingerprint=digest[:16]))
    return marked


def _is_ignored(finding: Finding, bitext: Bitext) -> bool:
    """True when a comment before the block on either side switches the rule off."""
    for place, article, side in (
        (finding.source, bitext.source, bitext.alignment.source),
        (finding.target, bitext.target, bitext.alignment.target),
    ):
        if place and finding.rule in article.blocks[side[place.segment].block].ignored:
            return True
    return False


def _signature(alignment: Alignment, knowledge: Knowledge, checks: Sequence[Check]) -> str:
    return (
        f"tmqa:{__version__}|spacy:{spacy.__version__}|aligner:{alignment.aligner}"
        f"|{knowledge.signature}|rules:{len(checks)}"
    )
