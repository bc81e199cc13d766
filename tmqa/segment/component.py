"""A spaCy pipe that sets sentence boundaries: `nlp.add_pipe("tmqa_sentencizer")`.

Registered through the entry point group `spacy_factories`; for English and Georgian pipelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from tmqa.segment.boundaries import boundaries

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Sentencizer:
    """Starts a sentence at the first token after each boundary of the text."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """The doc with every token's `is_sent_start` set."""
        ends = list(boundaries(doc.text, self.lang))
        starts = {0}
        position = 0
        for token in doc:
            if position < len(ends) and token.idx >= ends[position] and not token.is_space:
                starts.add(token.i)
                while position < len(ends) and token.idx >= ends[position]:
                    position += 1
        for token in doc:
            token.is_sent_start = token.i in starts
        return doc


@Language.factory("tmqa_sentencizer", assigns=["token.is_sent_start"])  # type: ignore[untyped-decorator]
def make_sentencizer(nlp: Language, name: str) -> Sentencizer:
    """The pipe for the pipeline's language."""
    return Sentencizer(nlp.lang)
