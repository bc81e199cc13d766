"""One self-contained HTML page in which an editor works through the findings.

Every bead is a row, source left and target right, with its findings below. All text is in the
markup, so the page can be read and printed without JavaScript; `review.js` adds filters,
decisions and keys. Findings are numbered through the page, and the number ties a card to the
marked spans of its sentences.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PureWindowsPath
from string import Template
from typing import ClassVar

from tmqa.report._base import WrittenReport, bead_numbers, counts, score_line
from tmqa.values import Bead, BlockKind, Confidence, Finding, Location, Review, Sentence, Severity

SOURCE, TARGET = "en", "ka"
# Under this score the two sides of a bead are worth a look before its findings are believed.
# A card repeats a long quote, such as a whole omitted sentence, only as far as needed to know it.
QUOTE_LENGTH = 80

SEVERITIES = tuple(reversed(Severity))
CONFIDENCES = tuple(reversed(Confidence))
# Control characters may not stand in HTML; their Unicode pictures may, one for one.
CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
GEORGIAN = re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]+(?:[ \u2010-\u2015-]+[\u10a0-\u10ff]+)*")
# Characters that a quote must spell out to be seen, and spaces at its ends or in a row.
INVISIBLE = re.compile(
    r"[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]|^ | $| (?= )|(?<= ) "
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A finding with its number in the page and its row, -1 where no bead holds it."""

    number: int
    row: int
    finding: Finding


_Spans = Mapping[int, Sequence[tuple[Location, _Item]]]


class HtmlReport(WrittenReport):
    """A page for reviewing in the browser: aligned sentences, findings, filters, decisions."""

    name: ClassVar[str] = "html"
    suffix: ClassVar[str] = ".html"

    def render(self, reviews: tuple[Review, ...]) -> str:
        """The whole page as one string that needs no other file."""
        sections: list[str] = []
        first = 1
        for index, review in enumerate(reviews, 1):
            sections.append(_section(index, review, _items(review, first)))
            first += len(review.findings)
        return Template(_asset("review.html")).substitute(
            title=_escape(_pair_name(reviews[0])) if len(reviews) == 1 else "several article pairs",
            style=_asset("review.css"),
            script=_asset("review.js"),
            contents=_contents(reviews) if len(reviews) > 1 else "",
            severities="\n".join(
                _box("severity", severity, _badge(severity)) for severity in SEVERITIES
            ),
            rules=_rule_boxes(finding for review in reviews for finding in review.findings),
            sections="\n".join(sections),
        )


def _asset(name: str) -> str:
    """The text of a file in the folder `assets`."""
    return (files("tmqa.report") / "assets" / name).read_text(encoding="utf-8")


def _items(review: Review, first: int) -> list[_Item]:
    """The findings in page order: each under its target segment's bead, else its source's."""
    placed = zip(bead_numbers(review), review.findings, strict=True)
    in_order = sorted(placed, key=lambda pair: pair[0])
    return [_Item(n, row, finding) for n, (row, finding) in enumerate(in_order, first)]


def _escape(text: str) -> str:
    """The text as it may stand in an element or a quoted attribute."""
    return html.escape(text.translate(CONTROLS))


def _prose(text: str) -> str:
    """An English sentence whose Georgian words are marked as Georgian."""
    return GEORGIAN.sub(rf'<span lang="{TARGET}">\g<0></span>', _escape(text))


def _visible(text: str) -> str:
    """Quoted text whose invisible characters are shown by their code points."""
    return INVISIBLE.sub(lambda match: f"<i>U+{ord(match[0]):04X}</i>", _escape(text))


def _file_name(path: str) -> str:
    """The path as given, or its last part if absolute: a report is the same on every machine."""
    pure = PureWindowsPath(path)
    return pure.name if pure.root or pure.drive else pure.as_posix()


def _pair_name(review: Review) -> str:
    """Both file names, by which an article pair is known."""
    return f"{_file_name(review.source_path)} → {_file_name(review.target_path)}"


def _badge(severity: Severity) -> str:
    """The name of a severity in its colour and underline."""
    return f'<span class="badge" data-severity="{severity}">{severity.capitalize()}</span>'


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of ready cells; the first of each row is its head."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = (
        f'<tr><th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for head, *cells in rows
    )
    return (
        f"<table><caption>{caption}</caption><thead><tr><td></td>{columns}</tr></thead>\n"
        f"<tbody>{''.join(body)}</tbody></table>"
    )


def _contents(reviews: Sequence[Review]) -> str:
    """The table of contents: a link and the number of findings by severity for each pair."""
    rows = []
    for index, review in enumerate(reviews, 1):
        link = f'<a href="#pair-{index}">{_escape(_pair_name(review))}</a>'
        rows.append([link, *map(str, counts([review]).values())])
    table = _table(f"{len(reviews)} article pairs", [_badge(s) for s in SEVERITIES], rows)
    return f'<nav aria-label="Article pairs">{table}</nav>'


