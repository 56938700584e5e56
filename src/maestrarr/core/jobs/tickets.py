"""Tickets: word between machines that there may be a job to run, passed on by Procrastinate.

Whoever draws a ticket looks in the table of jobs for what is next by then, so no order, no cap and
no key stands on a ticket. They lie in a PostgreSQL schema of their own and hold nothing that the
table does not say: another version of Procrastinate writes them anew.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, cast
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.engine import URL

from maestrarr.kit.db import Database

if TYPE_CHECKING:  # who has one machine starts sooner without them
    from procrastinate.jobs import Job
    from procrastinate.worker import Worker
    from psycopg import AsyncConnection

SCHEMA = "maestrarr_tickets"
QUEUE = "jobs"
TOGETHER = 100  # are written by one statement
POLL_SECONDS = 1.0  # for tickets whose time comes: of them nobody is told
GONE_SECONDS = 3600.0  # after which the tickets of a worker that fell silent are thrown away
CONNECTIONS = 4
_LOCK = 0x4D41_4554  # "MAET": one maker of the schema at a time
DUE = text(
    f"SELECT count(*) FROM {SCHEMA}.procrastinate_jobs "  # noqa: S608  # our own words
    "WHERE status = 'todo' AND scheduled_at <= now()"
)
WITHOUT = text(
    f"NOT EXISTS (SELECT 1 FROM {SCHEMA}.procrastinate_jobs ticket "  # noqa: S608  # our own words
    "WHERE ticket.status = 'todo' AND ticket.queueing_lock = CAST(jobs.id AS text))"
)


class TicketsUnreachable(Exception):
    """The database did not take or give tickets; the table of jobs still says all."""


async def prepare(database: Database) -> None:
    """Make the tickets' tables, unless this version of Procrastinate has made them."""
    import procrastinate  # noqa: PLC0415  # slow to import, and rarely needed
    from procrastinate.schema import SchemaManager  # noqa: PLC0415

    async with database.writer.begin() as session:
        await session.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        made_by = await session.scalar(
            text("SELECT obj_description(to_regnamespace(:schema), 'pg_namespace')"),
            {"schema": SCHEMA},
        )
        if made_by == procrastinate.__version__:
            return
        raw = await session.get_raw_connection()
        driver = cast("AsyncConnection", raw.driver_connection)
        await driver.execute(
            f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}; "
            f"COMMENT ON SCHEMA {SCHEMA} IS '{procrastinate.__version__}'; "
            f"SET LOCAL search_path = {SCHEMA}".encode()
        )
        await driver.execute(SchemaManager.get_schema().encode())


