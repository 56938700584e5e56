"""The log as it is shown outside: to a script, and over HTTP."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from maestrarr.kit.moments import Moment

Level: TypeAlias = Literal["debug", "info", "warning", "error", "critical"]

EXAMPLE: JsonValue = {
    "id": "20261126T093000000000Z-1840",
    "at": "2026-11-26T09:30:12.504Z",
    "level": "info",
    "component": "server",
    "event": "request.answered",
    "request_id": "0199f0c2a5d47c3e8b1f6a2d4e5c7b90",
    "job_id": None,
    "facts": {"method": "GET", "path": "/api/v1/titles", "status": 200, "milliseconds": 8.4},
}


class LogEntry(BaseModel):
    """One line of the log; `id` is its place in the files, and absent while it is told live."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: str | None
    at: Moment
    level: Level
    component: str
    event: str
    request_id: str | None
    job_id: str | None
    facts: dict[str, Any]


class LogPage(BaseModel):
    """Entries, the newest first, or after a place the oldest first.

    `next` is where the next page in the same direction begins; None when nothing older is left.
    After a place there is always a next one: more may be said. A page may hold fewer entries than
    were asked for, or none, and yet have a next one: it looks through so much of the log at once.
    """

    entries: list[LogEntry]
    next: str | None
    newest: Annotated[
        str, Field(description="The `after` of who wants to go on from the end of the log.")
    ]
    components: Annotated[list[str], Field(description="Every component that may speak.")] = []
