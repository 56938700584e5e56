"""What may be expected to go wrong with a backup or a database."""

from pathlib import Path
from typing import ClassVar

from maestrarr.kit.errors import NotFound, Problem


class BackupRefused(Problem):
    """A file is no backup that could be restored here; nothing was touched."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Nothing was changed. Choose another backup."

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name} cannot be restored: {reason}.", file=str(file))
        self.reason = reason


class BackupFailed(Problem):
    """A backup could not be written; what was there before still is."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space there, or choose another place."

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"The backup {file} could not be written: {reason}.", file=str(file))


class BackupsUnreadable(Problem):
    """The folder that holds the backups cannot be listed."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "See to its disk, or choose another folder in the settings of upkeep."

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The backups in {folder} cannot be listed: {reason}.", folder=str(folder))


class NothingToBackUp(Problem):
    """The database is still empty."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Start the server once, or scan something first."


class DatabaseDamaged(Problem):
    """The database's file is damaged; it is left as it is."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = (
        "Restore a backup: maestrarr admin restore FILE. Nothing is mended by itself."
    )

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The database {name} is damaged: {reason}.", database=name)


class NoSuchBackup(NotFound):
    """There is no backup of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no backup {name}.", name=name)


class RestoreCutShort(Problem):
    """A restore that was being prepared when the program ended is not taken up again unasked."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Nothing was changed. Ask for it again."

    def __init__(self, name: str) -> None:
        super().__init__(f"The restore of {name} was cut short by a stop.", name=name)


class DatabaseInUse(Problem):
    """Another process has the database open, so it cannot be replaced."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Stop whatever uses it, and try again."
