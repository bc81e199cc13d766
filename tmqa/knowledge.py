"""All that tmqa knows about words: the glossaries' records and the bilingual lexicon."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from tmqa.compiled import compiled
from tmqa.config import Config
from tmqa.errors import GlossaryError
from tmqa.folders import cache_folder
from tmqa.lexicon import Lexicon, load_lexicon
from tmqa.resources import default_glossaries, default_lexicon
from tmqa.termbase import TermBase, load_glossary
from tmqa.termbase.layers import unknown_overrides


def _no_entries() -> Lexicon:
    return Lexicon(())


@dataclass(frozen=True)
class Knowledge:
    """The compiled glossaries and lexicon that checks consult."""

    termbase: TermBase
    lexicon: Lexicon = field(default_factory=_no_entries)

    @property
    def signature(self) -> str:
        """What identifies the data: numbers of records and lemmas with a digest."""
        digests = [*(g.digest for g in self.termbase.glossaries), self.lexicon.digest]
        digest = hashlib.sha256("".join(digests).encode()).hexdigest()[:8]
        return f"terms:{len(self.termbase.terms)}|lemmas:{len(self.lexicon)}|data:{digest}"


def load_knowledge(config: Config) -> Knowledge:
    """The built-in lexicon with the built-in glossaries and those that the settings name.

    Raises `GlossaryError` for an unusable glossary, and for an override of a record that is not
    there though the built-in glossaries are.
    """
    paths = list(default_glossaries()) if config.default_glossaries else []
    paths += [Path(name) for name in config.glossaries]
    lexicon = default_lexicon()
    folder = None if config.no_cache else cache_folder()

    def make() -> Knowledge:
        glossaries = [load_glossary(path) for path in paths]
        for glossary, override in (
            unknown_overrides(glossaries) if config.default_glossaries else ()
        ):
            raise GlossaryError(
                f"{paths[glossaries.index(glossary)]}:{override.line} override {override.id!r}",
                "no earlier glossary has this record",
                "see `tmqa glossary list`",
            )
        return Knowledge(TermBase(glossaries), load_lexicon(lexicon))

    return compiled(Knowledge, (*paths, lexicon), folder, make)
