"""Reports: one module a format, discovered by name; a new format is one new file."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tmqa.report._base import Report

__all__ = ["Report", "get_report", "report_names"]


@cache
def report_names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order, without loading them."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_")))


def get_report(name: str) -> Report:
    """The report of the format `name`: the class `JsonReport` of the module `json`."""
    module = import_module(f"{__name__}.{name}")
    report: Report = getattr(module, f"{name.title()}Report")()
    return report
