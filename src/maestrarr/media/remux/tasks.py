"""A remux in words: what is wished for, within which bounds, who watches, and what came of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from maestrarr.media.edits import CannotEdit, Defaults, Obstacle, TrackChange

LOOK_EVERY_SECONDS: Final = 0.2


class Rewriter(StrEnum):
    """What writes a file anew."""

    FFMPEG = "ffmpeg"
    MKVPROPEDIT = "mkvpropedit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which tracks of which file shall be default ones, and the path of the copy that says so."""

    source: Path
    staging: Path
    defaults: Defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How long it may take, and how large a file may be."""

    limit_seconds: float = 300.0
    limit_bytes: int = 50 * 1000**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who is told how far it is, from 0 to 1, and who may call it off."""

    progress: Callable[[float], None] = field(default=lambda _: None)
    is_cancelled: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remuxed:
    """What stands at the staging path now, compared packet by packet with the film."""

    by: Rewriter
    changes: tuple[TrackChange, ...]
    size_bytes: int
    streams: int
    packets: int
    seconds: float


class Refused(Exception):
    """No remux, or none that may be used; `refusal` says why."""

    def __init__(self, obstacle: Obstacle, reason: str) -> None:
        super().__init__(reason)
        self.refusal = CannotEdit(obstacle, reason)

    @classmethod
    def of(cls, refusal: CannotEdit) -> "Refused":
        """Stop for a reason that was found elsewhere."""
        return cls(refusal.obstacle, refusal.reason)


@dataclass(frozen=True, slots=True)
class Task:
    """A wish that is being carried out; `started` is when, as `time.monotonic` counts."""

    wish: Wish
    bounds: Bounds
    watch: Watch
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.started

    @property
    def pause(self) -> float:
        """How many seconds anybody may wait before looking again."""
        return max(0.0, min(LOOK_EVERY_SECONDS, self.bounds.limit_seconds - self.seconds))

    def look(self) -> None:
        """Go on, or stop.

        Raises:
            Refused: it took too long, or was called off.
        """
        if self.watch.is_cancelled():
            raise Refused(Obstacle.STOPPED, "It was called off before it was done.")
        if self.seconds >= self.bounds.limit_seconds:
            most = f"{self.bounds.limit_seconds:g} s"
            reason = f"A copy of it takes longer than the {most} that it may take."
            raise Refused(Obstacle.TOO_SLOW, reason)
