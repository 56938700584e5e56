"""Every change of a job's status; those of a running job are fenced by its attempt."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    exists,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.jobs import policy, signals, telling
from maestrarr.core.jobs.arguments import map_text
from maestrarr.core.jobs.errors import (
    EndedTheProgram,
    PredecessorEnded,
    Superseded,
    WasCancelled,
)
from maestrarr.core.jobs.models import STATUS, JobRecord, LogLine
from maestrarr.core.jobs.states import Severity, Status
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem

EVERY = true()
_running, _before = aliased(JobRecord), aliased(JobRecord)  # each costs as much as a statement
STOPPED_WHILE_RUNNING = "The program ended while this ran, so it starts again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How an attempt ended, and what becomes of its job: `QUEUED` puts it back for another."""

    status: Status
    failures: int
    cause: Problem | None = None
    result: dict[str, Any] | None = None
    rest: timedelta = timedelta()


async def put_in(session: AsyncSession, record: Mapping[str, object]) -> UUID:
    """Queue a job, or hurry its twin that still waits: the higher priority, the earlier start."""
    insert = sqlite.insert if _is_sqlite(session) else postgresql.insert
    asked = insert(JobRecord).values(**record)
    higher, sooner = asked.excluded.priority, asked.excluded.run_after
    statement = asked.on_conflict_do_update(
        index_elements=[JobRecord.twin],
        set_={
            "priority": case((higher > JobRecord.priority, higher), else_=JobRecord.priority),
            "run_after": case((sooner < JobRecord.run_after, sooner), else_=JobRecord.run_after),
        },
    ).returning(JobRecord.id)
    job_id = (await session.execute(statement)).scalar_one()
    await telling.tell(session, job_id)
    return job_id


