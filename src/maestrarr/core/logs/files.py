"""The files of a log: each named after the moment it began, compressed once another has begun."""

import gzip
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

FORM = "%Y%m%dT%H%M%S%fZ"

_NAME = re.compile(r"maestrarr-(\d{8}T\d{12}Z)\.log(\.gz)?")

ReadAt: TypeAlias = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log file as it was found; `stamp` names it, also once it is compressed."""

    stamp: str
    path: Path
    size_bytes: int

    @property
    def began(self) -> datetime:
        """When its first line was written."""
        return datetime.strptime(self.stamp, FORM).replace(tzinfo=UTC)

    @property
    def is_compressed(self) -> bool:
        """Tell whether nothing is added to it any more."""
        return self.path.suffix == ".gz"


def path_of(folder: Path, stamp: str) -> Path:
    """Name the file that begins at a moment."""
    return folder / f"maestrarr-{stamp}.log"


def compressed(path: Path) -> Path:
    """Name the file that takes the place of one that is closed."""
    return path.with_name(f"{path.name}.gz")


def log_files(folder: Path) -> list[LogFile]:
    """List the files of a log, the oldest first; what is no log file of ours is passed over."""
    found: dict[str, LogFile] = {}
    for path in sorted(folder.glob("maestrarr-*.log*")):  # the whole one stands before its twin
        named = _NAME.fullmatch(path.name)
        if named and not path.is_symlink() and (size := _size(path)) is not None:
            found[named[1]] = LogFile(named[1], path, size)
    return [found[stamp] for stamp in sorted(found)]


def opened(file: LogFile) -> tuple[ReadAt, int]:
    """Make a log file's text readable by place, and tell how long it is.

    One that was compressed or removed since it was found is read as it is now: whole, or empty.
    """
    for path in (file.path, compressed(file.path)):
        try:
            return _zipped(path) if path.suffix == ".gz" else _plain(path)
        except FileNotFoundError:
            continue
    return _text(b"")


def _plain(path: Path) -> tuple[ReadAt, int]:
    size = path.stat().st_size

    def read(start: int, end: int) -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(end - start)

    return read, size


def _zipped(path: Path) -> tuple[ReadAt, int]:
    try:
        with gzip.open(path) as file:
            return _text(file.read())
    except (gzip.BadGzipFile, EOFError, zlib.error):  # somebody damaged it: it says nothing
        return _text(b"")


def _text(whole: bytes) -> tuple[ReadAt, int]:
    return (lambda start, end: whole[start:end]), len(whole)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
