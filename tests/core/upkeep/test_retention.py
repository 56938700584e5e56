"""Which backups are kept: decided from when and for what they were made."""

from datetime import UTC, datetime, timedelta

from maestrarr.core.upkeep.policy import Keep, Made, superfluous
from maestrarr.core.upkeep.reasons import Reason

NOW = datetime(2026, 11, 26, 1, 5, tzinfo=UTC)
USUAL = Keep(daily=7, weekly=4, monthly=6, safety=timedelta(days=30))


def made(days_ago: int, reason: Reason = Reason.SCHEDULE) -> Made:
    return Made(f"{reason}-{days_ago}", NOW - timedelta(days=days_ago), reason)


def kept(backups: list[Made], keep: Keep = USUAL) -> list[int]:
    gone = superfluous(backups, keep, NOW)
    return [(NOW - one.at).days for one in backups if one.name not in gone]


def test_a_year_of_nights_leaves_days_weeks_and_months() -> None:
    left = kept([made(days) for days in range(365)])

    assert left[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert left[7:10] == [11, 18, 26]  # Sundays, and the last of October
    assert [(NOW - timedelta(days=days)).month for days in left[-5:]] == [10, 9, 8, 7, 6]
    assert len(left) == 14


def test_pruned_every_night_the_same_stay_as_pruned_once() -> None:
    there: list[Made] = []
    for days_ago in reversed(range(365)):
        there.append(made(days_ago))
        gone = superfluous(there, USUAL, there[-1].at)
        there = [one for one in there if one.name not in gone]

    assert sorted((NOW - one.at).days for one in there)[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert {(NOW - timedelta(days=(NOW - one.at).days)).month for one in there} == {
        6, 7, 8, 9, 10, 11,
    }  # fmt: skip


def test_of_one_day_the_newest_stays() -> None:
    morning, noon = (
        Made("morning", NOW.replace(hour=8), Reason.SCHEDULE),
        Made("noon", NOW.replace(hour=12), Reason.SCHEDULE),
    )

    assert superfluous([noon, morning], USUAL, NOW) == ["morning"]


def test_what_somebody_asked_for_stays_for_ever() -> None:
    assert kept([made(4_000, Reason.ASKED)]) == [4_000]


def test_the_newest_stays_also_where_nothing_is_to_be_kept() -> None:
    nothing = Keep(daily=0, weekly=0, monthly=0, safety=timedelta(days=1))

    assert kept([made(300), made(400)], nothing) == [300]


def test_one_made_for_safety_stays_for_its_days() -> None:
    for reason in (Reason.RESTORE, Reason.MIGRATION):
        assert kept([made(31, reason), made(29, reason)]) == [29]
