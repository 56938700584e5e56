"""The news of what was written and what was taken back."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class ChangeApplied(Event):
    """Files were written, and it is recorded; `count` says how many."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "change.applied"

    change_set_id: UUID
    count: int


@dataclass(frozen=True, slots=True)
class ChangeUndone(Event):
    """Changes of `change_set_id` were taken back, which is `by_id`, a ChangeSet as well."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "change.undone"

    change_set_id: UUID
    by_id: UUID
    count: int
