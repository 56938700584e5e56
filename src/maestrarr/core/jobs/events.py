"""The news of jobs."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event
from maestrarr.core.jobs.states import Status


@dataclass(frozen=True, slots=True)
class ScheduleChanged(Event):
    """When a schedule starts was changed, or it has started its job."""

    topic: ClassVar[str] = "jobs"
    kind: ClassVar[str] = "schedule.changed"

    name: str


@dataclass(frozen=True, slots=True)
class JobChanged(Event):
    """A job waits, runs, is further, or has ended; `percent` is from 0 to 100."""

    topic: ClassVar[str] = "jobs"
    kind: ClassVar[str] = "job.changed"

    job_id: UUID
    status: Status
    percent: float | None
    eta_at: datetime | None
    worker: str | None
