"""Whether and when a call is made once more: pure."""

import random
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

TROUBLED: Final = frozenset({502, 503, 504})  # the service, or who speaks for it, cannot answer now
TOO_MANY: Final = 429
FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 8.0
LONGEST_WAIT_SECONDS: Final = 86_400.0  # that a service is believed
UNTOLD_WAIT_SECONDS: Final = 30.0  # where a service says that it is asked too often, and no more

_CHANCE: Final = random.SystemRandom()


def pause_after(attempt: int) -> float:
    """Say for how many seconds to pause after the n-th attempt: ever longer, and never in step."""
    longest = min(FIRST_PAUSE_SECONDS * 2 ** (attempt - 1), LONGEST_PAUSE_SECONDS)
    return _CHANCE.uniform(longest / 2, longest)


def wait_told(value: str | None, now: datetime) -> float | None:
    """Read `Retry-After` (RFC 9110, 10.2.3): seconds from now, or None when it says nothing.

    Args:
        value: the header: a number of seconds, or a date.
        now: the moment at which it came.
    """
    if value is None:
        return None
    told = value.strip()
    if told.isascii() and told.isdecimal():
        return min(float(told[:9]), LONGEST_WAIT_SECONDS)
    try:
        seconds = (parsedate_to_datetime(told) - now).total_seconds()
    except (TypeError, ValueError, OverflowError):  # the first: a date without a zone
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT_SECONDS)
