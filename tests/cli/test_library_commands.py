"""The library's and the jobs' commands, as a person and as a script call them."""

import json
import logging
import os
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from command import run
from maestrarr.cli.main import command, main
from maestrarr.demo.library import DemoLibrary
from maestrarr.kit.ids import new_id

AUDIO_KEYS = {
    "index", "codec", "channels", "language", "title", "is_default", "is_original", "is_commentary",
}  # fmt: skip
FILE_KEYS = {
    "path", "container", "duration_seconds", "size_bytes", "video", "audio", "subtitles",
}  # fmt: skip
FILM = "The Lighthouse Accountant"
SERIES = "The Harbour Desk"

COMMANDS: Mapping[str, int] = {
    "library add {folder}": 0,
    "library list": 0,
    "library scan": 1,
    "library scan Series": 0,
    "library scan {films}": 1,
    "library scan {folder}": 0,
    "library show Movies": 0,
    f"library show '{SERIES}'": 0,
    "library search light": 0,
    f"library monitor '{FILM}' --off": 0,
    f"library identify '{FILM}' --tmdb 603 --imdb tt0133093": 0,
    f"library identify '{FILM}' --undo": 0,
    f"library monitor '{FILM}' '{SERIES}'": 0,
    "library monitor --filter library=Movies --filter genre=Drama --filter genre=Comedy": 0,
    "library edit Movies --hard-links break": 0,
    "library edit Movies --name Films --language en --add-folder {folder}": 0,
    "library automate Movies": 0,
    "library automate Movies hybrid --on auto_publish --off webhook-enabled": 0,
    "metadata status": 0,
    f"metadata show '{FILM}'": 0,
    f"metadata candidates '{FILM}'": 0,
    f"metadata edit '{FILM}' --set tagline=Sea --add tags=Light --lock plot": 0,
    f"metadata edit '{FILM}' --unlock plot": 0,
    "library remove Movies --yes": 0,
    "jobs list": 0,
    "jobs show {ended}": 0,
    "jobs log {ended}": 0,
    "jobs retry {ended}": 0,
    "jobs now {waiting}": 0,
    "jobs after {waiting} {ended}": 0,
    "jobs workers": 0,
    "jobs priority {waiting} low": 0,
    "jobs cancel {waiting}": 0,
}

WRONG = [
    "library add {nowhere}",
    "library add {file}",
    "library add {folder} --kind films",
    "library add {films} --name Again",
    "library add {folder} --name Movies",
    "library scan ''",
    "library scan Unknown",
    "library scan {nowhere}",
    "library scan {file}",
    "library scan /dev/null",
    "library scan {folder} --kind music",
    "library scan Movies Series",
    "library show Unknown",
    "metadata edit Unknown --lock plot",
    f"metadata edit '{FILM}' --set tagline",
    f"metadata enrich '{FILM}'",
    "library show {absent}",
    "library show Movies --state lost",
    "library monitor Unknown",
    "library monitor the",
    "library monitor",
    "library monitor the --filter genre=Drama",
    "library monitor --filter genre",
    "library monitor --filter colour=red",
    "library monitor --filter year_from=old",
    "library monitor --filter library=Unknown",
    "library edit Unknown --name Other",
    "library edit Movies --hard-links perhaps",
    "library automate Unknown manual",
    "library automate Movies sometimes",
    "library automate Movies --on everything",
    "library edit Movies --name Series",
    "library edit Movies --language '?'",
    "library edit Movies --add-folder {films}",
    "library edit Movies --add-folder {nowhere}",
    "library edit Movies --remove-folder {nowhere}",
    "library edit Movies --remove-folder {films}",
    f"library identify '{FILM}'",
    f"library identify '{FILM}' --tmdb 1 --undo",
    f"library identify '{FILM}' --imdb 0133093",
    "library identify Unknown --tmdb 1",
    "library remove Unknown --yes",
    "library nonsense",
    "jobs show {absent}",
    "jobs show ''",
    "jobs log nonsense",
    "jobs cancel {ended}",
    "jobs retry {waiting}",
]


