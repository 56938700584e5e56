"""The drill: a backup taken under load, the installation wiped, restored, and compared by rows."""

import asyncio
from pathlib import Path

import pytest
import witness
from sqlalchemy import MetaData, text

from household import password_hash
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.callers import TERMINAL, Role
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.settings import service as settings
from maestrarr.core.upkeep import jobs
from maestrarr.core.upkeep import service as upkeep
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from makers import make_mkv

FILMS = 60
BACKUPS = 2
WRITERS = 3


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    folder.make()
    return folder


@pytest.fixture
def films(tmp_path: Path) -> Path:
    root = tmp_path / "films"
    for number in range(FILMS):
        folder = root / f"Film {number} ({1950 + number % 70})"
        folder.mkdir(parents=True)
        make_mkv(folder / f"{folder.name}.mkv")
    return root


async def test_a_backup_under_load_is_the_state_of_one_moment_in_every_row(
    database: Database, data: DataFolder, films: Path
) -> None:
    await witness.stand(database)
    beginning = await witness.contents(database)
    engine = EmbeddedEngine(database, data=data)
    await engine.start()
    await begin_scan(database, films)
    over = asyncio.Event()
    writers = [asyncio.create_task(keep_writing(database, one, over)) for one in range(WRITERS)]
    await some_titles(database)
    made = [await upkeep.back_up(database, data) for _ in range(BACKUPS)]
    over.set()
    await asyncio.gather(*writers)
    await scan_ended(database)
    await engine.stop()
    seen_in_all = await witness.seen(database)

    for backup in made:
        await wipe(database)
        await upkeep.restore(database, data, backup.file, package=upkeep.MIGRATIONS)
        seen = await witness.seen(database)
        assert 0 < len(seen) < len(seen_in_all)
        assert all(seen_in_all[change] == what for change, what in seen.items())
        restored = await witness.contents(database)
        assert restored == witness.replayed(beginning, {one: seen_in_all[one] for one in seen})
        assert restored["titles"].total() > 0
    await upkeep.check(database)


async def begin_scan(database: Database, films: Path) -> None:
    async with database.writing() as session:
        made = await library.add_library(
            session, name="Films", kind=LibraryKind.MOVIES, folders=[films]
        )
        await scan_library.enqueue(session, library_id=made.id, name=made.name)


async def keep_writing(database: Database, one: int, over: asyncio.Event) -> None:
    """Change what is there, add and delete, in several rooms' tables and each time in one step."""
    number = 0
    while not over.is_set():
        number += 1
        async with database.writing() as session:
            user = await accounts.add_user(
                session, TERMINAL, name=f"user {one} {number}", password_hash=password_hash(),
                role=Role.GUEST,
            )  # fmt: skip
            await settings.change(session, "library", {"grace_days": 1 + number % 300})
            await jobs.sweep.enqueue(session)
            if number % 3 == 0:
                await session.delete(user)
            title = text("UPDATE titles SET plot = :plot WHERE kind = 'movie'")
            await session.execute(title, {"plot": f"“{one}”\t{number}\n\\N 天空"})
        await asyncio.sleep(0)


async def some_titles(database: Database) -> None:
    while True:
        async with database.reading() as session:
            if await session.scalar(text("SELECT count(*) FROM titles")):
                return
        await asyncio.sleep(0.01)


async def scan_ended(database: Database) -> None:
    unended = text("SELECT count(*) FROM jobs WHERE kind = 'library.scan' AND ended_at IS NULL")
    while True:
        async with database.reading() as session:
            if not await session.scalar(unended):
                return
        await asyncio.sleep(0.05)


async def wipe(database: Database) -> None:
    """Lose everything."""
    if database.is_sqlite:
        await database.close()
        for file in Path(str(database.url.database)).parent.glob("maestrarr.db*"):
            file.unlink()
        return
    async with database.writer.begin() as connection:

        def drop(sync: object) -> None:
            found = MetaData()
            found.reflect(sync)  # type: ignore[arg-type]
            found.drop_all(sync)  # type: ignore[arg-type]

        await connection.run_sync(drop)
