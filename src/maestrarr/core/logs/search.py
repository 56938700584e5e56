"""Looking through the log, backwards from its end or a place, or on after a place.

A *place* is a file's stamp and how far into its text a line begins; it stays the same when the
file is compressed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from maestrarr.core.logs import entries
from maestrarr.core.logs.entries import Wanted
from maestrarr.core.logs.errors import NoSuchPlace
from maestrarr.core.logs.files import LogFile, ReadAt, log_files, opened
from maestrarr.core.logs.schemas import LogEntry

MOST_BYTES = 16_000_000  # that one look goes through; a tenth of a second
BLOCK_BYTES = 256 * 1024

_PLACE = re.compile(r"(\d{8}T\d{12}Z)-(\d{1,12})", re.ASCII)

Line: TypeAlias = tuple[int, bytes]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the log a line begins."""

    stamp: str = ""
    offset: int = 0

    @classmethod
    def read(cls, written: str) -> "Place":
        """Read a place as it was sent.

        Raises:
            NoSuchPlace: it was never one.
        """
        found = _PLACE.fullmatch(written)
        if found is None:
            raise NoSuchPlace
        return cls(found[1], int(found[2]))

    def __str__(self) -> str:
        return f"{self.stamp}-{self.offset}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a look brought up, and where the next one goes on; None when there is no more."""

    entries: list[LogEntry]
    next: Place | None


def end(folder: Path) -> Place:
    """Return the place of the line that is written next."""
    files = log_files(folder)
    if not files:
        return Place("00000101T000000000000Z")
    return Place(files[-1].stamp, opened(files[-1])[1])


def older(folder: Path, wanted: Wanted, before: Place, limit: int) -> Found:
    """Return the last entries that lie before a place, the newest first."""
    files = [file for file in log_files(folder) if file.stamp <= before.stamp]
    found = _Gathered(wanted, limit)
    for number, file in reversed(list(enumerate(files))):
        if _is_past(file, files[number + 1 :], wanted):
            continue
        read, size = opened(file)
        until = min(size, before.offset) if file.stamp == before.stamp else size
        for offset, line in _backwards(read, until):
            place = Place(file.stamp, offset)
            if found.take(place, line):
                return Found(found.entries, place)
    return Found(found.entries, None)


def newer(folder: Path, wanted: Wanted, after: Place, limit: int) -> Found:
    """Return the first entries from a place on, the oldest first; `next` is always told."""
    found, place = _Gathered(wanted, limit), after
    for file in log_files(folder):
        if file.stamp < after.stamp:
            continue
        read, size = opened(file)
        start = after.offset if file.stamp == after.stamp else 0
        for offset, line in _forwards(read, start, size):
            place = Place(file.stamp, offset + len(line) + 1)
            if found.take(Place(file.stamp, offset), line):
                return Found(found.entries, place)
    return Found(found.entries, place)


class _Gathered:
    """The entries of one look, as they are found."""

    def __init__(self, wanted: Wanted, limit: int) -> None:
        self.entries: list[LogEntry] = []
        self._wanted = wanted
        self._limit = limit
        self._bytes = 0

    def take(self, place: Place, line: bytes) -> bool:
        """Look at a line, and tell whether that is enough."""
        entry = entries.read(line, str(place))
        if entry is not None and self._wanted.includes(entry):
            self.entries.append(entry)
        self._bytes += len(line)
        return len(self.entries) >= self._limit or self._bytes >= MOST_BYTES


def _is_past(file: LogFile, following: list[LogFile], wanted: Wanted) -> bool:
    """Tell whether a whole file lies outside the time that is wanted."""
    is_too_young = wanted.until is not None and file.began >= wanted.until
    is_too_old = bool(following) and wanted.since is not None and following[0].began < wanted.since
    return is_too_young or is_too_old


def _backwards(read: ReadAt, end: int) -> Iterator[Line]:
    """Give the whole lines that end before a place, the last first."""
    rest = b""
    while end > 0:
        start = max(0, end - BLOCK_BYTES)
        block = read(start, end) + rest
        first = 0 if start == 0 else block.find(b"\n") + 1
        if first or start == 0:
            yield from reversed(_split(block[first:], start + first))
            rest = block[:first]
        else:  # a line longer than a block
            rest = block
        end = start


def _forwards(read: ReadAt, start: int, end: int) -> Iterator[Line]:
    """Give the whole lines from a place on."""
    while start < end:
        block = read(start, min(end, start + MOST_BYTES))
        whole = block.rfind(b"\n") + 1
        if whole == 0:
            return
        yield from _split(block[:whole], start)
        start += whole


def _split(block: bytes, start: int) -> list[Line]:
    """Split a block that begins with a line; what follows the last line end is not whole yet."""
    lines = []
    for line in block.split(b"\n")[:-1]:
        lines.append((start, line))
        start += len(line) + 1
    return lines
