"""Opening an installation: one holder, one migrated database, one engine, and an orderly end."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

import structlog
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs import workers
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.schedules import Scheduler
from maestrarr.core.jobs.workers import DEAD_AFTER
from maestrarr.core.upkeep import restoring
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.features.library.watcher import Watcher
from maestrarr.flows.webhooks.clerk import Clerk
from maestrarr.kit import migrate
from maestrarr.kit.config import Config
from maestrarr.kit.crypto import KeyRing, separate
from maestrarr.kit.data_folder import DataFolder, DataFolderFull
from maestrarr.kit.db import Database, DatabaseUnusable, in_words, may_lack_space, sqlite_url
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Http
from maestrarr.kit.limits import allow_open_files
from maestrarr.kit.outside import Outside

MIGRATIONS = upkeep.MIGRATIONS
OPEN_FILES = 8_192  # a batch holds 200 files open, each with its folder, and several run at once
STOP_SECONDS = 8  # of the ten in which everything stops; the rest is for open connections

_FAULTS_OF_THE_DATABASE = {OperationalError, DatabaseError}  # the latter: a damaged file

logger = structlog.get_logger(__name__)


class WorkersRun(Problem):
    """A server is to run all jobs itself, and workers do."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Stop them and wait half a minute, or set job_engine: distributed."

    def __init__(self) -> None:
        super().__init__("Workers run the jobs of this database, and this server would run all.")


class ServerAlone(Problem):
    """A worker is to run jobs, and the server runs all itself."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Set job_engine: distributed for the server as well, and start it again."

    def __init__(self) -> None:
        super().__init__("The server runs all jobs of this database itself.")


class ServeFirst(Problem):
    """A worker has found a database that no server has brought up to date."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Start `maestrarr serve` of this version first: it brings it up to date."

    def __init__(self) -> None:
        super().__init__("The database is not what this version of a worker works on yet.")


@dataclass(frozen=True, slots=True)
class OpenInstallation:
    """An installation whose database is open and migrated.

    `neighbours` are addresses below which every kind of service is looked for: the demo's twins.
    """

    config: Config
    data: DataFolder
    database: Database
    outside: Outside = field(default_factory=Outside)
    runs_jobs: bool = False
    engine: Engine | None = None
    scheduler: Scheduler | None = None
    watcher: Watcher | None = None
    clerk: Clerk | None = None
    neighbours: list[str] = field(default_factory=list)


@asynccontextmanager
async def open_installation(
    config: Config, *, work: bool, serve_url: str | None = None, runs_jobs: bool = True
) -> AsyncIterator[OpenInstallation]:
    """Open an installation, and leave it in order at the end of the block.

    Args:
        config: where it is.
        work: hold the data folder, and see to its jobs in this process.
        serve_url: where this process will serve it.
        runs_jobs: run them here, and not only hand them over to workers.

    Raises:
        AlreadyRunning: another process holds the data folder, and this one would have to.
        WorkersRun: workers run the jobs that this one shall run alone.
        DataFolderUnusable: nothing can be written in the data folder, or its disk is full.
        KeyUnreadable: the file of the keys that seal secrets is damaged.
        SchemaTooNew: a newer version has used the database.
        DatabaseUnusable: it cannot be reached, read or written.
    """
    async with AsyncExitStack() as at_the_end:
        _load_rooms()
        data = DataFolder(config.data, is_look_only=config.dry_run)
        data.make()
        if work:
            allow_open_files(OPEN_FILES)
            at_the_end.enter_context(data.held(url=serve_url))
        if config.database_url is None:
            data.make_database()
        database = await at_the_end.enter_async_context(opened_database(config))
        if work:
            upkeep.sweep(data)
            await restoring.carry_out(database, data, package=MIGRATIONS)
            await upkeep.check_health(database)
        await _bring_up_to_date(database, data, is_held=work)
        if work:
            await _take_up(config, database, data)
        http = await at_the_end.enter_async_context(Http(cache=data.http_cache))
        outside = Outside(http, _keys(config, data))
        engine = None
        if work:
            engine = _engine(config, database, data, outside, works=runs_jobs)
            await _start(engine, at_the_end)
        scheduler = watcher = clerk = None
        if serve_url is not None:
            scheduler, watcher, clerk = await _start_rounds(database, at_the_end)
        yield OpenInstallation(
            config,
            data,
            database,
            outside=outside,
            runs_jobs=work and runs_jobs,
            engine=engine,
            scheduler=scheduler,
            watcher=watcher,
            clerk=clerk,
        )


