"""`maestrarr schedules`, as a script and as a person call it."""

import json
import subprocess
from pathlib import Path

import pytest

from command import run
from maestrarr.core.jobs.models import ScheduleRecord
from maestrarr.kit.clock import now, own_zone
from maestrarr.kit.db import Database, sqlite_url


def schedules(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("schedules", *arguments, "--data", folder)


@pytest.fixture
async def folder(sqlite_database_url: object, tmp_path: Path) -> Path:
    """Leave one schedule in an installation."""
    assert sqlite_database_url
    database = Database(sqlite_url(tmp_path / "maestrarr.db"))
    async with database.writing() as session:
        session.add(
            ScheduleRecord(
                name="library.scan_all",
                kind="library.scan_all",
                arguments={},
                pattern="0 2 * * *",
                zone="UTC",
                next_at=now(),
            )
        )
    await database.close()
    return tmp_path


def test_a_schedule_is_listed_moved_paused_and_resumed(folder: Path) -> None:
    listed = json.loads(schedules(folder, "list", "--json").stdout)["schedules"]
    assert [(one["name"], one["at"], one["zone"]) for one in listed] == [
        ("library.scan_all", "0 2 * * *", own_zone())
    ]

    moved = schedules(
        folder, "edit", listed[0]["name"], "--at", "0 5 * * *", "--zone", "Asia/Tokyo"
    )
    assert (moved.returncode, "0 5 * * *" in moved.stdout) == (0, True)
    paused = schedules(folder, "pause", listed[0]["name"], "--json")
    assert json.loads(paused.stdout)["next_at"] is None
    resumed = schedules(folder, "resume", listed[0]["name"], "--json")
    assert json.loads(resumed.stdout)["next_at"].endswith("T20:00:00.000Z")


def test_a_schedule_is_run_now_and_awaited(folder: Path) -> None:
    ran = schedules(folder, "run", "library.scan_all", "--json")

    document = json.loads(ran.stdout)
    assert (ran.returncode, document["status"], document["asked_by"]) == (
        0,
        "completed",
        "terminal",
    )
    assert document["result"] == {"libraries": 0}


@pytest.mark.parametrize(
    "arguments",
    [
        ("pause", "never"),
        ("run", "never"),
        ("edit", "library.scan_all", "--at", "at noon"),
        ("edit", "library.scan_all", "--zone", "Middle/Earth"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(folder: Path, arguments: tuple[str, ...]) -> None:
    told = schedules(folder, *arguments)

    assert (told.returncode, told.stdout) == (2, "")
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()
