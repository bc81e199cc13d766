"""Segmenting: an article's blocks → sentences with tokens. The only package that uses spaCy."""

from tmqa.segment.sentences import sentence, sentences

__all__ = ["sentence", "sentences"]
