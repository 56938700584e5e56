"""A scan of what changed finds what a scan of everything would, and leaves the rest alone."""

import shutil

import pytest

from maestrarr.features.library import queries
from maestrarr.features.library.errors import FolderMissing, TooManyMissing
from maestrarr.features.library.policy import Areas, at_rest, outermost
from makers import make_mkv
from shelf import Shelf, nfo, plant, put

FILMS = [f"Film {number} (20{number:02})/film.mkv" for number in range(5)]
KNOWN = ["/m/A (2000)", "/m/Shelf/B (2001)", "/m/Shelf/C (2002)", "/m/Show"]


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("/m/A (2000)", "/m/A (2000)"),
        ("/m/A (2000)/Extras/x", "/m/A (2000)"),
        ("/m/New (2020)/Extras", "/m/New (2020)"),
        ("/m/Shelf/B (2001)/x", "/m/Shelf/B (2001)"),
        ("/m/Shelf/New (2020)/x", "/m/Shelf/New (2020)"),
        ("/m/Shelf", "/m/Shelf"),
        ("/m/Show/Season 2", "/m/Show"),
        ("/m", "/m"),
        ("/m/", "/m"),
        ("/m/A (2000) 4k", "/m/A (2000) 4k"),
    ],
)
def test_the_smallest_area_is_found(path: str, area: str) -> None:
    assert Areas(KNOWN).of(path, "/m") == area


def test_in_a_root_that_is_a_title_itself_all_is_one_area() -> None:
    assert Areas(["/m"]).of("/m/x/y", "/m") == "/m"


@pytest.mark.parametrize(
    ("path", "area"), [("/m/A (2000)/x", "/m/A (2000)"), ("/m/Shelf/B (2001)", "/m/Shelf/B (2001)"),
                       ("/m/New (2020)", "/m"), ("/m/loose.mkv", "/m"), ("/m", "/m")],
)  # fmt: skip
def test_beside_films_that_lie_loose_in_the_root_a_known_one_is_an_area_of_its_own(
    path: str, area: str
) -> None:
    assert Areas(["/m", *KNOWN]).of(path, "/m") == area


def test_of_areas_in_each_other_the_outer_one_stays() -> None:
    assert outermost(["/m/a/b", "/m/a", "/m/ab", "/m/a"]) == ["/m/a", "/m/ab"]


def test_a_film_is_at_rest_when_all_in_its_folder_is() -> None:
    changed = {"/m/A": 1.0, "/m/A/Extras": 9.0, "/m/B/x": 2.0, "/m": 3.0}

    assert at_rest(changed, "/m", 5.0) == ["/m/B/x", "/m"]


async def test_a_new_a_changed_and_a_gone_film_are_seen_and_no_other(shelf: Shelf) -> None:
    plant(shelf.root, *FILMS)
    await shelf.scan()
    for folder in ("New (2021)", "Unseen (2022)"):
        (shelf.root / folder).mkdir()
    make_mkv(shelf.root / "New (2021)/film.mkv", seconds=7)
    make_mkv(shelf.root / "Unseen (2022)/film.mkv", seconds=9)
    nfo(shelf.root / "Film 1 (2001)/movie.nfo", title="Renamed")
    shutil.rmtree(shelf.root / "Film 2 (2002)")

    done = await shelf.scan("New (2021)", "Film 1 (2001)", "Film 2 (2002)")

    assert done["folders_read"] == 2
    assert done["newly_missing"] == 1
    assert {(each.title, each.state) for each in await shelf.titles()} == {
        ("Film 0", "discovered"), ("Renamed", "discovered"), ("Film 2", "missing"),
        ("Film 3", "discovered"), ("Film 4", "discovered"), ("New", "discovered"),
    }  # fmt: skip


async def test_a_film_that_moved_keeps_its_identity_also_when_it_is_heard_of_in_two(
    shelf: Shelf,
) -> None:
    plant(shelf.root, *FILMS, "Moved (1999)/film.mkv")
    await shelf.scan()
    before = await shelf.title("Moved")
    (shelf.root / "Shelf").mkdir()
    (shelf.root / "Moved (1999)").rename(shelf.root / "Shelf/Moved (1999)")

    await shelf.scan("Moved (1999)")
    assert (await shelf.title("Moved")).state == "missing"
    await shelf.scan("Shelf/Moved (1999)")

    after = await shelf.title("Moved")
    assert (after.id, after.state) == (before.id, "discovered")


async def test_faults_elsewhere_stay_and_those_here_are_told_anew(shelf: Shelf) -> None:
    plant(shelf.root, *FILMS)
    for name in ("a.mkv", "Film 1 (2001)/b.mkv"):
        (shelf.root / name).symlink_to(shelf.root / "nothing")
    await shelf.scan()
    (shelf.root / "Film 1 (2001)/b.mkv").unlink()

    await shelf.scan("Film 1 (2001)")

    assert await shelf.faults() == {("a.mkv", "broken_link")}


async def test_a_link_to_elsewhere_in_the_library_is_no_fault(shelf: Shelf) -> None:
    plant(shelf.root, *FILMS)
    await shelf.scan()
    (shelf.root / "Film 1 (2001)/extra.mkv").symlink_to(shelf.root / FILMS[0])

    await shelf.scan("Film 1 (2001)")

    assert await shelf.faults() == set()


async def test_a_scan_of_a_part_is_none_of_the_library(shelf: Shelf) -> None:
    plant(shelf.root, *FILMS)

    await shelf.scan("Film 1 (2001)")

    async with shelf.database.reading() as session:
        assert (await queries.library(session, shelf.library_id)).scanned_at is None
    assert [each.title for each in await shelf.titles()] == ["Film 1"]


async def test_a_disk_that_went_away_makes_nothing_missing(shelf: Shelf) -> None:
    plant(shelf.root, *FILMS)
    await shelf.scan()
    shelf.root.rename(shelf.root.with_name("unmounted"))

    with pytest.raises(FolderMissing):
        await shelf.scan("Film 1 (2001)")
    shelf.root.mkdir()
    with pytest.raises(FolderMissing):
        await shelf.scan("Film 1 (2001)")

    assert {each.state for each in await shelf.titles()} == {"discovered"}


async def test_too_many_at_once_are_asked_about_here_too(shelf: Shelf) -> None:
    plant(shelf.root, *(f"Shelf/Film {n} (20{n:02})/film.mkv" for n in range(20)))
    put(shelf.root / "Other (1999)/film.mkv")
    await shelf.scan()
    shutil.rmtree(shelf.root / "Shelf")

    with pytest.raises(TooManyMissing):
        await shelf.scan("Shelf")


async def test_a_new_season_joins_its_series(series_shelf: Shelf) -> None:
    plant(series_shelf.root, "Show/Season 1/Show S01E01.mkv")
    await series_shelf.scan()
    plant(series_shelf.root, "Show/Season 2/Show S02E01.mkv")

    await series_shelf.scan("Show/Season 2")

    assert len(await series_shelf.titles("series")) == 1
    assert (await series_shelf.episode(2, 1)).state == "identified"
    assert (await series_shelf.episode(1, 1)).missing_since is None
