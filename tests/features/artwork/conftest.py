"""A house with a shelf of films, in reach of the twins."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from gallery import Gallery
from sqlalchemy import update

from household import a_household
from maestrarr import rooms
from maestrarr.core.accounts.callers import Role
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.features.library.models import Library
from maestrarr.kit.db import Database
from shelf import Shelf


@pytest.fixture
async def gallery(
    database: Database, tmp_path: Path, upstreams: Upstreams
) -> AsyncIterator[Gallery]:
    rooms.load("listeners")
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        shelf = await Shelf.over(database, tmp_path / "shelf")
        async with database.writing() as session:  # or titles would wait to be enriched
            await session.execute(update(Library).values(auto_enrich=False))
        viewer, operator = [await house.client_of(role) for role in (Role.VIEWER, Role.OPERATOR)]
        yield Gallery(house, shelf, upstreams, viewer, operator)
        await house.app.state.installation.outside.http.close()
