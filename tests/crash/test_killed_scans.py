"""However often a scan is killed, in the end the library holds what an unkilled scan finds."""

import asyncio
import os
import random
import shutil
import time
from collections import Counter
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

import pytest
from effects import READY, STEPS, effects, metadata, work
from processes import killed, started
from sqlalchemy import select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import aliased

import daily
from maestrarr.core.jobs import queries
from maestrarr.core.jobs.models import JobRecord
from maestrarr.demo.video.transport import as_transport_stream
from maestrarr.features.library import service
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import MediaFile, Title, TitleFile, Track
from maestrarr.kit.db import Database, sqlite_url
from makers import make_mkv, make_mp4, sound, words

FILMS = 120
EPISODES = 60
JOBS_PER_KILL = 2

Held: TypeAlias = tuple[Counter[object], Counter[object], Counter[object]]


@pytest.fixture(scope="module")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a few hundred films and episodes, copied from a few templates."""
    root = tmp_path_factory.mktemp("library")
    templates = _templates(root / "templates")
    for number in range(FILMS):
        name = f"Film {number:03} ({1950 + number % 70})"
        _copy(templates[number % len(templates)], root / "Movies" / name / name)
    for number in range(EPISODES):
        series, episode = number // 20, number % 20 + 1
        name = f"Series {series} - S01E{episode:02}"
        _copy(templates[number % 3], root / "Series" / f"Series {series}" / "Season 01" / name)
    return root


def _templates(folder: Path) -> list[Path]:
    make_mkv(folder / "one.mkv")
    make_mkv(folder / "two.mkv", audio=[sound("en"), sound("de")], subtitles=[words("tr")])
    make_mp4(folder / "three.mp4", audio=[sound("fr"), sound("ja")])
    (folder / "empty.mkv").touch()
    (folder / "stream.ts").write_bytes(as_transport_stream((folder / "one.mkv").read_bytes()))
    names = ("one.mkv", "two.mkv", "three.mp4", "empty.mkv", "stream.ts")
    return [folder / name for name in names]


def _copy(template: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(template, target.with_name(target.name + template.suffix))


async def with_libraries(database: Database, root: Path) -> list[UUID]:
    """Make a library of the films and one of the series."""
    async with database.writing() as session:
        return [
            (
                await service.add_library(
                    session, name=kind.value, kind=kind, folders=[root / kind.value.title()]
                )
            ).id
            for kind in LibraryKind
        ]


async def ask(database: Database, libraries: list[UUID], names: list[str]) -> None:
    """Queue a scan of each library, and other jobs with effects."""
    async with database.writing() as session:
        for library_id in libraries:
            await scan_library.enqueue(session, library_id=library_id, name="a library")
        for name in names:
            await work.enqueue(session, name=name, half=len(name) % 2)


async def held(database: Database) -> Held:
    """Count every title, every file with each of its tracks, and every link of the two."""
    parent = aliased(Title)
    titles = select(Title.kind, Title.match_key, Title.title, Title.year, Title.missing_since)
    titles = titles.add_columns(parent.match_key).join(
        parent, parent.id == Title.parent_id, isouter=True
    )
    tracks = select(
        MediaFile.path, Track.position, Track.kind, Track.codec, Track.language, Track.is_default
    ).join(Track, Track.media_file_id == MediaFile.id, isouter=True)
    links = (
        select(Title.match_key, MediaFile.path)
        .join(TitleFile, TitleFile.title_id == Title.id)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
    )
    async with database.reading() as session:
        counts = [
            Counter[object](map(tuple, await session.execute(query)))
            for query in (titles, tracks, links)
        ]
    return counts[0], counts[1], counts[2]


async def jobs(database: Database) -> list[JobRecord]:
    async with database.reading() as session:
        return await queries.jobs(session, limit=10_000)


async def all_ended(database: Database) -> None:
    async with asyncio.timeout(120):
        while any(not job.status.has_ended for job in await jobs(database)):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def unkilled(folder: Path, template: Path, root: Path) -> tuple[Held, float]:
    """Return what a library holds after one scan in peace, and how many seconds that took."""
    shutil.copyfile(template, folder / "unkilled.db")
    database = Database(sqlite_url(folder / "unkilled.db"))
    libraries = await with_libraries(database, root)
    begun = time.monotonic()
    for library_id in libraries:
        job = await scan_library.begin(database, library_id=library_id, name="a library")
        await scan_library(job, library_id, "a library")
    seconds = time.monotonic() - begun
    found = await held(database)
    await database.close()
    return found, seconds


def touch_some(root: Path, moments: random.Random) -> None:
    """Let a third of the files look changed, so that the next scan reads their folders again."""
    for file in root.rglob("*.*"):
        if file.is_file() and moments.random() < 1 / 3:
            os.utime(file, ns=(0, moments.randrange(10**18)))


@daily.ON_SQLITE
@pytest.mark.parametrize("kills", [2, pytest.param(25, marks=pytest.mark.sweep)])
@pytest.mark.timeout(600)
async def test_a_scan_killed_at_any_moment_is_finished_as_if_it_never_had_been(
    database: Database,
    database_url: URL,
    kills: int,
    library_folder: Path,
    sqlite_template: Path,
    tmp_path: Path,
) -> None:
    seed = random.randrange(2**32)  # noqa: S311
    print(f"The moments of the kills follow from the seed {seed}.")  # noqa: T201
    moments = random.Random(seed)  # noqa: S311
    expected, seconds = await unkilled(tmp_path, sqlite_template, library_folder)
    assert len(expected[0]) >= FILMS + EPISODES
    async with database.writer.begin() as connection:
        await connection.run_sync(metadata.create_all)
    libraries = await with_libraries(database, library_folder)
    url = database_url.render_as_string(hide_password=False)

    names: list[str] = []
    for kill in range(kills):
        new = [f"job {kill}.{number}" for number in range(JOBS_PER_KILL)]
        names += new
        await ask(database, libraries, new)
        process = await started("scanning.py", url, ready=READY)
        await asyncio.sleep(moments.uniform(0, seconds))
        await killed(process, with_children=moments.random() < 1 / 2)
        touch_some(library_folder, moments)
    await ask(database, libraries, [])
    process = await started("scanning.py", url, ready=READY)
    await all_ended(database)
    await killed(process, with_children=False)

    assert await held(database) == expected
    async with database.reading() as session:
        happened = Counter((row.job, row.step) for row in await session.execute(select(effects)))
    assert happened == {(name, step): 1 for name in names for step in range(STEPS)}
    assert sum(record.crashes for record in await jobs(database)) > 0
    await assert_sound(database)


async def assert_sound(database: Database) -> None:
    if database.is_sqlite:
        async with database.reading() as session:
            assert (await session.scalars(text("PRAGMA integrity_check"))).all() == ["ok"]
            assert (await session.scalars(text("PRAGMA foreign_key_check"))).all() == []
