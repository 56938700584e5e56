"""Series as people keep them: packs, seasons, loose episodes, and roots that are one."""

from pathlib import Path

import pytest

from shelf import below, episodes, nfo, plant, read


@pytest.mark.parametrize("kind", [None, "series"])
def test_a_root_that_is_one_series_is_that_series(tmp_path: Path, kind: str | None) -> None:
    root = tmp_path / "Dark (2017)"
    plant(
        root,
        "Season 1/Dark - S01E01.mkv",
        "Season 2/Dark - S02E01.mkv",
        "Extras/Interview.mkv",
        "poster.jpg",
    )

    report = read(root, kind)

    assert episodes(report, root) == {
        "Dark 1x1": ["Season 1/Dark - S01E01.mkv"],
        "Dark 2x1": ["Season 2/Dark - S02E01.mkv"],
    }
    assert report.titles[0].year == 2017
    assert below(root, report.titles[0].files) == ["Extras/Interview.mkv"]
    assert not report.faults


@pytest.mark.parametrize("name", ["S02E0{}.mkv", "0{}.mkv", "Dark - S02E0{} - Secrets.mkv"])
def test_a_root_that_is_one_season_takes_its_series_name_from_above(
    tmp_path: Path, name: str
) -> None:
    root = tmp_path / "Dark (2017)" / "Season 02"
    plant(root, name.format(1), name.format(2))

    assert episodes(read(root, "series"), root) == {
        "Dark 2x1": [name.format(1)],
        "Dark 2x2": [name.format(2)],
    }


def test_seasons_in_folders_specials_and_extras_make_one_series(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Dark (2017)/Season 01/Dark - S01E01 - Secrets.mkv",
        "Dark (2017)/Season 01/Dark - S01E02.mkv",
        "Dark (2017)/Specials/Dark - S00E01.mkv",
        "Dark (2017)/Featurettes/Knots.mkv",
    )

    report = read(tmp_path)

    assert episodes(report, tmp_path) == {
        "Dark 0x1": ["Dark (2017)/Specials/Dark - S00E01.mkv"],
        "Dark 1x1": ["Dark (2017)/Season 01/Dark - S01E01 - Secrets.mkv"],
        "Dark 1x2": ["Dark (2017)/Season 01/Dark - S01E02.mkv"],
    }
    told = [(title.kind, title.title, title.year) for title in report.titles]
    assert told == [
        ("series", "Dark", 2017),
        ("season", "Specials", None),
        ("episode", "Episode 1", None),
        ("season", "Season 1", None),
        ("episode", "Secrets", None),
        ("episode", "Episode 2", None),
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["Dark/Dark - S01E01.mkv", "Dark/Dark - S02E01.mkv"], ["Dark 1x1", "Dark 2x1"]),
        (["Dark/Dark 1x02.mkv", "Dark/Dark 1x03.mkv"], ["Dark 1x2", "Dark 1x3"]),
        (
            ["[Grp] Mushishi/[Grp] Mushishi - 01.mkv", "[Grp] Mushishi/[Grp] Mushishi - 26.mkv"],
            ["Mushishi 1x1", "Mushishi 1x26"],
        ),
        (
            ["News/News - 2020-01-02.mkv", "News/News.2020.01.03.mkv"],
            ["News 2020x2020-01-02", "News 2020x2020-01-03"],
        ),
        (
            ["Show.S01.1080p-GRP/Show.S01E01.mkv", "Show.S02.1080p-GRP/Show.S02E01.mkv"],
            ["Show 1x1", "Show 2x1"],
        ),
        (
            ["Show.S01E01.1080p-GRP/show.s01e01.mkv", "Show.S01E02.1080p-GRP/abc.s01e02.mkv"],
            ["Show 1x1", "Show 1x2"],
        ),
        (
            ["Lost.S01E01.mkv", "Dark.S01E01.mkv", "Fargo/Season 1/Fargo.S01E01.mkv"],
            ["Dark 1x1", "Fargo 1x1", "Lost 1x1"],
        ),
        (
            [
                "Anime/Naruto - 01.mkv",
                "Anime/Pluto - 02.mkv",
                "Anime/Bleach (2004)/Bleach - 01.mkv",
            ],
            ["Bleach 1x1", "Naruto 1x1", "Pluto 1x2"],
        ),
        (
            ["Drama/Dark (2017)/Season 1/S01E01.mkv", "Drama/Lost/Season 1/S01E01.mkv"],
            ["Dark 1x1", "Lost 1x1"],
        ),
        (["Show/Season 1/Show S01E01/Show S01E01.mkv"], ["Show 1x1"]),
        (["Show/Season 3/01 - Pilot.mkv", "Show/Season 3/02.mkv"], ["Show 3x1", "Show 3x2"]),
        (["Show/Season 1/Show S01E01.mkv", "Show/Arcs/Show S01E02.mkv"], ["Show 1x1", "Show 1x2"]),
    ],
)
def test_series_are_found_however_they_are_kept(
    tmp_path: Path, files: list[str], expected: list[str]
) -> None:
    plant(tmp_path, *files)

    report = read(tmp_path, "series")

    assert sorted(episodes(report, tmp_path)) == expected
    assert sorted(below(tmp_path, [file.path for file in report.files])) == sorted(files)
    assert not report.faults


