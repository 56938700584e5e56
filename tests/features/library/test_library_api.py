"""The library over HTTP: pages, filters, facets, details, libraries and faults."""

import asyncio
import base64
import errno
import sqlite3
import threading
import uuid
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from sqlalchemy import event
from sqlalchemy.engine import URL

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.demo.library import DemoLibrary
from maestrarr.features.library import overview, pages, service
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.schemas import PageQuery
from maestrarr.kit.clock import now, to_text
from maestrarr.kit.db import Database
from shelf import Shelf, nfo, plant

API = "/api/v1"
SORTS = [f"sort={sort}&order={way}" for sort in ("title", "year", "added", "size") for way in ("asc", "desc")]  # fmt: skip  # noqa: E501
HOSTILE = [
    "kind=show", "library=x", "state=%00", "year_from=x", "year_to=-1", "resolution=1p", "hdr=x",
    "genre=", "genre=%00", "video_codec=%00", "has_faults=maybe", "locked=2", "added_since=today",
    "added_since=2020-01-01T00:00:00", "size_from=-1", "size_to=9223372036854775808", "limit=0",
    "limit=501", "limit=x", "sort=rating", "order=up", "fields=password", "unknown=1", "after=x",
    "after=%00", "after=%F0%9F%A6%86", "after=W10", "after=bnVsbA", "year_from=99999",
    "after=WyJ0aXRsZSIsImFzYyIsMSwieCJd",
]  # fmt: skip


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def viewer(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.VIEWER)


@pytest.fixture
async def demo_viewer(
    viewer: httpx2.AsyncClient, database: Database, demo: DemoLibrary
) -> httpx2.AsyncClient:
    for kind, folder in ((LibraryKind.MOVIES, demo.films), (LibraryKind.SERIES, demo.series)):
        async with database.writing() as session:
            made = await service.add_library(session, name=kind.value, kind=kind, folders=[folder])
        job = await scan_library.begin(database, library_id=made.id, name=made.name)
        await scan_library(job, made.id, made.name)
    return viewer


async def get(client: httpx2.AsyncClient, path: str) -> Any:
    answer = await client.get(API + path)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def walk(client: httpx2.AsyncClient, query: str) -> list[dict[str, Any]]:
    """Follow the pages to their end."""
    titles: list[dict[str, Any]] = []
    after: str | None = ""
    while after is not None:
        page = await get(client, f"/titles?{query}" + (f"&after={after}" if after else ""))
        titles += page["titles"]
        after = page["next"]
    return titles


async def test_every_order_pages_through_every_title_once(
    demo_viewer: httpx2.AsyncClient,
) -> None:
    whole = {title["id"] for title in await walk(demo_viewer, "limit=500")}

    for query in SORTS:
        ids = [title["id"] for title in await walk(demo_viewer, f"{query}&limit=7")]
        assert len(ids) == len(set(ids)), query
        assert set(ids) == whole, query


async def test_every_value_that_facets_count_is_a_filter_that_finds_as_many(
    demo_viewer: httpx2.AsyncClient,
) -> None:
    counted = await get(demo_viewer, "/titles/facets")

    assert counted["total"] == len(await walk(demo_viewer, "limit=500"))
    for name, values in counted["facets"].items():
        assert values or name in ("genre", "hdr", "default_audio"), name
        for value, count in values.items():
            params = (
                {"year_from": value, "year_to": value} if name == "year" else {name: value}
            ) | {"limit": "500"}
            answer = await demo_viewer.get(f"{API}/titles", params=params)
            assert (name, value, len(answer.json()["titles"])) == (name, value, count)


