"""Names and folders as people keep them become the right titles."""

import os
import unicodedata
from pathlib import Path

import pytest

from shelf import below, episodes, movies, nfo, plant, put, read


def test_loose_movies_in_one_folder_are_titles_of_their_own(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Alien (1979).mkv",
        "Aliens (1986) - 1080p.mkv",
        "Aliens (1986) - 2160p.mkv",
        "Aliens (1986)-trailer.mkv",
    )

    assert movies(read(tmp_path), tmp_path) == {
        "Alien (1979)": ["Alien (1979).mkv"],
        "Aliens (1986)": [
            "Aliens (1986) - 1080p.mkv",
            "Aliens (1986) - 2160p.mkv",
            "Aliens (1986)-trailer.mkv",
        ],
    }


def test_what_bears_a_loose_movies_name_is_its_own_and_not_that_of_a_shorter_name(
    tmp_path: Path,
) -> None:
    plant(
        tmp_path,
        "Alien.mkv",
        "Aliens.mkv",
        "Aliens-trailer.mkv",
        "Aliens-poster.jpg",
        "Alien-poster.jpg",
    )

    report = read(tmp_path)

    assert movies(report, tmp_path) == {
        "Alien (None)": ["Alien.mkv"],
        "Aliens (None)": ["Aliens.mkv", "Aliens-trailer.mkv"],
    }
    artwork = {
        title.title: below(tmp_path, [found.path for found in title.artwork])
        for title in report.titles
    }
    assert artwork == {"Alien": ["Alien-poster.jpg"], "Aliens": ["Aliens-poster.jpg"]}


def test_a_broken_nfo_among_loose_movies_is_one_fault(tmp_path: Path) -> None:
    plant(tmp_path, "Alien (1979).mkv", "Aliens (1986).mkv", "Alien 3 (1992).mkv")
    put(tmp_path / "Alien (1979).nfo", "<movie><title>Alien</titel>")

    assert len(read(tmp_path).faults) == 1


def test_a_films_folder_holds_its_versions_editions_and_stereo(tmp_path: Path) -> None:
    folder = "Dune (1984)"
    plant(
        tmp_path,
        f"{folder}/Dune (1984) - 1080p.mkv",
        f"{folder}/Dune (1984) {{edition-Director's Cut}}.mkv",
        f"{folder}/Dune (1984).3D.HSBS.mkv",
    )

    report = read(tmp_path)

    assert list(movies(report, tmp_path)) == ["Dune (1984)"]
    told = {(file.version, file.edition, file.stereo) for file in report.files}
    assert told == {("1080p", None, None), (None, "Director's Cut", None), (None, None, "half-sbs")}


def test_parts_of_a_film_stand_in_their_order(tmp_path: Path) -> None:
    plant(tmp_path, *(f"Ran (1985)/Ran (1985) - cd{number}.mkv" for number in (2, 3, 1)))

    report = read(tmp_path)

    assert movies(report, tmp_path) == {
        "Ran (1985)": [f"Ran (1985)/Ran (1985) - cd{number}.mkv" for number in (1, 2, 3)]
    }
    assert sorted(file.part or 0 for file in report.files) == [1, 2, 3]


@pytest.mark.parametrize("disc", ["CD{}", "Disc {}", "disk{}", "DVD {}"])
def test_discs_in_folders_of_their_own_are_parts_of_one_film(tmp_path: Path, disc: str) -> None:
    first, second = disc.format(1), disc.format(2)
    plant(tmp_path, f"Ran (1985)/{second}/ran.avi", f"Ran (1985)/{first}/ran.avi")

    report = read(tmp_path)

    assert movies(report, tmp_path) == {
        "Ran (1985)": [f"Ran (1985)/{first}/ran.avi", f"Ran (1985)/{second}/ran.avi"]
    }
    assert sorted(file.part or 0 for file in report.files) == [1, 2]


def test_extras_trailers_and_samples_belong_to_their_film(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Alien (1979)/Alien (1979).mkv",
        "Alien (1979)/Alien (1979)-trailer.mkv",
        "Alien (1979)/Featurettes/The Beast Within.mkv",
        "Alien (1979)/Behind The Scenes/Sets.mkv",
        "Alien (1979)/Sample/sample.mkv",
    )

    report = read(tmp_path)

    assert [len(files) for files in movies(report, tmp_path).values()] == [5]
    roles = {
        os.path.relpath(file.path, tmp_path / "Alien (1979)"): file.role for file in report.files
    }
    assert roles == {
        "Alien (1979).mkv": "feature",
        "Alien (1979)-trailer.mkv": "trailer",
        "Featurettes/The Beast Within.mkv": "extra",
        "Behind The Scenes/Sets.mkv": "extra",
        "Sample/sample.mkv": "sample",
    }


