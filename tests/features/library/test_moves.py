"""Moves and renames: whatever is where, a title stays itself, with all that was decided of it."""

import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

import daily
from maestrarr.features.library.models import Title
from maestrarr.kit.db import Database
from makers import make_mkv, make_mp4, sound
from shelf import Shelf, nfo, plant

pytestmark = daily.ON_SQLITE


async def _decided(shelf: Shelf, name: str) -> Title:
    """Scan, and decide something about a title."""
    await shelf.scan()
    title = await shelf.title(name)
    await shelf.edit(title, plot="Mine.", locked_fields=["plot"], is_monitored=False)
    return title


async def _is_the_same(shelf: Shelf, before: Title, kind: str) -> Title:
    """Find the only title of a kind, and prove that it is the one it was."""
    (after,) = await shelf.titles(kind)
    assert after.id == before.id
    assert after.added_at == before.added_at
    assert (after.plot, after.locked_fields, after.is_monitored) == ("Mine.", ["plot"], False)
    assert after.missing_since is None
    assert after.state == before.state
    return after


async def test_a_renamed_file_is_not_probed_again_and_stays_the_same_file(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv")
    before = await _decided(shelf, "Up")
    (file,) = (await shelf.files()).values()
    old, new = (shelf.root / "Up (2009)" / name for name in ("Up (2009).mkv", "Up.mkv"))
    status = old.stat()
    old.write_bytes(b"\0" * status.st_size)
    os.utime(old, ns=(status.st_atime_ns, status.st_mtime_ns))
    old.rename(new)

    await shelf.scan()

    after = await _is_the_same(shelf, before, "movie")
    assert {path: found.id for path, found in (await shelf.files()).items()} == {
        "Up (2009)/Up.mkv": file.id
    }
    assert await shelf.files_of(after) == ["Up (2009)/Up.mkv"]
    assert await shelf.faults() == set()
    assert len(await shelf.tracks("Up (2009)/Up.mkv")) == 1


@pytest.mark.parametrize(
    "new",
    [
        "Oben (2009)",
        "Up (2010)",
        "Pixar/Up (2009)",
        "Up",
        "Up (2009) {tmdb-14160}",
        "Pixar/Oben (2009) [1080p]",
    ],
)
async def test_a_renamed_film_folder_is_the_same_film(shelf: Shelf, new: str) -> None:
    plant(shelf.root, "Up (2009)/film.mkv", "Other (2001)/Other.mkv")
    other = (await shelf.scan(), await shelf.title("Other"))[1]
    before = await _decided(shelf, "Up")
    (shelf.root / new).parent.mkdir(exist_ok=True)
    (shelf.root / "Up (2009)").rename(shelf.root / new)

    result = await shelf.scan()

    titles = {title.id: title for title in await shelf.titles()}
    assert titles.keys() == {before.id, other.id}
    after = titles[before.id]
    assert (after.plot, after.locked_fields, after.is_monitored) == ("Mine.", ["plot"], False)
    assert after.folder == shelf.root / new
    assert await shelf.files_of(after) == [f"{new}/film.mkv"]
    assert (result["titles"], result["newly_missing"]) == (2, 0)


async def test_a_renamed_film_has_its_new_name_and_is_found_by_it_next_time(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/film.mkv")
    before = await _decided(shelf, "Up")
    (shelf.root / "Up (2009)").rename(shelf.root / "Oben (2010)")
    await shelf.scan()
    plant(shelf.root / "Oben (2010)", "poster.jpg")
    await shelf.scan()

    after = await _is_the_same(shelf, before, "movie")
    assert (after.title, after.year, after.sort_title) == ("Oben", 2010, "oben")
    assert after.match_key == "movie:oben:2010"


async def test_a_locked_name_survives_a_renamed_folder(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/film.mkv")
    await shelf.scan()
    title = await shelf.title("Up")
    await shelf.edit(title, title="My Film", locked_fields=["title"])
    (shelf.root / "Up (2009)").rename(shelf.root / "Oben (2010)")
    await shelf.scan()

    after = await shelf.title("My Film")
    assert (after.id, after.year) == (title.id, 2010)


@pytest.mark.parametrize(
    "new", ["Dunkel (2017)", "Drama/Dark (2017)", "Dark (2017) {tvdb-334824}", "Dark"]
)
async def test_a_moved_series_keeps_its_seasons_and_episodes(series_shelf: Shelf, new: str) -> None:
    shelf = series_shelf
    plant(
        shelf.root,
        "Dark (2017)/Season 1/Dark S01E01.mkv",
        "Dark (2017)/Season 1/Dark S01E02.mkv",
        "Dark (2017)/Season 2/Dark S02E01.mkv",
    )
    await shelf.scan()
    before = {(t.kind, t.season_number, t.episode_number): t.id for t in await shelf.titles()}
    files = await _ids_by_name(shelf)
    episode = await shelf.episode(1, 2)
    await shelf.edit(episode, title="Lies", locked_fields=["title"], is_monitored=False)
    (shelf.root / new).parent.mkdir(exist_ok=True)
    (shelf.root / "Dark (2017)").rename(shelf.root / new)

    result = await shelf.scan()

    after = {(t.kind, t.season_number, t.episode_number): t.id for t in await shelf.titles()}
    assert after == before
    assert await _ids_by_name(shelf) == files
    assert result["newly_missing"] == 0
    moved = await shelf.episode(1, 2)
    assert (moved.title, moved.locked_fields, moved.is_monitored) == ("Lies", ["title"], False)
    assert await shelf.files_of(moved) == [f"{new}/Season 1/Dark S01E02.mkv"]


async def test_a_film_moved_to_the_other_folder_of_its_library_is_the_same_film(
    database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "one", tmp_path / "two")
    plant(shelf.root, "Up (2009)/film.mkv", "Stays (2001)/film.mkv")
    await shelf.scan()
    before = await shelf.title("Up")
    plant(shelf.roots[1], "Kept (2003)/film.mkv")
    (shelf.root / "Up (2009)").rename(shelf.roots[1] / "Oben (2009)")

    result = await shelf.scan()

    assert (await shelf.title("Oben")).id == before.id
    assert (result["titles"], result["newly_missing"]) == (3, 0)


async def test_a_loose_film_put_into_a_folder_of_its_own_is_the_same_film(shelf: Shelf) -> None:
    plant(shelf.root, "up.mkv", "Other (2001).mkv")
    await shelf.scan()
    before = await shelf.title("up")
    (shelf.root / "Oben (2009)").mkdir()
    (shelf.root / "up.mkv").rename(shelf.root / "Oben (2009)" / "Oben.mkv")

    await shelf.scan()

    after = await shelf.title("Oben")
    assert (after.id, after.folder) == (before.id, shelf.root / "Oben (2009)")
    assert len(await shelf.titles()) == 2


async def test_a_version_that_leaves_for_a_folder_of_its_own_leaves_the_title_where_it_is(
    shelf: Shelf,
) -> None:
    plant(shelf.root, "Up (2009)/Up - a.mkv", "Up (2009)/Up - b.mkv")
    await shelf.scan()
    before = await shelf.title("Up")
    (shelf.root / "Other (2001)").mkdir()
    (shelf.root / "Up (2009)/Up - b.mkv").rename(shelf.root / "Other (2001)/Other.mkv")

    await shelf.scan()

    assert (await shelf.title("Up")).id == before.id
    assert await shelf.files_of(await shelf.title("Up")) == ["Up (2009)/Up - a.mkv"]
    assert await shelf.files_of(await shelf.title("Other")) == ["Other (2001)/Other.mkv"]


async def _ids_by_name(shelf: Shelf) -> dict[str, UUID]:
    return {file.path.name: file.id for file in (await shelf.files()).values()}


def _copied(old: Path, new: Path) -> None:
    """Move a file to another disk: a new inode and a new time of writing, the same bytes."""
    new.write_bytes(old.read_bytes())
    old.unlink()


@pytest.mark.parametrize("make", [make_mkv, make_mp4])
async def test_a_file_copied_from_another_disk_is_known_by_what_is_in_it(
    shelf: Shelf, make: Callable[..., object]
) -> None:
    old, new = shelf.root / "Up (2009)/film.mkv", shelf.root / "Oben (2010)/film.mkv"
    old, new = (path.with_suffix(".mkv" if make is make_mkv else ".mp4") for path in (old, new))
    make(old, audio=[sound("en"), sound("tr")], seconds=3.25)
    before = await _decided(shelf, "Up")
    (file,) = (await shelf.files()).values()
    new.parent.mkdir()
    _copied(old, new)
    old.parent.rmdir()

    await shelf.scan()

    await _is_the_same(shelf, before, "movie")
    (after,) = (await shelf.files()).values()
    assert after.id == file.id


async def test_an_inode_that_another_file_got_is_no_move(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/film.mkv")
    await shelf.scan()
    before = await shelf.title("Up")
    old, new = shelf.root / "Up (2009)/film.mkv", shelf.root / "Heat (1995)/heat.mkv"
    new.parent.mkdir()
    old.rename(new)  # the same inode
    make_mkv(new, audio=[sound("tr")], seconds=5)
    assert new.stat().st_ino == (await shelf.files())["Up (2009)/film.mkv"].inode

    await shelf.scan()

    assert (await shelf.title("Up")).state == "missing"
    assert (await shelf.title("Heat")).id != before.id
    assert [track.language for track in await shelf.tracks("Heat (1995)/heat.mkv")] == ["tr"]


async def test_two_files_that_swap_names_have_their_own_tracks(shelf: Shelf) -> None:
    one, two = (shelf.root / f"Film {n} (2000)/Film {n}.mkv" for n in (1, 2))
    make_mkv(one, audio=[sound("en")])
    make_mkv(two, audio=[sound("tr"), sound("fr")])
    await shelf.scan()
    one.rename(shelf.root / "x")
    two.rename(one)
    (shelf.root / "x").rename(two)

    await shelf.scan()

    languages = {
        path: [track.language for track in await shelf.tracks(path)] for path in await shelf.files()
    }
    assert languages == {
        "Film 1 (2000)/Film 1.mkv": ["tr", "fr"],
        "Film 2 (2000)/Film 2.mkv": ["en"],
    }


async def test_a_moved_nfo_that_says_what_it_said_overwrites_nothing(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/film.mkv")
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", plot="From the NFO.")
    await shelf.scan()
    title = await shelf.title("Up")
    await shelf.edit(title, plot="From somebody later.")
    (shelf.root / "Up (2009)").rename(shelf.root / "Up (2009) [1080p]")

    await shelf.scan()

    after = await shelf.title("Up")
    assert (after.id, after.plot) == (title.id, "From somebody later.")
    assert after.nfo_path == shelf.root / "Up (2009) [1080p]/movie.nfo"


async def test_a_title_goes_with_its_ids_though_nothing_else_is_as_it_was(shelf: Shelf) -> None:
    make_mkv(shelf.root / "Up (2009) {tmdb-14160}/Up.mkv", seconds=2)
    before = await _decided(shelf, "Up")
    (shelf.root / "Up (2009) {tmdb-14160}/Up.mkv").unlink()
    (shelf.root / "Up (2009) {tmdb-14160}").rmdir()
    make_mkv(shelf.root / "Oben (2010) {tmdb-14160}/Oben.mkv", seconds=4)

    await shelf.scan()

    await _is_the_same(shelf, before, "movie")


async def test_a_broken_file_stays_a_fault_when_something_beside_it_changes(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv")
    (shelf.root / "Up (2009)/Up (2009).mkv").write_bytes(b"")
    await shelf.scan()
    plant(shelf.root, "Up (2009)/poster.jpg")
    await shelf.scan()
    (shelf.root / "Up (2009)").rename(shelf.root / "Oben (2009)")
    await shelf.scan()

    assert await shelf.faults() == {("Oben (2009)/Up (2009).mkv", "empty")}
