"""Jobs over HTTP: pages, filters, details, and what can be done about one."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs import service
from maestrarr.core.jobs.service import Request
from maestrarr.kit.db import Database

JOBS = "/api/v1/jobs"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        yield house


@pytest.fixture
async def operator(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.OPERATOR)


async def queued(database: Database, number: int, kind: str = "library.scan") -> str:
    request = Request(
        kind=kind, title=f"Job {number}", arguments={"number": number}, attempts_allowed=1
    )
    async with database.writing() as session:
        return str((await service.enqueue(session, request)).id)


async def test_pages_hold_every_job_once_while_others_are_queued(
    operator: httpx2.AsyncClient, database: Database
) -> None:
    before = [await queued(database, number) for number in range(7)]
    seen: list[str] = []
    following: str | None = ""
    while following is not None:
        params = {"limit": "3"} | ({"before": following} if following else {})
        page = (await operator.get(JOBS, params=params)).json()
        seen += [job["id"] for job in page["jobs"]]
        following = page["next"]
        await queued(database, 100 + len(seen))

    assert seen == before[::-1]


async def test_jobs_are_listed_by_status_and_kind(
    operator: httpx2.AsyncClient, database: Database
) -> None:
    scan, other = await queued(database, 1), await queued(database, 2, "other.work")
    await operator.post(f"{JOBS}/{scan}/cancel")

    async def ids(**params: str) -> list[str]:
        answer = await operator.get(JOBS, params=params)
        return [job["id"] for job in answer.json()["jobs"]]

    assert await ids(status="cancelled") == [scan]
    assert await ids(kind="other.work") == [other]
    assert await ids(asked_by="nobody") == []


async def test_a_job_is_hurried_cancelled_and_run_again(
    house: Household, operator: httpx2.AsyncClient, database: Database
) -> None:
    job_id = await queued(database, 1)

    hurried = await operator.patch(f"{JOBS}/{job_id}", json={"priority": "high"})
    cancelled = await operator.post(f"{JOBS}/{job_id}/cancel")
    twice = await operator.post(f"{JOBS}/{job_id}/cancel")
    again = await operator.post(f"{JOBS}/{job_id}/again")
    detail = await operator.get(f"{JOBS}/{again.json()['id']}")

    assert hurried.json()["priority"] == "high"
    assert (cancelled.status_code, cancelled.json()["status"]) == (202, "cancelled")
    assert (twice.status_code, twice.json()["key"]) == (409, "jobs.already_ended")
    facts = {"title": cancelled.json()["title"], "job_status": "cancelled"}
    assert twice.json()["facts"] == facts
    assert detail.json()["again_of_id"] == job_id
    assert detail.json()["steps"] == []
    asked = [(each.json()["asked_by"], each.json()["asked_by_name"]) for each in (again, detail)]
    assert asked == [(str(house.users[Role.OPERATOR]), "operator")] * 2
    assert (hurried.json()["asked_by"], hurried.json()["asked_by_name"]) == (None, None)


async def test_a_job_waits_for_another_until_it_is_to_run_now(
    operator: httpx2.AsyncClient, database: Database
) -> None:
    first, second = await queued(database, 1), await queued(database, 2)

    later = await operator.put(f"{JOBS}/{second}/after", json={"job_id": first})
    circle = await operator.put(f"{JOBS}/{first}/after", json={"job_id": second})
    hurried = await operator.post(f"{JOBS}/{second}/now")

    assert (later.status_code, later.json()["after_id"]) == (200, first)
    assert (circle.status_code, circle.json()["key"]) == (422, "jobs.waits_for_itself")
    assert (hurried.json()["after_id"], hurried.json()["priority"]) == (None, "high")
    await operator.post(f"{JOBS}/{second}/cancel")
    too_late = await operator.post(f"{JOBS}/{second}/now")
    assert (too_late.status_code, too_late.json()["key"]) == (409, "jobs.not_queued")


async def test_a_job_tells_its_lines_and_statistics(
    operator: httpx2.AsyncClient, database: Database
) -> None:
    job_id = await queued(database, 1)
    await operator.post(f"{JOBS}/{job_id}/cancel")

    lines = (await operator.get(f"{JOBS}/{job_id}/lines")).json()
    statistics = (await operator.get(f"{JOBS}/statistics")).json()

    assert lines["next"] is None
    assert [day["cancelled"] for day in statistics["days"]] == [1]


@pytest.mark.parametrize(
    "query",
    [
        "status=lost", "limit=0", "limit=501", "limit=x", "before=x", "kind=%00",
        "asked_by=" + "a" * 101,
    ],
)  # fmt: skip
async def test_what_nobody_can_mean_is_refused(operator: httpx2.AsyncClient, query: str) -> None:
    answer = await operator.get(f"{JOBS}?{query}")

    assert answer.status_code < 500
    assert answer.status_code == 200 or answer.json()["status"] == answer.status_code


async def test_a_job_that_is_not_there_is_a_problem(operator: httpx2.AsyncClient) -> None:
    for path in ("", "/lines"):
        answer = await operator.get(f"{JOBS}/{uuid.uuid4()}{path}")

        assert (answer.status_code, answer.json()["key"]) == (404, "jobs.no_such_job")


async def test_a_job_is_found_by_a_part_of_its_id(
    operator: httpx2.AsyncClient, database: Database
) -> None:
    first, _ = await queued(database, 1), await queued(database, 2)

    whole = await operator.get(f"{JOBS}/find", params={"name": first})
    end = await operator.get(f"{JOBS}/find", params={"name": first[-12:]})
    several = await operator.get(f"{JOBS}/find", params={"name": first[:4]})

    assert whole.json() == end.json() == (await operator.get(f"{JOBS}/{first}")).json()
    assert several.status_code == 422
    for name in ("", "nothing", "\0", "x" * 101):
        refused = await operator.get(f"{JOBS}/find", params={"name": name})
        assert refused.status_code in {404, 422}
