"""What the settings say about jobs is heeded by the engine that runs."""

from datetime import timedelta

from sqlalchemy import update
from stage import engine, enqueued, play, reached, read, stages, wait

from maestrarr.core.jobs import queries
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.core.settings import service as settings
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database


async def test_as_many_jobs_run_at_once_as_the_settings_say_also_later(
    database: Database,
) -> None:
    async with database.writing() as session:
        await settings.change(session, "jobs", {"at_once": 1})
    runner = EmbeddedEngine(database, patience_seconds=0.1)
    await runner.start()
    try:
        jobs = [await enqueued(database, wait, name=name) for name in "abc"]
        await reached(database, jobs[0], Status.RUNNING)
        assert {(await read(database, job.id)).status for job in jobs[1:]} == {Status.QUEUED}

        async with database.writing() as session:
            await settings.change(session, "jobs", {"at_once": 2})
        await reached(database, jobs[1], Status.RUNNING)
        assert (await read(database, jobs[2].id)).status is Status.QUEUED
    finally:
        stages[-1].gate.set()
        await runner.stop()


async def test_history_is_forgotten_when_the_settings_no_longer_keep_it(
    database: Database,
) -> None:
    async with engine(database):
        old = await reached(database, await enqueued(database, play, name="old"))
        async with database.writing() as session:
            aged = update(JobRecord).where(JobRecord.id == old.id)
            await session.execute(aged.values(ended_at=now() - timedelta(days=10)))
        await reached(database, await enqueued(database, play, name="new"))
        assert (await read(database, old.id)).status is Status.COMPLETED

        async with database.writing() as session:
            await settings.change(session, "jobs", {"history_days": 9})
        kept = [old.id]
        while old.id in kept:
            last = await reached(database, await enqueued(database, play, name="next"))
            async with database.reading() as session:
                kept = [one.id for one in await queries.jobs(session)]
    assert last.id in kept
