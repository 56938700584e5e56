"""What crosses HTTP about backups."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from maestrarr.core.upkeep.reasons import Reason
from maestrarr.kit.moments import Moment


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


class ForgottenDocument(BaseModel):
    """How much is, or would be, forgotten.

    `sign_ins` are expired sessions and API tokens, `recycled` what lies in the recycle folder.
    """

    events: int
    jobs: int
    sign_ins: int
    audit_entries: int
    settings_changes: int
    recycled: int


class FiguresDocument(BaseModel):
    """An installation in numbers: rows by room and table, the oldest of each history, bytes."""

    model_config = ConfigDict(from_attributes=True)

    rooms: dict[str, dict[str, int]]
    oldest: dict[str, Moment | None]
    rows: int
    database_bytes: int
    backups: int
    backups_bytes: int
    newest_backup: str | None
