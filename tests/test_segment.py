"""Segmenting: sentence boundaries and tokens in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tmqa.resources import corpora
from tmqa.segment.boundaries import boundaries
from tmqa.segment.sentences import tokens

# `|` marks each boundary.
SENTENCES = [
    ("en", "It rained.| We stayed in.| Why?| Because."),
    ("en", "Dr. Smith met Mrs. Jones at 5 p.m. on Main St. in Boston.| They talked."),
    ("en", "He works for Acme Inc. in the U.S. and likes it.| She left the U.S.| The end."),
    ("en", "J. K. Rowling wrote it.| See Fig. 3 and No. 5.| He said no.| Really no."),
    ("en", "“Come in!” she said.| “Sit down.”| He sat."),
    ("en", "It costs $3.50, e.g. at Ben's, i.e. here.| Fine."),
    ("en", "They waited… and waited.| Then… nothing came."),
    ("en", "1. First point.| iPhone sales rose.| eBay fell."),
    ("en", "He was born in Sept. 1990.| She came in Sept.| He did not."),
    ("en", "A gap of 8 in. between them.| Air was pumped in.| Tell us.| It has 12 lb. of sand."),
    ("ka", "წვიმდა.| ჩვენ შინ დავრჩით.| რატომ?| იმიტომ!"),
    ("ka", "ე.წ. „ცივი ომი“ დასრულდა.| ძვ.წ. I საუკუნეში, ე.ი. დიდი ხნის წინ, ქ. რომში."),
    ("ka", "ვაშლი, მსხალი და ა.შ.| მან ყველაფერი იყიდა."),
    ("ka", "1990 წ. 5 მაისს ა. ბ. კობახიძე დაიბადა.| შემდეგ წავიდა."),
    ("ka", "„მოდი აქ!“ თქვა დედამ.| „დაჯექი.“| ბიჭი დაჯდა."),
    ("ka", "„რატომ?“ – იკითხა მან.| პასუხი არ იყო."),
    ("ka", "ის ელოდა… და ელოდა.| ბოლოს მოვიდა."),
    ("ka", "დოქტ. გელაშვილმა წმ. ნინოს ქუჩაზე 3,5 კმ. გაიარა.| დაიღალა."),
    ("ka", "მან Apple-ის ტელეფონი იყიდა.| iPhone ძვირია.| სულ ესაა."),
]  # fmt: skip
TOKENS = [
    ("ka", "„Facebook-ის გვერდი“, თქვა.", ["„", "Facebook-ის", "გვერდი", "“", ",", "თქვა", "."]),
    ("ka", "25,5%-ით და ა.შ. ნელ-ნელა", ["25,5%-ით", "და", "ა.შ.", "ნელ-ნელა"]),
    ("ka", "(კარგია!) იხ. https://a.ge/b", ["(", "კარგია", "!", ")", "იხ.", "https://a.ge/b"]),
    ("ka", "წავიდა.მოვიდა", ["წავიდა", ".", "მოვიდა"]),
    ("en", "The company's well-known.", ["The", "company", "'s", "well", "-", "known", "."]),
]


@pytest.mark.parametrize(("lang", "marked"), SENTENCES)
def test_boundaries_stand_where_marked(lang: str, marked: str):
    parts = marked.split("|")
    expected, length = [], 0
    for part in parts[:-1]:
        length += len(part)
        expected.append(length)
    assert list(boundaries("".join(parts), lang)) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), TOKENS)
def test_tokens(lang: str, text: str, expected: list[str]):
    assert [token.text for token in tokens(text, lang)] == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.sampled_from(["en", "ka"]))
def test_any_text_gives_rising_boundaries_and_honest_tokens(text: str, lang: str):
    found = list(boundaries(text, lang))
    assert found == sorted(set(found))
    assert all(0 < end <= len(text) for end in found)
    for token in tokens(text, lang):
        assert text[token.start : token.end] == token.text


def test_spacy_knows_georgian():
    nlp = spacy.blank("ka")
    doc = nlp("ოცდახუთი კაცი და 25 ქალი.")
    assert [t.text for t in doc if t.like_num] == ["ოცდახუთი", "25"]
    assert [t.text for t in doc if t.is_stop] == ["და"]
    assert doc[-1].is_punct


def test_spacy_pipe_sets_sentences():
    nlp = spacy.blank("ka")
    nlp.add_pipe("tmqa_sentencizer")
    doc = nlp("ე.წ. „ცივი ომი“ დასრულდა. ქ. გორში წავიდა! კარგია.")
    assert [s.text for s in doc.sents] == [
        "ე.წ. „ცივი ომი“ დასრულდა.",
        "ქ. გორში წავიდა!",
        "კარგია.",
    ]


@pytest.mark.parametrize("folder", corpora(), ids=lambda p: p.name)
@pytest.mark.parametrize("lang", ["en", "ka"])
def test_corpus_articles_are_segmented_as_a_reader_sees_them(folder: Path, lang: str):
    from tmqa.article import read_article
    from tmqa.segment import sentences

    gold = (folder / f"{lang}.sentences.txt").read_text("utf-8").splitlines()
    found = [s.text for s in sentences(read_article(folder / f"{lang}.md", lang))]
    assert found == gold
