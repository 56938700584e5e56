"""What twins that are told things remember: what they were told, and what happened since."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Record = dict[str, object]


@dataclass(slots=True)
class Desk:
    """One service's desk; titles have their numbers of the household.

    `counter` is the twin's own, of one that takes requests; `heard` is what one that passes notices
    on was told.
    """

    hooks: dict[int, Record] = field(default_factory=dict)
    history: list[Record] = field(default_factory=list)
    orders: list[Record] = field(default_factory=list)
    left_alone: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    excluded: list[Record] = field(default_factory=list)
    recycle_folder: str = "/recycle"
    counter: Any = None
    heard: list[Record] = field(default_factory=list)

    def note(self, kind: str, data: dict[str, str], about: Record) -> None:
        """Write something into the history."""
        entry = {"id": len(self.history) + 1, "eventType": kind, "date": moment(), "data": data}
        self.history.append(entry | about)


class Desks:
    """The desks of all services."""

    def __init__(self) -> None:
        self._desks: dict[str, Desk] = {}

    def of(self, service: str) -> Desk:
        """Find the desk of a service."""
        return self._desks.setdefault(service, Desk())

    def clear(self) -> None:
        """Empty every desk, as at the beginning."""
        self._desks.clear()


def moment(at: datetime | None = None) -> str:
    """Write a moment, now unless one is given, with the seven digits that .NET writes."""
    told = (at or datetime.now(UTC)).replace(tzinfo=None)
    return f"{told.isoformat(timespec='microseconds')}0Z"
