"""When a service that failed is asked again, and when it is left alone altogether."""

from datetime import datetime, timedelta
from typing import Final

from maestrarr.features.library.errors import IdsTaken
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.errors import Throttled, Unreachable
from maestrarr.providers.errors import AnotherService, NotThere, Refused

_FIRST_WAIT: Final = timedelta(minutes=15)
_LONGEST_WAIT: Final = timedelta(days=7)
_SEARCHED_AGAIN_AFTER: Final = timedelta(days=7)
_NOT_THERE_WAIT: Final = timedelta(days=7)
MOST_FAILURES_IN_A_ROW: Final = 5


def wait_after(problem: Problem, failures: int) -> timedelta:
    """Say how long a service is not asked about a title that it failed to describe so often."""
    if isinstance(problem, NotThere):
        return _NOT_THERE_WAIT
    doubled: int = 2 ** min(failures, 12)
    return min(_FIRST_WAIT * doubled, _LONGEST_WAIT)


def concerns_all(problem: Problem, in_a_row: int) -> bool:
    """Tell whether a service is in trouble altogether, so that other titles need not be tried."""
    if isinstance(problem, Throttled | Refused | AnotherService):
        return True
    if isinstance(problem, Unreachable) and problem.reason not in ("failing", "broken_off"):
        return True
    return in_a_row >= MOST_FAILURES_IN_A_ROW


def again_at(problem: Problem, moment: datetime) -> datetime:
    """Say when a service in trouble is asked again."""
    if isinstance(problem, Throttled):
        return moment + timedelta(seconds=problem.retry_after + 1)
    if isinstance(problem, Unreachable) and problem.retry_at is not None:
        return max(problem.retry_at, moment + timedelta(minutes=1))
    if isinstance(problem, Refused):
        return moment + timedelta(hours=1)
    return moment + timedelta(minutes=5)


def search_wait(problem: Problem | None, failures: int) -> timedelta:
    """Say after how long a title that is not identified is searched for again."""
    if problem is None or isinstance(problem, IdsTaken):
        return _SEARCHED_AGAIN_AFTER
    doubled: int = 2 ** min(failures, 12)
    return min(_FIRST_WAIT * doubled, _LONGEST_WAIT)
