"""What nobody may read stands nowhere: in no log, no error, no list, and no table."""

import asyncio
import gzip
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from household import PASSWORD, Household, a_household
from maestrarr.core.accounts.access import Anyone
from maestrarr.core.accounts.callers import Role
from maestrarr.core.logs.recorder import recorded
from maestrarr.kit import log
from maestrarr.kit.db import Database

WRONG = "canary canary"


@pytest.fixture
def stream() -> io.StringIO:
    stream = io.StringIO()
    log.set_up(stream, level="debug", as_json=True)
    return stream


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()

        @house.app.get("/wrong/{secret}")
        async def tell(_: Anyone, secret: str) -> None:
            raise ValueError(f"Bearer {secret}")

        yield house


async def test_secrets_are_in_no_log_no_error_and_no_audit_entry(
    house: Household, stream: io.StringIO
) -> None:
    told: list[bytes] = []
    with (
        recorded(house.data.logs),
        house.app.state.tail.followed(lambda body: not told.append(body)),
    ):
        secrets, answers = await doings(house)
        async with asyncio.timeout(20):
            while b"request.failed" not in b"".join(told):  # noqa: ASYNC110  # told by the clock
                await asyncio.sleep(0.02)
        logs = [stream.getvalue(), b"".join(told).decode(), *await read_back(house)]

    assert all("request.failed" in each for each in logs)
    everything = [*logs, *answers]
    assert "$argon2id$" not in "".join(everything)
    assert [secret for secret in secrets for said in everything if secret in said] == []
    async with house.database.reading() as session:
        for table in ("sessions", "api_tokens", "users", "audit_entries"):
            rows = str((await session.execute(text(f"SELECT * FROM {table}"))).all())  # noqa: S608
            assert [secret for secret in secrets if secret in rows] == []


async def doings(house: Household) -> tuple[list[str], list[str]]:
    """Do what handles secrets, also badly; return the secrets, and what was answered to others."""
    client = await house.client()
    body = {"name": "admin", "password": PASSWORD}
    opened = (await client.post("/api/v1/sessions", json=body)).json()
    shown = {"refresh_token": opened["refresh_token"]}
    again = (await client.post("/api/v1/sessions/refresh", json=shown)).json()
    admin = await house.client(again["access_token"])
    made = await admin.post("/api/v1/tokens", json={"name": "a script", "scopes": ["read"]})
    wrong = await client.post("/api/v1/sessions", json=body | {"password": WRONG})
    given = [each[name] for each in (opened, again) for name in ("access_token", "refresh_token")]
    secrets = [PASSWORD, WRONG, made.json()["token"], *given]
    failed = [await client.get(f"/wrong/{secret}?token={secret}") for secret in secrets[2:]]
    listed = [
        (await admin.get(f"/api/v1/{name}")).text
        for name in ("audit", "tokens", "users", "sessions")
    ]
    return secrets, [wrong.text, *(answer.text for answer in failed), *listed]


async def read_back(house: Household) -> list[str]:
    """Read the log as an admin does: the file as a whole, and page by page."""
    admin = await house.client_of(Role.ADMIN)
    whole = (await admin.get("/api/v1/logs/file")).content
    page = await admin.get("/api/v1/logs?limit=1000")
    return [gzip.decompress(whole).decode(), page.text]
