"""A studio for each test of flows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine import URL
from studio import Studio

from maestrarr import rooms
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.db import Database
from reporting import a_desk


@asynccontextmanager
async def _a_studio(
    database: Database, folder: Path, upstreams: Upstreams
) -> AsyncIterator[Studio]:
    rooms.load("listeners")
    async with a_desk(database, folder) as desk:
        services = [
            await desk.connect(kind, url=upstreams.url(kind)) for kind in ("tmdb", "fanart")
        ]
        await desk.connect("radarr")
        yield Studio(desk, upstreams, services)


@pytest.fixture
async def studio(
    sqlite_database_url: URL, tmp_path: Path, upstreams: Upstreams
) -> AsyncIterator[Studio]:
    """Furnish a studio on SQLite."""
    database = Database(sqlite_database_url)
    async with _a_studio(database, tmp_path, upstreams) as studio:
        yield studio
    await database.close()


@pytest.fixture
async def any_studio(
    database: Database, tmp_path: Path, upstreams: Upstreams
) -> AsyncIterator[Studio]:
    """Furnish a studio on each kind of database."""
    async with _a_studio(database, tmp_path, upstreams) as studio:
        yield studio
