"""Which backups are kept, decided from when and for what they were made."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from maestrarr.core.upkeep.reasons import Reason


@dataclass(frozen=True, slots=True)
class Keep:
    """Of how many days, weeks and months the newest is kept, and how long one made for safety."""

    daily: int
    weekly: int
    monthly: int
    safety: timedelta


@dataclass(frozen=True, slots=True)
class Made:
    """A backup, as far as it matters for how long it is kept."""

    name: str
    at: datetime
    reason: Reason


def superfluous(backups: Sequence[Made], keep: Keep, now: datetime) -> list[str]:
    """Name the backups that need not be kept any more.

    One that was asked for always stays, and so does the newest of the scheduled ones.
    """
    nightly = sorted(
        (one for one in backups if one.reason is Reason.SCHEDULE),
        key=lambda one: one.at,
        reverse=True,
    )
    stay = {one.name for one in nightly[:1]}
    stay |= _newest_of_each(nightly, lambda at: at.date(), keep.daily)
    stay |= _newest_of_each(nightly, lambda at: at.isocalendar()[:2], keep.weekly)
    stay |= _newest_of_each(nightly, lambda at: (at.year, at.month), keep.monthly)
    safety = {
        one.name
        for one in backups
        if one.reason in {Reason.MIGRATION, Reason.RESTORE} and now - one.at > keep.safety
    }
    return sorted(safety | {one.name for one in nightly} - stay)


def _newest_of_each(
    newest_first: Sequence[Made], span: Callable[[datetime], Hashable], count: int
) -> set[str]:
    """Name the newest backup of each of the latest `count` spans in which there is one."""
    newest: dict[Hashable, str] = {}
    for one in newest_first:
        newest.setdefault(span(one.at), one.name)
    return set(list(newest.values())[:count])
