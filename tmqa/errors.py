"""Errors that a user can act on: what is wrong, where, and what to do."""

from __future__ import annotations


class TmqaError(Exception):
    """An input or a call that tmqa cannot use; becomes one line on stderr and exit status 2.

    `where` is a file name, with a line where known, or an option; `what` says what is wrong
    with it and `remedy` what the user can do.
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where = where
        self.what = what
        self.remedy = remedy
        super().__init__(f"{where}: {what}; {remedy}")


class InputError(TmqaError):
    """A file that cannot be read as what it should be."""


class GlossaryError(TmqaError):
    """A glossary file or record that breaks the record shape."""


class ConfigError(TmqaError):
    """An unknown or unusable setting."""


class OutputError(TmqaError):
    """A result that cannot be written where the user wants it."""
