"""However often the process is killed, every effect of every job happens exactly once."""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from effects import READY, STEPS, effects, metadata, work
from sqlalchemy import select
from sqlalchemy.engine import URL

from maestrarr.core.jobs import queries
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.kit.db import Database

JOBS = 24
SOURCE = Path(__file__).parents[2] / "src"


@asynccontextmanager
async def a_worker(url: URL) -> AsyncIterator[None]:
    """Run a process that works on the database; it is killed at the end of the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("effects.py")),
        url.render_as_string(hide_password=False),
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert process.stdout is not None
    assert (await process.stdout.readline()).decode().strip() == READY
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def jobs(database: Database) -> list[JobRecord]:
    async with database.reading() as session:
        return await queries.jobs(session, limit=10 * JOBS)


async def all_ended(database: Database) -> None:
    async with asyncio.timeout(60):
        while any(not job.status.has_ended for job in await jobs(database)):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def any_runs(database: Database) -> None:
    async with asyncio.timeout(60):
        while all(job.status is not Status.RUNNING for job in await jobs(database)):  # noqa: ASYNC110
            await asyncio.sleep(0)


@pytest.mark.parametrize("kills", [4, pytest.param(60, marks=pytest.mark.sweep)])
@pytest.mark.timeout(300)
async def test_killed_at_any_moment_every_effect_happens_exactly_once(
    database: Database, database_url: URL, kills: int
) -> None:
    seed = random.randrange(2**32)  # noqa: S311
    print(f"The moments of the kills follow from the seed {seed}.")  # noqa: T201
    moments = random.Random(seed)  # noqa: S311
    async with database.writer.begin() as connection:
        await connection.run_sync(metadata.create_all)
    names = [f"job {number}" for number in range(JOBS * max(1, kills // 10))]
    async with database.writing() as session:
        for number, name in enumerate(names):
            await work.enqueue(session, name=name, half=number % 2)

    async with a_worker(database_url):
        await any_runs(database)
    for _ in range(kills - 1):
        async with a_worker(database_url):
            await asyncio.sleep(moments.uniform(0, 0.12))
    async with a_worker(database_url):
        await all_ended(database)

    async with database.reading() as session:
        happened = Counter((row.job, row.step) for row in await session.execute(select(effects)))
    assert happened == {(name, step): 1 for name in names for step in range(STEPS)}
    records = await jobs(database)
    assert {record.status for record in records} == {Status.COMPLETED}
    assert sum(record.crashes for record in records) > 0
