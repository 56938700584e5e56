"""The distributed engine: any number of processes run the jobs of one PostgreSQL database."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from uuid import UUID

import structlog
from sqlalchemy import select

from maestrarr.core.jobs import queries, registry, signals, tickets, transitions, workers
from maestrarr.core.jobs.attempts import PATIENCE_SECONDS, TROUBLE, Attempts
from maestrarr.core.jobs.engine import STOP_SECONDS
from maestrarr.core.jobs.heeding import Heeding
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.tickets import Tickets, TicketsUnreachable
from maestrarr.core.jobs.workers import DEAD_AFTER, Worker
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, trouble_said
from maestrarr.kit.outside import Outside

LOOK_SECONDS = 1.0
STUCK_SECONDS = 60.0
MOST_DUE = 100  # tickets that may be drawn: each brings a place to work until nothing is left
MOST_LATER = 1_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pulse:
    """How often a worker says that it lives, and after which silence it counts as dead.

    `idle_after` is how long it may leave a transaction alone before that is ended for it.
    """

    beat_seconds: float = 5.0
    dead_after: timedelta = DEAD_AFTER
    idle_after: timedelta = timedelta(minutes=1)


async def _nothing() -> None:
    """Put nothing in order before another's jobs are queued again."""


class DistributedEngine:
    """Runs jobs beside other processes, each as many together as the settings or `at_once` say.

    A commit anywhere wakes a worker by a ticket, which is answered by claiming whatever is next.
    Every few seconds a worker says that it lives, relieves those that have not for long, and writes
    the tickets that a crash left unwritten. `works` is False where jobs are only handed over.
    """

    def __init__(
        self,
        database: Database,
        *,
        data: DataFolder | None = None,
        outside: Outside | None = None,
        at_once: int | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
        works: bool = True,
        before_relief: Callable[[], Awaitable[object]] = _nothing,
        pulse: Pulse = Pulse(),  # frozen
    ) -> None:
        self._database = database
        self._attempts = Attempts(
            database, data=data, outside=outside, patience_seconds=patience_seconds
        )
        self._heeding = Heeding(database, at_once=at_once)
        self._works = works
        self._before_relief = before_relief
        self._pulse = pulse
        self._me = Worker.here()
        self._tickets = Tickets(database.url, self._answer)
        self._told: set[UUID] = set()
        self._has_word = asyncio.Event()
        self._is_stopping = False
        self._tasks: list[asyncio.Task[None]] = []
        self._beat_at = 0.0
        self._looked_at = time.monotonic()

    async def start(self) -> None:
        """Queue again what dead workers ran, then begin to run jobs and to hand them over."""
        self._loop = asyncio.get_running_loop()
        await self._database.end_idle_writes(self._pulse.idle_after)
        await tickets.prepare(self._database)
        await self._tickets.open()
        await self._look()
        signals.listen(self)
        self._attempts.start()
        rounds = [self._rounds(self._look, LOOK_SECONDS), self._rounds(self._pass_on, 0)]
        if self._works:
            rounds.append(self._rounds(self._draw, 0))
        self._tasks = [asyncio.create_task(one) for one in rounds]

    async def stop(self, grace_seconds: float = STOP_SECONDS) -> None:
        """Start nothing more, let running jobs end, and leave to others those that do not."""
        self._is_stopping = True
        signals.leave(self)
        self._tickets.stop_drawing()
        await self._attempts.stop(grace_seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        with suppress(*TROUBLE, TicketsUnreachable):
            async with self._database.writing() as session:
                await workers.leave(session, self._me)
            await self._write_left()
        await self._tickets.close()

    @property
    def is_alive(self) -> bool:
        """Tell whether it still looks for jobs, and has looked lately."""
        is_running = bool(self._tasks) and not any(task.done() for task in self._tasks)
        is_fresh = time.monotonic() - self._looked_at < STUCK_SECONDS
        return is_running and self._attempts.is_alive and is_fresh

    def hand_over(self, job_id: UUID) -> None:
        """Learn that a job was queued or hurried: a ticket is written for it."""
        self._soon(partial(self._hear_of, {job_id}))

    def wake(self) -> None:
        """Look for what has no ticket at the next beat, and let that be now."""
        self._beat_at = 0.0

    def cancel(self, job_id: UUID) -> None:
        """Cancel a job if it runs here; who runs it elsewhere looks once a second."""
        self._soon(partial(self._attempts.cut_short, job_id))

    def _soon(self, act: Callable[[], None]) -> None:
        """Do something in the engine's own loop; one that has ended bothers nobody who commits."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act)

    def _hear_of(self, job_ids: set[UUID]) -> None:
        self._told |= job_ids
        self._has_word.set()

    async def _rounds(self, act: Callable[[], Awaitable[None]], pause_seconds: float) -> None:
        """Do something again and again, also after trouble with the database."""
        while not self._is_stopping:
            rest_seconds = pause_seconds
            try:
                await act()
            except TROUBLE as error:
                log.warning("jobs.database_trouble", error=trouble_said(error))
                rest_seconds = LOOK_SECONDS
            except TicketsUnreachable as error:
                log.warning("jobs.tickets_unreachable", error=str(error))
                rest_seconds = LOOK_SECONDS
            await asyncio.sleep(rest_seconds)

    async def _pass_on(self) -> None:
        """Write tickets for the jobs that it was told of."""
        await self._has_word.wait()
        self._has_word.clear()
        told, self._told = self._told, set()
        async with self._database.reading() as session:
            due = await queries.due(session, told)
        await self._tickets.write(_drawn(due, now()))

    async def _draw(self) -> None:
        """Draw tickets, until it stops or the settings want another number together."""
        await self._tickets.draw(self._heeding.at_once, beat_seconds=self._pulse.beat_seconds)

    async def _answer(self) -> None:
        """Answer a ticket: run the next job, and then the next, until there is none to run.

        What trouble leaves without a ticket is found at the next beat.
        """
        try:
            while (record := await self._claim()) is not None:
                await asyncio.wait({self._attempts.begin(record)})
        except TROUBLE as error:
            log.warning("jobs.database_trouble", error=trouble_said(error))

    async def _claim(self) -> JobRecord | None:
        if self._is_stopping or len(self._attempts) >= self._heeding.at_once:
            return None
        async with self._database.writing() as session:
            await workers.alone(session)
            full = queries.full(frozenset(registry.caps().items()))
            return await transitions.claim(session, self._me.name, full)

    async def _look(self) -> None:
        """Cancel what another process asked to, heed the settings, and beat when it is time."""
        at_once = self._heeding.at_once
        async with self._database.reading() as session:
            await self._heeding.read(session)
            to_cancel = await queries.to_cancel(session) if self._attempts else set()
        if self._heeding.at_once != at_once:
            self._tickets.stop_drawing()
        for job_id in to_cancel:
            self._attempts.cut_short(job_id)
        if time.monotonic() - self._beat_at >= self._pulse.beat_seconds:
            self._beat_at = time.monotonic()
            await self._beat()
            await self._heeding.forget_old()
        self._looked_at = time.monotonic()

    async def _beat(self) -> None:
        if self._works:
            async with self._database.writing() as session:
                is_known = await workers.beat(session, self._me, self._heeding.at_once)
            if not is_known:  # at the first beat, or after a silence in which it was relieved
                self._attempts.give_up()
        async with self._database.reading() as session:
            is_relief_due = await workers.are_any_silent(session, self._pulse.dead_after)
        if is_relief_due:
            await self._before_relief()
            await self._relieve()
        await self._tickets.throw_away_lost()
        await self._write_left()

    async def _relieve(self) -> None:
        async with self._database.writing() as session:
            taken = await workers.relieve(session, self._pulse.dead_after)
        for record in taken:
            log.warning("jobs.taken_over", job_id=str(record.id), worker=record.worker)

    async def _write_left(self) -> None:
        """Write the tickets that are missing: of what may start, or waits for its time."""
        moment = now()
        without = select(JobRecord.id, JobRecord.run_after).where(tickets.WITHOUT)
        startable = without.where(transitions.may_start(moment))
        later = without.where(JobRecord.status == Status.QUEUED, JobRecord.run_after > moment)
        async with self._database.reading() as session:
            lying = await session.scalar(tickets.DUE)
            missing = startable.limit(max(MOST_DUE - lying, 0))
            found = [
                *await session.execute(missing),
                *await session.execute(later.limit(MOST_LATER)),
            ]
        await self._tickets.write({row.id: row.run_after for row in found})


def _drawn(due: Mapping[UUID, datetime], moment: datetime) -> dict[UUID, datetime]:
    """Leave out the jobs that are found without a ticket by those who draw the others'."""
    later = {job_id: when for job_id, when in due.items() if when > moment}
    return dict(islice(due.items() - later.items(), MOST_DUE)) | later
