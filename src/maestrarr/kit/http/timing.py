"""The time as this package sees it, so that a test can let it pass."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from maestrarr.kit import clock


class Handle(Protocol):
    """Something that is going to happen."""

    def cancel(self) -> None:
        """Let it not happen."""
        ...


class Clock(Protocol):
    """Tells the time, and wakes up."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        ...

    def now(self) -> datetime:
        """Return the moment."""
        ...

    def call_later(self, seconds: float, deed: Callable[[], None]) -> Handle:
        """Do something in so many seconds."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds."""
        ...


class SystemClock:
    """The time that the running loop has."""

    def monotonic(self) -> float:
        """Return the loop's seconds."""
        return asyncio.get_running_loop().time()

    def now(self) -> datetime:
        """Return the moment."""
        return clock.now()

    def call_later(self, seconds: float, deed: Callable[[], None]) -> Handle:
        """Do something in so many seconds."""
        return asyncio.get_running_loop().call_later(seconds, deed)

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds."""
        await asyncio.sleep(seconds)
