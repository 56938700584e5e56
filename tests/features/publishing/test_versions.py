"""A film in several files has what players look for beside each of them."""

from pathlib import Path

from press import FILM, Press

from maestrarr.features.library.models import Title
from makers import make_mkv, sound
from shelf import Shelf, nfo, plant

LARGE, SMALL = f"{FILM} - 2160p", f"{FILM} - 1080p"


async def two_versions(press: Press) -> Title:
    """Make a film in two versions, the larger of which leads, and choose pictures for it."""
    plant(press.root, f"{FILM}/{LARGE}.mkv")
    make_mkv(press.root / FILM / f"{SMALL}.mkv", audio=[sound("fr")])
    with (press.root / FILM / f"{LARGE}.mkv").open("ab") as film:
        film.write(bytes(100_000))
    nfo(press.root / FILM / "movie.nfo", title="Heat", year="1995", tmdbid="949")
    await press.shelf.scan()
    (press.root / FILM / "movie.nfo").unlink()
    await press.shelf.scan()
    heat = await press.shelf.title("Heat")
    await press.choose(heat, poster=b"poster", fanart=b"fanart")
    return heat


def named(*stems: str) -> set[str]:
    return {f"{stem}{end}" for stem in stems for end in (".nfo", "-poster.jpg", "-fanart.jpg")}


async def test_each_version_has_its_own_nfo_file_and_pictures(press: Press) -> None:
    heat = await two_versions(press)

    await press.publish(heat)

    assert set(press.files()) == named(LARGE, SMALL)
    title = await press.again(heat)
    assert title.nfo_path == press.root / FILM / f"{LARGE}.nfo"


async def test_an_nfo_file_tells_the_tracks_of_its_own_version(press: Press) -> None:
    heat = await two_versions(press)

    await press.publish(heat)

    found = press.files()
    assert b"<language>fre</language>" in found[f"{SMALL}.nfo"]
    assert b"<language>eng</language>" in found[f"{LARGE}.nfo"]


async def test_nothing_is_written_twice_and_no_scan_finds_anything_amiss(press: Press) -> None:
    heat = await two_versions(press)
    await press.publish(heat)
    await press.shelf.scan()

    told = await press.publish(heat)
    recovered = await press.recover()

    assert told["unchanged"] == 1
    assert set(recovered.values()) == {0}
    assert (await press.again(heat)).state == "published"


async def test_what_vanishes_beside_any_version_comes_back(press: Press) -> None:
    heat = await two_versions(press)
    await press.publish(heat)
    before = press.files()
    press.delete_all()

    await press.restore(heat)

    assert press.files() == before


async def test_the_version_that_was_upgraded_gets_its_set_and_the_other_keeps_its_own(
    press: Press,
) -> None:
    heat = await two_versions(press)
    await press.publish(heat)
    before = press.files()
    folder, new = press.root / FILM, f"{FILM} - 1080p Remux"
    for path in folder.glob(f"{SMALL}*"):
        path.unlink()
    plant(folder, f"{new}.mkv")
    await press.shelf.scan()

    await press.recover()

    after = press.files()
    assert set(after) == named(LARGE, new)
    assert after[f"{new}.nfo"] == before[f"{SMALL}.nfo"]
    assert after[f"{LARGE}.nfo"] == before[f"{LARGE}.nfo"]
    looks = [rest for rest in await press.queued("publishing.restore") if rest > 0]
    assert len(looks) == 3


async def test_a_version_that_is_gone_leaves_nothing_of_ours_behind(press: Press) -> None:
    heat = await two_versions(press)
    await press.publish(heat)
    (press.root / FILM / f"{SMALL}.mkv").unlink()
    await press.shelf.scan()

    await press.publish(heat)

    assert set(press.files()) == named(LARGE)


async def test_the_parts_of_a_film_share_the_names_of_the_first(press: Press) -> None:
    plant(press.root, f"{FILM}/{FILM}-cd1.mkv", f"{FILM}/{FILM}-cd2.mkv")
    nfo(press.root / FILM / "movie.nfo", title="Heat", year="1995", tmdbid="949")
    await press.shelf.scan()
    (press.root / FILM / "movie.nfo").unlink()
    await press.shelf.scan()

    await press.publish(await press.shelf.title("Heat"))

    assert set(press.files()) == {f"{FILM}-cd1.nfo"}


async def test_an_nfo_file_that_stands_for_the_folder_stays_the_only_one(press: Press) -> None:
    heat = await two_versions(press)
    nfo(press.root / FILM / "movie.nfo", title="Heat", year="1995", tmdbid="949")
    await press.shelf.scan()

    await press.publish(heat)

    assert {name for name in press.files() if name.endswith(".nfo")} == {"movie.nfo"}


async def test_a_version_in_another_folder_of_the_library_is_published_there(
    press: Press, tmp_path: Path
) -> None:
    other = tmp_path / "more"
    press.shelf = await Shelf.over(press.house.database, tmp_path / "films", other, name="Two")
    plant(other, f"{FILM}/{FILM}.mkv")
    heat = await two_versions(press)

    await press.publish(heat)

    beside = {path.name for path in (other / FILM).iterdir()}
    assert beside - {f"{FILM}.mkv"} == named(FILM)
    assert set(press.files()) == named(LARGE, SMALL)


async def test_plex_reads_one_set_for_the_folder(press: Press) -> None:
    heat = await two_versions(press)
    await press.send("PUT", f"libraries/{heat.library_id}/naming", {"profiles": ["plex"]})

    await press.publish(heat)

    assert set(press.files()) == {f"{LARGE}.nfo", f"{SMALL}.nfo", "poster.jpg", "fanart.jpg"}
