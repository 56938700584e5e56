"""What no operation knows is refused, and nothing is done."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from streams import served

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from operations import operations


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        yield house


async def test_a_parameter_that_an_operation_does_not_know_is_refused(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    taken = {}
    for operation in operations():
        if operation.path.startswith("/api/"):
            answer = await admin.request(operation.method, f"{operation.address()}?strange=1")
            paths = [each["path"] for each in answer.json()["facts"].get("mistakes", [])]
            if (answer.status_code, paths) != (422, ["query.strange"]):
                taken[str(operation)] = answer.text

    assert taken == {}


async def test_what_is_meant_to_be_a_preview_is_never_a_deed(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = await admin.post(
        "/api/v1/settings/import?dry_run=true", json={"library": {"grace_days": 30}}
    )
    now = (await admin.get("/api/v1/settings/library")).json()

    assert answer.status_code == 422
    assert now["values"] == now["defaults"]


async def test_many_strange_parameters_are_not_all_named(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = await admin.get("/api/v1/audit", params={f"{'x' * 200}{n}": "" for n in range(100)})

    assert answer.status_code == 422
    (mistake,) = answer.json()["facts"]["mistakes"]
    assert (mistake["path"], mistake["type"]) == ("query", "too_many_names")


async def test_a_strange_parameter_is_not_named_to_its_end(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = await admin.get("/api/v1/audit", params={"x" * 200: ""})

    (mistake,) = answer.json()["facts"]["mistakes"]
    assert len(mistake["path"]) < 120


async def test_a_stranger_is_told_only_that_nobody_is_signed_in(house: Household) -> None:
    client = await house.client()

    answers = [await client.get(f"/api/v1/{path}?strange=1") for path in ("audit", "setup")]

    assert [each.status_code for each in answers] == [401, 422]


async def test_parameters_that_are_known_are_let_through(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answers = [
        await admin.get("/api/v1/audit?limit=1"),
        await admin.get("/api/v1/titles?kind=movie&fields=id,title"),
    ]

    assert [each.status_code for each in answers] == [200, 200]


async def test_a_stream_refuses_them_too(house: Household) -> None:
    token = (await house.sign_in(Role.VIEWER)).access
    headers = {"Authorization": f"Bearer {token}"}
    async with served(house.app) as address, httpx2.AsyncClient() as client:
        answer = await client.get(f"http://{address}/api/v1/events?topic=jobs", headers=headers)

    assert answer.status_code == 422
