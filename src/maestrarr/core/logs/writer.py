"""Writing log files: one at a time, each as large and as old as it may be, all within a total."""

import gzip
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from maestrarr.core.logs import policy
from maestrarr.core.logs.files import FORM, LogFile, compressed, log_files, path_of
from maestrarr.core.logs.policy import Bounds
from maestrarr.kit import atomic, clock

PIECE_BYTES = 64 * 1024

_OWNER_ONLY = 0o600
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC


class LogWriter:
    """Writes lines into a folder; made for one thread, and the only one who writes there."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = clock.now) -> None:
        self.bounds = Bounds()
        self._folder = folder
        self._now = now
        self._file: LogFile | None = None
        self._descriptor = -1
        self._others: list[LogFile] = []

    def write(self, lines: Iterable[bytes]) -> None:
        """Add lines, each with its end.

        Raises:
            OSError: the disk is full, read-only or gone; some of the lines may be written.
        """
        for piece in _pieces(lines):
            file = self._file
            if file is None or policy.is_full(file, self._now(), self.bounds):
                file = self._begin()
            self._make_room(len(piece))
            _write_whole(self._descriptor, piece)
            self._file = replace(file, size_bytes=file.size_bytes + len(piece))

    def tend(self) -> None:
        """Compress what is closed, remove what is too old or too much, and miss what is gone.

        Raises:
            OSError: the disk is full, read-only or gone.
        """
        if self._file and not self._is_in_place():
            self.close()
        if self._file and policy.is_full(self._file, self._now(), self.bounds):
            self.close()
        self._look()
        outdated = policy.outdated([*self._others, *self._current()], self._now(), self.bounds)
        self._forget([self._others[place] for place in outdated])
        for file in tuple(self._others):
            if not file.is_compressed and file in self._others:
                self._compress(file)
        self._make_room(0)

    def close(self) -> None:
        """Close the file that is written."""
        if self._file:
            os.close(self._descriptor)
            self._file = None

    def _begin(self) -> LogFile:
        """Go on in the youngest file while that is not full, else in another."""
        self.close()
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for left in self._folder.glob(".*.part"):
            left.unlink()
        self._look()
        last = self._others.pop() if self._others else None
        if last and not last.is_compressed and not policy.is_full(last, self._now(), self.bounds):
            return self._open(last)
        if last:
            self._others.append(last)
        stamp = self._now().strftime(FORM)
        if last and stamp <= last.stamp:  # the clock was put back: names keep their order
            stamp = (last.began + timedelta(microseconds=1)).strftime(FORM)
        return self._open(LogFile(stamp, path_of(self._folder, stamp), 0))

    def _open(self, file: LogFile) -> LogFile:
        self._descriptor = os.open(file.path, _FLAGS, _OWNER_ONLY)
        self._file = file
        if file.size_bytes and os.pread(self._descriptor, 1, file.size_bytes - 1) != b"\n":
            _write_whole(self._descriptor, b"\n")  # a crash or a full disk cut its last line
            self._file = replace(file, size_bytes=file.size_bytes + 1)
        return self._file

    def _is_in_place(self) -> bool:
        """Tell whether the file that is written is still the one that stands under its name."""
        assert self._file is not None  # noqa: S101  # for the type checker
        try:
            found = self._file.path.stat(follow_symlinks=False)
        except FileNotFoundError:
            return False
        return os.path.samestat(os.fstat(self._descriptor), found)

    def _current(self) -> list[LogFile]:
        return [self._file] if self._file else []

    def _look(self) -> None:
        own = self._file.stamp if self._file else ""
        self._others = [file for file in log_files(self._folder) if file.stamp != own]

    def _make_room(self, wanted_bytes: int) -> None:
        files = [*self._others, *self._current()]
        places = policy.too_many(files, wanted_bytes, self.bounds)
        self._forget([file for place in places if (file := files[place]) is not self._file])

    def _forget(self, files: Sequence[LogFile]) -> None:
        for file in files:
            file.path.unlink(missing_ok=True)
            self._others.remove(file)

    def _compress(self, file: LogFile) -> None:
        self._make_room(file.size_bytes)  # until the original is gone, both are there
        if file not in self._others:
            return
        twin = compressed(file.path)
        with (
            file.path.open("rb") as source,
            atomic.filling(twin, mode=_OWNER_ONLY) as target,
            gzip.GzipFile(fileobj=target, mode="wb", compresslevel=6, mtime=0) as zipped,
        ):
            shutil.copyfileobj(source, zipped)
        file.path.unlink()
        place = self._others.index(file)
        self._others[place] = LogFile(file.stamp, twin, twin.stat().st_size)


def _pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Put lines together into pieces that are worth a write, and no more than that at once."""
    gathered: list[bytes] = []
    size = 0
    for line in lines:
        if gathered and size + len(line) > PIECE_BYTES:
            yield b"".join(gathered)
            gathered, size = [], 0
        gathered.append(line)
        size += len(line)
    if gathered:
        yield b"".join(gathered)


def _write_whole(descriptor: int, piece: bytes) -> None:
    left = memoryview(piece)
    while left:
        left = left[os.write(descriptor, left) :]
