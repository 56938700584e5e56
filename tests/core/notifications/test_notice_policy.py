"""Who is told what, when: every verdict with its reason."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.states import Status
from maestrarr.core.notifications import policy
from maestrarr.core.notifications.kinds import KINDS, Kind, Wish
from maestrarr.core.notifications.policy import Listener
from maestrarr.core.notifications.states import ChannelKind, NoticeState, When

PARIS, ISTANBUL, KATHMANDU = map(ZoneInfo, ("Europe/Paris", "Europe/Istanbul", "Asia/Kathmandu"))
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
NIGHT = (time(22), time(7))


def listener(**said: object) -> Listener:
    return Listener(**({"role": Role.ADMIN, "wishes": {}, "zone": UTC} | said))  # type: ignore[arg-type]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "said", "when", "due", "reason"),
    [
        (Kind.JOB_FAILED, {}, When.NOW, NOON, "At once."),
        (Kind.JOB_FAILED, {"role": Role.OPERATOR}, When.NOW, NOON, "At once."),
        (Kind.JOB_FAILED, {"role": Role.VIEWER}, When.NOT, None, "Only who is operator or more"),
        (Kind.BACKUP_FAILED, {"role": Role.OPERATOR}, When.NOT, None, "Only who is admin or more"),
        (Kind.TOKEN_MADE, {"role": Role.GUEST}, When.NOT, None, "Only who is viewer or more"),
        (Kind.IMPORT_FINISHED, {}, When.NOT, None, "Nothing of this kind is wanted."),
        (
            Kind.IMPORT_FINISHED, {"wishes": {Kind.IMPORT_FINISHED: Wish.NOW}},
            When.NOW, NOON + timedelta(minutes=1), "with what comes in a minute",
        ),
        (
            Kind.JOB_FAILED, {"wishes": {Kind.JOB_FAILED: Wish.HOURLY}},
            When.IN_DIGEST, at("2026-11-27 13:00"), "Gathered hourly.",
        ),
        (
            Kind.JOB_FAILED, {"wishes": {Kind.JOB_FAILED: Wish.DAILY}},
            When.IN_DIGEST, at("2026-11-28 08:00"), "Gathered daily.",
        ),
        (
            Kind.JOB_FAILED, {"quiet": (time(11), time(13))},
            When.AFTER_QUIET, at("2026-11-27 13:00"), "quiet hours",
        ),
        (
            Kind.JOB_FAILED,
            {"quiet": (time(7, 30), time(9)), "wishes": {Kind.JOB_FAILED: Wish.DAILY}},
            When.AFTER_QUIET, at("2026-11-28 09:00"), "quiet hours",
        ),
        (Kind.JOB_FAILED, {"quiet": (time(12, 1), time(13))}, When.NOW, NOON, "At once."),
        (Kind.JOB_FAILED, {"quiet": (time(11), time(12))}, When.NOW, NOON, "At once."),
    ],
)  # fmt: skip
def test_who_hears_of_what_and_when(
    kind: Kind, said: dict[str, object], when: When, due: datetime | None, reason: str
) -> None:
    decided = policy.decide(kind, listener(**said), NOON)

    assert (decided.value.when, decided.value.due_at) == (when, due)
    assert reason in decided.reason


@pytest.mark.parametrize(
    ("moment", "zone", "quiet", "ends"),
    [
        ("2026-11-27 21:30", PARIS, NIGHT, "2026-11-28 06:00"),
        ("2026-11-27 02:00", PARIS, NIGHT, "2026-11-27 06:00"),
        ("2026-11-27 06:00", PARIS, NIGHT, None),
        ("2026-11-27 20:00", PARIS, NIGHT, None),
        ("2026-11-27 20:00", ISTANBUL, NIGHT, "2026-11-28 04:00"),
        ("2026-03-28 23:00", PARIS, NIGHT, "2026-03-29 05:00"),  # the night that is an hour short
        ("2026-10-24 22:00", PARIS, NIGHT, "2026-10-25 06:00"),  # and the one that is longer
        ("2026-11-27 12:00", KATHMANDU, (time(17), time(18)), "2026-11-27 12:15"),
    ],
)
def test_quiet_hours_end_by_the_clocks_of_their_zone(
    moment: str, zone: ZoneInfo, quiet: tuple[time, time], ends: str | None
) -> None:
    found = policy.quiet_end(at(moment), listener(zone=zone, quiet=quiet))

    assert found == (ends and at(ends))


def test_a_digest_comes_at_whole_hours_and_days_of_the_zone() -> None:
    heard = listener(zone=KATHMANDU, daily_at=time(9))

    assert policy.next_hour(NOON, KATHMANDU) == at("2026-11-27 12:15")
    assert policy.next_hour(at("2026-11-27 12:15"), KATHMANDU) == at("2026-11-27 13:15")
    assert policy.next_day(NOON, heard) == at("2026-11-28 03:15")
    assert policy.next_day(at("2026-11-28 03:14"), heard) == at("2026-11-28 03:15")
    assert policy.next_day(at("2026-11-28 03:15"), heard) == at("2026-11-29 03:15")


@pytest.mark.parametrize(
    ("job", "status", "cause", "result", "kind"),
    [
        ("library.scan", Status.FAILED, {"key": "library.unreadable"}, None, Kind.JOB_FAILED),
        ("library.scan", Status.FAILED, None, None, Kind.JOB_FAILED),
        (
            "library.scan", Status.FAILED, {"key": "library.folder_missing"}, None,
            Kind.LIBRARY_UNREACHABLE,
        ),
        ("upkeep.backup", Status.FAILED, {"key": "upkeep.backup_failed"}, None, Kind.BACKUP_FAILED),
        ("pipeline.import", Status.COMPLETED, None, {"publish": 1}, Kind.IMPORT_FINISHED),
        ("pipeline.import", Status.COMPLETED, None, {"publish": 0}, None),
        ("library.scan", Status.COMPLETED, None, {"titles": 1}, None),
        ("notifications.tell", Status.FAILED, None, None, None),
    ],
)  # fmt: skip
def test_what_the_end_of_a_job_is_told_as(
    job: str,
    status: Status,
    cause: dict[str, str] | None,
    result: dict[str, int] | None,
    kind: Kind | None,
) -> None:
    assert policy.kind_of_job(job, status, cause, result) is kind


def test_it_is_tried_again_for_hours_and_then_given_up() -> None:
    rests = [policy.rest_after(attempts) for attempts in range(1, 7)]

    minutes = [None if rest is None else rest / timedelta(minutes=1) for rest in rests]
    assert minutes == [1, 5, 30, 120, 360, None]


def test_a_channel_is_dead_after_ten_failures_or_at_once_when_it_says_so() -> None:
    assert [policy.is_dead(count, is_for_good=False) for count in (1, 9, 10)] == [0, 0, 1]
    assert policy.is_dead(1, is_for_good=True)


def test_only_who_knows_a_message_again_gets_it_again_after_a_crash() -> None:
    assert {kind: policy.after_crash(kind) for kind in ChannelKind} == {
        ChannelKind.APPRISE: NoticeState.UNSURE,
        ChannelKind.WEBHOOK: NoticeState.WAITING,
        ChannelKind.EXPO: NoticeState.UNSURE,
    }


def test_every_kind_says_who_may_hear_of_it() -> None:
    assert set(KINDS) == set(Kind)
