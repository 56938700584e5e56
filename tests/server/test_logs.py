"""The log over HTTP: looked through, taken along, and followed as it is said, by admins alone."""

import asyncio
import gzip
import io
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog
from streams import following, served
from websockets.asyncio.client import connect

import daily
from household import Household, a_household
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.callers import TERMINAL, Role
from maestrarr.core.events import queries as events
from maestrarr.core.logs import tail
from maestrarr.core.logs.recorder import recorded
from maestrarr.kit import log
from maestrarr.kit.db import Database

pytestmark = daily.ON_SQLITE

logger = structlog.get_logger("maestrarr.core.jobs.engine")


@dataclass
class House:
    home: Household
    address: str

    async def token(self, role: Role = Role.ADMIN) -> str:
        return (await self.home.sign_in(role)).access

    async def ask(self, query: str = "") -> Any:
        answer = await (await self.home.client_of(Role.ADMIN)).get(f"/api/v1/logs{query}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def written(self, event: str) -> Any:
        """Wait until an event stands in the files, and return its entry."""
        async with asyncio.timeout(20):
            while True:
                for entry in (await self.ask("?limit=1000&level=info"))["entries"]:
                    if entry["event"] == event:
                        return entry
                await asyncio.sleep(0.02)


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[House]:
    log.set_up(io.StringIO(), level="debug", as_json=True)
    async with a_household(database, tmp_path) as home:
        await home.add_users()
        with recorded(home.data.logs):
            async with served(home.app) as address:
                yield House(home, address)


async def test_an_entry_tells_when_who_what_and_of_which_request(house: House) -> None:
    client = await house.home.client_of(Role.ADMIN)
    asked = await client.post("/api/v1/users", json={})

    entry = await house.written("request.answered")

    assert entry["request_id"] == asked.headers["x-request-id"]
    assert (entry["level"], entry["component"], entry["job_id"]) == ("info", "server", None)
    assert entry["facts"]["path"] == "/api/v1/users"
    assert entry["at"].endswith("Z")


async def test_entries_are_filtered_and_paged(house: House) -> None:
    for number in range(10):
        logger.warning("test.said", number=number)
    await house.written("test.said")

    first = await house.ask("?component=jobs&level=warning&text=test.said&limit=6")
    second = await house.ask(
        f"?component=jobs&level=warning&text=test.said&limit=6&before={first['next']}"
    )

    numbers = [entry["facts"]["number"] for entry in first["entries"] + second["entries"]]
    assert numbers == list(reversed(range(10)))
    assert {"jobs", "library", "server", "accounts", "others"} <= set(first["components"])
    assert (await house.ask("?component=library"))["entries"] == []


async def test_who_reads_the_log_does_not_fill_it(house: House) -> None:
    logger.info("test.said")
    await house.written("test.said")
    for _ in range(5):
        await house.ask()

    said = (await house.ask("?level=info"))["entries"]

    assert [entry for entry in said if entry["facts"].get("path") == "/api/v1/logs"] == []


@pytest.mark.parametrize(
    "query",
    ["level=loud", "before=x", "since=yesterday", "since=2026-11-26T09:00:00", "limit=0",
     "before=20200101T000000000000Z-0&after=20200101T000000000000Z-0"],
)  # fmt: skip
async def test_a_question_that_cannot_be_understood_is_refused_in_words(
    house: House, query: str
) -> None:
    answer = await (await house.home.client_of(Role.ADMIN)).get(f"/api/v1/logs?{query}")

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_whole_log_is_one_file(house: House) -> None:
    for number in range(10):
        logger.info("test.said", number=number)
    await house.written("test.said")

    answer = await (await house.home.client_of(Role.ADMIN)).get("/api/v1/logs/file")

    assert answer.headers["content-type"] == "application/gzip"
    assert answer.headers["content-disposition"].startswith('attachment; filename="maestrarr-')
    lines = list(map(json.loads, gzip.decompress(answer.content).splitlines()))
    numbers = [line["number"] for line in lines if line["event"] == "test.said"]
    assert numbers == list(range(10))


async def test_what_is_said_is_told_to_admins_who_ask(house: House) -> None:
    async with (
        following(house.address, await house.token(), "?topics=logs") as admin,
        following(house.address, await house.token(Role.OPERATOR), "?topics=logs,system") as other,
        following(house.address, await house.token()) as who_names_none,
    ):
        first = await anext(admin)
        await anext(other)
        await anext(who_names_none)
        logger.info("test.said", number=7)
        sent = await until_said(admin, "test.said")
        async with house.home.database.writing() as session:
            await accounts.add_user(session, TERMINAL, name="x", password_hash="x", role=Role.GUEST)
        assert (await anext(who_names_none)).event == "user.changed"
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.wait(
                    {asyncio.ensure_future(anext(each)) for each in (other, who_names_none)},
                    return_when=asyncio.FIRST_COMPLETED,
                )

    assert (sent.event, sent.id) == ("logs.written", first.id)
    assert sent.data["topic"] == "logs"
    (entry,) = [each for each in sent.data["facts"]["entries"] if each["event"] == "test.said"]
    assert (entry["component"], entry["level"], entry["facts"]) == ("jobs", "info", {"number": 7})


async def test_of_too_many_lines_the_latest_are_told_and_the_others_counted(house: House) -> None:
    async with following(house.address, await house.token(), "?topics=logs") as stream:
        await anext(stream)
        for number in range(1000):
            logger.info("test.said", number=number)
        sent = await until_said(stream, "test.said")

    facts = sent.data["facts"]
    assert len(facts["entries"]) == tail.MOST_AT_ONCE
    assert facts["missed"] + len(facts["entries"]) >= 1000
    assert facts["entries"][-1]["facts"]["number"] == 999


async def test_the_tail_feeds_neither_itself_nor_the_database(house: House) -> None:
    """Also while everything is logged down to the smallest detail."""
    headers = {"Authorization": f"Bearer {await house.token()}"}
    url = f"ws://{house.address}/api/v1/events/ws?topics=logs"
    async with house.home.database.reading() as session:
        before = await events.newest(session, limit=10)
    async with connect(url, additional_headers=headers) as socket:
        assert json.loads(await socket.recv())["kind"] == "here"
        logger.debug("test.said")
        while "test.said" not in str(await socket.recv()):
            pass
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4 * tail.GATHER_SECONDS):
                while True:
                    told = json.loads(await socket.recv())
                    assert "websocket" not in str(told).lower()

    async with house.home.database.reading() as session:
        assert await events.newest(session, limit=10) == before


async def test_when_nobody_listens_nothing_is_gathered(house: House) -> None:
    async with following(house.address, await house.token(), "?topics=logs") as stream:
        await anext(stream)
        assert house.home.app.state.tail in logging.getLogger().handlers
    async with asyncio.timeout(20):
        while house.home.app.state.tail in logging.getLogger().handlers:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def until_said(stream: Any, event: str) -> Any:
    async with asyncio.timeout(20):
        async for sent in stream:
            if sent.data and event in str(sent.data):
                return sent
    raise AssertionError(event)
