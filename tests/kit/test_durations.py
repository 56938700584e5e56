"""How long, and how long ago, as people say it."""

from datetime import UTC, datetime, timedelta

import pytest

from maestrarr.kit import durations

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (90, "90 seconds"),
        (300, "5 minutes"),
        (3_600, "1 hour"),
        (0.5, "0.5 seconds"),
    ],
)
def test_a_duration_is_said_in_its_largest_whole_unit(seconds: float, words: str) -> None:
    assert durations.in_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "now"),
        (5, "5 seconds ago"),
        (200, "3 minutes ago"),
        (90_000, "1 day ago"),
        (-7_300, "in 2 hours"),
    ],
)
def test_a_moment_is_said_relative_to_now(seconds: float, words: str) -> None:
    assert durations.ago(NOON - timedelta(seconds=seconds), NOON) == words
