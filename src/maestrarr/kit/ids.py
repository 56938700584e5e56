"""Identifiers: UUID version 7, so that they sort by the time they were made."""

import os
import struct
import threading
import time
import uuid
from collections.abc import Iterator

_READ_AT_ONCE = 512  # each read lets go of the interpreter, and may wait long to have it back
_EIGHT_BYTES = struct.Struct("@Q")

_last_tick = 0
_random: Iterator[tuple[int]] = iter(())
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
        random = _next_random() & ((1 << 62) - 1)
    milliseconds, fraction = divmod(tick, 4096)
    return id_of(
        (milliseconds & ((1 << 48) - 1)) << 80 | 7 << 76 | fraction << 64 | 2 << 62 | random
    )


def id_of(number: int) -> uuid.UUID:
    """Make an id past its constructor, which looks at five other ways to write one first."""
    made = uuid.UUID.__new__(uuid.UUID)
    object.__setattr__(made, "int", number)
    object.__setattr__(made, "is_safe", uuid.SafeUUID.unknown)
    return made


def as_id(text: str) -> uuid.UUID | None:
    """Read an id; None for what is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _next_random() -> int:
    global _random  # noqa: PLW0603
    for (number,) in _random:
        return number
    _random = _EIGHT_BYTES.iter_unpack(os.urandom(_EIGHT_BYTES.size * _READ_AT_ONCE))
    return _next_random()


def _forget_random() -> None:
    """Let a copy of this process make other ids than this one."""
    global _random  # noqa: PLW0603
    _random = iter(())


os.register_at_fork(after_in_child=_forget_random)
