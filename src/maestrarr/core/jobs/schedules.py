"""Schedules: what starts by itself, and when.

A schedule is due at `next_at`, which is written down. Starting it moves that moment and queues its
job in one transaction, so each slot starts one job, also when the process dies or the clock jumps;
slots that passed while nothing ran are caught up by one.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from cronsim import CronSim, CronSimError
from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.core.jobs import registry
from maestrarr.core.jobs.errors import NoSuchSchedule, UnfitPattern, UnknownKind, UnknownZone
from maestrarr.core.jobs.events import ScheduleChanged
from maestrarr.core.jobs.models import JobRecord, ScheduleRecord
from maestrarr.kit import clock
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from maestrarr.kit.rounds import PAUSE_SECONDS, Rounds

LOOK_SECONDS = 1.0
ASKED_BY = "schedule"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Shipped:
    """A schedule that every installation begins with; its name is its job's kind."""

    kind: str
    pattern: str


_shipped: dict[str, Shipped] = {}


def ship(kind: str, pattern: str) -> None:
    """Declare that jobs of a kind that takes no arguments start by this pattern."""
    _shipped[kind] = Shipped(kind, pattern)


def next_time(pattern: str, zone: str, after: datetime) -> datetime:
    """Tell when a schedule is due next.

    A time that the zone's clocks skip comes right after the gap; one that they repeat comes once.

    Args:
        pattern: minute, hour, day, month and weekday, as cron reads them.
        zone: an IANA name, such as `Europe/Paris`.
        after: the moment that it comes after.

    Raises:
        UnfitPattern: cron would not read it so, or it never comes.
        UnknownZone: there is no such zone.
    """
    place = clock.zone(zone)
    if place is None:
        raise UnknownZone(zone)
    if len(pattern.split()) != 5:
        raise UnfitPattern(pattern)
    try:
        return next(CronSim(pattern, after.astimezone(place))).astimezone(after.tzinfo)
    except (CronSimError, StopIteration, OverflowError, ValueError) as error:
        raise UnfitPattern(pattern) from error


def next_times(record: ScheduleRecord, count: int) -> list[datetime]:
    """Tell the moments at which a schedule starts next, as far as there are any."""
    found = [] if record.is_paused else [record.next_at]
    with suppress(UnfitPattern, UnknownZone):  # after these nobody can tell
        while 0 < len(found) < count:
            found.append(next_time(record.pattern, record.zone, found[-1]))
    return found


def title(record: ScheduleRecord) -> str:
    """Say what a schedule starts, in its job's words."""
    try:
        return registry.find(record.kind).title.format_map(record.arguments)
    except UnknownKind:
        return record.kind


async def put_in_shipped(session: AsyncSession, moment: datetime) -> None:
    """Write down the shipped schedules that are not there yet; those that are stay as they are.

    They begin by the clocks of this machine: at night is when its people sleep.
    """
    zone = clock.own_zone()
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    for shipped in _shipped.values():
        row = {
            "id": new_id(),
            "name": shipped.kind,
            "kind": shipped.kind,
            "arguments": {},
            "pattern": shipped.pattern,
            "zone": zone,
            "is_paused": False,
            "next_at": next_time(shipped.pattern, zone, moment),
        }
        await session.execute(insert(ScheduleRecord).values(row).on_conflict_do_nothing())


async def schedules(session: AsyncSession) -> list[ScheduleRecord]:
    """Return every schedule, the next one to start first."""
    statement = select(ScheduleRecord).order_by(ScheduleRecord.next_at, ScheduleRecord.name)
    return list((await session.scalars(statement)).all())


async def find(session: AsyncSession, name: str) -> ScheduleRecord:
    """Return the schedule of this name.

    Raises:
        NoSuchSchedule: there is none.
    """
    statement = select(ScheduleRecord).where(ScheduleRecord.name == name)
    record = (await session.scalars(statement)).one_or_none()
    if record is None:
        raise NoSuchSchedule(name)
    return record


