"""What crosses HTTP about backups."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

from maestrarr.core.upkeep.reasons import Reason
from maestrarr.kit.clock import to_text

Moment = Annotated[datetime, PlainSerializer(to_text, when_used="json")]


class BackupDocument(BaseModel):
    """A backup; of a file that cannot be read as one, only `fault` says why."""

    name: str
    size_bytes: int
    made_at: Moment | None = None
    reason: Reason | None = None
    made_by: str | None = None
    version: str | None = None
    database: Literal["sqlite", "postgresql"] | None = None
    database_schema: str | None = None
    rows: int | None = None
    fault: str | None = None


class RestoreDocument(BaseModel):
    """The last restore that a server was asked for; `kept` is the backup of the state before it."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    asked_by: str
    asked_at: Moment
    state: Literal["asked", "done", "refused"]
    kept: str | None
    reason: str | None


class Backups(BaseModel):
    """Every backup, the newest first, where new ones go, and the last restore."""

    folder: str
    backups: list[BackupDocument]
    restore: RestoreDocument | None
