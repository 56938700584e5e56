"""Schedules over HTTP: what starts by itself, when it does, and what can be changed about it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import select

from household import Household, a_household
from maestrarr import rooms
from maestrarr.core.accounts import queries as accounts
from maestrarr.core.accounts.callers import Role
from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs import schedules
from maestrarr.core.jobs.models import ScheduleRecord
from maestrarr.kit.clock import from_text, now
from maestrarr.kit.db import Database

SCHEDULES = "/api/v1/schedules"
SCAN = f"{SCHEDULES}/library.scan_all"


@pytest.fixture(autouse=True)
def at_greenwich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    rooms.load("jobs")
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        async with database.writing() as session:
            await schedules.put_in_shipped(session, now())
        yield house


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


async def test_schedules_are_listed_in_words_with_their_next_five_starts(
    house: Household,
) -> None:
    viewer = await house.client_of(Role.VIEWER)

    found = (await viewer.get(SCHEDULES)).json()["schedules"]

    scan = next(each for each in found if each["name"] == "library.scan_all")
    runs = [from_text(moment) for moment in scan["next_runs"]]
    assert scan["title"] == "Scan every library"
    assert (scan["at"], scan["zone"], scan["last_at"]) == ("0 2 * * *", "UTC", None)
    assert scan["next_runs"][0] == scan["next_at"]
    assert [(run.hour, run.minute) for run in runs] == [(2, 0)] * 5
    assert {after - before for before, after in pairwise(runs)} == {timedelta(days=1)}


async def test_a_schedule_is_moved_paused_and_resumed_and_that_is_written_down(
    house: Household, admin: httpx2.AsyncClient
) -> None:
    moved = await admin.patch(SCAN, json={"at": "30 5 * * *", "zone": "Asia/Tokyo"})
    paused = await admin.patch(SCAN, json={"is_paused": True})
    resumed = await admin.patch(SCAN, json={"is_paused": False})

    assert moved.json()["next_at"].endswith("T20:30:00.000Z")
    assert (paused.json()["next_at"], paused.json()["next_runs"]) == (None, [])
    assert (paused.json()["at"], paused.json()["zone"]) == ("30 5 * * *", "Asia/Tokyo")
    assert resumed.json() == moved.json()
    news = select(EventRecord).where(EventRecord.kind == "schedule.changed")
    async with house.database.reading() as session:
        entries = await accounts.audit_entries(session)
        told = [one.facts for one in await session.scalars(news)]
    done = [(entry.actor, entry.subject) for entry in entries if entry.action == "schedule.changed"]
    assert done == [("admin", "library.scan_all")] * 3
    assert told == [{"name": "library.scan_all"}] * 3


async def test_a_schedule_is_run_now(house: Household) -> None:
    operator = await house.client_of(Role.OPERATOR)
    before = (await operator.get(SCHEDULES)).json()

    answer = await operator.post(f"{SCAN}/run")

    job = (await operator.get(f"/api/v1/jobs/{answer.json()['id']}")).json()
    assert answer.status_code == 202
    assert (job["kind"], job["status"]) == ("library.scan_all", "queued")
    assert job["asked_by"] == str(house.users[Role.OPERATOR])
    assert (await operator.get(SCHEDULES)).json() == before


@pytest.mark.parametrize(
    ("path", "patch", "status"),
    [
        (f"{SCHEDULES}/never", {"is_paused": True}, 404),
        (SCAN, {"at": "noon"}, 422),
        (SCAN, {"at": "0 0 30 2 *"}, 422),
        (SCAN, {"at": "* " * 200}, 422),
        (SCAN, {"zone": "Middle/Earth"}, 422),
        (SCAN, {"zone": "../../etc/passwd"}, 422),
        (SCAN, {"kind": "upkeep.sweep"}, 422),
        (SCAN, {"is_paused": "perhaps"}, 422),
    ],
)
async def test_what_cannot_be_changes_nothing(
    admin: httpx2.AsyncClient, path: str, patch: dict[str, object], status: int
) -> None:
    before = (await admin.get(SCHEDULES)).json()

    refused = await admin.patch(path, json=patch)

    assert refused.status_code == status, refused.text
    assert (await admin.get(SCHEDULES)).json() == before


async def test_a_schedule_of_a_job_that_this_version_lacks_is_still_shown(
    house: Household, admin: httpx2.AsyncClient
) -> None:
    async with house.database.writing() as session:
        session.add(
            ScheduleRecord(
                name="old.work", kind="old.work", arguments={}, pattern="0 0 29 2 *", zone="UTC",
                next_at=now(),
            )
        )  # fmt: skip

    (old,) = [
        each
        for each in (await admin.get(SCHEDULES)).json()["schedules"]
        if each["name"] == "old.work"
    ]

    assert old["title"] == "old.work"
    assert len(old["next_runs"]) == 5
    assert (await admin.post(f"{SCHEDULES}/old.work/run")).status_code == 400
