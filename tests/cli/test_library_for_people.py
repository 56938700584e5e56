"""What a person sees of the library at the terminal."""

import shutil
from pathlib import Path

import pytest

from command import run, seen
from maestrarr.demo.library import DemoLibrary

FILM = "The Lighthouse Accountant"
SERIES = "The Harbour Desk"


def test_an_empty_installation_tells_the_next_step(tmp_path: Path) -> None:
    for arguments in (["library", "list"], ["library", "scan"]):
        told = run(*arguments, "--data", tmp_path)

        assert (told.returncode, told.stdout) == (0, "")
        assert "maestrarr library add FOLDER" in told.stderr


def test_a_scan_ends_with_a_summary_and_then_the_faults(data: Path, demo: DemoLibrary) -> None:
    shutil.move(demo.series / f"{SERIES} (2015)", demo.folder / "away")
    gone = run("library", "scan", "Series", "--data", data)
    shutil.move(demo.folder / "away", demo.series / f"{SERIES} (2015)")
    films = run("library", "scan", "Movies", "--data", data).stdout.splitlines()

    assert gone.returncode == 1
    assert "suddenly empty" in gone.stderr
    assert films[0].split("  ")[0] == "Library"
    assert "Newly missing" in films[0]
    assert films[2] == ""
    assert films[3].startswith("File")
    assert any("This file is empty." in line for line in films[4:])


def test_a_title_is_shown_as_a_sheet_and_its_files(data: Path) -> None:
    lines = run("library", "show", FILM, "--data", data).stdout.splitlines()

    assert lines[0].split(maxsplit=1) == ["Title", f"{FILM} (1994)"]
    assert any(line.startswith(f"{FILM} (1994) · trailer") for line in lines)


@pytest.mark.parametrize("columns", [80, 160])
def test_what_a_person_sees_fits_the_terminal(
    columns: int, demo: DemoLibrary, tmp_path: Path
) -> None:
    lines = seen("library", "scan", demo.films, "--data", tmp_path, columns=columns).splitlines()

    assert max(map(len, lines)) <= columns
    assert any(line.startswith(f"{FILM} (1994)") for line in lines)
    assert any("This file is empty." in line for line in lines)
    assert any(line.startswith("8 titles in 12 files, ") for line in lines)


def test_a_narrow_terminal_shows_one_file_below_the_other(
    demo: DemoLibrary, tmp_path: Path
) -> None:
    lines = seen("library", "scan", demo.series, "--data", tmp_path, columns=80).splitlines()
    start = lines.index(f"{SERIES} S01E03 Low Water")

    assert [line.split()[0] for line in lines[start + 1 : start + 4]] == [
        "Video",
        "Audio",
        "Subtitles",
    ]
