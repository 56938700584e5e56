"""The attempts that go on in this process: begun, listened to, cut short, written down."""

import asyncio
import time
from collections import Counter
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.attempt import Attempt, Cut
from maestrarr.core.jobs.errors import Superseded
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.transitions import Ending
from maestrarr.kit import metrics
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, trouble_said
from maestrarr.kit.limits import give_back_memory
from maestrarr.kit.outside import Outside

REPORT_SECONDS = 0.25
PATIENCE_SECONDS = 5.0
AGAIN_SECONDS = 1.0
REST_SECONDS = 2.0  # without a job, after which more is not expected at once
TROUBLE = (DBAPIError, NoConnection)

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


class Attempts:
    """Carries claimed jobs out, whichever engine has claimed them."""

    def __init__(
        self,
        database: Database,
        *,
        data: DataFolder | None = None,
        outside: Outside | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._database = database
        self._data = data
        self._outside = outside
        self._patience_seconds = patience_seconds
        self._going: dict[UUID, Attempt] = {}
        self._attending: set[asyncio.Task[None]] = set()
        self._abandoned: set[asyncio.Task[Any]] = set()
        self._news = asyncio.Event()
        self._reporting: asyncio.Task[None] | None = None
        self._tidying: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._going)

    @property
    def kinds(self) -> Counter[str]:
        """Count what goes on by kind."""
        return Counter(attempt.record.kind for attempt in self._going.values())

    @property
    def is_alive(self) -> bool:
        """Tell whether what jobs say is still written down."""
        return self._reporting is not None and not self._reporting.done()

    def start(self) -> None:
        """Begin to write down what jobs say."""
        self._reporting = asyncio.create_task(self._report())

    async def stop(self, grace_seconds: float) -> None:
        """Let jobs end, and put back in the queue those that do not, all within the grace."""
        await self._attended(grace_seconds * 0.6)
        for attempt in self._going.values():
            attempt.patience_seconds = min(attempt.patience_seconds, grace_seconds * 0.2)
            attempt.cut_short(Cut.STOPPING)
        await self._attended(grace_seconds * 0.3)
        self._leave_as_it_is()
        reporting = {self._reporting} if self._reporting else set()
        for task in (*reporting, *self._attending, *self._abandoned):
            task.cancel()
        if still := reporting | self._attending:
            await asyncio.wait(still)

    def begin(self, record: JobRecord) -> "asyncio.Task[None]":
        """Begin an attempt at a job that was claimed; the task ends once that is written down."""
        job = Job(
            self._database,
            record,
            on_news=self._news.set,
            data=self._data,
            outside=self._outside,
        )
        self._leave_as_it_is()
        attempt = self._going[record.id] = Attempt(record, job, self._patience_seconds)
        task = asyncio.create_task(self._attend(attempt))
        self._attending.add(task)
        task.add_done_callback(self._attending.discard)
        return task

    def cut_short(self, job_id: UUID) -> None:
        """Cancel a job if it runs here."""
        if attempt := self._going.get(job_id):
            attempt.cut_short(Cut.CANCELLED)

    def give_up(self) -> None:
        """Cut short whatever goes on here: others have it now, so nothing of it is written."""
        for job_id in self._going:
            self.cut_short(job_id)

    async def _attended(self, seconds: float) -> None:
        if self._attending:
            await asyncio.wait(self._attending, timeout=seconds)

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
            del self._going[attempt.record.id]
            if not self._going:
                self._tidy_soon()

    def _tidy_soon(self) -> None:
        """Give back the memory that jobs took, once there has been none for a while."""
        self._tidying = asyncio.get_running_loop().call_later(REST_SECONDS, give_back_memory)

    def _leave_as_it_is(self) -> None:
        if self._tidying:
            self._tidying.cancel()

    def _keep(self, handler: "asyncio.Task[Any]") -> None:
        self._abandoned.add(handler)
        handler.add_done_callback(self._abandoned.discard)

    async def _settle(self, attempt: Attempt, ending: Ending) -> None:
        """Write down how an attempt ended, as soon as the database takes it."""
        while True:
            try:
                async with attempt.job.writing_news(ends=True) as session:
                    await transitions.settle(session, attempt.record, ending)
            except Superseded:
                log.warning("jobs.superseded", job_id=str(attempt.record.id))
            except TROUBLE as error:
                log.warning("jobs.database_trouble", error=trouble_said(error))
                await asyncio.sleep(AGAIN_SECONDS)
                continue
            return

    async def _report(self) -> None:
        """Write down what running jobs say, at most four times a second."""
        while True:
            await self._news.wait()
            self._news.clear()
            for attempt in list(self._going.values()):
                if attempt.job.has_news:
                    await self._write_news(attempt)
            await asyncio.sleep(REPORT_SECONDS)

    async def _write_news(self, attempt: Attempt) -> None:
        try:
            async with attempt.job.writing_news():
                pass
        except Superseded:
            attempt.cut_short(Cut.CANCELLED)
        except TROUBLE as error:
            log.warning("jobs.database_trouble", error=trouble_said(error))
            self._news.set()
        if attempt.job.cancelled:
            attempt.cut_short(Cut.CANCELLED)
