"""Changing a library: its name, its language, and its folders with all that lies in them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

import daily
from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.models import AuditEntry
from maestrarr.features.library import monitoring, queries
from maestrarr.features.library.errors import LibraryRemoved
from maestrarr.kit.db import Database
from shelf import Shelf, plant

pytestmark = daily.ON_SQLITE

API = "/api/v1"
FILMS = [f"Film {number} (20{number:02})/film {number}.mkv" for number in range(12)]


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data", allowed_roots=[tmp_path]) as house:
        await house.add_users()
        yield house


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


async def change(client: httpx2.AsyncClient, shelf: Shelf, **said: Any) -> httpx2.Response:
    return await client.patch(f"{API}/libraries/{shelf.library_id}", json=said)


async def test_name_and_language_change_alone(admin: httpx2.AsyncClient, shelf: Shelf) -> None:
    named = await change(admin, shelf, name="Films", language="tr")
    kept = await change(admin, shelf, name="Films")
    nothing = await change(admin, shelf)
    without = await change(admin, shelf, language=None)

    assert [(each.json()["name"], each.json()["language"]) for each in (named, kept, nothing)] == [
        ("Films", "tr")
    ] * 3
    assert without.json()["language"] is None
    assert without.json()["folders"] == [str(shelf.root)]


async def test_what_it_does_by_itself_is_said_flag_by_flag(
    admin: httpx2.AsyncClient, shelf: Shelf
) -> None:
    flags = {"auto_enrich": False, "auto_publish": True, "webhook_enabled": False}

    changed = await change(admin, shelf, automation="automatic", **flags)
    told = (await change(admin, shelf, auto_select=False)).json()

    assert changed.status_code == 200
    assert told | flags | {"automation": "automatic", "auto_select": False} == told
    assert told["webhook_auto_publish"] is True
    assert (await change(admin, shelf, automation="sometimes")).status_code == 422


async def test_who_changed_what_is_written_down(
    admin: httpx2.AsyncClient, shelf: Shelf, database: Database
) -> None:
    await change(admin, shelf, name="Films")

    async with database.reading() as session:
        query = select(AuditEntry).where(AuditEntry.action == "library.changed")
        (entry,) = (await session.scalars(query)).all()
    assert (entry.actor, entry.subject, entry.facts) == ("admin", "Films", {"name": "Films"})


async def test_what_lay_in_a_removed_folder_is_missing_unasked_and_the_rest_is_not(
    admin: httpx2.AsyncClient, database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "a", tmp_path / "ab")
    plant(tmp_path / "a", *FILMS)
    plant(tmp_path / "ab", "Heat (1995)/heat.mkv")
    (tmp_path / "a/gone.mkv").symlink_to(tmp_path / "nothing")
    await shelf.scan()

    changed = await change(admin, shelf, remove_folders=[f"{tmp_path}/a/"])

    assert changed.status_code == 200, changed.text
    assert changed.json()["folders"] == [str(tmp_path / "ab")]
    assert (changed.json()["missing"], changed.json()["faults"]) == (len(FILMS), 0)
    assert (await shelf.title("Heat")).state == "discovered"
    assert (await shelf.scan())["newly_missing"] == 0
    assert all((tmp_path / "a" / film).exists() for film in FILMS)


async def test_added_again_it_brings_back_what_was_there(
    admin: httpx2.AsyncClient, database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "a", tmp_path / "b")
    plant(tmp_path / "a", *FILMS[:2])
    await shelf.scan()
    before = {title.id: title.state for title in await shelf.titles()}
    await change(admin, shelf, remove_folders=[str(tmp_path / "a")])
    await change(admin, shelf, add_folders=[str(tmp_path / "a")])

    await shelf.scan()

    assert {title.id: title.state for title in await shelf.titles()} == before


async def test_a_folder_that_lies_elsewhere_now_keeps_its_titles(
    admin: httpx2.AsyncClient, shelf: Shelf, tmp_path: Path
) -> None:
    plant(shelf.root, *FILMS)
    await shelf.scan()
    before = {title.id for title in await shelf.titles()}
    shelf.root.rename(tmp_path / "disk")

    changed = await change(
        admin, shelf, add_folders=[str(tmp_path / "disk")], remove_folders=[str(shelf.root)]
    )
    await shelf.scan()

    assert changed.status_code == 200, changed.text
    assert {title.id for title in await shelf.titles()} == before
    assert {title.state for title in await shelf.titles()} == {"discovered"}


async def test_given_to_another_library_it_is_whole_there_with_what_was_decided(
    admin: httpx2.AsyncClient, database: Database, tmp_path: Path
) -> None:
    old = await Shelf.over(database, tmp_path / "a", tmp_path / "ab", name="Old")
    plant(tmp_path, "a/Up {tmdb-1}/Up.mkv", "a/Dune (2021)/dune.mkv", "ab/Heat (1995)/heat.mkv")
    await old.scan()
    async with database.writing() as session:
        await monitoring.monitor(session, [(await old.title("Up")).id], is_monitored=False)
    await change(admin, old, remove_folders=[str(tmp_path / "a")])

    new = await Shelf.over(database, tmp_path / "a", name="New")
    await new.scan()

    assert await new.fault_reasons() == []
    assert [(title.title, title.is_monitored) for title in await new.titles()] == [
        ("Dune", True),
        ("Up", False),
    ]
    assert sorted(await new.files()) == ["Dune (2021)/dune.mkv", "Up {tmdb-1}/Up.mkv"]
    assert [title.title for title in await old.titles()] == ["Heat"]


async def test_a_folder_that_is_removed_during_a_scan_leaves_nothing_behind(
    admin: httpx2.AsyncClient, database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "a", tmp_path / "ab")
    plant(tmp_path / "a", *FILMS)
    plant(tmp_path / "ab", "Heat (1995)/heat.mkv")

    await shelf.scan_while(lambda: change(admin, shelf, remove_folders=[str(tmp_path / "a")]))

    assert [title.title for title in await shelf.titles()] == ["Heat"]
    assert (await shelf.scan())["newly_missing"] == 0


async def test_the_scan_of_a_library_that_is_removed_is_skipped(
    admin: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, *FILMS)
    address = f"{API}/libraries/{shelf.library_id}"

    with pytest.raises(LibraryRemoved, match="Shelf"):
        await shelf.scan_while(lambda: admin.delete(address))
    with pytest.raises(LibraryRemoved, match="Shelf"):
        await shelf.scan()

    assert LibraryRemoved.skips
    assert await shelf.titles() == []


async def test_a_folder_may_be_replaced_by_the_one_around_it(
    admin: httpx2.AsyncClient, shelf: Shelf, tmp_path: Path
) -> None:
    around = tmp_path / "shelf" / "inner"
    around.mkdir()
    narrowed = await change(
        admin, shelf, add_folders=[str(around)], remove_folders=[str(shelf.root)]
    )

    assert narrowed.json()["folders"] == [str(around)]


@pytest.mark.parametrize(
    ("said", "status", "key"),
    [
        ({"name": "Other"}, 409, "library.name_taken"),
        ({"add_folders": ["{here}"]}, 409, "library.folders_overlap"),
        ({"add_folders": ["{here}/in"]}, 409, "library.folders_overlap"),
        ({"add_folders": ["{other}"]}, 409, "library.folders_overlap"),
        ({"add_folders": ["{root}/new", "{root}/new"]}, 409, "library.folders_overlap"),
        ({"add_folders": ["{root}/nowhere"]}, 422, "library.not_a_folder"),
        ({"add_folders": ["/"]}, 403, "library.folder_not_allowed"),
        ({"remove_folders": ["{here}"]}, 409, "library.no_folder_left"),
        ({"remove_folders": ["{other}"], "name": "New"}, 422, "library.not_its_folder"),
        ({"remove_folders": ["{here}/in"]}, 422, "library.not_its_folder"),
        ({"add_folders": ["films"]}, 422, None),
        ({"name": ""}, 422, None),
        ({"language": "?"}, 422, None),
        ({"kind": "series"}, 422, None),
    ],
)
async def test_a_refused_change_changes_nothing(
    admin: httpx2.AsyncClient,
    shelf: Shelf,
    tmp_path: Path,
    *,
    said: dict[str, Any],
    status: int,
    key: str | None,
) -> None:
    other = await Shelf.over(shelf.database, tmp_path / "other", name="Other")
    plant(shelf.root, "in/Film (2000).mkv")
    (tmp_path / "new").mkdir()
    await shelf.scan()
    places = {"here": shelf.root, "other": other.root, "root": tmp_path}

    def filled(value: Any) -> Any:
        if isinstance(value, list):
            return [each.format_map(places) for each in value]
        return value

    answer = await change(admin, shelf, **{name: filled(value) for name, value in said.items()})

    assert answer.status_code == status, answer.text
    assert key is None or answer.json()["key"] == key
    async with shelf.database.reading() as session:
        library = await queries.library(session, shelf.library_id)
        assert (library.name, await queries.folders(session, library.id)) == ("Shelf", [shelf.root])
    assert (await shelf.title("Film")).state == "discovered"
