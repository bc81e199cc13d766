"""All that tmqa knows about words: glossaries, the bilingual lexicon, spelling."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tmqa.compiled import compiled
from tmqa.config import Config
from tmqa.errors import GlossaryError
from tmqa.folders import cache_folder
from tmqa.lang.ka.forms import FormIndex
from tmqa.lexicon import Lexicon, load_lexicon
from tmqa.resources import default_glossaries, default_lexicon
from tmqa.spelling import Speller, checked, read_word_list
from tmqa.termbase import TermBase, load_glossary
from tmqa.termbase.layers import unknown_overrides


def _no_entries() -> Lexicon:
    return Lexicon(())


@dataclass(frozen=True)
class Knowledge:
    """The compiled glossaries and lexicon that checks consult, and the project's own words."""

    termbase: TermBase
    lexicon: Lexicon = field(default_factory=_no_entries)
    words: tuple[str, ...] = ()

    @cached_property
    def speller(self) -> Speller:
        """What knows all of these words, and those of the built-in word list."""
        indexes = [self.lexicon.forms]
        if self.words:
            own = FormIndex()
            for word in self.words:
                own.add(word)
            indexes.append(own)
        return Speller(indexes, self.termbase.words)

    @property
    def signature(self) -> str:
        """What identifies the data: numbers of records and lemmas with a digest."""
        digests = [*(g.digest for g in self.termbase.glossaries), self.lexicon.digest, *self.words]
        digest = hashlib.sha256("".join(digests).encode()).hexdigest()[:8]
        return f"terms:{len(self.termbase.terms)}|lemmas:{len(self.lexicon)}|data:{digest}"


def load_knowledge(config: Config) -> Knowledge:
    """The built-in lexicon with the built-in glossaries and those that the settings name.

    Raises `GlossaryError` for an unusable glossary, and for an override of a record that is not
    there though the built-in glossaries are; `InputError` for an unreadable word list and
    `ConfigError` for what is no word.
    """
    words = checked("words", config.words)
    for name in config.word_lists:
        words += read_word_list(Path(name))
    paths = list(default_glossaries()) if config.default_glossaries else []
    paths += [Path(name) for name in config.glossaries]

    def make() -> TermBase:
        glossaries = [load_glossary(path) for path in paths]
        unknown = unknown_overrides(glossaries) if config.default_glossaries else ()
        for glossary, override in unknown:
            raise GlossaryError(
                f"{paths[glossaries.index(glossary)]}:{override.line} override {override.id!r}",
                "no earlier glossary has this record",
                "see `tmqa glossary list`",
            )
        return TermBase(glossaries)

    folder = None if config.no_cache else cache_folder()
    termbase = compiled(TermBase, paths, folder, make)
    return Knowledge(termbase, built_in_lexicon(config.no_cache), words)


def built_in_lexicon(no_cache: bool = False) -> Lexicon:
    """The lexicon that ships with tmqa, compiled before where that is allowed."""
    path = default_lexicon()
    folder = None if no_cache else cache_folder()
    return compiled(Lexicon, (path,), folder, lambda: load_lexicon(path))
