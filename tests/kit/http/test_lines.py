"""Calls go at the rate that a service allows, the most urgent first, whoever leaves meanwhile."""

import asyncio
import random
from dataclasses import replace

import pytest
from handset import HandClock

from maestrarr.kit.http import Reach, Terms, Urgency
from maestrarr.kit.http.errors import Throttled
from maestrarr.kit.http.lines import LATE_SECONDS, Line, Place

TERMS = Terms(reach=Reach.PUBLIC, per_second=2, burst=3, at_once=10, limit_seconds=30)
BACKGROUND, USER, WEBHOOK = Urgency.BACKGROUND, Urgency.USER, Urgency.WEBHOOK


class Callers:
    """Those who go through a line, and when they did."""

    def __init__(self, terms: Terms = TERMS, clock: HandClock | None = None) -> None:
        self.clock = clock or HandClock()
        self.line = Line("film.example", terms, self.clock)
        self.passed: list[tuple[str, float]] = []
        self.under_way = self.most_under_way = 0

    def send(
        self, name: str = "", urgency: Urgency = BACKGROUND, *, takes: float = 0.0
    ) -> asyncio.Task[None]:
        """Let one stand in the line."""
        return self.stand(Place(urgency), name, takes=takes)

    def stand(self, place: Place, name: str = "", *, takes: float = 0.0) -> asyncio.Task[None]:
        """Let one stand at a place."""
        return asyncio.create_task(self._go(place, name, takes))

    async def _go(self, place: Place, name: str, takes: float) -> None:
        async with self.line.turn(place):
            self.passed.append((name, self.clock.seconds))
            self.under_way += 1
            self.most_under_way = max(self.most_under_way, self.under_way)
            try:
                if takes:
                    await self.clock.sleep(takes)
            finally:
                self.under_way -= 1

    @property
    def names(self) -> list[str]:
        """Who went, in order."""
        return [name for name, _ in self.passed]

    @property
    def moments(self) -> list[float]:
        """When they went."""
        return [at for _, at in self.passed]


async def test_some_go_at_once_and_the_others_one_by_one() -> None:
    callers = Callers()
    waiting = asyncio.gather(*(callers.send() for _ in range(6)))
    await callers.clock.run_until(waiting)

    assert callers.moments == pytest.approx([0, 0, 0, 0.5, 1, 1.5])


async def test_after_a_rest_no_more_than_a_burst_goes_at_once() -> None:
    callers = Callers()
    await callers.clock.run_until(asyncio.gather(*(callers.send() for _ in range(3))))
    await callers.clock.run(3_600)
    await callers.clock.run_until(asyncio.gather(*(callers.send() for _ in range(5))))

    assert callers.moments[3:] == pytest.approx([3_600, 3_600, 3_600, 3_600.5, 3_601])


async def test_what_is_made_up_for_late_timers_is_no_burst_after_a_rest() -> None:
    callers = Callers(replace(TERMS, per_second=50, burst=1))
    await callers.clock.run(3_600)
    await callers.clock.run_until(asyncio.gather(*(callers.send() for _ in range(3))))

    assert callers.moments == pytest.approx([3_600, 3_600.02, 3_600.04])


async def test_the_most_urgent_goes_first_and_equals_in_order() -> None:
    callers = Callers(replace(TERMS, burst=1))
    sent = [callers.send("first")]
    await callers.clock.settle()
    for name, urgency in (
        ("b1", BACKGROUND), ("b2", BACKGROUND), ("u1", USER), ("w", WEBHOOK), ("u2", USER),
    ):  # fmt: skip
        sent.append(callers.send(name, urgency))
    await callers.clock.run_until(asyncio.gather(*sent))

    assert callers.names == ["first", "w", "u1", "u2", "b1", "b2"]


async def test_no_more_are_under_way_than_may_be() -> None:
    callers = Callers(replace(TERMS, per_second=1_000, burst=100, at_once=4))
    await callers.clock.run_until(asyncio.gather(*(callers.send(takes=0.3) for _ in range(40))))

    assert callers.most_under_way == 4
    assert callers.clock.seconds == pytest.approx(3.0, abs=0.1)


