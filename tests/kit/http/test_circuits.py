"""A service that keeps failing is left alone, and tried again by one call at a time."""

import pytest
from handset import HandClock

from maestrarr.kit.http.circuits import FAILURES, LONGEST_REST_SECONDS, REST_SECONDS, Circuit
from maestrarr.kit.http.errors import Unreachable


class Tried:
    """A circuit, and what it said of itself."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.rests: list[float] = []
        self.circuit = Circuit("film.example", self.clock, self.rests.append)

    def go(self, *, went_well: bool | None, times: int = 1) -> None:
        """Make some requests."""
        for _ in range(times):
            with self.circuit.attempt() as attempt:
                attempt.went_well = went_well

    def is_refused(self) -> bool:
        """Tell whether nothing is sent."""
        try:
            self.circuit.check()
        except Unreachable:
            return True
        return False


def test_failures_one_after_another_open_it() -> None:
    tried = Tried()
    tried.go(went_well=False, times=FAILURES - 1)
    assert not tried.is_refused()
    tried.go(went_well=True)
    tried.go(went_well=False, times=FAILURES)

    with pytest.raises(Unreachable) as caught:
        tried.circuit.check()
    assert caught.value.reason == "resting"
    assert caught.value.retry_at is not None
    assert (caught.value.retry_at - tried.clock.now()).total_seconds() == REST_SECONDS
    assert tried.rests == [REST_SECONDS]


def test_after_its_rest_one_call_tries_it_while_the_others_wait() -> None:
    tried = Tried()
    tried.go(went_well=False, times=FAILURES)
    tried.clock.seconds += REST_SECONDS

    with tried.circuit.attempt() as attempt:
        assert tried.is_refused()
        attempt.went_well = True

    assert not tried.is_refused()
    assert tried.circuit.is_idle


def test_a_trial_that_fails_lets_it_rest_longer_but_never_too_long() -> None:
    tried = Tried()
    tried.go(went_well=False, times=FAILURES)
    for _ in range(4):
        tried.clock.seconds += tried.rests[-1]
        tried.go(went_well=False)
        assert tried.is_refused()

    assert tried.rests[:3] == [REST_SECONDS, 2 * REST_SECONDS, 4 * REST_SECONDS]
    assert max(tried.rests) == LONGEST_REST_SECONDS < 60


def test_a_trial_that_was_given_up_says_nothing_and_lets_the_next_try() -> None:
    tried = Tried()
    tried.go(went_well=False, times=FAILURES)
    tried.clock.seconds += REST_SECONDS
    tried.go(went_well=None)

    assert not tried.is_refused()
    tried.go(went_well=True)
    assert tried.circuit.is_idle


def test_calls_that_were_under_way_when_it_opened_lengthen_no_rest() -> None:
    tried = Tried()
    with tried.circuit.attempt() as first, tried.circuit.attempt() as second:
        tried.go(went_well=False, times=FAILURES)
        first.went_well = second.went_well = False

    assert tried.rests == [REST_SECONDS]
