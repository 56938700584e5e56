"""Looking at disks beside the loop, and not for ever: one may not answer."""

import asyncio
import errno
import os
from collections.abc import Callable
from typing import Final, TypeVar

Seen = TypeVar("Seen")

PATIENCE_SECONDS: Final = 10.0


async def seen_in_time(look: Callable[[], Seen]) -> Seen:
    """Return what a look at a disk gives.

    Raises:
        TimeoutError: the disk does not answer; the look is left to itself.
    """
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await asyncio.to_thread(look)
    except TimeoutError:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from None
