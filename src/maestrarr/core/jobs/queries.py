"""Every question about jobs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Float,
    Select,
    Text,
    and_,
    cast,
    exists,
    false,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import BigInteger

from maestrarr.core.jobs.errors import NoSuchJob, SeveralJobs
from maestrarr.core.jobs.models import JobRecord, LogLine, StepRecord
from maestrarr.core.jobs.states import ENDED, Severity, Status
from maestrarr.kit.clock import now

PAGE = 50
_running = aliased(JobRecord)
_DAY_MICROSECONDS = 86_400_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which jobs to list; what is empty does not narrow."""

    statuses: Sequence[Status] = ()
    kinds: Sequence[str] = ()
    asked_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStatistics:
    """How the jobs of one kind fared that ended on one day, in UTC."""

    kind: str
    day: date
    completed: int
    failed: int
    cancelled: int
    skipped: int
    average_seconds: float | None
    longest_seconds: float | None

    @property
    def success_rate(self) -> float | None:
        """Tell the completed share of those that completed or failed; None if none did."""
        judged = self.completed + self.failed
        return self.completed / judged if judged else None


async def job(session: AsyncSession, job_id: UUID, *, lock: bool = False) -> JobRecord:
    """Return a job as it stands now; with `lock`, nobody else changes it until the commit.

    Raises:
        NoSuchJob: there is no such job.
    """
    statement = select(JobRecord).where(JobRecord.id == job_id)
    if lock:
        statement = statement.with_for_update()
    fresh = statement.execution_options(populate_existing=True)
    record = (await session.scalars(fresh)).one_or_none()
    if record is None:
        raise NoSuchJob(str(job_id))
    return record


