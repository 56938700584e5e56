"""Identifying by hand: what the user says of a title stands, whatever names and NFO files say."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.models import AuditEntry
from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.library import identify, service
from maestrarr.features.library.models import Title
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.media.ids import ExternalIds
from shelf import Shelf, nfo, plant

API = "/api/v1"
LONG_AGO = timedelta(days=8)
OWN = ["imdb_id", "tmdb_id", "tvdb_id"]
WRONG_IDS = [
    {}, {"tmdb_id": 0}, {"tmdb_id": -1}, {"tmdb_id": 2**31}, {"tvdb_id": "x"}, {"tmdb_id": None},
    {"imdb_id": "tt12"}, {"imdb_id": "0133093"}, {"imdb_id": "tt٠١٢٣٤٥٦"},
    {"imdb_id": "tt1234567\n"},
    {"tmdb_id": 1, "title": "Up"}, [], None,
]  # fmt: skip


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def operator(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.OPERATOR)


async def say(shelf: Shelf, title: Title, **ids: Any) -> None:
    async with shelf.database.writing() as session:
        await identify.identify(session, title.id, ExternalIds(**ids))


async def take_back(shelf: Shelf, title: Title) -> None:
    async with shelf.database.writing() as session:
        _, folders = await identify.take_back(session, title.id)
    await shelf.scan(*map(str, folders))


async def only(shelf: Shelf) -> Title:
    (title,) = await shelf.titles()
    return title


def ids_of(title: Title) -> tuple[Any, ...]:
    return title.tmdb_id, title.tvdb_id, title.imdb_id


@pytest.fixture
async def told(shelf: Shelf) -> Title:
    """A film whose NFO says one thing, and whose user another."""
    plant(shelf.root, "Up (2009)/Up.mkv")
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", tmdbid=1, imdbid="tt0000001")
    await shelf.scan()
    title = await only(shelf)
    await say(shelf, title, tmdb=9)
    return title


async def test_all_ids_are_what_the_user_says(shelf: Shelf, told: Title) -> None:
    assert ids_of(told) == (1, None, "tt0000001")

    after = await only(shelf)

    assert (after.id, ids_of(after), after.state) == (told.id, (9, None, None), "identified")
    assert after.locked_fields == OWN


async def test_an_nfo_that_disagrees_makes_no_second_title(shelf: Shelf, told: Title) -> None:
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", tmdbid=2, plot="New.")

    await shelf.scan()

    after = await only(shelf)
    assert (after.id, ids_of(after), after.plot) == (told.id, (9, None, None), "New.")


async def test_another_file_in_its_folder_is_still_it(shelf: Shelf, told: Title) -> None:
    (shelf.root / "Up (2009)/Up.mkv").unlink()
    plant(shelf.root, "Up (2009)/Up 1080p better.mkv")

    await shelf.scan()

    after = await only(shelf)
    assert (after.id, ids_of(after)) == (told.id, (9, None, None))
    assert await shelf.files_of(after) == ["Up (2009)/Up 1080p better.mkv"]


async def test_it_moves_with_its_file_under_a_name_that_disagrees(
    shelf: Shelf, told: Title
) -> None:
    (shelf.root / "Up (2009)").rename(shelf.root / "Down (2010) {tmdb-5}")

    await shelf.scan()

    after = await only(shelf)
    assert (after.id, ids_of(after)) == (told.id, (9, None, None))


async def test_the_work_it_is_not_is_another_title(shelf: Shelf, told: Title) -> None:
    plant(shelf.root, "Up (2009) {tmdb-1}/Up real.mkv")
    await shelf.scan()
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", tmdbid=1, outline="Again.")

    await shelf.scan()

    found = {title.id: title.tmdb_id for title in await shelf.titles()}
    assert len(found) == 2
    assert found.pop(told.id) == 9
    assert list(found.values()) == [1]
    assert (await shelf.scan())["folders_read"] == 0
    assert await shelf.faults() == set()


async def test_a_namesake_whose_key_is_taken_gets_one_of_its_own(shelf: Shelf) -> None:
    plant(shelf.root, "a/Up (2009) {tmdb-1}/Up.mkv", "b/Up (2009) {tmdb-2}/Up.mkv")
    await shelf.scan()
    second = next(title for title in await shelf.titles() if title.tmdb_id == 2)
    await say(shelf, second, tmdb=9)
    plant(shelf.root, "c/Up (2009) {tmdb-2}/Up.mkv")

    await shelf.scan()

    assert sorted(title.tmdb_id or 0 for title in await shelf.titles()) == [1, 2, 9]
    assert await shelf.faults() == set()


async def test_what_says_the_same_is_a_version_of_it(shelf: Shelf, told: Title) -> None:
    plant(shelf.root, "Oben (2009) {tmdb-9}/Oben.mkv")

    await shelf.scan()

    after = await only(shelf)
    assert after.id == told.id
    assert sorted(await shelf.files_of(after)) == ["Oben (2009) {tmdb-9}/Oben.mkv", "Up (2009)/Up.mkv"]  # fmt: skip  # noqa: E501


async def test_of_films_in_one_folder_each_keeps_what_was_said_of_it(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009) {tmdb-1}.mkv", "Up (2009) {tmdb-2}.mkv", "Heat (1995).mkv")
    await shelf.scan()
    first = next(title for title in await shelf.titles() if title.tmdb_id == 1)
    await say(shelf, first, tmdb=9)
    (shelf.root / "Up (2009) {tmdb-1}.mkv").unlink()

    await shelf.scan()

    states = {(title.tmdb_id, title.state) for title in await shelf.titles()}
    assert states == {(9, "missing"), (2, "identified"), (None, "discovered")}


async def test_it_stands_while_the_title_is_missing(shelf: Shelf, told: Title) -> None:
    plant(shelf.root, "Heat (1995)/Heat.mkv")
    shutil.move(shelf.root / "Up (2009)", shelf.root.parent / "away")
    await shelf.scan()
    assert (await shelf.title("Up")).state == "missing"
    shutil.move(shelf.root.parent / "away", shelf.root / "Up (2009)")

    await shelf.scan()

    back = await shelf.title("Up")
    assert (back.id, ids_of(back), back.state) == (told.id, (9, None, None), "identified")


@pytest.mark.parametrize("after", ["grace", "library"])
async def test_it_returns_with_the_name_though_no_file_says_it(
    shelf: Shelf, told: Title, after: str
) -> None:
    if after == "grace":
        plant(shelf.root, "Heat (1995)/Heat.mkv")
        shutil.rmtree(shelf.root / "Up (2009)")
        await shelf.scan()
        await shelf.age(now() - LONG_AGO)
        await shelf.scan()
        plant(shelf.root, "Up (2009)/Up.mkv")
    else:
        async with shelf.database.writing() as session:
            await service.remove_library(session, shelf.library_id)
        shelf = await Shelf.over(shelf.database, shelf.root, name="Again")
    await shelf.scan()

    back = await shelf.title("Up")
    assert back.id != told.id
    assert (ids_of(back), back.state, back.locked_fields) == ((9, None, None), "identified", OWN)


async def test_parts_return_to_a_series_that_was_said(database: Database, tmp_path: Path) -> None:
    old = await Shelf.over(database, tmp_path / "old", name="Old", kind="series")
    plant(old.root, "Dark/Season 1/Dark S01E01.mkv")
    await old.scan()
    await say(old, await old.title("Dark"), tvdb=7)
    await old.edit(await old.episode(1, 1), title="Secrets", locked_fields=["title"])
    async with database.writing() as session:
        await service.remove_library(session, old.library_id)
    new = await Shelf.over(database, tmp_path / "new", name="New", kind="series")
    plant(new.root, "Dark/Season 1/Dark S01E01.mkv")

    await new.scan()

    assert (await new.title("Dark")).tvdb_id == 7
    assert (await new.episode(1, 1)).title == "Secrets"


async def test_taken_back_it_is_what_its_files_say(shelf: Shelf, told: Title) -> None:
    await take_back(shelf, told)

    after = await only(shelf)
    assert (after.id, ids_of(after)) == (told.id, (1, None, "tt0000001"))
    assert (after.state, after.locked_fields) == ("identified", [])


async def test_taken_back_where_no_file_says_anything_it_is_discovered(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    await shelf.scan()
    await say(shelf, await only(shelf), imdb="tt0000009")

    await take_back(shelf, await only(shelf))

    after = await only(shelf)
    assert (ids_of(after), after.state) == ((None, None, None), "discovered")


async def test_a_missing_title_is_identified_when_it_returns(shelf: Shelf) -> None:
    plant(shelf.root, "Heat (1995)/Heat.mkv", "Up (2009)/Up.mkv")
    await shelf.scan()
    shutil.move(shelf.root / "Up (2009)", shelf.root.parent / "away")
    await shelf.scan()
    await say(shelf, await shelf.title("Up"), tmdb=9)
    assert (await shelf.title("Up")).state == "missing"
    shutil.move(shelf.root.parent / "away", shelf.root / "Up (2009)")

    await shelf.scan()

    assert (await shelf.title("Up")).state == "identified"


async def test_over_http_it_is_said_told_and_written_down(
    operator: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    await shelf.scan()
    title = await only(shelf)
    place = f"{API}/titles/{title.id}/ids"

    said = await operator.put(place, json={"tmdb_id": 14160, "imdb_id": "tt1049413"})
    taken = await operator.delete(place)
    again = await operator.delete(place)

    assert said.status_code == taken.status_code == again.status_code == 200, said.text
    assert said.json()["ids"] == {"tmdb": 14160, "tvdb": None, "imdb": "tt1049413"}
    assert (said.json()["state"], said.json()["locked_fields"]) == ("identified", OWN)
    assert (taken.json()["ids"]["tmdb"], taken.json()["locked_fields"]) == (None, [])
    async with shelf.database.reading() as session:
        entries = await session.scalars(select(AuditEntry).where(AuditEntry.subject == "Up"))
        assert {entry.action: entry.facts for entry in entries} == {
            "title.identified": {"tmdb_id": 14160, "tvdb_id": None, "imdb_id": "tt1049413"},
            "title.ids_taken_back": {},
        }
        news = await session.scalars(select(EventRecord).where(EventRecord.kind == "title.changed"))
        assert [str(title.id) in each.facts["title_ids"] for each in news][-2:] == [True, True]
        queued = select(JobRecord).where(JobRecord.asked_by == str(await _user(session)))
        assert [job.arguments["paths"] for job in await session.scalars(queued)] == [
            [str(shelf.root / "Up (2009)")]
        ]


async def _user(session: Any) -> Any:
    return await session.scalar(
        select(AuditEntry.user_id).where(AuditEntry.action == "title.identified")
    )


async def test_an_id_that_another_title_has_names_it(
    operator: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv", "Heat (1995) {tmdb-949}/Heat.mkv")
    await shelf.scan()
    up, heat = await shelf.title("Up"), await shelf.title("Heat")

    refused = await operator.put(f"{API}/titles/{up.id}/ids", json={"tmdb_id": 949})
    same = await operator.put(f"{API}/titles/{heat.id}/ids", json={"tmdb_id": 949})

    assert (refused.status_code, refused.json()["key"]) == (409, "library.ids_taken")
    assert refused.json()["detail"] == "Heat (1995) has this id already."
    assert refused.json()["facts"]["title_id"] == str(heat.id)
    assert same.status_code == 200


async def test_an_episode_is_identified_with_its_series(
    operator: httpx2.AsyncClient, series_shelf: Shelf
) -> None:
    plant(series_shelf.root, "Dark/Season 1/Dark S01E01.mkv")
    await series_shelf.scan()
    episode = await series_shelf.episode(1, 1)

    for answer in (
        await operator.put(f"{API}/titles/{episode.id}/ids", json={"tmdb_id": 1}),
        await operator.delete(f"{API}/titles/{episode.id}/ids"),
    ):
        assert (answer.status_code, answer.json()["key"]) == (409, "library.not_identified")


async def test_what_is_no_id_is_refused(operator: httpx2.AsyncClient, shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    await shelf.scan()
    ids = f"{API}/titles/{(await only(shelf)).id}/ids"

    answers = [(body, (await operator.put(ids, json=body)).status_code) for body in WRONG_IDS]

    assert answers == [(body, 422) for body in WRONG_IDS]
