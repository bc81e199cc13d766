"""The command line: parse, call, print, exit. The only module that uses click.

Exit status: 0 nothing at or above `--fail-on`, 1 findings at or above it, 2 the call or an
input is unusable. Everything but click is imported inside the commands, so that `--help`
answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tmqa import __version__
from tmqa.errors import ConfigError, TmqaError
from tmqa.output import write_whole

if TYPE_CHECKING:
    from tmqa.config import Config
    from tmqa.values import Review

OK, FINDINGS, UNUSABLE = 0, 1, 2
_FILE = click.Path(path_type=Path)
_ALIGNER = click.Choice(["auto", "embedding", "lexical", "length"])
_EMBEDDER = click.option(
    "--embedder",
    metavar="NAME",
    help="Sentence vectors: e5-small (default), labse, or a sentence-transformers model.",
)
_NO_CACHE = click.option("--no-cache", is_flag=True, help="Forget sentence vectors after the run.")
_FORMAT_OPTIONS, _OUTPUT_OPTIONS = ("--format", "-f"), ("--output", "-o")


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


class _CheckCommand(click.Command):
    """A command that remembers which --output follows which --format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, keeping the order of formats and outputs."""
        ctx.meta["tmqa.reports"] = _requested_reports(args)
        return super().parse_args(ctx, args)


def _requested_reports(args: Sequence[str]) -> list[tuple[str, str | None]]:
    """(format, output file or None for stdout) in the order of the call; text by default."""
    wanted: list[tuple[str, str | None]] = []
    given = iter(args)
    for arg in given:
        option, equals, value = arg.partition("=")
        if arg[:2] in ("-f", "-o") and len(arg) > 2:  # -fjson
            option, equals, value = arg[:2], "=", arg[2:]
        if option in _FORMAT_OPTIONS:
            wanted.append((value if equals else next(given, ""), None))
        elif option in _OUTPUT_OPTIONS:
            name = wanted.pop()[0] if wanted and wanted[-1][1] is None else "text"
            wanted.append((name, value if equals else next(given, "")))
    return wanted or [("text", None)]


def _formats(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    from tmqa.report import report_names

    for name in value:
        if name not in report_names():
            raise ConfigError(
                f"--format {name}", "unknown format", f"use one of {', '.join(report_names())}"
            )
    return value


def _refuse_binary_on_terminal(reports: Sequence[tuple[str, str | None]]) -> None:
    from tmqa.report import get_report

    for name, output in reports:
        if output is None and sys.stdout.isatty() and not get_report(name).is_text:
            raise ConfigError(
                f"--format {name}",
                "is not for a terminal",
                f"add --output FILE after --format {name}",
            )


def _rule_list(context: click.Context, parameter: click.Parameter, value: Any) -> tuple[str, ...]:
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


@cli.command(cls=_CheckCommand)
@click.argument("source", type=_FILE)
@click.argument("target", type=_FILE, required=False)
@click.option(
    *_FORMAT_OPTIONS,
    "formats",
    multiple=True,
    callback=_formats,
    metavar="NAME",
    help="Report format: text, csv, github, html, json, junit, markdown, sarif, xlsx; repeatable.",
)
@click.option(
    *_OUTPUT_OPTIONS,
    "outputs",
    multiple=True,
    type=_FILE,
    help="File for the --format before it; else standard output.",
)
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=str,
    metavar="PATH",
    help="A glossary file besides the built-in ones; repeatable.",
)
@click.option("--no-default-glossaries", is_flag=True, help="Leave the built-in glossaries out.")
@click.option(
    "--domain",
    "domains",
    multiple=True,
    metavar="NAME",
    help="Domain of the article, when it is not to be detected; repeatable.",
)
@click.option(
    "--select",
    multiple=True,
    callback=_rule_list,
    metavar="RULES",
    help="Only these rules, comma-separated.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=_rule_list,
    metavar="RULES",
    help="All rules but these, comma-separated.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["critical", "major", "minor", "never"]),
    help="Least severity that gives exit status 1 (default major).",
)
@click.option(
    "--min-confidence",
    type=click.Choice(["low", "medium", "high"]),
    help="Least confidence that is reported (default medium).",
)
@click.option(
    "--baseline", type=_FILE, help="JSON report or fingerprint list; its findings are left out."
)
@click.option("--presegmented", is_flag=True, help="One sentence a line, no segmentation.")
@click.option(
    "--aligner",
    type=_ALIGNER,
    help="How to align (default auto: sentence vectors where they can be had).",
)
@_EMBEDDER
@_NO_CACHE
@click.option(
    "--alignment",
    type=_FILE,
    help="A corrected alignment instead of an aligner's: TSV, TMX or XLIFF of `tmqa align`.",
)
@click.option(
    "--reference",
    type=_FILE,
    help="A human or post-edited Georgian version, for BLEU, chrF++ and TER.",
)
@click.pass_context
def check(
    context: click.Context,
    /,
    source: Path,
    target: Path | None,
    glossaries: tuple[str, ...],
    no_default_glossaries: bool,
    baseline: Path | None,
    alignment: Path | None,
    reference: Path | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    **options: Any,
) -> int:
    """Review the Georgian article TARGET against its English SOURCE.

    A bilingual file (.tmx, .xlf, .xliff, .po) is given alone.

    Example: tmqa check en.md ka.md --format html -o review.html --format json -o review.json
    """
    from dataclasses import replace

    from tmqa.baseline import load_baseline
    from tmqa.knowledge import load_knowledge
    from tmqa.review import review

    reports = context.meta["tmqa.reports"]
    _refuse_binary_on_terminal(reports)
    config = _config(options)
    config = replace(config, glossaries=(*config.glossaries, *glossaries))
    if no_default_glossaries:
        config = replace(config, default_glossaries=False)
    known = load_baseline(baseline) if baseline else frozenset()
    with _Progress() as progress:
        progress("loading glossaries")
        knowledge = load_knowledge(config)
        result = review(source, target, config, knowledge, reference, progress, alignment)
    result = replace(
        result, findings=tuple(f for f in result.findings if f.fingerprint not in known)
    )
    for name, output in reports:
        _write(_rendered(name, (result,), output is None), Path(output) if output else None)
    return FINDINGS if any(map(result.fails, result.findings)) else OK


def _config(options: dict[str, Any]) -> Config:
    from tmqa.config import find_config

    return find_config(Path.cwd()).with_options(options)


def _rendered(name: str, reviews: tuple[Review, ...], to_stdout: bool) -> bytes:
    from tmqa.report import get_report

    if name == "text":
        from tmqa.report.text import TextReport

        colour = to_stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return TextReport(colour).encode(reviews)
    return get_report(name).encode(reviews)


def _write(content: bytes, output: Path | None) -> None:
    """Print the content, or write it whole to its file."""
    if output is not None:
        write_whole(content, output)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


class _Progress:
    """Names the running step on a terminal's last line; silent in a pipe."""

    def __enter__(self) -> _Progress:
        self._shown = sys.stderr.isatty()
        return self

    def __call__(self, step: str) -> None:
        if self._shown:
            click.echo(f"\r\033[K{step} …", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


@cli.command()
@click.argument("source", type=_FILE)
@click.argument("target", type=_FILE)
@click.option("--presegmented", is_flag=True, help="One sentence a line, no segmentation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tsv", "html", "json", "tmx", "xliff"]),
    default="tsv",
    help="Form of the alignment (default tsv: one bead a line, by sentence numbers).",
)
@click.option("--output", "-o", type=_FILE, help="File to write; else standard output.")
@click.option("--aligner", type=_ALIGNER, help="How to align (default auto).")
@_EMBEDDER
@_NO_CACHE
def align(source: Path, target: Path, form: str, output: Path | None, **options: Any) -> None:
    """Align the sentences of TARGET with those of SOURCE, and print the beads.

    Example: tmqa align en.md ka.md --format html --output beads.html
    """
    from tmqa.beads import write_beads
    from tmqa.knowledge import built_in_lexicon
    from tmqa.review import read_and_align

    config = _config(options)
    with _Progress() as progress:
        lexicon = built_in_lexicon(config.no_cache)
        bitext = read_and_align(source, target, config, lexicon, progress)
    for notice in bitext.notices:
        click.echo(f"tmqa: note: {notice}", err=True)
    _write(write_beads(bitext, form).encode("utf-8"), output)


