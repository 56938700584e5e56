"""Whatever bytes are sent as a body, to whichever operation: a refusal in words, and no fault."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from operations import NOBODY_OUT_THERE, operations

DEPTHS = (200, 450, 900, 990, 1_100, 100_000)
TYPES = (
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
    "text/json", "application/xml", "application/json; charset=utf-16", "application/octet-stream",
    "", "x/y/z", "application/json, text/plain", "application/vnd.api+json",
)  # fmt: skip
WHOLE = (
    b"", b" ", b"null", b"true", b"0", b'""', b"[]", b"[[]]", b'"x"', b"{", b"}", b"{]", b'{"a"',
    b"{a:1}", b"{'a':1}", b'{"a":1,}', b'{"a":1}{"a":1}', b"// x\n{}", b"NaN", b"-Infinity",
    b"\xff\xfe{\0}\0", b"\xef\xbb\xbf{}", b"\x00", b"\xff" * 100, b"a=b", b"--x\r\n\r\n--x--",
    b"<x/>", b'{"\\ud800": 1}', b'{"": ""}', b'{"a": "\xed\xa0\x80"}', b'{"a": "\xc0\xaf"}',
    b'{"a": "\\u0000"}', b'{"__proto__": {}}',
)  # fmt: skip
VALUES = (
    "NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e-400", "9" * 4_000, "9" * 5_000, "-0",
    "1.0", "9223372036854775808", "-9223372036854775809", "1e18", "0x1", "01", "1_000", "+1", "tru",
    "nul", '"\\ud83c"', '"\\u0000"', '"' + "x" * 100_000 + '"', "[" + "0," * 50_000 + "0]",
    '{"$ref": "#"}',
)  # fmt: skip


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        yield house


def in_words(fitting: Any) -> Iterator[tuple[str, bytes]]:
    """Name what may get as far as a database, which is where the kinds of them differ."""
    for name in fitting or {"x": None}:
        for value in VALUES:
            yield "application/json", f'{{"{name}": {value}}}'.encode()


def bodies(fitting: Any) -> Iterator[tuple[str, bytes]]:
    """Name content types with what is sent under them, none of which may be a fault."""
    whole = json.dumps(fitting).encode()
    yield from (("application/json", each) for each in WHOLE)
    yield from ((kind, whole) for kind in TYPES)
    yield from in_words(fitting)
    for name in fitting or {"x": None}:
        for depth in DEPTHS:
            for begin, end in (("[", "]"), ('{"a":', "}")):
                deep = f"{begin * depth}1{end * depth}"
                yield "application/json", f'{{"{name}": {deep}}}'.encode()
        twice = f"{whole.decode()[:-1]}, {json.dumps(name)}: 7}}"
        yield "application/json", twice.encode()


async def test_no_body_is_a_fault(house: Household, tmp_path: Path) -> None:
    there = await house.move_in(tmp_path / "films")
    client = await house.client_of(Role.ADMIN)
    wrong, asked = [], 0
    for operation in operations():
        if operation.body_schema is None:
            continue
        made = bodies if house.database.is_sqlite else in_words
        for kind, body in made(operation.body()):
            house.forget_attempts()
            answer = await client.request(
                operation.method,
                operation.address(there),
                content=body,
                headers={"Content-Type": kind},
            )
            asked += 1
            is_told = answer.headers.get("content-type") == "application/problem+json"
            is_ours = answer.status_code >= 500 and answer.status_code != NOBODY_OUT_THERE
            if is_ours or (answer.status_code >= 400 and not is_told):
                wrong.append((str(operation), kind, body[:60], answer.status_code))

    assert asked > 1_000
    assert wrong == []


async def test_names_without_end_are_one_mistake(house: Household, tmp_path: Path) -> None:
    there = await house.move_in(tmp_path / "films")
    client = await house.client_of(Role.ADMIN)
    strange = {f"name{number}": 1 for number in range(5_000)}

    told = {}
    for operation in operations():
        if operation.body_schema is not None:
            answer = await client.request(
                operation.method, operation.address(there), json=operation.body() | strange
            )
            told[str(operation)] = answer
    told["settings"] = await client.post("/api/v1/settings/import", json={"jobs": strange})
    told["query"] = await client.get(
        "/api/v1/titles", params={f"n{number}": "" for number in range(5_000)}
    )

    assert {answer.status_code for answer in told.values()} == {422}
    assert [name for name, answer in told.items() if len(answer.content) > 1_000] == []
