"""What occurred is told once: in its transaction, after a crash, at the end of patience."""

import importlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select, update

import daily
from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.transitions import Ending
from maestrarr.core.notifications import policy, service
from maestrarr.core.notifications.jobs import clean_up, tell
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.models import ChannelRecord, NoticeRecord, OccurrenceRecord
from maestrarr.core.notifications.service import Occurrence
from maestrarr.core.notifications.states import NoticeState
from maestrarr.core.upkeep.jobs import sweep
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem

importlib.import_module("maestrarr.core.notifications.listeners")  # as a server does

CHANNELS = "/api/v1/notifications/channels"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


async def reach(client: httpx2.AsyncClient, address: str, **said: Any) -> dict[str, Any]:
    body = {"kind": "webhook", "address": address, "even_if_failing": True} | said
    answer = await client.post(CHANNELS, json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def fail_a_job(house: Household, title: str = "Forget old news") -> JobRecord:
    job = await sweep.begin(house.database)
    async with house.database.writing() as session:
        cause = Problem(f"{title} did not work.")
        ending = Ending(status=Status.FAILED, failures=1, cause=cause)
        await transitions.settle(session, job.record, ending)
    return job.record


async def tell_all(house: Household) -> dict[str, int]:
    begun = await tell.begin(house.database)
    job = Job(house.database, begun.record, data=house.data, outside=house.outside)
    result = await tell(job)
    async with house.database.writing() as session:
        await transitions.settle(session, begun.record, Ending(status=Status.COMPLETED, failures=0))
    return dict(result or {})  # type: ignore[arg-type]


async def come_due(house: Household) -> None:
    async with house.database.writing() as session:
        await session.execute(update(NoticeRecord).values(due_at=now()))


async def notices(house: Household) -> list[NoticeRecord]:
    async with house.database.reading() as session:
        return list(await session.scalars(select(NoticeRecord).order_by(NoticeRecord.id)))


def heard(upstreams: Upstreams, service: str = "receiver") -> list[dict[str, Any]]:
    return [dict(each) for each in upstreams.world.desks.of(service).heard]


async def test_a_job_that_failed_for_good_is_told_once_to_who_may_know(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    made = await reach(admin, upstreams.url("receiver"))
    await reach(await house.client_of(Role.VIEWER), "https://example.invalid/")
    assert made["problem"] is None
    assert [each["title"] for each in heard(upstreams)] == ["Maestrarr reaches you"]

    job = await fail_a_job(house)
    assert await tell_all(house) == {"told": 1, "failed": 0}
    assert await tell_all(house) == {"told": 0, "failed": 0}

    [_, message] = heard(upstreams)
    assert message["title"] == "A job has failed"
    assert message["text"] == "Forget old news: Forget old news did not work."
    assert message["occurrences"][0]["facts"]["job_id"] == str(job.id)
    [notice] = await notices(house)
    assert (notice.state, notice.reason, notice.attempts) == (NoticeState.TOLD, "At once.", 1)
    listed = (await admin.get("/api/v1/notifications")).json()["notices"]
    assert [(each["sentence"], each["state"]) for each in listed] == [(message["text"], "told")]


@daily.ON_SQLITE
async def test_nothing_is_written_down_while_nobody_has_a_channel(house: Household) -> None:
    await fail_a_job(house)

    async with house.database.reading() as session:
        assert (await session.scalars(select(OccurrenceRecord))).all() == []


@daily.ON_SQLITE
async def test_what_was_rolled_back_is_not_told(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await reach(admin, upstreams.url("receiver"))
    occurrence = Occurrence(kind=Kind.JOB_FAILED, key="one", facts={"title": "One"})
    with pytest.raises(ZeroDivisionError):
        async with house.database.writing() as session:
            await service.note(session, occurrence)
            raise ZeroDivisionError

    assert await tell_all(house) == {"told": 0, "failed": 0}


async def test_the_same_thing_is_told_once_and_many_in_one_message(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await reach(admin, upstreams.url("receiver"))
    for _ in range(2):
        async with house.database.writing() as session:
            many = [
                Occurrence(kind=Kind.JOB_FAILED, key=str(at), facts={"title": f"Job {at}"})
                for at in range(20)
            ]
            await service.note(session, *many)
        await tell_all(house)

    [_, message] = heard(upstreams)
    assert message["title"] == "A job has failed (20)"
    assert message["text"].splitlines()[::15] == ["• Job 0", "… and 5 more"]
    assert len(message["occurrences"]) == 20


@pytest.mark.parametrize(
    ("kind", "messages", "state"),
    [("webhook", 2, NoticeState.TOLD), ("expo", 0, NoticeState.UNSURE)],
)
@daily.ON_SQLITE
async def test_a_crash_while_it_is_told_makes_nobody_hear_it_twice(
    house: Household,
    admin: httpx2.AsyncClient,
    upstreams: Upstreams,
    kind: str,
    messages: int,
    state: NoticeState,
) -> None:
    await admin.patch(
        "/api/v1/settings/notifications", json={"values": {"push_url": upstreams.url("expo")}}
    )
    address = {"webhook": upstreams.url("receiver"), "expo": "ExponentPushToken[a-phone]"}[kind]
    await reach(admin, address, kind=kind)
    await fail_a_job(house)
    await tell_all(house)
    upstreams.world.desks.of("expo").heard.clear()
    async with house.database.writing() as session:  # as if the program had ended before the end
        await session.execute(update(NoticeRecord).values(state=NoticeState.SENDING, told_at=None))

    await tell_all(house)

    assert len(heard(upstreams)) == messages * (kind == "webhook")
    assert heard(upstreams, "expo") == []
    assert [each.state for each in await notices(house)] == [state]


@daily.ON_SQLITE
async def test_what_is_not_taken_is_tried_again_and_given_up_in_the_end(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await reach(admin, upstreams.url("receiver"))
    upstreams.fail("receiver", "failing", status=403)
    await fail_a_job(house)

    for _ in range(6):
        await tell_all(house)
        house.outside.http.forgive((await channel(house)).id.hex)
        await come_due(house)

    [notice] = await notices(house)
    assert (notice.state, notice.attempts) == (NoticeState.FAILED, 6)
    assert notice.problem is not None
    assert notice.problem["key"] == "notifications.not_accepted"
    assert (await channel(house)).failures == 6


@daily.ON_SQLITE
async def test_a_channel_that_fails_too_often_is_switched_off_until_somebody_mends_it(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    made = await reach(admin, upstreams.url("receiver"))
    async with house.database.writing() as session:
        await session.execute(update(ChannelRecord).values(failures=policy.MOST_FAILURES - 1))
    upstreams.fail("receiver", "failing", status=403, times=1)
    await fail_a_job(house)
    await tell_all(house)

    off = await channel(house)
    assert (off.is_enabled, off.problem and off.problem["facts"]["code"]) == (False, 403)
    assert [each.state for each in await notices(house)] == [NoticeState.DROPPED]

    mended = await admin.patch(f"{CHANNELS}/{made['id']}", json={"is_enabled": True})
    assert (mended.json()["failures"], mended.json()["problem"]) == (0, None)
    await fail_a_job(house)
    assert await tell_all(house) == {"told": 1, "failed": 0}


@daily.ON_SQLITE
async def test_what_waits_comes_when_it_is_due_and_a_job_comes_for_it(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await reach(admin, upstreams.url("receiver"))
    wishes = {"zone": "UTC", "kinds": {"job_failed": "hourly"}}
    assert (await admin.put("/api/v1/notifications/wishes", json=wishes)).status_code == 200
    await fail_a_job(house, "One")
    await fail_a_job(house, "Two")
    await tell_all(house)

    waiting = await notices(house)
    async with house.database.reading() as session:
        queued = select(JobRecord.run_after).where(
            JobRecord.kind == tell.name, JobRecord.status == Status.QUEUED
        )
        comes_at = await session.scalar(queued)
    assert {each.state for each in waiting} == {NoticeState.WAITING}
    assert comes_at == waiting[0].due_at
    assert comes_at is not None
    assert now() < comes_at <= now() + timedelta(hours=1)
    await come_due(house)
    await tell_all(house)
    assert heard(upstreams)[-1]["title"] == "A job has failed (2)"


@daily.ON_SQLITE
async def test_what_was_told_is_forgotten_after_a_while_and_what_waits_is_not(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await reach(admin, upstreams.url("receiver"))
    await fail_a_job(house)
    await tell_all(house)
    await fail_a_job(house)
    async with house.database.writing() as session:
        old = update(OccurrenceRecord).values(at=now() - timedelta(days=31))
        await session.execute(old)

    assert await clean_up(await clean_up.begin(house.database)) == {"forgotten": 1}


async def channel(house: Household) -> ChannelRecord:
    async with house.database.reading() as session:
        return (await session.scalars(select(ChannelRecord))).one()
