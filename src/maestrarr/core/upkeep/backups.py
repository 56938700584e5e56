"""The backups there are, in our own folders under our own names: no path comes from outside."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.settings import service as settings
from maestrarr.core.upkeep import archive
from maestrarr.core.upkeep.archive import Manifest
from maestrarr.core.upkeep.errors import (
    BackupFailed,
    BackupRefused,
    BackupsUnreadable,
    NoSuchBackup,
)
from maestrarr.core.upkeep.policy import Made
from maestrarr.core.upkeep.settings import UpkeepSettings
from maestrarr.kit import atomic, clock
from maestrarr.kit.data_folder import DataFolder

_STEM = "maestrarr"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies in one of our folders."""

    file: Path
    size_bytes: int
    manifest: Manifest

    @property
    def as_made(self) -> Made:
        """What its retention is decided by."""
        return Made(self.file.name, self.manifest.made_at, self.manifest.reason)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is called as a backup is, and cannot be read as one."""

    file: Path
    size_bytes: int
    reason: str


def new_name(stem: str = _STEM, suffix: str = ".zip") -> str:
    """Name a file that is made now, as no other is named."""
    return f"{stem}-{clock.now():%Y-%m-%dT%H%M%SZ}-{secrets.token_hex(2)}{suffix}"


async def folders(session: AsyncSession, data: DataFolder) -> Sequence[Path]:
    """Return the folders that hold backups, the one for new ones first."""
    chosen = (await settings.read(session, UpkeepSettings)).chosen_folder
    return [chosen, data.backups] if chosen else [data.backups]


def new_file(folders: Sequence[Path]) -> Path:
    """Return where the next backup goes.

    Raises:
        BackupFailed: the folder is not there: a disk that is not mounted, perhaps.
    """
    file = folders[0] / new_name()
    if not file.parent.is_dir():
        raise BackupFailed(file, "missing")
    return file


def listed(folders: Sequence[Path]) -> list[Backup | Unreadable]:
    """Return every backup in these folders, the newest first."""
    files = sorted(_files(folders).values(), key=lambda file: file.name, reverse=True)
    return [looked_at(file) for file in files]


def find(folders: Sequence[Path], name: str) -> Path:
    """Return the file of the backup of this name.

    Raises:
        NoSuchBackup: there is none.
    """
    file = named(folders, name)
    if file is None:
        raise NoSuchBackup(name)
    return file


def named(folders: Sequence[Path], name: str) -> Path | None:
    """Return the file of the backup of this name, or None."""
    return _files(folders).get(name)


def looked_at(file: Path) -> Backup | Unreadable:
    """Read what a backup says of itself, or say why it cannot be read."""
    try:
        return Backup(file, file.stat().st_size, archive.read_manifest(file))
    except BackupRefused as refused:
        return Unreadable(file, file.stat().st_size, refused.sentence)


def delete(file: Path) -> None:
    """Delete a backup."""
    atomic.remove(file)


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    return {file.name: file for folder in reversed(folders) for file in _files_in(folder)}


def _files_in(folder: Path) -> list[Path]:
    try:
        found = folder.glob(f"{_STEM}-*.zip")
        return [file for file in found if file.is_file() and not file.is_symlink()]
    except OSError as error:
        raise BackupsUnreadable(folder, error) from error