async def test_who_leaves_takes_no_turn_along() -> None:
    callers = Callers(replace(TERMS, burst=1, at_once=1))
    first = callers.send("first", takes=1)
    leaving = [callers.send("gone") for _ in range(5)]
    last = callers.send("last")
    await callers.clock.settle()
    for each in leaving:
        each.cancel()
    await callers.clock.run_until(asyncio.gather(first, last))

    assert callers.passed == [("first", 0.0), ("last", 1.0)]


async def test_a_turn_that_was_given_to_who_just_left_goes_to_the_next() -> None:
    callers = Callers(replace(TERMS, burst=1))
    first, gone, last = (callers.send(name) for name in ("first", "gone", "last"))
    await callers.clock.settle()
    callers.clock.ring()  # it is the second's turn, who is gone before it knows
    gone.cancel()
    await callers.clock.settle()

    assert callers.passed == [("first", 0.0), ("last", 0.5)]
    await asyncio.gather(first, last)
    await callers.clock.run(10)
    assert callers.line.is_idle


async def test_who_waits_can_be_brought_forward() -> None:
    callers = Callers(replace(TERMS, burst=1))
    place = Place(BACKGROUND)
    sent = [callers.send("first"), callers.send("b"), callers.stand(place, "hastened")]
    await callers.clock.settle()
    sent.append(callers.send("u", USER))
    await callers.clock.settle()
    place.hasten(WEBHOOK)
    place.hasten(USER)
    await callers.clock.run_until(asyncio.gather(*sent))

    assert callers.names == ["first", "hastened", "u", "b"]


async def test_everybody_waits_while_the_service_takes_nothing() -> None:
    callers = Callers()
    callers.line.hold(20)
    callers.line.hold(5)
    await callers.clock.run_until(asyncio.gather(*(callers.send() for _ in range(4))))

    assert callers.moments == pytest.approx([20, 20, 20, 20.5])


async def test_who_would_wait_longer_than_a_call_may_last_is_told_at_once() -> None:
    callers = Callers(replace(TERMS, burst=1))
    sent = [callers.send() for _ in range(3)]
    await callers.clock.settle()
    callers.line.hold(3_600)
    await callers.clock.settle()
    late = callers.send()
    told = await asyncio.gather(*sent, late, return_exceptions=True)

    assert told[0] is None
    assert [type(each) for each in told[1:]] == [Throttled, Throttled, Throttled]
    assert callers.clock.seconds == 0
    await callers.clock.run(3_590)
    await callers.clock.run_until(callers.send("again"))
    assert callers.passed[-1] == ("again", 3_600)


@pytest.mark.parametrize(("per_second", "burst"), [(30, 20), (30, 1), (4, 1), (45, 2)])
async def test_an_allowed_rate_is_kept_busy_and_never_exceeded(
    per_second: float, burst: int
) -> None:
    chance = random.Random(7)  # noqa: S311
    clock = HandClock(lateness=lambda: chance.uniform(0, 0.02))
    terms = replace(TERMS, per_second=per_second, burst=burst, at_once=20)
    callers = Callers(terms, clock)
    calls = 600
    await clock.run_until(
        asyncio.gather(
            *(
                callers.send(urgency=chance.choice(list(Urgency)), takes=chance.uniform(0.02, 0.2))
                for _ in range(calls)
            )
        )
    )

    moments = callers.moments
    assert (calls - burst) / (moments[-1] - moments[0]) >= 0.95 * per_second
    most = max(burst, 1 + per_second * LATE_SECONDS)
    for first, moment in enumerate(moments):
        within = sum(1 for each in moments[first:] if each - moment < 1)
        assert within <= per_second + most + 1


async def test_nobody_is_forgotten_and_nothing_leaks_whoever_leaves_when() -> None:
    chance = random.Random(11)  # noqa: S311
    clock = HandClock()
    callers = Callers(replace(TERMS, per_second=50, burst=5, at_once=3), clock)
    sent: list[asyncio.Task[None]] = []
    for _ in range(300):
        sent.append(callers.send("x", chance.choice(list(Urgency)), takes=chance.uniform(0, 0.1)))
        if chance.random() < 0.3:
            chance.choice(sent).cancel()
        if chance.random() < 0.5:
            await clock.run(chance.uniform(0, 0.05))
    ended = await clock.run_until(asyncio.gather(*sent, return_exceptions=True))
    stayed = [each for each in ended if each is None]

    assert len(stayed) > 150
    assert len(callers.passed) >= len(stayed)
    assert callers.most_under_way <= 3
    await clock.run(10)
    assert callers.line.is_idle