@asynccontextmanager
async def open_worker(config: Config) -> AsyncIterator[Engine]:
    """Run jobs beside the server that holds the data folder, until the end of the block.

    Raises:
        DataFolderUnusable: nothing can be written in the data folder.
        KeyUnreadable: the file of the keys that seal secrets is damaged.
        ServeFirst: the server has not brought the database up to date yet.
        ServerAlone: it runs all jobs itself.
        SchemaTooNew: a newer version has used the database.
        DatabaseUnusable: it cannot be reached, read or written.
    """
    async with AsyncExitStack() as at_the_end:
        _load_rooms()
        allow_open_files(OPEN_FILES)
        data = DataFolder(config.data, is_look_only=config.dry_run)
        data.make()
        database = await at_the_end.enter_async_context(opened_database(config))
        if await migrate.pending(database, MIGRATIONS):
            raise ServeFirst
        async with database.reading() as session:
            if await workers.is_one_alone(session):
                raise ServerAlone
        http = await at_the_end.enter_async_context(Http())
        outside = Outside(http, _keys(config, data))
        engine = _engine(config, database, data, outside, works=True)
        await _start(engine, at_the_end)
        yield engine


@asynccontextmanager
async def opened_database(config: Config) -> AsyncIterator[Database]:
    """Open an installation's database as it is, and say in words what its driver reports.

    Raises:
        DatabaseUnusable: it cannot be reached, read or written.
        DataFolderFull: it lies on a disk without space.
    """
    database = Database(database_url(config))
    try:
        yield database
    except (DatabaseError, DatabaseUnusable) as error:
        data = DataFolder(config.data)
        if may_lack_space(error) and data.is_full():
            raise DataFolderFull(data.path) from error
        if isinstance(error, DatabaseUnusable) or type(error) not in _FAULTS_OF_THE_DATABASE:
            raise  # it is in words, or ours
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


def _keys(config: Config, data: DataFolder) -> KeyRing:
    """Take the keys that are configured, or those of the data folder.

    Raises:
        DataFolderUnusable: they cannot be read or made there.
        KeyUnreadable: what stands there is no key.
    """
    if config.secret_key is not None:
        return KeyRing(separate(config.secret_key.get_secret_value()))
    with data.usable():
        return KeyRing.in_file(data.secret_key)


def _load_rooms() -> None:
    for door in ("settings", "jobs", "listeners"):
        rooms.load(door)


def _engine(
    config: Config, database: Database, data: DataFolder, outside: Outside, *, works: bool
) -> Engine:
    """Make the engine that the configuration names, which only a distributed one can do without."""
    if config.job_engine == "embedded":
        return EmbeddedEngine(database, data=data, outside=outside)
    from maestrarr.core.jobs.distributed import DistributedEngine  # noqa: PLC0415  # rarely needed

    return DistributedEngine(
        database,
        data=data,
        outside=outside,
        works=works,
        before_relief=partial(changes.recover, database, data),
    )


async def _take_up(config: Config, database: Database, data: DataFolder) -> None:
    """Settle what a crash cut short, and see that either this process runs all jobs, or workers."""
    await changes.recover(database, data)
    async with database.writing() as session:
        if config.job_engine == "distributed":
            await workers.end_alone(session)
        elif not database.is_sqlite and await workers.are_others_heard(session, DEAD_AFTER):
            raise WorkersRun


async def _start(engine: Engine, at_the_end: AsyncExitStack) -> None:
    await engine.start()
    at_the_end.push_async_callback(engine.stop, grace_seconds=STOP_SECONDS)


async def _start_rounds(
    database: Database, at_the_end: AsyncExitStack
) -> tuple[Scheduler, Watcher, Clerk]:
    """Start what a server does again and again: look at the clock, at folders, at reports."""
    return (
        await _start_scheduler(database, at_the_end),
        await _start_watcher(database, at_the_end),
        await _start_clerk(database, at_the_end),
    )


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


async def _start_clerk(database: Database, at_the_end: AsyncExitStack) -> Clerk:
    clerk = Clerk(database)
    await clerk.start()
    at_the_end.push_async_callback(clerk.stop)
    return clerk
