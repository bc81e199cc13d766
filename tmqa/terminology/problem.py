"""What is wrong with a record, where, and what to do: one line each."""

from __future__ import annotations

from dataclasses import dataclass

from tmqa.terminology.catalogue import Record


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a record; `remedy` says what to do about it."""

    record: Record
    what: str
    remedy: str

    def __str__(self) -> str:
        """`file:line id: what; remedy`."""
        return f"{self.record.place} {self.record.term.id}: {self.what}; {self.remedy}"


def quoted(patterns: list[str] | tuple[str, ...], most: int = 3) -> str:
    """The patterns in quotes, of many the first ones."""
    more = f" and {len(patterns) - most} more" if len(patterns) > most else ""
    return ", ".join(f"“{pattern}”" for pattern in patterns[:most]) + more
