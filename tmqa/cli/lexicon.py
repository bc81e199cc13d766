"""`tmqa lexicon …`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tmqa.cli.common import ALIGNER, FILE, FINDINGS, OK, Progress, config_of, write

_PAIRS = click.argument("pairs", nargs=-1, type=FILE, required=True)
_PRESEGMENTED = click.option(
    "--presegmented", is_flag=True, help="One sentence a line, no segmentation."
)
_ALIGN = click.option("--aligner", type=ALIGNER, help="How to align articles (default auto).")


@click.group()
def lexicon() -> None:
    """Look at the bilingual lexicon, measure it, and learn words for it.

    Example: tmqa lexicon show spring
    """


@lexicon.command("show")
@click.argument("word")
def lexicon_show(word: str) -> int:
    """Print the entries of an English WORD, or those that a Georgian one can render.

    The word may stand in any form. Exit status 1 when there are none.

    Example: tmqa lexicon show გაზაფხულზე
    """
    from tmqa.knowledge import built_in_lexicon
    from tmqa.lexicography.show import entry_lines

    lines = entry_lines(word, built_in_lexicon())
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(f"tmqa: note: the lexicon does not know {word!r}", err=True)
    return OK if lines else FINDINGS


@lexicon.command("coverage")
@_PAIRS
@_PRESEGMENTED
@_ALIGN
def lexicon_coverage(pairs: tuple[Path, ...], **options: Any) -> None:
    """Measure how much of translations, articles two by two or bilingual files, is known.

    Prints the share of English content words that the lexicon lists, and the share of their
    occurrences that a word of the aligned Georgian explains.

    Example: tmqa lexicon coverage en.md ka.md
    """
    from tmqa.knowledge import built_in_lexicon
    from tmqa.lexicography.coverage import coverage, report
    from tmqa.review import translated_pairs

    with Progress() as progress:
        progress("loading the lexicon")
        known = built_in_lexicon()
        segments = translated_pairs(pairs, config_of(options), known, progress)
        progress("measuring")
        counted = coverage(segments, known)
    for line in report(counted):
        click.echo(line)


@lexicon.command("learn")
@_PAIRS
@click.option("--least", default=2, show_default=True, help="Times that a rendering must be seen.")
@click.option("--output", "-o", type=FILE, help="File to write; else standard output.")
@_PRESEGMENTED
@_ALIGN
def lexicon_learn(pairs: tuple[Path, ...], least: int, output: Path | None, **options: Any) -> None:
    """Propose renderings that the lexicon lacks, from articles two by two or bilingual files.

    Words are aligned statistically (IBM Model 1). Prints lexicon lines with counts in comments,
    to be looked through by a human; the built-in lexicon is never written.

    Example: tmqa lexicon learn memory.tmx --output proposals.tsv
    """
    from tmqa.knowledge import built_in_lexicon
    from tmqa.lexicography.learn import learn, refuse_built_in
    from tmqa.review import translated_pairs

    if output is not None:
        refuse_built_in(output)
    with Progress() as progress:
        progress("loading the lexicon")
        known = built_in_lexicon()
        segments = translated_pairs(pairs, config_of(options), known, progress)
        progress("learning")
        found = list(learn(segments, known, least))
    write("".join(f"{proposal}\n" for proposal in found).encode("utf-8"), output)
    click.echo(f"{len(found)} proposals from {len(segments)} segments", err=True)
