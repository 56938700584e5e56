"""The embedded engine: one process runs the jobs of a database, SQLite or PostgreSQL."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs import queries, registry, signals, transitions, workers
from maestrarr.core.jobs.attempts import PATIENCE_SECONDS, TROUBLE, Attempts
from maestrarr.core.jobs.engine import STOP_SECONDS
from maestrarr.core.jobs.heeding import Heeding
from maestrarr.core.jobs.workers import Worker
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, trouble_said
from maestrarr.kit.outside import Outside

LOOK_SECONDS = 1.0
STUCK_SECONDS = 60.0

log = structlog.get_logger(__name__)


class EmbeddedEngine:
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
        self._attempts = Attempts(
            database, data=data, outside=outside, patience_seconds=patience_seconds
        )
        self._heeding = Heeding(database, at_once=at_once)
        self._me = Worker.here()
        self._working: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._is_stopping = False
        self._looked_at = time.monotonic()

    async def start(self) -> None:
        """Queue again what a crash cut short, then begin to run jobs."""
        self._loop = asyncio.get_running_loop()
        async with self._database.writing() as session:
            await transitions.recover(session)
            await self._heeding.read(session)
            await workers.be_alone(session, self._me, self._heeding.at_once)
        signals.listen(self)
        self._attempts.start()
        self._working = asyncio.create_task(self._work())

    async def stop(self, grace_seconds: float = STOP_SECONDS) -> None:
        """Start nothing more, let running jobs end, and put back in the queue those that do not."""
        self._is_stopping = True
        signals.leave(self)
        self._woken.set()
        if self._working:
            await asyncio.wait({self._working})
        await self._attempts.stop(grace_seconds)
        with suppress(*TROUBLE):
            async with self._database.writing() as session:
                await workers.leave(session, self._me)

    @property
    def is_alive(self) -> bool:
        """Tell whether it still looks for jobs, and has looked lately."""
        is_running = self._working is not None and not self._working.done()
        is_fresh = time.monotonic() - self._looked_at < STUCK_SECONDS
        return is_running and self._attempts.is_alive and is_fresh

    def hand_over(self, _job_id: UUID) -> None:
        """Learn that a job was queued: it is found where all are."""
        self.wake()

    def wake(self) -> None:
        """Look for something to run."""
        self._soon(self._woken.set)

    def cancel(self, job_id: UUID) -> None:
        """Cancel a job if it runs here."""
        self._soon(partial(self._attempts.cut_short, job_id))

    def _soon(self, act: Callable[[], None]) -> None:
        """Do something in the engine's own loop; one that has ended bothers nobody who commits."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act)

    async def _work(self) -> None:
        is_woken = True
        while not self._is_stopping:
            self._woken.clear()
            try:
                pause_seconds = await self._turn(is_woken=is_woken)
            except TROUBLE as error:
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
            await self._heeding.read(session)
            wait_seconds = await self._seconds_until_due(session)
            to_cancel = await queries.to_cancel(session) if self._attempts else set()
        self._looked_at = time.monotonic()
        for job_id in to_cancel:
            self._attempts.cut_short(job_id)
        await self._heeding.forget_old()
        return wait_seconds

    async def _seconds_until_due(self, session: AsyncSession) -> float:
        due = await queries.next_due(session)
        return (due - now()).total_seconds() if due else LOOK_SECONDS

    async def _fill(self) -> None:
        """Claim jobs one by one, and begin each at once, until no place or no job is left."""
        while len(self._attempts) < self._heeding.at_once and not self._is_stopping:
            full = registry.full(self._attempts.kinds)
            async with self._database.writing() as session:
                record = await transitions.claim(session, self._me.name, full)
            if record is None:
                return
            self._attempts.begin(record).add_done_callback(lambda _ended: self._woken.set())
