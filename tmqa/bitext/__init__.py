"""Bilingual files: texts that come with their alignment, and alignments that a human corrected.

One module a format; each turns a file's text into units with file offsets.
"""

from tmqa.bitext.correction import read_beads
from tmqa.bitext.read import SUFFIXES, is_bilingual, read_bitext

__all__ = ["SUFFIXES", "is_bilingual", "read_beads", "read_bitext"]
