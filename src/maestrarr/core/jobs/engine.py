"""The embedded engine: decides which queued job runs next, in the process that serves."""

import asyncio
import os
import socket
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs import queries, registry, service, signals, transitions
from maestrarr.core.jobs.attempt import Attempt, Cut
from maestrarr.core.jobs.errors import Superseded, UnknownKind
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.settings import JobsSettings
from maestrarr.core.jobs.transitions import Ending
from maestrarr.core.settings import service as settings
from maestrarr.kit import metrics
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, trouble_said
from maestrarr.kit.outside import Outside

LOOK_SECONDS = 1.0
REPORT_SECONDS = 0.25
PATIENCE_SECONDS = 5.0
STUCK_SECONDS = 60.0
PURGE_EVERY = timedelta(days=1)
_TROUBLE = (DBAPIError, NoConnection)

ENDED = metrics.Counter(
    "maestrarr_jobs_attempts_total", "Attempts at jobs that ended, by outcome.", "kind", "status"
)
DURATIONS = metrics.Histogram(
    "maestrarr_jobs_attempt_duration_seconds",
    "How long attempts at jobs took.",
    ("kind",),
    (*metrics.SECONDS, 60.0, 600.0, 3600.0, 6 * 3600.0),
)

log = structlog.get_logger(__name__)


