"""What a job may do next, and how long it will take: decisions without a database."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from maestrarr.core.jobs.states import Status
from maestrarr.kit.errors import Problem

CRASHES_BEYOND_ATTEMPTS = 3
SMOOTHING = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """How often a job of a kind is tried, how long it rests between, and after which Problems.

    Unexpected exceptions and blown time limits are always worth another attempt; a Problem only
    if it is an instance of one of `problems`, for it has already said what is wrong.
    """

    attempts: int = 3
    first_seconds: float = 5
    factor: float = 3
    longest_seconds: float = 900
    jitter: float = 0.2
    problems: tuple[type[Problem], ...] = ()

    def cover(self, error: BaseException) -> bool:
        """Tell whether another attempt may help against this error."""
        return not isinstance(error, Problem) or isinstance(error, self.problems)


def rest_before_retry(failures: int, retries: Retries, random: Callable[[], float]) -> timedelta:
    """Tell how long to rest after the n-th failure, n from 1: exponential, bounded, jittered.

    `random` returns a number from 0 to 1; the jitter moves the rest by at most that share of it,
    up or down, so that jobs that failed together do not come back together.
    """
    exponent = min(failures - 1, 64)  # beyond it only the bound speaks, and floats overflow
    seconds = min(retries.first_seconds * retries.factor**exponent, retries.longest_seconds)
    return timedelta(seconds=seconds * (1 + retries.jitter * (2 * random() - 1)))


def is_crash_loop(crashes: int, attempts_allowed: int) -> bool:
    """Tell whether a job was cut short so often that it is likely the cause itself."""
    return crashes >= attempts_allowed + CRASHES_BEYOND_ATTEMPTS


def twin(kind: str, arguments: Mapping[str, object], after: UUID | None) -> str:
    """Name what makes two requests equal: the same kind, arguments and predecessor."""
    said = json.dumps([kind, arguments, str(after or "")], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def fate_of_dependent(ended: Status) -> Status:
    """Decide how a job ends whose predecessor ended without completing."""
    return Status.CANCELLED if ended is Status.CANCELLED else Status.SKIPPED


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a count moves, in units per second, smoothed; None until it has moved."""

    current: int
    at: datetime
    per_second: float | None = None

    def moved(self, current: int, at: datetime) -> "Pace":
        """Take in a new count; a count that went back starts the measurement again."""
        seconds = (at - self.at).total_seconds()
        if current < self.current:
            return Pace(current, at)
        if seconds <= 0 or current == self.current:
            return self
        fresh = (current - self.current) / seconds
        before = fresh if self.per_second is None else self.per_second
        weight = 1 - (1 - SMOOTHING) ** min(seconds, 10)
        return Pace(current, at, before + weight * (fresh - before))

    def eta(self, total: int | None) -> datetime | None:
        """Tell when the count will reach `total`; None while nobody can know."""
        if total is None or not self.per_second:
            return None
        seconds = max(total - self.current, 0) / self.per_second
        return self.at + timedelta(seconds=min(seconds, 365 * 86_400))


@dataclass(frozen=True, slots=True)
class Span:
    """Where a part of a job begins and ends in the whole of it."""

    start: int
    end: int
    total: int

    def whole(self, current: int, total: int | None) -> tuple[int, int]:
        """Say how far the whole is, and of how much, when the part is at `current` of `total`."""
        share = min(current / total, 1.0) if total else 0.0
        return self.start + int(share * (self.end - self.start)), self.total


def storable(text: str) -> str:
    """Replace what no database takes: NUL, and the stray bytes of a file name."""
    whole = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
