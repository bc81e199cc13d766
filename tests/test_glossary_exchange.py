"""`tmqa glossary export` and `import`: what goes out comes back, and losses are said."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_glossary_commands import art, record, run

from tmqa.lang.ka.forms import is_plain
from tmqa.lang.ka.nominal import plain
from tmqa.resources import default_glossaries
from tmqa.termbase import Example, Glossary, Term, load_glossary
from tmqa.terminology.exchange import FORMATS, export, read
from tmqa.terminology.exchange.table import COLUMNS, split

__all__ = ["art"]

HARD = r"""
[glossary]
name = "hard"
title = "Hard; cases"
keywords = ["a;b"]
[[term]]
id = "24-7"
kind = "idiom"
source = ["a; \\ b", "=sum", "plain"]
gloss = "two\nlines, \"quotes\", \ttab & <sign>"
domains = ["b", "a; c"]
preferred = ["ამწე"]
admitted = ["=კურსს", "+კურნ", "=", "კარ-კარ"]
consistent = true
category = "style/unidiomatic"
severity = "neutral"
note = "'=also a formula"
  [[term.example]]
  source = "One; two."
  bad = "[[ა]]; ბ"
  [[term.example]]
  source = "Three"
  good = "ა \\; ბ"
  [[term.example]]
  source = "Four"
  good = "ა;"
