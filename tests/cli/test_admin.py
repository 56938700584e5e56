"""Backup and restore as commands."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def admin(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "maestrarr", "admin", *map(str, arguments), "--data", folder]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


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
    assert told.stderr.startswith("one.zip cannot be restored: No such file or directory.")
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
