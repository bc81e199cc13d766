"""What several commands share: exit statuses, options, settings, output and progress."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tmqa.output import write_whole

if TYPE_CHECKING:
    from tmqa.config import Config

OK, FINDINGS, UNUSABLE = 0, 1, 2
FILE = click.Path(path_type=Path)
ALIGNER = click.Choice(["auto", "embedding", "lexical", "length"])
EMBEDDER = click.option(
    "--embedder",
    metavar="NAME",
    help="Sentence vectors: e5-small (default), labse, or a sentence-transformers model.",
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Forget sentence vectors after the run.")


def config_of(options: dict[str, Any]) -> Config:
    """The settings found from the working directory upwards, under the options of the call."""
    from tmqa.config import find_config

    return find_config(Path.cwd()).with_options(options)


def write(content: bytes, output: Path | None) -> None:
    """Print the content, or write it whole to its file."""
    if output is not None:
        write_whole(content, output)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


class Progress:
    """Names the running step on a terminal's last line; silent in a pipe."""

    def __enter__(self) -> Progress:
        self._shown = sys.stderr.isatty()
        return self

    def __call__(self, step: str) -> None:
        """Show the step in the place of the one before."""
        if self._shown:
            click.echo(f"\r\033[K{step} …", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)
