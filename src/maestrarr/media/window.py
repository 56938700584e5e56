"""A file seen through small reads: the first 64 KiB at once, then only what is asked for."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable, Probe

HEAD_BYTES: Final = 64 * 1024  # most headers are whole in it
CHUNK_BYTES: Final = 4 * 1024  # what is read around a position further on
MAX_READ_BYTES: Final = 16 * 1024 * 1024  # no header is longer; a lying size must not fill memory
MAX_READS: Final = 20_000  # a day of two-second fragments; beyond it, the file leads us in circles


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the facts as far as the headers are whole, and what is wrong, if any.

    `needs_ffmpeg` says that the second tier may know more than we do.
    """

    probe: Probe | None
    fault: NotReadable | None = None
    needs_ffmpeg: bool = False


class Window:
    """A regular file opened for reading, and the piece of it that was read last.

    Raises:
        NotReadable: this is no regular file.
        OSError: it cannot be opened.
    """

    __slots__ = ("_chunk", "_descriptor", "_reads", "_start", "head", "size_bytes")

    def __init__(self, path: Path) -> None:
        # Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
        self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            self.size_bytes = _size_of_file(self._descriptor)
            self.head = read_at(self._descriptor, 0, min(HEAD_BYTES, self.size_bytes))
        except BaseException:
            os.close(self._descriptor)
            raise
        self._chunk = self.head
        self._start = 0
        self._reads = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._descriptor)

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, or fewer at the end of the file.

        Raises:
            NotReadable: no honest header is that long, or this file never ends.
        """
        start = offset - self._start
        if start >= 0 and start + length <= len(self._chunk):
            return self._chunk[start : start + length]
        if offset + length <= len(self.head):
            return self.head[offset : offset + length]
        if length > MAX_READ_BYTES:
            raise NotReadable(FaultKind.DAMAGED, because("header_too_long", size=length))
        if offset >= self.size_bytes:
            return b""
        self._reads += 1
        if self._reads > MAX_READS:
            raise NotReadable(FaultKind.DAMAGED, because("headers_without_end"))
        wanted = min(max(length, CHUNK_BYTES), self.size_bytes - offset)
        self._chunk = read_at(self._descriptor, offset, wanted)
        self._start = offset
        return self._chunk[:length]

    def read_whole(self, offset: int, length: int) -> bytes:
        """Return exactly `length` bytes from `offset`.

        Raises:
            NotReadable: the file ends before, or no honest header is that long.
        """
        found = self.read(offset, length)
        if len(found) < length:
            raise NotReadable(FaultKind.TRUNCATED, because("ends_in_headers"))
        return found


def read_at(descriptor: int, offset: int, length: int) -> bytes:
    """Read a part of a file, shorter only where the file ends.

    Disks of other programs (FUSE with direct I/O) may give less at once than is there.
    """
    data = os.pread(descriptor, length, offset)
    while len(data) < length:
        more = os.pread(descriptor, length - len(data), offset + len(data))
        if not more:
            break
        data += more
    return data


def _size_of_file(descriptor: int) -> int:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise NotReadable(FaultKind.NOT_MEDIA, because("no_file"))
    return status.st_size
