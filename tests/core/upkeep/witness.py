# ruff: noqa: S608  # statements are written from the names of our own tables
"""An independent witness of every row that changes, written by the database's own triggers.

It stands in `settings_changes`, so a backup holds as much of it as it holds of the changes. What a
table held at the moment of a backup follows: its rows at the beginning, and every change of which
the backup knows.
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from maestrarr.kit.db import Database

WITNESS = "settings_changes"
NAME = "witness"
SEARCH = "title_search_index"  # SQLite's own tables of the text index: bytes that follow from rows

Rows = Counter[str]
Contents = Mapping[str, Rows]

_POSTGRES_FUNCTION = f"""
CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO {WITNESS} (id, name, field, version, before, after, changed_at) VALUES (
    gen_random_uuid(), '{NAME}', TG_TABLE_NAME, 1,
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(to_jsonb(OLD)::text) END,
    CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(to_jsonb(NEW)::text) END, now());
  RETURN NULL;
END $$
"""


async def stand(database: Database) -> None:
    """Let the witness see every table from now on."""
    async with database.writer.begin() as connection:
        if not database.is_sqlite:
            await connection.execute(text(_POSTGRES_FUNCTION))
        for table in await tables(connection):
            for statement in await _triggers(connection, table):
                await connection.exec_driver_sql(statement)


async def contents(database: Database) -> Contents:
    """Read every row of every table."""
    async with database.writer.connect() as connection:
        return {
            table: Counter(
                (await connection.execute(text(await _reading(connection, table)))).scalars()
            )
            for table in await tables(connection)
        }


async def seen(database: Database) -> dict[str, tuple[str, str | None, str | None]]:
    """Read every change that was seen: table, the row before, the row after."""
    statement = text(f"SELECT id, field, before, after FROM {WITNESS} WHERE name = '{NAME}'")
    async with database.writer.connect() as connection:
        found = (await connection.execute(statement)).all()
    return {
        row[0].hex() if isinstance(row[0], bytes) else str(row[0]): (
            row[1], _plain(row[2]), _plain(row[3]),
        )
        for row in found
    }  # fmt: skip


def replayed(
    beginning: Contents, changes: Mapping[str, tuple[str, str | None, str | None]]
) -> dict[str, Rows]:
    """Tell what every table holds after these changes."""
    after = {table: Counter(rows) for table, rows in beginning.items()}
    for table, before, row in changes.values():
        if before is not None:
            after[table][before] -= 1
        if row is not None:
            after[table][row] += 1
    return {table: +rows for table, rows in after.items()}


async def tables(connection: AsyncConnection) -> list[str]:
    """Name every table but the witness itself."""
    if connection.dialect.name == "sqlite":
        statement = (
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            f"AND name NOT LIKE '{SEARCH}%'"
        )
    else:
        statement = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    names = (await connection.execute(text(statement))).scalars().all()
    return sorted(set(names) - {WITNESS})


async def _columns(connection: AsyncConnection, table: str) -> list[str]:
    found = await connection.exec_driver_sql(f"SELECT name FROM pragma_table_info('{table}')")
    return list(found.scalars())


def _row(columns: list[str], of: str) -> str:
    """Write a row as one text; every value is quoted as SQL would be."""
    return " || ',' || ".join(f'quote({of}."{column}")' for column in columns)


async def _reading(connection: AsyncConnection, table: str) -> str:
    if connection.dialect.name == "sqlite":
        return f"SELECT {_row(await _columns(connection, table), 'one')} FROM {table} one"
    return f"SELECT to_jsonb(one)::text FROM {table} one"


async def _triggers(connection: AsyncConnection, table: str) -> list[str]:
    if connection.dialect.name != "sqlite":
        every = f"CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON {table} "
        return [every + "FOR EACH ROW EXECUTE FUNCTION witness()"]
    columns = await _columns(connection, table)
    moment = "strftime('%s', 'now') * 1000000"
    old, new = (f"json_quote({_row(columns, word)})" for word in ("OLD", "NEW"))
    return [
        f"CREATE TRIGGER witness_{table}_{verb} AFTER {verb} ON {table} BEGIN "
        f"INSERT INTO {WITNESS} (id, name, field, version, before, after, changed_at) "
        f"VALUES (randomblob(16), '{NAME}', '{table}', 1, {before}, {after}, {moment}); END"
        for verb, before, after in (
            ("INSERT", "NULL", new), ("UPDATE", old, new), ("DELETE", old, "NULL"),
        )
    ]  # fmt: skip


def _plain(value: Any) -> str | None:
    """Take a text out of a JSON column."""
    if value is None:
        return None
    try:
        read = json.loads(value)
    except ValueError:
        return str(value)
    return read if isinstance(read, str) else str(value)
