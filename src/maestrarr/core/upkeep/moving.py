"""Moving an installation from SQLite to PostgreSQL: every row, read back and compared, or nothing.

Whoever moves has loaded the models of all rooms, and holds the data folder.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    Column,
    Connection,
    Result,
    Row,
    Table,
    create_engine,
    func,
    inspect,
    select,
    text,
    tuple_,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from maestrarr.core.upkeep.errors import MovedWrong, NotEmpty, RowRefused
from maestrarr.kit import migrate
from maestrarr.kit.db import Base, Database, in_words

if TYPE_CHECKING:  # who has SQLite starts sooner without it
    from psycopg import Connection as Driver

TOGETHER = 500
_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :table")


async def look(source: Database, target: URL) -> dict[str, int]:
    """Count the rows of each table that would be moved; nothing is written.

    Raises:
        NotEmpty: something stands in the target.
        DatabaseUnusable: it cannot be reached.
    """

    def counted(old: Connection) -> dict[str, int]:
        with _opened(target) as new:
            _be_empty(new)
        return {
            table.name: old.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }

    return await source.ask(counted)


async def move(source: Database, target: URL, *, package: str) -> dict[str, int]:
    """Move every row into an empty PostgreSQL, in one transaction; return how many of each table.

    Args:
        source: a SQLite of the newest schema, which is only read.
        target: the PostgreSQL.
        package: the migrations that make its tables.

    Raises:
        NotEmpty: something stands in the target.
        RowRefused: PostgreSQL does not take a row.
        MovedWrong: what was read back is not what was written.
        DatabaseUnusable: it cannot be reached, or went away.
    """

    def moved(old: Connection) -> dict[str, int]:
        rows = {}
        with _opened(target) as new:
            _be_empty(new)
            migrate.upgrade(new, package)
            for table in Base.metadata.sorted_tables:
                _empty(new, table)
                rows[table.name] = _copy(old, new, table)
                _compare(old, new, table)
                _count_on(old, new, table)
            new.commit()
        return rows

    return await source.ask(moved)


@contextmanager
def _opened(target: URL) -> Iterator[Connection]:
    engine = create_engine(target)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise in_words(error) from error
    finally:
        engine.dispose()


def _be_empty(new: Connection) -> None:
    if found := inspect(new).get_table_names():
        raise NotEmpty(new.engine.url.database or "", min(found), len(found))


def _empty(new: Connection, table: Table) -> None:
    """Remove what a migration has put in, such as what was shipped: the source has its own."""
    new.execute(table.delete())


def _copy(old: Connection, new: Connection, table: Table) -> int:
    """Write all rows by one statement: only at its end they have to fit each other."""
    from psycopg import Error, sql  # noqa: PLC0415

    ways = [_way_in(new, column) for column in table.columns]
    names = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    driver = cast("Driver", new.connection.driver_connection)
    count = 0
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for count, row in enumerate(_rows(old, table), 1):  # noqa: B007  # of the last one
                copy.write_row([way(value) for way, value in zip(ways, row, strict=True)])
    except Error as error:
        raise RowRefused(table.name, str(error).partition("\n")[0]) from error
    return count


def _way_in(new: Connection, column: Column[Any]) -> Callable[[Any], Any]:
    """Return what turns a value of ours into what the driver writes into a column."""
    stored = column.type.dialect_impl(new.dialect).bind_processor(new.dialect)
    return stored or (lambda value: value)


def _compare(old: Connection, new: Connection, table: Table) -> None:
    """Read every row back, and see that it is the same, and that there is no other."""
    keys = list(table.primary_key)
    count = 0
    for some in _rows(old, table).partitions(TOGETHER):
        wanted = {_key(row, keys): tuple(row) for row in some}
        asked = select(table).where(tuple_(*keys).in_(list(wanted)))
        if {_key(row, keys): tuple(row) for row in new.execute(asked)} != wanted:
            raise MovedWrong(table.name)
        count += len(wanted)
    if new.execute(select(func.count()).select_from(table)).scalar_one() != count:
        raise MovedWrong(table.name)


def _rows(old: Connection, table: Table) -> Result[Any]:
    reading = select(table).execution_options(yield_per=TOGETHER)
    return old.execute(reading)


def _key(row: Row[Any], keys: Sequence[Column[Any]]) -> tuple[Any, ...]:
    return tuple(row._mapping[column] for column in keys)  # noqa: SLF001  # its public name


def _count_on(old: Connection, new: Connection, table: Table) -> None:
    """Let a counted column go on after the highest number that was ever given."""
    given = old.scalar(_GIVEN, {"table": table.name}) or 0
    for column in table.primary_key:
        counter = select(func.pg_get_serial_sequence(table.name, column.name))
        if (name := new.execute(counter).scalar_one()) is not None:
            highest = select(func.greatest(func.max(column), given) + 1).scalar_subquery()
            new.execute(select(func.setval(name, highest, False)))  # noqa: FBT003  # SQL's own
