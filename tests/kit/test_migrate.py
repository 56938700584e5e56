"""Bringing a schema forward, or refusing to, on both databases."""

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, inspect, text

from maestrarr.kit import migrate
from maestrarr.kit.db import Database, sqlite_url

PACKAGE = "schemas"
STEP = """
import sqlalchemy
from alembic import op
revision = {name!r}
down_revision = {before!r}

def upgrade():
    {body}
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a migrations package with two schemas."""
    folder = tmp_path / PACKAGE
    (folder / "versions").mkdir(parents=True)
    (folder / "__init__.py").touch()
    add(folder, "a_films", None, "op.execute('CREATE TABLE films (id integer)')")
    add(folder, "b_series", "a_films", "op.execute('CREATE TABLE series (id integer)')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    return folder


def add(folder: Path, name: str, before: str | None, body: str) -> None:
    step = STEP.format(name=name, before=before, body=body)
    (folder / "versions" / f"{name}.py").write_text(step)


async def tables(database: Database) -> set[str]:
    async with database.writer.connect() as connection:
        return set(await connection.run_sync(lambda inner: inspect(inner).get_table_names()))


async def clear(database: Database) -> None:
    """Empty the migrated database that the fixture gives."""

    def drop(connection: Connection) -> None:
        found = MetaData()
        found.reflect(connection)
        found.drop_all(connection)

    async with database.writer.begin() as connection:
        await connection.run_sync(drop)


@pytest.fixture
async def empty(database: Database) -> Database:
    await clear(database)
    return database


@pytest.mark.usefixtures("package")
async def test_an_empty_database_gets_every_schema(empty: Database) -> None:
    assert await migrate.current_schema(empty) is None
    assert await migrate.pending(empty, PACKAGE) == ["a_films", "b_series"]

    await migrate.migrate(empty, PACKAGE)

    assert await migrate.current_schema(empty) == "b_series"
    assert await migrate.pending(empty, PACKAGE) == []
    assert {"films", "series"} <= await tables(empty)


async def test_a_migration_that_fails_leaves_the_old_schema(empty: Database, package: Path) -> None:
    await migrate.migrate(empty, PACKAGE)
    add(package, "c_tracks", "b_series", "op.execute('CREATE TABLE tracks (id integer)')")
    add(package, "d_broken", "c_tracks", "raise RuntimeError('stop')")

    with pytest.raises(RuntimeError, match="stop"):
        await migrate.migrate(empty, PACKAGE)

    assert await migrate.current_schema(empty) == "b_series"
    assert "tracks" not in await tables(empty)


@pytest.mark.usefixtures("package")
async def test_a_database_from_the_future_is_refused(empty: Database) -> None:
    await migrate.migrate(empty, PACKAGE)
    async with empty.writer.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'z_tomorrow'"))

    with pytest.raises(migrate.SchemaTooNew, match="z_tomorrow"):
        await migrate.pending(empty, PACKAGE)


@pytest.mark.usefixtures("package")
async def test_a_migration_can_stop_at_an_older_schema(empty: Database) -> None:
    async with empty.writer.begin() as connection:
        await connection.run_sync(lambda inner: migrate.upgrade(inner, PACKAGE, to="a_films"))

    assert await migrate.current_schema(empty) == "a_films"
    assert "series" not in await tables(empty)


async def test_a_migration_killed_midway_leaves_the_old_schema(
    tmp_path: Path, package: Path
) -> None:
    file = tmp_path / "killed.db"
    database = Database(sqlite_url(file))
    await migrate.migrate(database, PACKAGE)
    await database.close()
    add(package, "c_tracks", "b_series", "op.execute('CREATE TABLE tracks (id integer)')")
    add(package, "d_killed", "c_tracks", "import os; os.kill(os.getpid(), 9)")

    script = (
        "import asyncio, pathlib, sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "from maestrarr.kit import db, migrate\n"
        f"database = db.Database(db.sqlite_url(pathlib.Path({str(file)!r})))\n"
        f"asyncio.run(migrate.migrate(database, {PACKAGE!r}))\n"
    )
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", script)
    await killed.wait()

    database = Database(sqlite_url(file))
    assert killed.returncode == -9
    assert await migrate.current_schema(database) == "b_series"
    assert "tracks" not in await tables(database)
    await database.close()
