"""A database for what does not depend on its kind."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.engine import URL

from maestrarr import rooms
from maestrarr.kit.db import Database


@pytest.fixture(scope="session", autouse=True)
def declared() -> None:
    """Declare every room's settings, as opening an installation does."""
    rooms.load("settings")


@pytest.fixture
async def sqlite_database(sqlite_database_url: URL) -> AsyncIterator[Database]:
    """Open an empty, migrated SQLite database."""
    opened = Database(sqlite_database_url)
    yield opened
    await opened.close()
