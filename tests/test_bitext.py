"""Bilingual files: every unit is one segment pair, every character has its place in the file."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmqa.bitext import read_bitext
from tmqa.errors import InputError
from tmqa.values import Bitext, MarkupKind
from tmqa.xmltext import legal, xml_text

Pairs = list[tuple[str, str]]

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>{}</body></tmx>
"""
XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.html" source-language="en-US" target-language="ka-GE" datatype="html"><body>
{}
</body></file></xliff>
"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"
 trgLang="ka" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f">{}</file></xliff>
"""


def tu(*sides: tuple[str, str]) -> str:
    tuvs = "".join(f'<tuv xml:lang="{lang}"><seg>{seg}</seg></tuv>' for lang, seg in sides)
    return f"<tu><note>n</note><prop type='x'>p</prop>{tuvs}</tu>"


def trans(source: str, rest: str, attributes: str = "") -> str:
    return f'<trans-unit id="1" {attributes}><source>{source}</source>{rest}</trans-unit>'


def segment(source: str, rest: str, attributes: str = "") -> str:
    return f'<unit id="u" {attributes}><segment><source>{source}</source>{rest}</segment></unit>'


CASES: list[tuple[str, str, str, Pairs]] = [
    ("tmx", "plain", TMX.format(tu(("en", "One."), ("ka", "ერთი."))), [("One.", "ერთი.")]),
    (
        "tmx",
        "language variants in any order, other languages aside",
        TMX.format(tu(("ka-GE", "ერთი."), ("de", "Eins."), ("EN_gb", "One."))),
        [("One.", "ერთი.")],
    ),
    (
        "tmx",
        "codes go, highlighted text stays, references count once",
        TMX.format(
            tu(
                (
                    "en",
                    'A<bpt i="1">&lt;b&gt;<sub>no</sub></bpt>B<ept i="1">x</ept> &amp; <hi>C</hi>',
                ),
                ("ka", "ა<ph>{1}</ph>ბ &#x10D2;<it pos='begin'>t</it><![CDATA[ <დ ]]>"),
            )
        ),
        [("AB & C", "აბ გ <დ")],
    ),
    (
        "tmx",
        "no target or an empty one is an omission, no source an addition",
        TMX.format(
            tu(("en", "Two."), ("ka", "ორი."))
            + tu(("en", "Lost."))
            + tu(("en", "Empty."), ("ka", " <ph/> "))
            + tu(("ka", "მეტი."))
            + tu(("de", "Eins."))
        ),
        [("Two.", "ორი."), ("Lost.", ""), ("Empty.", ""), ("", "მეტი.")],
    ),
    (
        "tmx",
        "tags that were escaped are tags, comparisons are not",
        TMX.format(
            tu(("en", "&lt;p class=&quot;x&quot;&gt;a &lt; b&lt;br/&gt;c&lt;/p&gt;"), ("ka", "ა"))
        ),
        [("a < b c", "ა")],
    ),
    ("xlf", "1.2", XLIFF_1.format(trans("One.", "<target>ერთი.</target>")), [("One.", "ერთი.")]),
    (
        "xliff",
        "1.2: matches, notes, segmented copies and what is not for translation are left out",
        XLIFF_1.format(
            trans(
                "One.",
                "<seg-source><mrk mtype='seg' mid='1'>One.</mrk></seg-source>"
                "<target xml:lang='ka'>ერთი.</target><note>n</note>"
                "<alt-trans><source>Uno</source><target>უნო</target></alt-trans>",
            )
            + trans("KEY", "<target>KEY</target>", "translate='no'")
            + "<group translate='no'>"
            + trans("NO", "<target>NO</target>")
            + trans("Yes", "<target>დიახ</target>", "translate='yes'")
            + "</group>"
            + trans("French?", "<target xml:lang='fr'>Oui</target>")
        ),
        [("One.", "ერთი."), ("Yes", "დიახ"), ("French?", "")],
    ),
    (
        "xliff",
        "1.2: inline codes",
        XLIFF_1.format(
            trans(
                "<g id='1'>A</g><x id='2' ctype='lb'/>B<ph id='3'>{0}</ph>",
                "<target>ა<bx id='2'/> <mrk mtype='protected'>X</mrk><ex id='2'/></target>",
            )
        ),
        [("A B", "ა X")],
    ),
    (
        "xliff",
        "2.1: a segment is a unit; prefixes, matches and ignorable parts do not disturb",
        XLIFF_2.format(
            "<unit id='1'><mtc:matches><mtc:match ref='#1'><source>No</source>"
            "<target>არა</target></mtc:match></mtc:matches>"
            "<segment id='s1'><source>A<pc id='1'>B</pc></source><target>აბ</target></segment>"
            "<ignorable><source> </source></ignorable>"
            "<segment id='s2'><source>C<ph id='2' subType='xlf:lb'/>D</source></segment></unit>"
            + segment("E", "<target>ე</target>", "translate='no'")
        ),
        [("AB", "აბ"), ("C D", "")],
    ),
    (
        "po",
        "header, obsolete, context, continued lines and escapes",
        '# c\nmsgid ""\nmsgstr ""\n"Language: ka\\n"\n\n#: a.c:1\nmsgctxt "m"\n'
        'msgid "Say \\"hi\\""\n'
        'msgstr ""\n"თქვი "\n"„გამარჯობა“\\n"\n\n#~ msgid "Old"\n#~ msgstr "ძველი"\n\n'
        '#, c-format\n#| msgid "b"\nmsgid "a\\tb"\nmsgstr ""\n',
        [('Say "hi"', "თქვი „გამარჯობა“"), ("a b", "")],
    ),
    (
        "po",
        "plural forms",
        'msgid "%d cat"\nmsgid_plural "%d cats"\nmsgstr[0] "%d კატა"\nmsgstr[1] "%d კატა სულ"\n'
        'msgid "dog"\nmsgid_plural "dogs"\nmsgstr[0] "ძაღლი"\n',
        [("%d cat", "%d კატა"), ("%d cats", "%d კატა სულ"), ("dogs", "ძაღლი")],
    ),
    (
        "po",
        "markup",
        'msgid "Run <code>tmqa</code> or <a href=\\"x\\">read</a>"\n'
        'msgstr "გაუშვი <b>ან</b> <0>ეს</0>"\n',
        [("Run tmqa or read", "გაუშვი ან ეს")],
    ),
]


def read(folder: Path, suffix: str, text: str) -> Bitext:
    path = folder / f"file.{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_bitext(path)


def pairs(bitext: Bitext) -> Pairs:
    alignment = bitext.alignment
    return [
        (
            " ".join(alignment.source[i].text for i in bead.source),
            " ".join(alignment.target[j].text for j in bead.target),
        )
        for bead in alignment.beads
    ]


@pytest.mark.parametrize(
    ("suffix", "text", "expected"),
    [(suffix, text, expected) for suffix, _, text, expected in CASES],
    ids=[f"{suffix}: {name}" for suffix, name, _, _ in CASES],
)
def test_units_are_segment_pairs_with_places(
    tmp_path: Path, suffix: str, text: str, expected: Pairs
):
    bitext = read(tmp_path, suffix, text)
    assert pairs(bitext) == expected
    assert {bead.score for bead in bitext.alignment.beads} == {1.0}
    for article in (bitext.source, bitext.target):
        for block in article.blocks:
            for char, offset in zip(block.text, block.offsets, strict=True):
                there = text[offset]
                assert there == char or there in "&\\<" or (there.isspace() and char == " ")
            assert list(block.offsets) == sorted(block.offsets)
            assert block.line == text[: block.offsets[0]].count("\n") + 1


def test_code_and_protected_text_are_remembered(tmp_path: Path):
    bitext = read(tmp_path, "po", CASES[-1][2])
    assert [(m.kind, m.target) for m in bitext.alignment.source[0].markup] == [
        (MarkupKind.CODE, ""),
        (MarkupKind.LINK, "x"),
    ]
    [case] = [text for _, name, text, _ in CASES if name == "1.2: inline codes"]
    [markup] = read(tmp_path, "xlf", case).alignment.target[0].markup
    assert (markup.kind, markup.start, markup.end) == (MarkupKind.CODE, 2, 3)


def test_byte_order_mark_and_crlf_do_not_shift_lines(tmp_path: Path):
    path = tmp_path / "file.tmx"
    text = TMX.format(f"\n{tu(('en', 'One.'), ('ka', 'ერთი.'))}\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    [sentence] = read_bitext(path).alignment.target
    assert text[sentence.start : sentence.end] == "ერთი."
    assert sentence.line == 5


def test_fuzzy_entries_are_checked_with_a_notice(tmp_path: Path):
    entry = '#, fuzzy\nmsgid "a"\nmsgstr "ა"\n\n#, fuzzy, c-format\nmsgid "b"\nmsgstr ""\n'
    bitext = read(tmp_path, "po", entry)
    assert pairs(bitext) == [("a", "ა"), ("b", "")]
    assert bitext.notices == ("1 fuzzy entries are checked like finished ones",)


BOMB = """<?xml version="1.0"?>
<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<tmx version="1.4"><body>&b;</body></tmx>"""
FILE = """<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx>&a;</tmx>"""
PARAMETER = """<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://localhost/x">%a;]><tmx/>"""
UNUSABLE = [
    ("tmx", TMX.format("<tu><tuv>"), "file.tmx:4: is not well-formed XML (mismatched tag)"),
    ("tmx", TMX.format("a & b"), "not well-formed"),
    ("tmx", TMX.format("\x01"), "not well-formed"),
    ("tmx", "hello", "file.tmx:1: is not well-formed"),
    ("tmx", BOMB, "file.tmx:2: declares an entity"),
    ("tmx", FILE, "declares an entity"),
    ("tmx", PARAMETER, "declares an entity"),
    ("tmx", TMX.format(tu(("en", "a&nbsp;b"), ("ka", "ა"))), "unknown entity 'nbsp'"),
    ("tmx", "<xliff version='1.2'/>", "begins with <xliff>"),
    ("tmx", TMX.format(""), "its languages: none"),
    ("tmx", TMX.format(tu(("en", "a"), ("de", "b"))), "its languages: de, en"),
    ("tmx", TMX.format(tu(("en", " "), ("ka", " "))), "no readable text"),
    ("xlf", "<tmx/>", "begins with <tmx>"),
    ("xlf", "<xliff/>", "version ''"),
    ("xlf", "<xliff version='3.0'/>", "version '3.0'"),
    ("xlf", XLIFF_1.format("").replace("ka-GE", "de"), "en-US to de"),
    ("xlf", XLIFF_1.format(trans("a", "")).replace('"en-US"', '"ka"'), "ka to ka-GE"),
    ("xlf", "<xliff version='1.2'><file source-language='en'/></xliff>", "en to no language"),
    ("po", "msgid hello\n", "file.po:1: is not a line of a PO file"),
    ("po", 'msgid "a\nmsgstr "b"\n', "file.po:1: is not a line"),
    ("po", 'msgstr "b"\n', "msgstr out of place"),
    ("po", 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "file.po:2: has msgid out of place"),
    ("po", '\nmsgid "a"\n', "file.po:2: begins an entry without msgstr"),
    ("po", '"lonely"\n', "without a keyword"),
    ("po", 'msgid ""\nmsgstr "Language: de\\n"\nmsgid "a"\nmsgstr "b"\n', "into 'de'"),
    ("po", 'msgid ""\nmsgstr "Language: en_US\\n"\nmsgid "a"\nmsgstr "b"\n', "no translation"),
    ("po", 'msgid "a"\nmsgstr "Hallo"\n', "holds no Georgian"),
    ("po", "# nothing\n", "no readable text"),
]


