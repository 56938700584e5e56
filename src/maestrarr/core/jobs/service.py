"""What can be asked of jobs: queue, cancel, hurry, run again, forget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.accounts import service as accounts
from maestrarr.core.jobs import policy, queries, signals, telling, transitions
from maestrarr.core.jobs.errors import (
    AlreadyEnded,
    NotEnded,
    NotQueued,
    WaitsForItself,
    WasCancelled,
)
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import ENDED, Priority, Status
from maestrarr.kit.clock import now
from maestrarr.kit.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A job as it is asked for; `arguments` are what JSON can carry."""

    kind: str
    title: str
    arguments: Mapping[str, object]
    attempts_allowed: int
    key: str | None = None
    asked_by: str | None = None
    priority: Priority = Priority.NORMAL
    after: UUID | None = None
    run_after: datetime | None = None
    again_of: UUID | None = None


async def enqueue(session: AsyncSession, request: Request) -> JobRecord:
    """Queue a job; while an equal one still waits, that one is hurried and returned instead.

    Raises:
        NoSuchJob: there is no job with the id `request.after`.
    """
    before = await _predecessor(session, request.after)
    job_id = await transitions.put_in(session, _row(request))
    if before and before.status.has_ended:
        await transitions.settle_dependents(session, before.id, before.title, before.status)
    signals.hand_over(session, job_id)
    return await queries.job(session, job_id)


async def shown(session: AsyncSession, records: Sequence[JobRecord]) -> list[JobDocument]:
    """Describe jobs as they are shown outside, with the names of those who asked."""
    names = await accounts.names_of(session, [record.asked_by for record in records])
    return [
        JobDocument.model_validate(record).model_copy(
            update={"asked_by_name": names.get(record.asked_by or "")}
        )
        for record in records
    ]


async def shown_one(session: AsyncSession, record: JobRecord) -> JobDocument:
    """Describe a job as it is shown outside, with the name of who asked."""
    return (await shown(session, [record]))[0]


async def cancel(session: AsyncSession, job_id: UUID) -> JobRecord:
    """Cancel a queued job at once; ask a running one to end.

    Raises:
        NoSuchJob: there is no such job.
        AlreadyEnded: there is nothing left to cancel.
    """
    record = await queries.job(session, job_id, lock=True)
    if record.status.has_ended:
        raise AlreadyEnded(record.title, record.status)
    if record.status is Status.QUEUED:
        await transitions.end_queued(session, record, Status.CANCELLED, WasCancelled("queued"))
    else:
        await _change(session, job_id, cancel_asked=True)
        signals.cancel(session, job_id)
    return await queries.job(session, job_id)


async def complete(session: AsyncSession, job_id: UUID, result: Mapping[str, object]) -> None:
    """Note that a running job has done its work, when nobody runs it any more to say so.

    Raises:
        NoSuchJob: there is no such job.
        Superseded: it does not run.
    """
    record = await queries.job(session, job_id, lock=True)
    ending = transitions.Ending(
        status=Status.COMPLETED, failures=record.failures, result=dict(result)
    )
    await transitions.settle(session, record, ending)


async def run_again(
    session: AsyncSession, job_id: UUID, *, asked_by: str | None = None
) -> JobRecord:
    """Queue a new job with the arguments of one that has ended, linked to it.

    Raises:
        NoSuchJob: there is no such job.
        NotEnded: it still waits or runs.
    """
    record = await queries.job(session, job_id)
    if not record.status.has_ended:
        raise NotEnded(record.title, record.status)
    request = Request(
        kind=record.kind,
        title=record.title,
        arguments=record.arguments,
        attempts_allowed=record.attempts_allowed,
        key=record.key,
        asked_by=asked_by,
        priority=Priority(record.priority),
        again_of=record.id,
    )
    return await enqueue(session, request)