@pytest.mark.parametrize(
    "streams",
    [
        ["BDMV/STREAM/00000.m2ts", "BDMV/STREAM/00001.m2ts", "BDMV/index.bdmv"],
        ["VIDEO_TS/VTS_01_1.VOB", "VIDEO_TS/VTS_01_2.VOB", "VIDEO_TS/VIDEO_TS.IFO"],
        ["bdmv/stream/00000.m2ts"],
    ],
)
def test_a_disc_in_a_folder_is_one_film(tmp_path: Path, streams: list[str]) -> None:
    plant(tmp_path, *(f"Heat (1995)/{stream}" for stream in streams), "Ronin (1998).mkv")

    found = movies(read(tmp_path), tmp_path)

    assert list(found) == ["Ronin (1998)", "Heat (1995)"]
    assert len(found["Heat (1995)"]) == len(
        [s for s in streams if s[-4:].lower() in ("m2ts", ".vob")]
    )


@pytest.mark.parametrize(
    ("files", "titles"),
    [
        (["A/Alien (1979)/Alien.mkv", "H/Heat (1995)/heat.mkv"], ["Alien (1979)", "Heat (1995)"]),
        (
            ["Alien Collection/Alien (1979)/a.mkv", "Alien Collection/Aliens (1986)/b.mkv"],
            ["Alien (1979)", "Aliens (1986)"],
        ),
        (
            ["Alien Collection/Alien (1979).mkv", "Alien Collection/Aliens (1986).mkv"],
            ["Alien (1979)", "Aliens (1986)"],
        ),
        (
            ["Alien (1979-1986)/Alien (1979).mkv", "Alien (1979-1986)/Aliens (1986).mkv"],
            ["Alien (1979)", "Aliens (1986)"],
        ),
        (
            ["Kids/Animation/Up (2009)/Up (2009).mkv", "Kids/Babe (1995)/Babe (1995).mkv"],
            ["Babe (1995)", "Up (2009)"],
        ),
        (["Kids/Extras/a.mkv", "Kids/Up (2009)/Up (2009).mkv"], ["Up (2009)"]),
        (["Up (2009)/Up.mkv", "Loose (2001).mkv"], ["Loose (2001)", "Up (2009)"]),
    ],
)
def test_films_in_categories_and_collections_are_found(
    tmp_path: Path, files: list[str], titles: list[str]
) -> None:
    plant(tmp_path, *files)

    report = read(tmp_path, "movies")

    assert sorted(movies(report, tmp_path)) == titles
    assert sorted(below(tmp_path, [file.path for file in report.files])) == sorted(files)


def test_two_versions_of_one_film_in_the_root_swallow_no_other_folder(tmp_path: Path) -> None:
    plant(tmp_path, "Up (2009) - 1080p.mkv", "Up (2009) - 720p.mkv", "Heat/heat.mkv")

    assert sorted(movies(read(tmp_path), tmp_path)) == ["Heat (None)", "Up (2009)"]


def test_a_film_without_a_year_is_named_by_its_folder(tmp_path: Path) -> None:
    plant(tmp_path, "Heat/movie.mkv", "Ronin/ronin.1080p.mkv")

    assert movies(read(tmp_path), tmp_path) == {
        "Heat (None)": ["Heat/movie.mkv"],
        "Ronin (None)": ["Ronin/ronin.1080p.mkv"],
    }


def test_titles_in_other_scripts_keep_their_letters(tmp_path: Path) -> None:
    names = ["Kış Uykusu (2014)", "七人の侍 (1954)", "Сталкер (1979)", "기생충 (2019)"]
    plant(tmp_path, *(f"{name}/{name}.mkv" for name in names))

    assert sorted(movies(read(tmp_path), tmp_path)) == sorted(names)


def test_films_of_one_name_and_year_with_other_ids_stay_two(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Twins (2001) {tmdb-1}/Twins (2001) {tmdb-1}.mkv",
        "Twins (2001) {tmdb-2}/Twins (2001) {tmdb-2}.mkv",
        "Loose/Pair (2002) {tmdb-3}.mkv",
        "Loose/Pair (2002) {tmdb-4}.mkv",
        "Loose/Pair (2002) {tmdb-4} - 2160p.mkv",
    )

    found = [
        (title.title, title.ids.tmdb, len(title.files)) for title in read(tmp_path, "movies").titles
    ]
    keys = {title.key for title in read(tmp_path, "movies").titles}

    assert sorted(found) == [("Pair", 3, 1), ("Pair", 4, 2), ("Twins", 1, 1), ("Twins", 2, 1)]
    assert len(keys) == 4


