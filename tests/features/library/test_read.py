"""Reading title folders whatever lies in them: nothing raises, no file is lost."""

from collections import Counter
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from maestrarr.features.library.group import LibraryKind, is_media, title_folders
from maestrarr.features.library.read import read_title_folder
from maestrarr.features.library.walk import FileEntry, FolderEntry, Stamp
from maestrarr.media.probe import Probed
from shelf import nfo, plant, put, read

FOLDERS = [
    *("Alien (1979)", "Alien Collection", "A", "Season 1", "Season 01", "Specials", "S02"),
    *("Show", "Show (2010)", "Show.S01.1080p-GRP", "Show.S01E02-GRP", "Extras", "Featurettes"),
    *("CD1", "Disc 2", "BDMV", "STREAM", "VIDEO_TS", "Sample", "Series 7 (2001)", "Subs", "第1季"),
]
FILES = [
    *("Alien (1979).mkv", "Alien (1979) - 4k.mkv", "Alien-trailer.mkv", "sample.mkv", "cd1.avi"),
    *("Show.S01E01.mkv", "Show S01E01-E03.mkv", "1x02.mkv", "S01E01.mkv", "01.mkv", "300.mkv"),
    *("[Grp] Show - 07 [ABCD1234].mkv", "Show - 2020-01-02.mkv", "00000.m2ts", " .mkv", "-.mkv"),
    *("Twin (2001) {tmdb-1}.mkv", "Twin (2001) {tmdb-2}.mkv", "Twin (2001) [imdbid-tt1234567].mkv"),
    *("movie.nfo", "tvshow.nfo", "poster.jpg", "season01-poster.jpg", "Alien (1979).en.srt"),
]
characters = st.characters(exclude_characters="/\0", exclude_categories=["Cs"])
stray_bytes = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"])
names = st.text(characters | stray_bytes, min_size=1, max_size=40).filter(
    lambda name: name not in (".", "..")
)
trees = st.recursive(
    st.sampled_from(FILES) | names.map(lambda name: f"{name}.mkv"),
    lambda below: st.dictionaries(st.sampled_from(FOLDERS) | names, below, max_size=5),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(
    root=st.sampled_from(FOLDERS) | names,
    tree=st.dictionaries(st.sampled_from(FOLDERS) | names, trees, max_size=6),
    kind=st.sampled_from([None, *LibraryKind]),
)
def test_any_tree_of_names_is_read_and_each_media_file_is_in_files_once(
    root: str, tree: dict[str, object], kind: LibraryKind | None
) -> None:
    top = _folder(f"/library/{root}", tree)

    reports = [
        read_title_folder(folder, {}, lambda _: Probed()) for folder in title_folders(top, kind)
    ]

    files = Counter(str(file.path) for report in reports for file in report.files)
    assert files == Counter(file.path for file in top.every_file() if is_media(file))
    for report in reports:
        keys = {title.key for title in report.titles}
        for title in report.titles:
            assert title.title
            assert title.parent is None or title.parent in keys
            assert {str(path) for path in title.files} <= {str(file.path) for file in report.files}
            assert len(set(title.files)) == len(title.files)


@settings(max_examples=50, deadline=None)
@given(
    tree=st.dictionaries(st.sampled_from(FOLDERS), trees, max_size=6),
    kind=st.sampled_from([None, *LibraryKind]),
)
def test_title_folders_share_no_file_and_are_divided_the_same_way_again(
    tree: dict[str, object], kind: LibraryKind | None
) -> None:
    top = _folder("/library", tree)

    found = list(title_folders(top, kind))

    assert found == list(title_folders(top, kind))
    assert len({folder.path for folder in found}) == len(found)
    every = [file.path for folder in found for file in folder.files]
    assert len(every) == len(set(every))


def _folder(path: str, tree: dict[str, object]) -> FolderEntry:
    """Make a walked folder; a name in the tree is a file, known by its key if the name is taken."""
    folder = FolderEntry(path)
    for number, (name, below) in enumerate(sorted(tree.items())):
        if isinstance(below, str):
            stamp = Stamp(number + 1, 0, number)
            is_taken = any(file.name == below for file in folder.files)
            file_name = f"{name}{below}" if is_taken else below
            folder.files.append(FileEntry(f"{path}/{file_name}", stamp))
        elif isinstance(below, dict):
            folder.folders.append(_folder(f"{path}/{name}", below))
    return folder


def test_nfo_values_win_over_names(tmp_path: Path) -> None:
    plant(tmp_path, "Film (2000)/Film (2000).mkv")
    nfo(tmp_path / "Film (2000)/movie.nfo", title="The Film", year=2001, tmdbid=5)

    title = read(tmp_path).titles[0]

    assert (title.title, title.year, title.ids.tmdb) == ("The Film", 2001, 5)


def test_empty_tags_of_an_nfo_leave_what_the_name_says(tmp_path: Path) -> None:
    plant(tmp_path, "Film (2000)/Film (2000).mkv")
    nfo(tmp_path / "Film (2000)/movie.nfo", title=" ", year="")

    title = read(tmp_path).titles[0]

    assert (title.title, title.year) == ("Film", 2000)


def test_a_broken_nfo_gives_what_can_be_read_and_a_fault(tmp_path: Path) -> None:
    plant(tmp_path, "Film (2000)/Film (2000).mkv")
    put(tmp_path / "Film (2000)/movie.nfo", "<movie><title>The Film</title><plot>Once")

    report = read(tmp_path)

    assert report.titles[0].title == "The Film"
    assert [str(fault.kind) for fault in report.faults] == ["broken_nfo"]
    assert (tmp_path / "Film (2000)/movie.nfo").read_text().endswith("Once")


@pytest.mark.parametrize("name", ["Film (2000)", "movie", "MOVIE"])
def test_an_nfo_may_bear_the_films_name_or_movie(tmp_path: Path, name: str) -> None:
    plant(tmp_path, "Film (2000)/Film (2000).mkv")
    nfo(tmp_path / f"Film (2000)/{name}.nfo", title="The Film")

    assert read(tmp_path).titles[0].title == "The Film"


def test_several_episodes_in_one_nfo_each_get_their_own(tmp_path: Path) -> None:
    plant(tmp_path, "Dark/Season 1/Dark S01E01-E02.mkv")
    told = [
        f"<episodedetails><title>{title}</title><season>1</season><episode>{number}</episode>"
        "</episodedetails>"
        for number, title in ((1, "Secrets"), (2, "Lies"))
    ]
    put(tmp_path / "Dark/Season 1/Dark S01E01-E02.nfo", "".join(told))

    titles = [title.title for title in read(tmp_path).titles if title.kind == "episode"]

    assert titles == ["Secrets", "Lies"]


def test_subtitles_beside_a_film_and_in_its_folder_are_its_tracks(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "Film (2000)/Film (2000).mkv",
        "Film (2000)/Film (2000).en.srt",
        "Film (2000)/Film (2000).de.forced.ass",
        "Film (2000)/Subs/fr.srt",
        "Film (2000)/Other.en.srt",
    )

    (file,) = read(tmp_path).files

    told = {(track.language, track.codec, track.is_forced) for track in file.subtitles}
    assert told == {("en", "srt", False), ("de", "ass", True), ("fr", "srt", False)}


def test_files_that_cannot_be_what_they_say_are_listed_with_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "Film (2000)"
    put(folder / "Film (2000) - a.mkv").write_bytes(b"")
    put(folder / "Film (2000) - b.mkv").write_bytes(b"a shopping list")
    whole = put(folder / "Film (2000) - c.mkv").read_bytes()
    (folder / "Film (2000) - d.mp4").write_bytes(whole)
    (folder / "Film (2000) - e.mkv").write_bytes(whole[: len(whole) // 2])
    (folder / "Film (2000) - f.mkv").mkdir()

    report = read(tmp_path)

    assert len(report.files) == 5
    assert {fault.path.name[14]: str(fault.kind) for fault in report.faults} == {
        "a": "empty",
        "b": "not_media",
        "d": "wrong_suffix",
        "e": "truncated",
    }
