"""PostgreSQL: reading every table in one state, and filling them all in one transaction."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection as Session

from maestrarr.core.upkeep.archive import TableContent, Writer
from maestrarr.core.upkeep.errors import DatabaseDamaged
from maestrarr.kit import migrate
from maestrarr.kit.db import Database

if TYPE_CHECKING:  # who has SQLite starts sooner without it
    from psycopg import AsyncConnection, sql

_CHUNK_BYTES = 256 * 1024
_COLUMNS = text(
    "SELECT table_name, column_name FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND is_generated = 'NEVER' "
    "ORDER BY table_name, ordinal_position"
)
_BROKEN_INDEX = text(
    "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid "
    "WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace LIMIT 1"
)
_DAMAGED = {"XX001", "XX002"}  # data_corrupted, index_corrupted


class TableUnknown(ValueError):
    """A backup holds rows of a table that its schema does not know; the table's name."""


class RowsLost(ValueError):
    """A table holds another number of rows than its backup says."""


async def write_tables(database: Database, writer: Writer) -> dict[str, TableContent]:
    """Write every table, all in the state of one moment, as members of an archive."""
    content = {}
    async with _one_state(database) as session:
        tables = await _tables(session)
        driver = await _driver(session)
        for table, columns in tables.items():
            with writer.member(member_of(table)) as append:
                rows = await _copy_out(driver, table, columns, append)
            content[table] = TableContent(rows=rows, columns=tuple(columns))
    return content


async def read_tables(
    database: Database,
    folder: Path,
    content: dict[str, TableContent],
    *,
    package: str,
    schema: str,
) -> None:
    """Replace the whole database by the tables in a folder, and bring them up to date.

    It is one transaction: whatever fails leaves the database as it was.

    Raises:
        TableUnknown: the schema has no such table.
        RowsLost: a table did not take all its rows.
    """
    async with database.writer.connect() as session:
        await session.execute(text("SET LOCAL lock_timeout = '10s'"))
        await session.run_sync(_build_anew, package, schema)
        driver = await _driver(session)
        built = await session.run_sync(_parents_first)
        if built_not := sorted(content.keys() - set(built)):
            raise TableUnknown(built_not[0])
        for table in built:
            if table in content:
                await _copy_in(driver, table, content[table], folder / member_of(table))
        await _set_counters(session)
        await session.run_sync(migrate.upgrade, package)
        await session.commit()


async def check(database: Database) -> int:
    """Read every row of every table, also what is stored apart; return how many tables there are.

    Raises:
        DatabaseDamaged: a row cannot be read, or an index is not whole.
    """
    name = database.url.database or ""
    async with _one_state(database) as session:
        tables = await session.run_sync(lambda connection: inspect(connection).get_table_names())
        quote = session.dialect.identifier_preparer.quote
        broken = await session.scalar(_BROKEN_INDEX)
        if broken is not None:
            raise DatabaseDamaged(name, f"the index {broken} is not whole")
        for table in tables:
            with _damage_told(name):
                await session.execute(text(f"SELECT count(one::text) FROM {quote(table)} one"))  # noqa: S608  # from the schema itself
    return len(tables)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in _DAMAGED:
            raise
        raise DatabaseDamaged(name, str(error.orig).partition("\n")[0]) from error


def member_of(table: str) -> str:
    """Name the member that holds a table."""
    return f"tables/{table}.copy"


@asynccontextmanager
async def _one_state(database: Database) -> AsyncIterator[Session]:
    async with database.writer.connect() as session:
        yield await session.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )


async def _driver(session: Session) -> "AsyncConnection":
    raw = await session.get_raw_connection()
    return cast("AsyncConnection", raw.driver_connection)  # what the +psycopg of its URL says


async def _tables(session: Session) -> dict[str, list[str]]:
    names = set(await session.run_sync(lambda connection: inspect(connection).get_table_names()))
    tables: dict[str, list[str]] = {}
    for table, column in await session.execute(_COLUMNS):
        if table in names:
            tables.setdefault(table, []).append(column)
    return tables


async def _copy_out(
    driver: "AsyncConnection", table: str, columns: list[str], append: Callable[[bytes], None]
) -> int:
    async with driver.cursor() as cursor:
        async with cursor.copy(_statement("COPY {} ({}) TO STDOUT", table, columns)) as copy:
            async for block in copy:
                append(bytes(block))
        return cursor.rowcount


async def _copy_in(
    driver: "AsyncConnection", table: str, content: TableContent, file: Path
) -> None:
    async with driver.cursor() as cursor:
        statement = _statement("COPY {} ({}) FROM STDIN", table, content.columns)
        async with cursor.copy(statement) as copy:
            for chunk in _chunks(file):
                await copy.write(chunk)
        if cursor.rowcount != content.rows:
            raise RowsLost(f"{table} took {cursor.rowcount} rows of {content.rows}")


def _statement(form: str, table: str, columns: Iterable[str]) -> "sql.Composed":
    from psycopg import sql  # noqa: PLC0415

    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL(form).format(sql.Identifier(table), names)


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while chunk := source.read(_CHUNK_BYTES):
            yield chunk


def _build_anew(connection: Connection, package: str, schema: str) -> None:
    """Drop every table, build those of the backup's schema, and leave them empty."""
    quote = connection.dialect.identifier_preparer.quote
    for table in inspect(connection).get_table_names():
        connection.execute(text(f"DROP TABLE {quote(table)} CASCADE"))
    migrate.upgrade(connection, package, to=schema)
    built = ", ".join(quote(table) for table in inspect(connection).get_table_names())
    connection.execute(text(f"TRUNCATE {built} CASCADE"))


def _parents_first(connection: Connection) -> list[str]:
    """Order the tables so that a row's parent is there before the row."""
    found = MetaData()
    found.reflect(connection)
    return [table.name for table in found.sorted_tables]


async def _set_counters(session: Session) -> None:
    """Let every counted column go on after the highest number that was restored."""
    counted = await session.execute(
        text(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() "
            "AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL"
        )
    )
    quote = session.dialect.identifier_preparer.quote
    for table, column in counted.all():
        highest = f"SELECT coalesce(max({quote(column)}), 0) + 1 FROM {quote(table)}"  # noqa: S608
        await session.execute(
            text(
                "SELECT setval(pg_get_serial_sequence(quote_ident(:table), :column), "
                f"({highest}), false)"
            ),
            {"table": table, "column": column},
        )