async def find(session: AsyncSession, name: str) -> JobRecord:
    """Return the job whose id is `name`, or begins or ends with it as no other does.

    Raises:
        NoSuchJob: there is none.
        SeveralJobs: there is more than one.
    """
    digits = name.replace("-", "").lower()
    if not digits or len(digits) > 32 or set(digits) - set("0123456789abcdef"):
        raise NoSuchJob(name)
    begins = JobRecord.id.between(UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f")))
    ends = _digits(session).endswith(digits)
    fitting = select(JobRecord).where(or_(begins, ends)).limit(2)
    records = (await session.scalars(fitting)).all()
    if len(records) > 1:
        raise SeveralJobs(name)
    if not records:
        raise NoSuchJob(name)
    return records[0]


async def jobs(
    session: AsyncSession,
    wanted: Filter = Filter(),  # frozen
    *,
    before: UUID | None = None,
    limit: int = PAGE,
) -> list[JobRecord]:
    """Return a page of jobs, the newest first, from the one queued before job `before` on."""
    statement = select(JobRecord).order_by(JobRecord.id.desc()).limit(limit)
    if wanted.statuses:
        statement = statement.where(JobRecord.status.in_(wanted.statuses))
    if wanted.kinds:
        statement = statement.where(JobRecord.kind.in_(wanted.kinds))
    if wanted.asked_by is not None:
        statement = statement.where(JobRecord.asked_by == wanted.asked_by)
    if before is not None:
        statement = statement.where(JobRecord.id < before)
    return list((await session.scalars(statement)).all())


async def statistics(
    session: AsyncSession, *, since: timedelta = timedelta(days=30)
) -> list[DayStatistics]:
    """Tell how jobs fared, by kind and by the day they ended on, the latest day first."""
    rows = await session.execute(_statistics(session).where(JobRecord.ended_at >= now() - since))
    return [
        DayStatistics(
            kind=row.kind,
            day=date(1970, 1, 1) + timedelta(days=int(row.day)),
            **{status.value: getattr(row, status.value) for status in ENDED},
            average_seconds=row.average_seconds,
            longest_seconds=row.longest_seconds,
        )
        for row in rows
    ]


async def tally(session: AsyncSession) -> list[tuple[str, Status, int]]:
    """Count the jobs that are known, by kind and status."""
    statement = (
        select(JobRecord.kind, JobRecord.status, func.count())
        .group_by(JobRecord.kind, JobRecord.status)
        .order_by(JobRecord.kind, JobRecord.status)
    )
    return [(kind, status, count) for kind, status, count in await session.execute(statement)]


async def steps(session: AsyncSession, job_id: UUID) -> list[StepRecord]:
    """Return the parts of a job that ended, in the order they ended."""
    statement = select(StepRecord).where(StepRecord.job_id == job_id).order_by(StepRecord.id)
    return list((await session.scalars(statement)).all())


async def log_lines(
    session: AsyncSession,
    job_id: UUID,
    *,
    after: int = 0,
    severities: tuple[Severity, ...] = tuple(Severity),
    limit: int = 1_000,
) -> list[LogLine]:
    """Return a job's lines in the order they were said, from the one after line `after` on."""
    statement = (
        select(LogLine)
        .where(LogLine.job_id == job_id, LogLine.id > after, LogLine.severity.in_(severities))
        .order_by(LogLine.id)
        .limit(limit)
    )
    return list((await session.scalars(statement)).all())


async def predecessors(session: AsyncSession, job_id: UUID) -> set[UUID]:
    """Return the job and every job that it waits for, directly or through others."""
    chain: set[UUID] = set()
    next_id: UUID | None = job_id
    while next_id and next_id not in chain:
        chain.add(next_id)
        link = select(JobRecord.after_id).where(JobRecord.id == next_id)
        next_id = (await session.execute(link)).scalar_one_or_none()
    return chain


async def done_steps(session: AsyncSession, job_id: UUID) -> set[str]:
    """Return the names of the steps whose effects are committed, by whichever attempt."""
    statement = select(StepRecord.name).where(
        StepRecord.job_id == job_id, StepRecord.status == Status.COMPLETED
    )
    return set((await session.scalars(statement)).all())


async def next_due(session: AsyncSession) -> datetime | None:
    """Tell when the next queued job may start, as far as its time goes; None if none waits."""
    statement = select(func.min(JobRecord.run_after)).where(JobRecord.status == Status.QUEUED)
    return (await session.execute(statement)).scalar_one()


async def due(session: AsyncSession, job_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Tell when those of these jobs that wait may start, as far as their time goes."""
    waiting = select(JobRecord.id, JobRecord.run_after).where(
        JobRecord.id.in_(job_ids), JobRecord.status == Status.QUEUED
    )
    return {row.id: row.run_after for row in await session.execute(waiting)}


@cache
def full(caps: frozenset[tuple[str, int]]) -> Select[str]:
    """Ask for the kinds of which so many run as `caps` allows."""
    reached = (and_(_running.kind == kind, func.count() >= cap) for kind, cap in caps)
    return (
        select(_running.kind)
        .where(_running.status == Status.RUNNING, _running.kind.in_([kind for kind, _ in caps]))
        .group_by(_running.kind)
        .having(or_(false(), *reached))
    )


async def is_owned(session: AsyncSession, job_id: UUID, attempt: int) -> bool:
    """Tell whether a job runs, and by this attempt."""
    owned = exists().where(
        JobRecord.id == job_id, JobRecord.attempt == attempt, JobRecord.status == Status.RUNNING
    )
    return bool((await session.execute(select(owned))).scalar_one())


async def to_cancel(session: AsyncSession) -> set[UUID]:
    """Return the running jobs that somebody asked to cancel."""
    statement = select(JobRecord.id).where(
        JobRecord.status == Status.RUNNING, JobRecord.cancel_asked
    )
    return set((await session.scalars(statement)).all())


def _statistics(session: AsyncSession) -> Select[*tuple[Any, ...]]:
    day, seconds = _day(session), _seconds(session)
    sums = (func.count().filter(JobRecord.status == status).label(status) for status in ENDED)
    return (
        select(
            JobRecord.kind,
            day.label("day"),
            *sums,
            func.avg(seconds).label("average_seconds"),
            func.max(seconds).label("longest_seconds"),
        )
        .where(JobRecord.status.in_(ENDED))
        .group_by(JobRecord.kind, day)
        .order_by(day.desc(), JobRecord.kind)
    )


def _day(session: AsyncSession) -> ColumnElement[int]:
    """Number the day a job ended on, from 1970 on."""
    if _is_sqlite(session):
        return type_coerce(JobRecord.ended_at, BigInteger) // _DAY_MICROSECONDS
    return func.floor(func.extract("epoch", JobRecord.ended_at) / 86_400, type_=BigInteger)


def _seconds(session: AsyncSession) -> ColumnElement[float | Decimal]:
    """Measure how long a job's last attempt took."""
    if _is_sqlite(session):
        ended = type_coerce(JobRecord.ended_at, BigInteger)
        return (ended - type_coerce(JobRecord.started_at, BigInteger)) / 1_000_000.0
    took = func.extract("epoch", JobRecord.ended_at - JobRecord.started_at)
    return cast(took, Float)


def _digits(session: AsyncSession) -> ColumnElement[str]:
    """Write a job's id in the database's words as 32 digits."""
    if _is_sqlite(session):
        return func.lower(func.hex(JobRecord.id), type_=Text())
    return func.replace(cast(JobRecord.id, Text), "-", "", type_=Text())


def _is_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"
