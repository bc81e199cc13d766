"""One self-contained HTML page in which an editor works through the findings.

Every bead is a row, source left and target right, with its findings below. All text is in the
markup, so the page can be read and printed without JavaScript; `review.js` adds filters,
decisions and keys. Findings are numbered through the page, and the number ties a card to the
marked spans of its sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from typing import ClassVar

from tmqa.page import (
    CONFIDENCES,
    SEVERITIES,
    SOURCE,
    TARGET,
    Mark,
    badge,
    escape,
    file_name,
    prose,
    rows,
    style,
    table,
    visible,
)
from tmqa.report._base import WrittenReport, bead_numbers, counts, score_line
from tmqa.values import Finding, Location, Review

# A card repeats a long quote, such as a whole omitted sentence, only as far as needed to know it.
QUOTE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class _Item:
    """A finding with its number in the page and its row, -1 where no bead holds it."""

    number: int
    row: int
    finding: Finding


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
            title=escape(_pair_name(reviews[0])) if len(reviews) == 1 else "several article pairs",
            style=style(),
            script=_asset("review.js"),
            contents=_contents(reviews) if len(reviews) > 1 else "",
            severities="\n".join(
                _box("severity", severity, badge(severity)) for severity in SEVERITIES
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


def _pair_name(review: Review) -> str:
    """Both file names, by which an article pair is known."""
    return f"{file_name(review.source_path)} → {file_name(review.target_path)}"


def _contents(reviews: Sequence[Review]) -> str:
    """The table of contents: a link and the number of findings by severity for each pair."""
    lines = []
    for index, review in enumerate(reviews, 1):
        link = f'<a href="#pair-{index}">{escape(_pair_name(review))}</a>'
        lines.append([link, *map(str, counts([review]).values())])
    pairs = table(f"{len(reviews)} article pairs", [badge(s) for s in SEVERITIES], lines)
    return f'<nav aria-label="Article pairs">{pairs}</nav>'


def _box(name: str, value: str, label: str) -> str:
    """A checkbox of the filters with room for the number of findings it lets through."""
    return (
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}" checked>{label}'
        "<small></small></label>"
    )


def _rule_boxes(findings: Iterable[Finding]) -> str:
    """One box a category, holding one box for each of its rules that has findings."""
    rules: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        rules[finding.category].add(finding.rule)
    return "\n".join(
        f'<fieldset><legend><label><input type="checkbox" data-all checked>{escape(category)}'
        "</label></legend>"
        f"{''.join(_box('kind', f'{category} {rule}', escape(rule)) for rule in sorted(names))}"
        "</fieldset>"
        for category, names in sorted(rules.items())
    )


def _section(index: int, review: Review, items: Sequence[_Item]) -> str:
    """One article pair: what is known about the whole, then its beads in order."""
    notices = "".join(f"<li>{prose(notice)}</li>" for notice in review.notices)
    scores = "\n".join(f"<p>Score: {escape(score_line(score))}</p>" for score in review.scores)
    alignment = review.alignment
    facts = (
        f"{len(alignment.source)} source and {len(alignment.target)} target segments in "
        f"{len(alignment.beads)} beads, aligner {alignment.aligner}"
    )
    return f"""<section id="pair-{index}" aria-labelledby="name-{index}">
<h2 id="name-{index}">{escape(_pair_name(review))}</h2>
<p class="facts">{escape(facts)}<br>Signature: <code>{escape(review.signature)}</code></p>
{f'<ul class="notices">{notices}</ul>' if notices else ""}
{_summary(review.findings)}
{scores}
<div class="columns"><span>Source: {escape(file_name(review.source_path))}</span>\
<span>Target: {escape(file_name(review.target_path))}</span></div>
{_bead_rows(review, items)}
</section>"""


def _summary(findings: Sequence[Finding]) -> str:
    """The table of findings by severity and confidence."""
    if not findings:
        return "<p>No findings.</p>"
    count = Counter((finding.severity, finding.confidence) for finding in findings)
    lines = []
    for severity in SEVERITIES:
        cells = [count[severity, confidence] for confidence in CONFIDENCES]
        lines.append([badge(severity), *map(str, cells), str(sum(cells))])
    heads = [*(f"{confidence.capitalize()} confidence" for confidence in CONFIDENCES), "All"]
    return table(f"Findings, unconfirmed: {len(findings)}", heads, lines)


def _bead_rows(review: Review, items: Sequence[_Item]) -> str:
    """All beads with their findings; findings that have no place stand first."""
    cards: defaultdict[int, str] = defaultdict(str)
    for item in items:
        cards[item.row] += _card(item.number, item.finding)
    source = [_mark(item, item.finding.source) for item in items if item.finding.source]
    target = [_mark(item, item.finding.target) for item in items if item.finding.target]
    return rows(review.alignment, source, target, cards)


def _mark(item: _Item, place: Location) -> Mark:
    return Mark(place.segment, place.start, place.end, item.number, item.finding.severity)


def _card(number: int, finding: Finding) -> str:
    """A finding: what it says, what it proposes, and the buttons that decide on it."""
    decide = (
        '<span class="decide"><button type="button" data-do="accept">Accept</button>'
        '<button type="button" data-do="reject">Reject</button></span>'
    )
    return f"""
<li class="card" id="f{number}" tabindex="-1" data-severity="{finding.severity}" \
data-confidence="{finding.confidence}" data-kind="{escape(f"{finding.category} {finding.rule}")}" \
data-print="{escape(finding.fingerprint)}">
<p class="head"><a href="#f{number}">{number}</a><strong>{finding.severity.capitalize()}</strong>\
<span>{finding.confidence} confidence</span><code>{escape(finding.rule)}</code>\
<small>{escape(finding.category)}</small></p>
<p>{prose(finding.message)}</p>
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
    return f'<q lang="{lang}">{visible(text)}</q>'


def _offer(text: str, certain: bool) -> str:
    """A replacement to copy by a click, labelled if it is certain; "" stands for a deletion."""
    label = "<small>fix</small>" if certain else ""
    if not text:
        return f'<span class="copy">{label}delete</span>'
    return (
        f'<button type="button" class="copy" data-do="copy" value="{escape(text)}">{label}'
        f'<span lang="{TARGET}">{visible(text)}</span></button>'
    )
