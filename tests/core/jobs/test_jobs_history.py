"""What is remembered of jobs, how it is asked for, and when it is forgotten."""

from datetime import timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, update
from stage import engine, enqueued, fail, play, reached, said

from maestrarr.core.jobs import queries, service
from maestrarr.core.jobs.errors import NoSuchJob, SeveralJobs
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Severity, Status
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Database

TABLES = {"jobs", "job_steps", "job_log_lines"}


async def test_the_migration_makes_the_tables_that_the_models_describe(
    database: Database,
) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in TABLES},
        )
        wanted = Base.metadata.__class__(naming_convention=Base.metadata.naming_convention)
        for name in TABLES:
            Base.metadata.tables[name].to_metadata(wanted)
        found = compare_metadata(context, wanted)
        # SQLite does not tell in which direction an index runs.
        return [one for one in found if "ix_jobs_queue" not in str(one) or not database.is_sqlite]

    async with database.writer.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_jobs_are_listed_newest_first_filtered_and_in_pages(database: Database) -> None:
    queued = [await enqueued(database, play, name=str(number)) for number in range(5)]
    other = await enqueued(database, fail, fault="unwilling")
    async with database.writing() as session:
        await service.cancel(session, queued[0].id)
    newest = [record.id for record in reversed(queued)]

    async with database.reading() as session:
        first = await queries.jobs(session, queries.Filter(kinds=["test.play"]), limit=3)
        rest = await queries.jobs(session, queries.Filter(kinds=["test.play"]), before=first[-1].id)
        cancelled = await queries.jobs(session, queries.Filter(statuses=[Status.CANCELLED]))
        everything = await queries.jobs(session)

    assert [record.id for record in first + rest] == newest
    assert [record.id for record in cancelled] == [queued[0].id]
    assert [record.id for record in everything] == [other.id, *newest]


async def test_a_job_is_found_by_its_id_or_its_beginning_or_its_end(database: Database) -> None:
    record = await enqueued(database, play, name="x")
    await enqueued(database, play, name="y")

    async with database.reading() as session:
        for name in (str(record.id), record.id.hex.upper(), record.id.hex[-12:]):
            assert (await queries.find(session, name)).id == record.id
        with pytest.raises(SeveralJobs):
            await queries.find(session, record.id.hex[:4])


@pytest.mark.parametrize("name", ["", "-", "xyz", "f" * 33, "0" * 32, "'; --", "\0", "é"])
async def test_what_names_no_job_is_said_in_words(database: Database, name: str) -> None:
    async with database.reading() as session:
        with pytest.raises(NoSuchJob, match="There is no job"):
            await queries.find(session, name)


async def test_a_log_can_be_read_on_from_a_line_and_by_severity(database: Database) -> None:
    job = await play.begin(database, name="x")
    job.debug("One.")
    job.note("Two.")
    job.warn("Three.")
    job.error("Four.")
    async with job.writing_news():
        pass

    async with database.reading() as session:
        lines = await queries.log_lines(session, job.id)
        later = await queries.log_lines(session, job.id, after=lines[1].id)
        loud = await queries.log_lines(session, job.id, severities=(Severity.WARNING,))
    assert [line.severity for line in lines] == list(Severity)
    assert [line.sentence for line in later] == ["Three.", "Four."]
    assert [line.sentence for line in loud] == ["Three."]


async def test_history_is_forgotten_after_thirty_days_with_all_that_belongs_to_it(
    database: Database,
) -> None:
    async with engine(database):
        old = await reached(database, await enqueued(database, play, name="old"))
        awaited = await reached(database, await enqueued(database, play, name="awaited"))
        new = await reached(database, await enqueued(database, play, name="new"))
    waits = await enqueued(
        database, play, name="z", after=awaited.id, run_after=now() + timedelta(days=1)
    )
    async with database.writing() as session:
        long_ago = now() - timedelta(days=30, seconds=1)
        aged = update(JobRecord).where(JobRecord.id.in_([old.id, awaited.id]))
        await session.execute(aged.values(ended_at=long_ago))
        assert await service.purge(session, keep=timedelta(days=30)) == 1

    async with database.reading() as session:
        kept = {record.id for record in await queries.jobs(session)}
        assert await queries.steps(session, old.id) == []
    assert kept == {awaited.id, new.id, waits.id}
    assert await said(database, old) == []


async def test_statistics_tell_durations_and_the_share_of_success_by_kind_and_day(
    database: Database,
) -> None:
    async with engine(database):
        for name in ("a", "b", "c"):
            last = await reached(database, await enqueued(database, play, name=name))
        await reached(database, await enqueued(database, fail, fault="unwilling"))
    yesterday = now() - timedelta(days=1)
    async with database.writing() as session:
        earlier = update(JobRecord).where(JobRecord.id == last.id)
        times = {"ended_at": yesterday, "started_at": yesterday - timedelta(seconds=90)}
        await session.execute(earlier.values(times))
    async with database.writing() as session:
        await service.cancel(session, (await play.enqueue(session, name="cancelled")).id)

    async with database.reading() as session:
        failed, played, before = await queries.statistics(session)

    assert (failed.kind, failed.failed, failed.success_rate) == ("test.fail", 1, 0)
    assert (played.completed, played.cancelled, played.success_rate) == (2, 1, 1)
    assert (before.day, before.completed) == (yesterday.date(), 1)
    assert before.average_seconds == before.longest_seconds == 90
