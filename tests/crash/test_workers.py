"""Several processes work on one PostgreSQL: what becomes of those that die or freeze."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from effects import READY, STEPS, effects, metadata, work
from sqlalchemy import select
from sqlalchemy.engine import URL

from maestrarr.core.jobs import queries, tickets
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.schemas import WorkerDocument
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.workers import listed
from maestrarr.kit.db import Database

JOBS = 36
SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture
def database_url(postgres_database_url: URL) -> URL:
    """Name a migrated database that many may work on."""
    return postgres_database_url


@asynccontextmanager
async def a_worker(url: URL) -> AsyncIterator[Process]:
    """Run a worker, which is killed at the end of the block unless it has been before."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("effects.py")),
        url.render_as_string(hide_password=False),
        "distributed",
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert process.stdout is not None
    try:
        assert (await process.stdout.readline()).decode().strip() == READY
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def jobs(database: Database) -> list[JobRecord]:
    async with database.reading() as session:
        return await queries.jobs(session, limit=10 * JOBS)


async def lives(database: Database, process: Process, *, running: int = 0) -> None:
    """Wait until a worker is heard of, and runs so many jobs at least."""
    async with asyncio.timeout(60):
        while not any(  # noqa: ASYNC110  # a table rings no bell
            each.pid == process.pid and each.running >= running for each in await workers(database)
        ):
            await asyncio.sleep(0.01)


async def workers(database: Database) -> list[WorkerDocument]:
    async with database.reading() as session:
        return await listed(session)


async def all_ended(database: Database) -> list[JobRecord]:
    async with asyncio.timeout(120):
        while not all(job.status.has_ended for job in await jobs(database)):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        return await jobs(database)


@pytest.mark.timeout(300)
async def test_of_a_killed_and_a_frozen_worker_nothing_is_lost_and_nothing_done_twice(
    database: Database, database_url: URL
) -> None:
    await tickets.prepare(database)
    async with database.writer.begin() as connection:
        await connection.run_sync(metadata.create_all)
    names = [f"job {number}" for number in range(JOBS)]
    async with database.writing() as session:
        for number, name in enumerate(names):
            await work.enqueue(session, name=name, half=number % 6)

    async with a_worker(database_url) as killed:
        await lives(database, killed, running=1)
        killed.kill()
    async with a_worker(database_url) as frozen:
        await lives(database, frozen, running=1)
        os.kill(frozen.pid, signal.SIGSTOP)
        async with a_worker(database_url):
            records = await all_ended(database)
            os.kill(frozen.pid, signal.SIGCONT)
            await lives(database, frozen)

    async with database.reading() as session:
        happened = Counter((row.job, row.step) for row in await session.execute(select(effects)))
    assert happened == {(name, step): 1 for name in names for step in range(STEPS)}
    assert {record.status for record in records} == {Status.COMPLETED}
    assert sum(record.crashes for record in records) > 0
