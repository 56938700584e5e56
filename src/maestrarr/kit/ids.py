"""Identifiers: UUID version 7, so that they sort by the time they were made."""

import os
import threading
import time
import uuid

_last_tick = 0
_lock = threading.Lock()


def new_id() -> uuid.UUID:
    """Make a UUIDv7 that is greater than every one this process made before.

    The 12 bits beside the millisecond count sub-millisecond ticks, so ids made in a burst
    keep their order. Source: RFC 9562, 5.7 and 6.2 (method 3).
    """
    global _last_tick  # noqa: PLW0603
    tick = time.time_ns() * 4096 // 1_000_000
    with _lock:
        tick = max(tick, _last_tick + 1)
        _last_tick = tick
    milliseconds, fraction = divmod(tick, 4096)
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    return uuid.UUID(
        int=(milliseconds & ((1 << 48) - 1)) << 80 | 7 << 76 | fraction << 64 | 2 << 62 | random
    )


def as_id(text: str) -> uuid.UUID | None:
    """Read an id; None for what is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
