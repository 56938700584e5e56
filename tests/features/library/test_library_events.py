"""Others hear of titles as a scan finds, loses and forgets them."""

import shutil
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from maestrarr.core.events.models import EventRecord
from maestrarr.features.library import missing, service
from maestrarr.features.library.events import MOST_IDS, titles_changed
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.requests import LibraryPatch
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from shelf import Shelf, plant


async def told(database: Database, kind: str) -> list[dict[str, object]]:
    """Return what was published since the last time, oldest first, and forget it."""
    query = select(EventRecord).order_by(EventRecord.id)
    async with database.writing() as session:
        records = (await session.scalars(query)).all()
        for record in records:
            await session.delete(record)
    return [record.facts for record in records if record.kind == kind]


async def titles_told(database: Database) -> set[UUID]:
    every = [facts["title_ids"] for facts in await told(database, "title.changed")]
    return {UUID(title) for titles in every if isinstance(titles, list) for title in titles}


async def test_titles_that_come_and_go_are_told(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, "Alien (1979)/Alien.mkv", "Brazil (1985)/Brazil.mkv")
    await shelf.scan()
    titles = {title.title: title.id for title in await shelf.titles()}
    assert await titles_told(database) == set(titles.values())

    await shelf.scan()
    assert await titles_told(database) == set()

    shutil.rmtree(shelf.root / "Alien (1979)")
    await shelf.scan()
    assert await titles_told(database) == {titles["Alien"]}

    async with database.writing() as session:
        await missing.collect(session, shelf.library_id, now())
    assert await titles_told(database) == {titles["Alien"]}


async def test_the_end_of_a_scan_is_told(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, "Alien (1979)/Alien.mkv")
    await shelf.scan()

    assert await told(database, "library.scanned") == [{"library_id": str(shelf.library_id)}]


def test_no_event_names_more_titles_than_it_may() -> None:
    titles = [new_id() for _ in range(2 * MOST_IDS + 1)]

    events = list(titles_changed(titles))

    assert [len(event.title_ids) for event in events] == [MOST_IDS, MOST_IDS, 1]
    assert [title for event in events for title in event.title_ids] == titles


async def test_a_library_that_comes_changes_and_goes_is_told(
    database: Database, tmp_path: Path
) -> None:
    async with database.writing() as session:
        made = await service.add_library(
            session, name="Films", kind=LibraryKind.MOVIES, folders=[tmp_path]
        )
    async with database.writing() as session:
        await service.edit_library(session, made.id, LibraryPatch(name="Cinema"))
    async with database.writing() as session:
        await service.remove_library(session, made.id)

    assert await told(database, "library.changed") == [{"library_id": str(made.id)}] * 3
