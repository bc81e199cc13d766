"""The command line: parse, call, print, exit. The only part that uses click.

Exit status: 0 nothing at or above `--fail-on`, 1 findings at or above it, 2 the call or an
input is unusable. Each module holds a group of commands. Everything but click is imported inside
the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from tmqa import __version__
from tmqa.cli.align import align
from tmqa.cli.check import check
from tmqa.cli.common import OK, UNUSABLE
from tmqa.cli.glossary import glossary
from tmqa.cli.lexicon import lexicon
from tmqa.cli.measure import bench, evaluate
from tmqa.cli.rules import rules, schema
from tmqa.errors import TmqaError


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status; every error is one line on stderr."""
    try:
        status = cli.main(
            list(args) if args is not None else None, prog_name="tmqa", standalone_mode=False
        )
    except click.exceptions.Abort:
        _fail("interrupted")
    except click.ClickException as error:
        _fail(f"{' '.join(error.format_message().split())} (see `{_help_for(error)}`)")
    except TmqaError as error:
        _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
    except Exception as error:  # a defect of tmqa, still no traceback for the user
        if os.environ.get("TMQA_DEBUG"):
            raise
        _fail(f"internal error: {type(error).__name__}: {error}; set TMQA_DEBUG=1 and report it")
    sys.exit(status if isinstance(status, int) else OK)


def _help_for(error: click.ClickException) -> str:
    """The command whose help explains a wrong call."""
    context: click.Context | None = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if context else "tmqa --help"


def _fail(message: str) -> None:
    click.echo(f"tmqa: {' '.join(message.splitlines())}", err=True)
    sys.exit(UNUSABLE)


@click.group()
@click.version_option(__version__, message="tmqa %(version)s")
def cli() -> None:
    """Check machine-translated Georgian articles against their English sources."""


for command in (align, bench, check, evaluate, glossary, lexicon, rules, schema):
    cli.add_command(command)
