"""When a log file is full, and which have to go."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from maestrarr.core.logs import policy
from maestrarr.core.logs.policy import Bounds

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass
class File:
    began: datetime = NOON
    size_bytes: int = 0


@pytest.mark.parametrize(
    ("size_bytes", "age", "is_full"),
    [(0, HOUR, False), (99, HOUR, False), (100, HOUR, True), (0, 24 * HOUR, True)],
)
def test_a_file_is_full_by_its_size_or_its_age(
    size_bytes: int, age: timedelta, *, is_full: bool
) -> None:
    bounds = Bounds(file_bytes=100, file_age=24 * HOUR)

    assert policy.is_full(File(NOON, size_bytes), NOON + age, bounds) is is_full


def test_one_file_never_takes_more_than_half_of_what_all_may_take() -> None:
    bounds = Bounds(file_bytes=100, total_bytes=50)

    assert not policy.is_full(File(NOON, 24), NOON, bounds)
    assert policy.is_full(File(NOON, 25), NOON, bounds)


def test_a_file_goes_when_its_last_line_is_too_old() -> None:
    files = [File(NOON + day * 24 * HOUR) for day in range(5)]
    bounds = Bounds(kept=48 * HOUR)

    gone = list(policy.outdated(files, NOON + 4 * 24 * HOUR + HOUR, bounds))

    assert gone == [0, 1]


def test_the_oldest_make_room() -> None:
    files = [File(size_bytes=size) for size in (10, 20, 30)]

    assert list(policy.too_many(files, 0, Bounds(total_bytes=60))) == []
    assert list(policy.too_many(files, 1, Bounds(total_bytes=60))) == [0]
    assert list(policy.too_many(files, 25, Bounds(total_bytes=60))) == [0, 1]