@pytest.mark.parametrize(
    ("suffix", "text", "says"), UNUSABLE, ids=[f"{case[0]}: {case[2]}" for case in UNUSABLE]
)
def test_unusable_files_are_refused_with_their_place(
    tmp_path: Path, suffix: str, text: str, says: str
):
    with pytest.raises(InputError) as refused:
        read(tmp_path, suffix, text)
    assert says in str(refused.value)
    assert f"file.{suffix}" in refused.value.where


@pytest.mark.parametrize("text", ["<a>" * 200_000, "<tmx>" + "<x a='" * 1000, "<" * 500_000])
def test_deep_and_broken_documents_are_refused_quickly(tmp_path: Path, text: str):
    with pytest.raises(InputError):
        read(tmp_path, "xliff", text)


@given(st.sampled_from(CASES), st.data())
def test_damaged_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, str, str, Pairs], data: st.DataObject
):
    suffix, _, text, _ = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    damage = data.draw(st.text(st.sampled_from("<>/&;\"'\\#~[]!? \n0aა\0"), max_size=6))
    try:
        bitext = read(
            tmp_path_factory.mktemp("damaged"), suffix, text[:start] + damage + text[end:]
        )
    except InputError:
        return
    for side in (bitext.alignment.source, bitext.alignment.target):
        assert [s.index for s in side] == list(range(len(side)))
        assert all(s.text.strip() for s in side)


