"""Requests find their routes: each its own, though only one room's are tried."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import daily
from household import Household, a_household
from maestrarr.kit.db import Database
from maestrarr.server.metrics import REQUESTS
from operations import operations

pytestmark = daily.ON_SQLITE


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        yield house


def answered() -> dict[tuple[str, str], float]:
    """Count how often each route has answered, by its method and template."""
    counts: dict[tuple[str, str], float] = {}
    for _name, labels, count in REQUESTS.family().samples:
        route = labels["method"], labels["route"]
        counts[route] = counts.get(route, 0) + count
    return counts


async def test_every_operation_is_answered_by_its_own_route(house: Household) -> None:
    stranger, before = await house.client(), answered()

    for each in operations():
        await stranger.request(each.method, each.address())

    asked = {(each.method, each.path) for each in operations()}
    after = answered()
    found = {route for route, count in after.items() if count == before.get(route, 0) + 1}
    assert len(asked) > 150
    assert found == asked


async def test_no_room_answers_for_a_word_that_only_begins_as_its_own(house: Household) -> None:
    stranger = await house.client()

    statuses = {
        (await stranger.get(f"/api/v1{path}")).status_code
        for path in ("", "/", "/title", "/titlesx", "//titles", "/x/titles", "/titles//facets")
    }

    assert statuses == {404}
