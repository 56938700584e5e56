"""Telling others how a job stands, in the transaction that makes it so."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.core.jobs.events import JobChanged
from maestrarr.core.jobs.models import JobRecord, percent

STANDS = (
    JobRecord.id,
    JobRecord.status,
    JobRecord.current,
    JobRecord.total,
    JobRecord.eta_at,
    JobRecord.worker,
)


async def tell(session: AsyncSession, job_id: UUID) -> None:
    """Publish how a job stands now."""
    statement = select(*STANDS).where(JobRecord.id == job_id)
    await tell_of(session, (await session.execute(statement)).one())


async def tell_of(session: AsyncSession, job: JobRecord | Row[*tuple[Any, ...]]) -> None:
    """Publish how a job stands, of which a record or a row of `STANDS` was read just now."""
    done = percent(job.current, job.total)
    await events.publish(session, JobChanged(job.id, job.status, done, job.eta_at, job.worker))
