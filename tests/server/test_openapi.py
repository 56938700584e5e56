"""What the API says of itself is committed, complete and served."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2

from household import a_household
from maestrarr.kit.db import Database
from maestrarr.server import describe
from maestrarr.server.description import PROBLEM_TYPE
from operations import DESCRIPTION, Operation, Parameter, alternatives, operations

PROBLEM = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
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


def test_every_operation_belongs_to_a_group_that_is_described() -> None:
    described = {tag["name"] for tag in DESCRIPTION["tags"] if tag["description"]}

    assert [str(each) for each in operations() if not set(each.described["tags"]) & described] == []
    assert described >= {"accounts", "events", "jobs", "library", "logs", "settings"}


def test_every_operation_tells_its_refusals_as_problems() -> None:
    problem = DESCRIPTION["components"]["schemas"]["Problem"]
    told = {"type", "title", "status", "detail", "hint", "key", "facts"}
    untold = [
        (str(each), status)
        for each in operations()
        for status in ("4XX", "5XX")
        if each.described["responses"].get(status, {}).get("content") != PROBLEM
    ]

    assert untold == []
    assert set(problem["required"]) == told


def test_what_is_not_for_everybody_names_both_ways_to_sign_in() -> None:
    schemes = DESCRIPTION["components"]["securitySchemes"]
    secured = {
        str(each): {name for way in each.described["security"] for name in way}
        for each in operations()
        if "security" in each.described
    }

    assert {name: scheme["type"] for name, scheme in schemes.items()} == {
        "bearer": "http",
        "cookie": "apiKey",
    }
    assert all(ways == {"bearer", "cookie"} for ways in secured.values())
    assert {str(each) for each in operations()} - secured.keys() == {
        "show_setup", "set_up", "sign_in", "refresh_session", "receive_report",
        "receive_report_by_address",
    }  # fmt: skip


def test_every_body_says_by_an_example_what_to_send() -> None:
    unclear = [
        f"{each}: {field.name}"
        for each in operations()
        if not _has_example(each)
        for field in each.fields or [Parameter("body", "all of it", {})]
        if not _is_obvious(field.schema)
    ]

    assert unclear == []


def test_every_word_of_a_query_that_is_no_choice_is_explained() -> None:
    unclear = [
        f"{each}: {parameter['name']}"
        for each in operations()
        for parameter in each.described.get("parameters", [])
        if parameter.get("in") == "query"
        if not parameter.get("description") and not _is_obvious(parameter["schema"])
    ]

    assert unclear == []


def _has_example(operation: Operation) -> bool:
    body = operation.described.get("requestBody")
    if body is None:
        return True
    (media,) = body["content"].values()
    if media["schema"].get("format") == "binary":
        return True
    return "examples" in media or any("examples" in each for each in alternatives(media["schema"]))


def _is_obvious(schema: Mapping[str, Any]) -> bool:
    """Tell whether a value has an example, or is a choice, a number, a date or an id."""
    if "examples" in schema:
        return True
    return bool(schema) and all(
        {"examples", "enum", "const", "format"} & each.keys()
        or each.get("type") in {"boolean", "integer", "number"}
        for each in alternatives(schema)
    )
