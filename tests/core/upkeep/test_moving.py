"""O-2: an installation moves from SQLite to PostgreSQL whole, or not at all."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.engine import URL

from command import run
from household import a_household
from maestrarr import rooms
from maestrarr.core.jobs.models import JobRecord, LogLine, ScheduleRecord
from maestrarr.core.jobs.states import Severity
from maestrarr.core.upkeep import moving
from maestrarr.core.upkeep.errors import MovedWrong, NotEmpty, RowRefused
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Database
from maestrarr.server.installation import MIGRATIONS

NAME = "moved"


@pytest.fixture
async def source(sqlite_database_url: URL, tmp_path: Path) -> AsyncIterator[Database]:
    """Furnish a SQLite installation: a film, users, jobs, one of which waits for a later one."""
    rooms.load("models")
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path / "data") as house:
        await house.move_in(tmp_path / "films")
    async with database.writing() as session:
        first, second = (await session.scalars(select(JobRecord).order_by(JobRecord.id))).all()[:2]
        waits = update(JobRecord).where(JobRecord.id == first.id)
        await session.execute(waits.values(after_id=second.id))
    yield database
    await database.close()


@pytest.fixture
def target(postgres_server: URL) -> URL:
    """Make an empty database in which a name may hold whatever a disk's may."""
    server = postgres_server.set(drivername="postgresql", database="postgres")
    with psycopg.connect(
        server.render_as_string(hide_password=False), autocommit=True
    ) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME}")
    return postgres_server.set(database=NAME)


async def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Read every row of every table, sorted by what makes it the one it is."""
    async with database.reading() as session:
        return {
            table.name: sorted(
                map(tuple, await session.execute(select(*table.primary_key, table))),
                key=lambda row: repr(row[: len(table.primary_key)]),  # used at once
            )
            for table in Base.metadata.sorted_tables
        }


async def tables(target: URL) -> int:
    database = Database(target)
    async with database.reading() as session:
        counted = await session.scalar(
            text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        )
    await database.close()
    return counted or 0


async def test_every_row_arrives_and_counted_columns_go_on(source: Database, target: URL) -> None:
    wanted = await everything(source)
    assert sum(map(len, wanted.values())) > 40

    rows = await moving.move(source, target, package=MIGRATIONS)

    moved = Database(target)
    assert await everything(moved) == wanted
    assert rows == {table: len(there) for table, there in wanted.items()}
    async with moved.writing() as session:
        highest = await session.scalar(select(func.max(LogLine.id)))
        line = LogLine(
            job_id=wanted["jobs"][0][0], attempt=1, severity=Severity.INFO, sentence="x", at=now()
        )
        session.add(line)
        await session.flush()
        assert line.id == (highest or 0) + 1
    await moved.close()


async def test_a_database_that_holds_anything_is_refused(
    source: Database, postgres_database_url: URL
) -> None:
    with pytest.raises(NotEmpty, match="is not empty"):
        await moving.look(source, postgres_database_url)
    with pytest.raises(NotEmpty):
        await moving.move(source, postgres_database_url, package=MIGRATIONS)


async def test_a_row_that_is_not_taken_leaves_nothing_behind(source: Database, target: URL) -> None:
    async with source.writing() as session:
        session.add(
            ScheduleRecord(
                name="zero \0", kind="x", arguments={}, pattern="", zone="", next_at=now()
            )
        )

    with pytest.raises(RowRefused, match="a row of schedules"):
        await moving.move(source, target, package=MIGRATIONS)

    assert await tables(target) == 0


async def test_a_row_that_arrives_as_another_leaves_nothing_behind(
    source: Database, target: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = moving._copy

    def altered(old: object, new: object, table: object) -> int:
        count = real(old, new, table)  # type: ignore[arg-type]
        new.execute(text("UPDATE users SET name = name || '?'"))  # type: ignore[attr-defined]
        return count

    monkeypatch.setattr(moving, "_copy", altered)

    with pytest.raises(MovedWrong, match="users"):
        await moving.move(source, target, package=MIGRATIONS)

    assert await tables(target) == 0


async def test_the_command_counts_moves_and_says_what_comes_next(
    source: Database, target: URL, tmp_path: Path
) -> None:
    await source.close()
    address = target.set(drivername="postgresql").render_as_string(hide_password=False)
    command = ("admin", "migrate-to-postgres", address, "--data", tmp_path)

    counted = run(*command, "--dry-run", "--json")
    moved = run(*command)
    again = run(*command)

    assert json.loads(counted.stdout)["rows"]["users"] == 4
    assert "are moved and compared. Now set database_url" in moved.stdout
    assert (again.returncode, "is not empty" in again.stderr) == (2, True)
