"""Looks into files after a scan: what was seen stands in the tracks, and is looked at once."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

import daily
from bitstreams import HDR10, eac3_frames, encoded, with_hdr10_plus, with_objects, write_film
from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Priority
from maestrarr.core.settings import service as settings
from maestrarr.features.library import facets, frames, renewal
from maestrarr.features.library.jobs import look_into_files
from maestrarr.features.library.models import MediaFile, Track
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.walk import Stamp
from maestrarr.kit.db import Database
from maestrarr.media import probe
from maestrarr.media.facts import Tier
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.frames.dolby import ATMOS
from shelf import Shelf, plant

pytestmark = daily.ON_SQLITE

FILM = "Film (2020)/Film (2020).mkv"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a film with HDR10+ and Atmos, of which its header says neither."""
    path = tmp_path_factory.mktemp("film") / "film.mkv"
    picture = encoded("libx265", "hevc", preset="ultrafast", **{"x265-params": HDR10})
    sound = b"".join(map(with_objects, eac3_frames(encoded("eac3", "eac3"))))
    write_film(path, ("hevc", with_hdr10_plus(picture)), ("eac3", sound))
    return path.read_bytes()


@pytest.fixture
async def shelf(database: Database, tmp_path: Path, film: bytes) -> Shelf:
    shelf = await Shelf.over(database, tmp_path / "films")
    path = shelf.root / FILM
    path.parent.mkdir()
    path.write_bytes(film)
    await shelf.scan()
    return shelf


async def look(shelf: Shelf) -> Mapping[str, object] | None:
    job = await look_into_files.begin(shelf.database, library_id=shelf.library_id, name=shelf.name)
    return await look_into_files(job, shelf.library_id, shelf.name)


async def facts(database: Database) -> tuple[str | None, list[tuple[str | None, ...]]]:
    """Say by which tier the only file was read, and what is known of its tracks."""
    columns = (Track.hdr, Track.profile, Track.layout)
    async with database.reading() as session:
        tier = await session.scalar(select(MediaFile.tier))
        rows = await session.execute(select(*columns).order_by(Track.position))
        return tier, [tuple(row) for row in rows]


async def hdr_kinds(database: Database) -> dict[str, int]:
    async with database.reading() as session:
        connection = await session.connection()
        counted = await connection.run_sync(facets.facets, TitleFilter())
    kinds: dict[str, int] = counted["facets"]["hdr"]
    return kinds


async def queued(database: Database) -> list[JobRecord]:
    async with database.reading() as session:
        query = select(JobRecord).where(JobRecord.kind == "library.look")
        return list(await session.scalars(query))


async def test_what_frames_say_stands_in_the_tracks(shelf: Shelf) -> None:
    database = shelf.database
    assert (await facts(database))[0] == Tier.HEADER.value
    assert await hdr_kinds(database) == {"HDR10": 1}

    assert await look(shelf) == {"looked": 1, "told": 1}

    tier, (picture, sound) = await facts(database)
    assert tier == Tier.FRAMES.value
    assert picture[0] == "HDR10+"
    assert sound[1:] == (ATMOS, "5.1")
    assert await hdr_kinds(database) == {"HDR10+": 1}


async def test_a_title_that_changed_is_news(shelf: Shelf) -> None:
    async with shelf.database.reading() as session:
        before = (await session.scalars(select(EventRecord.id))).all()

    await look(shelf)

    async with shelf.database.reading() as session:
        query = select(EventRecord.kind).where(EventRecord.id.not_in(before))
        assert "title.changed" in (await session.scalars(query)).all()


async def test_a_scan_queues_one_look_where_there_is_something_to_see(shelf: Shelf) -> None:
    await shelf.scan()

    (job,) = await queued(shelf.database)
    assert (job.priority, job.title) == (Priority.LOW, "Look into the files of Shelf")


async def test_no_look_is_queued_where_headers_say_it_all(
    database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "films")
    plant(shelf.root, "Other (2021)/Other (2021).mkv")

    await shelf.scan()

    assert await queued(database) == []


async def test_no_look_is_queued_where_none_is_wanted(
    database: Database, tmp_path: Path, film: bytes
) -> None:
    async with database.writing() as session:
        await settings.change(session, "library", {"look_into_files": False})
    shelf = await Shelf.over(database, tmp_path / "films")
    (shelf.root / "film.mkv").write_bytes(film)

    await shelf.scan()

    assert await queued(database) == []


async def test_a_file_is_looked_into_once_and_again_when_it_changed(
    shelf: Shelf, film: bytes
) -> None:
    await look(shelf)
    assert await look(shelf) == {"looked": 0, "told": 0}
    await shelf.scan()
    assert (await facts(shelf.database))[0] == Tier.FRAMES.value

    path = shelf.root / FILM
    path.write_bytes(film)
    os.utime(path, (1, 1))
    await shelf.scan()

    assert (await facts(shelf.database))[0] == Tier.HEADER.value
    assert await look(shelf) == {"looked": 1, "told": 1}


async def test_a_file_that_ffmpeg_cannot_read_is_not_tried_for_ever(shelf: Shelf) -> None:
    path = shelf.root / FILM
    size = path.stat().st_size
    path.write_bytes(b"\xff" * size)

    assert await look(shelf) == {"looked": 1, "told": 0}
    assert await look(shelf) == {"looked": 0, "told": 0}


async def test_a_file_that_is_not_there_now_is_looked_into_later(shelf: Shelf, film: bytes) -> None:
    path = shelf.root / FILM
    path.unlink()
    assert await look(shelf) == {"looked": 1, "told": 0}
    assert (await facts(shelf.database))[0] == Tier.HEADER.value

    path.write_bytes(film)

    assert await look(shelf) == {"looked": 1, "told": 1}


async def test_what_was_seen_in_another_file_is_not_written_down(shelf: Shelf) -> None:
    async with shelf.database.reading() as session:
        (file,) = await frames.some_open(session, shelf.library_id, after=None, most=1)
    seen = await asyncio.to_thread(saw, file.path)
    stale = frames.OpenFile(file.id, file.path, file.size_bytes, file.mtime_ns + 1)

    async with shelf.database.writing() as session:
        assert await frames.note(session, [frames.Look(stale, seen)]) == 0

    assert (await facts(shelf.database))[0] == Tier.HEADER.value


async def test_what_frames_told_outlasts_an_edit_of_our_own(shelf: Shelf) -> None:
    await look(shelf)
    before = await facts(shelf.database)
    path = shelf.root / FILM
    (file,) = (await shelf.files()).values()
    found = path.stat()
    stamp = Stamp(found.st_size, found.st_mtime_ns + 1, found.st_ino)

    async with shelf.database.writing() as session:
        await renewal.renew(session, [renewal.Renewed(file.id, stamp, probe.probe(path))])

    assert await facts(shelf.database) == before
    assert (await shelf.files())[FILM].mtime_ns == stamp.mtime_ns


def saw(path: Path) -> list[frames.Sighting]:
    with FfmpegReader() as ffmpeg:
        return ffmpeg.look(path)


async def test_a_look_that_is_cancelled_ends_its_child(shelf: Shelf) -> None:
    file = frames.OpenFile(UUID(int=0), shelf.root / FILM, 0, 0)
    async with frames.looking() as look_at:
        looking = asyncio.ensure_future(look_at(file))
        await asyncio.sleep(0)
        looking.cancel()

    with pytest.raises(asyncio.CancelledError):
        await looking
