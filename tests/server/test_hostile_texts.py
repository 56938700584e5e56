"""Whatever text is put where the API takes one: no fault, no place outside, no row too many.

The places are found in the API's description, so what is added to it is covered. Each place has its
share of the texts, few of them in the short run and a quarter in the long one, half of that on each
kind of database; places and shares turn, so each text is tried in many places. The places that are
made for them have all.
"""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

import daily
from household import Household, a_household
from maestrarr.core.accounts import passwords
from maestrarr.core.accounts.callers import Role
from maestrarr.features.library.models import LibraryFolder
from maestrarr.kit import config
from maestrarr.kit.db import Database
from maestrarr.kit.text import fold
from operations import NOBODY_OUT_THERE, Operation, Parameter, operations
from texts import FAR_TOO_LONG, PATHS, SEARCHES, in_address

pytestmark = daily.ON_SQLITE

TITLES = ("list_titles", "count_titles", "search_titles")
FILES = ("download_backup", "delete_backup")  # they take the name of a file
SHARES = 240  # in the short run, a place has one of so many texts on each kind of database
LONG = 8  # and in the long one, one of so many


class Home:
    """A household that allows libraries in one folder, with things that lie beside it."""

    def __init__(self, house: Household, root: Path, there: dict[str, str]) -> None:
        self.house = house
        self.root = root
        self.there = there
        self.client: httpx2.AsyncClient | None = None

    async def send(self, operation: Operation, place: Parameter, text: str) -> httpx2.Response:
        """Put a text into one place of a request that is fit otherwise."""
        self.house.forget_attempts()
        request = _request(operation, place, text, self.there)
        if self.client is not None:
            answer = await self.client.request(operation.method, **request)
            if answer.status_code != 401:
                return answer
        self.client = await self.house.client_of(Role.ADMIN)  # the last one has been signed out
        return await self.client.request(operation.method, **request)

    def share(self, texts: Sequence[str], number: int, shares: int) -> Sequence[str]:
        """Deal a place its share of the texts: others on each kind of database."""
        return texts[(number + self.house.database.is_sqlite * shares // 2) % shares :: shares]

    @property
    def data(self) -> Path:
        return self.house.data.path

    async def folders(self) -> list[Path]:
        async with self.house.database.reading() as session:
            return list(await session.scalars(select(LibraryFolder.path)))


def _request(
    operation: Operation, place: Parameter, text: str, there: dict[str, str]
) -> dict[str, Any]:
    ids = there | ({place.name: text} if place.place == "path" else {})
    path = operation.path
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", in_address(value))
    needed = {"q": "heat"} if str(operation) == "search_titles" else {}
    said = needed | ({place.name: text} if place.place == "query" else {})
    query = "&".join(f"{name}={in_address(value)}" for name, value in said.items())
    headers = [(b"content-type", b"application/json")]
    if place.place == "header":
        headers.append((place.name.encode(), text.encode("utf-8", "surrogatepass")))
    body = operation.body()
    if place.place == "body":
        is_list = place.schema.get("type") == "array" or "folders" in place.name
        body = (body or {}) | {place.name: [text] if is_list else text}
    content = b"" if body is None else json.dumps(body).encode()
    return {"url": f"{path}?{query}", "headers": headers, "content": content}


def places() -> Iterator[tuple[Operation, Parameter]]:
    for operation in operations():
        for place in [*operation.parameters, *operation.fields]:
            yield operation, place


@pytest.fixture
async def home(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Home]:
    root = tmp_path / "films"
    async with a_household(database, tmp_path / "data") as house:
        there = await house.move_in(root)
        monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))  # as fast as may be
        read = config.load(
            options={"data": tmp_path / "data", "allowed_roots": [str(root)]}, environment={}
        )
        house.app.state.installation = replace(house.app.state.installation, config=read)
        (tmp_path / "outside").mkdir()
        (root / "link").symlink_to(tmp_path / "outside")
        yield Home(house, root, there)


def leading_out(root: Path) -> list[str]:
    """Name places outside by ways that begin within."""
    ways = ("..", "../outside", "link", "link/", "./../outside", "Heat (1995)/../..", "link/..")
    return [*(f"{root}/{way}" for way in ways), f"{root}-4k", str(root.parent), f"{root}//.."]


