"""The few words a job is described with."""

from enum import IntEnum, StrEnum
from typing import Literal, TypeAlias

PriorityName: TypeAlias = Literal["low", "normal", "high", "webhook"]


class Status(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"

    @property
    def has_ended(self) -> bool:
        """Tell whether nothing more will happen to the job."""
        return self not in {Status.QUEUED, Status.RUNNING}


ENDED = tuple(status for status in Status if status.has_ended)


class Priority(IntEnum):
    """Who goes first; within one priority, who waited longest."""

    LOW = 0
    NORMAL = 1
    HIGH = 2
    WEBHOOK = 3


class Severity(StrEnum):
    """How much a log line matters."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