def _box(name: str, value: str, label: str) -> str:
    """A checkbox of the filters with room for the number of findings it lets through."""
    return (
        f'<label><input type="checkbox" name="{name}" value="{_escape(value)}" checked>{label}'
        "<small></small></label>"
    )


def _rule_boxes(findings: Iterable[Finding]) -> str:
    """One box a category, holding one box for each of its rules that has findings."""
    rules: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        rules[finding.category].add(finding.rule)
    return "\n".join(
        f'<fieldset><legend><label><input type="checkbox" data-all checked>{_escape(category)}'
        "</label></legend>"
        f"{''.join(_box('kind', f'{category} {rule}', _escape(rule)) for rule in sorted(names))}"
        "</fieldset>"
        for category, names in sorted(rules.items())
    )


def _section(index: int, review: Review, items: Sequence[_Item]) -> str:
    """One article pair: what is known about the whole, then its beads in order."""
    notices = "".join(f"<li>{_prose(notice)}</li>" for notice in review.notices)
    scores = "\n".join(f"<p>Score: {_escape(score_line(score))}</p>" for score in review.scores)
    alignment = review.alignment
    facts = (
        f"{len(alignment.source)} source and {len(alignment.target)} target segments in "
        f"{len(alignment.beads)} beads, aligner {alignment.aligner}"
    )
    return f"""<section id="pair-{index}" aria-labelledby="name-{index}">
<h2 id="name-{index}">{_escape(_pair_name(review))}</h2>
<p class="facts">{_escape(facts)}<br>Signature: <code>{_escape(review.signature)}</code></p>
{f'<ul class="notices">{notices}</ul>' if notices else ""}
{_summary(review.findings)}
{scores}
<div class="columns"><span>Source: {_escape(_file_name(review.source_path))}</span>\
<span>Target: {_escape(_file_name(review.target_path))}</span></div>
{_rows(review, items)}
</section>"""


def _summary(findings: Sequence[Finding]) -> str:
    """The table of findings by severity and confidence."""
    if not findings:
        return "<p>No findings.</p>"
    count = Counter((finding.severity, finding.confidence) for finding in findings)
    rows = []
    for severity in SEVERITIES:
        cells = [count[severity, confidence] for confidence in CONFIDENCES]
        rows.append([_badge(severity), *map(str, cells), str(sum(cells))])
    heads = [*(f"{confidence.capitalize()} confidence" for confidence in CONFIDENCES), "All"]
    return _table(f"Findings, unconfirmed: {len(findings)}", heads, rows)


def _rows(review: Review, items: Sequence[_Item]) -> str:
    """All beads with their findings; findings that have no place stand first."""
    sources = {sentence.index: sentence for sentence in review.alignment.source}
    targets = {sentence.index: sentence for sentence in review.alignment.target}
    source_spans = _spans((item.finding.source, item) for item in items)
    target_spans = _spans((item.finding.target, item) for item in items)
    cards: defaultdict[int, str] = defaultdict(str)
    for item in items:
        cards[item.row] += _card(item.number, item.finding)
    rows = [_row("bead", "", cards[-1])] if -1 in cards else []
    blocks = (-1, -1)
    for index, bead in enumerate(review.alignment.beads):
        source = [sources[i] for i in bead.source]
        target = [targets[i] for i in bead.target]
        here = (source[0].block if source else blocks[0], target[0].block if target else blocks[1])
        name = "bead" if here == blocks else "bead block"
        if all(sentence.is_boilerplate for sentence in source + target):
            name += " boilerplate"
        left = _side(source, source_spans) or _gap("added?", bead, target)
        right = _side(target, target_spans) or _gap("omitted?", bead, source)
        sides = f'<div lang="{SOURCE}">{left}</div>\n<div lang="{TARGET}">{right}</div>'
        rows.append(_row(name, _tags(bead, source + target) + sides, cards.get(index, "")))
        blocks = here
    return "\n".join(rows)


def _row(name: str, sides: str, cards: str) -> str:
    """One row of the page: aligned sentences and below them the findings, if any."""
    below = f'\n<ol class="cards">{cards}</ol>' if cards else ""
    return f'<div class="{name}">{sides}{below}</div>'


def _spans(places: Iterable[tuple[Location | None, _Item]]) -> _Spans:
    """The located findings of each segment of one side."""
    spans: defaultdict[int, list[tuple[Location, _Item]]] = defaultdict(list)
    for place, item in places:
        if place:
            spans[place.segment].append((place, item))
    return spans


