"""Aligning: two sentence lists → beads. The only package that uses the embedding model."""

from tmqa.align.align import ALIGNERS, align

__all__ = ["ALIGNERS", "align"]
