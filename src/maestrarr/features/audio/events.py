"""The news about sound."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class RulesChanged(Event):
    """Language rules came, went, or say something else."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "audio.rules_changed"


@dataclass(frozen=True, slots=True)
class PinChanged(Event):
    """Somebody chose a track for a title, or took that back."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "audio.pin_changed"

    title_id: UUID


@dataclass(frozen=True, slots=True)
class BatchChanged(Event):
    """A batch was asked for, has gone on, or has ended."""

    topic: ClassVar[str] = "jobs"
    kind: ClassVar[str] = "batch.changed"

    batch_id: UUID
