"""Files that go: nothing is lost by a disk that is away, and all comes back with its files."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

import daily
from maestrarr.core.settings import service as settings
from maestrarr.features.library import monitoring, search, service
from maestrarr.features.library.errors import FolderMissing, TooManyMissing
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Title
from maestrarr.features.library.read import read_title_folder
from maestrarr.features.library.scan import survey
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.media.probe import examine
from shelf import Shelf, plant, unreadable

GRACE = LibrarySettings().grace
LONG_AGO = GRACE + timedelta(minutes=1)


def _films(root: Path, count: int, first: int = 0) -> None:
    plant(root, *(f"Film {n} (2000)/Film {n}.mkv" for n in range(first, first + count)))


def _lose(root: Path, count: int) -> None:
    for number in range(count):
        shutil.rmtree(root / f"Film {number} (2000)")


async def _missing(shelf: Shelf) -> list[str]:
    return [title.title for title in await shelf.titles() if title.state == "missing"]


@pytest.mark.parametrize("loss", ["gone", "empty", "a file"])
@daily.ON_SQLITE
async def test_a_root_that_is_away_stops_the_scan_and_nothing_goes_missing(
    shelf: Shelf, loss: str
) -> None:
    _films(shelf.root, 3)
    await shelf.scan()
    before = await shelf.files()
    shelf.root.rename(shelf.root.with_name("unmounted"))
    if loss == "empty":
        shelf.root.mkdir()
        (shelf.root / "lost+found").mkdir()
    if loss == "a file":
        shelf.root.write_text("")

    with pytest.raises(FolderMissing):
        await shelf.scan(accept_missing=True)

    assert await _missing(shelf) == []
    assert (await shelf.files()).keys() == before.keys()


async def test_one_folder_of_two_that_is_away_stops_the_scan_as_well(
    database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "one", tmp_path / "two")
    _films(shelf.roots[0], 2)
    _films(shelf.roots[1], 2, first=2)
    await shelf.scan()
    shutil.rmtree(shelf.roots[1])

    with pytest.raises(FolderMissing, match="two"):
        await shelf.scan()

    assert await _missing(shelf) == []


@daily.ON_SQLITE
async def test_a_root_that_was_always_empty_is_an_empty_library(shelf: Shelf) -> None:
    assert (await shelf.scan())["titles"] == 0
    assert (await shelf.scan())["titles"] == 0


@daily.ON_SQLITE
async def test_a_film_that_is_gone_is_missing_and_comes_back_as_it_was(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009) {tmdb-1}/Up.mkv", "Heat (1995)/Heat.mkv")
    await shelf.scan()
    before = await shelf.title("Up")
    (file,) = [file for path, file in (await shelf.files()).items() if "Up" in path]
    await shelf.edit(before, state="published", plot="Mine.", locked_fields=["plot"])
    (shelf.root / "Up (2009) {tmdb-1}").rename(shelf.root.with_name("away"))
    gone = await shelf.scan()
    missing = await shelf.title("Up")

    shelf.root.with_name("away").rename(shelf.root / "Up (2009) {tmdb-1}")
    back = await shelf.scan()

    assert (gone["newly_missing"], gone["files"], str(missing.state)) == (1, 1, "missing")
    assert missing.missing_since is not None
    after = await shelf.title("Up")
    assert (after.id, after.state, after.missing_since) == (before.id, "published", None)
    assert (after.plot, after.locked_fields) == ("Mine.", ["plot"])
    assert (await shelf.files())["Up (2009) {tmdb-1}/Up.mkv"].id == file.id
    assert back["newly_missing"] == 0


@daily.ON_SQLITE
async def test_a_second_scan_does_not_make_what_is_missing_missing_again(shelf: Shelf) -> None:
    _films(shelf.root, 3)
    await shelf.scan()
    _lose(shelf.root, 1)
    await shelf.scan()
    first = await shelf.title("Film 0")

    assert (await shelf.scan())["newly_missing"] == 0
    second = await shelf.title("Film 0")
    assert second.missing_since == first.missing_since
    assert second.state_before_missing == "discovered"


async def test_a_season_and_a_series_are_missing_once_all_below_them_is(
    series_shelf: Shelf,
) -> None:
    shelf = series_shelf
    plant(
        shelf.root,
        "Dark/Season 1/Dark S01E01.mkv",
        "Dark/Season 1/Dark S01E02.mkv",
        "Dark/Season 2/Dark S02E01.mkv",
        "Lost/Season 1/Lost S01E01.mkv",
    )
    await shelf.scan()

    async def missing() -> list[str]:
        await shelf.scan()
        return [title.match_key for title in await shelf.titles() if title.state == "missing"]

    (shelf.root / "Dark/Season 1/Dark S01E01.mkv").rename(shelf.root.with_name("kept.mkv"))
    assert await missing() == ["series:dark:/1/1"]
    shutil.rmtree(shelf.root / "Dark/Season 1")
    assert await missing() == ["series:dark:/1", "series:dark:/1/1", "series:dark:/1/2"]
    shutil.rmtree(shelf.root / "Dark")
    assert len(await missing()) == 6
    (shelf.root / "Dark/Season 1").mkdir(parents=True)
    shelf.root.with_name("kept.mkv").rename(shelf.root / "Dark/Season 1/Dark S01E01.mkv")
    assert await missing() == ["series:dark:/1/2", "series:dark:/2", "series:dark:/2/1"]


@pytest.mark.parametrize(
    ("total", "lost", "is_asked"),
    [(20, 9, False), (20, 10, True), (100, 10, False), (100, 11, True)],
)
@daily.ON_SQLITE
async def test_many_films_gone_at_once_are_asked_about_first(
    shelf: Shelf, total: int, lost: int, *, is_asked: bool
) -> None:
    _films(shelf.root, total)
    await shelf.scan()
    _lose(shelf.root, lost)

    if is_asked:
        for _ in range(2):
            with pytest.raises(TooManyMissing, match=f"{lost} of the {total} titles"):
                await shelf.scan()
            assert await _missing(shelf) == []
            assert len(await shelf.files()) == total
    result = await shelf.scan(accept_missing=is_asked)

    assert result["newly_missing"] == lost
    assert len(await _missing(shelf)) == lost


@daily.ON_SQLITE
async def test_many_films_that_only_moved_are_not_asked_about(shelf: Shelf) -> None:
    _films(shelf.root, 30)
    await shelf.scan()
    ids = {title.id for title in await shelf.titles()}
    (shelf.root / "All").mkdir()
    for folder in list(shelf.root.iterdir()):
        if folder.name != "All":
            folder.rename(shelf.root / "All" / folder.name)

    result = await shelf.scan()

    assert result["newly_missing"] == 0
    assert {title.id for title in await shelf.titles()} == ids


@daily.ON_SQLITE
async def test_what_may_go_missing_and_for_how_long_is_a_setting(shelf: Shelf) -> None:
    _films(shelf.root, 3)
    await shelf.scan()
    async with shelf.database.writing() as session:
        wanted = {"missing_count": 1, "missing_percent": 20, "grace_days": 100}
        await settings.change(session, "library", wanted)
    _lose(shelf.root, 1)

    with pytest.raises(TooManyMissing):
        await shelf.scan()
    async with shelf.database.writing() as session:
        await settings.change(session, "library", {"missing_percent": 34})
    await shelf.scan()
    await shelf.age(now() - LONG_AGO)
    assert (await shelf.scan())["collected"] == 0


@daily.ON_SQLITE
async def test_after_the_grace_a_missing_film_is_forgotten_and_not_before(shelf: Shelf) -> None:
    _films(shelf.root, 2)
    await shelf.scan()
    _lose(shelf.root, 1)
    await shelf.scan()

    await shelf.age(now() - GRACE + timedelta(minutes=5))
    assert (await shelf.scan())["collected"] == 0
    await shelf.age(now() - LONG_AGO)
    assert (await shelf.scan())["collected"] == 1

    assert [title.title for title in await shelf.titles()] == ["Film 1"]


@daily.ON_SQLITE
async def test_what_was_decided_comes_back_with_the_ids_after_the_grace(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009) {tmdb-1}/Up.mkv", "Heat (1995)/Heat.mkv")
    await shelf.scan()
    title = await shelf.title("Up")
    await shelf.edit(title, title="Oben", locked_fields=["title"], is_monitored=False)
    shutil.rmtree(shelf.root / "Up (2009) {tmdb-1}")
    await shelf.scan()
    await shelf.age(now() - LONG_AGO)
    await shelf.scan()
    plant(shelf.root, "Up [1080p] [tmdbid=1]/Up.mkv")

    await shelf.scan()

    back = await shelf.title("Oben")
    assert back.id != title.id
    assert (back.locked_fields, back.is_monitored) == (["title"], False)
    assert back.sort_title == "oben"


async def test_what_was_decided_goes_over_to_another_library(
    database: Database, tmp_path: Path
) -> None:
    old = await Shelf.over(database, tmp_path / "old", name="Old", kind="series")
    files = ["Dark {tvdb-7}/Season 1/Dark S01E01.mkv", "Dark {tvdb-7}/Season 1/Dark S01E02.mkv"]
    plant(old.root, *files)
    await old.scan()
    first, series = await old.episode(1, 1), await old.title("Dark")
    async with database.writing() as session:
        await monitoring.monitor(session, [series.id], is_monitored=False)
        await monitoring.monitor(session, [first.id], is_monitored=True)
    await old.edit(first, title="Secrets", plot="Mine.", locked_fields=["plot", "title"])
    async with database.writing() as session:
        await service.remove_library(session, old.library_id)
    new = await Shelf.over(database, tmp_path / "new", name="New", kind="series")
    plant(new.root, *files)

    await new.scan()

    back = await new.title("Secrets")
    assert (back.plot, back.locked_fields) == ("Mine.", ["plot", "title"])
    assert (await new.title("Dark")).is_monitored is False
    monitored = {title.match_key: title.is_monitored for title in await new.titles()}
    assert monitored == {
        "series:dark:": False,
        "series:dark:/1": False,
        "series:dark:/1/1": True,
        "series:dark:/1/2": False,
    }


@daily.ON_SQLITE
async def test_an_upgrade_leaves_no_trace_of_the_old_file_after_the_grace(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.720p.mkv")
    await shelf.scan()
    (shelf.root / "Up (2009)/Up.720p.mkv").unlink()
    plant(shelf.root, "Up (2009)/Up.2160p.webm")
    await shelf.scan()
    await shelf.age(now() - LONG_AGO)

    assert (await shelf.scan())["collected"] == 0
    assert await shelf.files_of(await shelf.title("Up")) == ["Up (2009)/Up.2160p.webm"]
    async with shelf.database.reading() as session:
        connection = await session.connection()
        found = {
            words: len(await connection.run_sync(search.find, words)) for words in ("720p", "2160p")
        }
    assert found == {"720p": 0, "2160p": 1}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("folder", ["Dark", "Dark/Season 2"])
async def test_what_cannot_be_listed_for_now_does_not_go_missing(
    series_shelf: Shelf, folder: str
) -> None:
    shelf = series_shelf
    plant(
        shelf.root,
        "Dark/Season 1/Dark S01E01.mkv",
        "Dark/Season 2/Dark S02E01.mkv",
        "Lost/Season 1/Lost S01E01.mkv",
    )
    await shelf.scan()
    before = {title.id for title in await shelf.titles()}

    with unreadable(shelf.root, folder):
        locked = await shelf.scan()
        faults = await shelf.faults()
    opened = await shelf.scan()

    assert (locked["newly_missing"], opened["newly_missing"]) == (0, 0)
    assert faults == {(folder, "unreadable_folder")}
    assert await shelf.faults() == set()
    assert {title.id for title in await shelf.titles()} == before
    assert len(await shelf.files()) == 3


@daily.ON_SQLITE
async def test_a_link_that_dies_makes_its_film_missing_and_is_a_fault(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv", "Real (2001)/Real.mkv")
    (shelf.root / "Link (2002)").mkdir()
    (shelf.root / "Link (2002)/Link.mkv").symlink_to(shelf.root / "Real (2001)/Real.mkv")
    await shelf.scan()
    assert (await shelf.title("Link")).state == "discovered"
    (shelf.root / "Real (2001)/Real.mkv").unlink()

    await shelf.scan()

    assert sorted(await _missing(shelf)) == ["Link", "Real"]
    assert await shelf.faults() == {("Link (2002)/Link.mkv", "broken_link")}


def test_a_folder_that_vanishes_between_looking_and_reading_is_faults_and_no_crash(
    tmp_path: Path,
) -> None:
    plant(tmp_path, "Up (2009)/Up.mkv", "Up (2009)/movie.nfo", "Up (2009)/poster.jpg")
    (folder,) = survey(tmp_path, None).changed
    shutil.rmtree(tmp_path / "Up (2009)")

    report = read_title_folder(folder, {}, examine)

    assert {fault.path.name: str(fault.kind) for fault in report.faults} == {
        "Up.mkv": "unreadable",
        "movie.nfo": "broken_nfo",
    }
    assert [file.probe for file in report.files] == [None]


async def test_a_scan_that_is_cut_off_goes_on_where_it_was_and_ends_the_same(
    database: Database, tmp_path: Path
) -> None:
    cut = await Shelf.over(database, tmp_path / "cut", name="Cut")
    whole = await Shelf.over(database, tmp_path / "whole", name="Whole")
    for shelf in (cut, whole):
        _films(shelf.root, 300)
    job = await scan_library.begin(database, library_id=cut.library_id, name=cut.name)
    scanning = asyncio.create_task(scan_library(job, cut.library_id, cut.name))
    while not await _any_title(database):  # noqa: ASYNC110  # the database sends no event
        await asyncio.sleep(0.001)
    scanning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await scanning
    stored = len(await cut.titles())

    await cut.scan()
    await whole.scan()

    assert stored > 0
    assert await _content(cut) == await _content(whole)
    assert (await cut.scan())["folders_read"] == 0


async def _any_title(database: Database) -> bool:
    async with database.reading() as session:
        return await session.scalar(select(Title.id).limit(1)) is not None


async def _content(shelf: Shelf) -> list[tuple[str, str, Sequence[str]]]:
    paths: dict[object, list[str]] = {}
    for path, file in (await shelf.files()).items():
        paths.setdefault(file.title_folder_id, []).append(path)
    return [
        (title.match_key, str(title.state), await shelf.files_of(title))
        for title in await shelf.titles()
    ]
