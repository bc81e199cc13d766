"""The rules' pages, made from the checks' own docstrings and examples."""

from __future__ import annotations

from tmqa.checks import all_checks
from tmqa.errors import ConfigError


def rule_table() -> str:
    """One line a rule: id, severity, confidence, category, summary."""
    rows = [("rule", "severity", "confidence", "category", "what it finds")]
    rows += [
        (rule, c.severity.value, c.confidence.value, c.category, c.rule.summary)
        for rule, c in all_checks().items()
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(w) for cell, w in zip(row[:4], widths, strict=True)), row[4]])
        for row in rows
    )


def rule_page(rule: str) -> str:
    """The page of one rule. Raises `ConfigError` when there is no such rule."""
    check = all_checks().get(rule)
    if check is None:
        known = ", ".join(all_checks())
        raise ConfigError(rule, "no such rule", f"use one of {known}")
    lines = [
        rule,
        "=" * len(rule),
        "",
        check.rule.page,
        "",
        f"Category {check.category}, severity {check.severity}, confidence {check.confidence}.",
    ]
    for example in check.examples:
        lines += ["", f"  en:   {_indent(example.source)}", f"  bad:  {_indent(example.bad)}"]
        lines += [f"  good: {_indent(example.good)}"]
    return "\n".join(lines)


def _indent(text: str) -> str:
    return text.replace("\n", "\n        ")
