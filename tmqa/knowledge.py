"""All that tmqa knows about words: glossaries, the bilingual lexicon, spelling."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tmqa.compiled import compiled
from tmqa.config import Config
from tmqa.errors import GlossaryError
from tmqa.folders import cache_folder
from tmqa.lang.ka.forms import FormIndex
from tmqa.lexicon import Lexicon, brand_entries, cldr_entries, cldr_version, lexicon_entries
from tmqa.resources import default_brands, default_glossaries, default_lexicon
from tmqa.spelling import Speller, checked, read_word_list
from tmqa.termbase import Glossary, TermBase, load_glossary
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


# What follows an article's name in that of a glossary for it alone: ka.md has ka.tmqa.toml.
ARTICLE_SUFFIX = ".tmqa.toml"


def load_knowledge(config: Config, article: Path | None = None) -> Knowledge:
    """The built-in lexicon with the glossaries in layers, later ones over earlier ones.

    These are the built-in glossaries, those that the settings name, and the one that lies beside
    the Georgian `article`, if there is one. Raises `GlossaryError` for an unusable glossary, and
    for an override of a record that is not there though the built-in glossaries are; `InputError`
    for an unreadable word list and `ConfigError` for what is no word.
    """
    words = checked("words", config.words)
    for name in config.word_lists:
        words += read_word_list(Path(name))
    paths = list(default_glossaries()) if config.default_glossaries else []
    paths += [Path(name) for name in config.glossaries]
    if article and (own := article.with_suffix(ARTICLE_SUFFIX)).is_file():
        paths.append(own)

    def make() -> TermBase:
        glossaries = [load_glossary(path) for path in paths]
        unknown = unknown_overrides(glossaries) if config.default_glossaries else ()
        for glossary, override in unknown:
            raise GlossaryError(
                f"{paths[glossaries.index(glossary)]}:{override.line} override {override.id!r}",
                "no earlier glossary has this record",
                "see `tmqa glossary list`",
            )
        return TermBase(map(_for_checks, glossaries))

    folder = None if config.no_cache else cache_folder()
    termbase = compiled(TermBase, paths, folder, make)
    return Knowledge(termbase, built_in_lexicon(config.no_cache), words)


def _for_checks(glossary: Glossary) -> Glossary:
    """The glossary without the examples, which no check reads and loading takes time over."""
    terms = tuple(replace(term, examples=()) for term in glossary.terms)
    return replace(glossary, terms=terms)


def built_in_lexicon(no_cache: bool = False) -> Lexicon:
    """The words and names that tmqa knows, compiled before where that is allowed.

    They are the lexicon that ships with tmqa, the names of the CLDR, and the brands.
    """
    words, brands = default_lexicon(), default_brands()
    data = f"babel {cldr_version()}"

    def make() -> Lexicon:
        entries = (*lexicon_entries(words), *cldr_entries(), *brand_entries(brands))
        digest = hashlib.sha256(words.read_bytes() + brands.read_bytes() + data.encode())
        return Lexicon(entries, digest.hexdigest())

    return compiled(Lexicon, (words, brands), None if no_cache else cache_folder(), make, data)
