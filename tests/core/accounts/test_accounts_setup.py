"""The first admin: made once, by who has the token."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import URL

from household import PASSWORD, SETUP_TOKEN, Household
from maestrarr.core.accounts import keys, queries
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.models import AuditEntry, User
from serving import serving

FIRST = {"token": SETUP_TOKEN, "name": "ada", "password": PASSWORD}


async def users_of(house: Household) -> list[User]:
    async with house.database.reading() as session:
        return list(await queries.users(session))


async def test_the_token_makes_the_first_admin_and_signs_them_in(empty_house: Household) -> None:
    keys.keep_setup(empty_house.data)
    client = await empty_house.client()
    assert (await client.get("/api/v1/setup")).json()["is_needed"] is True

    made = await client.post("/api/v1/setup", json=FIRST)

    assert made.status_code == 201
    assert [(user.name, user.role) for user in await users_of(empty_house)] == [("ada", Role.ADMIN)]
    signed_in = await empty_house.client(made.json()["access_token"])
    assert (await signed_in.get("/api/v1/users")).status_code == 200
    assert (await client.get("/api/v1/setup")).json()["is_needed"] is False
    assert not (empty_house.data.path / "setup-token").exists()


async def test_the_token_works_once(empty_house: Household) -> None:
    client = await empty_house.client()
    await client.post("/api/v1/setup", json=FIRST)

    again = await client.post("/api/v1/setup", json=FIRST | {"name": "mallory"})

    assert (again.status_code, again.json()["key"]) == (409, "accounts.setup_done")
    assert len(await users_of(empty_house)) == 1


@pytest.mark.parametrize("token", ["", "wrong", SETUP_TOKEN + "x", SETUP_TOKEN[:-1]])
async def test_without_the_right_token_nobody_is_made(empty_house: Household, token: str) -> None:
    client = await empty_house.client()

    refused = await client.post("/api/v1/setup", json=FIRST | {"token": token})

    assert (refused.status_code, refused.json()["key"]) == (403, "accounts.wrong_setup_token")
    assert await users_of(empty_house) == []


async def test_half_a_character_is_refused_in_words(empty_house: Household) -> None:
    client = await empty_house.client()

    refused = await client.post(
        "/api/v1/setup",
        content=json.dumps(FIRST | {"token": "\ud800", "name": "\udc00"}),
        headers={"Content-Type": "application/json"},
    )

    assert refused.status_code == 422
    assert refused.json()["key"] == "server.unfit"


async def test_a_server_that_made_no_token_takes_none(empty_house: Household) -> None:
    empty_house.app.state.setup_token_hash = None

    refused = await (await empty_house.client()).post("/api/v1/setup", json=FIRST)

    assert refused.json()["key"] == "accounts.wrong_setup_token"


async def test_of_fifty_at_a_time_one_becomes_admin(empty_house: Household) -> None:
    clients = [await empty_house.client(address=f"192.0.2.{number}") for number in range(50)]

    answers = await asyncio.gather(
        *(
            client.post("/api/v1/setup", json=FIRST | {"name": f"user{number}"})
            for number, client in enumerate(clients)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 49
    async with empty_house.database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(User)) == 1
        assert await session.scalar(select(func.count()).select_from(AuditEntry)) == 2


async def test_of_fifty_who_ask_a_running_server_one_becomes_admin(
    database_url: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAESTRARR_SETUP_TOKEN", SETUP_TOKEN)
    with serving(tmp_path, database_url) as server:
        async with server.client() as client:
            answers = await asyncio.gather(
                *(
                    client.post("/api/v1/setup", json=FIRST | {"name": f"user{number}"})
                    for number in range(50)
                )
            )
            users = (await client.get("/api/v1/users")).json()["users"]

    statuses = Counter(answer.status_code for answer in answers)
    assert statuses[201] == 1
    assert statuses.keys() <= {201, 409, 429}
    assert [user["role"] for user in users] == ["admin"]


async def test_guessing_the_token_is_held_up(empty_house: Household) -> None:
    client = await empty_house.client()
    statuses = [
        (
            await client.post("/api/v1/setup", json=FIRST | {"token": "x", "name": f"user{number}"})
        ).status_code
        for number in range(25)
    ]

    assert statuses == [403] * 20 + [429] * 5


@pytest.mark.parametrize(
    "fault",
    [{"password": "short"}, {"name": "a b"}, {"role": "admin"}, {"name": "a\0b"}],
)
async def test_an_unfit_first_admin_is_refused_in_words(
    empty_house: Household, fault: dict[str, object]
) -> None:
    client = await empty_house.client()

    refused = await client.post("/api/v1/setup", json=FIRST | fault)

    assert refused.status_code == 422
    assert refused.json()["detail"]
    assert await users_of(empty_house) == []
