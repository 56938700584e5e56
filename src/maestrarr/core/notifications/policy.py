"""Who is told what, when: decisions without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any, Final

from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.states import Status
from maestrarr.core.notifications.kinds import KINDS, Kind, Wish
from maestrarr.core.notifications.states import ChannelKind, NoticeState, When
from maestrarr.kit.choice import Choice

GATHER: Final = timedelta(minutes=1)
RETRIES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
MOST_FAILURES: Final = 10  # in a row, after which a channel is switched off

_OWN: Final = "notifications."
_OF_JOBS: Final = {"upkeep.backup": Kind.BACKUP_FAILED}
_OF_CAUSES: Final = {
    "library.folder_missing": Kind.LIBRARY_UNREACHABLE,
    "library.too_many_missing": Kind.LIBRARY_UNREACHABLE,
}
_IMPORT: Final = "pipeline.import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """A user as far as it decides what they hear: their role, wishes and hours, in their zone.

    `quiet` is from when until when nothing comes; a digest of the day comes at `daily_at`.
    """

    role: Role
    zone: tzinfo = UTC
    wishes: Mapping[str, Wish]
    quiet: tuple[time, time] | None = None
    daily_at: time = time(8)

    def wish(self, kind: Kind) -> Wish:
        """Say when they want to hear of a kind."""
        return self.wishes.get(kind, KINDS[kind].usual)


@dataclass(frozen=True, slots=True)
class Plan:
    """When somebody is told, and not before which moment."""

    when: When
    due_at: datetime | None = None


def decide(kind: Kind, listener: Listener, occurred_at: datetime) -> Choice[Plan]:
    """Decide when a user hears of an occurrence, if at all."""
    if not listener.role.includes(KINDS[kind].least):
        return Choice(Plan(When.NOT), f"Only who is {KINDS[kind].least} or more may know of this.")
    wish = listener.wish(kind)
    if wish is Wish.OFF:
        return Choice(Plan(When.NOT), "Nothing of this kind is wanted.")
    wanted = _wanted(kind, wish, listener, occurred_at)
    ends_at = quiet_end(wanted.value.due_at or occurred_at, listener)
    if ends_at is None:
        return wanted
    return Choice(Plan(When.AFTER_QUIET, ends_at), "It comes in quiet hours, so it waits for them.")


def _wanted(kind: Kind, wish: Wish, listener: Listener, moment: datetime) -> Choice[Plan]:
    if wish is Wish.HOURLY:
        return Choice(Plan(When.IN_DIGEST, next_hour(moment, listener.zone)), "Gathered hourly.")
    if wish is Wish.DAILY:
        return Choice(Plan(When.IN_DIGEST, next_day(moment, listener)), "Gathered daily.")
    if KINDS[kind].comes_in_swarms:
        return Choice(Plan(When.NOW, moment + GATHER), "At once, with what comes in a minute.")
    return Choice(Plan(When.NOW, moment), "At once.")


def quiet_end(moment: datetime, listener: Listener) -> datetime | None:
    """Tell when the quiet hours end that a moment lies in; None when it lies in none."""
    if listener.quiet is None:
        return None
    begins, ends = listener.quiet
    local = moment.astimezone(listener.zone)
    at = local.time()
    is_quiet = begins <= at < ends if begins < ends else at >= begins or at < ends
    if not is_quiet:
        return None
    day = local.date() if at < ends else local.date() + timedelta(days=1)
    return datetime.combine(day, ends, listener.zone).astimezone(UTC)


def next_hour(moment: datetime, zone: tzinfo) -> datetime:
    """Tell when the clocks of a zone next show a whole hour."""
    local = moment.astimezone(zone)
    since = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return moment - since + timedelta(hours=1)


def next_day(moment: datetime, listener: Listener) -> datetime:
    """Tell when a user next gets what is gathered by day."""
    today = moment.astimezone(listener.zone).date()
    days = (today, today + timedelta(days=1), today + timedelta(days=2))
    moments = (datetime.combine(day, listener.daily_at, listener.zone) for day in days)
    return next(each.astimezone(UTC) for each in moments if each.astimezone(UTC) > moment)


def kind_of_job(
    kind: str, status: Status, cause: Mapping[str, Any] | None, result: Mapping[str, Any] | None
) -> Kind | None:
    """Say as what the end of a job is told; None when nobody has to hear of it.

    What this room does itself is not told: it would be told again, and again.
    """
    if kind.startswith(_OWN):
        return None
    if status is Status.FAILED:
        by_cause = _OF_CAUSES.get((cause or {}).get("key", ""))
        return by_cause or _OF_JOBS.get(kind, Kind.JOB_FAILED)
    did_something = any((result or {}).values())
    if status is Status.COMPLETED and kind == _IMPORT and did_something:
        return Kind.IMPORT_FINISHED
    return None


def rest_after(attempts: int) -> timedelta | None:
    """Say how long to rest after so many attempts in vain; None: it is given up."""
    return RETRIES[attempts - 1] if attempts <= len(RETRIES) else None


def is_dead(failures: int, *, is_for_good: bool) -> bool:
    """Tell whether a channel is switched off: it has failed too often, or will never work again."""
    return is_for_good or failures >= MOST_FAILURES


def after_crash(kind: ChannelKind) -> NoticeState:
    """Say what becomes of a notice that was being told when the program ended.

    A webhook is told again: its key lets the receiver know it. Others have no such key, and
    whoever reads would hear of it twice.
    """
    return NoticeState.WAITING if kind is ChannelKind.WEBHOOK else NoticeState.UNSURE
