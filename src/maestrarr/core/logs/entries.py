"""A line of the log, read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from maestrarr.core.logs.schemas import LogEntry

LEVELS = ("debug", "info", "warning", "error", "critical")

_KNOWN = ("timestamp", "level", "component", "event", "request_id", "job_id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted: those that fit all that is said; `of` is a request or a job."""

    level: str = "debug"
    components: frozenset[str] = frozenset()
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    request_id: str = ""
    job_id: str = ""
    of: str = ""

    def includes(self, entry: LogEntry) -> bool:
        """Tell whether an entry fits."""
        return (
            LEVELS.index(entry.level) >= LEVELS.index(self.level)
            and (not self.components or entry.component in self.components)
            and (self.since is None or entry.at >= self.since)
            and (self.until is None or entry.at < self.until)
            and self.request_id in {"", entry.request_id}
            and self.job_id in {"", entry.job_id}
            and self.of in {"", entry.request_id, entry.job_id}
            and (not self.text or self.text.casefold() in _said(entry).casefold())
        )


def read(line: bytes | str, place: str | None = None) -> LogEntry | None:
    """Read a line; None for what is not one, such as one that a crash cut."""
    try:
        fields = orjson.loads(line)
        at = datetime.fromisoformat(fields["timestamp"])
        level, event = fields["level"], fields["event"]
    except (ValueError, KeyError, TypeError):
        return None
    facts: dict[str, Any] = {name: fields[name] for name in fields if name not in _KNOWN}
    return LogEntry.model_construct(
        id=place,
        at=at,
        level=level if level in LEVELS else "info",
        component=fields.get("component", ""),
        event=str(event),
        request_id=fields.get("request_id"),
        job_id=fields.get("job_id"),
        facts=facts,
    )


def _said(entry: LogEntry) -> str:
    return " ".join((entry.event, *map(str, entry.facts.values())))
