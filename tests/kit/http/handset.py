"""A clock that a test sets by hand."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

Result = TypeVar("Result")

_STEPS = 12  # of the loop, in which whatever has been woken goes as far as it can
_BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(eq=False)
class Alarm:
    """Something that is going to happen."""

    deed: Callable[[], None] | None

    def cancel(self) -> None:
        """Let it not happen."""
        self.deed = None


class HandClock:
    """Its time passes only while a test runs it, from alarm to alarm, each as late as it likes."""

    def __init__(self, lateness: Callable[[], float] = lambda: 0.0) -> None:
        self.seconds = 0.0
        self._lateness = lateness
        self._alarms: list[tuple[float, int, Alarm]] = []
        self._numbers = count()

    def monotonic(self) -> float:
        """Return the seconds since the test began."""
        return self.seconds

    def now(self) -> datetime:
        """Return the moment."""
        return _BEGAN + timedelta(seconds=self.seconds)

    def call_later(self, seconds: float, deed: Callable[[], None]) -> Alarm:
        """Do something when its time has come."""
        alarm = Alarm(deed)
        rings_at = self.seconds + seconds + self._lateness()
        heapq.heappush(self._alarms, (rings_at, next(self._numbers), alarm))
        return alarm

    async def sleep(self, seconds: float) -> None:
        """Wait until so much time has passed."""
        over = asyncio.get_running_loop().create_future()
        self.call_later(seconds, lambda: over.done() or over.set_result(None))
        await over

    async def settle(self) -> None:
        """Let whatever can go on go on."""
        for _ in range(_STEPS):
            await asyncio.sleep(0)

    async def run(self, seconds: float) -> None:
        """Let so much time pass."""
        ends_at = self.seconds + seconds
        await self.settle()
        while any(at <= ends_at and alarm.deed for at, _, alarm in self._alarms):
            self.ring()
            await self.settle()
        self.seconds = ends_at
        await self.settle()

    async def run_until(self, awaited: Awaitable[Result]) -> Result:
        """Let time pass until something has happened."""
        happened = asyncio.ensure_future(awaited)
        await self.settle()
        while not happened.done():
            self.ring()
            await self.settle()
        return await happened

    def ring(self) -> None:
        """Let the next alarm ring, and nobody hear it yet."""
        deed = None
        while deed is None:
            self.seconds, _, alarm = heapq.heappop(self._alarms)
            deed = alarm.deed
        deed()
