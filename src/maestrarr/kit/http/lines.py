"""The line in which calls to one service wait for their turn."""

import asyncio
import heapq
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Final, TypeAlias

from maestrarr.kit.http.errors import Throttled
from maestrarr.kit.http.terms import Terms, Urgency
from maestrarr.kit.http.timing import Clock, Handle

# What a timer that fires late may make up for, so that a rate without bursts is kept busy too.
LATE_SECONDS: Final = 0.1
_ALMOST: Final = 1 - 1e-9  # of a call, which the sum of many parts of it may be

_Waiting: TypeAlias = "tuple[Urgency, int, asyncio.Future[None]]"


class Place:
    """Where a call stands in a line; who comes to wait for the same call may bring it forward."""

    def __init__(self, urgency: Urgency) -> None:
        self.urgency = urgency
        self.stand_anew: Callable[[], None] | None = None

    def hasten(self, urgency: Urgency) -> None:
        """Let the call go before what is less urgent than this."""
        if urgency >= self.urgency:
            return
        self.urgency = urgency
        if self.stand_anew is not None:
            self.stand_anew()


class Line:
    """Lets calls through at the rate that a service allows, the most urgent first."""

    def __init__(self, host: str, terms: Terms, clock: Clock) -> None:
        self.terms = terms
        self._host = host
        self._clock = clock
        self._saved = float(terms.burst)  # calls that may go at once
        self._counted_at = clock.monotonic()
        self._held_until = self._counted_at
        self._under_way = 0
        self._waiting: list[_Waiting] = []
        self._numbers = count()
        self._alarm: Handle | None = None

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing would be lost by forgetting this line."""
        self._count()
        is_rested = self._saved >= self.terms.burst and not self._held_seconds()
        return is_rested and not (self._under_way or self._waiting)

    @asynccontextmanager
    async def turn(self, place: Place) -> AsyncIterator[None]:
        """Wait until a call may be made, and have it under way until the end of the block.

        Raises:
            Throttled: the service takes none for longer than a call may last.
        """
        await self._come_up(place)
        try:
            yield
        finally:
            self._under_way -= 1
            self._go_on()

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long; who would wait too long is told at once."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)
        if self._held_seconds() > self.terms.limit_seconds:
            for _, _, came_up in self._waiting:
                if not came_up.done():
                    came_up.set_exception(Throttled(self._host, self._held_seconds()))
        self._go_on()

    async def _come_up(self, place: Place) -> None:
        if (held_seconds := self._held_seconds()) > self.terms.limit_seconds:
            raise Throttled(self._host, held_seconds)
        self._count()
        number, came_up = next(self._numbers), asyncio.get_running_loop().create_future()

        def stand() -> None:
            heapq.heappush(self._waiting, (place.urgency, number, came_up))

        stand()
        place.stand_anew = stand
        self._go_on()
        try:
            await came_up
        except asyncio.CancelledError:
            if came_up.done() and not came_up.cancelled() and came_up.exception() is None:
                self._under_way -= 1
                self._saved += 1
            self._go_on()
            raise
        finally:
            place.stand_anew = None

    def _go_on(self) -> None:
        """Let through what may go now, and wake up when the next may."""
        self._count()
        while self._waiting and self._under_way < self.terms.at_once:
            if self._waiting[0][2].done():
                heapq.heappop(self._waiting)
                continue
            if (seconds := self._seconds_to_next()) > 0:
                self._wake_up_in(seconds)
                return
            _, _, came_up = heapq.heappop(self._waiting)
            self._saved -= 1
            self._under_way += 1
            came_up.set_result(None)

    def _count(self) -> None:
        """Count what was saved since it was counted last."""
        now, terms = self._clock.monotonic(), self.terms
        most = float(terms.burst)
        if self._waiting:
            most = max(most, 1 + terms.per_second * LATE_SECONDS)
        saved = self._saved + (now - self._counted_at) * terms.per_second
        self._saved, self._counted_at = min(saved, most), now

    def _seconds_to_next(self) -> float:
        missing = 0.0 if self._saved >= _ALMOST else (1 - self._saved) / self.terms.per_second
        return max(missing, self._held_seconds())

    def _held_seconds(self) -> float:
        return max(0.0, self._held_until - self._clock.monotonic())

    def _wake_up_in(self, seconds: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = self._clock.call_later(seconds, self._go_on)
