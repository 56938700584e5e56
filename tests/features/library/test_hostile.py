"""What a scan meets on a bad day: full disks, disks that go away, files that are traps."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

import daily
import disks
from command import run
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.library import queries, scan
from maestrarr.features.library.errors import FolderMissing
from maestrarr.kit.db import Database, in_words, sqlite_url
from makers import make_mkv
from shelf import Shelf, nfo, plant, put, read, unreadable

MANY = 320  # many more than are read ahead of what is stored
FILES_PER_BATCH = 30
SMALL_DISK_KIB = 2_048
BOMB = """<?xml version="1.0"?>
<!DOCTYPE movie [<!ENTITY a "aaaaaaaaaa">{entities}]>
<movie><title>The Bomb</title><plot>&z;</plot></movie>"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes, which only root may; elsewhere the test skips."""
    with disks.small_disk(tmp_path / "disk", kib=SMALL_DISK_KIB) as folder:
        yield folder


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a scan of hundreds be cut off amid them, as others are amid thousands."""
    monkeypatch.setattr(scan, "FILES_PER_BATCH", FILES_PER_BATCH)


def plant_many(root: Path, count: int = MANY) -> None:
    """Make many films in no time: names for one file."""
    film = root.parent / "film.mkv"
    make_mkv(film)
    for number in range(count):
        name = f"Film {number:04} (2000)"
        (root / name).mkdir(parents=True)
        os.link(film, root / name / f"{name}.mkv")


async def counts(shelf: Shelf) -> queries.LibraryCounts:
    async with shelf.database.reading() as session:
        return await queries.counts(session, shelf.library_id)


async def is_under_way(shelf: Shelf, *, scan: int) -> None:
    """Wait until this scan, counted from 1, has stored a part of what it found."""
    begun = select(func.count()).where(JobRecord.current > 0)
    async with asyncio.timeout(60):
        while True:
            async with shelf.database.reading() as session:
                if (await session.scalar(begun)) == scan:
                    return
            await asyncio.sleep(0.005)


async def test_a_full_disk_is_a_sentence_and_loses_nothing(
    small_disk: Path, sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copyfile(sqlite_template, small_disk / "maestrarr.db")
    database = Database(sqlite_url(small_disk / "maestrarr.db"))
    shelf = await Shelf.over(database, tmp_path / "shelf")
    plant(shelf.root, "First (2001)/First (2001).mkv")
    await shelf.scan()
    plant_many(shelf.root)
    filler = small_disk / "filler"
    free = shutil.disk_usage(small_disk).free
    filler.write_bytes(bytes(free - 400 * 1024))

    with pytest.raises(OperationalError) as failed:
        await shelf.scan()

    assert in_words(failed.value).sentence == "The database answered: database or disk is full."
    stored = await counts(shelf)
    assert 1 <= stored.files <= MANY
    assert (await shelf.title("First")).missing_since is None
    async with database.reading() as session:
        assert (await session.scalars(text("PRAGMA integrity_check"))).all() == ["ok"]
    filler.unlink()
    await database.close()
    shutil.move(small_disk / "maestrarr.db", tmp_path / "roomy.db")
    shelf.database = Database(sqlite_url(tmp_path / "roomy.db"))
    await shelf.scan()
    assert (await counts(shelf)).files == MANY + 1
    await shelf.database.close()


def test_a_data_folder_that_can_only_be_read_is_a_sentence(small_disk: Path) -> None:
    command = ("library", "list", "--data", small_disk / "data")
    assert run(*command).returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    told = run(*command)

    assert (told.returncode, told.stdout) == (2, "")
    assert "Read-only file system" in told.stderr
    assert told.stderr.count("\n") == 1


@daily.ON_SQLITE
async def test_a_root_that_goes_away_during_the_scan_loses_nothing(
    shelf: Shelf, tmp_path: Path
) -> None:
    plant_many(shelf.root)
    await shelf.scan()
    tracks = await counted_tracks(shelf.database)
    os.utime(tmp_path / "film.mkv")

    scanning = asyncio.create_task(shelf.scan())
    await is_under_way(shelf, scan=2)
    shelf.root.rename(tmp_path / "away")
    with pytest.raises(FolderMissing, match="went away during the scan"):
        await scanning

    after = await counts(shelf)
    assert after.missing == 0
    assert after.faults > 0
    (tmp_path / "away").rename(shelf.root)
    await shelf.scan()
    assert (await counts(shelf)).faults == 0
    assert await counted_tracks(shelf.database) == tracks
    assert (await shelf.scan())["folders_read"] == 0


@daily.ON_SQLITE
async def test_a_disk_unmounted_during_the_scan_loses_nothing(shelf: Shelf, tmp_path: Path) -> None:
    plant_many(shelf.root)
    await shelf.scan()
    os.utime(tmp_path / "film.mkv")

    scanning = asyncio.create_task(shelf.scan())
    await is_under_way(shelf, scan=2)
    shelf.root.rename(tmp_path / "away")
    shelf.root.mkdir()  # the mount point stays
    with pytest.raises(FolderMissing, match="was emptied during the scan"):
        await scanning

    assert (await counts(shelf)).missing == 0


async def counted_tracks(database: Database) -> int:
    async with database.reading() as session:
        return (await session.scalar(text("SELECT count(*) FROM tracks"))) or 0


@daily.ON_SQLITE
async def test_a_film_that_may_be_read_again_loses_its_fault(shelf: Shelf) -> None:
    film = "Locked (2001)/Locked (2001).mkv"
    put(shelf.root / film)
    with unreadable(shelf.root, film):
        await shelf.scan()
        locked = await shelf.faults()

    await shelf.scan()

    assert locked == {(film, "unreadable")}
    assert await shelf.faults() == set()
    assert len(await shelf.tracks(film)) == 1


def test_an_nfo_of_ten_megabytes_is_a_fault_and_the_film_is_there(tmp_path: Path) -> None:
    put(tmp_path / "Film (2001)" / "Film (2001).mkv")
    nfo(tmp_path / "Film (2001)" / "movie.nfo", title="Told", plot="x" * 10 * 1024**2)

    report = read(tmp_path)

    assert len(report.titles) == len(report.files) == 1
    assert [fault.kind for fault in report.faults] == ["broken_nfo"]


@pytest.mark.parametrize(
    "declared",
    [
        "".join(
            f'<!ENTITY {name} "&{before};&{before};">' for before, name in pairwise(ascii_lowercase)
        ),
        '<!ENTITY z SYSTEM "file:///etc/passwd">',
        '<!ENTITY % remote SYSTEM "http://localhost:1/evil.dtd"> %remote;',
    ],
    ids=["a bomb", "a local file", "a remote DTD"],
)
def test_an_nfo_that_is_a_trap_is_read_without_springing_it(tmp_path: Path, declared: str) -> None:
    put(tmp_path / "Film (2001)" / "Film (2001).mkv")
    put(tmp_path / "Film (2001)" / "movie.nfo", BOMB.format(entities=declared))

    (title,) = read(tmp_path).titles

    entry = title.nfo and title.nfo.entry
    assert title.title in ("The Bomb", "Film")
    assert "root:" not in str(entry)
    assert len(str(entry)) < 10_000


def test_a_pipe_named_like_a_film_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path / "Film (2001)" / "Film (2001).mkv")
    os.mkfifo(tmp_path / "Film (2001)" / "Film (2001)-trailer.mkv")
    os.mkfifo(tmp_path / "Film (2001)" / "movie.nfo")

    report = read(tmp_path)

    assert [file.path.name for file in report.files] == ["Film (2001).mkv"]
    assert report.faults == []


@daily.ON_SQLITE
async def test_a_file_that_grows_is_read_again_when_it_is_whole(
    shelf: Shelf, tmp_path: Path
) -> None:
    make_mkv(tmp_path / "whole.mkv")
    whole = (tmp_path / "whole.mkv").read_bytes()
    film = shelf.root / "Growing (2001)" / "Growing (2001).mkv"
    film.parent.mkdir()
    film.write_bytes(whole[: len(whole) // 3])
    await shelf.scan()
    halfway = await shelf.faults()

    with film.open("ab") as file:
        file.write(whole[len(whole) // 3 :])
    await shelf.scan()

    assert halfway == {("Growing (2001)/Growing (2001).mkv", "truncated")}
    assert await shelf.faults() == set()
    assert len(await shelf.titles()) == 1


@daily.ON_SQLITE
async def test_a_film_taken_away_between_look_and_read_is_no_fault_for_ever(
    shelf: Shelf, tmp_path: Path
) -> None:
    plant_many(shelf.root)
    os.utime(tmp_path / "film.mkv")
    last = shelf.root / f"Film {MANY - 1:04} (2000)" / f"Film {MANY - 1:04} (2000).mkv"

    scanning = asyncio.create_task(shelf.scan())
    await is_under_way(shelf, scan=1)
    last.unlink()
    await scanning
    await shelf.scan()

    assert await shelf.faults() == set()
    assert (await counts(shelf)).files == MANY - 1
