"""A server that is stopped or killed while much is asked of it keeps all that it has answered."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy.engine import URL

from household import PASSWORD
from makers import make_mkv
from serving import Server, serving

API = "/api/v1"
FILMS = 60


@dataclass
class Answered:
    """What the server has said is done."""

    users: set[str] = field(default_factory=set)
    versions: set[int] = field(default_factory=set)
    jobs: set[str] = field(default_factory=set)

    @property
    def is_plenty(self) -> bool:
        return len(self.users) >= 3 and len(self.versions) >= 10 and bool(self.jobs)


Ask = Callable[[httpx2.AsyncClient, Answered], Awaitable[None]]


def plant_films(root: Path) -> Path:
    """Make a library that is read for a while: many names for one film."""
    make_mkv(root / "film.mkv")
    for number in range(FILMS):
        name = f"Film {number:04} (2000)"
        (root / "films" / name).mkdir(parents=True)
        os.link(root / "film.mkv", root / "films" / name / f"{name}.mkv")
    return root / "films"


async def add_users(client: httpx2.AsyncClient, answered: Answered) -> None:
    name = f"user{os.urandom(6).hex()}"
    added = await client.post(f"{API}/users", json={"name": name, "password": PASSWORD})
    if added.status_code == 201:
        answered.users.add(name)


async def change_settings(client: httpx2.AsyncClient, answered: Answered) -> None:
    days = 1 + os.urandom(1)[0]
    changed = await client.patch(
        f"{API}/settings/jobs", json={"values": {"history_days": 30 + days}}
    )
    if changed.status_code == 200:
        answered.versions.add(changed.json()["version"])


async def scan(client: httpx2.AsyncClient, answered: Answered) -> None:
    libraries = (await client.get(f"{API}/libraries")).json()["libraries"]
    queued = await client.post(f"{API}/libraries/{libraries[0]['id']}/scan")
    if queued.status_code == 202:
        answered.jobs.add(queued.json()["id"])
    await asyncio.sleep(0.05)


async def ask_on(
    server: Server,
    ask: Callable[[httpx2.AsyncClient, Answered], Awaitable[None]],
    answered: Answered,
) -> None:
    """Ask the same again and again, until nobody answers."""
    with suppress(httpx2.TransportError):
        async with server.client() as client:
            while True:
                await ask(client, answered)


async def load_until_gone(server: Server, end: Callable[[], object]) -> Answered:
    """Ask for much at once, and end the server in the midst of it."""
    answered = Answered()
    asked = [add_users, add_users, add_users, change_settings, change_settings, scan]
    tasks = [asyncio.create_task(ask_on(server, each, answered)) for each in asked]
    while not answered.is_plenty:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await asyncio.to_thread(end)
    await asyncio.gather(*tasks)
    return answered


async def everything(client: httpx2.AsyncClient, path: str, name: str) -> list[dict[str, Any]]:
    """Follow the pages to their end."""
    found: list[dict[str, Any]] = []
    following: dict[str, str] | None = {}
    while following is not None:
        page = (await client.get(f"{API}/{path}", params={"limit": "500"} | following)).json()
        found += page[name]
        following = {"before": page["next"]} if page["next"] else None
    return found


async def check_all_is_there(server: Server, answered: Answered) -> None:
    """See that what was answered is there, and that nothing is there by half."""
    async with server.client() as client:
        users = {each["name"] for each in (await client.get(f"{API}/users")).json()["users"]}
        entries = await everything(client, "audit", "entries")
        history = await everything(client, "settings/history", "changes")
        current = (await client.get(f"{API}/settings/jobs")).json()
        found = [(await client.get(f"{API}/jobs/{each}")).status_code for each in answered.jobs]
    assert answered.users <= users
    assert sorted(e["subject"] for e in entries if e["action"] == "user.added") == sorted(users)
    assert answered.versions <= {each["version"] for each in history}
    assert current["version"] == max(each["version"] for each in history)
    assert set(found) == {200}


@pytest.fixture
def data(database_url: URL, tmp_path: Path) -> Path:  # noqa: ARG001  # its file lies here
    """Name the data folder: that of the SQLite file, where it is that."""
    return tmp_path


async def add_library(server: Server, films: Path) -> None:
    async with server.client() as client:
        body = {"kind": "movies", "folders": [str(films)]}
        assert (await client.post(f"{API}/libraries", json=body)).status_code == 201


@pytest.mark.parametrize("times", [1, pytest.param(20, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
async def test_a_server_told_to_stop_under_load_loses_nothing(
    data: Path, database_url: URL, tmp_path_factory: pytest.TempPathFactory, times: int
) -> None:
    films = plant_films(tmp_path_factory.mktemp("many"))
    for number in range(times):
        with serving(data, database_url) as server:
            if number == 0:
                await add_library(server, films)
            answered = await load_until_gone(server, server.stop)
            assert server.process.returncode == 0
            assert "Traceback" not in server.log.read_text()
        with serving(data, database_url) as server:
            await check_all_is_there(server, answered)


@pytest.mark.parametrize("times", [1, pytest.param(40, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
async def test_a_server_killed_under_load_loses_nothing(
    data: Path, database_url: URL, tmp_path_factory: pytest.TempPathFactory, times: int
) -> None:
    films = plant_films(tmp_path_factory.mktemp("many"))
    answered = None
    for number in range(times):
        with serving(data, database_url) as server:
            if number == 0:
                await add_library(server, films)
            if answered is not None:
                await check_all_is_there(server, answered)
            answered = await load_until_gone(server, server.kill)
    with serving(data, database_url) as server:
        await check_all_is_there(server, answered)
