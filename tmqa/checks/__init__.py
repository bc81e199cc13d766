"""The checks: one module a rule, discovered by name; a new check is one new file."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tmqa.checks._base import ArticleCheck, Check, CheckExample, Context, SegmentCheck

__all__ = ["ArticleCheck", "Check", "CheckExample", "Context", "SegmentCheck", "all_checks"]


@cache
def all_checks() -> dict[str, Check]:
    """Every check by rule id, in alphabetical order.

    The module `number_mismatch` holds the class `NumberMismatch` of the rule `number-mismatch`.
    """
    names = sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_"))
    found: dict[str, Check] = {}
    for name in names:
        module = import_module(f"{__name__}.{name}")
        check: Check = getattr(module, name.title().replace("_", ""))()
        found[check.rule_id] = check
    return found
