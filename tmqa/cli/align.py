"""`tmqa align`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tmqa.cli.common import ALIGNER, EMBEDDER, FILE, NO_CACHE, Progress, config_of, write


@click.command()
@click.argument("source", type=FILE)
@click.argument("target", type=FILE)
@click.option("--presegmented", is_flag=True, help="One sentence a line, no segmentation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tsv", "html", "json", "tmx", "xliff"]),
    default="tsv",
    help="Form of the alignment (default tsv: one bead a line, by sentence numbers).",
)
@click.option("--output", "-o", type=FILE, help="File to write; else standard output.")
@click.option("--aligner", type=ALIGNER, help="How to align (default auto).")
@EMBEDDER
@NO_CACHE
def align(source: Path, target: Path, form: str, output: Path | None, **options: Any) -> None:
    """Align the sentences of TARGET with those of SOURCE, and print the beads.

    Example: tmqa align en.md ka.md --format html --output beads.html
    """
    from tmqa.beads import write_beads
    from tmqa.knowledge import built_in_lexicon
    from tmqa.review import read_and_align

    config = config_of(options)
    with Progress() as progress:
        lexicon = built_in_lexicon(config.no_cache)
        bitext = read_and_align(source, target, config, lexicon, progress)
    for notice in bitext.notices:
        click.echo(f"tmqa: note: {notice}", err=True)
    write(write_beads(bitext, form).encode("utf-8"), output)