# A "<" may begin a tag, and a no-break space alone is no text.
PLAIN = st.text(st.characters(exclude_characters="<\xa0", exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=4))
def test_any_text_comes_back_from_xml_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: Pairs
):
    texts.append(("Known.", "ცნობილი."))
    units = [tu(("en", xml_text(source)), ("ka", xml_text(target))) for source, target in texts]
    clean = [(" ".join(legal(s).split()), " ".join(legal(t).split())) for s, t in texts]
    folder = tmp_path_factory.mktemp("xml")
    assert pairs(read(folder, "tmx", TMX.format("".join(units)))) == [p for p in clean if any(p)]


def test_a_compiled_mo_file_has_the_pairs_of_its_po_file(tmp_path: Path):
    text = 'msgid ""\nmsgstr "Language: ka\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    text += '\nmsgid "Good day."\nmsgstr "გამარჯობა."\n\nmsgid "Home"\nmsgstr "სახლი"\n'
    polib.pofile(text).save_as_mofile(str(tmp_path / "ka.mo"))
    found = set(pairs(read_bitext(tmp_path / "ka.mo")))
    assert found == {("Good day.", "გამარჯობა."), ("Home", "სახლი")}


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"msgid", None])
def test_a_damaged_mo_file_is_refused(tmp_path: Path, content: bytes | None):
    path = tmp_path / "ka.mo"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"ka\.mo"):
        read_bitext(path)


@pytest.mark.parametrize(
    "text",
    [text for suffix, name, text, _ in CASES if suffix == "po" and name != "markup"],
)
def test_po_texts_are_those_that_polib_reads(tmp_path: Path, text: str):
    expected = set()
    for entry in polib.pofile(text):
        if not entry.obsolete:
            one_form = len(entry.msgstr_plural) == 1
            expected |= {entry.msgid_plural if one_form else entry.msgid, entry.msgid_plural}
    got = {source for source, _ in pairs(read(tmp_path, "po", text))}
    assert got == {" ".join(text.split()) for text in expected} - {""}
