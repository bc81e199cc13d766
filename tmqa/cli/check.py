"""`tmqa check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tmqa.cli.common import (
    ALIGNER,
    EMBEDDER,
    FILE,
    FINDINGS,
    NO_CACHE,
    OK,
    Progress,
    config_of,
    write,
)
from tmqa.errors import ConfigError

if TYPE_CHECKING:
    from tmqa.values import Review

_FORMAT_OPTIONS, _OUTPUT_OPTIONS = ("--format", "-f"), ("--output", "-o")


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


@click.command(cls=_CheckCommand)
@click.argument("source", type=FILE)
@click.argument("target", type=FILE, required=False)
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
    type=FILE,
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
@click.option(
    "--word-list",
    "word_lists",
    multiple=True,
    type=str,
    metavar="PATH",
    help="A file of Georgian words that are spelt right, one a line; repeatable.",
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
    "--baseline", type=FILE, help="JSON report or fingerprint list; its findings are left out."
)
@click.option("--presegmented", is_flag=True, help="One sentence a line, no segmentation.")
@click.option(
    "--aligner",
    type=ALIGNER,
    help="How to align (default auto: sentence vectors where they can be had).",
)
@EMBEDDER
@NO_CACHE
@click.option(
    "--alignment",
    type=FILE,
    help="A corrected alignment instead of an aligner's: TSV, TMX or XLIFF of `tmqa align`.",
)
@click.option(
    "--reference",
    type=FILE,
    help="A human or post-edited Georgian version, for BLEU, chrF++ and TER.",
)
@click.pass_context
def check(
    context: click.Context,
    /,
    source: Path,
    target: Path | None,
    glossaries: tuple[str, ...],
    word_lists: tuple[str, ...],
    no_default_glossaries: bool,
    baseline: Path | None,
    alignment: Path | None,
    reference: Path | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    **options: Any,
) -> int:
    """Review the Georgian article TARGET against its English SOURCE.

    A bilingual file (.tmx, .xlf, .xliff, .po, .mo) is given alone.

    Example: tmqa check en.md ka.md --format html -o review.html --format json -o review.json
    """
    from dataclasses import replace

    from tmqa.baseline import load_baseline
    from tmqa.knowledge import load_knowledge
    from tmqa.review import review

    reports = context.meta["tmqa.reports"]
    _refuse_binary_on_terminal(reports)
    config = config_of(options)
    config = replace(
        config,
        glossaries=(*config.glossaries, *glossaries),
        word_lists=(*config.word_lists, *word_lists),
    )
    if no_default_glossaries:
        config = replace(config, default_glossaries=False)
    known = load_baseline(baseline) if baseline else frozenset()
    with Progress() as progress:
        progress("loading glossaries")
        knowledge = load_knowledge(config, target or source)
        result = review(source, target, config, knowledge, reference, progress, alignment)
    result = replace(
        result, findings=tuple(f for f in result.findings if f.fingerprint not in known)
    )
    for name, output in reports:
        write(_rendered(name, (result,), output is None), Path(output) if output else None)
    return FINDINGS if any(map(result.fails, result.findings)) else OK


def _rendered(name: str, reviews: tuple[Review, ...], to_stdout: bool) -> bytes:
    from tmqa.report import get_report

    if name == "text":
        from tmqa.report.text import TextReport

        colour = to_stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return TextReport(colour).encode(reviews)
    return get_report(name).encode(reviews)
