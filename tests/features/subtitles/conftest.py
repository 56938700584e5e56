"""A house with a library of films that are spoken in several languages, in reach of the twins."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from talkies import Talkies

from household import a_household
from maestrarr import rooms
from maestrarr.core.accounts.callers import Role
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.db import Database
from shelf import Shelf


@pytest.fixture
async def talkies(
    database: Database, tmp_path: Path, upstreams: Upstreams
) -> AsyncIterator[Talkies]:
    rooms.load("listeners")
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        shelf = await Shelf.over(database, tmp_path / "shelf")
        yield Talkies(house, shelf, upstreams, await house.client_of(Role.OPERATOR))
