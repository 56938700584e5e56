"""Backup and restore as commands."""

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command import run


def admin(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("admin", *arguments, "--data", folder)


@pytest.fixture
def folder(sqlite_database_url: object, tmp_path: Path) -> Path:
    """Name a data folder with an empty, migrated database."""
    assert sqlite_database_url
    return tmp_path


def test_a_backup_is_made_and_restored(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "one.zip"

    made = admin(folder, "backup", "--to", place, "--json")
    restored = admin(folder, "restore", place, "--yes", "--json")

    assert json.loads(made.stdout)["file"] == str(place)
    assert json.loads(made.stdout)["rows"]["jobs"] == 0
    assert (restored.returncode, restored.stderr) == (0, "")
    assert Path(json.loads(restored.stdout)["kept"]).parent == folder / "backups"


def test_nothing_is_restored_unasked(folder: Path, tmp_path: Path) -> None:
    told = admin(folder, "restore", tmp_path / "one.zip")

    assert (told.returncode, told.stdout) == (2, "")
    assert "Nothing was changed" in told.stderr


def test_a_missing_backup_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    told = admin(folder, "restore", tmp_path / "one.zip", "--yes", "--json")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("one.zip cannot be restored: it is not there.")
    assert told.stderr.count("\n") == 1


def test_a_new_installation_has_nothing_to_back_up(tmp_path: Path) -> None:
    told = admin(tmp_path / "new", "backup")

    assert told.returncode == 2
    assert told.stderr.startswith("The database is still empty.")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write")
def test_a_place_that_cannot_be_written_is_one_sentence(folder: Path) -> None:
    told = admin(folder, "backup", "--to", "/proc/one.zip")

    assert told.returncode == 2
    assert told.stderr.startswith("The backup /proc/one.zip could not be written: ")
    assert not list((folder / "backups").iterdir())


def test_backups_are_listed_and_one_is_restored_by_its_name(folder: Path) -> None:
    admin(folder, "backup")
    listed = json.loads(admin(folder, "backups", "--json").stdout)["backups"]
    restored = admin(folder, "restore", listed[0]["name"], "--yes")

    assert [one["made_by"] for one in listed] == ["terminal"]
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "everybody signs in again" in restored.stdout


def _has_been_used_by_a_newer_version(folder: Path) -> None:
    with sqlite3.connect(folder / "maestrarr.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2999_01_01_tomorrow'")
    connection.close()


def _is_no_database_any_more(folder: Path) -> None:
    for rest in folder.glob("maestrarr.db-*"):
        rest.unlink()
    (folder / "maestrarr.db").write_bytes(b"torn" * 4_096)


@pytest.mark.parametrize(
    ("misfortune", "told"),
    [
        (_has_been_used_by_a_newer_version, "The database belongs to a newer version"),
        (_is_no_database_any_more, "not a database"),
    ],
)
def test_backups_are_listed_where_the_database_cannot_be_used(
    folder: Path, misfortune: Callable[[Path], None], told: str
) -> None:
    admin(folder, "backup")
    misfortune(folder)

    listed = admin(folder, "backups", "--json")
    name = json.loads(listed.stdout)["backups"][0]["name"]

    assert listed.returncode == 1
    assert told in listed.stderr
    assert "`maestrarr admin restore NAME`" in listed.stderr
    assert name in admin(folder, "backups").stdout


def test_a_newer_database_goes_back_to_a_backup_by_its_name(folder: Path) -> None:
    admin(folder, "backup")
    _has_been_used_by_a_newer_version(folder)
    (made,) = (folder / "backups").iterdir()

    restored = admin(folder, "restore", made.name, "--yes")

    assert (restored.returncode, restored.stderr) == (0, "")
    assert admin(folder, "backups").returncode == 0


def test_a_backup_in_a_chosen_folder_is_restored_by_its_name(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run("settings", "set", "upkeep.folder", str(elsewhere), "--data", folder)
    admin(folder, "backup")
    (made,) = elsewhere.iterdir()

    restored = admin(folder, "restore", made.name, "--yes")

    assert (restored.returncode, restored.stderr) == (0, "")


def test_cleanup_tells_first_and_forgets_then(folder: Path) -> None:
    with sqlite3.connect(folder / "maestrarr.db") as connection:
        event = "INSERT INTO events (topic, kind, audience, facts, at) VALUES ('', '', '', '{}', 0)"
        connection.execute(event)
    connection.close()

    would = json.loads(admin(folder, "cleanup", "--dry-run", "--json").stdout)
    did = json.loads(admin(folder, "cleanup", "--json").stdout)
    again = json.loads(admin(folder, "cleanup", "--json").stdout)

    assert (would["events"], did["events"], again["events"]) == (1, 1, 0)
    assert would.keys() == did.keys()


def test_stats_count_every_table_of_every_room(folder: Path) -> None:
    admin(folder, "backup")

    counted = json.loads(admin(folder, "stats", "--json").stdout)

    assert {"accounts", "events", "jobs", "library", "settings"} <= counted["rooms"].keys()
    assert counted["rooms"]["library"]["titles"] == 0
    assert counted["backups"] == 1
    assert counted["database_bytes"] >= (folder / "maestrarr.db").stat().st_size
    assert "rows in" in admin(folder, "stats").stdout
