"""J-1 and J-2, from the start on: attempts, cuts, steps, fences, progress and the log."""

import asyncio
import time
import uuid
from pathlib import Path

import pytest
from sqlalchemy import event, text
from stage import (
    Stage,
    count,
    deaf,
    engine,
    enqueued,
    fail,
    play,
    polite,
    reached,
    read,
    said,
    slow,
    typed,
    wait,
)

from maestrarr.core.jobs import queries, service, transitions
from maestrarr.core.jobs.errors import AlreadyEnded, NotEnded, Superseded
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Severity, Status
from maestrarr.kit.db import Database


async def cancelled(database: Database, record: JobRecord) -> JobRecord:
    async with database.writing() as session:
        return await service.cancel(session, record.id)


async def test_a_completed_job_tells_its_whole_story(database: Database) -> None:
    async with engine(database):
        record = await reached(database, await enqueued(database, play, name="x", asked_by="Ada"))
    async with database.reading() as session:
        steps = await queries.steps(session, record.id)

    assert record.status is Status.COMPLETED
    assert (record.title, record.asked_by, record.result) == ("Play x", "Ada", {"played": "x"})
    assert (record.attempt, record.failures, record.error) == (1, 0, None)
    assert record.worker is not None
    assert record.started_at is not None
    assert record.ended_at is not None
    assert record.queued_at <= record.started_at <= record.ended_at
    assert [(step.name, step.status) for step in steps] == [("Playing", Status.COMPLETED)]
    assert await said(database, record) == ["x plays"]


async def test_a_bug_is_tried_three_times_and_told_in_words_with_its_traceback_in_the_log(
    database: Database, stage: Stage
) -> None:
    async with engine(database):
        record = await reached(database, await enqueued(database, fail, fault="bug"))
    async with database.reading() as session:
        lines = await queries.log_lines(session, record.id, severities=(Severity.DEBUG,))
        steps = await queries.steps(session, record.id)

    assert record.status is Status.FAILED
    assert (record.attempt, record.failures, len(stage.played)) == (3, 3, 3)
    assert record.error == (
        "An unexpected error stopped it (ZeroDivisionError: there are no halves of nothing); "
        "its log tells where."
    )
    assert sum("Traceback" in line.sentence for line in lines) == 3
    assert [step.status for step in steps] == [Status.FAILED] * 3


async def test_a_job_that_succeeds_at_last_keeps_no_error(database: Database) -> None:
    async with engine(database):
        record = await reached(database, await enqueued(database, fail, fault="bug", times=2))

    assert record.status is Status.COMPLETED
    assert (record.failures, record.error, record.result) == (2, None, {"attempts": 3})


@pytest.mark.parametrize(
    ("fault", "status", "attempts", "error"),
    [
        ("unwilling", Status.FAILED, 1, "It does not want to. Ask somebody else."),
        ("unreachable", Status.FAILED, 3, "The service is away."),
        ("unneeded", Status.SKIPPED, 1, "All is well already."),
        ("grouped", Status.SKIPPED, 1, "All is well already."),
        (
            "self-cancelled",
            Status.FAILED,
            3,
            "An unexpected error stopped it (CancelledError); its log tells where.",
        ),
    ],
)
async def test_a_problem_ends_a_job_in_its_own_words(
    database: Database, stage: Stage, fault: str, status: Status, attempts: int, error: str
) -> None:
    async with engine(database):
        record = await reached(database, await enqueued(database, fail, fault=fault))

    assert (record.status, len(stage.played), record.error) == (status, attempts, error)


async def test_a_job_that_takes_too_long_is_stopped_tried_again_and_fails_in_words(
    database: Database, stage: Stage
) -> None:
    async with engine(database):
        record = await reached(database, await enqueued(database, slow))

    assert record.status is Status.FAILED
    assert stage.played == ["slow", "slow"]
    assert record.error == "It ran longer than the 0.05 seconds it may take."
    assert record.cause == {"key": "jobs.ran_too_long", "facts": {"seconds": 0.05}}


async def test_a_queued_job_is_cancelled_at_once(database: Database, stage: Stage) -> None:
    record = await cancelled(database, await enqueued(database, play, name="x"))
    async with engine(database):
        await reached(database, await enqueued(database, play, name="y"))

    assert record.status is Status.CANCELLED
    assert record.error == "It was cancelled before it started."
    assert stage.played == ["y"]
    with pytest.raises(AlreadyEnded):
        await cancelled(database, record)


async def test_a_running_job_is_cancelled(database: Database, stage: Stage) -> None:
    async with engine(database):
        record = await enqueued(database, wait, name="x")
        await reached(database, record, Status.RUNNING)
        await cancelled(database, record)
        record = await reached(database, record)

    assert (record.status, record.error) == (Status.CANCELLED, "It was cancelled.")
    assert stage.running == set()


async def test_a_handler_that_tidies_up_and_returns_is_cancelled_all_the_same(
    database: Database,
) -> None:
    async with engine(database, patience_seconds=5):
        record = await enqueued(database, polite)
        await reached(database, record, Status.RUNNING)
        await cancelled(database, record)

        assert (await reached(database, record)).status is Status.CANCELLED


async def test_a_handler_that_swallows_its_cancellation_is_abandoned_and_writes_nothing_more(
    database: Database, stage: Stage
) -> None:
    async with engine(database, at_once=1):
        record = await enqueued(database, deaf)
        await reached(database, record, Status.RUNNING)
        await cancelled(database, record)
        record = await reached(database, record)
        await reached(database, await enqueued(database, play, name="its place is free"))
        stage.gate.set()
        await stage.late.wait()
    async with database.reading() as session:
        steps = await queries.steps(session, record.id)

    assert record.status is Status.CANCELLED
    assert "heard nothing" in stage.played
    assert "It did not let itself be stopped, and was abandoned." in await said(database, record)
    assert steps == []


