"""Opening an installation: who works, what is migrated, and when it is refused."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

import disks
from maestrarr.core.upkeep.errors import DatabaseDamaged
from maestrarr.kit import config, migrate
from maestrarr.kit.config import Config
from maestrarr.kit.data_folder import AlreadyRunning, DataFolder, DataFolderFull
from maestrarr.kit.db import Database, DatabaseUnusable, sqlite_url
from maestrarr.server.installation import MIGRATIONS, open_installation, opened_database


@pytest.fixture
def configured(database_url: URL, tmp_path: Path) -> Config:
    """Configure an installation on an empty, migrated database of each kind."""
    environment = {}
    if database_url.get_backend_name() == "postgresql":
        plain = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
        environment = {"MAESTRARR_DATABASE_URL": plain}
    return config.load(options={"data": tmp_path}, environment=environment)


@pytest.fixture
def fresh(tmp_path: Path) -> Config:
    """Configure an installation that is not there yet."""
    return config.load(options={"data": tmp_path / "new"}, environment={})


async def set_schema(configured: Config, schema: str) -> None:
    async with opened_database(configured) as database, database.writing() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": schema})


async def test_a_new_installation_is_made_and_migrated(fresh: Config) -> None:
    async with open_installation(fresh, work=True) as opened:
        assert opened.runs_jobs
        assert opened.data.holder() is not None
        assert await migrate.pending(opened.database, MIGRATIONS) == []
    assert opened.data.holder() is None
    assert not list(opened.data.backups.iterdir())


async def test_nobody_else_may_read_the_database(fresh: Config) -> None:
    async with open_installation(fresh, work=True) as opened:
        files = list(opened.data.path.glob("maestrarr.db*"))
        assert {file.name: oct(file.stat().st_mode & 0o777) for file in files} == {
            "maestrarr.db": "0o600",
            "maestrarr.db-shm": "0o600",
            "maestrarr.db-wal": "0o600",
        }


async def test_reading_does_not_hold_the_folder(configured: Config) -> None:
    async with open_installation(configured, work=False) as opened:
        assert opened.data.holder() is None
        assert not opened.runs_jobs


async def test_a_second_worker_is_refused(configured: Config) -> None:
    async with open_installation(configured, work=True):
        with pytest.raises(AlreadyRunning, match=str(os.getpid())):
            async with open_installation(configured, work=True):
                pass
        with pytest.raises(AlreadyRunning):
            async with open_installation(configured, work=True, serve_url="http://localhost:1"):
                pass


async def test_a_database_from_the_future_is_refused_and_left_alone(configured: Config) -> None:
    await set_schema(configured, "2999_01_01_tomorrow")

    with pytest.raises(migrate.SchemaTooNew, match="newer version"):
        async with open_installation(configured, work=True, serve_url="http://localhost:1"):
            pass

    async with opened_database(configured) as database:
        assert await migrate.current_schema(database) == "2999_01_01_tomorrow"


async def test_nothing_is_migrated_beneath_who_works(configured: Config) -> None:
    data = DataFolder(configured.data)
    await set_schema(configured, migrate.known_schemas(MIGRATIONS)[0])

    with data.held(url="http://localhost:1"), pytest.raises(AlreadyRunning):
        async with open_installation(configured, work=False):
            pass


async def test_a_pending_migration_comes_after_a_backup(fresh: Config) -> None:
    data = DataFolder(fresh.data)
    data.make()
    first = Database(sqlite_url(data.database))
    async with first.writer.begin() as connection:
        await connection.run_sync(
            lambda inner: migrate.upgrade(
                inner, MIGRATIONS, to=migrate.known_schemas(MIGRATIONS)[0]
            )
        )
    await first.close()

    async with open_installation(fresh, work=False) as opened:
        assert await migrate.pending(opened.database, MIGRATIONS) == []

    assert [file.suffix for file in data.backups.iterdir()] == [".zip"]


async def test_a_database_that_cannot_be_reached_is_told_in_words(tmp_path: Path) -> None:
    away = config.load(
        options={"data": tmp_path},
        environment={"MAESTRARR_DATABASE_URL": "postgresql://nobody:hunter2@127.0.0.1:1/nothing"},
    )

    with pytest.raises(DatabaseUnusable) as caught:
        async with open_installation(away, work=False):
            pass

    assert "hunter2" not in str(caught.value)


async def test_a_file_that_is_no_database_is_told_in_words(fresh: Config) -> None:
    data = DataFolder(fresh.data)
    data.make()
    data.database.write_bytes(b"not a database at all" * 1000)

    for work in (True, False):
        with pytest.raises((DatabaseUnusable, DatabaseDamaged)):
            async with open_installation(fresh, work=work):
                pass
    assert data.database.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("starts_before", [1, 0], ids=["used", "new"])
async def test_a_full_disk_is_named_with_what_helps(tmp_path: Path, starts_before: int) -> None:
    with disks.small_disk(tmp_path / "small", kib=4096) as disk:
        here = config.load(options={"data": disk / "data"}, environment={})
        for _ in range(starts_before):
            async with open_installation(here, work=True):
                pass
        filler = disks.fill(disk)

        with pytest.raises(DataFolderFull, match=f"full on which .*{here.data} lies.* Free some"):
            async with open_installation(here, work=True):
                pass

        filler.unlink()
        async with open_installation(here, work=True) as opened:
            assert await migrate.pending(opened.database, MIGRATIONS) == []