@cli.command()
@click.argument("rule", required=False)
def rules(rule: str | None) -> None:
    """List the rules, or print the page of one RULE with its examples.

    Example: tmqa rules term-deprecated
    """
    from tmqa.rulebook import rule_page, rule_table

    click.echo(rule_page(rule) if rule else rule_table())


@cli.command()
def schema() -> None:
    """Print the JSON Schema of `tmqa check --format json`.

    Example: tmqa schema > report.schema.json
    """
    from tmqa.report.json import json_schema

    click.echo(json_schema(), nl=False)


@cli.group()
def glossary() -> None:
    """Maintain glossaries."""


@glossary.command("test")
@click.argument("files", nargs=-1, type=_FILE)
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


@cli.command("eval")
@click.argument("folders", nargs=-1, type=_FILE)
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

    config = _config(options)
    results = []
    with _Progress() as progress:
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


@cli.group()
def bench() -> None:
    """Measure speed and quality on this machine.

    Example: tmqa bench align
    """


@bench.command("align")
@click.argument("folder", type=_FILE, required=False)
@click.option(
    "--aligner",
    "aligners",
    multiple=True,
    type=click.Choice(["auto", "embedding", "lexical", "length", "galechurch"]),
    help="Only this aligner; repeatable (default: all that are installed).",
)
@_EMBEDDER
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