async def claim(
    session: AsyncSession, worker: str, full: Collection[str] | Select[str]
) -> JobRecord | None:
    """Give the worker the next job that may run, of none of the `full` kinds, or None.

    Higher priorities go first, then older jobs. A job waits while another of its key runs, and
    until the job it was put after has completed.
    """
    next_id = (
        select(JobRecord.id)
        .where(may_start(now()), JobRecord.kind.not_in(full))
        .order_by(JobRecord.priority.desc(), JobRecord.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .correlate(None)
        .scalar_subquery()
    )
    return await _start(session, worker, JobRecord.id == next_id)


async def claim_this(session: AsyncSession, worker: str, job_id: UUID) -> JobRecord | None:
    """Give the worker this very job, whatever it waits for; None unless it is queued."""
    return await _start(session, worker, JobRecord.id == job_id)


def may_start(moment: datetime) -> ColumnElement[bool]:
    """Say in SQL that a job is queued, due, and waits for no other."""
    same_key = exists().where(
        _running.status == _spelt(Status.RUNNING), _running.key == JobRecord.key
    )
    completed = exists().where(
        _before.id == JobRecord.after_id, _before.status == _spelt(Status.COMPLETED)
    )
    return and_(
        JobRecord.status == _spelt(Status.QUEUED),
        JobRecord.run_after <= moment,
        or_(JobRecord.after_id.is_(None), completed),
        ~same_key,
    )


async def hold(
    session: AsyncSession, job_id: UUID, attempt: int, values: Mapping[str, Any]
) -> Row[*tuple[Any, ...]]:
    """Write to a running job, if this attempt still owns it.

    Returns how it stands then, and `cancel_asked`: whether it is to be cancelled.

    Raises:
        Superseded: it does not, and the transaction must be rolled back.
    """
    statement = (
        update(JobRecord)
        .where(
            JobRecord.id == job_id,
            JobRecord.attempt == attempt,
            JobRecord.status == Status.RUNNING,
        )
        .values({"attempt": attempt, **values})
        .returning(*telling.STANDS, JobRecord.cancel_asked)
        .execution_options(synchronize_session=False)
    )
    stands = (await session.execute(statement)).one_or_none()
    if stands is None:
        raise Superseded
    return stands


async def settle(session: AsyncSession, record: JobRecord, ending: Ending) -> None:
    """End a running job that this attempt owns, or put it back in the queue.

    Raises:
        Superseded: this attempt no longer owns it.
    """
    values: dict[str, Any] = {
        "status": ending.status,
        "failures": ending.failures,
        **_told(ending.cause),
        "step": None,
        "eta_at": None,
    }
    if ending.status is Status.QUEUED:
        values |= {"run_after": now() + ending.rest, "worker": None, "twin": _twin(record)}
        stands = await hold(session, record.id, record.attempt, values)
        if stands.cancel_asked:
            await end_queued(session, record, Status.CANCELLED, WasCancelled("running"))
        else:
            await telling.tell_of(session, stands)
            signals.hand_over(session, record.id)
    else:
        values |= {"result": ending.result, "ended_at": now()}
        await telling.tell_of(session, await hold(session, record.id, record.attempt, values))
        await settle_dependents(session, record.id, record.title, ending.status)


async def end_queued(
    session: AsyncSession, record: JobRecord, status: Status, cause: Problem
) -> bool:
    """End a job that still waits, and those that wait for it; False if it no longer waits."""
    statement = (
        update(JobRecord)
        .where(JobRecord.id == record.id, JobRecord.status == Status.QUEUED)
        .values(status=status, ended_at=now(), twin=None, **_told(cause))
        .returning(JobRecord.id)
        .execution_options(synchronize_session=False)
    )
    if (await session.execute(statement)).scalar_one_or_none() is None:
        return False
    await telling.tell(session, record.id)
    await settle_dependents(session, record.id, record.title, status)
    return True


async def settle_dependents(
    session: AsyncSession, job_id: UUID, title: str, status: Status
) -> None:
    """Let the jobs that were to run after one do so, or end them if it did not complete."""
    is_waiting = and_(JobRecord.after_id == job_id, JobRecord.status == Status.QUEUED)
    if status is Status.COMPLETED:
        for waiting_id in (await session.scalars(select(JobRecord.id).where(is_waiting))).all():
            signals.hand_over(session, waiting_id)
        return
    fate = policy.fate_of_dependent(status)
    cause = PredecessorEnded(str(status), title=title)
    for dependent in (await session.scalars(select(JobRecord).where(is_waiting))).all():
        await end_queued(session, dependent, fate, cause)


async def recover(session: AsyncSession, which: ColumnElement[bool] = EVERY) -> list[JobRecord]:
    """Queue again what ran when its process ended without a word; return those jobs.

    No attempt is lost by it, but a job that keeps taking the process with it is left alone.
    """
    cut_short = (
        select(JobRecord).where(JobRecord.status == Status.RUNNING, which).order_by(JobRecord.id)
    )
    records = list((await session.scalars(cut_short)).all())
    for record in records:
        await _recover_one(session, record)
    return records


async def _recover_one(session: AsyncSession, record: JobRecord) -> None:
    crashes = record.crashes + 1
    await hold(session, record.id, record.attempt, {"crashes": crashes})
    if policy.is_crash_loop(crashes, record.attempts_allowed):
        cause = EndedTheProgram(crashes)
        fate = Ending(status=Status.FAILED, failures=record.failures, cause=cause)
    else:
        fate = Ending(status=Status.QUEUED, failures=record.failures)
        session.add(_line(record, STOPPED_WHILE_RUNNING))
    await settle(session, record, fate)


async def _start(
    session: AsyncSession, worker: str, which: ColumnElement[bool]
) -> JobRecord | None:
    statement = (
        update(JobRecord)
        .where(which, JobRecord.status == Status.QUEUED)
        .values(
            status=Status.RUNNING,
            attempt=JobRecord.attempt + 1,
            worker=worker,
            started_at=now(),
            twin=None,
        )
        .returning(JobRecord)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    record = (await session.scalars(statement)).one_or_none()
    if record is not None:
        await telling.tell_of(session, record)
    return record


def _told(cause: Problem | None) -> dict[str, Any]:
    """Write why a job ended as it did: in a sentence, and by what other languages say it."""
    if cause is None:
        return {"error": None, "cause": None}
    named = {"key": cause.key, "facts": to_jsonable_python(cause.facts)}
    return {"error": policy.storable(str(cause)), "cause": map_text(named, policy.storable)}


def _twin(record: JobRecord) -> ColumnElement[str | None]:
    """Name a job for its equals again, unless one has come to wait meanwhile."""
    other = aliased(JobRecord)
    name = policy.twin(record.kind, record.arguments, record.after_id)
    return case((exists().where(other.twin == name), None), else_=name)


def _line(record: JobRecord, sentence: str) -> LogLine:
    return LogLine(
        job_id=record.id,
        attempt=record.attempt,
        severity=Severity.WARNING,
        sentence=sentence,
        at=now(),
    )


def _spelt(status: Status) -> ColumnElement[Status]:
    """Spell a status out in the statement: a partial index is used for no value that is bound."""
    return literal(status, STATUS, literal_execute=True)


def _is_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"
