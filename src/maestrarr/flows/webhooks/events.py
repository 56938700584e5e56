"""The news of reports that came in."""

from dataclasses import dataclass
from typing import ClassVar

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class DeliveriesTaken(Event):
    """Reports were taken up; `count` says how many."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "deliveries.taken"
    audience: ClassVar[str] = "operator"

    count: int
