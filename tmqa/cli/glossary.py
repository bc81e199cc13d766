"""`tmqa glossary …`."""

from __future__ import annotations

from pathlib import Path

import click

from tmqa.cli.common import FILE, FINDINGS, OK


@click.group()
def glossary() -> None:
    """Maintain glossaries."""


@glossary.command("test")
@click.argument("files", nargs=-1, type=FILE)
def glossary_test(files: tuple[Path, ...]) -> int:
    """Run the examples of the glossary FILES, or of the built-in glossaries.

    Example: tmqa glossary test my-terms.toml
    """
    from tmqa.resources import default_glossaries
    from tmqa.review import glossary_failures

    paths = files or default_glossaries()
    failures, records = glossary_failures(paths)
    for failure in failures:
        click.echo(f"{failure.term}: {failure.reason}")
        for line in (failure.example.source, failure.example.bad, failure.example.good):
            if line:
                click.echo(f"    {line}")
    click.echo(f"{records} records, {len(failures)} failures")
    return FINDINGS if failures else OK
