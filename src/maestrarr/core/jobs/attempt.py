"""Running a handler once, within its time and until it is cut short, and judging how that went."""

import asyncio
import random
import traceback
from datetime import timedelta
from enum import Enum, auto
from typing import Any, TypeAlias

from pydantic_core import to_jsonable_python
from sqlalchemy.exc import DBAPIError

from maestrarr.core.jobs import policy, registry
from maestrarr.core.jobs.arguments import map_text
from maestrarr.core.jobs.errors import RanTooLong, Superseded, Unexpected, WasCancelled
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.transitions import Ending
from maestrarr.kit import durations
from maestrarr.kit.db import in_words
from maestrarr.kit.errors import Problem

PUT_BACK = "The program stops, so this is put back in the queue."
LONGEST_CAUSE = 500

Outcome: TypeAlias = dict[str, Any] | None


class Cut(Enum):
    """Why an attempt was cut short."""

    CANCELLED = auto()
    LIMIT = auto()
    STOPPING = auto()


class Attempt:
    """One go of the engine at a job."""

    def __init__(self, record: JobRecord, job: Job, patience_seconds: float) -> None:
        self.record = record
        self.job = job
        self.patience_seconds = patience_seconds
        self.abandoned: asyncio.Task[Any] | None = None
        self._cut: asyncio.Future[Cut] = asyncio.get_running_loop().create_future()

    def cut_short(self, why: Cut) -> None:
        """Ask the handler to end; the first reason stands."""
        if not self._cut.done():
            self.job.cancelled = True
            self._cut.set_result(why)

    async def run(self) -> Ending | None:
        """Run the handler to its end and judge it; None if the job is no longer this attempt's.

        A handler that does not let itself be cancelled within the patience is abandoned: it may
        go on, but nothing that it does in a step is committed any more.
        """
        try:
            kind = registry.find(self.record.kind)
            arguments = kind.arguments.from_json(self.record.arguments)
        except Problem as problem:
            return self._end(Status.FAILED, problem)
        handler = asyncio.create_task(_handle(kind, self.job, arguments), name=self.record.title)
        handler.add_done_callback(_look_at)
        ends: set[asyncio.Future[Any]] = {handler, self._cut}
        limit = kind.limit.total_seconds()
        await asyncio.wait(ends, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
        if handler.done():
            return self._judge(kind, handler)
        self.cut_short(Cut.LIMIT)
        handler.cancel()
        await asyncio.wait({handler}, timeout=self.patience_seconds)
        if not handler.done():
            self.abandoned = handler
            self.job.warn("It did not let itself be stopped, and was abandoned.")
        return self._judge_cut(kind)

    def _judge(
        self, kind: JobKind[...], handler: "asyncio.Task[dict[str, Any] | None]"
    ) -> Ending | None:
        error = asyncio.CancelledError() if handler.cancelled() else handler.exception()
        if error is None:
            return self._end(Status.COMPLETED, result=handler.result())
        return self._judge_error(kind, _innermost(error))

    def _judge_error(self, kind: JobKind[...], error: BaseException) -> Ending | None:
        if isinstance(error, Superseded):
            return None
        if isinstance(error, Problem):
            if error.skips:
                return self._end(Status.SKIPPED, error)
            return self._fail(kind, error, may_retry=kind.retries.cover(error))
        self.job.debug("".join(traceback.format_exception(error)).rstrip())
        return self._fail(kind, _cause(error), may_retry=True)

    def _judge_cut(self, kind: JobKind[...]) -> Ending:
        why = self._cut.result()
        if why is Cut.CANCELLED:
            return self._end(Status.CANCELLED, WasCancelled("running"))
        if why is Cut.STOPPING:
            self.job.note(PUT_BACK)
            return self._end(Status.QUEUED)
        return self._fail(kind, RanTooLong(kind.limit), may_retry=True)

    def _fail(self, kind: JobKind[...], cause: Problem, *, may_retry: bool) -> Ending:
        failures = self.record.failures + 1
        if not may_retry or failures >= self.record.attempts_allowed:
            self.job.error(str(cause))
            return self._end(Status.FAILED, cause, failures=failures)
        rest = policy.rest_before_retry(failures, kind.retries, random.random)
        soon = durations.in_words(timedelta(seconds=round(rest.total_seconds())))
        self.job.warn(
            f"Attempt {failures} of {self.record.attempts_allowed} failed: {cause} "
            f"The next starts in {soon}."
        )
        return self._end(Status.QUEUED, cause, failures=failures, rest=rest)

    def _end(
        self,
        status: Status,
        cause: Problem | None = None,
        *,
        result: dict[str, Any] | None = None,
        failures: int | None = None,
        rest: timedelta = timedelta(),
    ) -> Ending:
        return Ending(
            status=status,
            failures=self.record.failures if failures is None else failures,
            cause=cause,
            result=result,
            rest=rest,
        )


async def _handle(kind: JobKind[...], job: Job, arguments: dict[str, Any]) -> Outcome:
    job.enter()
    result = await kind.handler(job, **arguments)
    if result is None:
        return None
    plain: dict[str, Any] = map_text(to_jsonable_python(dict(result)), policy.storable)
    return plain


def _innermost(error: BaseException) -> BaseException:
    """Unpack the groups in which a TaskGroup wraps a single error."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def _cause(error: BaseException) -> Problem:
    if isinstance(error, DBAPIError):
        return in_words(error)
    said = f"{type(error).__name__}: {error}".rstrip(": ").rstrip(".")[:LONGEST_CAUSE]
    return Unexpected(said)


def _look_at(handler: "asyncio.Task[Any]") -> None:
    """Take note of an abandoned handler's error, so that asyncio does not complain of it."""
    if not handler.cancelled():
        handler.exception()
