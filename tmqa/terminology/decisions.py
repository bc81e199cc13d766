"""What a terminologist decided about suggested records, so that they are not suggested again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tmqa.errors import InputError
from tmqa.output import write_whole


@dataclass(frozen=True)
class Decisions:
    """The ids of suggestions that were accepted and rejected."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    @property
    def decided(self) -> frozenset[str]:
        """All ids that need no decision any more."""
        return frozenset((*self.accepted, *self.rejected))

    def with_more(self, accepted: Iterable[str], rejected: Iterable[str]) -> Decisions:
        """These decisions and further ones; the newer one counts."""
        yes, no = tuple(accepted), tuple(rejected)
        return Decisions(
            tuple(sorted({*self.accepted, *yes} - set(no))),
            tuple(sorted({*self.rejected, *no} - set(yes))),
        )


def load_decisions(path: Path) -> Decisions:
    """The decisions in the TOML file `path`; none when it is not there.

    Raises `InputError` when it is not a file of decisions.
    """
    if not path.exists():
        return Decisions()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "mend the file") from None
    lists = {name: data.get(name, []) for name in ("accepted", "rejected")}
    if set(data) - set(lists) or not all(
        isinstance(ids, list) and all(isinstance(i, str) for i in ids) for ids in lists.values()
    ):
        raise InputError(
            str(path), "is not a file of decisions", 'write accepted = ["id"], rejected = []'
        )
    return Decisions(tuple(lists["accepted"]), tuple(lists["rejected"]))


def save_decisions(decisions: Decisions, path: Path) -> None:
    """Write the decisions to `path`. Raises `OutputError` where that cannot be."""
    lines = ["# Decisions about `tmqa glossary suggest`."]
    for name in ("accepted", "rejected"):
        ids = "".join(f'  "{identifier}",\n' for identifier in getattr(decisions, name))
        lines.append(f"{name} = [\n{ids}]" if ids else f"{name} = []")
    write_whole(("\n".join(lines) + "\n").encode("utf-8"), path)
