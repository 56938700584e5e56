"""A shelf with a library over it, and the demo's library, made once."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from maestrarr.demo.library import DemoLibrary, make_library
from maestrarr.kit.db import Database
from shelf import Shelf

MakeShelf = Callable[..., Awaitable[Shelf]]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoLibrary:
    """Make the whole demo library; nobody may change it."""
    return make_library(tmp_path_factory.mktemp("demo"))


@pytest.fixture
async def shelf(database: Database, tmp_path: Path) -> Shelf:
    """Add an empty library of movies."""
    return await Shelf.over(database, tmp_path / "shelf")


@pytest.fixture
async def series_shelf(database: Database, tmp_path: Path) -> Shelf:
    """Add an empty library of series."""
    return await Shelf.over(database, tmp_path / "shelf", kind="series")
