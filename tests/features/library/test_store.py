"""What a scan writes, and what it leaves alone: only what changed is read and stored again."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from maestrarr.features.library import store
from maestrarr.features.library.models import LocalArtwork
from maestrarr.features.library.moves import Whereabouts
from maestrarr.features.library.read import read_title_folder
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.scan import survey
from maestrarr.kit.db import Database
from maestrarr.media.facts import Attachment, Chapter
from maestrarr.media.probe import examine
from makers import make_mkv, picture, sound
from shelf import Shelf, nfo, plant, put


def _scramble(path: Path) -> None:
    """Put other bytes into a file and leave its stamp: whoever probes it now finds a fault."""
    status = path.stat()
    with path.open("r+b") as file:
        file.write(b"\0" * status.st_size)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


async def test_an_unchanged_library_is_not_read_again(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv", "Loose (2001).mkv")
    await shelf.scan()
    for path in ("Up (2009)/Up (2009).mkv", "Loose (2001).mkv"):
        _scramble(shelf.root / path)

    result = await shelf.scan()

    assert result["folders_read"] == 0
    assert await shelf.faults() == set()
    assert len(await shelf.tracks("Loose (2001).mkv")) == 1


async def test_a_touched_file_is_probed_again_and_its_neighbours_are_not(shelf: Shelf) -> None:
    plant(
        shelf.root,
        "Up (2009)/Up (2009) - a.mkv",
        "Up (2009)/Up (2009) - b.mkv",
        "Heat (1995)/Heat.mkv",
    )
    await shelf.scan()
    before = await shelf.files()
    for name in ("Up (2009)/Up (2009) - b.mkv", "Heat (1995)/Heat.mkv"):
        _scramble(shelf.root / name)
    make_mkv(shelf.root / "Up (2009)/Up (2009) - a.mkv", audio=[sound("tr"), sound("fr")])

    result = await shelf.scan()

    assert result["folders_read"] == 1
    assert await shelf.faults() == set()
    tracks = await shelf.tracks("Up (2009)/Up (2009) - a.mkv")
    assert [track.language for track in tracks] == ["tr", "fr"]
    assert len(await shelf.tracks("Up (2009)/Up (2009) - b.mkv")) == 1
    after = await shelf.files()
    assert {path: file.id for path, file in after.items()} == {
        path: file.id for path, file in before.items()
    }


async def test_a_new_subtitle_is_seen_though_its_film_is_not_probed_again(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv", "Up (2009)/Up (2009).en.srt")
    await shelf.scan()
    _scramble(shelf.root / "Up (2009)/Up (2009).mkv")
    (shelf.root / "Up (2009)/Up (2009).en.srt").unlink()
    plant(shelf.root, "Up (2009)/Up (2009).tr.srt", "Up (2009)/poster.jpg")

    await shelf.scan()

    subtitles = await shelf.tracks("Up (2009)/Up (2009).mkv", "subtitle")
    assert [track.language for track in subtitles] == ["tr"]
    assert len(await shelf.tracks("Up (2009)/Up (2009).mkv")) == 1


async def test_a_file_replaced_under_its_name_has_the_new_tracks_and_the_old_title(
    shelf: Shelf,
) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv")
    await shelf.scan()
    title = await shelf.title("Up")
    new = make_mkv(shelf.root / "new", audio=[sound("ja", channels=6)], video=[picture("hevc")])
    (shelf.root / "new").rename(shelf.root / "Up (2009)/Up (2009).mkv")

    await shelf.scan()

    assert (await shelf.title("Up")).id == title.id
    (track,) = await shelf.tracks("Up (2009)/Up (2009).mkv")
    assert (track.language, track.channels) == ("ja", 6)
    assert (await shelf.files())["Up (2009)/Up (2009).mkv"].size_bytes == new.size_bytes


async def test_an_upgrade_to_another_name_keeps_the_title_and_what_its_user_decided(
    shelf: Shelf,
) -> None:
    plant(shelf.root, "Up (2009)/Up.2009.720p.mkv")
    await shelf.scan()
    title = await shelf.title("Up")
    await shelf.edit(title, title="Oben", locked_fields=["title"], is_monitored=False)
    (shelf.root / "Up (2009)/Up.2009.720p.mkv").unlink()
    make_mkv(shelf.root / "Up (2009)/Up.2009.2160p.mkv", audio=[sound("de")])

    result = await shelf.scan()

    after = await shelf.title("Oben")
    assert (after.id, after.locked_fields, after.is_monitored) == (title.id, ["title"], False)
    assert after.missing_since is None
    assert await shelf.files_of(after) == ["Up (2009)/Up.2009.2160p.mkv"]
    assert result["newly_missing"] == 0
    assert list(await shelf.files()) == ["Up (2009)/Up.2009.2160p.mkv"]


async def test_films_of_one_name_and_year_with_other_ids_stay_two_scan_after_scan(
    shelf: Shelf,
) -> None:
    plant(
        shelf.root,
        "Twins (2001) {tmdb-1}/Twins.mkv",
        "Twins (2001) {tmdb-2}/Twins.mkv",
        "Loose/Pair (2002) {tmdb-3}.mkv",
        "Loose/Pair (2002) {tmdb-4}.mkv",
    )
    await shelf.scan()
    first = {title.id: title.tmdb_id for title in await shelf.titles()}
    plant(
        shelf.root,
        "Twins (2001) {tmdb-1}/poster.jpg",
        "Twins (2001) {tmdb-2}/poster.jpg",
        "Loose/x.jpg",
    )

    await shelf.scan()

    assert {title.id: title.tmdb_id for title in await shelf.titles()} == first
    assert sorted(value or 0 for value in first.values()) == [1, 2, 3, 4]
    for title in await shelf.titles():
        assert len(await shelf.files_of(title)) == 1


async def test_one_film_in_two_folders_is_one_title_with_two_files(shelf: Shelf) -> None:
    plant(shelf.root, "HD/Up (2009)/Up.mkv", "UHD/Up (2009)/Up.mkv")
    await shelf.scan()

    assert await shelf.files_of(await shelf.title("Up")) == [
        "HD/Up (2009)/Up.mkv",
        "UHD/Up (2009)/Up.mkv",
    ]


async def test_libraries_beside_each_other_share_nothing(
    database: Database, tmp_path: Path
) -> None:
    plain = await Shelf.over(database, tmp_path / "movies", name="Movies")
    sharp = await Shelf.over(database, tmp_path / "movies-4k", name="4K")
    for shelf in (plain, sharp):
        plant(shelf.root, "Up (2009)/Up (2009).mkv")
        await shelf.scan()
    (plain.root / "Up (2009)/Up (2009).mkv").unlink()
    plant(plain.root, "Heat (1995)/Heat.mkv")

    await plain.scan()

    assert (await plain.title("Up")).state == "missing"
    assert (await sharp.title("Up")).state == "discovered"


async def test_values_too_strange_for_a_database_are_stored_all_the_same(shelf: Shelf) -> None:
    folder = shelf.root / "Strange (2001)"
    make_mkv(
        folder / "Strange (2001).mkv",
        title="nul \0 here",
        audio=[sound("en", title="a\0b \ud7ff \U0001f3ac")],
        chapters=[Chapter(start_seconds=0, title="chapter\0one")],
        attachments=[Attachment(name="font\0.ttf", media_type="font/ttf", size_bytes=4)],
    )
    nfo(
        folder / "movie.nfo",
        title="Z" * 90_000,
        sorttitle="0123456789abcdef" * 5_000,
        year=99999999,
        runtime=99_999,
        rating="1e400",
        genre=["\U0001f600" * 400] * 3,
        tmdbid="9" * 9,
    )
    plant(shelf.root, os.fsdecode(b"Caf\xe9 (2004)/Caf\xe9 (2004) {edition-D\xe9}.mkv"))
    plant(shelf.root, "Two\nLines (2002)/Two\nLines (2002).mkv", " .mkv")

    result = await shelf.scan()

    assert result["titles"] == 4
    assert os.fsdecode(b"Caf\xe9 (2004)/Caf\xe9 (2004) {edition-D\xe9}.mkv") in await shelf.files()


async def test_a_series_with_a_title_as_long_as_a_book_keeps_its_episodes(
    series_shelf: Shelf,
) -> None:
    plant(series_shelf.root, "Long/Season 1/Long S01E01.mkv", "Long/Season 2/Long S02E01.mkv")
    nfo(series_shelf.root / "Long/tvshow.nfo", "tvshow", title="long " * 2000)

    await series_shelf.scan()

    assert len(await series_shelf.titles("season")) == 2
    assert len(await series_shelf.titles("episode")) == 2


async def test_a_shelf_of_thousands_of_loose_films_is_stored(shelf: Shelf) -> None:
    template = put(shelf.root / "Film 0 (2000) {tmdb-1}.mkv")
    for number in range(1, 1500):
        os.link(template, shelf.root / f"Film {number} (2000) {{tmdb-{number + 1}}}.mkv")

    result = await shelf.scan()

    assert (result["titles"], result["files"]) == (1500, 1500)


async def test_hard_links_are_files_of_their_own(shelf: Shelf) -> None:
    first = put(shelf.root / "Up (2009)/Up (2009).mkv")
    (shelf.root / "Copy (2009)").mkdir()
    os.link(first, shelf.root / "Copy (2009)/Copy (2009).mkv")
    await shelf.scan()
    ids = {path: file.id for path, file in (await shelf.files()).items()}

    first.rename(shelf.root / "Up (2009)/Up.2009.mkv")
    os.link(shelf.root / "Up (2009)/Up.2009.mkv", shelf.root / "Up (2009)/Up (2009) - b.mkv")
    await shelf.scan()

    after = await shelf.files()
    assert len(ids) == 2
    assert len(after) == 3
    assert after["Copy (2009)/Copy (2009).mkv"].id == ids["Copy (2009)/Copy (2009).mkv"]
    assert len({file.id for file in after.values()}) == 3
    for path in after:
        assert len(await shelf.tracks(path)) == 1


async def test_states_are_discovered_without_ids_and_identified_with_them(
    series_shelf: Shelf,
) -> None:
    plant(
        series_shelf.root,
        "Dark (2017)/Season 1/Dark S01E01.mkv",
        "Lost {tvdb-73739}/Season 1/Lost S01E01.mkv",
    )
    await series_shelf.scan()

    states = {title.title: str(title.state) for title in await series_shelf.titles("series")}
    assert states == {"Dark": "discovered", "Lost": "identified"}


@pytest.mark.parametrize("scans", [1, 2])
async def test_a_file_with_two_episodes_plays_both(series_shelf: Shelf, scans: int) -> None:
    plant(series_shelf.root, "Dark/Season 1/Dark S01E01-E02.mkv")
    for _ in range(scans):
        await series_shelf.scan()

    for number in (1, 2):
        episode = await series_shelf.episode(1, number)
        assert await series_shelf.files_of(episode) == ["Dark/Season 1/Dark S01E01-E02.mkv"]


async def test_a_picture_of_two_files_of_one_episode_is_stored_once(series_shelf: Shelf) -> None:
    plant(series_shelf.root, *(f"Show/Show S01E01{end}" for end in (".mkv", ".mp4", "-thumb.jpg")))

    await series_shelf.scan()

    async with series_shelf.database.reading() as session:
        pictures = (await session.scalars(select(LocalArtwork.path))).all()
    assert [path.name for path in pictures] == ["Show S01E01-thumb.jpg"]


async def test_titles_that_meet_in_one_keep_each_picture_once(series_shelf: Shelf) -> None:
    plant(series_shelf.root, "Show/Show S01E01.mkv", "Show/poster.jpg")
    (report,) = _reports(series_shelf.root)
    twice = replace(report, titles=[*report.titles, *report.titles])

    await _store(series_shelf, [twice])

    async with series_shelf.database.reading() as session:
        assert len((await session.scalars(select(LocalArtwork.path))).all()) == 1


async def test_a_folder_that_cannot_be_stored_costs_no_other(shelf: Shelf) -> None:
    plant(shelf.root, "Alien (1979)/Alien.mkv", "Heat (1995)/Heat.mkv", "Up (2009)/Up.mkv")
    alien, heat, up = _reports(shelf.root)
    monstrous = [replace(title, year=2**70) for title in heat.titles]

    await _store(shelf, [alien, replace(heat, titles=monstrous), up])

    assert {title.title for title in await shelf.titles()} == {"Alien", "Up"}
    assert await shelf.faults() == {("Heat (1995)", "unreadable")}
    async with shelf.database.reading() as session:
        known = await store.known_folders(session, shelf.library_id)
    assert known[heat.folder.path].signature == b""
    assert known[up.folder.path].signature == up.folder.signature
    assert (await shelf.scan())["folders_read"] == 1
    assert {title.title for title in await shelf.titles()} == {"Alien", "Heat", "Up"}
    assert await shelf.faults() == set()


async def test_a_file_that_moved_into_a_chunk_that_fails_is_still_recognised(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv", "Heat (1995)/Heat.mkv")
    await shelf.scan()
    before = await shelf.files()
    copy = put(shelf.root / "Up (2009)" / "Copy.mkv")
    copy.write_bytes((shelf.root / "Up (2009)/Up.mkv").read_bytes())
    (shelf.root / "Up (2009)/Up.mkv").unlink()
    heat, up = _reports(shelf.root)
    monstrous = [replace(title, year=2**70) for title in heat.titles]

    await _store(shelf, [up, replace(heat, titles=monstrous)])

    after = await shelf.files()
    assert after["Up (2009)/Copy.mkv"].id == before["Up (2009)/Up.mkv"].id


def _reports(root: Path) -> list[FolderReport]:
    """Read every title folder below a folder."""
    folders = survey(root, None).changed
    return [read_title_folder(folder, {}, examine) for folder in folders]


async def _store(shelf: Shelf, reports: list[FolderReport]) -> None:
    """Store these reports as one chunk."""
    folders = [report.folder for report in reports]
    paths = {folder.path for folder in folders}
    async with shelf.database.reading() as session:
        stored = await store.stored_files(session, shelf.library_id, paths)
    whereabouts = Whereabouts.of(stored, folders)
    async with shelf.database.writing() as session:
        await store.Store(session, shelf.library_id, whereabouts, paths).write(reports)
