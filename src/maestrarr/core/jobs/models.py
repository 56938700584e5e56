"""The tables of jobs, their steps and their log lines."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Enum, ForeignKey, Index, Integer, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.core.jobs.states import Priority, Severity, Status
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id

LineNumber = BigInteger().with_variant(Integer, "sqlite")
STATUS = Enum(
    Status,
    native_enum=False,
    create_constraint=False,
    length=16,
    values_callable=lambda words: [word.value for word in words],
)
SEVERITY = Enum(
    Severity,
    native_enum=False,
    create_constraint=False,
    length=16,
    values_callable=lambda words: [word.value for word in words],
)
_QUEUED = text("status = 'queued'")
_RUNNING = text("status = 'running'")


class JobRecord(Base):
    """One piece of work, from the asking to the end.

    `attempt` rises with every claim and fences writes of older attempts; `failures` counts the
    attempts that failed, `crashes` those that the end of the process cut short. `twin` is unique:
    an equal request finds the job under it while it waits. `percent` follows from the counts.
    `cause` says what `error` says by the problem's key and facts.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index(
            "ix_jobs_queue",
            text("priority DESC"),
            "id",
            postgresql_where=_QUEUED,
            sqlite_where=_QUEUED,
        ),
        Index("ix_jobs_running_key", "key", postgresql_where=_RUNNING, sqlite_where=_RUNNING),
        Index("ix_jobs_status_id", "status", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(index=True)
    arguments: Mapped[dict[str, Any]]
    title: Mapped[str]
    asked_by: Mapped[str | None]
    priority: Mapped[int] = mapped_column(SmallInteger, default=Priority.NORMAL)
    key: Mapped[str | None]
    twin: Mapped[str | None] = mapped_column(unique=True)
    after_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("jobs.id", ondelete="SET NULL"), index=True
    )
    again_of_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("jobs.id", ondelete="SET NULL"), index=True
    )

    status: Mapped[Status] = mapped_column(STATUS, default=Status.QUEUED)
    attempt: Mapped[int] = mapped_column(default=0)
    attempts_allowed: Mapped[int]
    failures: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    cancel_asked: Mapped[bool] = mapped_column(default=False)
    worker: Mapped[str | None]

    step: Mapped[str | None]
    current: Mapped[int | None] = mapped_column(BigInteger)
    total: Mapped[int | None] = mapped_column(BigInteger)
    message: Mapped[str | None]
    eta_at: Mapped[datetime | None]
    result: Mapped[dict[str, Any] | None]
    error: Mapped[str | None]
    cause: Mapped[dict[str, Any] | None]

    queued_at: Mapped[datetime] = mapped_column(default=now)
    run_after: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)

    @property
    def percent(self) -> float | None:
        """How much is done, from 0 to 100; None while the whole is unknown."""
        return percent(self.current, self.total)


def percent(current: int | None, total: int | None) -> float | None:
    """Tell how much is done, from 0 to 100; None while the whole is unknown."""
    if not total or current is None:
        return None
    return round(100 * min(current / total, 1), 1)


class StepRecord(Base):
    """A part of a job that ended; a completed one was committed together with its effect."""

    __tablename__ = "job_steps"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    attempt: Mapped[int]
    name: Mapped[str]
    status: Mapped[Status] = mapped_column(STATUS)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]


class LogLine(Base):
    """One sentence of a job's log; a job's lines are numbered in the order they were said."""

    __tablename__ = "job_log_lines"
    __table_args__ = (Index("ix_job_log_lines_job_id_id", "job_id", "id"),)

    id: Mapped[int] = mapped_column(LineNumber, primary_key=True, autoincrement=True)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    attempt: Mapped[int]
    severity: Mapped[Severity] = mapped_column(SEVERITY)
    sentence: Mapped[str]
    at: Mapped[datetime]


class WorkerRecord(Base):
    """A process that runs jobs; `seen_at` says when one beside others was last heard of."""

    __tablename__ = "job_workers"

    name: Mapped[str] = mapped_column(primary_key=True)
    host: Mapped[str]
    pid: Mapped[int]
    version: Mapped[str]
    at_once: Mapped[int]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class ScheduleRecord(Base):
    """What starts by itself: a job of a kind, by a pattern as cron reads it, in a zone's time."""

    __tablename__ = "schedules"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    pattern: Mapped[str]
    zone: Mapped[str]
    is_paused: Mapped[bool] = mapped_column(default=False)
    next_at: Mapped[datetime]
    last_at: Mapped[datetime | None]