async def test_no_path_makes_a_library_outside(home: Home) -> None:
    operation, place = next(each for each in places() if each[1].name == "folders")
    answers = {
        path: await home.send(operation, place, path) for path in [*PATHS, *leading_out(home.root)]
    }

    assert len(PATHS) >= 500
    assert {answer.status_code for answer in answers.values()} == {403, 422}
    assert await home.folders() == [home.root]


@pytest.mark.parametrize("shares", [16, pytest.param(LONG, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
async def test_no_path_in_the_settings_is_a_fault(home: Home, shares: int) -> None:
    """What takes a text there may be a folder: nothing that uses it has a fault either."""
    client = await home.house.client_of(Role.ADMIN)
    sections = (await client.get("/api/v1/settings")).json()["settings"]
    faults, tried = [], 0
    for section in sections:
        for name, value in section["defaults"].items():
            for path in [*FAR_TOO_LONG, *home.share(PATHS, 0, shares)] if value == "" else ():
                tried += 1
                changed = await client.patch(
                    f"/api/v1/settings/{section['name']}",
                    content=json.dumps({"values": {name: path}}),
                    headers={"Content-Type": "application/json"},
                )
                used = await client.get("/api/v1/backups")
                if changed.status_code not in {200, 422} or used.status_code not in {200, 409}:
                    faults.append((name, path, changed.status_code, used.status_code))

    assert tried > 50
    assert faults == []


async def test_no_path_is_a_backup(home: Home) -> None:
    everything = sorted(home.data.rglob("*"))
    given = []
    for operation, place in places():
        if str(operation) in FILES:
            for path in PATHS:
                answer = await home.send(operation, place, path)
                given += [(str(operation), path, answer.status_code)] * (answer.status_code < 300)

    assert given == []
    assert sorted(home.data.rglob("*")) == everything


@pytest.mark.parametrize("shares", [SHARES, pytest.param(LONG, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
async def test_no_path_is_a_fault_anywhere(home: Home, shares: int) -> None:
    faults = []
    for number, (operation, place) in enumerate(places()):
        for path in home.share(PATHS, number, shares):
            answer = await home.send(operation, place, path)
            is_fault = answer.status_code >= 500 and answer.status_code != NOBODY_OUT_THERE
            if is_fault or b"root:x:0" in answer.content:
                faults.append((str(operation), place.name, path, answer.status_code))

    assert faults == []
    assert await home.folders() == [home.root]


async def test_a_link_that_may_not_be_read_is_no_fault(home: Home) -> None:
    client = await home.house.client_of(Role.ADMIN)
    path = "/proc/1/root/films"  # of a process that is not ours

    mapped = await client.post("/api/v1/connections/paths", json={"remote": path, "mappings": []})
    batch = await client.post("/api/v1/batches", json={"path": path})

    assert mapped.status_code == 200, mapped.text
    assert (batch.status_code, batch.json()["key"]) == (422, "audio.not_covered")


@pytest.mark.parametrize("shares", [SHARES, pytest.param(LONG, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
async def test_no_search_is_a_fault_or_finds_too_much(home: Home, shares: int) -> None:
    faults = []
    for number, (operation, place) in enumerate(places()):
        if operation.changes_something or place.place == "path":
            continue
        is_made_for_it = place.name == "q"
        for text in SEARCHES if is_made_for_it else home.share(SEARCHES, number, shares):
            answer = await home.send(operation, place, text)
            if answer.status_code >= 500 or is_too_much(operation, place, text, answer):
                faults.append((str(operation), place.name, text, answer.status_code))

    assert len(SEARCHES) >= 300
    assert faults == []


def is_too_much(operation: Operation, place: Parameter, text: str, answer: httpx2.Response) -> bool:
    """Tell whether a title was found by a text that is not at all like it."""
    if answer.status_code != 200 or str(operation) not in TITLES or not place.takes_text:
        return False
    found = answer.json()
    count = found["total"] if "total" in found else len(found["titles"])
    may_fit = place.name == "q" and any(word[0] in "h1" for word in fold(text).split())
    is_none = place.name == "after" and text == ""
    return bool(count) and not may_fit and not is_none
