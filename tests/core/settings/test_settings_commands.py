"""`maestrarr settings`, as a script and as a person call it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from command import run


@pytest.fixture
def folder(sqlite_database_url: object, tmp_path: Path) -> Path:
    """Give a data folder whose database is migrated and empty."""
    assert sqlite_database_url
    return tmp_path


def call(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return run("settings", *arguments, "--data", folder, said=text)


def document(folder: Path, *arguments: str, text: str = "") -> Any:
    done = call(folder, *arguments, "--json", text=text)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_settings_are_listed_for_people_and_for_scripts(folder: Path) -> None:
    listed = {one["name"]: one for one in document(folder, "list")["settings"]}

    assert listed["jobs"]["values"] == {"at_once": 4, "history_days": 30}
    assert "jobs.at_once" in call(folder, "list").stdout


def test_a_setting_is_set_shown_told_and_reset(folder: Path) -> None:
    assert document(folder, "set", "jobs.at_once", "2")["value"] == 2
    assert document(folder, "get", "jobs.at_once")["value"] == 2
    assert document(folder, "get", "jobs")["set_fields"] == ["at_once"]
    assert "jobs.at_once  4       2      terminal" in call(folder, "history", "jobs").stdout
    assert document(folder, "reset", "jobs")["values"]["at_once"] == 4
    fields = [one["field"] for one in document(folder, "history")["changes"]]
    assert fields == ["at_once", "at_once"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "jobs.at_once", "many"], "Nothing was set: jobs.at_once must be a whole number."),
        (["set", "jobs.at_once", "9" * 5000], "Nothing was set: jobs.at_once must"),
        (["set", "jobs.at_one", "2"], "jobs.at_one is not a setting; did you mean at_once?"),
        (["get", "jobs.nothing"], "There is no setting called jobs.nothing."),
        (["get", "nothing"], "There is no setting called nothing."),
        (["reset", "nothing"], "There is no setting called nothing."),
        (["history", "nothing"], "There is no setting called nothing."),
        (["import", "/nowhere.json"], "The system answered: No such file or directory"),
        (["import", "-"], "This cannot be imported: it is not JSON."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(folder: Path, arguments: list[str], said: str) -> None:
    done = call(folder, *arguments, text="{")

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_export_is_previewed_and_imported(folder: Path, tmp_path: Path) -> None:
    document(folder, "set", "library.missing_percent", "12.5")
    file = tmp_path / "settings.json"
    file.write_text(call(folder, "export").stdout)
    document(folder, "reset", "library")

    preview = document(folder, "import", str(file), "--dry-run")
    assert preview["is_preview"]
    assert [edit["after"] for edit in preview["edits"]] == [12.5]
    assert document(folder, "export") == {}
    document(folder, "import", "-", text=file.read_text())
    assert document(folder, "export") == {"library": {"missing_percent": 12.5}}
