"""O-5: what becomes of running jobs when the engine stops, or its process dies."""

import asyncio

from sqlalchemy.engine import URL
from stage import (
    AT_ONCE,
    Stage,
    deaf,
    engine,
    enqueued,
    new_engine,
    play,
    reached,
    read,
    said,
    wait,
)

from maestrarr.core.jobs import signals, transitions
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.policy import CRASHES_BEYOND_ATTEMPTS
from maestrarr.core.jobs.states import Status
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id


def _others() -> set[asyncio.Task[object]]:
    return asyncio.all_tasks() - {asyncio.current_task()}


async def test_stopping_lets_short_jobs_end_and_puts_long_ones_back(
    database: Database, stage: Stage
) -> None:
    short, long = (
        await enqueued(database, play, name="short"),
        await enqueued(database, wait, name="long"),
    )
    waiting = await enqueued(database, play, name="not started", priority=0)
    runner = new_engine(database, at_once=2, patience_seconds=5)
    await runner.start()
    await reached(database, long, Status.RUNNING)
    await reached(database, short, Status.RUNNING)
    await runner.stop(grace_seconds=1)
    short, long = await read(database, short.id), await read(database, long.id)

    assert short.status is Status.COMPLETED
    assert (long.status, long.failures, long.crashes, long.worker) == (Status.QUEUED, 0, 0, None)
    assert stage.running == set()

    stage.gate.set()
    async with engine(database):
        assert (await reached(database, long)).status is Status.COMPLETED
        assert (await reached(database, waiting)).status is Status.COMPLETED


async def test_a_deaf_job_does_not_keep_the_engine_from_stopping(
    database: Database, stage: Stage
) -> None:
    record = await enqueued(database, deaf)
    runner = new_engine(database, patience_seconds=0.05)
    await runner.start()
    await reached(database, record, Status.RUNNING)
    async with asyncio.timeout(10):
        await runner.stop(grace_seconds=3)
    stage.gate.set()
    await stage.late.wait()
    await asyncio.wait(_others(), timeout=10)  # it may hold a connection until it has ended

    assert (await read(database, record.id)).status is Status.QUEUED


async def test_what_ran_when_the_process_ended_starts_again_and_loses_no_attempt(
    database: Database,
) -> None:
    job = await play.begin(database, name="x")
    twin = await enqueued(database, play, name="x")
    async with engine(database):
        record = await reached(database, await read(database, job.id))
        await reached(database, twin)

    assert record.status is Status.COMPLETED
    assert (record.attempt, record.failures, record.crashes) == (2, 0, 1)
    assert transitions.STOPPED_WHILE_RUNNING in await said(database, record)


async def test_a_job_that_keeps_taking_the_process_with_it_is_left_alone(
    database: Database,
) -> None:
    job = await play.begin(database, name="x")
    crashes = AT_ONCE.attempts + CRASHES_BEYOND_ATTEMPTS
    for _ in range(crashes):
        async with database.writing() as session:
            await transitions.recover(session)
            await transitions.claim_this(session, "another", job.id)
    record = await read(database, job.id)

    assert record.status is Status.FAILED
    assert record.error == "The program ended 6 times while this ran, so it is left alone now."


def test_an_engine_whose_loop_has_ended_bothers_nobody_who_commits(
    sqlite_database_url: URL,
) -> None:
    async def left_running() -> EmbeddedEngine:
        database = Database(sqlite_database_url)
        left = EmbeddedEngine(database)
        await left.start()
        for task in _others():
            task.cancel()
        await asyncio.wait(_others())
        await database.close()
        return left

    left = asyncio.run(left_running())

    left.wake()
    left.cancel(new_id())

    signals.leave(left)
