"""`maestrarr changes`, as a script and as a person call it."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest
from disk_stage import Stage, defaults
from sqlalchemy.engine import URL

from command import run
from maestrarr import rooms
from maestrarr.core.changes import editing
from maestrarr.core.changes.holding import Desk
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url


def changes(stage: Stage, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("changes", *arguments, "--data", stage.data.path)


@pytest.fixture
def films(sqlite_database_url: URL, tmp_path: Path) -> tuple[Stage, list[Path]]:
    """Leave two films edited, one after the other, in an installation nobody serves."""
    rooms.load("settings")
    (tmp_path / "films").mkdir()

    async def edited() -> tuple[Stage, list[Path]]:
        database = Database(sqlite_database_url)
        stage = Stage(database, DataFolder(tmp_path), tmp_path / "films")
        paths = [stage.film(name) for name in ("First.mkv", "Second.mkv")]
        for path in paths:
            await stage.carry_out(stage.edit(path), kind="audio.fix")
        await database.close()
        return stage, paths

    return asyncio.run(edited())


def test_the_last_change_is_listed_shown_previewed_and_taken_back(
    films: tuple[Stage, list[Path]],
) -> None:
    stage, (first, second) = films

    found = json.loads(changes(stage, "list", "--json").stdout)["change_sets"]
    assert [each["kind"] for each in found] == ["audio.fix", "audio.fix"]
    shown = changes(stage, "show", found[0]["id"])
    assert str(second) in shown.stdout
    preview = changes(stage, "undo", "--last", "--dry-run")
    assert (preview.returncode, defaults(second)) == (0, [2])
    assert "1 would be taken back, 0 left alone." in preview.stdout

    undone = changes(stage, "undo", "--last")
    assert (undone.returncode, undone.stdout) == (0, "1 taken back, 0 left alone.\n")
    assert (defaults(first), defaults(second)) == ([2], [1])


@pytest.mark.usefixtures("sqlite_database_url")
def test_there_may_be_nothing_to_take_back(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "maestrarr.db"))
    nothing = changes(Stage(database, DataFolder(tmp_path), tmp_path), "undo", "--last")

    assert (nothing.returncode, "Nothing was changed" in nothing.stdout) == (1, True)


def test_an_undo_without_a_name_is_wrong_usage(films: tuple[Stage, list[Path]]) -> None:
    stage, _ = films

    assert changes(stage, "undo", "some-id", "--last").returncode == 2


def test_an_undo_that_is_refused_says_why(films: tuple[Stage, list[Path]]) -> None:
    stage, (_, second) = films
    second.write_bytes(b"another")

    undone = changes(stage, "undo", "--last")
    assert (undone.returncode, "changed by something else" in undone.stdout) == (1, True)
    assert second.read_bytes() == b"another"


def test_what_a_crash_cut_short_is_listed_and_dismissed(films: tuple[Stage, list[Path]]) -> None:
    stage, (first, _) = films
    desk = Desk(journal=stage.data.journal, recycle=stage.data.recycle)
    editing.carry_out(desk, editing.hold(desk, [stage.edit(first, track=3)])).leave()
    first.write_bytes(b"a third thing")

    told = changes(stage, "interrupted", "--json")
    (found,) = json.loads(told.stdout)["interrupted"]
    assert (told.returncode, found["path"]) == (1, str(first))
    assert "changed by something else" in changes(stage, "interrupted").stdout

    assert changes(stage, "dismiss", found["id"]).returncode == 0
    left = changes(stage, "interrupted")
    assert (left.returncode, "Nothing was cut short." in left.stderr) == (0, True)
    assert changes(stage, "dismiss", found["id"]).returncode == 2
    assert first.read_bytes() == b"a third thing"
