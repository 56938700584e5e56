"""Schedules start each slot once: across zones, stops, crashes and clocks that jump."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from stage import play, reached

from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs import queries, schedules
from maestrarr.core.jobs.errors import NoSuchSchedule, UnfitPattern, UnknownZone
from maestrarr.core.jobs.models import JobRecord, ScheduleRecord
from maestrarr.core.jobs.schedules import Scheduler, next_time
from maestrarr.core.jobs.states import Status
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database

NIGHT = "0 2 * * *"


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("pattern", "zone", "after", "expected"),
    [
        (NIGHT, "UTC", "2026-01-01T01:00", "2026-01-01T02:00"),
        (NIGHT, "UTC", "2026-01-01T02:00", "2026-01-02T02:00"),
        (NIGHT, "Europe/Paris", "2026-01-01T01:30", "2026-01-02T01:00"),
        (NIGHT, "Europe/Paris", "2026-07-01T01:30", "2026-07-02T00:00"),
        ("30 2 * * *", "Europe/Paris", "2026-03-28T12:00", "2026-03-29T01:00"),  # skipped: 03:00
        ("30 2 * * *", "Europe/Paris", "2026-10-24T12:00", "2026-10-25T00:30"),  # twice: the first
        ("30 2 * * *", "Europe/Paris", "2026-10-25T00:30", "2026-10-26T01:30"),  # and only that
        ("0 0 29 2 *", "UTC", "2026-01-01T00:00", "2028-02-29T00:00"),
        ("*/15 * * * *", "Asia/Kathmandu", "2026-01-01T00:01", "2026-01-01T00:15"),
    ],
)
def test_a_pattern_is_read_by_the_clocks_of_its_zone(
    pattern: str, zone: str, after: str, expected: str
) -> None:
    assert next_time(pattern, zone, utc(after)) == utc(expected)


@pytest.mark.parametrize(
    "pattern", ["", "x", "* * * *", "* * * * * *", "60 * * * *", "0 0 30 2 *", "0 0 31 4 *", "\0"]
)
def test_what_is_no_pattern_is_refused_in_words(pattern: str) -> None:
    with pytest.raises(UnfitPattern):
        next_time(pattern, "UTC", now())


@pytest.mark.parametrize("zone", ["", "Nowhere", "../etc/passwd", "Europe", "\0", "/etc/passwd"])
def test_what_is_no_zone_is_refused_in_words(zone: str) -> None:
    with pytest.raises(UnknownZone):
        next_time(NIGHT, zone, now())


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedules, "_shipped", {})


async def put(database: Database, *, next_at: datetime, kind: str = play.name) -> None:
    async with database.writing() as session:
        session.add(
            ScheduleRecord(
                name="nightly",
                kind=kind,
                arguments={"name": "x"},
                pattern=NIGHT,
                zone="UTC",
                is_paused=False,
                next_at=next_at,
            )
        )


async def start_due(database: Database, moment: datetime) -> int:
    async with database.writing() as session:
        return len(await schedules.start_due(session, moment))


async def jobs(database: Database) -> list[JobRecord]:
    async with database.reading() as session:
        return await queries.jobs(session)


async def only(database: Database) -> ScheduleRecord:
    async with database.reading() as session:
        return await schedules.find(session, "nightly")


async def test_what_is_due_starts_once_and_is_due_again_the_next_time(database: Database) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot)

    assert await start_due(database, slot - timedelta(seconds=1)) == 0
    assert await start_due(database, slot) == 1
    assert await start_due(database, slot) == 0
    (job,) = await jobs(database)
    record = await only(database)
    assert (job.asked_by, job.arguments) == ("schedule", {"name": "x"})
    assert (record.last_at, record.next_at) == (slot, slot + timedelta(days=1))
    async with database.reading() as session:
        news = select(EventRecord.facts).where(EventRecord.kind == "schedule.changed")
        assert (await session.scalars(news)).all() == [{"name": "nightly"}]


async def test_missed_times_are_caught_up_once_together(database: Database) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot)

    assert await start_due(database, slot + timedelta(days=9, hours=1)) == 1
    assert (await only(database)).next_at == slot + timedelta(days=10)


async def test_a_clock_that_jumps_back_starts_nothing_twice(database: Database) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot)
    await start_due(database, slot)

    assert await start_due(database, slot - timedelta(hours=1)) == 0
    assert await start_due(database, slot) == 0


async def test_a_crash_before_the_commit_leaves_the_slot_to_the_next(database: Database) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot)
    with pytest.raises(ZeroDivisionError):
        async with database.writing() as session:
            await schedules.start_due(session, slot)
            raise ZeroDivisionError

    assert await jobs(database) == []
    assert await start_due(database, slot) == 1


async def test_a_paused_schedule_starts_nothing_and_catches_up_nothing(database: Database) -> None:
    await put(database, next_at=utc("2026-01-01T02:00"))
    async with database.writing() as session:
        await schedules.edit(session, "nightly", is_paused=True)
    assert await start_due(database, now() + timedelta(days=3)) == 0

    async with database.writing() as session:
        record = await schedules.edit(session, "nightly", is_paused=False)
    assert record.next_at > now()
    assert await start_due(database, now()) == 0


async def test_a_schedule_can_be_run_now_and_moved(database: Database) -> None:
    slot = now() + timedelta(hours=1)
    await put(database, next_at=slot)
    async with database.writing() as session:
        job = await schedules.run_now(session, "nightly", asked_by="terminal")
        assert (await schedules.find(session, "nightly")).next_at == slot
        record = await schedules.edit(session, "nightly", pattern="0 5 * * *", zone="Asia/Tokyo")

    assert job.asked_by == "terminal"
    assert record.next_at.hour == 20


async def test_a_kind_that_is_no_more_is_passed_over(database: Database) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot, kind="older.kind")

    assert await start_due(database, slot) == 0
    assert (await only(database)).next_at > slot


async def test_a_name_that_is_none_is_refused_in_words(database: Database) -> None:
    async with database.writing() as session:
        with pytest.raises(NoSuchSchedule):
            await schedules.run_now(session, "never", asked_by="terminal")


@asynccontextmanager
async def scheduling(database: Database) -> AsyncIterator[None]:
    scheduler = Scheduler(database)
    await scheduler.start()
    try:
        yield
    finally:
        await scheduler.stop()


async def test_two_processes_start_one_job(database: Database) -> None:
    await put(database, next_at=now() - timedelta(minutes=1))
    async with scheduling(database), scheduling(database):
        while not (found := await jobs(database)):
            pass

    assert len(await jobs(database)) == len(found) == 1
    waits = await reached(database, found[0], Status.QUEUED)
    assert waits.asked_by == "schedule"


async def test_what_is_shipped_is_written_down_once_and_stays_as_it_was_changed(
    database: Database,
) -> None:
    schedules.ship("test.play", NIGHT)
    async with scheduling(database):
        pass
    async with database.writing() as session:
        await schedules.edit(session, "test.play", pattern="0 5 * * *")
    async with scheduling(database):
        pass

    async with database.reading() as session:
        (record,) = await schedules.schedules(session)
    assert (record.name, record.pattern) == ("test.play", "0 5 * * *")


async def test_what_is_shipped_begins_by_the_clocks_of_the_machine(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    schedules.ship("test.play", NIGHT)
    async with database.writing() as session:
        await schedules.put_in_shipped(session, utc("2026-01-01T00:00"))

    async with database.reading() as session:
        (record,) = await schedules.schedules(session)
    assert record.zone == "Asia/Kathmandu"
    assert record.next_at == utc("2026-01-01T20:15")


async def test_a_zone_that_has_vanished_pauses_its_schedule_and_stops_no_other(
    database: Database,
) -> None:
    slot = utc("2026-01-01T02:00")
    await put(database, next_at=slot)
    async with database.writing() as session:
        lost = ScheduleRecord(
            name="lost", kind=play.name, arguments={"name": "y"}, pattern=NIGHT,
            zone="Mars/Phobos", is_paused=False, next_at=slot,
        )  # fmt: skip
        session.add(lost)

    assert await start_due(database, slot) == 2
    assert await start_due(database, slot + timedelta(days=1)) == 1
    async with database.reading() as session:
        found = await schedules.find(session, "lost")
    assert found.is_paused
    assert schedules.next_times(found, 5) == []


async def test_a_bug_stops_no_schedule_for_good(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_broken = True
    start_due = schedules.start_due

    async def broken(session: AsyncSession, moment: datetime) -> Sequence[UUID]:
        if is_broken:
            raise ZeroDivisionError("a bug")
        return await start_due(session, moment)

    monkeypatch.setattr(schedules, "start_due", broken)
    await put(database, next_at=now())
    scheduler = Scheduler(database, pause_seconds=0.05)
    await scheduler.start()
    while not scheduler.is_in_trouble:  # noqa: ASYNC110  # it rings no bell
        await asyncio.sleep(0.01)
    is_broken = False
    while scheduler.is_in_trouble:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await scheduler.stop()

    assert len(await jobs(database)) == 1