async def run_now(session: AsyncSession, job_id: UUID) -> JobRecord:
    """Let a queued job run as soon as there is a place, before all but webhooks' jobs.

    It no longer waits for its time or for another job, but still for others of its key.

    Raises:
        NoSuchJob: there is no such job.
        NotQueued: it no longer waits.
    """
    record = await _queued(session, job_id)
    priority = max(record.priority, Priority.HIGH)
    name = await _free_twin(session, record, None)
    await _change(session, job_id, run_after=now(), after_id=None, priority=priority, twin=name)
    signals.hand_over(session, job_id)
    return await queries.job(session, job_id)


async def run_after(session: AsyncSession, job_id: UUID, other_id: UUID) -> JobRecord:
    """Let a queued job wait until another has completed.

    Raises:
        NoSuchJob: there is no such job, or no such other.
        NotQueued: it no longer waits.
        WaitsForItself: the other waits for it already.
    """
    record = await _queued(session, job_id)
    before = await _predecessor(session, other_id)
    if job_id in await queries.predecessors(session, other_id):
        raise WaitsForItself(record.title)
    name = await _free_twin(session, record, other_id)
    await _change(session, job_id, after_id=other_id, twin=name)
    if before and before.status.has_ended:
        await transitions.settle_dependents(session, before.id, before.title, before.status)
    signals.hand_over(session, job_id)
    return await queries.job(session, job_id)


async def reprioritise(session: AsyncSession, job_id: UUID, priority: Priority) -> JobRecord:
    """Raise or lower a queued job.

    Raises:
        NoSuchJob: there is no such job.
        NotQueued: it no longer waits.
    """
    await _queued(session, job_id)
    await _change(session, job_id, priority=priority)
    signals.hand_over(session, job_id)
    return await queries.job(session, job_id)


async def purge(session: AsyncSession, *, keep: timedelta) -> int:
    """Forget jobs that ended longer than `keep` ago, with their steps and lines; return how many.

    One that a queued job still waits for stays.
    """
    waiting = aliased(JobRecord)
    awaited = exists().where(waiting.after_id == JobRecord.id, waiting.status == Status.QUEUED)
    statement = (
        delete(JobRecord)
        .where(JobRecord.status.in_(ENDED), JobRecord.ended_at < now() - keep, ~awaited)
        .returning(JobRecord.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.execute(statement)).all())


def _row(request: Request) -> dict[str, object]:
    moment = now()
    return {
        "id": new_id(),
        "kind": request.kind,
        "arguments": dict(request.arguments),
        "title": request.title,
        "asked_by": request.asked_by,
        "priority": request.priority,
        "key": request.key,
        "twin": policy.twin(request.kind, request.arguments, request.after),
        "after_id": request.after,
        "again_of_id": request.again_of,
        "attempts_allowed": request.attempts_allowed,
        "queued_at": moment,
        "run_after": request.run_after or moment,
    }


async def _predecessor(session: AsyncSession, job_id: UUID | None) -> JobRecord | None:
    """Find the job to wait for, and keep it from ending unseen until this transaction has ended."""
    return await queries.job(session, job_id, lock=True) if job_id else None


async def _queued(session: AsyncSession, job_id: UUID) -> JobRecord:
    record = await queries.job(session, job_id, lock=True)
    if record.status is not Status.QUEUED:
        raise NotQueued(record.title, record.status)
    return record


async def _free_twin(session: AsyncSession, record: JobRecord, after: UUID | None) -> str | None:
    """Name under what a job's equals find it from now on; None if another has that name."""
    name = policy.twin(record.kind, record.arguments, after)
    holder = select(JobRecord.id).where(JobRecord.twin == name, JobRecord.id != record.id)
    taken = (await session.execute(holder)).first() is not None
    return None if taken else name


async def _change(session: AsyncSession, job_id: UUID, **values: object) -> None:
    statement = update(JobRecord).where(JobRecord.id == job_id).values(**values)
    await session.execute(statement.execution_options(synchronize_session=False))
    await telling.tell(session, job_id)
