"""For what a backup was made."""

from enum import StrEnum


class Reason(StrEnum):
    """For what a backup was made: a schedule, somebody who asked, or safety before a change."""

    SCHEDULE = "schedule"
    ASKED = "asked"
    MIGRATION = "migration"
    RESTORE = "restore"
