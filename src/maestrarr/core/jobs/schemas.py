"""A job as it is shown outside: to a script, and over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from maestrarr.core.jobs.states import Priority, PriorityName, Severity, Status
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent


class _Document(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class StepDocument(_Document):
    """A part of a job that ended."""

    name: str
    status: Status
    attempt: int
    started_at: Moment
    ended_at: Moment


class LogLineDocument(_Document):
    """One sentence of a job's log."""

    id: int
    attempt: int
    severity: Severity
    sentence: str
    at: Moment


class CauseDocument(BaseModel):
    """Why a job ended as it did, for other languages: the key of the problem, and its facts."""

    key: str
    facts: dict[str, JsonValue]


class JobDocument(_Document):
    """A job; `failures` of its `attempts_allowed` are used up, `percent` is from 0 to 100.

    `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.
    """

    id: UUID
    kind: str
    title: str
    arguments: dict[str, JsonValue]
    asked_by: str | None
    asked_by_name: str | None = None
    priority: str
    key: str | None
    after_id: UUID | None
    again_of_id: UUID | None
    status: Status
    attempt: int
    attempts_allowed: int
    failures: int
    cancel_asked: bool
    worker: str | None
    step: str | None
    current: int | None
    total: int | None
    percent: float | None
    message: str | None
    eta_at: Moment | None
    queued_at: Moment
    run_after: Moment
    started_at: Moment | None
    ended_at: Moment | None
    result: dict[str, JsonValue] | None
    error: str | None
    cause: CauseDocument | None

    @field_validator("priority", mode="before")
    @classmethod
    def _in_words(cls, value: int) -> str:
        return Priority(value).name.lower()


class JobDetail(JobDocument):
    """A job with its steps, in the order they ended."""

    steps: list[StepDocument]


class JobsPage(BaseModel):
    """Jobs, the newest first; `next` is the `before` of the next page, if there is one."""

    jobs: list[JobDocument]
    next: UUID | None


class LogLines(BaseModel):
    """Lines of a log in order; `next` is the `after` of those that follow, if there are any."""

    lines: list[LogLineDocument]
    next: int | None


class DayDocument(_Document):
    """How the jobs of one kind fared that ended on one day, in UTC."""

    kind: str
    day: date
    completed: int
    failed: int
    cancelled: int
    skipped: int
    average_seconds: float | None
    longest_seconds: float | None
    success_rate: float | None


class JobStatistics(BaseModel):
    """How jobs fared, the latest day first."""

    days: list[DayDocument]


class JobPatch(Sent):
    """What can be changed about a job that waits."""

    priority: PriorityName


class JobAfter(Sent):
    """The job that another waits for."""

    job_id: UUID


class WorkerDocument(_Document):
    """A process that runs jobs, `at_once` together at most.

    `seen_at` is when it was last heard of; null where the server itself is the only one.
    """

    name: str
    host: str
    pid: int
    version: str
    at_once: int
    started_at: Moment
    seen_at: Moment | None
    running: int


class Workers(BaseModel):
    """Every process that runs jobs, the one that started first before the others."""

    workers: list[WorkerDocument]


class ScheduleDocument(_Document):
    """What starts by itself: a job of a kind, `at` a pattern as cron reads it, by a zone's clocks.

    `next_runs` are the moments that come next, the first of them `next_at`; none while paused.
    """

    name: str
    kind: str
    title: str
    at: str
    zone: str
    is_paused: bool
    next_at: Moment | None
    next_runs: list[Moment]
    last_at: Moment | None


class Schedules(BaseModel):
    """Every schedule, the next one to start first."""

    schedules: list[ScheduleDocument]


class SchedulePatch(Sent):
    """What can be changed about a schedule; what is left out stays as it is."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"at": "0 2 * * *", "zone": "Europe/Paris"}]},
    )

    at: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    zone: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    is_paused: bool | None = None
