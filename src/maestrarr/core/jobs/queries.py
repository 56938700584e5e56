"""Every question about jobs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs.errors import NoSuchJob
from maestrarr.core.jobs.models import JobRecord, LogLine, StepRecord
from maestrarr.core.jobs.states import Severity, Status

PAGE = 50


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


async def to_cancel(session: AsyncSession) -> set[UUID]:
    """Return the running jobs that somebody asked to cancel."""
    statement = select(JobRecord.id).where(
        JobRecord.status == Status.RUNNING, JobRecord.cancel_asked
    )
    return set((await session.scalars(statement)).all())
