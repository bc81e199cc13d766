"""Alignments as files: one module a format, discovered by name; each has a `write`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tmqa.values import Bitext


@cache
def bead_formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order, without loading them."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def write_beads(bitext: Bitext, name: str) -> str:
    """The alignment of the bitext in the format `name`, ending in a line break."""
    written: str = import_module(f"{__name__}.{name}").write(bitext)
    return written
