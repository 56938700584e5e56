"""Equal questions that are under way at once are asked once."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from maestrarr.kit.http.lines import Place
from maestrarr.kit.http.terms import Urgency

Found = TypeVar("Found")
Begin: TypeAlias = Callable[[Place], Coroutine[Any, Any, Found]]


@dataclass(slots=True, eq=False)
class _Flight(Generic[Found]):
    place: Place
    work: asyncio.Task[Found]
    passengers: int = 0


class Flights(Generic[Found]):
    """Shares what is under way; it ends early only when nobody waits for it any more."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight[Found]] = {}

    async def join(self, key: Hashable, urgency: Urgency, begin: Begin[Found]) -> Found:
        """Wait for the work of this key, which begins unless it is under way."""
        flight = self._flights.get(key) or self._take_off(key, begin, urgency)
        flight.place.hasten(urgency)
        flight.passengers += 1
        try:
            return await asyncio.shield(flight.work)
        finally:
            flight.passengers -= 1
            if not flight.passengers and not flight.work.done():
                self._land(key, flight)
                flight.work.cancel()

    async def end(self) -> None:
        """Give up whatever is under way."""
        flying = [flight.work for flight in self._flights.values()]
        for work in flying:
            work.cancel()
        await asyncio.gather(*flying, return_exceptions=True)

    def _take_off(self, key: Hashable, begin: Begin[Found], urgency: Urgency) -> _Flight[Found]:
        place = Place(urgency)
        flight = _Flight(place, asyncio.create_task(begin(place)))
        self._flights[key] = flight

        def land(work: asyncio.Task[Found]) -> None:
            self._land(key, flight)
            if not work.cancelled():
                work.exception()  # seen, should nobody be left to see it

        flight.work.add_done_callback(land)
        return flight

    def _land(self, key: Hashable, flight: _Flight[Found]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
