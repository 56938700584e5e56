"""A desk for each test of reports."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from maestrarr.kit.db import Database
from reporting import Desk, a_desk


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    """Furnish a desk on each kind of database."""
    async with a_desk(database, tmp_path) as desk:
        yield desk


@pytest.fixture
async def small_desk(sqlite_database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """Furnish a desk on SQLite, for what no database changes."""
    database = Database(sqlite_database_url)
    async with a_desk(database, tmp_path) as desk:
        yield desk
    await database.close()
