"""What may be expected to go wrong with a backup or a database."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from maestrarr.kit import disk
from maestrarr.kit.errors import Fact, NotFound, Problem, Reasoned

_REFUSED = {
    "damaged_archive": "the archive is damaged",
    "no_manifest": "it holds no manifest, so it is no backup of ours",
    "strange_manifest": "its manifest is not one of ours",
    "unread_manifest": "its manifest cannot be read ({place})",
    "other_members": "its members are not those that its manifest lists",
    "strange_members": "it holds members that no backup has",
    "strange_packing": "{member} is packed in an unknown way",
    "other_size": "{member} has not the size that the manifest says",
    "altered": "{member} is not what was backed up",
    "too_large": "unpacked it takes {size_bytes:,} bytes, more than are free",
    "other_database": "it is of {made_of}, and this database is {own}",
    "incomplete": "a part of the database is missing or too many",
    "damaged_database": "the database in it is damaged",
    "other_schema": "its database has not the schema that the manifest says",
    "no_table": "its schema has no table {table}",
    "other_rows": "its tables have not the rows that the manifest says",
}


class BackupRefused(Reasoned):
    """A file is no backup that could be restored here; nothing was touched."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Nothing was changed. Choose another backup."

    sentences: ClassVar[Mapping[str, str]] = {
        **disk.sentences("{name} cannot be restored"),
        **{reason: f"{{name}} cannot be restored: {why}." for reason, why in _REFUSED.items()},
    }

    def __init__(self, file: Path, reason: str, **facts: Fact) -> None:
        super().__init__(reason, name=file.name, file=str(file), **facts)


class BackupFailed(Reasoned):
    """A backup could not be written; what was there before still is."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space there, or choose another place."

    sentences: ClassVar[Mapping[str, str]] = disk.sentences(
        "The backup {file} could not be written"
    )

    def __init__(self, file: Path, reason: str, code: str = "") -> None:
        super().__init__(reason, file=str(file), code=code)


class BackupsUnreadable(Reasoned):
    """The folder that holds the backups cannot be listed."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "See to its disk, or choose another folder in the settings of upkeep."

    sentences: ClassVar[Mapping[str, str]] = disk.sentences(
        "The backups in {folder} cannot be listed"
    )

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(disk.reason_of(error), folder=str(folder), code=disk.code_of(error))


class NothingToBackUp(Problem):
    """The database is still empty."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Start the server once, or scan something first."

    def __init__(self) -> None:
        super().__init__("The database is still empty.")


class DatabaseDamaged(Problem):
    """The database's file is damaged; it is left as it is."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Restore a backup. Nothing is mended by itself."

    def __init__(self, name: str, said: str) -> None:
        super().__init__(f"The database {name} is damaged: {said}.", database=name, said=said)


class NoSuchBackup(NotFound):
    """There is no backup of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no backup {name}.", name=name)


class NoSuchPart(Problem):
    """A part of a backup is asked for that it does not have, or that nobody could understand."""

    status: ClassVar[int] = 416
    hint: ClassVar[str] = "Ask for bytes within its size, or for all of it without a range."

    def __init__(self, name: str, size_bytes: int) -> None:
        super().__init__(
            f"{name} has {size_bytes} bytes, and not those that were asked for.",
            name=name,
            size_bytes=size_bytes,
        )


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

    def __init__(self) -> None:
        super().__init__("The database cannot be replaced: something else has it open.")


class NotEmpty(Problem):
    """The database that an installation is to be moved into holds something."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Nothing was written. Name an empty one, or make one: CREATE DATABASE."

    def __init__(self, database: str, table: str, count: int) -> None:
        super().__init__(
            f"The database {database} is not empty: it has {count} tables, such as {table}.",
            database=database,
            table=table,
            count=count,
        )


class RowRefused(Problem):
    """PostgreSQL does not take a row as SQLite has it."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Nothing was moved, and what you have is as it was. Please report this."

    def __init__(self, table: str, said: str) -> None:
        super().__init__(f"PostgreSQL refuses a row of {table}: {said}.", table=table, said=said)


class MovedWrong(Problem):
    """A table that was read back is not the one that was written."""

    status: ClassVar[int] = 500
    hint: ClassVar[str] = "Nothing was moved, and what you have is as it was. Please report this."

    def __init__(self, table: str) -> None:
        super().__init__(f"The table {table} did not arrive as it left.", table=table)
