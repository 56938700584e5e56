"""Every whole answer to who reads has a name, and is not sent again to who has it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

import daily
from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from operations import Operation, operations

pytestmark = daily.ON_SQLITE

TITLES = "/api/v1/titles"
NAMED = [each for each in operations() if "304" in each.described["responses"]]
NEEDED = {"search_titles": "q=heat", "find_title": "name=heat"}
UNSTEADY = {"get_figures"}  # it tells how large the database is by now
NOT_THERE = {
    "get_artwork", "get_backup", "get_batch", "get_candidate_poster", "get_candidate_thumbnail",
    "get_image", "get_publication", "get_rejected_thumbnail", "get_verification",
    "list_batch_files",
    "list_subtitle_offers", "list_verified_files",
}  # fmt: skip


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        yield house


@pytest.fixture
async def there(house: Household, tmp_path: Path) -> dict[str, str]:
    return await house.move_in(tmp_path / "films")


@pytest.fixture
async def admin(house: Household, there: dict[str, str]) -> httpx2.AsyncClient:
    assert there
    return await house.client_of(Role.ADMIN)


def address(operation: Operation, there: dict[str, str]) -> str:
    if str(operation) == "find_job":
        return f"{operation.path}?name={there['job_id']}"
    return f"{operation.address(there)}?{NEEDED.get(str(operation), '')}"


async def test_no_answer_is_sent_to_who_has_it(
    admin: httpx2.AsyncClient, there: dict[str, str]
) -> None:
    wrong = []
    for operation in NAMED:
        path = address(operation, there)
        first = await admin.get(path)
        if first.status_code != 200 or str(operation) in UNSTEADY:
            wrong += [(str(operation), first.text)] if "etag" not in first.headers else []
            continue
        tag = first.headers["etag"]
        again = await admin.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
        kept = (again.headers.get("etag"), again.headers.get("cache-control"))
        if (again.status_code, again.content, kept) != (304, b"", (tag, "private, no-cache")):
            wrong.append((str(operation), repr(again)))

    assert len(NAMED) > 30
    assert {name for name, _ in wrong} == NOT_THERE


async def test_a_list_that_has_changed_is_sent_whole(
    admin: httpx2.AsyncClient, there: dict[str, str]
) -> None:
    page = f"{TITLES}?fields=id&fields=is_monitored"
    first = await admin.get(page)
    known = {"If-None-Match": first.headers["etag"]}
    same = await admin.get(page, headers=known)
    await admin.patch(f"{TITLES}/{there['title_id']}", json={"is_monitored": False})

    other = await admin.get(page, headers=known)

    assert same.status_code == 304
    assert other.json()["titles"][0]["is_monitored"] is False
    assert other.headers["etag"] != first.headers["etag"]


async def test_who_may_not_read_it_is_not_told_that_it_is_the_same(
    house: Household, admin: httpx2.AsyncClient
) -> None:
    stranger, guest = await house.client(), await house.client_of(Role.GUEST)
    known = {"If-None-Match": "*"}

    assert (await admin.get(TITLES, headers=known)).status_code == 304
    assert (await stranger.get(TITLES, headers=known)).status_code == 401
    assert (await guest.get(TITLES, headers=known)).status_code == 403


@pytest.mark.parametrize("given", ['"', ",,,", "W/", '"a"' * 9_000, "\xff"])
async def test_a_name_that_nobody_gave_is_none(admin: httpx2.AsyncClient, given: str) -> None:
    answer = await admin.get(TITLES, headers=[(b"if-none-match", given.encode())])

    assert answer.status_code == 200
    assert answer.json()["titles"]


async def test_only_answers_to_who_reads_the_api_are_named(admin: httpx2.AsyncClient) -> None:
    refused = await admin.get(f"{TITLES}?limit=0")
    changed = await admin.patch("/api/v1/settings/jobs", json={"values": {"at_once": 3}})
    health = await admin.get("/health")

    assert (refused.status_code, changed.status_code, health.status_code) == (422, 200, 200)
    assert not any("etag" in each.headers for each in (refused, changed, health))