@pytest.fixture
def words(demo: DemoLibrary, jobs: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Name what the commands in this file are called with."""
    folder = tmp_path / "Other Films"
    folder.mkdir()
    file = tmp_path / "file.txt"
    file.write_text("This is no folder.")
    return {
        "folder": str(folder),
        "file": str(file),
        "films": str(demo.films),
        "nowhere": str(tmp_path / "nowhere"),
        "ended": jobs["completed"],
        "waiting": jobs["queued"],
        "absent": str(new_id()),
    }


def code_of(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """Run the command in this process, which is sooner done, and return its exit code."""
    monkeypatch.setattr("sys.argv", ["maestrarr", *map(str, arguments)])
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


def split(line: str, words: Mapping[str, str]) -> list[str]:
    return [part.format(**words) for part in shlex.split(line)]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_script_reads_exactly_one_document(line: str, words: dict[str, str], data: Path) -> None:
    told = run(*split(line, words), "--json", "--data", data)

    json.loads(told.stdout)
    assert told.returncode == COMMANDS[line]
    assert "Traceback" not in told.stderr
    assert "━" not in told.stderr


def test_every_command_of_these_rooms_is_tried_here() -> None:
    groups = command().commands
    every = {
        f"{room} {name}"
        for room in ("library", "jobs", "metadata")
        for name in groups[room].commands  # type: ignore[attr-defined]  # both are groups
    }

    assert every <= {" ".join(line.split()[:2]) for line in (*COMMANDS, *WRONG)}


@pytest.mark.parametrize("line", COMMANDS)
def test_a_person_gets_words_and_no_document(
    line: str,
    words: dict[str, str],
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = code_of(monkeypatch, *split(line, words), "--data", data)

    told = capsys.readouterr()
    assert code == COMMANDS[line]
    assert (told.out + told.err).strip()
    assert not told.out.startswith(("{", "["))
    assert "Traceback" not in told.err


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_is_a_sentence_and_a_two(
    line: str,
    words: dict[str, str],
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = code_of(monkeypatch, *split(line, words), "--json", "--data", data)

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.strip().endswith((".", ")", "'"))
    assert "Traceback" not in told.err


def test_any_folder_is_scanned_without_set_up_and_leaves_nothing(
    demo: DemoLibrary, tmp_path: Path
) -> None:
    told = run("library", "scan", demo.series, "--json", "--data", tmp_path / "none")

    assert told.returncode == 0
    assert told.stderr == ""
    assert {file["path"] for file in json.loads(told.stdout)["files"]} == {
        str(file.path) for title in demo.titles if title.kind == "series" for file in title.files
    }
    assert list(tmp_path.iterdir()) == []


def test_a_scan_of_any_folder_tells_every_media_file_as_promised(demo: DemoLibrary) -> None:
    told = run("library", "scan", demo.folder, "--json", "--data", demo.folder / "none")
    document = json.loads(told.stdout)
    files = {Path(file["path"]): file for file in document["files"]}
    on_disk = {
        path
        for path in demo.folder.rglob("*")
        if path.suffix in {".mkv", ".mp4"} and path.is_file()
    }

    assert told.returncode == 1
    assert set(document) == {"titles", "files", "faults", "seconds"}
    assert isinstance(document["seconds"], float)
    assert set(files) == on_disk
    assert {path for path in files if "Featurettes" in path.parts}
    assert all(set(file) >= FILE_KEYS for file in files.values())
    for truth in demo.files:
        if truth.facts is not None:
            assert tracks(files[truth.path]["audio"]) == tracks(map(asdict, truth.facts.audio))
            assert files[truth.path]["container"] == truth.facts.container
    faulty = {Path(fault["path"]): fault["kind"] for fault in document["faults"]}
    assert faulty == {path: kind for title in demo.titles for path, kind in title.faults}


def test_a_folder_in_a_library_is_told_in_the_same_shape(demo: DemoLibrary, data: Path) -> None:
    known = json.loads(run("library", "scan", demo.films, "--json", "--data", data).stdout)
    found = json.loads(run("library", "scan", demo.films, "--json", "--data", data / "none").stdout)

    assert set(known) == set(found)
    assert len(known["files"]) == len(found["files"]) > 0
    for of_known, of_found in zip(*map(by_path, (known["files"], found["files"])), strict=True):
        assert of_found == {key: of_known[key] for key in of_found}
    for of_known, of_found in zip(*map(by_key, (known["titles"], found["titles"])), strict=True):
        assert set(of_found) <= set(of_known)
        assert of_found["files"] == of_known["files"]
        pictures = zip(*map(by_path, (of_known["artwork"], of_found["artwork"])), strict=True)
        assert all(found.items() <= known.items() for known, found in pictures)
    assert by_path(known["faults"]) == by_path(found["faults"])


def test_a_part_of_a_library_is_told_alone(demo: DemoLibrary, data: Path) -> None:
    film = next(title for title in demo.titles if title.title == FILM)

    told = run("library", "scan", film.folder, "--json", "--data", data)

    document = json.loads(told.stdout)
    assert told.returncode == 0
    assert [title["title"] for title in document["titles"]] == [FILM]
    assert {Path(file["path"]).is_relative_to(film.folder) for file in document["files"]} == {True}


def test_an_empty_folder_holds_nothing_and_that_is_no_fault(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    for_script = run("library", "scan", empty, "--json", "--data", tmp_path / "none")
    for_person = run("library", "scan", empty, "--data", tmp_path / "none")

    assert (for_script.returncode, for_person.returncode) == (0, 0)
    assert json.loads(for_script.stdout) | {"seconds": 0} == {
        "titles": [], "files": [], "faults": [], "seconds": 0,
    }  # fmt: skip
    assert "No film and no episode lies here" in for_person.stderr


def test_what_is_no_file_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    films = tmp_path / "films"
    films.mkdir()
    os.mkfifo(films / "A Pipe (2001).mkv")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(films)
        listener.bind("A Socket (2002).mkv")
        (films / "A Device (2003).mkv").symlink_to("/dev/zero")
        told = run("library", "scan", films, "--json", "--data", tmp_path / "none")

    document = json.loads(told.stdout)
    assert document["titles"] == document["files"] == []
    assert told.returncode == 1
    assert [fault["kind"] for fault in document["faults"]] == ["outside"]


def test_names_with_newlines_and_stray_bytes_are_exact_for_scripts_and_safe_for_people(
    tmp_path: Path, demo: DemoLibrary
) -> None:
    source = next(file.path for file in demo.files if file.facts is not None)
    folder = tmp_path / "films"
    titles = ["A\nFilm (2001)", "Caf\udce9 (2002)", "\x1b[2JClear (2003)", "50% [a]_b (2004)"]
    for title in titles:
        path = folder / title / f"{title}.mkv"
        path.parent.mkdir(parents=True)
        shutil.copyfile(source, path)
    data = tmp_path / "data"

    exact = run("library", "scan", folder, "--json", "--data", tmp_path / "none")
    shown = run("library", "scan", folder, "--data", tmp_path / "none")
    for arguments in (["library", "add", folder], ["library", "scan"]):
        assert run(*arguments, "--data", data).returncode == 0
    stored = run("library", "scan", folder, "--json", "--data", data)

    for told in (exact, stored):
        found = {Path(file["path"]).name for file in json.loads(told.stdout)["files"]}
        assert found == {f"{title}.mkv" for title in titles}
    assert "\x1b" not in shown.stdout
    assert "A\\nFilm" in shown.stdout
    assert "Caf\\xe9" in shown.stdout


def test_a_library_is_meant_before_a_folder_of_its_name(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Series").mkdir()
    (tmp_path / "Unknown").mkdir()
    monkeypatch.chdir(tmp_path)

    of_library = json.loads(run("library", "scan", "Series", "--json", "--data", data).stdout)
    of_folder = json.loads(run("library", "scan", "Unknown", "--json", "--data", data).stdout)

    assert of_library["files"]
    assert of_folder["files"] == []


def test_the_data_folder_may_be_named_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    told = run("library", "list", "--data", "here")

    assert told.returncode == 0
    assert (tmp_path / "here" / "maestrarr.db").exists()


def test_what_is_logged_stays_out_of_the_result(tmp_path: Path) -> None:
    script = (
        "import asyncio\n"
        "import structlog\n"
        "from pathlib import Path\n"
        "from maestrarr.cli.remote import connect\n"
        "from maestrarr.kit.terminal import Terminal\n"
        "async def warn():\n"
        "    terminal = Terminal(connect)\n"
        f"    terminal.data = Path({str(tmp_path)!r})\n"
        "    async with terminal.api():\n"
        "        structlog.get_logger().warning('jobs.database_trouble')\n"
        "asyncio.run(warn())\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert told.stdout == ""
    assert "jobs.database_trouble" in told.stderr


def tracks(found: Any) -> list[dict[str, Any]]:
    return [{key: track[key] for key in AUDIO_KEYS} for track in found]


def by_path(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(documents, key=lambda each: each["path"])


def by_key(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(documents, key=lambda each: each["key"])
