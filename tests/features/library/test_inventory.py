"""Titles with all that belongs to them by pages, and the one of a name, over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

import daily
from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.demo.library import DemoLibrary
from maestrarr.features.library import service
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.kit.db import Database
from shelf import plant

pytestmark = daily.ON_SQLITE

API = "/api/v1"
SERIES = "The Harbour Desk"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def viewer(house: Household, database: Database, demo: DemoLibrary) -> httpx2.AsyncClient:
    for kind, folder in ((LibraryKind.MOVIES, demo.films), (LibraryKind.SERIES, demo.series)):
        await scanned(database, kind, folder)
    return await house.client_of(Role.VIEWER)


async def scanned(database: Database, kind: LibraryKind, folder: Path) -> None:
    async with database.writing() as session:
        made = await service.add_library(session, name=kind.value, kind=kind, folders=[folder])
    job = await scan_library.begin(database, library_id=made.id, name=made.name)
    await scan_library(job, made.id, made.name)


async def walk(client: httpx2.AsyncClient, limit: int, **asked: str) -> list[dict[str, Any]]:
    titles: list[dict[str, Any]] = []
    after: dict[str, str] = {}
    while True:
        answer = await client.get(
            f"{API}/titles/inventory", params={"limit": str(limit), **asked, **after}
        )
        assert answer.status_code == 200, answer.text
        page = answer.json()
        titles += page["titles"]
        if page["next"] is None:
            return titles
        after = {"after": page["next"]}


async def test_pages_hold_every_title_once_with_every_file(
    viewer: httpx2.AsyncClient, demo: DemoLibrary
) -> None:
    by_three, whole = await walk(viewer, 3), await walk(viewer, 500)

    assert by_three == whole
    assert len({title["id"] for title in whole}) == len(whole)
    files = {file["path"]: file for title in whole for file in title["files"]}
    for truth in demo.files:
        if truth.facts is not None:
            told = files[str(truth.path)]
            assert told["container"] == truth.facts.container
            assert len(told["audio"]) == len(truth.facts.audio)
    keys = {title["key"] for title in whole}
    assert {title["parent"] for title in whole} - {None} <= keys


async def test_a_title_is_told_with_all_below_it_and_a_folder_alone(
    viewer: httpx2.AsyncClient, demo: DemoLibrary
) -> None:
    series = (await viewer.get(f"{API}/titles/find", params={"name": SERIES})).json()

    below = await walk(viewer, 2, title=series["id"])
    inside = await walk(viewer, 2, folder=str(demo.series))
    libraries = (await viewer.get(f"{API}/libraries")).json()["libraries"]
    movies = next(each["id"] for each in libraries if each["kind"] == "movies")

    assert {title["kind"] for title in below} == {"series", "season", "episode"}
    assert {title["id"] for title in below} < {title["id"] for title in inside}
    assert all(title["folder"].startswith(str(demo.series)) for title in inside)
    assert await walk(viewer, 2, library=movies, folder=str(demo.series)) == []
    assert await walk(viewer, 2, title=movies) == []


async def test_the_title_of_a_name_is_found_or_told_why_not(viewer: httpx2.AsyncClient) -> None:
    async def find(name: str) -> httpx2.Response:
        return await viewer.get(f"{API}/titles/find", params={"name": name})

    found = await find(SERIES)

    assert found.json() == (await viewer.get(f"{API}/titles/{found.json()['id']}")).json()
    assert (await find(found.json()["id"])).json() == found.json()
    assert [(await find(name)).status_code for name in ("nothing at all", "the", "")] == [
        404, 409, 404,
    ]  # fmt: skip


async def test_an_episode_that_is_searched_comes_with_its_series(
    viewer: httpx2.AsyncClient,
) -> None:
    found = (await viewer.get(f"{API}/titles/search", params={"q": "low water"})).json()["titles"]

    assert (found[0]["title"], found[0]["series"]) == ("Low Water", SERIES)
    assert {"tmdb_id", "tvdb_id", "imdb_id", "premiered"} <= found[0].keys()


async def test_paths_are_exact_whatever_their_bytes(
    house: Household, database: Database, tmp_path: Path
) -> None:
    plant(tmp_path / "films", "Caf\udce9 (2002)/Caf\udce9 (2002).mkv")
    await scanned(database, LibraryKind.MOVIES, tmp_path / "films")
    viewer = await house.client_of(Role.VIEWER)

    (title,) = await walk(viewer, 50)

    assert title["files"][0]["path"] == str(
        tmp_path / "films" / "Caf\udce9 (2002)/Caf\udce9 (2002).mkv"
    )


async def test_a_library_without_a_kind_gets_the_one_its_names_tell(
    house: Household, tmp_path: Path
) -> None:
    plant(tmp_path / "shows", "Dark/Season 1/Dark S01E01.mkv")
    plant(tmp_path / "films", "Up (2009)/Up (2009).mkv")
    admin = await house.client_of(Role.ADMIN)

    kinds = [
        (await admin.post(f"{API}/libraries", json={"folders": [str(tmp_path / name)]})).json()[
            "kind"
        ]
        for name in ("shows", "films")
    ]

    assert kinds == ["series", "movies"]
