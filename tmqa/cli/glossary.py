"""`tmqa glossary …`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from tmqa.cli.common import ALIGNER, FILE, FINDINGS, OK, Progress, config_of, write
from tmqa.errors import ConfigError

_FILES = click.argument("files", nargs=-1, type=FILE)
_DOMAIN = click.option(
    "--domain", "domains", multiple=True, metavar="NAME", help="Only this domain; repeatable."
)
_KIND = click.option("--kind", "kinds", multiple=True, type=click.Choice(["term", "idiom"]))


def _glossary_options(command: Any) -> Any:
    """Options that say which glossaries count besides or without the built-in ones."""
    command = click.option(
        "--no-default-glossaries", is_flag=True, help="Leave the built-in glossaries out."
    )(command)
    return click.option(
        "--glossary",
        "glossaries",
        multiple=True,
        type=FILE,
        metavar="PATH",
        help="A glossary file besides the built-in ones; repeatable.",
    )(command)


def _paths(glossaries: tuple[Path, ...] = (), no_default_glossaries: bool = False) -> list[Path]:
    """The built-in glossaries, those of the settings, and those of the call, in this order."""
    from tmqa.resources import default_glossaries

    config = config_of({})
    built_in = config.default_glossaries and not no_default_glossaries
    paths = list(default_glossaries()) if built_in else []
    return [*paths, *map(Path, config.glossaries), *glossaries]


@click.group()
def glossary() -> None:
    """Look at, check and change glossaries.

    Example: tmqa glossary search თანხა
    """


@glossary.command("list")
@_FILES
@_DOMAIN
@_KIND
def glossary_list(files: tuple[Path, ...], **filters: tuple[str, ...]) -> None:
    """List the records of the glossary FILES, or of all that a check would use.

    Prints id, sources, preferred renderings, domains and file, parted by tabs.

    Example: tmqa glossary list --domain marketing --kind idiom
    """
    from tmqa.terminology.catalogue import chosen, listing, load_records

    records = chosen(load_records(files or _paths()), **filters)
    click.echo(listing(records), nl=False)


@glossary.command("show")
@click.argument("identifier", metavar="ID")
@_glossary_options
def glossary_show(identifier: str, **given: Any) -> None:
    """Print the record ID as it is written, with its file and line.

    Example: tmqa glossary show curate
    """
    from tmqa.terminology.catalogue import find, load_records, overriding, record_text

    paths = _paths(**given)
    record = find(load_records(paths), identifier)
    click.echo(f"# {record.place}\n{record_text(record)}")
    for change in overriding(paths, identifier):
        click.echo(f"# overridden in {change}")


@glossary.command("search")
@click.argument("words", nargs=-1, required=True)
@_DOMAIN
@_KIND
@_glossary_options
def glossary_search(
    words: tuple[str, ...], domains: tuple[str, ...], kinds: tuple[str, ...], **given: Any
) -> int:
    """Find records by English or Georgian WORDS in any field and any inflected form.

    Exit status 1 when there are none.

    Example: tmqa glossary search გაზაფხულზე
    """
    from tmqa.terminology.catalogue import chosen, load_records
    from tmqa.terminology.search import hit_line, search

    hits = search(chosen(load_records(_paths(**given)), domains, kinds), " ".join(words))
    for hit in hits:
        click.echo(hit_line(hit))
    return OK if hits else FINDINGS


@glossary.command("stats")
@_FILES
def glossary_stats(files: tuple[Path, ...]) -> None:
    """Count records, sources, renderings and examples by file and by domain.

    Example: tmqa glossary stats
    """
    from tmqa.terminology.catalogue import load_records, statistics

    click.echo(statistics(load_records(files or _paths())), nl=False)


@glossary.command("check")
@_FILES
@click.option("--strict", is_flag=True, help="Also name superfluous sources and loose patterns.")
@click.option("--words", is_flag=True, help="Also name Georgian words that no list has.")
@click.option(
    "--dictionary",
    type=FILE,
    metavar="FILE.dic",
    help="Hunspell dictionary to ask for words instead of the built-in list.",
)
def glossary_check(
    files: tuple[Path, ...], strict: bool, words: bool, dictionary: Path | None
) -> int:
    """Find contradictions, duplicates and unsafe patterns in the glossary FILES, or in all.

    Prints one line a problem: file and line, id, what is wrong, what to do. Exit status 1 when
    there are any.

    Example: tmqa glossary check my-terms.toml
    """
    from tmqa.knowledge import built_in_lexicon
    from tmqa.terminology.check import problems
    from tmqa.terminology.spelling import known_words

    lexicon = built_in_lexicon() if words or dictionary else None
    knows = known_words(lexicon, dictionary) if lexicon else None
    found = list(problems(files or _paths(), strict, lexicon, knows))
    for problem in found:
        click.echo(problem)
    click.echo(f"{len(found)} problems", err=True)
    return FINDINGS if found else OK


@glossary.command("why")
@click.argument("source", metavar="EN")
@click.argument("target", metavar="KA")
@click.option("--id", "ids", multiple=True, help="Only this record; repeatable.")
@click.option(
    "--domain", "domains", multiple=True, metavar="NAME", help="Domain of the article; repeatable."
)
@_glossary_options
def glossary_why(
    source: str, target: str, ids: tuple[str, ...], domains: tuple[str, ...], **given: Any
) -> None:
    """Explain which records match the sentence EN and its translation KA, and why or why not.

    EN and KA are sentences, or files with one sentence a line.

    Example: tmqa glossary why "She curated the show." "მან გამოფენა განკურნა."
    """
    from tmqa.termbase import TermBase, load_glossary
    from tmqa.terminology.why import explain, sentences_of

    termbase = TermBase(load_glossary(path) for path in _paths(**given))
    left, right = sentences_of(source), sentences_of(target)
    for line in explain(left, right, termbase, frozenset(domains), ids):
        click.echo(line)


@glossary.command("forms")
@click.argument("pattern")
@click.argument("words", nargs=-1)
@click.option(
    "--in",
    "files",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="A Georgian text to look for forms in; repeatable (default: what is bundled).",
)
def glossary_forms(pattern: str, words: tuple[str, ...], files: tuple[Path, ...]) -> int:
    """Show what the Georgian PATTERN, one word, matches; or whether it matches the WORDS.

    Without WORDS, prints its cases, the principal parts of its verb as `+` all forms, `~` tenses,
    `=` this form, `-` participle, a pattern that matches the verb alone, and the forms that stand
    in texts. With WORDS, exit status 1 when one is no form of it.

    Example: tmqa glossary forms განკურნება განკურნავს კურსი
    """
    from tmqa.terminology.forms import description, index_of, words_of

    if words:
        index = index_of(pattern)
        known = [bool(index.find(word)) for word in words]
        for word, is_form in zip(words, known, strict=True):
            click.echo(f"{word}\t{'yes' if is_form else 'no'}")
        return OK if all(known) else FINDINGS
    for line in description(pattern, words_of(files)):
        click.echo(line)
    return OK


_LISTS = {
    "source": "English pattern of the term",
    "preferred": "Georgian rendering to suggest",
    "admitted": "further right Georgian pattern",
    "deprecated": "wrong Georgian pattern",
    "cueless": "wrong Georgian pattern that is reported without a cue too",
    "cue": "English pattern that shows the sense",
    "unless": "English pattern that silences the record",
    "domain": "article domain, if not the file's",
    "example-source": "English of an example",
    "example-bad": "its wrong translation with the fault marked by [[…]]",
    "example-good": "its right translation",
}
# Asked for on a terminal when they are not given, in this order.
_ASKED = ("source", "gloss", "cue", "preferred", "deprecated")
_ASKED_EXAMPLE = ("example-source", "example-bad", "example-good")


def _list_options(command: Any) -> Any:
    for name, text in reversed(_LISTS.items()):
        told = f"{text[0].upper()}{text[1:]}; repeatable."
        command = click.option(f"--{name}", multiple=True, metavar="TEXT", help=told)(command)
    return command


@glossary.command("add")
@click.argument("file", type=FILE)
@_list_options
@click.option("--id", "id", default="", help="Name of the record (default: made of the source).")
@click.option("--kind", type=click.Choice(["term", "idiom"]), default="term")
@click.option("--gloss", default="", help="The sense in a few English words.")
@click.option(
    "--severity",
    type=click.Choice(["neutral", "minor", "major", "critical"]),
    default="major",
    show_default=True,
)
@click.option("--note", default="", help="Why; shown to the reviewer.")
@click.option("--force", is_flag=True, help="Write although examples fail.")
def glossary_add(file: Path, force: bool, **given: Any) -> int:
    """Add a record to the glossary FILE in its alphabetical place, keeping comments and order.

    On a terminal, what is missing is asked for. The record's examples are run first, with those
    of the file's other records; when one fails, nothing is written, and the exit status is 1.

    Example: tmqa glossary add ours.toml --source churn --preferred გადინება --deprecated კარაქი
    --example-source "Churn fell." --example-bad "[[კარაქი]] შემცირდა."
    --example-good "გადინება შემცირდა."
    """
    from tmqa.output import write_whole
    from tmqa.terminology.add import Draft, add_record, paired

    if sys.stdin.isatty():
        _ask(given)
    for name in ("source", "preferred"):
        if not given[name] and not (name == "preferred" and given["deprecated"]):
            raise ConfigError(f"--{name}", "is missing", f"give it: {_LISTS[name]}")
    examples = paired(*(given.pop(f"example_{part}") for part in ("source", "bad", "good")))
    cues, domains = given.pop("cue"), given.pop("domain")
    addition = add_record(file, Draft(**given, cues=cues, domains=domains, examples=examples))
    for failure in addition.failures:
        click.echo(f"{failure.term}: {failure.reason}", err=True)
    if addition.failures and not force:
        click.echo("tmqa: nothing written; mend the record or use --force", err=True)
        return FINDINGS
    write_whole(addition.content, file)
    click.echo(f"# {file}:{addition.line}\n{addition.record}", nl=False)
    return OK


def _ask(given: dict[str, Any]) -> None:
    """Ask for what the call leaves out; an empty answer leaves it so."""
    for name in (*_ASKED, *(() if given["example_source"] else _ASKED_EXAMPLE)):
        key = name.replace("-", "_")
        if given[key]:
            continue
        text = _LISTS.get(name, "the sense in a few English words")
        is_list = name in _ASKED and name in _LISTS
        hint = "; several parted by semicolons" if is_list else ""
        answer = click.prompt(f"{name} ({text}{hint})", default="", show_default=False, err=True)
        parts = answer.split(";") if is_list else [answer]
        given[key] = answer if name == "gloss" else tuple(p.strip() for p in parts if p.strip())


_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "deepl", "google", "tbx", "tmx", "tsv", "xlsx"]),
    help="Format, when the file's name does not tell it.",
)


@glossary.command("export")
@_FILES
@_FORMAT
@click.option("--output", "-o", type=FILE, help="File to write; else standard output.")
@_DOMAIN
def glossary_export(
    files: tuple[Path, ...], form: str | None, output: Path | None, domains: tuple[str, ...]
) -> None:
    """Write the glossary FILES, or all, in another program's format.

    csv, tsv and xlsx hold whole records; tbx (TBX-Basic, ISO 30042:2019) terms with their status;
    tmx, deepl and google pairs. What a format cannot hold is said on standard error.

    Example: tmqa glossary export ours.toml --output ours.tbx
    """
    from tmqa.terminology.catalogue import chosen, joined, load_records
    from tmqa.terminology.exchange import export, format_of, is_text

    name = format_of(output, form)
    if output is None and sys.stdout.isatty() and not is_text(name):
        raise ConfigError(f"--format {name}", "is not for a terminal", "add --output FILE")
    paths = list(files) or _paths()
    content, notes = export(joined(paths, chosen(load_records(paths), domains, ())), name)
    _note(notes)
    write(content, output)


@glossary.command("import")
@click.argument("file", type=FILE)
@click.argument("output", type=FILE)
@_FORMAT
@click.option("--domain", default="", metavar="NAME", help="Domain of the glossary.")
@click.option("--force", is_flag=True, help="Replace OUTPUT when it is there.")
def glossary_import(file: Path, output: Path, form: str | None, domain: str, force: bool) -> None:
    """Make the glossary OUTPUT of a FILE of another program.

    Reads what export writes. Records have no examples unless the format holds them; see
    `tmqa glossary test`.

    Example: tmqa glossary import client.tbx client.toml --domain finance
    """
    from tmqa.output import write_whole
    from tmqa.terminology.exchange import format_of, read
    from tmqa.terminology.toml import glossary_toml

    if output.exists() and not force:
        raise ConfigError(str(output), "is there already", "name another file or use --force")
    found, notes = read(file, format_of(file, form), domain)
    _note(notes)
    write_whole(glossary_toml(found).encode("utf-8"), output)
    click.echo(f"{output}: {len(found.terms)} records", err=True)


def _note(notes: Iterable[str]) -> None:
    for note in notes:
        click.echo(f"tmqa: note: {note}", err=True)


@glossary.command("diff")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
def glossary_diff(old: Path, new: Path) -> None:
    """Print what changed from glossary OLD to NEW, which are files or folders of files.

    Lines begin with + for records added, - for removed, ~ for changed.

    Example: tmqa glossary diff last-release/glossaries glossaries
    """
    from tmqa.terminology.diff import differences, load_version

    for line in differences(load_version(old), load_version(new)):
        click.echo(line)


@glossary.command("suggest")
@click.argument("pairs", nargs=-1, type=FILE, required=True)
@click.option("--least", default=3, show_default=True, help="Segments that a word must stand in.")
@click.option(
    "--edited", type=FILE, help="The reviewed Georgian article, when the one of the pair is raw."
)
@click.option("--decisions", type=FILE, help="File of ids accepted and rejected earlier.")
@click.option("--accept", multiple=True, metavar="ID", help="Note in the file; repeatable.")
@click.option("--reject", multiple=True, metavar="ID", help="Note in the file; repeatable.")
@click.option("--presegmented", is_flag=True, help="One sentence a line, no segmentation.")
@click.option("--aligner", type=ALIGNER, help="How to align articles (default auto).")
@_glossary_options
def glossary_suggest(
    pairs: tuple[Path, ...],
    least: int,
    edited: Path | None,
    decisions: Path | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    glossaries: tuple[Path, ...],
    no_default_glossaries: bool,
    **options: Any,
) -> None:
    """Suggest records from checked translations: bilingual files, or articles two by two.

    Prints skeletons in TOML for source words whose renderings vary, and for such as no known
    rendering explains though one Georgian word recurs beside them. With --edited, prints them for
    words whose rendering the reviewer changed.

    Example: tmqa glossary suggest en.md ka.md memory.tmx --decisions decided.toml
    """
    from dataclasses import replace

    from tmqa.knowledge import load_knowledge
    from tmqa.review import read_sentences, translated_pairs
    from tmqa.terminology.decisions import Decisions, load_decisions, save_decisions
    from tmqa.terminology.edits import suggest_from_edits
    from tmqa.terminology.suggest import skeletons, suggest

    if decisions is None and (accept or reject):
        raise ConfigError("--accept", "has no file to be noted in", "add --decisions FILE")
    if edited is not None and len(pairs) != 2:
        raise ConfigError("--edited", "belongs to one pair", "give one SOURCE and one raw TARGET")
    decided = load_decisions(decisions) if decisions else Decisions()
    if decisions and (accept or reject):
        decided = decided.with_more(accept, reject)
        save_decisions(decided, decisions)
    config = config_of(options)
    config = replace(
        config,
        glossaries=(*config.glossaries, *map(str, glossaries)),
        default_glossaries=config.default_glossaries and not no_default_glossaries,
    )
    with Progress() as progress:
        progress("loading glossaries")
        knowledge = load_knowledge(config)
        segments = translated_pairs(pairs, config, knowledge.lexicon, progress)
        progress("mining")
        if edited is None:
            found = suggest(segments, knowledge, least, decided.decided)
        else:
            reviewed = read_sentences(edited, "ka", config)
            found = suggest_from_edits(segments, reviewed, knowledge, least, decided.decided)
    click.echo("\n".join(skeletons(found)), nl=False)
    click.echo(f"{len(found)} suggestions from {len(segments)} segments", err=True)


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
