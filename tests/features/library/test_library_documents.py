"""Titles and files as a script sees them: the same, read from the disk or from the database."""

import json
from pathlib import Path

import pytest

from maestrarr.features.library import documents, inventory, layout
from maestrarr.kit.db import Database
from maestrarr.media.facts import Attachment, Chapter, HdrKind
from makers import make_mkv, picture, sound, words
from shelf import Shelf, nfo, plant, read

ONLY_STORED = {"id", "missing_since"}


async def test_a_file_is_told_alike_from_the_disk_and_from_the_database(
    shelf: Shelf, database: Database
) -> None:
    make_mkv(
        shelf.root / "Up (2009)/Up (2009) - 2160p {edition-Cut}.mkv",
        video=[picture("hevc", 3840, 2160, hdr=HdrKind.HDR10)],
        audio=[
            sound("tr", codec="ac3", channels=6, title="Dublaj", is_default=False, is_dub=True),
            sound("en", is_original=True),
            sound("en", is_commentary=True, title="Commentary", is_default=False),
        ],
        subtitles=[words("fr")],
        chapters=[Chapter(start_seconds=0.5, title="One")],
        attachments=[Attachment(name="font.ttf", media_type="font/ttf", size_bytes=4)],
    )
    plant(shelf.root, "Up (2009)/Up (2009) - 2160p {edition-Cut}.tr.srt")
    (found,) = read(shelf.root).files

    await shelf.scan()

    async with database.reading() as session:
        page = await inventory.page(
            session, library=shelf.library_id, title=None, folder=None, after=None, limit=10
        )
    ((stored,),) = [title["files"] for title in page["titles"]]
    assert {key: stored[key] for key in stored.keys() - ONLY_STORED} == documents.found_file(found)
    assert [track["language"] for track in stored["audio"]] == ["tr", "en", "en"]
    assert [track["is_default"] for track in stored["audio"]] == [False, True, False]
    assert json.loads(json.dumps(stored, default=str))["container"] == "matroska"


async def test_a_title_is_told_alike_from_the_disk_and_from_the_database(
    series_shelf: Shelf,
) -> None:
    shelf = series_shelf
    plant(
        shelf.root,
        "News (2020)/News - 2020-01-02.mkv",
        "Dark {tvdb-7}/Season 1/Dark S01E01 - Secrets.mkv",
    )
    nfo(shelf.root / "Dark {tvdb-7}/tvshow.nfo", "tvshow", title="Dunkel")
    found = {title.key: documents.found_title(title) for title in read(shelf.root, "series").titles}

    await shelf.scan()

    stored = {title.match_key: documents.stored_title(title) for title in await shelf.titles()}
    assert stored.keys() == found.keys()
    for key, told in found.items():
        both = told.keys() & stored[key].keys()
        assert {"kind", "title", "year", "ids", "air_date", "folder", "nfo"} <= both
        assert {name: stored[key][name] for name in both} == {name: told[name] for name in both}


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1.0 KiB"),
        (1_500_000_000, "1.4 GiB"),
        (2**45, "32.0 TiB"),
    ],
)
def test_sizes_are_written_as_people_do(size: int, words: str) -> None:
    assert layout.size_in_words(size) == words


@pytest.mark.parametrize(
    ("height", "width", "name"),
    [
        (2160, 3840, "2160p"),
        (1600, 3840, "2160p"),
        (800, 1920, "1080p"),
        (1080, 1440, "1080p"),
        (720, 1280, "720p"),
        (576, 720, "576p"),
        (240, 320, "240p"),
        (None, None, ""),
    ],
)
def test_a_wide_picture_counts_by_its_width(
    height: int | None, width: int | None, name: str
) -> None:
    assert layout.resolution(height, width) == name


def test_tables_name_each_file_by_what_it_plays(tmp_path: Path) -> None:
    plant(tmp_path, "Dark/Season 1/Dark S01E01-E02.mkv", "Dark/Extras/Interview.mkv")
    plant(tmp_path, "Up (2009).mkv")
    report = read(tmp_path)

    table = layout.files_table(
        [documents.found_title(title) for title in report.titles],
        [documents.found_file(file) for file in report.files],
        tmp_path,
    )

    assert [row[0] for row in table.rows] == [
        "Dark · extra",
        "Dark S01E01 Episode 1 + Dark S01E02 Episode 2",
        "Up (2009)",
    ]
    assert [str(row[-1]) for row in table.rows][-1] == "Up (2009).mkv"
