"""Opening an installation: one holder, one migrated database, one engine, and an orderly end."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass

import structlog
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from maestrarr import rooms
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.schedules import Scheduler
from maestrarr.core.upkeep import restoring
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.features.library.watcher import Watcher
from maestrarr.kit import migrate
from maestrarr.kit.config import Config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, in_words, sqlite_url

MIGRATIONS = upkeep.MIGRATIONS
STOP_SECONDS = 8  # of the ten in which everything stops; the rest is for open connections

_FAULTS_OF_THE_DATABASE = {OperationalError, DatabaseError}  # the latter: a damaged file

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class OpenInstallation:
    """An installation whose database is open and migrated."""

    config: Config
    data: DataFolder
    database: Database
    runs_jobs: bool = False
    engine: Engine | None = None
    scheduler: Scheduler | None = None
    watcher: Watcher | None = None


@asynccontextmanager
async def open_installation(
    config: Config, *, work: bool, serve_url: str | None = None
) -> AsyncIterator[OpenInstallation]:
    """Open an installation, and leave it in order at the end of the block.

    Args:
        config: where it is.
        work: hold the data folder, and run its jobs in this process.
        serve_url: where this process will serve it.

    Raises:
        AlreadyRunning: another process holds the data folder, and this one would have to.
        DataFolderUnusable: nothing can be written in the data folder.
        SchemaTooNew: a newer version has used the database.
        DatabaseUnusable: it cannot be reached, read or written.
    """
    async with AsyncExitStack() as at_the_end:
        rooms.load("settings")
        rooms.load("jobs")
        data = DataFolder(config.data)
        data.make()
        if work:
            at_the_end.enter_context(data.held(url=serve_url))
        if config.database_url is None:
            data.make_database()
        database = await at_the_end.enter_async_context(opened_database(config))
        if work:
            upkeep.sweep(data)
            await restoring.carry_out(database, data, package=MIGRATIONS)
            await upkeep.check_health(database)
        await _bring_up_to_date(database, data, is_held=work)
        engine = await _start_engine(database, data, at_the_end) if work else None
        scheduler = watcher = None
        if serve_url is not None:
            scheduler = await _start_scheduler(database, at_the_end)
            watcher = await _start_watcher(database, at_the_end)
        yield OpenInstallation(
            config,
            data,
            database,
            runs_jobs=work,
            engine=engine,
            scheduler=scheduler,
            watcher=watcher,
        )


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


async def _bring_up_to_date(database: Database, data: DataFolder, *, is_held: bool) -> None:
    """Apply pending migrations, alone, after a backup; never beneath a process that works."""
    if not await migrate.pending(database, MIGRATIONS):
        return
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


async def _start_scheduler(database: Database, at_the_end: AsyncExitStack) -> Scheduler:
    scheduler = Scheduler(database)
    await scheduler.start()
    at_the_end.push_async_callback(scheduler.stop)
    return scheduler


async def _start_watcher(database: Database, at_the_end: AsyncExitStack) -> Watcher:
    watcher = Watcher(database)
    await watcher.start()
    at_the_end.push_async_callback(watcher.stop)
    return watcher