async def test_sizes_and_moments_narrow(demo_viewer: httpx2.AsyncClient) -> None:
    titles = await walk(demo_viewer, "sort=size&fields=id&fields=size_bytes&limit=500")
    sizes = [title["size_bytes"] for title in titles]
    middle = sizes[len(sizes) // 2]
    small = await walk(demo_viewer, f"size_to={middle}&limit=500")
    large = await walk(demo_viewer, f"size_from={middle + 1}&limit=500")
    later = to_text(now() + timedelta(days=1))

    assert sizes == sorted(sizes)
    assert sizes[-1] > 0
    assert len(small) + len(large) == len(sizes)
    assert await walk(demo_viewer, f"added_since={later}") == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_the_ends_of_time_are_moments(
    viewer: httpx2.AsyncClient, shelf: Shelf, moment: str
) -> None:
    plant(shelf.root, "Up (2009).mkv")
    await shelf.scan()
    place = orjson.dumps(["added", "asc", moment, str(uuid.uuid4())])
    after = base64.urlsafe_b64encode(place).decode().rstrip("=")
    found = ["Up"] if moment < "2" else []

    for asked in ({"added_since": moment}, {"sort": "added", "after": after}):
        page = (await viewer.get(f"{API}/titles", params=asked)).json()
        assert [title["title"] for title in page["titles"]] == found, asked


async def test_pages_stay_whole_while_titles_come(viewer: httpx2.AsyncClient, shelf: Shelf) -> None:
    plant(shelf.root, *(f"Movie {number:02} (2000).mkv" for number in range(10)))
    await shelf.scan()
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = await get(viewer, "/titles?limit=3" + (f"&after={after}" if after else ""))
        seen += [title["title"] for title in page["titles"]]
        after = page["next"]
        plant(shelf.root, f"A {len(seen)} (2001).mkv")
        await shelf.scan()

    assert seen == [f"Movie {number:02}" for number in range(10)]


async def test_a_query_that_means_nothing_is_a_problem(viewer: httpx2.AsyncClient) -> None:
    for query in HOSTILE:
        answer = await viewer.get(f"{API}/titles?{query}")

        assert answer.status_code in (400, 422), (query, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"


async def test_whatever_is_searched_is_answered(viewer: httpx2.AsyncClient) -> None:
    for typed in ("%22", "*", "a%00b", "%F0%9F%A6%86", "%ff", "NEAR(", "%25"):
        assert await get(viewer, f"/titles/search?q={typed}") == {"titles": []}


async def test_fields_are_named_one_by_one_or_in_a_row(
    viewer: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Dune (2021).mkv")
    await shelf.scan()

    apart = await get(viewer, "/titles?fields=title&fields=year")
    in_a_row = await get(viewer, "/titles?fields=title,year")

    assert apart["titles"] == in_a_row["titles"] == [{"title": "Dune", "year": 2021}]


async def test_what_is_searched_is_narrowed_as_the_list_is(
    viewer: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Dune (1984).mkv", "Dune (2021).mkv")
    await shelf.scan()

    found = await get(viewer, "/titles/search?q=dune&year_from=2000&kind=movie")
    strange = await viewer.get(f"{API}/titles/search?q=dune&colour=blue")

    assert [title["year"] for title in found["titles"]] == [2021]
    assert (strange.status_code, strange.json()["key"]) == (422, "server.unfit")


async def test_a_title_is_searched_shown_and_not_sent_twice(
    viewer: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Dune (2021)/Dune (2021).mkv")
    nfo(shelf.root / "Dune (2021)" / "movie.nfo", title="Dune", genre=["Drama"])
    await shelf.scan()
    (found,) = (await get(viewer, "/titles/search?q=dune"))["titles"]
    path = f"{API}/titles/{found['id']}"

    first = await viewer.get(path)
    again = await viewer.get(path, headers={"If-None-Match": first.headers["etag"]})
    other = await viewer.get(path, headers={"If-None-Match": '"another"'})

    assert found["match"] == "exact"
    assert first.json()["genres"] == ["Drama"]
    assert first.json()["files"][0]["video"][0]["codec"]
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


async def test_a_series_is_left_alone_with_what_is_below_it(
    house: Household, series_shelf: Shelf
) -> None:
    plant(series_shelf.root, "Dark/Season 1/Dark S01E01.mkv")
    await series_shelf.scan()
    operator = await house.client_of(Role.OPERATOR)
    (series,) = (await get(operator, "/titles"))["titles"]

    changed = await operator.patch(f"{API}/titles/{series['id']}", json={"is_monitored": False})
    nobody = await operator.patch(f"{API}/titles/{uuid.uuid4()}", json={"is_monitored": False})

    assert [child["is_monitored"] for child in changed.json()["children"]] == [False]
    assert await get(operator, "/titles?kind=episode&monitored=true") == {
        "titles": [],
        "next": None,
    }
    assert (nobody.status_code, nobody.json()["key"]) == (404, "library.title_unknown")


async def test_a_library_is_made_scanned_and_forgotten(house: Household, tmp_path: Path) -> None:
    admin = await house.client_of(Role.ADMIN)
    folder = tmp_path / "Films"
    plant(folder, "Dune (2021).mkv")
    wanted = {"kind": "movies", "folders": [str(folder)]}

    made = await admin.post(f"{API}/libraries", json=wanted)
    twice = await admin.post(f"{API}/libraries", json=wanted)
    path = f"{API}/libraries/{made.json()['id']}"
    queued = await admin.post(f"{path}/scan", json={})
    removed = await admin.delete(path)
    gone = await admin.get(path)

    assert (made.status_code, made.json()["name"]) == (201, "Films")
    assert twice.status_code == 409
    assert (queued.status_code, queued.json()["kind"]) == (202, "library.scan")
    assert (removed.status_code, gone.status_code) == (204, 404)
    assert await get(admin, "/libraries") == {"libraries": []}


@pytest.mark.parametrize("folder", ["", "\0", "/nowhere/at/all", "a" * 5_000, "~nobody-there/x"])
async def test_a_library_of_no_folder_is_a_problem(house: Household, folder: str) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = await admin.post(f"{API}/libraries", json={"kind": "movies", "folders": [folder]})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_faults_are_paged(demo_viewer: httpx2.AsyncClient) -> None:
    whole = (await get(demo_viewer, "/faults?limit=500"))["faults"]
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = await get(demo_viewer, "/faults?limit=2" + (f"&after={after}" if after else ""))
        seen += [fault["id"] for fault in page["faults"]]
        after = page["next"]

    assert whole
    assert seen == [fault["id"] for fault in whole]


async def test_a_request_asks_as_often_however_much_there_is(
    viewer: httpx2.AsyncClient, database: Database, shelf: Shelf
) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "sessions" not in statement:  # who asks is remembered for a second
            asked.append(statement)

    engines = [
        database._reader.sync_engine,
        *(
            [database._lists._engine, database._counts._engine]
            if database._lists and database._counts
            else []
        ),
    ]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)

    async def statements() -> list[int]:
        counts = []
        for path in ("/titles", "/titles/facets", "/titles/search?q=movie", "/libraries"):
            await get(viewer, path)
            asked.clear()
            await get(viewer, path)
            counts.append(len(asked))
        return counts

    plant(shelf.root, "Movie 1 (2000).mkv")
    await shelf.scan()
    few = await statements()
    plant(shelf.root, *(f"Movie {number} (2000).mkv" for number in range(2, 30)))
    await shelf.scan()

    assert await statements() == few
    assert max(few) < 20


async def test_a_disk_that_does_not_answer_holds_up_nobody_else(
    house: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, asked, answers = await house.client_of(Role.ADMIN), threading.Event(), threading.Event()

    def dead(path: Path) -> object:
        asked.set()
        assert answers.wait(60)
        raise OSError(errno.EIO, "Input/output error", path)

    monkeypatch.setattr(service.os, "scandir", dead)
    body = {"kind": "movies", "folders": [str(tmp_path)]}
    adding = asyncio.create_task(admin.post(f"{API}/libraries", json=body))
    assert await asyncio.to_thread(asked.wait, 60)

    assert (await admin.get(f"{API}/libraries")).status_code == 200
    answers.set()
    assert (await adding).json()["key"] == "library.not_a_folder"


async def test_a_folder_is_named_from_the_root(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    for folder in ("films", "~", "~/films", "./films", "../films", " /media"):
        body = {"kind": "movies", "folders": [folder]}
        assert (await admin.post(f"{API}/libraries", json=body)).status_code == 422


CHOSEN_BY: list[tuple[dict[str, Any], str]] = [
    ({}, "ix_titles_browsing_tops"),
    ({"sort": "size"}, "ix_titles_by_size"),
    ({"sort": "added", "order": "desc"}, "ix_titles_by_added"),
    ({"sort": "year"}, "ix_titles_by_year"),
    ({"sort": "year", "audio_language": ["en"]}, "ix_titles_browsing_tops"),
    ({"sort": "size", "kind": ["movie"]}, "ix_titles_browsing_tops"),
    ({"kind": ["episode"]}, "ix_titles_browsing_parts"),
    ({"audio_language": ["en"]}, "ix_titles_browsing_tops"),
    ({"locked": True}, "ix_titles_browsing_tops"),
]


async def test_a_page_is_chosen_by_an_index_alone(sqlite_database_url: URL) -> None:
    database = Database(sqlite_database_url)
    plans: list[str] = []

    def note(
        _connection: object, _cursor: object, statement: str, parameters: Any, *_: object
    ) -> None:
        with closing(sqlite3.connect(sqlite_database_url.database or "")) as plain:
            plan = plain.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in plan if "titles" in row[3])

    for engine in (database._lists._engine, database._reader.sync_engine):
        event.listen(engine, "before_cursor_execute", note)
    chosen = {}
    for wanted, index in CHOSEN_BY:
        plans.clear()
        await pages.page(database, PageQuery.model_validate(wanted))
        chosen[index, str(wanted)] = [each for each in plans if "sqlite_autoindex" not in each]
    plans.clear()
    async with database.reading() as session:
        await overview.library_documents(session)
    await database.close()

    for (index, wanted), (plan, *others) in chosen.items():
        assert f"COVERING INDEX {index}" in plan, wanted
        assert others == []
    assert plans
    assert all("COVERING INDEX" in plan for plan in plans), plans
