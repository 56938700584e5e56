"""Names that nobody means well with, or that nobody meant at all."""

import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.names import ParsedName, fallback, parse_file, parse_folder
from maestrarr.media.names.fallback import SecondReader

PIECES = [
    *("S01E01", "1x01", "E01", "S01", "Season 1", "2024-01-15", "第1期", "第1話", "Episode 1"),
    *("(1999)", "[1999]", "1999", "2049", "{tmdb-1}", "[tmdbid=", "tt0133093", "{edition-", "}"),
    *("[", "]", "(", ")", "{", ".", "-", " ", "_", " - ", " - 12", "[Group]", "v2", "1080p"),
    *("WEB-DL", "extended", "director's cut", "AKA", ", The", "cd1", "part1", "3D", "A.", "0", "9"),
    *("é", "e\u0301", "İ", "💥", "\u200f", "\ud800", "\n", "\0", "%", "*", "\\", "x264-"),
]
REPEATED = [(piece * 255)[:255] for piece in PIECES] + ["S01E01" * 120, "a" * 255, "1" * 255]
# Not for secrets: the same names in every run.
MIXED = ["".join(random.Random(seed).choices(PIECES, k=60)) for seed in range(260)]  # noqa: S311


@pytest.mark.parametrize("name", [*REPEATED, *MIXED], ids=range(len(REPEATED) + len(MIXED)))
def test_a_nasty_name_is_read_like_any_other(name: str) -> None:
    for parsed in (parse_file(f"{name}.mkv"), parse_folder(name)):
        assert len(parsed.title) <= len(name)
        assert len(parsed.episodes) <= 1000
        assert parsed.year is None or 1880 <= parsed.year < 2040


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("S01E01" * 40 + ".mkv", ParsedName(season=1, episodes=(1,))),
        ("Show S01E01" + " " * 300 + ".mkv", ParsedName(title="Show", season=1, episodes=(1,))),
        ("1" * 255 + ".mkv", ParsedName(title="1" * 255)),
        ("a" * 5000 + ".mkv", ParsedName(title="a" * 255)),
        ("." * 255 + ".mkv", ParsedName(title="." * 255)),
        ("[" * 255, ParsedName(title="[" * 255)),
        ("Show S01E01-E9999.mkv", ParsedName(title="Show", season=1, episodes=(1,))),
        ("Show S01E05-E02.mkv", ParsedName(title="Show", season=1, episodes=(5, 2))),
        ("/a/b/Film (2010).mkv", ParsedName(title="Film", year=2010)),
        ("Film\n(2010).mkv", ParsedName(title="Film", year=2010)),
        ("Film%20(2010).mkv", ParsedName(title="Film%20", year=2010)),
        ("Film (2010)\0.mkv", ParsedName(title="Film", year=2010)),
        ("Am\udce9lie (2001).mkv", ParsedName(title="Amélie", year=2001)),
        ("", ParsedName()),
        (" .mkv", ParsedName()),
    ],
)
def test_a_nasty_name_still_says_what_can_be_said(name: str, wanted: ParsedName) -> None:
    assert parse_file(name) == wanted


def test_a_number_repeated_without_end_is_one_episode() -> None:
    parsed = parse_file("S01E01" * 120 + ".mkv")
    assert (parsed.season, parsed.episodes) == (1, (1,))


@given(st.text(max_size=400))
def test_reading_a_name_never_raises(name: str) -> None:
    assert isinstance(parse_file(name), ParsedName)
    assert isinstance(parse_folder(name), ParsedName)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_reading_a_name_made_of_conventions_never_raises(name: str) -> None:
    assert isinstance(parse_file(f"{name}.mkv"), ParsedName)


def test_the_second_reader_reads_what_no_convention_fits() -> None:
    found = SecondReader()
    try:
        assert found.read("[Group][Title][01][1080p].mkv")["title"] == "Title"
    finally:
        found.close()


def test_the_second_reader_answers_in_our_words() -> None:
    assert fallback.parse("[Group][Title][01][1080p].mkv") == ParsedName(
        title="Title", absolute=(1,), resolution="1080p", release_group="Group"
    )
    assert fallback.parse("?") is None


def test_a_name_with_nothing_but_attributes_is_its_own_title() -> None:
    parsed = parse_file("1080p.BluRay.x264-GRP.mkv")
    assert parsed.title == "1080p.BluRay.x264-GRP"


def test_a_second_reader_that_hangs_is_killed_and_the_next_name_gets_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "reader.py"
    script.write_text(
        "import sys\n"
        "print('ready', flush=True)\n"
        "for line in sys.stdin:\n"
        "    while 'hang' in line: pass\n"
        '    print(\'{"title": "read"}\', flush=True)\n'
    )
    monkeypatch.setattr(fallback, "NAME_LIMIT", timedelta(seconds=0.2))
    reader = SecondReader(script)
    try:
        assert reader.read("one") == {"title": "read"}
        first = reader._process
        assert first is not None
        assert reader.read("hang") == {}
        assert first.poll() is not None
        assert reader.read("two") == {"title": "read"}
    finally:
        reader.close()


@pytest.mark.parametrize("script", ["import sys; sys.exit(3)", "print('ready'); print('no JSON')"])
def test_a_second_reader_that_fails_has_read_nothing(tmp_path: Path, script: str) -> None:
    path = tmp_path / "reader.py"
    path.write_text(script)
    reader = SecondReader(path)
    try:
        assert reader.read("anything") == {}
    finally:
        reader.close()


def test_the_second_reader_ends_with_the_process_that_started_it() -> None:
    script = (
        "from maestrarr.media.names import fallback;"
        "fallback._READER.read('x');"
        "print(fallback._READER._process.pid)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(run.stdout), 0)
    assert run.stderr == ""


def test_names_that_our_conventions_fit_never_start_the_second_reader() -> None:
    script = (
        "from maestrarr.media.names import fallback, parse_file;"
        "[parse_file(n) for n in ('The Matrix (1999).mkv', 'S01E01.mkv', '[A] B - 01.mkv')];"
        "print(fallback._READER._process)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "None\n"
