"""Upkeep's verbs: back up, restore, check."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from maestrarr import __version__
from maestrarr.core.upkeep import archive, backups, postgres, sqlite
from maestrarr.core.upkeep.archive import Manifest, TableContent
from maestrarr.core.upkeep.backups import Backup
from maestrarr.core.upkeep.errors import BackupRefused, DatabaseDamaged, NothingToBackUp
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.kit import atomic, clock, migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url

MIGRATIONS = "maestrarr.migrations"
LEFT_BEHIND_AFTER = timedelta(days=1)

_WORKSHOP = ".upkeep-"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the state before it was kept, if there was one."""

    manifest: Manifest
    kept: Path | None

    @property
    def kept_name(self) -> str | None:
        """The name of what holds the state before it."""
        return self.kept.name if self.kept else None


async def check_health(database: Database) -> None:
    """Look quickly whether the database's file is sound; PostgreSQL looks at its own at a start.

    Raises:
        DatabaseDamaged: it is not.
    """
    file = _file(database)
    if file is not None and file.exists():
        await asyncio.to_thread(sqlite.check, file)


async def check(database: Database) -> int:
    """Read the whole database once, whatever kind it is; return how many tables it has.

    Raises:
        DatabaseDamaged: something in it cannot be read, or is not as it should be.
    """
    file = _file(database)
    if file is None:
        return await postgres.check(database)
    await asyncio.to_thread(sqlite.check, file)
    return len(await asyncio.to_thread(sqlite.count, file))


def sweep(data: DataFolder) -> None:
    """Remove what a crash left of a backup or a restore; what is younger may still be in use."""
    youngest = clock.now() - LEFT_BEHIND_AFTER
    for left in (*data.path.glob(f"{_WORKSHOP}*"), *data.backups.glob(".*.part")):
        if left.stat().st_mtime < youngest.timestamp():
            _remove(left)


async def back_up(
    database: Database,
    data: DataFolder,
    *,
    to: Path | None = None,
    reason: Reason = Reason.ASKED,
    made_by: str = "",
) -> Backup:
    """Write one state of the database and the configuration to a file, while both are used.

    Args:
        database: what is backed up.
        data: where the configuration lies, and the backup goes.
        to: another place for it.
        reason: for what it is made.
        made_by: who asked for it, as people are named.

    Raises:
        BackupFailed: it cannot be written.
        DatabaseDamaged: the database is not sound.
        NothingToBackUp: it is still empty.
    """
    await check_health(database)
    schema = await migrate.current_schema(database)
    if schema is None:
        raise NothingToBackUp
    file = to or data.backups / backups.new_name()
    with archive.writing(file) as writer:
        tables = await _write_database(database, data, writer)
        if data.config.exists():
            await asyncio.to_thread(writer.add_file, archive.CONFIG, data.config)
        manifest = Manifest(
            program=__version__,
            made_at=clock.now(),
            database="sqlite" if database.is_sqlite else "postgresql",
            database_schema=schema,
            reason=reason,
            made_by=made_by,
            tables=tables,
            members=writer.members,
        )
        writer.finish(manifest)
    return Backup(file, file.stat().st_size, manifest)


async def restore(database: Database, data: DataFolder, file: Path, *, package: str) -> Restored:
    """Put a backup in the place of the present state, which is kept; then bring it up to date.

    The caller holds the data folder. Everything is checked before anything is touched, and the
    exchange is one step: a failure or a crash leaves the one state or the other.

    Args:
        database: the one to replace; on SQLite it is disconnected on the way.
        data: where the safety backup goes.
        file: the backup.
        package: the migrations.

    Raises:
        BackupRefused: the file is damaged, foreign, or of the other kind of database.
        SchemaTooNew: it was made by a newer version.
        BackupFailed: the present state could not be kept.
    """
    async with _rehearsed(database, data, file, package) as (folder, manifest):
        kept = await _keep_present(database, data)
        if database.is_sqlite:
            await database.disconnect()
            await asyncio.to_thread(sqlite.put_in_place, folder / archive.DATABASE, data.database)
        else:
            await _fill_postgres(database, folder, manifest, file, package)
        if archive.CONFIG in manifest.members and not data.config.exists():
            atomic.move_in(folder / archive.CONFIG, data.config)
    return Restored(manifest, kept)


