"""Movies that lie close to each other: films of one collection, and discs with many streams."""

from pathlib import Path

import pytest

from maestrarr.features.library import documents
from shelf import Shelf, movies, nfo, plant, read


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Harry Potter - 01 - Philosophers Stone", "Harry Potter - 02 - Chamber of Secrets"),
        ("Star Wars - Episode 4", "Star Wars - Episode 5"),
        ("10x10 (2018)", "11x14 (1977)"),
    ],
)
@pytest.mark.parametrize("folder", ["", "Collection/", "{}/"])
def test_films_told_apart_by_a_number_are_two(
    tmp_path: Path, folder: str, first: str, second: str
) -> None:
    paths = [f"{folder.format(name)}{name}.mkv" for name in (first, second)]
    plant(tmp_path, *paths)

    found = movies(read(tmp_path, "movies"), tmp_path)

    titles = [name if name.endswith(")") else f"{name} (None)" for name in (first, second)]
    assert found == {title: [path] for title, path in zip(titles, paths, strict=True)}


def test_pictures_of_films_side_by_side_are_found_in_every_players_spelling(tmp_path: Path) -> None:
    plant(tmp_path, "Up (2009).mkv", "Heat (1995).mkv")
    plant(tmp_path, "Up (2009)-fanart-1.jpg", "Up (2009)-fanart2.jpg", "Heat (1995)-poster.jpg")

    report = read(tmp_path, "movies")

    kinds = {
        title.title: sorted((a.artwork.type, a.artwork.number) for a in title.artwork)
        for title in report.titles
    }
    assert kinds == {"Up": [("fanart", 1), ("fanart", 2)], "Heat": [("poster", 0)]}


def plant_disc(folder: Path, **sizes: int) -> None:
    """Make the streams of a disc, each of so many bytes."""
    folder.mkdir(parents=True)
    for name, size_bytes in sizes.items():
        (folder / name.replace("__", ".")).write_bytes(bytes(size_bytes))


def test_a_dvds_largest_title_set_is_the_film_in_its_order(tmp_path: Path) -> None:
    disc = tmp_path / "Heat (1995)" / "VIDEO_TS"
    plant_disc(
        disc,
        VIDEO_TS__VOB=900,
        VTS_01_0__VOB=800,
        VTS_01_1__VOB=500,
        VTS_02_1__VOB=300,
        VTS_02_2__VOB=400,
        VTS_02_3__VOB=100,
    )

    report = read(tmp_path, "movies")

    inside = "Heat (1995)/VIDEO_TS"
    assert movies(report, tmp_path)["Heat (1995)"] == [
        *(f"{inside}/VTS_02_{number}.VOB" for number in (1, 2, 3)),
        *(f"{inside}/{name}.VOB" for name in ("VIDEO_TS", "VTS_01_0", "VTS_01_1")),
    ]
    assert {file.path.stem: (file.role, file.part) for file in report.files} == {
        "VIDEO_TS": ("extra", None),
        "VTS_01_0": ("extra", None),
        "VTS_01_1": ("extra", None),
        "VTS_02_1": ("feature", 1),
        "VTS_02_2": ("feature", 2),
        "VTS_02_3": ("feature", 3),
    }


def test_a_blu_rays_largest_stream_is_the_film(tmp_path: Path) -> None:
    stream = tmp_path / "Heat (1995)" / "BDMV" / "STREAM"
    plant_disc(stream, **{"00000__m2ts": 100, "00001__m2ts": 900, "00002__m2ts": 900})

    report = read(tmp_path, "movies")

    assert [path[-10:] for path in movies(report, tmp_path)["Heat (1995)"]] == [
        "00001.m2ts",
        "00000.m2ts",
        "00002.m2ts",
    ]
    assert {file.path.stem: (file.role, file.part) for file in report.files} == {
        "00000": ("extra", None),
        "00001": ("feature", None),
        "00002": ("extra", None),
    }


def test_a_film_on_two_dvds_goes_on_where_the_first_ends(tmp_path: Path) -> None:
    for disc in (1, 2):
        folder = tmp_path / "Ran (1985)" / f"DVD {disc}" / "VIDEO_TS"
        plant_disc(folder, VTS_01_1__VOB=300, VTS_01_2__VOB=300)

    assert movies(read(tmp_path, "movies"), tmp_path)["Ran (1985)"] == [
        f"Ran (1985)/DVD {disc}/VIDEO_TS/VTS_01_{number}.VOB"
        for disc in (1, 2)
        for number in (1, 2)
    ]


async def test_a_3d_layout_is_shown_as_it_was_found(shelf: Shelf) -> None:
    path = "Gravity (2013)/Gravity (2013) 3D HSBS.mkv"
    plant(shelf.root, path)

    await shelf.scan()

    stored = documents.stored_file((await shelf.files())[path], [])
    (found,) = read(shelf.root, "movies").files
    assert stored["stereo"] == documents.found_file(found)["stereo"] == "half-sbs"


async def test_an_nfo_that_is_gone_is_not_named_any_more_but_what_it_said_stays(
    shelf: Shelf,
) -> None:
    plant(shelf.root, "Up (2009)/Up (2009).mkv")
    told = nfo(shelf.root / "Up (2009)" / "movie.nfo", title="Up!", year=2009)
    await shelf.scan()
    assert (await shelf.title("Up!")).nfo_path == told
    told.unlink()

    await shelf.scan()

    title = await shelf.title("Up!")
    assert title.nfo_path is None


async def test_an_nfo_in_another_folder_of_its_title_is_kept(shelf: Shelf) -> None:
    plant(shelf.root, "A/Up (2009)/Up (2009).mkv", "B/Up (2009)/Up (2009).mkv")
    told = nfo(shelf.root / "A" / "Up (2009)" / "movie.nfo", title="Up", year=2009)

    await shelf.scan()

    assert (await shelf.title("Up")).nfo_path == told
