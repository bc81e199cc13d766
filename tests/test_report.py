"""Reports: every format renders one fixed review exactly as its golden file shows."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest

from tmqa.article import plain
from tmqa.checks import all_checks
from tmqa.knowledge import Knowledge
from tmqa.report import get_report, report_names
from tmqa.review import check_alignment
from tmqa.score import mqm
from tmqa.segment import sentences
from tmqa.termbase import TermBase
from tmqa.values import Alignment, Article, Bead, Bitext, Review

GOLDEN = Path(__file__).parent / "golden" / "report"
SOURCE = (
    "Prices & <b>rents</b>\n\n"
    "Prices rose by 2.8 per cent. The costs did not fall.\n\n"
    "Nobody knows why | really.\n\n"
    "Read every tweet.\n"
)
TARGET = (
    "ფასები & <b>ქირა</b>\n\n"
    "ფასები 28 პროცენტით გაიზარდა. ხარჯები შემცირდა.\n\n"
    "წაიკითხეთ ყოველი tweet tweet.\n\n"
    "დამატებითი წინადადება აქ დგას.\n\n"
    "დახურვა\n"
)


@pytest.fixture(scope="module")
def review() -> Review:
    from tmqa.article.read import _label

    articles, sides = [], []
    for lang, text in (("en", SOURCE), ("ka", TARGET)):
        article = Article(lang, f"{lang}.txt", text, _label(plain.blocks(text)))
        articles.append(article)
        sides.append(sentences(article))
    beads = (
        Bead((0,), (0,), 0.99),
        Bead((1,), (1,), 0.98),
        Bead((2,), (2,), 0.97),
        Bead((3,), (), 0.95),
        Bead((4,), (3,), 0.4),
        Bead((), (4,), 0.92),
        Bead((), (5,), 1.0),
    )
    alignment = Alignment(sides[0], sides[1], beads, "test")
    findings = tuple(check_alignment(alignment, all_checks().values(), Knowledge(TermBase([]))))
    scores = (mqm(findings, sides[0]),)
    bitext = Bitext(articles[0], articles[1], alignment, ("a note",))
    rules = tuple(check.rule for check in all_checks().values())
    return Review(bitext, findings, scores, "tmqa:test", rules)


@pytest.mark.parametrize("name", report_names())
def test_report_equals_its_golden_file(name: str, review: Review, update_golden: bool):
    report = get_report(name)
    path = GOLDEN / f"review{report.suffix}{'' if report.is_text else '.txt'}"
    # The version, the style sheet and the script are not what these files are about.
    content = report.encode((review,))
    rendered = content.decode("utf-8") if report.is_text else _cells(content)
    rendered = rendered.replace(_version(), "VERSION")
    rendered = re.sub(r"(?s)(<(style|script)[^>]*>).*?(</\2>)", r"\1…\3", rendered)
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rendered, encoding="utf-8", newline="\n")
    assert rendered == path.read_text(encoding="utf-8")


def _cells(workbook: bytes) -> str:
    """All cells of a workbook, one line a row, in the order of its sheets."""
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    return "".join(
        f"[{sheet.title}]\n"
        + "".join(
            "\t".join("" if cell is None else str(cell) for cell in row) + "\n"
            for row in sheet.values
        )
        for sheet in sheets
    )


def _version() -> str:
    import tmqa

    return tmqa.__version__


@pytest.mark.parametrize("name", report_names())
def test_report_has_its_page_and_renders_nothing_and_two(name: str, review: Review):
    report = get_report(name)
    assert report.name == name
    assert report.suffix.startswith(".")
    assert (type(report).__doc__ or "").strip()
    for reviews in ((), (review, review)):
        content = report.encode(reviews)
        assert content == get_report(name).encode(reviews)
        assert content.endswith(b"\n") or not report.is_text


def test_html_report_loads_nothing_and_escapes_text(review: Review):
    page = get_report("html").encode((review,)).decode("utf-8")
    assert "<b>" not in page
    for forbidden in ("http://", "https://", "@import", "url("):
        assert forbidden not in page
