"""A house with a library whose titles are published."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from press import Press
from sqlalchemy.engine import URL

from household import a_household
from maestrarr import rooms
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from shelf import Shelf


@pytest.fixture
def database_url(sqlite_database_url: URL) -> URL:
    """Name a SQLite database: what asks most is tested on both kinds, in a module of its own."""
    return sqlite_database_url


@pytest.fixture
async def press(database: Database, tmp_path: Path) -> AsyncIterator[Press]:
    rooms.load("listeners")
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        shelf = await Shelf.over(database, tmp_path / "shelf")
        viewer, operator = [await house.client_of(role) for role in (Role.VIEWER, Role.OPERATOR)]
        yield Press(house, shelf, viewer, operator)
