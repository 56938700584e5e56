"""Monitoring many titles at once: those that are named, or all that a filter means."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select, update

from household import a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.models import AuditEntry
from maestrarr.core.events.models import EventRecord
from maestrarr.features.library.models import Title
from maestrarr.kit.db import Database, insert_rows
from maestrarr.kit.ids import new_id
from shelf import Shelf, plant

API = "/api/v1"
MANY = 1_700
SERIES = [
    f"{name}/Season {season}/{name} S{season:02}E{episode:02}.mkv"
    for name in ("Dark", "Lost")
    for season in (1, 2)
    for episode in (1, 2)
]


@pytest.fixture
async def operator(database: Database, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield await house.client_of(Role.OPERATOR)


async def changed(
    client: httpx2.AsyncClient, where: str = "", *, is_monitored: bool, **meant: Any
) -> int:
    answer = await client.post(
        f"{API}/titles/monitor?{where}", json={"is_monitored": is_monitored, **meant}
    )
    assert answer.status_code == 200, answer.text
    return int(answer.json()["changed"])


async def left_alone(shelf: Shelf) -> set[str]:
    return {title.match_key for title in await shelf.titles() if not title.is_monitored}


async def test_who_changed_many_titles_is_written_down_once(
    operator: httpx2.AsyncClient, database: Database, shelf: Shelf
) -> None:
    plant(shelf.root, "Up (2009).mkv", "Alien (1979).mkv")
    await shelf.scan()
    for _ in range(2):  # nothing changes the second time
        await changed(operator, is_monitored=False, ids=[str((await shelf.title("Up")).id)])

    async with database.reading() as session:
        [entry] = await session.scalars(
            select(AuditEntry).where(AuditEntry.action == "titles.monitored")
        )
    assert (entry.subject, entry.facts) == ("1", {"is_monitored": False})


async def test_named_titles_and_all_below_them_change_once(
    operator: httpx2.AsyncClient, series_shelf: Shelf
) -> None:
    plant(series_shelf.root, *SERIES)
    await series_shelf.scan()
    dark, lost = await series_shelf.title("Dark"), await series_shelf.title("Lost")
    season = next(
        title for title in await series_shelf.titles("season") if title.parent_id == lost.id
    )
    ids = [str(dark.id), str(season.id), str(new_id())]

    assert await changed(operator, is_monitored=False, ids=ids) == 10
    assert await changed(operator, is_monitored=False, ids=ids) == 0
    assert await left_alone(series_shelf) == {
        "series:dark:", "series:dark:/1", "series:dark:/1/1", "series:dark:/1/2",
        "series:dark:/2", "series:dark:/2/1", "series:dark:/2/2",
        "series:lost:/1", "series:lost:/1/1", "series:lost:/1/2",
    }  # fmt: skip
    assert await changed(operator, is_monitored=True, ids=[str(dark.id)]) == 7


async def test_a_filter_means_the_titles_that_its_list_shows(
    operator: httpx2.AsyncClient, series_shelf: Shelf
) -> None:
    plant(series_shelf.root, *SERIES)
    await series_shelf.scan()
    lost = await series_shelf.title("Lost")
    await changed(operator, is_monitored=False, ids=[str(lost.id)])

    assert await changed(operator, "state=missing", is_monitored=False) == 0
    assert await changed(operator, "monitored=false", is_monitored=True) == 7
    assert await changed(operator, "kind=season", is_monitored=False) == 12
    assert await changed(operator, "kind=movie&kind=series", is_monitored=False) == 2
    assert await changed(operator, "kind=series", is_monitored=True) == 14
    assert await left_alone(series_shelf) == set()


async def test_many_are_changed_and_told_of(operator: httpx2.AsyncClient, shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009).mkv")
    await shelf.scan()
    async with shelf.database.writing() as session:
        row = dict((await session.execute(select(Title.__table__))).one()._mapping)
        same = [row | {"id": new_id(), "match_key": f"movie:{each}:"} for each in range(MANY)]
        await insert_rows(session, Title, same)
        await session.execute(update(Title).values(is_monitored=True))

    assert await changed(operator, "year_from=2009", is_monitored=False) == MANY + 1

    assert len(await left_alone(shelf)) == MANY + 1
    async with shelf.database.reading() as session:
        news = await session.scalars(select(EventRecord).where(EventRecord.kind == "title.changed"))
        told = {each for record in news for each in record.facts["title_ids"]}
    assert told >= {str(row["id"]) for row in same}


@pytest.mark.parametrize(
    ("where", "body"),
    [
        ("", {}), ("", {"is_monitored": True}), ("", {"is_monitored": True, "ids": []}),
        ("", {"ids": [str(new_id())]}),
        ("year_from=1", {"is_monitored": True, "ids": [str(new_id())]}),
        ("", {"is_monitored": True, "ids": [str(new_id())] * 501}),
        ("colour=red", {"is_monitored": True}),
        ("", {"is_monitored": True, "ids": ["x"]}), ("year_from=1", {"is_monitored": None}),
    ],
    ids=range(9),
)  # fmt: skip
async def test_what_is_unclear_is_refused(
    operator: httpx2.AsyncClient, where: str, body: dict[str, Any]
) -> None:
    answer = await operator.post(f"{API}/titles/monitor?{where}", json=body)

    assert answer.status_code == 422
