"""The stream of events: who may follow it, what they get, and how it goes on and ends."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import httpx2
import pytest
from streams import SECONDS, following, served
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from household import Household, a_household
from maestrarr.core.accounts import queries, sessions
from maestrarr.core.accounts.callers import TERMINAL, Role
from maestrarr.core.events import service as events
from maestrarr.core.events.events import Event
from maestrarr.kit.db import Database
from maestrarr.server import live


@dataclass(frozen=True, slots=True)
class Seen(Event):
    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "test.seen"

    number: int


@dataclass(frozen=True, slots=True)
class Elsewhere(Event):
    topic: ClassVar[str] = "jobs"
    kind: ClassVar[str] = "test.elsewhere"


@dataclass(frozen=True, slots=True)
class Secret(Event):
    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "test.secret"
    audience: ClassVar[str] = "admin"


@dataclass
class House:
    home: Household
    address: str

    async def token(self, role: Role) -> str:
        return (await self.home.sign_in(role)).access

    async def publish(self, *published: Event) -> None:
        async with self.home.database.writing() as session:
            await events.publish(session, *published)


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[House]:
    async with a_household(database, tmp_path) as home:
        await home.add_users()
        async with served(home.app) as address:
            yield House(home, address)


async def test_what_happens_is_sent_with_its_facts(house: House) -> None:
    async with following(house.address, await house.token(Role.VIEWER)) as stream:
        first = await anext(stream)
        await house.publish(Seen(7))
        sent = await anext(stream)

    assert first.data is None
    assert (sent.event, int(sent.id)) == ("test.seen", int(first.id) + 1)
    assert (sent.data["topic"], sent.data["kind"]) == ("library", "test.seen")
    assert sent.data["facts"] == {"number": 7}
    assert sent.data["at"].endswith("Z")


async def test_everybody_sees_what_they_asked_for_and_may_see(house: House) -> None:
    async with (
        following(house.address, await house.token(Role.VIEWER), "?topics=library") as viewer,
        following(house.address, await house.token(Role.ADMIN), "?topics=library") as admin,
    ):
        await anext(viewer)
        await anext(admin)
        await house.publish(Secret(), Elsewhere(), Seen(1))
        seen = [(await anext(viewer)).event, (await anext(admin)).event, (await anext(admin)).event]

    assert seen == ["test.seen", "test.secret", "test.seen"]


async def test_after_a_break_it_goes_on_where_it_was(house: House) -> None:
    token = await house.token(Role.VIEWER)
    async with following(house.address, token) as stream:
        await anext(stream)
        await house.publish(*map(Seen, range(5)))
        for _ in range(2):
            last = await anext(stream)
    await house.publish(Seen(5))
    async with following(house.address, token, **{"Last-Event-ID": last.id}) as stream:
        await anext(stream)
        rest = [(await anext(stream)).data["facts"]["number"] for _ in range(4)]

    assert rest == [2, 3, 4, 5]


async def test_who_missed_too_much_is_told_to_read_again(house: House) -> None:
    await house.publish(Seen(1))
    token = await house.token(Role.VIEWER)
    async with following(house.address, token, **{"Last-Event-ID": "1000"}) as stream:
        await anext(stream)

        assert (await anext(stream)).event == "resync"


@pytest.mark.parametrize(
    "query",
    ["after=x", "after=99999999999999999999", "topics=" + 300 * "x", "topics=jobs,nonsense"],
)
async def test_what_is_no_id_or_topic_is_refused_in_words(house: House, query: str) -> None:
    client = await house.home.client_of(Role.VIEWER)

    answer = await client.get(f"/api/v1/events?{query}")

    assert answer.status_code == 422
    assert answer.json()["detail"]


async def test_who_is_signed_out_hears_of_that_and_of_nothing_more(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "CHECK_SECONDS", 0.05)
    async with following(house.address, await house.token(Role.VIEWER)) as stream:
        await anext(stream)
        await signed_out(house, Role.VIEWER)

        assert {sent.event async for sent in stream} <= {"access.changed"}


async def test_nobody_is_kept_when_the_server_stops(house: House) -> None:
    async with following(house.address, await house.token(Role.VIEWER)) as stream:
        await anext(stream)
        await house.home.app.state.feed.close()

        assert [sent async for sent in stream] == []


async def test_who_hangs_up_is_forgotten(house: House) -> None:
    feed = house.home.app.state.feed
    async with following(house.address, await house.token(Role.VIEWER)) as stream:
        await anext(stream)
        assert feed.listeners == 1

    async with asyncio.timeout(SECONDS):
        while feed.listeners:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_who_wants_the_head_alone_is_not_kept(house: House) -> None:
    headers = {"Authorization": f"Bearer {await house.token(Role.VIEWER)}"}
    async with httpx2.AsyncClient(timeout=SECONDS) as client:
        answer = await client.head(f"http://{house.address}/api/v1/events", headers=headers)
    feed = house.home.app.state.feed
    async with asyncio.timeout(SECONDS):
        while feed.listeners:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.content == b""


async def test_an_idle_stream_says_where_it_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "CHECK_SECONDS", 0.02)
    monkeypatch.setattr(live, "KEEP_ALIVE_SECONDS", 0.05)
    query = "?topics=library"
    async with following(house.address, await house.token(Role.VIEWER), query) as stream:
        first = await anext(stream)
        await house.publish(Elsewhere())
        while (sent := await anext(stream)).id == first.id:
            assert sent.data is None

    assert (int(sent.id), sent.data) == (int(first.id) + 1, None)


async def test_a_websocket_tells_the_same_and_goes_on_as_well(house: House) -> None:
    headers = {"Authorization": f"Bearer {await house.token(Role.VIEWER)}"}
    url = f"ws://{house.address}/api/v1/events/ws"
    async with connect(f"{url}?topics=library", additional_headers=headers) as socket:
        assert json.loads(await socket.recv())["kind"] == "here"
        await house.publish(Secret(), Elsewhere(), Seen(1), Seen(2))
        told = json.loads(await socket.recv())
    async with connect(f"{url}?after={told['id']}", additional_headers=headers) as socket:
        await socket.recv()
        again = json.loads(await socket.recv())

    assert (told["kind"], told["facts"]) == ("test.seen", {"number": 1})
    assert (again["kind"], again["facts"]) == ("test.seen", {"number": 2})


@pytest.mark.parametrize("said", [b"bytes", "text"])
async def test_what_is_said_into_a_websocket_is_of_no_matter(
    house: House, said: str | bytes
) -> None:
    headers = {"Authorization": f"Bearer {await house.token(Role.VIEWER)}"}
    url = f"ws://{house.address}/api/v1/events/ws"
    async with connect(url, additional_headers=headers) as socket:
        await socket.recv()
        await socket.send(said)
        await house.publish(Seen(1))

        assert json.loads(await socket.recv())["facts"] == {"number": 1}


async def test_a_websocket_is_closed_with_a_reason(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "CHECK_SECONDS", 0.05)
    url = f"ws://{house.address}/api/v1/events/ws"
    codes = []
    for end in (lambda: signed_out(house, Role.VIEWER), house.home.app.state.feed.close):
        role = Role.VIEWER if not codes else Role.ADMIN
        headers = {"Authorization": f"Bearer {await house.token(role)}"}
        async with connect(url, additional_headers=headers) as socket:
            await socket.recv()
            await end()
            with pytest.raises(ConnectionClosed) as closed:
                while await socket.recv():  # the news that the session ended comes before its end
                    pass
            assert closed.value.rcvd is not None
            codes.append(closed.value.rcvd.code)

    assert codes == [1008, 1001]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer forged"}, "guest", "elsewhere"])
async def test_a_websocket_is_for_viewers_and_our_own_pages(
    house: House, headers: dict[str, str] | str
) -> None:
    if headers == "guest":
        headers = {"Authorization": f"Bearer {await house.token(Role.GUEST)}"}
    if headers == "elsewhere":
        token = await house.token(Role.ADMIN)
        headers = {"Authorization": f"Bearer {token}", "Origin": "http://elsewhere.example"}
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"ws://{house.address}/api/v1/events/ws", additional_headers=headers):
            pass

    assert refused.value.response.status_code == 403


async def signed_out(house: House, role: Role) -> None:
    """End every session of a user."""
    async with house.home.database.writing() as session:
        user = await queries.user(session, house.home.users[role])
        await sessions.close_sessions_of(session, TERMINAL, user)
