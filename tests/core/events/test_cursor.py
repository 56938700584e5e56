"""What a cursor covers, and what can be read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.core.events.cursor import MOST_GAPS, Cursor


@given(st.lists(st.integers(1, 150), unique=True))
def test_a_cursor_covers_what_came_in_whatever_order_and_nothing_else(numbers: list[int]) -> None:
    cursor = Cursor()
    for number in numbers:
        cursor = cursor.after(number)

    oldest_gap = max(numbers, default=0) - MOST_GAPS
    recent = [number for number in range(1, 160) if number > oldest_gap]
    assert [n for n in recent if cursor.covers(n)] == [n for n in recent if n in numbers]


@given(st.sets(st.integers(1, 10**12), max_size=20))
def test_a_cursor_is_read_as_it_was_written(numbers: set[int]) -> None:
    cursor = Cursor()
    for number in sorted(numbers):
        cursor = cursor.after(number)

    assert Cursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    "written",
    [
        "",
        "x",
        "-1",
        "1-",
        "1-2.",
        "9" * 19,
        "1-" + "9" * 19,
        "٣",
        "1\n",
    ],
)
def test_what_was_never_a_cursor_is_none(written: str) -> None:
    assert Cursor.read(written) is None


def test_more_gaps_than_any_cursor_has_are_refused() -> None:
    gaps = ".".join(str(number) for number in range(1, MOST_GAPS + 2))

    assert Cursor.read(f"500-{gaps}") is None
