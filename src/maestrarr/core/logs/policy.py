"""Decisions about log files: when the next one begins, and which have to go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large and how old log files may become."""

    file_bytes: int = 10_000_000
    file_age: timedelta = timedelta(days=1)
    kept: timedelta = timedelta(days=14)
    total_bytes: int = 100_000_000


class Dated(Protocol):
    """A log file, as far as its age and size go."""

    @property
    def began(self) -> datetime:
        """When its first line was written."""

    @property
    def size_bytes(self) -> int:
        """What it takes on the disk."""


def is_full(file: Dated, moment: datetime, bounds: Bounds) -> bool:
    """Tell whether another file has to begin: this one is as large or as old as it may be.

    A single file takes at most half of what all may take, so that there is always one before it.
    """
    largest = min(bounds.file_bytes, bounds.total_bytes // 2)
    return file.size_bytes >= largest or moment - file.began >= bounds.file_age


def outdated(files: Sequence[Dated], moment: datetime, bounds: Bounds) -> Iterator[int]:
    """Name, by place, those whose last line is older than lines are kept; `files` in order."""
    for place, following in enumerate(files[1:]):
        if moment - following.began > bounds.kept:
            yield place


def too_many(files: Sequence[Dated], room_bytes: int, bounds: Bounds) -> Iterator[int]:
    """Name, by place, the oldest that have to go, so that so many more bytes find room."""
    total = sum(file.size_bytes for file in files) + room_bytes
    for place, file in enumerate(files):
        if total <= bounds.total_bytes:
            return
        yield place
        total -= file.size_bytes
