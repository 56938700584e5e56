"""Backup and restore, on both databases, with what may go wrong on the way."""

import asyncio
import json
import os
import sqlite3
import threading
import uuid
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, select, text

import disks
from maestrarr.core.jobs.models import JobRecord, LogLine
from maestrarr.core.jobs.states import Severity
from maestrarr.core.upkeep import archive
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.errors import (
    BackupFailed,
    BackupRefused,
    DatabaseDamaged,
    NothingToBackUp,
)
from maestrarr.kit import clock, migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url

PACKAGE = "maestrarr.migrations"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """Name the folder in which the `database` fixture keeps its SQLite file."""
    folder = DataFolder(tmp_path)
    folder.make()
    folder.config.write_text("port: 1001\n")
    return folder


async def write(database: Database, statement: str) -> None:
    async with database.writing() as session:
        await session.execute(text(statement))


async def make_job(database: Database) -> None:
    job = JobRecord(kind="library.scan", arguments={}, title="Amélie\n天空", attempts_allowed=3)
    async with database.writing() as session:
        session.add(job)
        await session.flush()
        session.add(a_line(job.id))


def a_line(job_id: uuid.UUID) -> LogLine:
    return LogLine(
        job_id=job_id, attempt=1, severity=Severity.INFO, sentence="a\tb\\c", at=clock.now()
    )


