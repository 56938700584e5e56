"""Who works: each process that runs jobs says so, and those that fall silent are relieved."""

import os
import secrets
import socket
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, exists, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr import __version__
from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.models import JobRecord, WorkerRecord
from maestrarr.core.jobs.schemas import WorkerDocument
from maestrarr.core.jobs.states import Status
from maestrarr.kit.clock import now

DEAD_AFTER = timedelta(seconds=30)  # without a word
_LOCK = 0x4D41_4557  # "MAEW": one claims, or relieves, at a time
_ALONE = text(
    "SELECT set_config('idle_in_transaction_session_timeout', '2s', true), "
    "set_config('synchronous_commit', 'off', true), "
    f"pg_advisory_xact_lock({_LOCK})"
)


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that runs jobs."""

    host: str
    pid: int
    name: str

    @classmethod
    def here(cls) -> "Worker":
        """Name this process as no other is named, not even the next of its number on this host."""
        host, pid = socket.gethostname(), os.getpid()
        return cls(host, pid, f"{host}:{pid}:{secrets.token_hex(2)}")


async def alone(session: AsyncSession) -> None:
    """Let no other worker claim or relieve until the transaction ends, soon in any case.

    A process that is frozen here must not keep all others from working, nor the disk: should
    PostgreSQL crash before it has what was written here, nothing that followed stands there either.
    """
    await session.execute(_ALONE)


async def beat(session: AsyncSession, worker: Worker, at_once: int) -> bool:
    """Say that a worker lives, by the database's clock; False when it was not known to."""
    seen = (
        update(WorkerRecord)
        .where(WorkerRecord.name == worker.name)
        .values(seen_at=func.now(), at_once=at_once)
        .returning(WorkerRecord.name)
    )
    if (await session.execute(seen)).first() is not None:
        return True
    row = _row(worker, at_once) | {"seen_at": func.now()}
    await session.execute(insert(WorkerRecord).values(row))
    return False


async def be_alone(session: AsyncSession, worker: Worker, at_once: int) -> None:
    """Say that a worker is the only one, as whoever holds the data folder may."""
    await session.execute(delete(WorkerRecord))
    await session.execute(insert(WorkerRecord).values(_row(worker, at_once)))


async def leave(session: AsyncSession, worker: Worker) -> None:
    """Say that a worker has ended."""
    await session.execute(delete(WorkerRecord).where(WorkerRecord.name == worker.name))


async def end_alone(session: AsyncSession) -> None:
    """Say that none is the only worker any more; what it ran is taken over."""
    await session.execute(delete(WorkerRecord).where(WorkerRecord.seen_at.is_(None)))


async def is_one_alone(session: AsyncSession) -> bool:
    """Tell whether a server runs all jobs itself."""
    alone = exists().where(WorkerRecord.seen_at.is_(None))
    return bool(await session.scalar(select(alone)))


async def are_others_heard(session: AsyncSession, dead_after: timedelta) -> bool:
    """Tell whether workers that run jobs beside each other live, by PostgreSQL's clock."""
    heard = exists().where(WorkerRecord.seen_at > func.now() - dead_after)
    return bool(await session.scalar(select(heard)))


async def are_any_silent(session: AsyncSession, dead_after: timedelta) -> bool:
    """Tell whether a worker has to be relieved, or a job runs that no worker is known to run."""
    silent = select(WorkerRecord.name).where(WorkerRecord.seen_at < func.now() - dead_after)
    orphan = select(JobRecord.id).where(JobRecord.status == Status.RUNNING, ~_is_known())
    found = select(silent.exists() | orphan.exists())
    return bool((await session.execute(found)).scalar_one())


async def relieve(session: AsyncSession, dead_after: timedelta) -> list[JobRecord]:
    """Forget workers that fell silent, and queue again what they ran; return those jobs."""
    await alone(session)
    silent = delete(WorkerRecord).where(WorkerRecord.seen_at < func.now() - dead_after)
    await session.execute(silent)
    return await transitions.recover(session, ~_is_known())


async def listed(session: AsyncSession) -> list[WorkerDocument]:
    """List who works, the longest first, with how many jobs each runs."""
    running = (
        select(func.count())
        .where(JobRecord.status == Status.RUNNING, JobRecord.worker == WorkerRecord.name)
        .scalar_subquery()
    )
    columns = (*WorkerRecord.__table__.columns, running.label("running"))
    found = select(*columns).order_by(WorkerRecord.started_at, WorkerRecord.name)
    return [WorkerDocument.model_validate(row) for row in await session.execute(found)]


def _row(worker: Worker, at_once: int) -> dict[str, object]:
    return {
        "name": worker.name,
        "host": worker.host,
        "pid": worker.pid,
        "version": __version__,
        "at_once": at_once,
        "started_at": now(),
    }


def _is_known() -> ColumnElement[bool]:
    return JobRecord.worker.in_(select(WorkerRecord.name))
