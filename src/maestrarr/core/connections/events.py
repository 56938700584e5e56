"""The news of connections."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class ConnectionsChanged(Event):
    """A connection came, went, or is not what it was; or a test found it otherwise than before."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "connection.changed"
    audience: ClassVar[str] = "operator"


@dataclass(frozen=True, slots=True)
class ConnectionTurned(Event):
    """A connection that was well is not any more, or is again."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "connection.turned"
    audience: ClassVar[str] = "operator"

    connection_id: UUID
    is_well: bool