async def titles(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(await session.scalars(text("SELECT title FROM jobs")))


def rewritten(backup: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write a backup again with other members."""
    with zipfile.ZipFile(backup) as source:
        members = {name: source.read(name) for name in source.namelist()}
    change(members)
    forged = backup.with_name("forged.zip")
    with zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return forged


def said(members: dict[str, bytes], /, **changes: object) -> None:
    manifest = json.loads(members[archive.MANIFEST]) | changes
    members[archive.MANIFEST] = json.dumps(manifest).encode()


async def test_what_was_backed_up_comes_back(database: Database, data: DataFolder) -> None:
    await make_job(database)
    made = await upkeep.back_up(database, data)
    await write(database, "DELETE FROM job_log_lines")
    await write(database, "DELETE FROM jobs")

    done = await upkeep.restore(database, data, made.file, package=PACKAGE)

    assert await titles(database) == ["Amélie\n天空"]
    assert done.kept is not None
    assert made.manifest.tables["jobs"].rows == 1
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert archive.CONFIG in made.manifest.members


async def test_a_restore_can_be_taken_back_with_what_it_kept(
    database: Database, data: DataFolder
) -> None:
    empty = await upkeep.back_up(database, data)
    await make_job(database)

    done = await upkeep.restore(database, data, empty.file, package=PACKAGE)
    assert await titles(database) == []
    assert done.kept is not None
    await upkeep.restore(database, data, done.kept, package=PACKAGE)

    assert await titles(database) == ["Amélie\n天空"]


async def test_numbers_go_on_after_the_highest_restored(
    database: Database, data: DataFolder
) -> None:
    await make_job(database)
    made = await upkeep.back_up(database, data)
    await upkeep.restore(database, data, made.file, package=PACKAGE)

    async with database.writing() as session:
        session.add(a_line((await session.scalars(select(JobRecord.id))).one()))

    async with database.reading() as session:
        numbers = list(await session.scalars(text("SELECT id FROM job_log_lines ORDER BY id")))
    assert len(set(numbers)) == 2


async def test_an_older_backup_is_brought_up_to_date(
    database: Database, data: DataFolder, begun: Database
) -> None:
    older = await upkeep.back_up(begun, data)

    await upkeep.restore(database, data, older.file, package=PACKAGE)

    assert older.manifest.database_schema == migrate.known_schemas(PACKAGE)[0]
    assert await migrate.pending(database, PACKAGE) == []


@pytest.fixture
async def begun(database: Database) -> Database:
    """Take the database back to its first schema."""

    def begin_again(connection: Connection) -> None:
        found = MetaData()
        found.reflect(connection)
        found.drop_all(connection)
        migrate.upgrade(connection, PACKAGE, to=migrate.known_schemas(PACKAGE)[0])

    async with database.writer.begin() as connection:
        await connection.run_sync(begin_again)
    return database


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda m: m.pop(archive.MANIFEST), "no manifest"),
        (lambda m: m.update({archive.MANIFEST: b"{"}), "manifest cannot be read"),
        (lambda m: m.update({"../../etc/cron.d/job": b"x"}), "not those"),
        (
            lambda m: m.update({archive.CONFIG: b"port: 6666\n"}),
            "not what was backed up|not the size",
        ),
        (lambda m: m.pop(archive.CONFIG), "not those"),
        (lambda m: said(m, format=2), "manifest cannot be read"),
        (lambda m: said(m, database="sqlite", members={}), "not those"),
        (lambda m: said(m, tables={}), "rows that the manifest|a part of the database"),
    ],
)
async def test_a_backup_that_was_tampered_with_touches_nothing(
    database: Database,
    data: DataFolder,
    change: Callable[[dict[str, bytes]], None],
    words: str,
) -> None:
    forged = rewritten((await upkeep.back_up(database, data)).file, change)
    await make_job(database)
    before = sorted(data.backups.iterdir())

    with pytest.raises(BackupRefused, match=words):
        await upkeep.restore(database, data, forged, package=PACKAGE)

    assert await titles(database) == ["Amélie\n天空"]
    assert sorted(data.backups.iterdir()) == before
    assert not list(data.path.glob(".upkeep-*"))


async def test_a_member_outside_the_folder_is_refused_though_the_manifest_lists_it(
    database: Database, data: DataFolder
) -> None:
    def lead_out(members: dict[str, bytes]) -> None:
        listed = json.loads(members[archive.MANIFEST])["members"]
        members["../out"] = b"x"
        said(members, members=listed | {"../out": {"size_bytes": 1, "sha256": "0"}})

    forged = rewritten((await upkeep.back_up(database, data)).file, lead_out)

    with pytest.raises(BackupRefused, match="members that no backup has"):
        await upkeep.restore(database, data, forged, package=PACKAGE)


async def test_an_archive_that_would_fill_the_disk_is_refused_before_it_is_unpacked(
    database: Database, data: DataFolder
) -> None:
    def swell(members: dict[str, bytes]) -> None:
        listed = json.loads(members[archive.MANIFEST])["members"]
        said(members, members={n: {**m, "size_bytes": 1 << 60} for n, m in listed.items()})

    forged = rewritten((await upkeep.back_up(database, data)).file, swell)

    with pytest.raises(BackupRefused, match="more than are free"):
        await upkeep.restore(database, data, forged, package=PACKAGE)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
async def test_a_cut_backup_is_refused(database: Database, data: DataFolder, share: float) -> None:
    file = (await upkeep.back_up(database, data)).file
    os.truncate(file, int(file.stat().st_size * share))

    with pytest.raises(BackupRefused):
        await upkeep.restore(database, data, file, package=PACKAGE)


async def test_no_flipped_byte_goes_unnoticed(database: Database, data: DataFolder) -> None:
    await make_job(database)
    file = (await upkeep.back_up(database, data)).file
    whole = file.read_bytes()
    with zipfile.ZipFile(file) as source:
        entry = source.infolist()[0]
    body = entry.header_offset + 30 + len(entry.filename) + 40

    for place in range(body, body + 5):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with pytest.raises(BackupRefused):
            await upkeep.restore(database, data, file, package=PACKAGE)


async def test_a_backup_of_a_newer_version_is_refused(database: Database, data: DataFolder) -> None:
    forged = rewritten(
        (await upkeep.back_up(database, data)).file,
        lambda members: said(members, database_schema="2999_01_01_tomorrow"),
    )

    with pytest.raises(migrate.SchemaTooNew, match="2999_01_01_tomorrow"):
        await upkeep.restore(database, data, forged, package=PACKAGE)


async def test_a_backup_of_the_other_kind_of_database_is_refused(
    database: Database, data: DataFolder
) -> None:
    other = "postgresql" if database.is_sqlite else "sqlite"
    forged = rewritten(
        (await upkeep.back_up(database, data)).file, lambda members: said(members, database=other)
    )

    with pytest.raises(BackupRefused, match=f"it is of {other}"):
        await upkeep.restore(database, data, forged, package=PACKAGE)


async def test_a_file_that_is_no_archive_is_refused(database: Database, data: DataFolder) -> None:
    (data.path / "film.mkv").write_bytes(b"\x1a\x45\xdf\xa3" * 100)

    for name in ("film.mkv", "missing.zip", "."):
        with pytest.raises(BackupRefused):
            await upkeep.restore(database, data, data.path / name, package=PACKAGE)


async def test_an_empty_database_has_nothing_to_back_up(tmp_path: Path, data: DataFolder) -> None:
    database = Database(sqlite_url(tmp_path / "new.db"))

    with pytest.raises(NothingToBackUp):
        await upkeep.back_up(database, data)

    assert not list(data.backups.iterdir())
    await database.close()


@pytest.mark.usefixtures("sqlite_database_url")
async def test_a_backup_under_writes_holds_one_state(data: DataFolder) -> None:
    database = Database(sqlite_url(data.database))
    await write(database, "CREATE TABLE pairs (a integer, b integer)")
    stop = threading.Event()

    def keep_writing() -> None:
        with closing(sqlite3.connect(data.database, timeout=30)) as connection:
            number = 0
            while not stop.is_set():
                number += 1
                connection.execute("INSERT INTO pairs VALUES (?, ?)", (number, number))
                connection.execute("DELETE FROM pairs WHERE a < ?", (number - 100,))
                connection.commit()

    writer = asyncio.create_task(asyncio.to_thread(keep_writing))
    made = [await upkeep.back_up(database, data) for _ in range(2)]
    stop.set()
    await writer
    for backup in made:
        await upkeep.restore(database, data, backup.file, package=PACKAGE)
    await database.close()


@pytest.mark.usefixtures("sqlite_database_url")
async def test_a_damaged_database_is_found_kept_and_replaced(data: DataFolder) -> None:
    database = Database(sqlite_url(data.database))
    made = await upkeep.back_up(database, data)
    await database.close()
    whole = data.database.read_bytes()
    spoiled = whole[:4096] + os.urandom(len(whole) - 4096)
    data.database.write_bytes(spoiled)

    with pytest.raises(DatabaseDamaged):
        await upkeep.check_health(database)
    with pytest.raises(DatabaseDamaged):
        await upkeep.back_up(database, data)
    done = await upkeep.restore(database, data, made.file, package=PACKAGE)

    assert done.kept is not None
    assert done.kept.read_bytes() == spoiled
    await upkeep.check_health(database)
    await database.close()


@pytest.mark.usefixtures("sqlite_database_url")
async def test_the_log_of_the_old_database_never_reaches_the_new_one(data: DataFolder) -> None:
    database = Database(sqlite_url(data.database))
    made = await upkeep.back_up(database, data)
    await make_job(database)
    left_behind = data.database.with_name("maestrarr.db-wal").read_bytes()
    await database.close()
    data.database.with_name("maestrarr.db-wal").write_bytes(left_behind)

    await upkeep.restore(database, data, made.file, package=PACKAGE)

    assert await titles(database) == []
    await database.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small_disk(tmp_path / "small", kib=2048) as folder:
        yield folder


def contents(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_what_a_crash_left_is_removed_once_nobody_can_be_using_it(data: DataFolder) -> None:
    old, young = data.path / ".upkeep-old", data.path / ".upkeep-young"
    for folder in (old, young):
        (folder / "tables").mkdir(parents=True)
        (folder / "tables" / "jobs.copy").touch()
    part = data.backups / ".0123456789abcdef.part"
    part.touch()
    for path in (old, part):
        os.utime(path, (0, 0))

    upkeep.sweep(data)

    assert not old.exists()
    assert not part.exists()
    assert (young / "tables" / "jobs.copy").exists()


async def test_a_full_disk_costs_neither_the_database_nor_an_older_backup(
    database: Database, data: DataFolder, small_disk: Path
) -> None:
    place = small_disk / "backup.zip"
    await upkeep.back_up(database, data, to=place)
    whole = place.read_bytes()
    filler = disks.fill(small_disk)

    with pytest.raises(BackupFailed, match="its disk is full"):
        await upkeep.back_up(database, data, to=place)

    assert place.read_bytes() == whole
    assert contents(small_disk) == [place, filler]
