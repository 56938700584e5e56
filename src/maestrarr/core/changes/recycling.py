"""The recycle folder: what was replaced or removed lies there for a while, under its own name."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from maestrarr.core.changes import copying
from maestrarr.core.changes.folders import Folder, opened


def place(recycle: Path, change_id: UUID, name: str) -> Path:
    """Name where a change keeps what stood at its path."""
    return recycle / str(change_id) / name


def keep(folder: Folder, name: str, recycled: Path) -> None:
    """Let a file lie in the recycle folder as well: by a second name, else as a durable copy.

    Raises:
        NoSpace: it lies on another disk, which has less space than the file takes.
        OSError: a disk refused.
    """
    recycled.parent.mkdir(mode=0o700, parents=True)
    with Folder.at(Path(os.path.realpath(recycled.parent))) as into:
        try:
            folder.link(name, recycled.name, into)
        except OSError:  # another disk, or one that knows no second names
            _copy(folder, name, into, recycled)
        _sync(into)


def keep_name(folder: Folder, name: str, recycled: Path) -> bool:
    """Let a file that has other names lie in the recycle folder as one of them; tell if it does.

    Another disk could only hold a copy, which gives no name back.
    """
    try:
        recycled.parent.mkdir(mode=0o700, parents=True)
        with Folder.at(Path(os.path.realpath(recycled.parent))) as into:
            folder.link(name, recycled.name, into)
            _sync(into)
    except OSError:
        with suppress(OSError):
            forget(recycled)
        return False
    return True


def forget(recycled: Path) -> None:
    """Let go of what a change kept, durably; what is gone already is fine."""
    with (
        suppress(FileNotFoundError),
        Folder.at(Path(os.path.realpath(recycled.parent))) as folder,
    ):
        folder.remove(recycled.name)
        folder.sync()
    if _id_of(recycled.parent) is not None:
        with suppress(OSError):
            recycled.parent.rmdir()


def sweep(recycle: Path, *, keep_for: timedelta, moment: datetime) -> list[UUID]:
    """Remove what has lain there for longer, and name the changes that it came from.

    Its age is that of the change's own id, so that nothing depends on what a database knows.
    """
    removed = outlived(recycle, keep_for=keep_for, moment=moment)
    for change_id in removed:
        _remove(recycle / str(change_id))
    return removed


def outlived(recycle: Path, *, keep_for: timedelta, moment: datetime) -> list[UUID]:
    """Name the changes whose files have lain there for longer."""
    kept = (_id_of(each) for each in (recycle.iterdir() if recycle.exists() else ()))
    return sorted(each for each in kept if each and moment - _made_at(each) > keep_for)


def _id_of(kept: Path) -> UUID | None:
    try:
        return UUID(kept.name)
    except ValueError:  # somebody else's: it is let be
        return None


def _made_at(change_id: UUID) -> datetime:
    """Read the moment at which a UUIDv7 was made."""
    return datetime.fromtimestamp((change_id.int >> 80) / 1000, UTC)


def _remove(kept: Path) -> None:
    for file in kept.iterdir():
        file.unlink()
    kept.rmdir()


def _sync(folder: Folder) -> None:
    """Make what lies in a folder durable, and that the folder is there."""
    folder.sync()
    with Folder.at(folder.path.parent) as above:
        above.sync()


def _copy(folder: Folder, name: str, into: Folder, recycled: Path) -> None:
    with (
        opened(folder, name, os.O_RDONLY) as source,
        opened(into, recycled.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600) as target,
    ):
        copying.copy_whole(source, target, recycled)