class Tickets:
    """Writes tickets, and draws them for this process; `answer` is what one that is drawn means."""

    def __init__(self, url: URL, answer: Callable[[], Awaitable[None]]) -> None:
        from procrastinate import App, PsycopgConnector  # noqa: PLC0415  # as above

        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        self._app = App(
            connector=PsycopgConnector(
                conninfo=url.set(drivername="postgresql").render_as_string(hide_password=False),
                kwargs={"options": f"-c search_path={SCHEMA} -c synchronous_commit=off"},
                min_size=1,
                max_size=CONNECTIONS,
            )
        )
        self._drawing: Worker | None = None
        self._ends = asyncio.Event()
        self._drawn_by: set[asyncio.Task[None]] = set()

        async def drawn(job_id: str) -> None:  # noqa: ARG001  # what its writer had in mind
            await answer()

        self._ticket = self._app.task(name="maestrarr.run", queue=QUEUE)(drawn)

    async def open(self) -> None:
        """Connect."""
        async with _told():
            await self._app.open_async()

    async def close(self) -> None:
        """Disconnect, when the last ticket that was drawn is answered."""
        if self._drawn_by:
            await asyncio.wait(self._drawn_by)
        await self._app.close_async()

    async def write(self, due: Mapping[UUID, datetime]) -> None:
        """Write a ticket for each job, to be drawn when it is due; one it has may be moved up.

        Raises:
            TicketsUnreachable: they could not all be written.
        """
        async with _told():
            jobs = list(due.items())
            for start in range(0, len(jobs), TOGETHER):
                await self._write_some(dict(jobs[start : start + TOGETHER]))

    async def draw(self, at_once: int, *, beat_seconds: float) -> None:
        """Draw tickets, as many together as given, until `stop_drawing`.

        Those that were drawn are answered also after that.

        Raises:
            TicketsUnreachable: the database went away.
        """
        from procrastinate.worker import Worker  # noqa: PLC0415

        self._drawing = Worker(
            self._app,
            queues=[QUEUE],
            concurrency=at_once,
            delete_jobs="always",
            install_signal_handlers=False,
            fetch_job_polling_interval=POLL_SECONDS,
            update_heartbeat_interval=beat_seconds,
            stalled_worker_timeout=GONE_SECONDS,
        )
        self._ends.clear()
        drawing = asyncio.create_task(self._run(self._drawing))
        self._drawn_by.add(drawing)
        drawing.add_done_callback(self._drawn_by.discard)
        ends = asyncio.create_task(self._ends.wait())
        await asyncio.wait({drawing, ends}, return_when=asyncio.FIRST_COMPLETED)
        ends.cancel()
        if drawing.done():
            drawing.result()

    def stop_drawing(self) -> None:
        """Draw no more."""
        if self._drawing is not None:
            self._drawing.stop()  # type: ignore[no-untyped-call]  # it has no types
        self._ends.set()

    async def throw_away_lost(self) -> None:
        """Throw away tickets that were drawn by workers which are gone.

        Raises:
            TicketsUnreachable: the database went away.
        """
        from procrastinate.jobs import Status  # noqa: PLC0415

        async with _told():
            manager = self._app.job_manager
            for lost in await manager.get_stalled_jobs(seconds_since_heartbeat=GONE_SECONDS):
                await manager.finish_job(lost, status=Status.FAILED, delete_job=True)

    async def _run(self, worker: "Worker") -> None:
        async with _told():
            await worker.run()  # type: ignore[no-untyped-call]  # it has no types

    async def _write_some(self, due: Mapping[UUID, datetime]) -> None:
        """Write some at once; if one of them has a ticket, each by itself."""
        from procrastinate.exceptions import AlreadyEnqueued  # noqa: PLC0415

        try:
            new = [self._new(job_id, moment) for job_id, moment in due.items()]
            await self._app.job_manager.batch_defer_jobs_async(new)
        except AlreadyEnqueued:
            for job_id, moment in due.items():
                try:
                    await self._write(job_id, moment)
                except AlreadyEnqueued:
                    await self._move_up(job_id, moment)

    async def _write(self, job_id: UUID, moment: datetime) -> None:
        await self._app.job_manager.defer_job_async(self._new(job_id, moment))

    def _new(self, job_id: UUID, moment: datetime) -> "Job":
        ticket = self._ticket.configure(queueing_lock=str(job_id), schedule_at=moment)
        return ticket.make_new_job(job_id=str(job_id))

    async def _move_up(self, job_id: UUID, moment: datetime) -> None:
        manager = self._app.job_manager
        for ticket in await manager.list_jobs_async(queueing_lock=str(job_id), status="todo"):
            is_late = ticket.scheduled_at is not None and ticket.scheduled_at > moment
            if is_late and ticket.id is not None:
                await manager.cancel_job_by_id_async(ticket.id, delete_job=True)
                await self._write(job_id, moment)


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """Say what Procrastinate reports of the database in a word of ours."""
    from procrastinate.exceptions import ConnectorException  # noqa: PLC0415

    try:
        yield
    except ConnectorException as error:
        raise TicketsUnreachable(str(error.__cause__ or error)) from error