class Engine:
    """Runs the jobs of one database, as many together as the settings say, or as `at_once` does.

    A commit in this process wakes it at once; once a second it looks for what other processes
    queued, cancelled or set, and for jobs whose time has come. Once a day it forgets old ones.
    """

    def __init__(
        self,
        database: Database,
        *,
        data: DataFolder | None = None,
        outside: Outside | None = None,
        at_once: int | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._database = database
        self._data = data
        self._outside = outside
        self._given_at_once = at_once
        self._settings = JobsSettings()
        self._purge_at = now()
        self._patience_seconds = patience_seconds
        self._worker = f"{socket.gethostname()}:{os.getpid()}"
        self._attempts: dict[UUID, Attempt] = {}
        self._attending: set[asyncio.Task[None]] = set()
        self._abandoned: set[asyncio.Task[Any]] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._woken = asyncio.Event()
        self._news = asyncio.Event()
        self._is_stopping = False
        self._looked_at = time.monotonic()

    @property
    def _at_once(self) -> int:
        return self._given_at_once or self._settings.at_once

    async def start(self) -> None:
        """Queue again what a crash cut short, then begin to run jobs."""
        self._loop = asyncio.get_running_loop()
        async with self._database.writing() as session:
            await transitions.recover(session)
            await self._heed(session)
        signals.listen(self)
        self._tasks = [asyncio.create_task(self._work()), asyncio.create_task(self._report())]

    async def stop(self, grace_seconds: float = 10) -> None:
        """Start nothing more, let running jobs end, and put back in the queue those that do not.

        All within `grace_seconds`; what a job has done in its steps stays done.
        """
        self._is_stopping = True
        signals.leave(self)
        work, report = self._tasks
        self._woken.set()
        await asyncio.wait({work})
        await self._attended(grace_seconds * 0.6)
        for attempt in self._attempts.values():
            attempt.patience_seconds = min(attempt.patience_seconds, grace_seconds * 0.2)
            attempt.cut_short(Cut.STOPPING)
        await self._attended(grace_seconds * 0.3)
        for task in (report, *self._attending, *self._abandoned):
            task.cancel()
        await asyncio.wait({report, *self._attending})

    @property
    def is_alive(self) -> bool:
        """Tell whether it still looks for jobs, and has looked lately."""
        is_running = bool(self._tasks) and not any(task.done() for task in self._tasks)
        return is_running and time.monotonic() - self._looked_at < STUCK_SECONDS

    def wake(self) -> None:
        """Look for something to run; may be called from any thread."""
        self._soon(self._woken.set)

    def cancel(self, job_id: UUID) -> None:
        """Cancel a job if it runs here; may be called from any thread."""
        self._soon(partial(self._cut_short, job_id))

    def _soon(self, act: Callable[[], None]) -> None:
        """Do something in the engine's own loop; one that has ended bothers nobody who commits."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act)

    def _cut_short(self, job_id: UUID) -> None:
        if attempt := self._attempts.get(job_id):
            attempt.cut_short(Cut.CANCELLED)

    async def _attended(self, seconds: float) -> None:
        if self._attending:
            await asyncio.wait(self._attending, timeout=seconds)

    async def _work(self) -> None:
        is_woken = True
        while not self._is_stopping:
            self._woken.clear()
            try:
                pause_seconds = await self._turn(is_woken=is_woken)
            except _TROUBLE as error:
                log.warning("jobs.database_trouble", error=trouble_said(error))
                pause_seconds = LOOK_SECONDS
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_seconds):
                    await self._woken.wait()
            is_woken = self._woken.is_set()

    async def _turn(self, *, is_woken: bool) -> float:
        """Start what may start; return how long to rest then, in seconds.

        Who is woken claims first and looks later; who is not reads first, for that costs least.
        """
        if is_woken:
            await self._fill()
        wait_seconds = await self._look()
        if wait_seconds > 0:
            return min(wait_seconds, LOOK_SECONDS)
        if not is_woken:
            await self._fill()
        return LOOK_SECONDS

    async def _look(self) -> float:
        """Cancel what another process asked to; return the seconds until the next job is due."""
        async with self._database.reading() as session:
            await self._heed(session)
            due = await queries.next_due(session)
            to_cancel = await queries.to_cancel(session) if self._attempts else set()
        self._looked_at = time.monotonic()
        for job_id in to_cancel:
            self._cut_short(job_id)
        if now() >= self._purge_at:
            await self._purge()
        return (due - now()).total_seconds() if due else LOOK_SECONDS

    async def _heed(self, session: AsyncSession) -> None:
        """Go by what the settings say now; jobs that run go on."""
        said = await settings.read(session, JobsSettings)
        if said.history_days != self._settings.history_days:
            self._purge_at = now()
        self._settings = said

    async def _purge(self) -> None:
        """Forget what ended so long ago that the settings no longer keep it."""
        keep = timedelta(days=self._settings.history_days)
        async with self._database.writing() as session:
            forgotten = await service.purge(session, keep=keep)
        self._purge_at = now() + PURGE_EVERY
        if forgotten:
            log.info("jobs.purged", count=forgotten)

    async def _fill(self) -> None:
        """Claim jobs one by one, and begin each at once, until no place or no job is left."""
        while len(self._attempts) < self._at_once and not self._is_stopping:
            async with self._database.writing() as session:
                record = await transitions.claim(session, self._worker, self._full_kinds())
            if record is None:
                return
            self._begin(record)

    def _full_kinds(self) -> list[str]:
        """Name the kinds of which no more may run."""
        counts = Counter(attempt.record.kind for attempt in self._attempts.values())
        return [kind for kind, count in counts.items() if count >= _cap(kind, self._at_once)]

    def _begin(self, record: JobRecord) -> None:
        job = Job(
            self._database,
            record,
            on_news=self._news.set,
            data=self._data,
            outside=self._outside,
        )
        attempt = self._attempts[record.id] = Attempt(record, job, self._patience_seconds)
        task = asyncio.create_task(self._attend(attempt))
        self._attending.add(task)
        task.add_done_callback(self._attending.discard)

    async def _attend(self, attempt: Attempt) -> None:
        kind, began = attempt.record.kind, time.monotonic()
        structlog.contextvars.bind_contextvars(job_id=str(attempt.record.id))
        try:
            ending = await attempt.run()
            DURATIONS.observe(time.monotonic() - began, kind)
            ENDED.add(kind, str(ending.status) if ending else "superseded")
            if attempt.abandoned:
                self._keep(attempt.abandoned)
            if ending:
                await self._settle(attempt, ending)
        finally:
            del self._attempts[attempt.record.id]
            self._woken.set()

    def _keep(self, handler: "asyncio.Task[Any]") -> None:
        self._abandoned.add(handler)
        handler.add_done_callback(self._abandoned.discard)

    async def _settle(self, attempt: Attempt, ending: Ending) -> None:
        """Write down how an attempt ended, as soon as the database takes it."""
        while True:
            try:
                async with attempt.job.writing_news() as session:
                    await transitions.settle(session, attempt.record, ending)
            except Superseded:
                log.warning("jobs.superseded", job_id=str(attempt.record.id))
            except _TROUBLE as error:
                log.warning("jobs.database_trouble", error=trouble_said(error))
                await asyncio.sleep(LOOK_SECONDS)
                continue
            return

    async def _report(self) -> None:
        """Write down what running jobs say, at most four times a second."""
        while True:
            await self._news.wait()
            self._news.clear()
            for attempt in list(self._attempts.values()):
                if attempt.job.has_news:
                    await self._write_news(attempt)
            await asyncio.sleep(REPORT_SECONDS)

    async def _write_news(self, attempt: Attempt) -> None:
        try:
            async with attempt.job.writing_news():
                pass
        except Superseded:
            attempt.cut_short(Cut.CANCELLED)
        except _TROUBLE as error:
            log.warning("jobs.database_trouble", error=trouble_said(error))
            self._news.set()
        if attempt.job.cancelled:
            attempt.cut_short(Cut.CANCELLED)


def _cap(kind: str, otherwise: int) -> int:
    try:
        return registry.find(kind).at_once or otherwise
    except UnknownKind:
        return otherwise
