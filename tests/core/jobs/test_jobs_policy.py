from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.core.jobs import policy
from maestrarr.core.jobs.policy import Pace, Retries, Span
from maestrarr.kit.errors import Problem

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
rules = st.builds(
    Retries,
    attempts=st.integers(1, 10),
    first_seconds=st.floats(0.1, 60),
    factor=st.floats(1, 10),
    longest_seconds=st.floats(60, 3_600),
    jitter=st.floats(0, 0.5),
)


@given(rules, st.integers(1, 10_000), st.floats(0, 1))
def test_the_rest_before_a_retry_stays_within_its_bounds(
    retries: Retries, failures: int, chance: float
) -> None:
    rest = policy.rest_before_retry(failures, retries, lambda: chance).total_seconds()

    assert rest >= retries.first_seconds * (1 - retries.jitter) - 1e-6
    assert rest <= retries.longest_seconds * (1 + retries.jitter) + 1e-6


@given(rules, st.integers(1, 500))
def test_the_rest_never_shrinks_as_failures_add_up(retries: Retries, failures: int) -> None:
    first = policy.rest_before_retry(failures, retries, lambda: 0.5)
    second = policy.rest_before_retry(failures + 1, retries, lambda: 0.5)

    assert first <= second


def test_the_rest_grows_by_its_factor_until_it_is_long_enough() -> None:
    retries = Retries(first_seconds=5, factor=3, longest_seconds=60, jitter=0.2)

    rests = [policy.rest_before_retry(n, retries, lambda: 0.5) for n in range(1, 5)]

    assert [rest.total_seconds() for rest in rests] == [5, 15, 45, 60]


def test_jobs_that_failed_together_do_not_come_back_together() -> None:
    retries = Retries(first_seconds=10, jitter=0.2)

    rests = [
        policy.rest_before_retry(1, retries, lambda chance=chance: chance) for chance in (0, 0.5, 1)
    ]

    assert [rest.total_seconds() for rest in rests] == pytest.approx([8, 10, 12])


def test_a_problem_is_tried_again_only_where_that_was_declared() -> None:
    class Unreachable(Problem):
        pass

    assert Retries().cover(ZeroDivisionError())
    assert not Retries().cover(Unreachable("Away."))
    assert Retries(problems=(Unreachable,)).cover(Unreachable("Away."))
    assert not Retries(problems=(Unreachable,)).cover(Problem("Else."))


def test_an_eta_follows_from_the_pace() -> None:
    pace = Pace(0, NOON)
    for second in range(1, 11):
        pace = pace.moved(second * 5, NOON + timedelta(seconds=second))

    eta = pace.eta(100)

    assert eta is not None
    assert (eta - NOON).total_seconds() == pytest.approx(20)


def test_nobody_knows_an_eta_before_something_moved() -> None:
    assert Pace(0, NOON).eta(100) is None
    assert Pace(0, NOON).moved(0, NOON + timedelta(seconds=9)).eta(100) is None
    assert Pace(0, NOON).moved(5, NOON + timedelta(seconds=9)).eta(None) is None


def test_a_count_that_goes_back_starts_the_measurement_again() -> None:
    moved = Pace(0, NOON).moved(50, NOON + timedelta(seconds=1))

    assert moved.moved(1, NOON + timedelta(seconds=2)).eta(100) is None


@given(
    st.lists(st.tuples(st.integers(0, 10**12), st.floats(0, 10**6)), max_size=30),
    st.integers(0, 10**12),
)
def test_no_count_upsets_the_eta(moves: list[tuple[int, float]], total: int) -> None:
    pace, moment = Pace(0, NOON), NOON
    for current, seconds in moves:
        moment += timedelta(seconds=seconds)
        pace = pace.moved(current, moment)

    eta = pace.eta(total)

    assert eta is None or eta >= pace.at


@given(st.text())
def test_every_text_can_be_made_storable(text: str) -> None:
    stored = policy.storable(text + "\udcff\0")

    stored.encode()
    assert "\0" not in stored


def test_equal_requests_have_one_name_whatever_the_order_of_their_arguments() -> None:
    assert policy.twin("a.b", {"x": 1, "y": 2}, None) == policy.twin("a.b", {"y": 2, "x": 1}, None)
    assert policy.twin("a.b", {"x": 1}, None) != policy.twin("a.b", {"x": 2}, None)
    assert policy.twin("a.b", {"x": 1}, None) != policy.twin("a.c", {"x": 1}, None)


@pytest.mark.parametrize(
    ("current", "total", "whole"),
    [(0, 4, 20), (1, 4, 22), (4, 4, 30), (9, 4, 30), (3, None, 20), (0, 0, 20)],
)
def test_how_far_a_part_is_says_how_far_the_whole_is(
    current: int, total: int | None, whole: int
) -> None:
    assert Span(20, 30, 50).whole(current, total) == (whole, 50)
