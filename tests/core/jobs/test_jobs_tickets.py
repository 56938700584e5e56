"""The tickets by which machines that run jobs beside each other wake one another."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from stage import Stage, engine, enqueued, play, reached

from maestrarr.core.jobs import distributed, tickets
from maestrarr.core.jobs.distributed import DistributedEngine
from maestrarr.core.jobs.states import Status
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database

TICKETS = text(f"SELECT count(*) FROM {tickets.SCHEMA}.procrastinate_jobs")  # noqa: S608
SLOTS = 3


@pytest.fixture
def database_url(postgres_database_url: URL, stage: Stage) -> URL:
    """Name a database whose jobs any number of processes run."""
    stage.is_distributed = True
    return postgres_database_url


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "MOST_DUE", SLOTS)


async def test_a_few_tickets_do_for_all_that_may_start_and_later_ones_have_their_own(
    database: Database,
) -> None:
    due = [await enqueued(database, play, name=f"now {number}") for number in range(8)]
    later = now() + timedelta(hours=1)
    for number in range(4):
        await enqueued(database, play, name=f"later {number}", run_after=later)

    await _handed_over(database)
    written = await _written(database)
    async with engine(database, at_once=SLOTS):
        ended = [await reached(database, job) for job in due]

    assert written == SLOTS + 4
    assert {job.status for job in ended} == {Status.COMPLETED}


async def _handed_over(database: Database) -> None:
    """Let a process that runs nothing write the tickets that are missing."""
    handing = DistributedEngine(database, works=False)
    await handing.start()
    await handing.stop()


async def _written(database: Database) -> int:
    async with database.reading() as session:
        return await session.scalar(TICKETS) or 0
