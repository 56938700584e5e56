"""The news of what occurred, and of who was told."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class Occurred(Event):
    """Something was written down that somebody may want to hear of; `count` says how much."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "notification.occurred"
    audience: ClassVar[str] = "operator"

    count: int


@dataclass(frozen=True, slots=True)
class NoticesChanged(Event):
    """A user was told something, or could not be; or their channels or wishes are others now."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "notification.changed"

    user_id: UUID

    def seen_by(self) -> str:
        """Name the user themselves."""
        return str(self.user_id)