async def rehearse(database: Database, data: DataFolder, file: Path, *, package: str) -> Manifest:
    """Do everything of a restore but the exchange, so that one which cannot be is refused early.

    Raises:
        BackupRefused: the file is damaged, foreign, or of the other kind of database.
        SchemaTooNew: it was made by a newer version.
    """
    async with _rehearsed(database, data, file, package) as (_, manifest):
        return manifest


@asynccontextmanager
async def _rehearsed(
    database: Database, data: DataFolder, file: Path, package: str
) -> AsyncIterator[tuple[Path, Manifest]]:
    """Unpack and check a backup; on SQLite it is brought up to date before it takes its place."""
    with _workshop(data) as folder:
        manifest = await asyncio.to_thread(archive.unpack, file, folder)
        _refuse_foreign(manifest, database, file, migrate.known_schemas(package))
        if database.is_sqlite:
            await _prepare_sqlite(folder / archive.DATABASE, manifest, file, package)
        yield folder, manifest


async def _write_database(
    database: Database, data: DataFolder, writer: archive.Writer
) -> dict[str, TableContent]:
    file = _file(database)
    if file is None:
        return await postgres.write_tables(database, writer)
    with _workshop(data) as folder:
        twin = folder / archive.DATABASE
        tables = await asyncio.to_thread(sqlite.copy, file, twin)
        await asyncio.to_thread(writer.add_file, archive.DATABASE, twin)
    return tables


def _refuse_foreign(manifest: Manifest, database: Database, file: Path, known: list[str]) -> None:
    own = "sqlite" if database.is_sqlite else "postgresql"
    if manifest.database != own:
        raise BackupRefused(file, "other_database", made_of=manifest.database, own=own)
    if manifest.database_schema not in known:
        raise migrate.SchemaTooNew(manifest.database_schema)
    wanted = (
        {archive.DATABASE}
        if database.is_sqlite
        else {postgres.member_of(table) for table in manifest.tables}
    )
    if wanted != set(manifest.members) - {archive.CONFIG}:
        raise BackupRefused(file, "incomplete")


async def _prepare_sqlite(copy: Path, manifest: Manifest, file: Path, package: str) -> None:
    """Check the unpacked database, and bring it up to date before it takes its place."""
    try:
        await asyncio.to_thread(sqlite.check, copy)
    except DatabaseDamaged as problem:
        raise BackupRefused(file, "damaged_database") from problem
    if await asyncio.to_thread(sqlite.count, copy) != manifest.tables:
        raise BackupRefused(file, "other_rows")
    database = Database(sqlite_url(copy))
    try:
        if await migrate.current_schema(database) != manifest.database_schema:
            raise BackupRefused(file, "other_schema")
        if await migrate.pending(database, package):
            await migrate.migrate(database, package)
    finally:
        await database.close()


async def _keep_present(database: Database, data: DataFolder) -> Path | None:
    """Back the present state up; of a damaged database, keep the file itself."""
    try:
        return (await back_up(database, data, reason=Reason.RESTORE)).file
    except NothingToBackUp:
        return None
    except DatabaseDamaged:
        aside = data.backups / backups.new_name("damaged", ".db")
        sqlite.set_aside(data.database, aside)
        return aside


async def _fill_postgres(
    database: Database, folder: Path, manifest: Manifest, file: Path, package: str
) -> None:
    try:
        await postgres.read_tables(
            database, folder, manifest.tables, package=package, schema=manifest.database_schema
        )
    except postgres.TableUnknown as error:
        raise BackupRefused(file, "no_table", table=str(error)) from error
    except postgres.RowsLost as error:
        raise BackupRefused(file, "other_rows") from error


def _file(database: Database) -> Path | None:
    name = database.url.database if database.is_sqlite else None
    return Path(name) if name else None


def _remove(left: Path) -> None:
    inside = sorted(left.rglob("*"), reverse=True)  # what lies in a folder comes before it
    for path in (*inside, left):
        if path.is_dir():
            path.rmdir()
        else:
            atomic.remove(path)


@contextmanager
def _workshop(data: DataFolder) -> Iterator[Path]:
    """Make a folder for work in hand, on the data folder's own disk."""
    with tempfile.TemporaryDirectory(prefix=_WORKSHOP, dir=data.path) as folder:
        yield Path(folder)
