"""Alignments as files: written in every format, edited by hand, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import bead_formats
from hypothesis import given
from hypothesis import strategies as st

from tmqa.beads import write_beads
from tmqa.bitext import read_beads, read_bitext
from tmqa.errors import InputError
from tmqa.segment import sentence
from tmqa.values import GIVEN, Alignment, Article, Bead, Bitext, Block, BlockKind, Sentence

GOLDEN = Path(__file__).parent / "golden" / "beads"
SOURCE = ["Heading & <b>", "One cat sat.", "Yes.", "Two cats sat.", "Nobody saw it.", "Yes."]
TARGET = ["სათაური & <b>", "ორი კატა იჯდა.", "დიახ.", "ერთი კატა იჯდა. დიახ.", "დამატება."]
BEADS = (
    Bead((0,), (0,), 0.99),
    Bead((1, 2), (3,), 0.4),
    Bead((3,), (1,), 0.97),
    Bead((4,), (), 0.91),
    Bead((5,), (2,), 0.8),
    Bead((), (4,), 0.7),
)


def side(lang: str, texts: list[str]) -> tuple[Article, tuple[Sentence, ...]]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, tuple(range(len(text))), 1) for text in texts)
    kinds = [BlockKind.HEADING] + [BlockKind.PARAGRAPH] * len(texts)
    found = [replace(sentence(text, lang, i), kind=kinds[i]) for i, text in enumerate(texts)]
    return Article(lang, f"{lang} & co.md", "\n".join(texts), blocks), tuple(found)


@pytest.fixture(scope="module")
def bitext() -> Bitext:
    source, left = side("en", SOURCE)
    target, right = side("ka", TARGET)
    return Bitext(source, target, Alignment(left, right, BEADS, "test"), ("a <note>",))


@pytest.mark.parametrize("name", bead_formats())
def test_alignment_equals_its_golden_file(name: str, bitext: Bitext, update_golden: bool):
    from tmqa import __version__

    path = GOLDEN / f"beads.{name}"
    written = write_beads(bitext, name).replace(__version__, "VERSION")
    written = re.sub(r"(?s)(<style>).*?(</style>)", r"\1…\2", written)
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", bead_formats())
def test_an_empty_alignment_is_written_too(name: str, bitext: Bitext):
    empty = replace(bitext, alignment=Alignment((), (), (), "test"))
    assert write_beads(empty, name).endswith("\n") or name == "tsv"


def beads_of(bitext: Bitext) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in bitext.alignment.beads]


def taken_back(
    folder: Path, bitext: Bitext, name: str, edit: Callable[[str], str] = lambda text: text
) -> tuple[list[tuple[tuple[int, ...], tuple[int, ...]]], tuple[str, ...]]:
    path = folder / f"fixed.{name}"
    path.write_text(edit(write_beads(bitext, name)), encoding="utf-8")
    beads, notices = read_beads(path, bitext.alignment.source, bitext.alignment.target)
    assert all(bead.score == 1 for bead in beads)
    return [(bead.source, bead.target) for bead in beads], notices


@pytest.mark.parametrize("name", ["tsv", "tmx", "xliff"])
def test_what_was_written_comes_back(tmp_path: Path, bitext: Bitext, name: str):
    assert taken_back(tmp_path, bitext, name) == (beads_of(bitext), ())


def swap(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


@pytest.mark.parametrize("name", ["tmx", "xliff"])
@pytest.mark.parametrize(
    ("edit", "is_said"),
    [
        (swap("One cat sat. Yes.", "  One cat\n sat.   Yes. "), False),
        (swap("ორი კატა იჯდა.", "ორი კატა იჯდა! "), True),
        (swap("One cat sat. Yes.", "One black cat sat. Yes."), True),
    ],
    ids=["white space", "punctuation", "a word"],
)
def test_small_edits_of_text_are_tolerated_and_said(
    tmp_path: Path, bitext: Bitext, name: str, edit: Callable[[str], str], is_said: bool
):
    beads, notices = taken_back(tmp_path, bitext, name, edit)
    assert beads == beads_of(bitext)
    assert len(notices) == is_said


def test_texts_may_be_moved_joined_and_parted(tmp_path: Path, bitext: Bitext):
    def edit(text: str) -> str:
        text = swap("One cat sat. Yes.</seg>", "One cat sat.</seg>")(text)
        text = swap("<seg>Two cats sat.", "<seg>Yes. Two cats sat.")(text)
        text = swap("<seg>დამატება.</seg>", "<seg></seg>")(text)
        return swap('"ka"><seg></seg>', '"ka"><seg>დამატება.</seg>')(text)

    beads, notices = taken_back(tmp_path, bitext, "tmx", edit)
    assert beads == [
        ((0,), (0,)),
        ((1,), (3,)),
        ((2, 3), (1,)),
        ((4,), (4,)),
        ((5,), (2,)),
    ]
    assert notices == ()


def test_units_of_another_tool_come_back_whatever_their_order(tmp_path: Path, bitext: Bitext):
    def edit(text: str) -> str:
        units = re.findall(r"(?s)<tu .*?</tu>", text)
        kept = [re.sub(r"<prop.*?</prop>\n| tuid=\"\d+\"", "", unit) for unit in units]
        return text[: text.index("<tu ")] + "".join(reversed(kept)) + "</body></tmx>"

    beads, _ = taken_back(tmp_path, bitext, "tmx", edit)
    pair = dict(beads)
    assert pair[(3,)] == (1,)
    assert sorted(i for source, _ in beads for i in source) == list(range(6))


TABLE = "0\t0\n1,2\t3\n3\t1\n4\t\n5\t2\n\t4\n"
REFUSED = [
    ("tsv", swap("3\t1\n", "3\t9\n"), "line 3: target sentence 9 does not exist"),
    ("tsv", swap("3\t1\n", "3,2\t1\n"), "line 3: source sentence 2 stands in line 2 already"),
    ("tsv", swap("1,2\t3", "1,2\t3,3"), "line 2: target sentence 3 stands in line 2 already"),
    ("tsv", swap("4\t\n", ""), "source sentence 4 (“Nobody saw it.”) stands nowhere"),
    ("tsv", swap("4\t\n", "4\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "4\t\t\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "4\tx\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "-4\t\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "1,\t\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "٤\t\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", f"{'9' * 5000}\t\n"), "fixed.tsv:4: is not a bead"),
    ("tsv", swap("4\t\n", "4\t\n\t\n"), "fixed.tsv:5: is a bead without sentences"),
    ("tmx", swap("Nobody saw it.", ""), "sentence 4 (“Nobody saw it.”) stands nowhere"),
    ("tmx", swap("Nobody saw it.", "Something else stands here."), "unit 4: its source text"),
    ("tmx", swap("Nobody saw it.", "Nobody"), "unit 4: its source text “Nobody” is not in"),
    ("xliff", swap("დამატება.", "ერთი კატა იჯდა. დიახ."), "unit 6: its target text"),
    ("xliff", swap("</xliff>", ""), "is not well-formed XML"),
]


@pytest.mark.parametrize(
    ("name", "edit", "says"), REFUSED, ids=[f"{case[0]}: {case[2]}" for case in REFUSED]
)
def test_inconsistent_files_are_refused(
    tmp_path: Path, bitext: Bitext, name: str, edit: Callable[[str], str], says: str
):
    assert write_beads(bitext, "tsv") == TABLE
    with pytest.raises(InputError, match=re.escape(says)):
        taken_back(tmp_path, bitext, name, edit)


@given(st.data())
def test_any_regrouping_of_repeated_sentences_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    texts = data.draw(st.lists(st.sampled_from(["a", "aa", "ab", "b", "a b"]), max_size=8))
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(texts) - 1)))))
    edges = [0, *(cut for cut in cuts if cut < len(texts)), len(texts)]
    groups = [tuple(range(a, b)) for a, b in pairwise(edges) if a < b]
    source, left = side("en", ["first", *texts])
    target, right = side("ka", ["პირველი"])
    beads = [Bead((0,), (0,)), *(Bead(tuple(i + 1 for i in group), ()) for group in groups)]
    made = Bitext(source, target, Alignment(left, right, tuple(beads), "test"))
    path = tmp_path_factory.mktemp("beads") / "fixed.tmx"
    path.write_text(write_beads(made, "tmx"), encoding="utf-8")
    found, notices = read_beads(path, left, right)
    assert [bead.source for bead in found] == [bead.source for bead in beads]
    assert notices == ()


@pytest.mark.parametrize("name", ["tmx", "xliff"])
def test_a_written_file_is_a_bilingual_file(tmp_path: Path, bitext: Bitext, name: str):
    path = tmp_path / f"beads.{name}"
    path.write_text(write_beads(bitext, name), encoding="utf-8")
    shapes = [bead.shape for bead in read_bitext(path).alignment.beads]
    assert shapes == ["1-1", "1-1", "1-1", "1-0", "1-1", "0-1"]


def test_xml_says_which_beads_are_weak_or_moved(bitext: Bitext):
    units = ElementTree.fromstring(write_beads(bitext, "tmx")).findall("body/tu")
    props = [{p.get("type"): p.text for p in unit.findall("prop")} for unit in units]
    assert [p["x-tmqa-score"] for p in props] == [str(bead.score) for bead in BEADS]
    assert [n for n, p in enumerate(props) if "x-tmqa-weak" in p] == [1]
    assert [n for n, p in enumerate(props) if "x-tmqa-moved" in p] == [1]
    space = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    root = ElementTree.fromstring(write_beads(bitext, "xliff"))
    states = [target.get("state") for target in root.findall(".//x:target", space)]
    review, fine = "needs-review-translation", "translated"
    assert states == [fine, review, fine, "needs-translation", fine, review]


class _Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            assert key not in ("src", "onclick")
            if key == "href":
                self.links.append((value or "").removeprefix("#"))
            elif key == "id":
                self.ids.append(value or "")


def test_the_page_links_to_what_is_worth_a_look(bitext: Bitext):
    page = write_beads(bitext, "html")
    navigation = page[page.index("<nav") : page.index("</nav>")]
    assert _Links(navigation).links == ["bead-1", "bead-3", "bead-5"]
    parsed = _Links(page)
    assert parsed.ids == [f"bead-{n}" for n in range(len(BEADS))]
    assert set(parsed.links) <= set(parsed.ids)
    for text in ("weak match 0.40", "moved", "omitted?", "added?", "a &lt;note&gt;"):
        assert text in page
    assert "aligner 91% sure" in page
    given = replace(bitext, alignment=replace(bitext.alignment, aligner=GIVEN))
    assert "% sure" not in write_beads(given, "html")
    for forbidden in ("http://", "https://", "@import", "url(", "<b>", "<script"):
        assert forbidden not in page
