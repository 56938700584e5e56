"""One database behind two engines: many may read at once, one writes."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

from sqlalchemy import JSON, MetaData, Table, create_engine, event, insert
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, InvalidatePoolError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from maestrarr.kit import sqlite
from maestrarr.kit.columns import DiskPath, Id, UtcTime
from maestrarr.kit.errors import Problem

RESTED_SECONDS = 1.0  # after which a connection may have been lost unseen
READERS = 4
LISTERS = 2
COUNTERS = 1  # what reads whole tables would take all processors from the rest
MOST_REMEMBERED = 32  # answers of each connection for lists: a page has 20 KB

VALUES_PER_STATEMENT = 500  # databases limit how many values one statement may carry

Answer = TypeVar("Answer")
Value = TypeVar("Value")
BUSY_MILLISECONDS = 30_000
_AFTER_COMMIT = "after_commit"
_KEPT = "kept"
_RESTS_SINCE = "rests_since"
_POSTGRESQL_DISK_FULL = "53100"
_POSTGRESQL_TAKEN = "23505"
_SQLITE_LACKS_SPACE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")
# In KiB: that goes through an index of all titles for a page; that reads a few rows here and there.
_LARGE_CACHE, _SMALL_CACHE = "PRAGMA cache_size = -8000", "PRAGMA cache_size = -2000"
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
)

Json = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        datetime: UtcTime,
        Path: DiskPath,
        dict[str, Any]: Json,
        list[str]: Json,
        list[dict[str, Any]]: Json,
    }


class DatabaseUnusable(Problem):
    """The database cannot be opened or written."""

    status: ClassVar[int] = 503


class Database:
    """An installation's database.

    On SQLite one connection writes, and every write transaction starts with BEGIN IMMEDIATE, so
    no update is lost and none meets a locked database; readers see the last commit meanwhile.
    """

    def __init__(self, url: str | URL) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._lists = _Asked(self.url, LISTERS, "lists") if self.is_sqlite else None
        self._counts = _Asked(self.url, COUNTERS, "counts") if self.is_sqlite else None
        if self.is_sqlite:
            self._writer = _sqlite_engine(self.url, connections=1, writes=True)
            self._reader = _sqlite_engine(self.url, connections=READERS, writes=False)
        else:
            self._writer = create_async_engine(self.url, pool_size=10)
            _try_rested(self._writer.sync_engine)
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ")
        self._write = async_sessionmaker(self._writer, expire_on_commit=False)
        self._read = async_sessionmaker(self._reader, expire_on_commit=False, autoflush=False)

    @property
    def writer(self) -> AsyncEngine:
        """The engine that migrations and backups work on."""
        return self._writer

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Open a session whose work is committed at the end, or rolled back if it fails."""
        async with self._write() as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """Open a session that only reads, and sees one state of the database throughout."""
        async with self._read() as session:
            yield session

    async def ask(self, question: Callable[[Connection], Answer]) -> Answer:
        """Let a function read one state of the database; for what is asked by the thousand.

        On SQLite everything happens in one trip to a thread: half of what a session costs that
        makes a trip for each statement, and less the more there are.
        """
        return await self._ask(self._lists, question)

    async def remembered(self, name: str, question: Callable[[Connection], bytes]) -> bytes:
        """Answer as `ask` does; on SQLite as the last time, unless something was written since."""
        return await self._ask(self._lists, partial(_remembered, name, question))

    async def counted(self, name: str, question: Callable[[Connection], bytes]) -> bytes:
        """Answer as `remembered` does what reads a whole table: on SQLite one after the other."""
        return await self._ask(self._counts, partial(_remembered, name, question))

    async def gone_through(self, question: Callable[[Connection], Answer]) -> Answer:
        """Answer as `ask` does a job that reads by the thousand: lists do not wait behind it."""
        return await self._ask(self._counts, question)

    async def _ask(
        self, asked: "_Asked | None", question: Callable[[Connection], Answer]
    ) -> Answer:
        if asked is None:
            async with self._reader.connect() as connection:
                return await connection.run_sync(question)
        return await asked.ask(question)

    async def end_idle_writes(self, after: timedelta) -> None:
        """Let PostgreSQL end a transaction in which its process has said nothing for so long.

        Of a process that froze, everything that it held is let go, for others to go on.
        """
        milliseconds = round(after.total_seconds() * 1_000)

        @event.listens_for(self._writer.sync_engine, "connect")
        def limit(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own type
            with connection.cursor() as cursor:
                cursor.execute(f"SET idle_in_transaction_session_timeout = {milliseconds}")
            connection.commit()

        await self.disconnect()

    async def disconnect(self) -> None:
        """Close every connection; whoever asks next opens one to what is there by then."""
        for asked in filter(None, (self._lists, self._counts)):
            asked.disconnect()
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()

    async def close(self) -> None:
        """Close every connection for good."""
        for asked in filter(None, (self._lists, self._counts)):
            await asyncio.to_thread(asked.shut_down)
        await self.disconnect()


class _Asked:
    """SQLite, asked in threads of its own: one connection for each."""

    def __init__(self, url: URL, threads: int, name: str) -> None:
        self._engine = _asked_engine(url, connections=threads)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)

    async def ask(self, question: Callable[[Connection], Answer]) -> Answer:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._answer, question)

    def disconnect(self) -> None:
        self._engine.dispose()

    def shut_down(self) -> None:
        self._threads.shutdown()

    def _answer(self, question: Callable[[Connection], Answer]) -> Answer:
        with self._engine.connect() as connection:
            return question(connection)


