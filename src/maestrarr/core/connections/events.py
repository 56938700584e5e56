"""The news of connections."""

from dataclasses import dataclass
from typing import ClassVar

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class ConnectionsChanged(Event):
    """A connection came, went, or is not what it was; or a test found it otherwise than before."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "connection.changed"
    audience: ClassVar[str] = "operator"
