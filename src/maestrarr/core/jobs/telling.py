"""Telling others how a job stands, in the transaction that makes it so."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.core.jobs.events import JobChanged
from maestrarr.core.jobs.models import JobRecord, percent


async def tell(session: AsyncSession, job_id: UUID) -> None:
    """Publish how a job stands now."""
    statement = select(
        JobRecord.status, JobRecord.current, JobRecord.total, JobRecord.eta_at, JobRecord.worker
    ).where(JobRecord.id == job_id)
    row = (await session.execute(statement)).one()
    done = percent(row.current, row.total)
    await events.publish(session, JobChanged(job_id, row.status, done, row.eta_at, row.worker))


async def tell_of(session: AsyncSession, record: JobRecord) -> None:
    """Publish how a job stands that was read just now."""
    changed = JobChanged(record.id, record.status, record.percent, record.eta_at, record.worker)
    await events.publish(session, changed)