@dataclass(slots=True)
class _Kept:
    """What a connection has answered since the last write of any other."""

    version: int
    answers: dict[str, bytes] = field(default_factory=dict)


def _remembered(
    name: str, question: Callable[[Connection], bytes], connection: Connection
) -> bytes:
    """Answer a question; the version is read first, so no answer is kept as newer than it is."""
    if connection.dialect.name != "sqlite":
        return question(connection)
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    (version,) = driver.execute("PRAGMA data_version").fetchone()
    kept: _Kept | None = connection.info.get(_KEPT)
    if kept is None or kept.version != version or len(kept.answers) >= MOST_REMEMBERED:
        kept = connection.info[_KEPT] = _Kept(version)
    if name not in kept.answers:
        kept.answers[name] = question(connection)
    return kept.answers[name]


def sqlite_url(path: Path) -> URL:
    """Name the SQLite database in the file `path`."""
    return URL.create("sqlite+aiosqlite", database=str(path))


async def insert_rows(
    session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert many rows by one statement; all must name the same columns.

    Not the mapper's bulk insert: that one leaves nulls out, and so falls into as many statements
    as neighbouring rows have different columns set.
    """
    if rows:
        await session.execute(insert(cast("Table", table.__table__)), list(rows))


def in_pieces(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Cut a long list of values into pieces that fit into one statement each."""
    for start in range(0, len(values), VALUES_PER_STATEMENT):
        yield values[start : start + VALUES_PER_STATEMENT]


def after_commit(session: AsyncSession, callback: Callable[[], None]) -> None:
    """Call `callback` once the session's transaction is durable, and not at all if it fails.

    Asked for within a savepoint, it is called even if only that one fails.
    """
    session.sync_session.info.setdefault(_AFTER_COMMIT, []).append(callback)


def is_disk_full(error: Exception) -> bool:
    """Tell whether the database refused because there is no space left where it lies."""
    said = getattr(error, "orig", None)
    is_sqlite_full = getattr(said, "sqlite_errorname", None) == "SQLITE_FULL"
    return is_sqlite_full or getattr(said, "sqlstate", None) == _POSTGRESQL_DISK_FULL


def is_taken(error: Exception) -> bool:
    """Tell whether another process wrote, meanwhile, what may be there once.

    SQLite has one writer, which has looked before: there it would be a mistake of ours.
    """
    return getattr(getattr(error, "orig", None), "sqlstate", None) == _POSTGRESQL_TAKEN


def may_lack_space(error: Exception) -> bool:
    """Tell whether a full disk may be behind it: SQLite speaks of input and output then as well."""
    of_driver = getattr(error, "orig", error.__cause__)
    return getattr(of_driver, "sqlite_errorname", "").startswith(_SQLITE_LACKS_SPACE)


def in_words(error: DBAPIError) -> DatabaseUnusable:
    """Say in a sentence what the database driver reported."""
    return DatabaseUnusable(f"The database answered: {error.orig}.")


def trouble_said(trouble: DBAPIError | NoConnection) -> str:
    """Say what the trouble is without the statement and the values that met it."""
    return in_words(trouble).sentence if isinstance(trouble, DBAPIError) else str(trouble)


@event.listens_for(Session, "after_commit")
def _run_callbacks(session: Session) -> None:
    if session.in_nested_transaction():  # only a savepoint: nothing is durable yet
        return
    for callback in session.info.pop(_AFTER_COMMIT, ()):
        callback()


@event.listens_for(Session, "after_rollback")
def _drop_callbacks(session: Session) -> None:
    if session.in_nested_transaction():  # what was done before the savepoint may yet be durable
        return
    session.info.pop(_AFTER_COMMIT, None)


def _try_rested(engine: Engine) -> None:
    """Try a connection that was not used for a while before it is used again.

    Not each, as `pool_pre_ping` does: where a thousand questions a second are asked, that would be
    a thousand more.
    """

    @event.listens_for(engine, "checkin")
    def rest(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info[_RESTS_SINCE] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def use(connection: DBAPIConnection, record: ConnectionPoolEntry, _user: object) -> None:
        rests_since = record.info.get(_RESTS_SINCE)
        if rests_since is None or time.monotonic() - rests_since < RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error


def _sqlite_engine(url: URL, *, connections: int, writes: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"async_creator_fn": sqlite.Connection},
    )
    own = (
        (_LARGE_CACHE, "PRAGMA synchronous = FULL")
        if writes
        else (_SMALL_CACHE, "PRAGMA query_only = ON")
    )
    _prepare(engine.sync_engine, _SQLITE_PRAGMAS + own)

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        driver = cast("sqlite.Connection", connection.connection.driver_connection)
        driver.begin("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _asked_engine(url: URL, *, connections: int) -> Engine:
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        connect_args={"check_same_thread": False},
    )
    _prepare(engine, (*_SQLITE_PRAGMAS, _LARGE_CACHE, "PRAGMA query_only = ON"))

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        cast("sqlite3.Connection", connection.connection.driver_connection).execute("BEGIN")

    return engine


def _prepare(engine: Engine, pragmas: Sequence[str]) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own type
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()
