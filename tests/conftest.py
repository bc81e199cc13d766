"""What several test modules share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The first example of many a property loads data, and machines are shared: no time limit.
settings.register_profile("tmqa", deadline=None)
settings.load_profile("tmqa")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture(autouse=True, scope="session")
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keeps the tests out of the user's cache; they share one of their own."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMQA_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True when golden files are to be written."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def seed_article() -> Path:
    """The folder of the starting case, which is not part of the project."""
    folder = SHARED / "seed-article"
    if not folder.is_dir():
        pytest.skip("the seed article is not here")
    return folder


@pytest.fixture
def news() -> Path:
    """The folder of professional news pairs, which is not part of the project."""
    folder = SHARED / "ntrex-dev" / "clean"
    if not folder.is_dir():
        pytest.skip("the news pairs are not here")
    return folder


def bead_formats() -> list[str]:
    """The forms in which an alignment is written."""
    return sorted(path.stem for path in (ROOT / "tmqa" / "beads").glob("[a-z]*.py"))


def readme_section(name: str, text: str, update: bool) -> str:
    """The README's text between the marks of a section, first replaced by `text` on request."""
    path = ROOT / "README.md"
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    content = path.read_text("utf-8")
    if update:
        content = marks.sub(lambda m: f"{m[1]}\n{text}\n\n{m[2]}", content)
        path.write_text(content, encoding="utf-8")
    match = marks.search(content)
    assert match is not None
    return match.group().removeprefix(match[1]).removesuffix(match[2]).strip("\n")
