"""Reading: blocks, kinds, offsets and site furniture of the three formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmqa.article import markdown, plain, read_article
from tmqa.values import Article, BlockKind, MarkupKind

MARKDOWN = """\
---
title: "A day"
author: N
---
# Title with *emph* &amp; `code`

Hello [link **bold**](http://a.b/c_(d)) and \\*stars\\*. Second
line wraps.

> quote text

- item one
  - inner item
1. numbered

| a | b |
|---|---|
| c d | e |

![alt text](x.png)

```
code block
```

<figure><figcaption>Caption &copy; here</figcaption></figure>

Last one.
"""
HTML = """\
<!DOCTYPE html><html><head><title>T</title><style>p {}</style></head>
<body><nav><a href="/">Start page</a> <a href="/n">All news</a></nav>
<article><h1>My title</h1>
<p>The first <b>paragraph</b> has enough words &amp; goes on for a while, so that an extractor
finds it worth keeping as the main text of the page.</p>
<ul><li>One item stands here<li>Two items stand there</ul>
<table><tr><th>Head</th><td>Cell</td></tr></table>
<figure><img src="x.png"><figcaption>The caption of a picture</figcaption></figure>
<blockquote>Quoted words by <a href="/p">somebody</a>.</blockquote>
<p>Another long paragraph of content follows, with enough words to be kept as main text too.</p>
<script>var x = "not text";</script></article>
<aside>Buy now</aside><footer>Imprint</footer></body></html>
"""


def read(tmp_path: Path, name: str, text: str, lang: str = "en") -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_article(path, lang)


def test_markdown_blocks_in_order(tmp_path: Path):
    article = read(tmp_path, "a.md", MARKDOWN)
    assert [(b.kind.value, b.text, b.line) for b in article.blocks] == [
        ("heading", "Title with emph & code", 5),
        ("paragraph", "Hello link bold and *stars*. Second line wraps.", 7),
        ("quote", "quote text", 10),
        ("list-item", "item one", 12),
        ("list-item", "inner item", 13),
        ("list-item", "numbered", 14),
        ("table-cell", "a", 16),
        ("table-cell", "b", 16),
        ("table-cell", "c d", 18),
        ("table-cell", "e", 18),
        ("caption", "alt text", 20),
        ("caption", "Caption © here", 26),
        ("paragraph", "Last one.", 28),
    ]
    assert article.meta == {"title": "A day", "author": "N"}


def test_markdown_remembers_inline_markup(tmp_path: Path):
    title, body = read(tmp_path, "a.md", MARKDOWN).blocks[:2]
    assert [(m.kind, title.text[m.start : m.end]) for m in title.markup] == [
        (MarkupKind.EMPHASIS, "emph"),
        (MarkupKind.CODE, "code"),
    ]
    assert [(m.kind, body.text[m.start : m.end], m.target) for m in body.markup] == [
        (MarkupKind.LINK, "link bold", "http://a.b/c_(d)"),
        (MarkupKind.STRONG, "bold", ""),
    ]


def test_html_blocks_in_order(tmp_path: Path):
    article = read(tmp_path, "a.html", HTML)
    assert [(b.kind.value, b.text.split(" ")[0], b.line) for b in article.blocks] == [
        ("boilerplate", "Start", 2),
        ("heading", "My", 3),
        ("paragraph", "The", 4),
        ("list-item", "One", 6),
        ("list-item", "Two", 6),
        ("table-cell", "Head", 7),
        ("table-cell", "Cell", 7),
        ("caption", "The", 8),
        ("quote", "Quoted", 9),
        ("paragraph", "Another", 10),
        ("boilerplate", "Buy", 12),
        ("boilerplate", "Imprint", 12),
    ]


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("a.html", HTML)])
def test_offsets_point_at_the_original_characters(tmp_path: Path, name: str, text: str):
    article = read(tmp_path, name, text)
    for block in article.blocks:
        assert len(block.offsets) == len(block.text)
        assert list(block.offsets) == sorted(block.offsets)
        for char, offset in zip(block.text, block.offsets, strict=True):
            original = article.text[offset]
            assert original == char or original in "\\&" or (char == " " and original.isspace())


def test_plain_text_blocks(tmp_path: Path):
    wrapped = (
        "This paragraph is wrapped by hand at about the same\n"
        "width in every line, as old text files and mails\n"
        "often are.\n"
    )
    text = f"A title\n\n{wrapped}\nOne line of its own.\nAnd the next is another sentence.\n"
    article = read(tmp_path, "a.txt", text)
    assert [(b.kind.value, b.text) for b in article.blocks] == [
        ("heading", "A title"),
        ("paragraph", " ".join(wrapped.split())),
        ("paragraph", "One line of its own."),
        ("paragraph", "And the next is another sentence."),
    ]


def test_bom_and_crlf_are_accepted(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfTitle\r\n\r\nText here.\r\n")
    article = read_article(tmp_path / "a.txt", "en")
    assert [b.text for b in article.blocks] == ["Title", "Text here."]
    assert article.text[article.blocks[0].offsets[0]] == "T"


@pytest.mark.parametrize(
    ("lang", "lines", "furniture"),
    [
        ("en", ["Home", "The story begins.", "It ends.", "Related articles", "Close"], {0, 3, 4}),
        ("en", ["First words.", "Share this article", "More words here."], {1}),
        (
            "en",
            ["How to search", "Search", "Searching is easy.", "We use cookies in cakes."],
            set(),
        ),
        ("ka", ["მთავარი", "ამბავი იწყება.", "დახურვა", "© 2024 ყველა უფლება დაცულია"], {0, 2, 3}),
        ("ka", ["ამბავი.", "გააზიარეთ ეს სტატია", "გაგრძელება.", "კომენტარები (3)"], {1, 3}),
        ("ka", ["ამბავი.", "წაიკითხეთ აგრეთვე", "ახალი ხიდი ქალაქში", "უცნობი ღილაკი"], {1, 2, 3}),
        ("ka", ["რეკლამა", "რეკლამა ძვირია.", "რეკლამა", "ის იაფდება."], {0}),
        ("ka", ["ამბავი.", "Facebook Twitter Telegram", "წინა გვერდი 1 2 შემდეგი გვერდი"], {1, 2}),
    ],
)
def test_site_furniture_is_labelled(
    tmp_path: Path, lang: str, lines: list[str], furniture: set[int]
):
    article = read(tmp_path, "a.txt", "\n\n".join(lines), lang)
    found = {i for i, b in enumerate(article.blocks) if b.kind is BlockKind.BOILERPLATE}
    assert found == furniture


@given(st.text(max_size=300))
def test_any_markdown_is_read_with_honest_offsets(text: str):
    text = text.replace("\r", "\n").replace("\0", "")
    if "tmqa:" in text:
        return
    blocks, _ = markdown.blocks(text)
    for block in blocks:
        assert len(block.offsets) == len(block.text)
        assert all(0 <= offset < len(text) for offset in block.offsets)


@given(st.text(max_size=300))
def test_any_plain_text_is_kept(text: str):
    kept = "".join(b.text for b in plain.blocks(text))
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]
