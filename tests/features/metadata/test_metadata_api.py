"""Titles are edited, searched for and asked about over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx2
import pytest

from household import Household, a_household
from maestrarr import rooms
from maestrarr.core.accounts.callers import Role
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.features.metadata.models import Candidate
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from shelf import Shelf, plant

if TYPE_CHECKING:
    from maestrarr.demo.upstreams.serving import Upstreams

API = "/api/v1"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    rooms.load("listeners")
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def operator(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.OPERATOR)


@pytest.fixture
async def shelf(database: Database, tmp_path: Path) -> Shelf:
    shelf = await Shelf.over(database, tmp_path / "shelf")
    plant(shelf.root, "The Lighthouse (1994)/film.mkv", "Up (2009) {tmdb-9900002}/film.mkv")
    await shelf.scan()
    return shelf


async def posted(client: httpx2.AsyncClient, path: str, **body: Any) -> tuple[int, Any]:
    answer = await client.post(f"{API}/{path}", json=body)
    return answer.status_code, answer.json() if answer.content else None


async def test_fields_are_set_emptied_locked_and_unlocked(
    operator: httpx2.AsyncClient, shelf: Shelf
) -> None:
    place = f"{API}/titles/{(await shelf.title('Up')).id}"
    said = {"values": {"title": "Yukarı", "genres": [], "rating": 8}, "lock": ["plot"]}

    edited = (await operator.patch(place, json=said)).json()
    unlocked = (await operator.patch(place, json={"unlock": ["plot", "genres"]})).json()
    wrong = await operator.patch(place, json={"values": {"rating": 11}})
    nothing = await operator.patch(place, json={})

    assert (edited["title"], edited["sort_title"], edited["rating"]) == ("Yukarı", "yukari", 8)
    assert edited["locked_fields"] == ["genres", "plot", "rating", "title"]
    assert edited["sources"]["title"] == "user"
    assert unlocked["locked_fields"] == ["rating", "title"]
    assert (wrong.status_code, nothing.status_code) == (422, 422)


async def test_many_titles_are_edited_by_a_filter_and_not_without_one(
    operator: httpx2.AsyncClient, shelf: Shelf
) -> None:
    edit = {"add": {"tags": ["Sea"]}}

    some = await posted(operator, "titles/edit?year_to=2000", **edit)
    unclear = await posted(operator, "titles/edit", **edit)

    assert some == (200, {"changed": 1})
    assert unclear[0] == 422
    assert (await shelf.title("The Lighthouse")).tags == ["Sea"]
    assert (await shelf.title("Up")).tags == []


async def test_without_a_service_it_is_said_that_nobody_can_be_asked(
    operator: httpx2.AsyncClient, shelf: Shelf
) -> None:
    title = (await shelf.title("Up")).id

    assert (await posted(operator, "titles/enrich", ids=[str(title)]))[0] == 409
    assert (await posted(operator, f"titles/{title}/candidates"))[0] == 409
    assert (await posted(operator, f"titles/{title}/candidates/{new_id()}"))[0] == 404


async def test_a_title_in_doubt_is_searched_for_and_taken_for_a_work(
    house: Household, operator: httpx2.AsyncClient, shelf: Shelf, upstreams: "Upstreams"
) -> None:
    await _connect(house, upstreams)
    title = (await shelf.title("The Lighthouse")).id

    _, found = await posted(
        operator, f"titles/{title}/candidates", title="The Lighthouse Accountant"
    )
    likeliest = found["candidates"][0]
    queue = (await operator.get(f"{API}/metadata/unidentified")).json()
    posters = f"{API}/metadata/candidates"
    poster = await operator.get(f"{posters}/{likeliest['id']}/poster")
    async with house.database.writing() as session:
        for url in (None, upstreams.url("tmdb") + "/nothing"):
            session.add(_likely(title, url))
    after_all = (await operator.get(f"{API}/titles/{title}/candidates")).json()["candidates"]
    without = [await operator.get(f"{posters}/{each['id']}/poster") for each in after_all[-2:]]
    unknown = await operator.get(f"{posters}/{new_id()}/poster")
    chosen, _ = await posted(operator, f"titles/{title}/candidates/{likeliest['id']}")
    after = (await operator.get(f"{API}/titles/{title}")).json()
    jobs = (await operator.get(f"{API}/jobs")).json()["jobs"]

    assert (likeliest["title"], likeliest["tmdb_id"]) == ("The Lighthouse Accountant", 9900001)
    assert [each["candidates"][0]["id"] for each in queue["titles"]] == [likeliest["id"]]
    assert (poster.status_code, poster.headers["content-type"]) == (200, "image/webp")
    assert poster.content[8:12] == b"WEBP"
    assert [(each.status_code, each.json()["key"]) for each in without] == [
        (404, "metadata.poster_gone")
    ] * 2
    assert (unknown.status_code, unknown.json()["key"]) == (404, "metadata.candidate_unknown")
    assert chosen == 204
    assert (after["ids"]["tmdb"], after["state"]) == (9900001, "identified")
    assert "tmdb_id" in after["locked_fields"]
    assert "metadata.enrich" in {job["kind"] for job in jobs}  # as the work that it is now


def _likely(title_id: UUID, poster_url: str | None) -> Candidate:
    return Candidate(
        title_id=title_id,
        position=99,
        provider="tmdb",
        title="Something",
        poster_url=poster_url,
        score=0.5,
        title_score=0.5,
        year_score=0.5,
    )


async def _connect(house: Household, upstreams: "Upstreams") -> None:
    connection_id = new_id()
    async with house.database.writing() as session:
        session.add(
            ConnectionRecord(
                id=connection_id,
                kind="tmdb",
                name="TMDB",
                name_key="tmdb",
                position=0,
                options={"url": upstreams.url("tmdb")},
                sealed=clients.seal(house.outside, connection_id, {"key": "demo"}),
            )
        )
