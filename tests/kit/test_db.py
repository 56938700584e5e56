import asyncio
import os
import uuid
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, select, text, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError

from maestrarr.kit import db
from maestrarr.kit.columns import DiskPath, Id, UtcTime
from maestrarr.kit.db import LISTERS, Database, after_commit

WRITERS = 24
ROUNDS = 10

metadata = MetaData()
counters = Table(
    "counters", metadata, Column("id", Integer, primary_key=True), Column("n", Integer)
)
things = Table(
    "things",
    metadata,
    Column("id", Id, primary_key=True),
    Column("path", DiskPath),
    Column("seen_at", UtcTime),
)


@pytest.fixture
async def database(database: Database) -> Database:
    async with database.writer.begin() as connection:
        await connection.run_sync(metadata.create_all)
    return database


async def counted(database: Database) -> list[tuple[int, int]]:
    return await database.ask(
        lambda connection: [tuple(row) for row in connection.execute(select(counters))]
    )


async def test_no_update_is_lost_among_many_writers(database: Database) -> None:
    async with database.writing() as session:
        await session.execute(insert(counters).values(id=1, n=0))

    async def count_up() -> None:
        for _ in range(ROUNDS):
            async with database.writing() as session:
                row = select(counters.c.n).where(counters.c.id == 1).with_for_update()
                n = (await session.execute(row)).scalar_one()
                await asyncio.sleep(0)
                await session.execute(update(counters).values(n=n + 1))

    await asyncio.gather(*(count_up() for _ in range(WRITERS)))

    async with database.reading() as session:
        assert (await session.execute(select(counters.c.n))).scalar_one() == WRITERS * ROUNDS


async def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    async with database.writing() as writer:
        await writer.execute(insert(counters).values(id=1, n=7))
        async with database.reading() as reader:
            assert (await reader.execute(select(counters))).all() == []


async def test_a_reader_sees_one_state_of_the_database(database: Database) -> None:
    async with database.reading() as reader:
        assert (await reader.execute(select(counters))).all() == []
        async with database.writing() as writer:
            await writer.execute(insert(counters).values(id=1, n=7))

        assert (await reader.execute(select(counters))).all() == []
    assert await counted(database) == [(1, 7)]


async def test_whoever_asks_after_a_disconnect_is_answered(database: Database) -> None:
    async with database.writing() as session:
        await session.execute(insert(counters).values(id=1, n=7))
    before = await counted(database)
    await database.disconnect()

    assert await counted(database) == before == [(1, 7)]
    async with database.writing() as session:
        assert (await session.scalars(select(counters.c.n))).all() == [7]


async def test_a_connection_that_was_lost_while_it_rested_is_opened_anew(
    postgres_database_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "RESTED_SECONDS", 0)
    database, other = Database(postgres_database_url), Database(postgres_database_url)
    async with database.reading() as session:
        process = await session.scalar(text("SELECT pg_backend_pid()"))
    async with other.writing() as session:
        await session.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": process})

    async with database.reading() as session:
        answered = await session.scalar(text("SELECT pg_backend_pid()"))
    await database.close()
    await other.close()

    assert answered != process


async def test_what_was_answered_is_remembered_until_something_is_written(
    database: Database,
) -> None:
    asked: list[str] = []

    def question(connection: Connection) -> bytes:
        asked.append("again")
        return str(connection.execute(select(counters.c.n)).scalars().all()).encode()

    async def answers() -> set[bytes]:
        many = [database.remembered("n", question) for _ in range(8)]
        return set(await asyncio.gather(*many))

    empty = await answers()
    async with database.writing() as session:
        await session.execute(insert(counters).values(id=1, n=7))
        meanwhile = await answers()

    assert (empty, meanwhile, await answers()) == ({b"[]"}, {b"[]"}, {b"[7]"})
    assert len(asked) <= (2 * LISTERS if database.is_sqlite else 24)


async def test_a_failed_block_leaves_nothing_behind(database: Database) -> None:
    called: list[str] = []
    with pytest.raises(ZeroDivisionError):
        async with database.writing() as session:
            after_commit(session, lambda: called.append("yes"))
            await session.execute(insert(counters).values(id=1, n=1 // 0))

    async with database.reading() as session:
        assert (await session.execute(select(counters))).all() == []
    assert called == []


async def test_what_waits_for_the_commit_is_called_once_it_is_durable(database: Database) -> None:
    called: list[str] = []
    async with database.writing() as session:
        after_commit(session, lambda: called.append("yes"))
        await session.execute(insert(counters).values(id=1, n=1))
        assert called == []
    assert called == ["yes"]


async def test_a_callback_outlives_a_savepoint_that_failed(database: Database) -> None:
    called: list[str] = []
    async with database.writing() as session:
        await session.execute(insert(counters).values(id=1, n=0))
        after_commit(session, lambda: called.append("yes"))
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await session.execute(insert(counters).values(id=1, n=1))
        assert called == []

    assert called == ["yes"]


@pytest.mark.parametrize(
    "name",
    ["Amélie", "a\nb", "100%_[x]", os.fsdecode(b"latin-1 \xe9.mkv"), "日本.mkv", "x" * 255],
)
async def test_a_path_returns_as_the_disk_spells_it(database: Database, name: str) -> None:
    path = Path("/media") / name
    async with database.writing() as session:
        await session.execute(insert(things).values(id=uuid.uuid4(), path=path))

    async with database.reading() as session:
        assert (await session.execute(select(things.c.path))).scalar_one() == path


async def test_ids_and_moments_return_as_they_were(database: Database) -> None:
    known = uuid.uuid4()
    moment = datetime(2026, 3, 29, 3, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    async with database.writing() as session:
        await session.execute(insert(things).values(id=known, seen_at=moment))

    async with database.reading() as session:
        row = (await session.execute(select(things).where(things.c.seen_at <= moment))).one()
    assert row.id == known
    assert row.seen_at == moment
    assert row.seen_at.tzinfo is UTC


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="time zone"):
        async with database.writing() as session:
            await session.execute(
                insert(things).values(id=uuid.uuid4(), seen_at=datetime(2026, 1, 1))  # noqa: DTZ001
            )


async def test_the_reading_side_of_sqlite_cannot_write(
    sqlite_database_url: URL,
) -> None:
    database = Database(sqlite_database_url)
    async with database.reading() as session:
        with pytest.raises(Exception, match="readonly"):
            await session.execute(text("CREATE TABLE x (n INTEGER)"))
    await database.close()
