"""`maestrarr jobs`, as a script and as a person call it."""

import json
import subprocess
from pathlib import Path

import pytest
from stage import enqueued, play

from command import run
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.transitions import Ending, settle
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.kit.errors import Problem


def jobs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("jobs", *arguments, "--data", folder)


@pytest.fixture
async def records(sqlite_database_url: object, tmp_path: Path) -> list[JobRecord]:
    """Leave one job failed, with a step and a log, and one queued."""
    assert sqlite_database_url
    database = Database(sqlite_url(tmp_path / "maestrarr.db"))
    job = await play.begin(database, name="a film\x1b[31m")
    async with job.step("Looking"):
        job.note("It looks\x1b[31m fine.")
    job.debug("It looked twice.")
    job.warn("It is not.")
    async with job.writing_news() as session:
        ending = Ending(status=Status.FAILED, failures=3, cause=Problem("The disk is away."))
        await settle(session, job.record, ending)
    waiting = await enqueued(database, play, name="another film")
    await database.close()
    return [job.record, waiting]


def test_jobs_are_listed_for_people_and_for_scripts(
    records: list[JobRecord], tmp_path: Path
) -> None:
    table = jobs(tmp_path, "list")
    document = jobs(tmp_path, "list", "--status", "failed", "--kind", "test.play", "--json")

    assert table.returncode == document.returncode == 0
    assert "The disk is away." in table.stdout
    assert records[1].id.hex[-8:] in table.stdout
    assert "\x1b" not in table.stdout
    (failed,) = json.loads(document.stdout)["jobs"]
    assert (failed["id"], failed["status"], failed["priority"]) == (
        str(records[0].id),
        "failed",
        "normal",
    )


def test_a_job_is_shown_by_the_end_of_its_id(records: list[JobRecord], tmp_path: Path) -> None:
    sheet = jobs(tmp_path, "show", records[0].id.hex[-8:])
    document = jobs(tmp_path, "show", str(records[0].id), "--json")

    assert "Looking: completed" in sheet.stdout
    assert [step["name"] for step in json.loads(document.stdout)["steps"]] == ["Looking"]


def test_a_log_is_printed_and_followed_to_its_end(records: list[JobRecord], tmp_path: Path) -> None:
    told = jobs(tmp_path, "log", str(records[0].id), "--follow")
    document = jobs(tmp_path, "log", str(records[0].id), "--severity", "warning", "--json")

    first, second = told.stdout.splitlines()
    assert first.endswith("It looks\\x1b[31m fine.")
    assert second.endswith("It is not.")
    lines = json.loads(document.stdout)["lines"]
    assert [line["sentence"] for line in lines] == ["It is not."]


def test_details_are_printed_to_who_asks_for_all(records: list[JobRecord], tmp_path: Path) -> None:
    for asked in (["--all"], ["--severity", "debug"]):
        assert "It looked twice." in jobs(tmp_path, "log", str(records[0].id), *asked).stdout


def test_a_queued_job_is_cancelled_once(records: list[JobRecord], tmp_path: Path) -> None:
    cancelled = jobs(tmp_path, "cancel", str(records[1].id), "--json")
    again = jobs(tmp_path, "cancel", str(records[1].id))

    assert json.loads(cancelled.stdout)["status"] == "cancelled"
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == "“Play another film” has already ended: it is cancelled.\n"


def test_a_queued_job_is_lowered_hurried_and_put_after_another(
    records: list[JobRecord], tmp_path: Path
) -> None:
    failed, waiting = (str(record.id) for record in records)

    lowered = jobs(tmp_path, "priority", waiting, "low", "--json")
    hurried = jobs(tmp_path, "now", waiting, "--json")
    in_vain = jobs(tmp_path, "after", waiting, failed)

    assert json.loads(lowered.stdout)["priority"] == "low"
    assert json.loads(hurried.stdout)["priority"] == "high"
    assert in_vain.returncode == 1
    assert "which failed" in in_vain.stdout


def test_a_job_that_ended_is_run_again_and_waited_for(
    records: list[JobRecord], tmp_path: Path
) -> None:
    told = jobs(tmp_path, "retry", str(records[0].id), "--json")

    again = json.loads(told.stdout)
    assert told.returncode == 1
    assert again["again_of_id"] == str(records[0].id)
    assert again["error"].startswith("This version knows no job of the kind test.play.")


@pytest.mark.parametrize("verb", ["show", "cancel", "retry", "log"])
def test_a_job_that_is_not_there_is_one_sentence(
    sqlite_database_url: object, tmp_path: Path, verb: str
) -> None:
    assert sqlite_database_url
    told = jobs(tmp_path, verb, "nothing")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "There is no job nothing.\n"
