"""A call is made again where that may help, when the service says, and within its time."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from outside import HOUSE, SwiftClock, answer, calling, outside, saying

from maestrarr.kit.http import Http
from maestrarr.kit.http.circuits import FAILURES
from maestrarr.kit.http.errors import Throttled, Unreachable
from maestrarr.kit.http.retries import LONGEST_PAUSE_SECONDS, pause_after, wait_told

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("999999999999999999", 86_400),
        ("Thu, 26 Nov 2026 12:00:30 GMT", 30),
        ("Thu, 26 Nov 2026 11:00:00 GMT", 0),
        ("Fri, 26 Nov 2027 12:00:00 GMT", 86_400),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("٣", None),
        ("Thu, 26 Nov 2026 12:00:30", None),
        ("Thu, 99 Nov 2026 12:00:30 GMT", None),
        ("Thu, 26 Nov 99999999999 12:00:30 GMT", None),
    ],
)
def test_what_a_service_says_of_when_to_come_back_is_read(
    told: str | None, seconds: float | None
) -> None:
    assert wait_told(told, NOON) == seconds


def test_pauses_grow_and_are_never_in_step() -> None:
    for attempt, longest in ((1, 0.5), (2, 1.0), (3, 2.0), (20, LONGEST_PAUSE_SECONDS)):
        pauses = {pause_after(attempt) for _ in range(50)}
        assert len(pauses) > 1
        assert all(longest / 2 <= each <= longest for each in pauses)


def pauses(http: Http) -> list[float]:
    """Tell what was waited for."""
    assert isinstance(http.clock, SwiftClock)
    return http.clock.pauses


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_service_in_passing_trouble_is_asked_again(status: int) -> None:
    deed = saying(answer(status=status), answer(status=status), answer({"id": 1}))
    async with outside(deed) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("x")

    assert given.json() == {"id": 1}
    assert len(service.heard) == 3
    assert len(pauses(http)) == 2


async def test_trouble_that_stays_is_told_in_words() -> None:
    async with outside(saying(answer(status=502))) as service, calling() as http:
        with pytest.raises(Unreachable, match=r"cannot answer now \(502\)"):
            await http.client(service.url, HOUSE, owner="instance").get("x")

    assert len(service.heard) == 3


@pytest.mark.parametrize("status", [400, 401, 404, 422, 500, 501])
async def test_what_asking_again_would_not_change_is_asked_once(status: int) -> None:
    async with outside(saying(answer(status=status))) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("x")

    assert given.status == status
    assert len(service.heard) == 1


async def test_what_changes_something_is_sent_again_only_if_that_does_no_harm() -> None:
    async with outside(saying(answer(status=502))) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        with pytest.raises(Unreachable):
            await client.post("once")
        with pytest.raises(Unreachable):
            await client.post("again", may_repeat=True)

    assert service.targets == ["/once", "/again", "/again", "/again"]


async def test_a_request_that_was_never_sent_may_be_sent_again() -> None:
    async with outside(saying(answer({}))) as service:
        url = service.url
    async with calling() as http:
        with pytest.raises(Unreachable):
            await http.client(url, HOUSE, owner="instance").post("x")

    assert len(pauses(http)) == 2


@pytest.mark.parametrize("status", [429, 503])
async def test_a_service_that_says_when_to_come_back_is_waited_for(status: int) -> None:
    deed = saying(answer(status=status, Retry_After="7"), answer({"id": 1}))
    async with outside(deed) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").post("x")

    assert given.json() == {"id": 1}
    assert pauses(http) == [pytest.approx(7, abs=1)]


async def test_a_wait_longer_than_a_call_may_last_is_told_and_nobody_asks_meanwhile() -> None:
    deed = saying(answer(status=429, Retry_After="600"), answer({}))
    async with outside(deed) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        with pytest.raises(Throttled) as first:
            await client.get("x")
        with pytest.raises(Throttled) as second:
            await client.get("y")
        await http.client(service.url, HOUSE, owner="somebody").get("z")
        assert isinstance(http.clock, SwiftClock)
        http.clock.pass_by(590)
        await client.get("y")

    assert first.value.retry_after == 600
    assert 590 < second.value.retry_after <= 600
    assert service.targets == ["/x", "/z", "/y"]


async def test_who_is_asked_too_often_without_end_says_so_in_words() -> None:
    async with outside(saying(answer(status=429))) as service, calling() as http:
        with pytest.raises(Throttled):
            await http.client(service.url, HOUSE, owner="instance").get("x")

    assert len(service.heard) == 3


async def test_all_attempts_together_last_no_longer_than_a_call_may() -> None:
    deed = saying(answer(status=503, Retry_After="20"))
    terms = replace(HOUSE, limit_seconds=50, attempts=10)
    async with outside(deed) as service, calling() as http:
        with pytest.raises(Throttled):
            await http.client(service.url, terms, owner="instance").get("x")

    assert len(service.heard) == 3
    assert sum(pauses(http)) <= 50


async def test_a_service_that_keeps_failing_is_left_alone_and_recovers() -> None:
    async with outside(saying(answer(status=504))) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        reasons = []
        for _ in range(6):
            with pytest.raises(Unreachable) as caught:
                await client.get("x")
            reasons.append(caught.value.reason)
        asked = len(service.heard)
        service.deed = saying(answer({"id": 1}))
        assert isinstance(http.clock, SwiftClock)
        http.clock.pass_by(60)
        given = await client.get("x")

    assert asked == FAILURES
    assert reasons == ["failing", "failing", *["resting"] * 4]
    assert given.json() == {"id": 1}


async def test_one_owners_trouble_is_not_anothers() -> None:
    async with outside(saying(answer(status=502))) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        for _ in range(FAILURES):
            with pytest.raises(Unreachable):
                await client.get("x")
        service.deed = saying(answer({}))
        given = await http.client(service.url, HOUSE, owner="somebody").get("x")
        await http.forget("instance")
        again = await client.get("x")

    assert (given.status, again.status) == (200, 200)
