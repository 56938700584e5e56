"""Open folders: names are looked up and changed in them, and no link is ever followed."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from maestrarr.core.changes.errors import NotAFile, OutsideRoot
from maestrarr.core.changes.writes import Stamp

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_PASSAGE = _FOLDER | getattr(os, "O_PATH", 0)  # Linux


class Folder:
    """A folder that stays the same one whatever its path leads to meanwhile."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self.descriptor = descriptor
        self.path = path

    @classmethod
    def at(cls, real: Path) -> "Folder":
        """Open the folder at a real path, one name after the other, so that no link is followed.

        Those above it are only passed through, which takes no right to list them.
        """
        names = real.parts[1:]
        descriptor = os.open("/", _PASSAGE if names else _FOLDER)
        for at, name in enumerate(names, start=1):
            above = descriptor
            try:
                descriptor = os.open(name, _PASSAGE if at < len(names) else _FOLDER, dir_fd=above)
            finally:
                os.close(above)
        return cls(descriptor, real)

    @classmethod
    def of(cls, own: Path) -> "Folder":
        """Open a folder of our own, whatever links lead to it."""
        return cls(os.open(own, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC), own)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it."""
        os.close(self.descriptor)

    @property
    def identity(self) -> tuple[int, int]:
        """The disk and the number by which it is known, whatever path leads to it."""
        said = os.fstat(self.descriptor)
        return said.st_dev, said.st_ino

    def inner(self, name: str) -> "Folder":
        """Open a folder in this one."""
        return Folder(os.open(name, _FOLDER, dir_fd=self.descriptor), self.path / name)

    def open(self, name: str, flags: int, mode: int = 0o666) -> int:
        """Open a file in it, never through a link, and never waiting for one that is a pipe."""
        flags |= os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
        return os.open(name, flags, mode, dir_fd=self.descriptor)

    def stamp(self, name: str) -> Stamp | None:
        """Look at a plain file; None when nothing has this name.

        Raises:
            NotAFile: what stands there is something else.
        """
        try:
            said = os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(said.st_mode):
            raise NotAFile(self.path / name)
        return Stamp.read(said)

    def link(self, name: str, other: str, into: "Folder | None" = None) -> None:
        """Give a file another name, which must be free."""
        os.link(
            name,
            other,
            src_dir_fd=self.descriptor,
            dst_dir_fd=(into or self).descriptor,
            follow_symlinks=False,
        )

    def rename(self, name: str, other: str, into: "Folder | None" = None) -> None:
        """Let a file take another name, in the place of whatever has it."""
        os.rename(name, other, src_dir_fd=self.descriptor, dst_dir_fd=(into or self).descriptor)

    def remove(self, name: str) -> None:
        """Take a name away; one that is gone already is fine, on a read-only disk as well."""
        with suppress(FileNotFoundError):
            os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
            os.unlink(name, dir_fd=self.descriptor)

    def make(self, name: str) -> "Folder":
        """Make a folder in it, durably; one that is there already is fine."""
        with suppress(FileExistsError):
            os.mkdir(name, dir_fd=self.descriptor)
            self.sync()
        return self.inner(name)

    def names(self) -> list[str]:
        """List what is in it."""
        return os.listdir(self.descriptor)  # noqa: PTH208  # an open folder has no path

    def sync(self) -> None:
        """Make its names durable."""
        os.fsync(self.descriptor)


@dataclass(frozen=True, slots=True)
class Reached:
    """The open folder of a file, the real path of the root above it, and which are missing between.

    Where some are missing, the folder is the last one that is there.
    """

    root: Path
    folder: Folder
    missing: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """The real path of the file's folder, whether or not it exists."""
        return self.folder.path.joinpath(*self.missing) if self.missing else self.folder.path


def reach(root: Path, path: Path) -> Reached:
    """Open the folder of a file below `root`.

    Raises:
        OutsideRoot: on real paths, the file lies elsewhere.
        OSError: the root is gone, or a folder on the way cannot be opened.
    """
    real_root = Path(os.path.realpath(root, strict=True))
    parent = Path(os.path.realpath(path.parent))
    try:
        names = parent.relative_to(real_root).parts
    except ValueError:
        raise OutsideRoot(path, root) from None
    if path.name in {"", ".", ".."}:
        raise OutsideRoot(path, root)
    folder = Folder(os.open(real_root, _FOLDER), real_root)
    for at, name in enumerate(names):
        try:
            inner = folder.inner(name)
        except FileNotFoundError:
            return Reached(real_root, folder, names[at:])
        except OSError:
            folder.close()
            raise
        folder.close()
        folder = inner
    return Reached(real_root, folder)


@contextmanager
def opened(folder: Folder, name: str, flags: int, mode: int = 0o666) -> Iterator[int]:
    """Open a file in a folder until the end of the block."""
    descriptor = folder.open(name, flags, mode)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def sync_data(descriptor: int) -> None:
    """Make what was written into a file durable."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:  # macOS
        os.fsync(descriptor)
