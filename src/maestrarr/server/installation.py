"""Opening an installation: one holder, one migrated database, one engine, and an orderly end."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import ClassVar

import structlog
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from maestrarr import rooms
from maestrarr.core.jobs import queries as jobs
from maestrarr.core.jobs import service as job_service
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.errors import AlreadyEnded
from maestrarr.core.jobs.schedules import Scheduler
from maestrarr.core.upkeep import restoring
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.kit import migrate
from maestrarr.kit.config import Config
from maestrarr.kit.data_folder import DataFolder, Holder
from maestrarr.kit.db import Database, in_words, sqlite_url
from maestrarr.kit.errors import Problem
from maestrarr.kit.terminal import JobProgress

MIGRATIONS = upkeep.MIGRATIONS
STOP_SECONDS = 8  # of the ten in which everything stops; the rest is for open connections

_LOOK_SECONDS = 0.2
_FAULTS_OF_THE_DATABASE = {OperationalError, DatabaseError}  # the latter: a damaged file

logger = structlog.get_logger(__name__)


class OtherVersionRunning(Problem):
    """A server of another version works on the same data folder."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Restart that server with this version, or use its version here."

    def __init__(self, holder: Holder) -> None:
        super().__init__(
            f"The server that runs (process {holder.pid}) is of another version.", pid=holder.pid
        )


@dataclass(frozen=True, slots=True)
class OpenInstallation:
    """An installation whose database is open and migrated."""

    config: Config
    data: DataFolder
    database: Database
    runs_jobs: bool = False
    engine: Engine | None = None

    async def follow(
        self, job_id: uuid.UUID, on_change: Callable[[JobProgress], None]
    ) -> JobProgress:
        """Wait until a job has ended, whoever runs it; being interrupted cancels the job.

        It returns before that when the server that ran the job has stopped: nobody works then.
        """
        seen = None
        try:
            while True:
                is_left_alone = not self.runs_jobs and self.data.holder() is None
                now = await self._look(job_id)
                if now != seen:
                    on_change(now)
                if now.has_ended or is_left_alone:
                    return now
                seen = now
                await asyncio.sleep(_LOOK_SECONDS)
        except asyncio.CancelledError:
            async with self.database.writing() as session:
                with suppress(AlreadyEnded):
                    await job_service.cancel(session, job_id)
            raise

    async def _look(self, job_id: uuid.UUID) -> JobProgress:
        async with self.database.reading() as session:
            job = await jobs.job(session, job_id)
        return JobProgress(
            id=job.id,
            title=job.title,
            status=job.status,
            current=job.current or 0,
            total=job.total,
            message=job.message or "",
            error=job.error or "",
            result=job.result,
        )


@asynccontextmanager
async def open_installation(
    config: Config, *, work: bool, serve_url: str | None = None
) -> AsyncIterator[OpenInstallation]:
    """Open an installation, and leave it in order at the end of the block.

    Args:
        config: where it is.
        work: run its jobs in this process, unless a server that holds the data folder does.
        serve_url: where this process will serve it; then it must hold the data folder.

    Raises:
        AlreadyRunning: another process works on the data folder, and this one would have to.
        DataFolderUnusable: nothing can be written in the data folder.
        OtherVersionRunning: the server beside which this command runs has another schema.
        SchemaTooNew: a newer version has used the database.
        DatabaseUnusable: it cannot be reached, read or written.
    """
    async with AsyncExitStack() as at_the_end:
        rooms.load("settings")
        rooms.load("jobs")
        data = DataFolder(config.data)
        data.make()
        server = _server(data) if serve_url is None else None
        works_here = work and server is None
        if works_here:
            at_the_end.enter_context(data.held(url=serve_url))
        if config.database_url is None:
            data.make_database()
        database = await at_the_end.enter_async_context(opened_database(config))
        if works_here:
            upkeep.sweep(data)
            await restoring.carry_out(database, data, package=MIGRATIONS)
            await upkeep.check_health(database)
        await _bring_up_to_date(database, data, server, is_held=works_here)
        engine = await _start_engine(database, data, at_the_end) if works_here else None
        if serve_url is not None:
            await _start_scheduler(database, at_the_end)
        yield OpenInstallation(config, data, database, runs_jobs=works_here, engine=engine)


@asynccontextmanager
async def opened_database(config: Config) -> AsyncIterator[Database]:
    """Open an installation's database as it is, and say in words what its driver reports.

    Raises:
        DatabaseUnusable: it cannot be reached, read or written.
    """
    database = Database(database_url(config))
    try:
        yield database
    except DatabaseError as error:
        if type(error) not in _FAULTS_OF_THE_DATABASE:  # the others are ours
            raise
        raise in_words(error) from error
    finally:
        await database.close()


def database_url(config: Config) -> URL:
    """Name the database: the configured one, or SQLite in the data folder."""
    if config.database_url is None:
        return sqlite_url(DataFolder(config.data).database)
    return make_url(config.database_url.get_secret_value()).set(drivername="postgresql+psycopg")


def _server(data: DataFolder) -> Holder | None:
    """Find the server that holds the folder; a command that holds it is in the way of others."""
    holder = data.holder()
    return holder if holder is not None and holder.url is not None else None


async def _bring_up_to_date(
    database: Database, data: DataFolder, server: Holder | None, *, is_held: bool
) -> None:
    """Apply pending migrations, alone, after a backup; never beneath a server that runs."""
    if not await migrate.pending(database, MIGRATIONS):
        return
    if server is not None:
        raise OtherVersionRunning(server)
    with nullcontext() if is_held else data.held():
        if await migrate.current_schema(database) is not None:
            backup = await upkeep.back_up(database, data, reason=Reason.MIGRATION)
            logger.info("installation.backed_up", file=str(backup.file))
        await migrate.migrate(database, MIGRATIONS)


async def _start_engine(database: Database, data: DataFolder, at_the_end: AsyncExitStack) -> Engine:
    engine = Engine(database, data=data)
    await engine.start()
    at_the_end.push_async_callback(engine.stop, grace_seconds=STOP_SECONDS)
    return engine


async def _start_scheduler(database: Database, at_the_end: AsyncExitStack) -> None:
    scheduler = Scheduler(database)
    await scheduler.start()
    at_the_end.push_async_callback(scheduler.stop)