async def edit(
    session: AsyncSession,
    name: str,
    *,
    pattern: str | None = None,
    zone: str | None = None,
    is_paused: bool | None = None,
) -> ScheduleRecord:
    """Change when a schedule starts; one that goes on after a pause does not catch up.

    Raises:
        NoSuchSchedule: there is none of this name.
        UnfitPattern: the pattern is none.
        UnknownZone: the zone is none.
    """
    record = await find(session, name)
    record.pattern = pattern or record.pattern
    record.zone = zone or record.zone
    record.is_paused = record.is_paused if is_paused is None else is_paused
    record.next_at = next_time(record.pattern, record.zone, now())
    await session.flush()
    await events.publish(session, ScheduleChanged(name))
    return record


async def run_now(session: AsyncSession, name: str, *, asked_by: str) -> JobRecord:
    """Queue the job of a schedule at once; when it is due next stays as it is.

    Raises:
        NoSuchSchedule: there is none of this name.
        UnknownKind: this version knows no such job.
    """
    record = await find(session, name)
    await events.publish(session, ScheduleChanged(name))
    return await registry.find(record.kind).enqueue(session, asked_by=asked_by, **record.arguments)


async def start_due(session: AsyncSession, moment: datetime) -> Sequence[UUID]:
    """Queue the job of each schedule that is due, once however late it is; return the jobs' ids."""
    due = select(ScheduleRecord).where(~ScheduleRecord.is_paused, ScheduleRecord.next_at <= moment)
    jobs = []
    for record in (await session.scalars(due.with_for_update(skip_locked=True))).all():
        await _move_on(session, record, moment)
        try:
            kind = registry.find(record.kind)
        except UnknownKind as problem:
            log.warning("schedules.kind_unknown", schedule=record.name, reason=str(problem))
            continue
        jobs.append((await kind.enqueue(session, asked_by=ASKED_BY, **record.arguments)).id)
    return jobs


async def _move_on(session: AsyncSession, record: ScheduleRecord, moment: datetime) -> None:
    """Note when a schedule is due next; pause one of which nobody can tell any more.

    A zone may vanish with an update of the system, and must not stop the others.
    """
    slot = record.next_at
    noted: dict[str, object] = {"last_at": slot}
    try:
        noted["next_at"] = next_time(record.pattern, record.zone, moment)
    except (UnfitPattern, UnknownZone) as problem:
        log.warning("schedules.paused", schedule=record.name, reason=str(problem))
        noted["is_paused"] = True
    statement = update(ScheduleRecord).where(
        ScheduleRecord.id == record.id, ScheduleRecord.next_at == slot
    )
    await session.execute(statement.values(noted).execution_options(synchronize_session=False))
    await events.publish(session, ScheduleChanged(record.name))


class Scheduler:
    """Starts what is due, in the process that runs the jobs."""

    def __init__(self, database: Database, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._database = database
        self._rounds = Rounds(
            "schedules",
            self._look,
            log=log,
            retry_seconds=LOOK_SECONDS,
            pause_seconds=pause_seconds,
        )

    @property
    def is_in_trouble(self) -> bool:
        """Tell whether a bug stopped it, and it has not begun again."""
        return self._rounds.is_in_trouble

    async def start(self) -> None:
        """Write down what was shipped, then begin to look."""
        async with self._database.writing() as session:
            await put_in_shipped(session, now())
        self._rounds.start()

    async def stop(self) -> None:
        """Start nothing more."""
        await self._rounds.stop()

    async def _look(self) -> float:
        """Start what is due; return how long to rest, in seconds: short, for clocks may jump."""
        due_at = select(func.min(ScheduleRecord.next_at)).where(~ScheduleRecord.is_paused)
        async with self._database.reading() as session:
            earliest: datetime | None = (await session.execute(due_at)).scalar_one_or_none()
        moment = now()
        if earliest is None:
            return LOOK_SECONDS
        if earliest <= moment:
            async with self._database.writing() as session:
                await start_due(session, moment)
        return min(max((earliest - moment).total_seconds(), 0.0), LOOK_SECONDS)