""".replace('"=", ', "")


@pytest.fixture
def hard(art: Path) -> Path:
    path = art.with_name("hard.toml")
    path.write_text(HARD, encoding="utf-8")
    return path


def round_trip(path: Path, name: str, folder: Path) -> tuple[Glossary, Glossary]:
    """The glossary before and after a format."""
    glossary = load_glossary(path)
    file = folder / f"{glossary.name}.{name}"
    file.write_bytes(export(glossary, name)[0])
    return glossary, read(file, name)[0]


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
def test_tables_lose_no_field_of_any_record(hard: Path, tmp_path: Path, name: str):
    for path in (hard, tmp_path / "art.toml", *default_glossaries()[::3]):
        before, after = round_trip(path, name, tmp_path)
        assert after.terms == before.terms
        assert after.name == before.name
        if name == "xlsx":
            assert (after.title, after.keywords) == (before.title, before.keywords)


def of_words(term: Term) -> Term:
    """The record as far as TBX-Basic can hold it."""
    renderings = {
        name: tuple(dict.fromkeys(plain(p) for p in getattr(term, name) if is_plain(p)))
        for name in ("preferred", "admitted", "deprecated")
    }
    return replace(
        term, **renderings, required=True, consistent=False, category="accuracy/mistranslation",
        severity=type(term.severity)("major"), cues=(), unless=(), cueless=(), examples=(),
        source=tuple(
            s
            for s in term.source
            if "|" not in s
            and not {"...", "one's"} & set(s.split())
            and not re.search(r"\w/(n|v|adj)\b", s)
        ),
    )  # fmt: skip


def test_tbx_holds_terms_with_their_status(hard: Path, tmp_path: Path):
    for path in (tmp_path / "art.toml", *default_glossaries()[::3]):
        before, after = round_trip(path, "tbx", tmp_path)
        expected = {t.id: of_words(t) for t in before.terms}
        expected = {i: t for i, t in expected.items() if t.source and (t.preferred or t.deprecated)}
        assert {term.id: term for term in after.terms} == expected
        assert after.title == before.title


def test_tbx_leaves_out_what_has_no_words(hard: Path, capfd: pytest.CaptureFixture[str]):
    """Every language section of a concept must hold a term, or the file is no TBX."""
    text = record("gap", source="mix ... up", preferred="ამწე") + record(
        "pattern", source="crane", deprecated="კრან*"
    )
    hard.write_text(text + record("whole", source="crane", preferred="ამწე"), encoding="utf-8")
    assert run("export", "hard.toml", "-o", "hard.tbx") == 0
    assert "2 records that have no plain words in both languages" in capfd.readouterr().err
    assert run("import", "hard.tbx", "back.toml") == 0
    assert [t.id for t in load_glossary(hard.with_name("back.toml")).terms] == ["whole"]


def test_tbx_is_well_formed_and_says_what_it_is(art: Path):
    assert run("export", "art.toml", "-o", "art.tbx") == 0
    root = ElementTree.parse(art.with_name("art.tbx")).getroot()
    space = "{urn:iso:std:iso:30042:ed-2}"
    assert (root.tag, root.get("type"), root.get("style")) == (f"{space}tbx", "TBX-Basic", "dca")
    first = root.find(f".//{space}conceptEntry")
    assert first is not None
    found = [
        (section.get("{http://www.w3.org/XML/1998/namespace}lang"), term.findtext(f"{space}term"),
         term.findtext(f"{space}termNote"))
        for section in first.iter(f"{space}langSec") for term in section.iter(f"{space}termSec")
    ]  # fmt: skip
    assert found == [
        ("en", "curate", None),
        ("en", "content curation", None),
        ("ka", "შერჩევა", "preferredTerm-admn-sts"),
        ("ka", "კურირება", "preferredTerm-admn-sts"),
        ("ka", "განკურნება", "deprecatedTerm-admn-sts"),
        ("ka", "კურსი", "deprecatedTerm-admn-sts"),
    ]


def test_tmx_holds_sources_and_preferred_renderings(tmp_path: Path, art: Path):
    for path in (art, default_glossaries()[-1]):
        before, after = round_trip(path, "tmx", tmp_path)
        expected = {t.id: of_words(t) for t in before.terms}
        assert {t.id: (t.source, t.preferred) for t in after.terms} == {
            i: (t.source, t.preferred) for i, t in expected.items() if t.source and t.preferred
        }


@pytest.mark.parametrize("name", ["deepl", "google"])
def test_pairs_hold_one_rendering_a_source(art: Path, capfd: pytest.CaptureFixture[str], name: str):
    other = '[[term]]\nid = "z"\nsource = ["crane", "mix ... up"]\npreferred = ["წ(ე)რო"]\n'
    art.write_text(f"{art.read_text('utf-8')}\n{other}", encoding="utf-8")
    assert run("export", "art.toml", "--format", name) == 0
    captured = capfd.readouterr()
    rows = [line.split("," if name == "google" else "\t") for line in captured.out.splitlines()]
    assert rows == [
        ["curate", "შერჩევა"],
        ["content curation", "შერჩევა"],
        ["crane", "წერო"],  # the record without cues
        ["piece of cake", "ადვილი საქმე"],
    ]
    assert f"{name} cannot hold kind (1), gloss (1), cues (1)" in captured.err
    assert "1 English patterns with slots" in captured.err
    assert "3 are left out" in captured.err
    suffix = "csv" if name == "google" else "tsv"
    art.with_name(f"pairs.{suffix}").write_text(captured.out, encoding="utf-8")
    assert run("import", f"pairs.{suffix}", "back.toml", "--format", name) == 0
    back = load_glossary(art.with_name("back.toml"))
    assert [[t.source[0], t.preferred[0]] for t in back.terms] == rows
    assert [t.id for t in back.terms] == ["curate", "content-curation", "crane", "piece-of-cake"]


@pytest.mark.parametrize("name", FORMATS)
def test_export_and_import_by_command(art: Path, capfd: pytest.CaptureFixture[str], name: str):
    suffix = {"deepl": "tsv", "google": "csv"}.get(name, name)
    assert run("export", "art.toml", "--format", name, "-o", f"out.{suffix}") == 0
    written = art.with_name(f"out.{suffix}").read_bytes()
    assert run("export", "art.toml", "--format", name, "-o", "again") == 0
    assert art.with_name("again").read_bytes() == written
    assert ("cannot hold" in capfd.readouterr().err) == (name != "xlsx")
    options = ["--domain", "painting"]
    assert run("import", f"out.{suffix}", "in.toml", "--format", name, *options) == 0
    glossary = load_glossary(art.with_name("in.toml"))
    assert glossary.domain == "painting"
    assert glossary.terms[0].source[0] == "curate"
    assert run("import", f"out.{suffix}", "in.toml", "--format", name) == 2
    assert "is there already" in capfd.readouterr().err
    assert run("import", f"out.{suffix}", "in.toml", "--format", name, "--force") == 0


def test_a_spreadsheet_of_semicolons_and_any_order_of_columns_is_read(art: Path):
    text = "preferred;source;note\nამწე;crane\n;;\nწყალი;water;wet\n"
    art.with_name("s.csv").write_text("\ufeff" + text, encoding="utf-8")
    assert run("import", "s.csv", "s.toml") == 0
    found = load_glossary(art.with_name("s.toml"))
    assert [(t.id, t.preferred, t.note) for t in found.terms] == [
        ("crane", ("ამწე",), ""),
        ("water", ("წყალი",), "wet"),
    ]


def test_foreign_files_are_read(art: Path, capfd: pytest.CaptureFixture[str]):
    """TBX 2 of another program, a memory without our ids, DeepL's own export of four columns."""
    art.with_name("old.tbx").write_text(
        '<?xml version="1.0"?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt>'
        "<title>Bank terms</title></titleStmt></fileDesc></martifHeader><text><body>"
        '<termEntry id="IATE 12"><descrip type="subjectField">finance</descrip>'
        '<langSet xml:lang="en-GB"><ntig><termGrp><term>exchange rate</term></termGrp></ntig>'
        '</langSet><langSet xml:lang="ka"><tig><term>გაცვლითი კურსი</term></tig></langSet>'
        '</termEntry><termEntry id="x"><langSet xml:lang="de"><tig><term>Kurs</term></tig>'
        "</langSet></termEntry></body></text></martif>",
        encoding="utf-8",
    )
    assert run("import", "old.tbx", "old.toml") == 0
    assert "1 concepts without English or Georgian are left out" in capfd.readouterr().err
    old = load_glossary(art.with_name("old.toml"))
    [term] = old.terms
    assert (old.title, old.domain, term.id) == ("Bank terms", "finance", "iate-12")
    assert (term.source, term.preferred) == (("exchange rate",), ("გაცვლითი კურსი",))
    art.with_name("memory.tmx").write_text(
        '<tmx version="1.4"><body>'
        '<tu><tuv xml:lang="en"><seg>crane</seg></tuv><tuv xml:lang="ka"><seg>ამწე</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>crane</seg></tuv><tuv xml:lang="ka"><seg>წერო</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>only</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert run("import", "memory.tmx", "memory.toml") == 0
    assert "1 units in one language" in capfd.readouterr().err
    [term] = load_glossary(art.with_name("memory.toml")).terms
    assert (term.id, term.preferred) == ("crane", ("ამწე", "წერო"))
    art.with_name("deepl.csv").write_text("en,ka\ncrane,ამწე,en,ka\n\n", encoding="utf-8")
    assert run("import", "deepl.csv", "deepl.toml", "--format", "deepl") == 0
    assert [t.id for t in load_glossary(art.with_name("deepl.toml")).terms] == ["crane"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"", "a.csv: is empty"),
        ("a.csv", b"id,source\nx,y\n", "a.csv:1: lacks source or preferred"),
        ("a.csv", "source,preferred,colour\nx,ამწე,1\n".encode(), "unknown column 'colour'"),
        ("a.csv", "source,preferred\nx,ა\n".encode(), "a.csv:2 term 'x': preferred 'ა' has a word"),
        ("a.csv", "source,preferred\n,ამწე\n".encode(), "a.csv:2 term 'term': source is missing"),
        ("a.csv", b'source,preferred\n"x,y\n', "is damaged"),
        ("a.csv", "source,preferred\nx,ამწე,და\n".encode(), "a.csv:2: has more cells"),
        ("a.csv", "id,source,preferred\na,x,ამწე\na,y,ამწე\n".encode(), "a.csv:3 term 'a': id is"),
        ("a.csv", "source,preferred,required\nx,ამწე,maybe\n".encode(), "neither yes nor no"),
        ("a.csv", "source,preferred,severity\nx,ამწე,bad\n".encode(), "severity 'bad' is unknown"),
        ("a.csv", "source,preferred,example_bad\nx,ამწე,ბ\n".encode(), "more translations"),
        ("a.csv", b"\xff\xfe\x00", "a.csv"),
        ("a.csv", b"source,preferred\n", "holds no record"),
        ("a.tsv", b"source,preferred\n", "unknown column"),
        ("a.xlsx", b"PK no workbook", "is not an XLSX workbook"),
        ("a.tbx", b"<tbx><text>", "a.tbx:1: is not well-formed XML"),
        ("a.tbx", b"<html></html>", "begins with <html>"),
        ("a.tbx", b'<tbx style="dct"></tbx>', "style DCT"),
        ("a.tbx", b'<tbx style="dca"></tbx>', "holds no record"),
        ("a.tmx", b"<tmx><body></body></tmx>", "has no unit in both"),
        ("a.odt", b"one\n", "has no known format"),
        ("missing.csv", None, "missing.csv: no such file"),
        ("missing.xlsx", None, "missing.xlsx: cannot be read"),
    ],
)  # fmt: skip
def test_malformed_files_give_one_line_and_status_2(
    art: Path, capfd: pytest.CaptureFixture[str], name: str, content: bytes | None, says: str
):
    if content is not None:
        art.with_name(name).write_bytes(content)
    assert run("import", name, "out.toml") == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert says in error
    assert not art.with_name("out.toml").exists()


def test_a_row_that_is_no_pair_is_named(art: Path, capfd: pytest.CaptureFixture[str]):
    art.with_name("p.tsv").write_text("crane\tამწე\nwater\n", encoding="utf-8")
    assert run("import", "p.tsv", "p.toml", "--format", "deepl") == 2
    assert "p.tsv:2: is not a pair of terms" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", []), ("a", ["a"]), ("a; b", ["a", "b"]),
        (r"a\; b", ["a; b"]), (r"a\\; b", ["a\\", "b"]),
        ("; b", ["", "b"]), ("a; ", ["a", ""]), ("a;;b", ["a", "", "b"]),
    ],
)  # fmt: skip
def test_cells_are_parted(cell: str, values: list[str]):
    assert split(cell) == values


def test_the_columns_of_a_table_are_all_fields_of_a_record():
    fields = set(Term.__dataclass_fields__) - {"examples"}
    assert set(COLUMNS) == fields | {f"example_{f}" for f in Example.__dataclass_fields__}