def test_packs_of_one_series_in_its_folder_make_one_series_with_its_year_and_nfo(
    tmp_path: Path,
) -> None:
    plant(
        tmp_path,
        "Show (2010)/Show.S01.1080p-GRP/Show.S01E01.mkv",
        "Show (2010)/Show.S02.1080p-GRP/Show.S02E01.mkv",
    )
    nfo(tmp_path / "Show (2010)/tvshow.nfo", "tvshow", title="The Show", tmdbid=7)

    report = read(tmp_path)

    assert sorted(episodes(report, tmp_path)) == ["The Show 1x1", "The Show 2x1"]
    assert (report.titles[0].year, report.titles[0].ids.tmdb) == (2010, 7)


def test_one_file_may_hold_two_episodes(tmp_path: Path) -> None:
    plant(tmp_path, "Dark/Season 1/Dark S01E01-E02.mkv", "Dark/Season 1/Dark S01E03E04.mkv")

    assert episodes(read(tmp_path), tmp_path) == {
        "Dark 1x1": ["Dark/Season 1/Dark S01E01-E02.mkv"],
        "Dark 1x2": ["Dark/Season 1/Dark S01E01-E02.mkv"],
        "Dark 1x3": ["Dark/Season 1/Dark S01E03E04.mkv"],
        "Dark 1x4": ["Dark/Season 1/Dark S01E03E04.mkv"],
    }


def test_a_file_without_a_number_in_a_series_is_a_fault_and_still_listed(tmp_path: Path) -> None:
    plant(tmp_path, "Dark/Season 1/Dark S01E01.mkv", "Dark/Season 1/Mystery.mkv")

    report = read(tmp_path)

    assert [(fault.path.name, fault.kind) for fault in report.faults] == [
        ("Mystery.mkv", "unnumbered")
    ]
    assert len(report.files) == 2


def test_three_digits_in_a_season_folder_begin_with_their_season(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Friends/Season 5/501.mkv",
        "Friends/Season 5/Friends - 502 - Foo.mkv",
        "Friends/Season 6/Friends - 502 - Far On.mkv",
    )

    assert episodes(read(tmp_path, "series"), tmp_path) == {
        "Friends 5x1": ["Friends/Season 5/501.mkv"],
        "Friends 5x2": ["Friends/Season 5/Friends - 502 - Foo.mkv"],
        "Friends 6x502": ["Friends/Season 6/Friends - 502 - Far On.mkv"],
    }


def test_parts_beside_each_other_are_one_episode_in_their_order(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Show/Show S01E02 Part 2.mkv",
        "Show/Show S01E02 Part 1.mkv",
        "Show/Show S01E03 - Part 1.mkv",
        "Show/Show S01E04 - Exodus Part 2.mkv",
        "Show/Show S01E04 - Exodus Part 1.mkv",
    )

    report = read(tmp_path, "series")

    assert episodes(report, tmp_path) == {
        "Show 1x2": ["Show/Show S01E02 Part 1.mkv", "Show/Show S01E02 Part 2.mkv"],
        "Show 1x3": ["Show/Show S01E03 - Part 1.mkv"],
        "Show 1x4": [
            "Show/Show S01E04 - Exodus Part 1.mkv",
            "Show/Show S01E04 - Exodus Part 2.mkv",
        ],
    }
    titles = [title.title for title in report.titles if title.kind == "episode"]
    assert titles == ["Episode 2", "Part 1", "Exodus"]
    assert sorted(file.part or 0 for file in report.files) == [0, 1, 1, 2, 2]
