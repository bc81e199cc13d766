"""What several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


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
