"""How a service may be called, and how urgent a call is."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from maestrarr.kit.http.addresses import Reach

MEBIBYTE = 1 << 20


class Urgency(IntEnum):
    """Who goes first where calls wait for their turn; the least number does."""

    WEBHOOK = 0
    USER = 1
    BACKGROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How one service may be called.

    Args:
        service: what figures call it: a word of ours, never a name of a host.
        reach: which addresses it may lie at.
        per_second: how many calls it takes, in the long run.
        burst: how many at once after a while without any.
        at_once: how many may be under way.
        largest_bytes: of an answer, unpacked.
        limit_seconds: for a call with all its attempts, from its first turn on.
        attempts: how often a call is made that may be repeated.
        keep_for: how long answers are kept; None: not at all.
    """

    service: str = "other"
    reach: Reach
    per_second: float
    burst: int
    at_once: int
    largest_bytes: int = 16 * MEBIBYTE
    limit_seconds: float = 30.0
    attempts: int = 3
    keep_for: timedelta | None = None
