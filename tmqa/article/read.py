"""Reads an article file: decode, find its blocks by format, set site furniture aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tmqa.article import html, markdown, plain
from tmqa.errors import InputError
from tmqa.lang.boilerplate import holds_notice, is_anywhere, is_edge, looks_like_furniture
from tmqa.values import Article, Block, BlockKind

FORMATS = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text",
}  # fmt: skip
# No article has a paragraph this long; HTML may be written without line breaks.
LONGEST_LINE = {"markdown": 100_000, "text": 100_000, "html": 2_000_000}


def read_text(path: Path) -> str:
    """The decoded text of a UTF-8 file, without a BOM and with LF line ends.

    Raises `InputError` when the file is missing, unreadable, binary, empty or not UTF-8.
    """
    where = str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError(where, "no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(where, "is a folder", "name a file in it") from None
    except OSError as error:
        raise InputError(
            where, f"cannot be read ({error.strerror})", "check its permissions"
        ) from None
    if b"\0" in raw[:100_000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(where, "is a binary file", "give Markdown, HTML or plain text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            where, f"is not UTF-8 (byte {error.start})", "convert it to UTF-8 first"
        ) from None
    if not text.strip():
        raise InputError(where, "is empty", "give a file with text in it")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_article(path: Path, lang: str, presegmented: bool = False) -> Article:
    """The article in a Markdown, HTML or plain text file.

    With `presegmented` every non-blank line is one block, whatever the format. Raises
    `InputError` for a file that cannot be used.
    """
    text = read_text(path)
    form = FORMATS.get(path.suffix.lower())
    if form is None and not presegmented:
        raise InputError(
            str(path), f"has an unknown format {path.suffix!r}", "use .md, .html or .txt"
        )
    _check_lines(path, text, "text" if presegmented or form is None else form)
    meta: dict[str, str] = {}
    try:
        if presegmented:
            found = plain.lines_as_blocks(text)
        elif form == "markdown":
            found, meta = markdown.blocks(text)
        elif form == "html":
            found = html.blocks(text)
        else:
            found = plain.blocks(text)
    except InputError as error:
        raise InputError(f"{path} {error.where}", error.what, error.remedy) from None
    if not found:
        raise InputError(str(path), "holds no readable text", "give a file with prose in it")
    return Article(lang, str(path), text, _label(found), meta)


def _check_lines(path: Path, text: str, form: str) -> None:
    limit = LONGEST_LINE[form]
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > limit:
            raise InputError(
                f"{path}:{number}",
                f"line of {len(line):,} characters is over the limit of {limit:,}",
                "break the text into paragraphs",
            )


def _label(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks with site furniture labelled: lines known anywhere, runs at both edges.

    After the first known line of a closing run of short lines, the rest are furniture too.
    """
    known = {i for i, block in enumerate(blocks) if is_anywhere(block.text)}
    furniture = set(known)
    edge = {
        i
        for i, block in enumerate(blocks)
        if is_edge(block.text) or (i and holds_notice(block.text) and is_edge(blocks[i - 1].text))
    }
    tail = len(blocks)
    while tail and (looks_like_furniture(blocks[tail - 1].text) or tail - 1 in edge):
        tail -= 1
    furniture.update(range(min((i for i in known if i >= tail), default=len(blocks)), len(blocks)))
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        for i in order:
            if i not in edge:
                break
            furniture.add(i)
    if len(furniture) == len(blocks):  # a text of nothing else is not furniture of anything
        return blocks
    return tuple(
        replace(block, kind=BlockKind.BOILERPLATE) if i in furniture else block
        for i, block in enumerate(blocks)
    )
