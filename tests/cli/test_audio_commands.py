"""`maestrarr audio` three ways: without any set-up, on an installation, and through a server."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from servers import serving, token_for

from command import run
from maestrarr.media import probe
from makers import make_mkv, make_mp4, sound
from shelf import nfo

RESULT = {"files", "changed", "right", "skipped", "failed", "seconds"}
FILE = {"path", "status", "track_index", "reason", "milliseconds"}
Audio = Callable[..., Any]


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """Make two films whose second track should play first, and one that tells no language."""
    root = tmp_path / "films"
    make_mkv(root / "Ringu" / "Ringu.mkv", audio=[sound("en"), sound("ja", is_default=False)])
    nfo(root / "Ringu" / "movie.nfo", title="Ringu", originallanguage="ja")
    make_mp4(
        root / "Heat" / "Heat.mp4",
        audio=[sound("ja"), sound("en", is_default=False, is_enabled=False)],
    )
    make_mkv(root / "Lost" / "Lost.mkv", audio=[sound("und")])
    return root


def audio(*words: str | Path, code: int = 0, **environment: str) -> Any:
    told = run("audio", *words, "--json", **environment)
    assert told.returncode == code, told.stderr
    return json.loads(told.stdout)


def statuses(told: dict[str, Any]) -> dict[str, tuple[str, int | None]]:
    assert set(told) == RESULT
    assert all(set(file) == FILE for file in told["files"])
    return {Path(f["path"]).stem: (f["status"], f["track_index"]) for f in told["files"]}


def defaults(path: Path) -> list[int]:
    return [track.index for track in probe.probe(path).audio if track.is_default]


WANTED = {"Ringu": ("changed", 2), "Heat": ("changed", 2), "Lost": ("skipped", None)}
DONE = {"Ringu": ("right", 2), "Heat": ("right", 2), "Lost": ("skipped", None)}


def test_without_any_set_up_a_plan_leaves_nothing_behind(films: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    before = films_bytes(films)

    told = audio("plan", films, "--language-priority", "eng", "--data", data)
    assert statuses(told) == WANTED
    assert "Japanese is the original language" in told["files"][2]["reason"]
    assert not data.exists()
    assert films_bytes(films) == before


def test_apply_writes_once_and_undo_gives_every_byte_back(films: Path, tmp_path: Path) -> None:
    ways = ("--language-priority", "eng,jpn", "--data", tmp_path / "data")
    before = films_bytes(films)
    assert statuses(audio("apply", films, *ways)) == WANTED
    assert defaults(films / "Ringu" / "Ringu.mkv") == [2]
    times = [path.stat().st_mtime_ns for path in sorted(films.rglob("*"))]

    assert statuses(audio("apply", films, *ways)) == DONE
    assert [path.stat().st_mtime_ns for path in sorted(films.rglob("*"))] == times
    assert audio("undo", "--last", *ways[2:]) == {"undone": 2, "refused": 0}
    assert films_bytes(films) == before
    assert audio("undo", "--last", *ways[2:], code=1) == {"undone": 0, "refused": 0}


def test_one_file_is_taken_back_alone(films: Path, tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    before = films_bytes(films)
    audio("apply", films, "--language-priority", "en", *data)

    assert audio("undo", films / "Heat", *data)["undone"] == 1
    after = films_bytes(films)
    changed = {name for name, content in after.items() if content != before[name]}
    assert changed == {"Ringu/Ringu.mkv"}


def test_what_is_left_of_a_command_is_still_the_last_one(films: Path, tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    before = films_bytes(films)
    audio("apply", films, "--language-priority", "en", *data)

    audio("undo", films / "Heat", *data)
    assert audio("undo", "--last", *data) == {"undone": 1, "refused": 0}
    assert films_bytes(films) == before


def test_strange_names_and_links_to_folders_lead_there_and_back(
    films: Path, tmp_path: Path
) -> None:
    data = ("--data", tmp_path / "data")
    strange = (films / "Heat").rename(films / "H\udce9\nat\uefe9")
    (link := tmp_path / "link").symlink_to(strange)
    before = films_bytes(films)

    for name, back in ((strange, link), (link, strange)):
        told = audio("apply", name, "--language-priority", "en", *data)
        assert (told["changed"], told["files"][0]["path"]) == (1, str(strange / "Heat.mp4"))
        assert films_bytes(films) != before
        assert audio("undo", back, *data)["undone"] == 1
        assert films_bytes(films) == before


def test_through_a_server_the_same_is_done(films: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run("library", "add", films, "--name", "Films", "--data", data).returncode == 0
    assert run("library", "scan", "--data", data).returncode == 0
    token = token_for(data)
    with serving(data) as url:
        beside = ("--data", data)
        assert statuses(audio("plan", films, "--language-priority", "en", *beside)) == WANTED
        far = {"MAESTRARR_SERVER": url, "MAESTRARR_TOKEN": token}
        told = audio("apply", films, "--language-priority", "en", **far)
        assert statuses(told) == WANTED
        made = audio("rules", "add", "All", "--languages", "en", "--library", "Films", **far)
        assert [rule["id"] for rule in audio("rules", "list", **far)] == [made["id"]]
        tried = audio(
            "rules", "add", "Try", "--languages", "ja", "--position", "1", "--dry-run", **far
        )
        assert (tried["files"], tried["would_change"]) == (3, 1)  # the other is so already
        pinned = audio("pin", "Heat", "1", **far)
        assert pinned["files"][0]["wanted"] == 1
        assert audio("pin", "Heat", "--undo", **far)["pin"] is None
        assert audio("rules", "remove", "All", **far)["removed"]
        assert audio("undo", "--last", **far)["undone"] == 2
        elsewhere = run("audio", "apply", tmp_path, **far)
    assert elsewhere.returncode == 2
    assert "lies in no library" in elsewhere.stderr


def test_a_file_that_is_cut_off_is_told_of_and_passed_over(films: Path, tmp_path: Path) -> None:
    os.truncate(films / "Heat" / "Heat.mp4", (films / "Heat" / "Heat.mp4").stat().st_size - 50)

    told = run(
        "audio", "apply", films, "--language-priority", "en", "--json", "--data", tmp_path / "data"
    )
    assert told.returncode == 1
    assert statuses(json.loads(told.stdout))["Ringu"] == ("changed", 2)
    assert "Heat.mp4" in told.stderr


@pytest.mark.parametrize(
    "words",
    [
        "plan",
        "plan {nowhere}",
        "plan {loop}",
        "apply {loop}",
        "apply {nowhere}",
        "apply {films} --language-priority xyzzy",
        "plan {films} --original xyzzy",
        "undo",
        "undo --last {films}",
        "pin Unknown 1",
        "pin Unknown",
        "rules add X --languages xyzzy",
        "rules add X --languages en --library Unknown",
        "rules remove Unknown",
        "rules order Unknown",
    ],
)
def test_a_wrong_call_says_so_in_a_sentence(words: str, films: Path, tmp_path: Path) -> None:
    (loop := tmp_path / "loop").symlink_to(loop)
    named = words.format(films=films, nowhere=tmp_path / "nowhere", loop=loop).split()

    told = run("audio", *named, "--data", tmp_path / "data")
    assert told.returncode == 2
    assert told.stderr
    assert "Traceback" not in told.stderr


def films_bytes(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_runs_are_listed_shown_counted_and_cancelled(films: Path, tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    audio("apply", films, "--language-priority", "en", *data)

    (found,) = audio("batches", "list", *data)["batches"]
    assert (found["status"], found["changed"], found["skipped"]) == ("completed", 2, 1)
    shown = run("audio", "batches", "show", found["id"], "--status", "skipped", *data)
    assert "Lost.mkv" in shown.stdout
    assert "Heat.mp4" not in shown.stdout
    assert audio("batches", "statistics", *data)["batches"] == 1
    ended = run("audio", "batches", "cancel", found["id"], *data)
    assert (ended.returncode, "has already ended" in ended.stderr) == (2, True)
