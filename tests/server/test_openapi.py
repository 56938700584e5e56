"""What the API says of itself is committed, complete and served."""

import json
from collections import Counter
from pathlib import Path

import httpx2

from household import a_household
from maestrarr.kit.db import Database
from maestrarr.server import describe

COMMITTED = Path(__file__).parents[2] / "openapi.json"


def test_the_committed_description_is_what_the_code_offers() -> None:
    assert COMMITTED.read_text("utf-8") == describe.text(), "Run `just openapi`."


def test_every_operation_has_a_name_of_its_own_and_a_sentence() -> None:
    operations = [
        operation
        for methods in json.loads(describe.text())["paths"].values()
        for operation in methods.values()
    ]
    names = Counter(operation["operationId"] for operation in operations)

    assert [name for name, count in names.items() if count > 1] == []
    assert [each["operationId"] for each in operations if not each.get("description")] == []


async def test_the_description_is_served(database: Database, tmp_path: Path) -> None:
    async with a_household(database, tmp_path) as house:
        client: httpx2.AsyncClient = await house.client()
        answer = await client.get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.json() == json.loads(COMMITTED.read_text("utf-8"))
