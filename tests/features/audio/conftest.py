"""A house with a library of films, and who may look and who may act."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cinema import Cinema

from household import a_household
from maestrarr import rooms
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from shelf import Shelf


@pytest.fixture
async def cinema(database: Database, tmp_path: Path) -> AsyncIterator[Cinema]:
    rooms.load("listeners")
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        shelf = await Shelf.over(database, tmp_path / "shelf")
        viewer, operator = [await house.client_of(role) for role in (Role.VIEWER, Role.OPERATOR)]
        yield Cinema(house, shelf, viewer, operator)
