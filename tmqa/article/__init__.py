"""Reading: files → articles of blocks with offsets into the original text."""

from tmqa.article.read import read_article, read_text

__all__ = ["read_article", "read_text"]
