"""Nothing is changed by pages of other origins, nor by what a request has no say in."""

from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest

from household import Household, a_household
from maestrarr.core.accounts.access import ACCESS_COOKIE
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Base, Database
from operations import operations

ELSEWHERE = (
    {"Origin": "https://evil.example"},
    {"Origin": "null", "Content-Type": "text/plain"},
    {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"},
    {"Sec-Fetch-Site": "same-site"},
    {},
)
CHANGING = [operation for operation in operations() if operation.changes_something]
COLUMNS = sorted(
    {column.name for table in Base.metadata.sorted_tables for column in table.columns}
    | {"is_admin", "isAdmin", "admin", "roles", "scope", "__class__", "__proto__", "constructor"}
)


def batched(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Take names in parts: of too many at once, none is told."""
    for start in range(0, len(names), size):
        yield names[start : start + size]


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        yield house


async def test_a_page_of_another_origin_changes_nothing_anywhere(
    house: Household, tmp_path: Path
) -> None:
    there = await house.move_in(tmp_path / "films")
    access = (await house.sign_in(Role.ADMIN)).access
    before = await house.rows()

    let_in = []
    for headers in ELSEWHERE:
        client = await house.client(Cookie=f"{ACCESS_COOKIE}={access}", **headers)
        for operation in CHANGING:
            answer = await client.request(
                operation.method, operation.address(there), json=operation.body()
            )
            if answer.json()["key"] != "server.from_elsewhere":
                let_in.append((str(operation), headers, answer.status_code))

    assert len(CHANGING) > 15
    assert let_in == []
    assert await house.rows() == before


async def test_nothing_is_taken_but_what_is_described(house: Household, tmp_path: Path) -> None:
    there = await house.move_in(tmp_path / "films")
    client = await house.client_of(Role.ADMIN)
    before = await house.rows()

    taken = []
    for operation in (each for each in CHANGING if each.body() is not None):
        house.forget_attempts()
        strange = sorted(set(COLUMNS) - {field.name for field in operation.fields})
        for some in batched(strange, 15):
            body = operation.body() | dict.fromkeys(some, "admin")
            answer = await client.request(operation.method, operation.address(there), json=body)
            told = answer.json()
            unnamed = [
                name for name in some if name not in str(told["facts"].get("mistakes", some))
            ]
            if answer.status_code != 422 or unnamed:
                taken.append((str(operation), unnamed, told["detail"]))

    assert taken == []
    assert await house.rows() == before
