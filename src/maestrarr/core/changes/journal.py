"""The journal: a fsynced file that says what is about to be written, before it is.

One journal for each call, of lines each with the SHA-256 of it and of the line before. A first
line that does not fit was torn, so nothing had been touched. Whoever made a journal keeps it locked
while working: one that nobody has locked was left behind. It is the one file that is durable before
the database is.

A short journal that is done with is made void, kept and written over by the next call, and it grows
by whole blocks: to flush a file that keeps its size costs a fifth of making one. What is left of
older lines behind the new ones does not follow from them, so it is never read.
"""

import fcntl
import hashlib
import json
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.folders import Folder, sync_data
from maestrarr.core.changes.writes import Stamp
from maestrarr.kit.ids import new_id

log = structlog.get_logger(__name__)

SUFFIX = ".journal"
LARGEST_SPARE_BYTES = 64 * 1024
MOST_SPARES = 4
BLOCK_BYTES = 4096
_HASH_CHARACTERS = 64
_VOID = bytes(_HASH_CHARACTERS)


class Journal:
    """What one call was about to write."""

    def __init__(self, file: Path, descriptor: int, entries: Sequence[Entry]) -> None:
        self.file = file
        self._descriptor = descriptor
        self._turn = threading.Lock()
        self._end, self._size = 0, os.fstat(descriptor).st_size
        self._last = b""
        self.is_own = False  # as one is that was left behind
        self.entries = {entry.id: entry for entry in entries}

    @classmethod
    def begin(cls, folder: Path, entries: Sequence[Entry]) -> "Journal":
        """Write a journal; it is durable once this returns.

        Raises:
            OSError: the disk of the data folder is full, or fails.
        """
        spare = _spares.take(folder)
        journal = cls._over(*spare, entries) if spare else cls._made(folder, entries)
        journal.is_own = True
        return journal

    @classmethod
    def _over(cls, file: Path, descriptor: int, entries: Sequence[Entry]) -> "Journal":
        journal = cls(file, descriptor, entries)
        try:
            journal._append([entry.to_json() for entry in entries])
        except BaseException:
            journal.leave()  # void or torn, it says nothing
            raise
        return journal

    @classmethod
    def _made(cls, folder: Path, entries: Sequence[Entry]) -> "Journal":
        file = folder / f"{new_id().hex}{SUFFIX}"
        with _alone(folder, fcntl.LOCK_SH) as inside:
            descriptor = inside.open(file.name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            journal = cls(file, descriptor, entries)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                journal._append([entry.to_json() for entry in entries])
                inside.sync()
            except BaseException:
                inside.remove(file.name)
                os.close(descriptor)
                raise
        return journal

    def note(self, entry_id: UUID, staged: Stamp) -> Entry:
        """Write down, durably, how a new file looks before it takes its place."""
        with self._turn:
            entry = self.entries[entry_id] = self.entries[entry_id].with_staged(staged)
            self._append([entry.to_json()])
        return entry

    def drop(self, unsettled: Iterable[UUID] = ()) -> None:
        """Be done with it; what is still unsettled stays in a journal that nobody has locked.

        Where the disk refuses, the whole journal stays: it is settled again, and nothing is lost.
        """
        left = [self.entries[entry_id] for entry_id in unsettled]
        try:
            if left:
                Journal._made(self.file.parent, left).leave()
            if self.is_own and os.fstat(self._descriptor).st_size <= LARGEST_SPARE_BYTES:
                os.pwrite(self._descriptor, _VOID, 0)
                _spares.keep(self.file, self._descriptor)
                return
            with _alone(self.file.parent, fcntl.LOCK_SH) as folder:
                folder.remove(self.file.name)
        except OSError as error:
            log.warning("changes.journal_stays", file=self.file.name, reason=str(error))
        self.leave()

    def leave(self) -> None:
        """Let go of it as it is; what it says was made durable as it was written."""
        _close(self._descriptor)

    def _append(self, said: Any) -> None:  # noqa: ANN401  # whatever JSON takes
        text = json.dumps(said, separators=(",", ":")).encode()
        mark = _mark(self._last, text)
        line = mark + text + b"\n"
        blocks = line
        if self._end + len(line) > self._size:
            self._size = -(-(self._end + len(line)) // BLOCK_BYTES) * BLOCK_BYTES
            blocks = line.ljust(self._size - self._end, b"\0")
        try:
            written = 0
            while written < len(blocks):
                written += os.pwrite(self._descriptor, blocks[written:], self._end + written)
            sync_data(self._descriptor)
        except OSError:
            os.ftruncate(self._descriptor, self._end)  # or nobody would read what comes after it
            self._size = self._end
            raise
        self._end += len(line)
        self._last = mark


class _Spares:
    """Void journals that this process holds, locked, for its next calls."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._kept: list[tuple[Path, int]] = []

    def take(self, folder: Path) -> tuple[Path, int] | None:
        """Give one that still stands in this folder; None when there is none."""
        with self._turn:
            for spare in [one for one in self._kept if one[0].parent == folder]:
                self._kept.remove(spare)
                if _stands(*spare):
                    return spare
                _close(spare[1])
        return None

    def keep(self, file: Path, descriptor: int) -> None:
        """Keep one; the one that waited longest goes when they are too many."""
        with self._turn:
            self._kept.append((file, descriptor))
            gone = self._kept.pop(0) if len(self._kept) > MOST_SPARES else None
        if gone is not None:
            _close(gone[1])


_spares = _Spares()


def _close(descriptor: int) -> None:
    """Let go of a descriptor: it is gone, whatever the disk says to that."""
    with suppress(OSError):
        os.close(descriptor)


def left_behind(folder: Path) -> list[Journal]:
    """Take over every journal that nobody works with, the oldest first; torn ones are removed."""
    with _alone(folder, fcntl.LOCK_EX) as inside:
        names = sorted(name for name in inside.names() if name.endswith(SUFFIX))
        return [journal for name in names if (journal := _taken_over(inside, name))]


def _taken_over(folder: Folder, name: str) -> Journal | None:
    descriptor = folder.open(name, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    with os.fdopen(os.dup(descriptor), "rb") as file:
        entries = _entries(file.read())
    if entries is None:
        folder.remove(name)
        os.close(descriptor)
        return None
    return Journal(folder.path / name, descriptor, entries)


def _entries(data: bytes) -> list[Entry] | None:
    """Read a journal up to where it was torn; None when not even its first line is whole."""
    said: dict[UUID, Entry] = {}
    last = b""
    for line in data.split(b"\n"):
        mark, text = line[:_HASH_CHARACTERS], line[_HASH_CHARACTERS:]
        if mark != _mark(last, text):
            break
        for entry in map(Entry.from_json, json.loads(text)):
            said[entry.id] = entry
        last = mark
    return list(said.values()) or None


def _mark(last: bytes, text: bytes) -> bytes:
    """Compute what a line begins with, so that it follows from the one before."""
    return hashlib.sha256(last + text).hexdigest().encode()


def _stands(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.lstat(), os.fstat(descriptor))
    except OSError:
        return False


@contextmanager
def _alone(folder: Path, how: int) -> Iterator[Folder]:
    """Keep journals from being made while they are listed."""
    with Folder.of(folder) as inside:
        fcntl.flock(inside.descriptor, how)
        yield inside