async def test_jobs_cancelled_at_any_moment_leave_the_database_usable(database: Database) -> None:
    async with engine(database, patience_seconds=5):
        for number in range(30):
            record = await enqueued(database, play, name=str(number))
            await asyncio.sleep(number / 1_500)
            try:
                await cancelled(database, record)
            except AlreadyEnded:
                continue
            await reached(database, record)
        last = await reached(database, await enqueued(database, play, name="last"))

    assert last.status is Status.COMPLETED


async def test_a_job_that_has_ended_runs_again_as_a_new_one(database: Database) -> None:
    async with engine(database):
        first = await enqueued(database, fail, fault="unwilling", times=1)
        with pytest.raises(NotEnded):
            async with database.writing() as session:
                await service.run_again(session, first.id)
        await reached(database, first)
        async with database.writing() as session:
            again = await service.run_again(session, first.id, asked_by="Ada")
        again = await reached(database, again)

    assert (again.status, again.again_of_id, again.asked_by) == (Status.COMPLETED, first.id, "Ada")
    assert again.arguments == first.arguments
    assert (await read(database, first.id)).status is Status.FAILED


async def test_a_step_of_a_superseded_attempt_leaves_nothing_behind(database: Database) -> None:
    job = await play.begin(database, name="x")
    async with database.writing() as session:
        await transitions.recover(session)
        record = await transitions.claim_this(session, "another", job.id)
    assert record is not None
    newer = Job(database, record)

    with pytest.raises(Superseded):
        async with job.step("Too late") as session:
            await play.enqueue(session, name="an effect")
    job.note("Too late as well.")
    with pytest.raises(Superseded):
        async with job.writing_news():
            pass
    async with newer.step("In time") as session:
        await play.enqueue(session, name="the effect")

    async with database.reading() as session:
        titles = [one.title for one in await queries.jobs(session)]
        assert titles == ["Play the effect", "Play x"]
    assert await said(database, record) == [transitions.STOPPED_WHILE_RUNNING]


async def test_a_failed_step_leaves_nothing_behind_and_says_so(database: Database) -> None:
    job = await play.begin(database, name="x")
    job.note("Before.")
    with pytest.raises(ZeroDivisionError):
        async with job.step("Breaking") as session:
            await play.enqueue(session, name="an effect")
            raise ZeroDivisionError
    async with job.step("Working"):
        job.note("After.")

    async with database.reading() as session:
        steps = [(step.name, step.status) for step in await queries.steps(session, job.id)]
        assert len(await queries.jobs(session)) == 1
    assert sorted(steps) == [("Breaking", Status.FAILED), ("Working", Status.COMPLETED)]
    assert await said(database, await read(database, job.id)) == ["Before.", "After."]


async def test_a_later_attempt_knows_which_steps_are_done(database: Database) -> None:
    job = await play.begin(database, name="x")
    assert not await job.has_done("One")
    async with job.step("One"):
        pass
    assert await job.has_done("One")
    async with database.writing() as session:
        await transitions.recover(session)
        record = await transitions.claim_this(session, "another", job.id)
    assert record is not None
    later = Job(database, record)

    assert await later.has_done("One")
    assert not await later.has_done("Two")


async def test_a_handler_needs_no_engine(database: Database) -> None:
    job = await play.begin(database, name="x")

    assert await play(job, name="x") == {"played": "x"}
    assert await said(database, await read(database, job.id)) == ["x plays"]


async def test_progress_is_written_at_most_four_times_a_second(database: Database) -> None:
    writes: list[str] = []

    @event.listens_for(database.writer.sync_engine, "before_cursor_execute")
    def look(*seen: object) -> None:
        statement = str(seen[2])
        if statement.startswith("UPDATE jobs") and "message=" in statement:
            writes.append(statement)

    started = time.monotonic()
    async with engine(database):
        record = await reached(database, await enqueued(database, count, total=1_000))
    seconds = time.monotonic() - started

    assert (record.current, record.total, record.percent) == (1_000, 1_000, 100)
    assert record.message == "Number 1000"
    assert 1 <= len(writes) <= 4 * seconds + 2  # the first and the last


async def test_progress_can_be_seen_while_the_job_runs(database: Database) -> None:
    async with engine(database):
        record = await enqueued(database, count, total=100_000)
        while (now := await read(database, record.id)).current is None or now.eta_at is None:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        await cancelled(database, record)

    assert now.status is Status.RUNNING
    assert now.percent is not None
    assert now.percent < 100


async def test_arguments_and_results_keep_their_types_and_hold_whatever_a_disk_holds(
    database: Database,
) -> None:
    path, owner = Path(b"/media/\xff film".decode(errors="surrogateescape")), uuid.uuid4()
    async with engine(database):
        record = await enqueued(database, typed, path=path, owner=owner, days=[1, 2])
        record = await reached(database, record)

    assert record.status is Status.COMPLETED, record.error
    assert record.result is not None
    assert (record.result["owner"], record.result["days"]) == (str(owner), [1, 2])


@pytest.mark.parametrize(
    ("column", "error"),
    [
        ("kind = 'older.kind'", "This version knows no job of the kind older.kind."),
        ("arguments = '{}'", "These arguments do not fit a job of the kind test.play: name"),
    ],
)
async def test_a_job_of_another_version_fails_in_words(
    database: Database, column: str, error: str
) -> None:
    record = await enqueued(database, play, name="x")
    async with database.writing() as session:
        await session.execute(text(f"UPDATE jobs SET {column}"))  # noqa: S608  # our own words
    async with engine(database):
        record = await reached(database, record)

    assert record.status is Status.FAILED
    assert record.error is not None
    assert record.error.startswith(error)
