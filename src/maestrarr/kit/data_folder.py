"""The folder in which an installation keeps everything of its own, and who holds it."""

import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from maestrarr.kit.errors import Problem

_ATTEMPTS = 5
_PAUSE_SECONDS = 0.05
_FULL = {errno.ENOSPC, errno.EDQUOT}
_NEEDED_BYTES = 256 * 1024  # a database and what it shares between its readers take that at least


class DataFolderUnusable(Problem):
    """The data folder cannot be made or written."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Name another with --data, or let this user write there."


class DataFolderFull(DataFolderUnusable):
    """There is no space left on the disk of the data folder."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space there and start again: what was stored is kept."

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk is full on which the data folder {folder} lies.", folder=str(folder)
        )


class AlreadyRunning(Problem):
    """Another process holds the data folder."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Stop it first, or name another folder with --data."

    def __init__(self, folder: Path, holder: "Holder") -> None:
        super().__init__(
            f"Maestrarr already runs on {folder}, as process {holder.pid}.",
            folder=str(folder),
            pid=holder.pid,
        )


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a data folder, and where it serves, if it does."""

    pid: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where everything of an installation lies; the same layout for server and terminal.

    `is_look_only` says that this installation writes nothing into media folders.
    """

    path: Path
    is_look_only: bool = False

    @property
    def database(self) -> Path:
        """The SQLite database's file."""
        return self.path / "maestrarr.db"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """The folder of log files; who writes them makes it."""
        return self.path / "logs"

    @property
    def journal(self) -> Path:
        """The folder of what is being written into media folders; who writes there makes it."""
        return self.path / "journal"

    @property
    def recycle(self) -> Path:
        """The folder of what was replaced or removed, unless another is set."""
        return self.path / "recycle"

    @property
    def secret_key(self) -> Path:
        """The file of the keys that seal secrets, unless the configuration names them."""
        return self.path / "secret-key"

    @property
    def http_cache(self) -> Path:
        """The file of what services have answered; it is in no backup, and may be lost."""
        return self.path / "http-cache.db"

    @property
    def artwork(self) -> Path:
        """The folder of our copies of pictures; who writes there makes it."""
        return self.path / "artwork"

    @property
    def config(self) -> Path:
        """The configuration file that is read unless another is named."""
        return self.path / "maestrarr.yaml"

    @property
    def lock(self) -> Path:
        """The file whose lock says that a process works here."""
        return self.path / "maestrarr.lock"

    def make(self) -> None:
        """Create the folder, readable by its owner alone.

        Raises:
            DataFolderUnusable: it cannot be made, or nothing can be written in it.
        """
        with self.usable():
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.backups.mkdir(mode=0o700, exist_ok=True)
            self.lock.touch(mode=0o600)

    def make_database(self) -> None:
        """Create the database's file, readable by its owner alone, as SQLite would not.

        Raises:
            DataFolderUnusable: nothing can be written in the folder.
        """
        with self.usable():
            self.database.touch(mode=0o600)

    @contextmanager
    def usable(self) -> Iterator[None]:
        """Say in words that something in the folder can be neither read nor written."""
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise DataFolderFull(self.path) from error
            raise DataFolderUnusable(
                f"The data folder {self.path} cannot be used: {error.strerror}.",
                folder=str(self.path),
            ) from error

    def is_full(self) -> bool:
        """Tell whether its disk has less space left than a database needs."""
        return shutil.disk_usage(self.path).free < _NEEDED_BYTES

    def holder(self) -> Holder | None:
        """Tell who holds this folder now, or None."""
        try:
            descriptor = os.open(self.lock, os.O_RDONLY)
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _read_holder(self.lock)
        finally:
            os.close(descriptor)
        return None

    @contextmanager
    def held(self, *, url: str | None = None) -> Iterator[None]:
        """Hold the folder until the end of the block; a crash lets go of it as well.

        Raises:
            AlreadyRunning: another process holds it.
            DataFolderUnusable: nothing can be written in it.
        """
        self.make()
        descriptor = os.open(self.lock, os.O_RDWR)
        try:
            if not _take(descriptor):
                raise AlreadyRunning(self.path, _read_holder(self.lock))
            with self.usable():
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "url": url}).encode(), 0)
            yield
        finally:
            os.close(descriptor)


def _take(descriptor: int) -> bool:
    """Take the lock; who only asks for its holder has it for a moment, so a refusal may pass."""
    for _ in range(_ATTEMPTS):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return True
    return False


def _read_holder(lock: Path) -> Holder:
    try:
        found = json.loads(lock.read_text())
    except ValueError:  # it holds the lock, and has not written its name yet
        return Holder(pid=0)
    return Holder(pid=found["pid"], url=found["url"])
