"""Alignments as files: one module a format, each with a `write`; a new format is one new file."""

from __future__ import annotations

from importlib import import_module

from tmqa.values import Bitext


def write_beads(bitext: Bitext, name: str) -> str:
    """The alignment of the bitext in the format `name`, one line or more."""
    written: str = import_module(f"{__name__}.{name}").write(bitext)
    return written
