"""What may be expected to go wrong with a backup or a database."""

from pathlib import Path
from typing import ClassVar

from maestrarr.kit.errors import Problem


class BackupRefused(Problem):
    """A file is no backup that could be restored here; nothing was touched."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Nothing was changed. Choose another backup."

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name} cannot be restored: {reason}.", file=str(file))


class BackupFailed(Problem):
    """A backup could not be written; what was there before still is."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space there, or name another place with --to."

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"The backup {file} could not be written: {reason}.", file=str(file))


class NothingToBackUp(Problem):
    """The database is still empty."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Start the server once, or scan something first."


class DatabaseDamaged(Problem):
    """The database's file is damaged; it is left as it is."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Restore a backup: maestrarr admin restore FILE. The file is left alone."

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"The database {file} is damaged: {reason}.", file=str(file))


class DatabaseInUse(Problem):
    """Another process has the database open, so it cannot be replaced."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Stop whatever uses it, and try again."