def test_one_film_in_two_folders_is_one_title_with_two_files(tmp_path: Path) -> None:
    plant(tmp_path, "HD/Up (2009)/Up (2009).mkv", "UHD/Up (2009)/Up (2009).mkv")

    assert movies(read(tmp_path), tmp_path) == {
        "Up (2009)": ["HD/Up (2009)/Up (2009).mkv", "UHD/Up (2009)/Up (2009).mkv"]
    }


def test_twins_in_two_unicode_forms_are_one_title(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "Amélie (2001)")
        plant(tmp_path, f"{name}/{name}.mkv")

    report = read(tmp_path)

    assert len(report.files) == 2
    assert [len(files) for files in movies(report, tmp_path).values()] == [2]


def test_strange_names_are_ordinary_input(tmp_path: Path) -> None:
    long = "L" * (255 - len(" (1999).mkv")) + " (1999)"
    names = [
        "[REC] (2007)",
        "100% Wolf (2020)",
        "snake_case_film (2001)",
        "Two\nLines (2002)",
        "-dash (2003)",
        os.fsdecode(b"Caf\xe9 (2004)"),
        "'; DROP TABLE titles; -- (2005)",
        long,
    ]
    plant(tmp_path, *(f"{name[:200]}/{name}.mkv" for name in names), " .mkv", "--- .mkv", "().mkv")

    report = read(tmp_path)

    assert len(report.files) == len(names) + 3
    assert not report.faults
    assert sum(len(title.files) for title in report.titles) == len(names) + 3
    assert all(title.title for title in report.titles)
    assert "Café" in {title.title for title in report.titles}


def test_a_root_that_is_one_film_is_that_film(tmp_path: Path) -> None:
    root = tmp_path / "Alien (1979)"
    plant(
        root,
        "Alien.1979.mkv",
        "Featurettes/The Beast Within.mkv",
        "Alien.1979-trailer.mkv",
        "poster.jpg",
    )
    nfo(root / "movie.nfo", title="Alien", year=1979, plot="In space.")

    report = read(root)

    assert movies(report, root) == {
        "Alien (1979)": [
            "Alien.1979.mkv",
            "Alien.1979-trailer.mkv",
            "Featurettes/The Beast Within.mkv",
        ]
    }
    assert report.titles[0].nfo is not None
    assert [found.artwork.type for found in report.titles[0].artwork] == ["poster"]


def test_a_series_in_a_library_of_movies_makes_movies_only_and_loses_no_file(
    tmp_path: Path,
) -> None:
    plant(
        tmp_path,
        "Dark (2017)/Season 1/Dark - S01E01.mkv",
        "Dark (2017)/Season 1/Dark - S01E02.mkv",
        "Up (2009)/Up (2009).mkv",
    )

    report = read(tmp_path, "movies")

    assert {title.kind for title in report.titles} == {"movie"}
    assert len(report.files) == 3
    assert sum(len(title.files) for title in report.titles) == 3


def test_movies_and_series_side_by_side_are_told_apart(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Movies/Up (2009)/Up (2009).mkv",
        "Series/Dark/Season 1/Dark S01E01.mkv",
        "Up (2009)/up.mkv",
        "300 (2006)/300.mkv",
        "Series 7 - The Contenders (2001)/Series 7.mkv",
        "Dark/Dark S01E02.mkv",
    )

    report = read(tmp_path)

    assert sorted(episodes(report, tmp_path)) == ["Dark 1x1", "Dark 1x2"]
    assert sorted(movies(report, tmp_path))[:1] == ["300 (2006)"]
    assert len(movies(report, tmp_path)) == 3


def test_a_folder_beside_with_a_longer_name_is_no_part_of_this_one(tmp_path: Path) -> None:
    plant(tmp_path / "movies", "Up (2009)/Up (2009).mkv")
    plant(tmp_path / "movies-4k", "Up (2009)/Up (2009).mkv")

    report = read(tmp_path / "movies")

    assert movies(report, tmp_path) == {"Up (2009)": ["movies/Up (2009)/Up (2009).mkv"]}
