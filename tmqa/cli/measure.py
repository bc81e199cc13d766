"""`tmqa eval` and `tmqa bench …`: how well and how fast tmqa works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tmqa.cli.common import EMBEDDER, FILE, Progress, config_of


@click.command("eval")
@click.argument("folders", nargs=-1, type=FILE)
@click.option("--verbose", "-v", is_flag=True, help="Name what was missed and what is wrong.")
@click.option("--min-confidence", type=click.Choice(["low", "medium", "high"]))
def evaluate(folders: tuple[Path, ...], verbose: bool, **options: Any) -> None:
    """Measure tmqa on corpus FOLDERS with gold data, or on the bundled ones.

    Prints segmentation and alignment F1, recall by kind of fault, precision, and false alarms
    per 1,000 source words.

    Example: tmqa eval corpora/finance --verbose
    """
    from tmqa.evaluate import evaluate, table
    from tmqa.knowledge import load_knowledge
    from tmqa.resources import corpora

    config = config_of(options)
    results = []
    with Progress() as progress:
        progress("loading glossaries")
        knowledge = load_knowledge(config)
        for folder in folders or corpora():
            progress(folder.name)
            results.append(evaluate(folder, config, knowledge))
    for result in results if verbose else ():
        for fault in result.missed:
            click.echo(f"{result.name}: missed {fault.id} ({fault.kind})")
        for finding in result.false_alarms:
            click.echo(f"{result.name}: false {finding.rule}: {finding.message}")
    click.echo(table(results))


@click.group()
def bench() -> None:
    """Measure speed and quality on this machine.

    Example: tmqa bench align
    """


@bench.command("align")
@click.argument("folder", type=FILE, required=False)
@click.option(
    "--aligner",
    "aligners",
    multiple=True,
    type=click.Choice(["auto", "embedding", "lexical", "length", "galechurch"]),
    help="Only this aligner; repeatable (default: all that are installed).",
)
@EMBEDDER
@click.option("--curve", is_flag=True, help="Also time articles of 250 to 20,000 sentences.")
def bench_align(
    folder: Path | None, aligners: tuple[str, ...], embedder: str | None, curve: bool
) -> None:
    """Measure the aligner on a FOLDER with gold beads, or on the bundled articles.

    Prints bead F1, omissions, sentences per second and memory, beside other aligners that are
    installed. The folder holds NAME.en.txt, NAME.ka.txt and NAME.gold.tsv, or subfolders of them.

    Example: tmqa bench align ntrex-dev --curve
    """
    from tmqa.bench import bench_align
    from tmqa.bench.align import SIZES
    from tmqa.config import Config

    name = embedder or Config().embedder
    for line in bench_align(folder, aligners, name, SIZES if curve else ()):
        click.echo(line)
