"""A stage for each test of the jobs, and the engines that shall pass them.

What takes a `database` runs daily with the embedded engine on SQLite and with the distributed one
on PostgreSQL; the sweeps try the embedded one on PostgreSQL as well.
"""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from stage import Stage, stages

from maestrarr.core.jobs import tickets
from maestrarr.kit.db import Database


@pytest.fixture(autouse=True)
def stage() -> Iterator[Stage]:
    stages.append(Stage())
    yield stages[-1]
    stages.pop()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL, postgres_template: str) -> str:
    """Make a migrated database with the tables of tickets, to copy for each test."""
    name = f"{postgres_template}_with_tickets"
    asyncio.run(_copied(postgres_server, postgres_template, name))
    return name


@pytest.fixture(
    params=[
        "embedded on sqlite",
        "distributed",
        pytest.param("embedded on postgresql", marks=pytest.mark.sweep),
    ]
)
def database_url(request: pytest.FixtureRequest, stage: Stage) -> URL:
    """Name an empty, migrated database, and let the stage run its jobs by an engine."""
    stage.is_distributed = request.param == "distributed"
    kind = "sqlite" if request.param == "embedded on sqlite" else "postgres"
    url: URL = request.getfixturevalue(f"{kind}_database_url")
    return url


async def _copied(server: URL, template: str, name: str) -> None:
    maker = Database(server.set(database="postgres"))
    async with maker.writer.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await alone.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    made = Database(server.set(database=name))
    await tickets.prepare(made)
    for database in (maker, made):
        await database.close()