def _tags(bead: Bead, sentences: Sequence[Sentence]) -> str:
    """What is out of the ordinary about a bead: block kind, shape, alignment score."""
    kinds = list(dict.fromkeys(sentence.kind for sentence in sentences))
    tags = [] if kinds == [BlockKind.PARAGRAPH] else [" / ".join(kinds).replace("-", " ")]
    if bead.shape != "1-1":
        tags.append(bead.shape)
    if bead.source and bead.target and bead.is_weak:
        tags.append(f"<strong>weak match {bead.score:.2f}</strong>")
    return f'<p class="tags">{"".join(f"<span>{tag}</span>" for tag in tags)}</p>' if tags else ""


def _side(sentences: Sequence[Sentence], spans: _Spans) -> str:
    """One side's sentences, each with its segment number; "" for an empty side."""
    parts = []
    for sentence in sentences:
        plain = sentence.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE)
        tag = "h3" if sentence.kind is BlockKind.HEADING else "p"
        number = f'<small title="line {sentence.line}">{sentence.index}</small>'
        text = _marked(sentence.text, spans.get(sentence.index, ()))
        name = "" if plain else f' class="{sentence.kind}"'
        parts.append(f"<{tag}{name}>{number}{text}</{tag}>")
    return "".join(parts)


def _gap(label: str, bead: Bead, partner: Sequence[Sentence]) -> str:
    """The labelled empty side of a null bead; site furniture needs no counterpart."""
    if all(sentence.is_boilerplate for sentence in partner):
        return '<p class="gap" lang="en">no counterpart</p>'
    return f'<p class="gap" lang="en">{label} <small>aligner {bead.score:.0%} sure</small></p>'


def _marked(text: str, spans: Sequence[tuple[Location, _Item]]) -> str:
    """The text with marks that never nest: overlapping spans are cut at each other's ends."""
    cuts = sorted({0, len(text), *(edge for at, _ in spans for edge in (at.start, at.end))})
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        points = [span for span in spans if span[0].start == span[0].end == start]
        cover = [span for span in spans if span[0].start <= start < span[0].end]
        pieces += [_mark("", points, start), _mark(text[start:end], cover, end)]
    return "".join(pieces)


def _mark(text: str, spans: Sequence[tuple[Location, _Item]], end: int) -> str:
    """A piece of text marked for its spans; those that end here show their numbers."""
    if not spans:
        return _escape(text)
    worst = max((item.finding.severity for _, item in spans), key=lambda severity: severity.rank)
    numbers = " ".join(str(item.number) for _, item in spans)
    ending = " ".join(str(item.number) for at, item in spans if at.end == end)
    shown = f' data-ends="{ending}"' if ending else ""
    return f'<mark data-severity="{worst}" data-f="{numbers}"{shown}>{_escape(text)}</mark>'


def _card(number: int, finding: Finding) -> str:
    """A finding: what it says, what it proposes, and the buttons that decide on it."""
    decide = (
        '<span class="decide"><button type="button" data-do="accept">Accept</button>'
        '<button type="button" data-do="reject">Reject</button></span>'
    )
    return f"""
<li class="card" id="f{number}" tabindex="-1" data-severity="{finding.severity}" \
data-confidence="{finding.confidence}" data-kind="{_escape(f"{finding.category} {finding.rule}")}" \
data-print="{_escape(finding.fingerprint)}">
<p class="head"><a href="#f{number}">{number}</a><strong>{finding.severity.capitalize()}</strong>\
<span>{finding.confidence} confidence</span><code>{_escape(finding.rule)}</code>\
<small>{_escape(finding.category)}</small></p>
<p>{_prose(finding.message)}</p>
{_change(finding)}{decide if finding.fingerprint else ""}</li>"""


def _change(finding: Finding) -> str:
    """The quoted source and target words and the replacements on offer."""
    parts = []
    if finding.source or finding.target:
        parts += [_quote(SOURCE, finding.source), "<span>→</span>", _quote(TARGET, finding.target)]
    fix = () if finding.fix is None else (finding.fix,)
    parts += [_offer(text, text in fix) for text in dict.fromkeys(fix + finding.suggestions)]
    return f'<p class="change">{"".join(parts)}</p>' if parts else ""


def _quote(lang: str, place: Location | None) -> str:
    """The words a finding points at, cut short if they are many."""
    if place is None or not place.quote:
        return "<span>nothing</span>"
    long = len(place.quote) > QUOTE_LENGTH
    text = place.quote[: QUOTE_LENGTH - 1] + "…" if long else place.quote
    return f'<q lang="{lang}">{_visible(text)}</q>'


def _offer(text: str, certain: bool) -> str:
    """A replacement to copy by a click, labelled if it is certain; "" stands for a deletion."""
    label = "<small>fix</small>" if certain else ""
    if not text:
        return f'<span class="copy">{label}delete</span>'
    return (
        f'<button type="button" class="copy" data-do="copy" value="{_escape(text)}">{label}'
        f'<span lang="{TARGET}">{_visible(text)}</span></button>'
    )
