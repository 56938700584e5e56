"""Pages of other origins may read nothing, but those that are listed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.kit import config
from maestrarr.kit.config import ConfigWrong
from maestrarr.kit.db import Database

LISTED = "https://films.example.org"
OTHERS = [
    "null", "", "*", "https://evil.example", "http://films.example.org",
    "https://films.example.org:8443", "https://films.example.org.evil.example",
    "https://evilfilms.example.org", "https://x.films.example.org", "https://example.org",
    "https://films.example.org/", "https://films.example.org/path", "https://films.example.org?",
    "https://films.example.org#", "HTTPS://FILMS.EXAMPLE.ORG", "https://films.example.org.",
    "https://films.example.org evil", "https://films.example.org,https://evil.example",
    "https://user@films.example.org", "https://films.example.org@evil.example",
    "https://films.example.org%00", "https://films.example.org%60.evil.example",
    "https://films_example.org", "https://films.exampleXorg", "//films.example.org",
    "films.example.org", "file://films.example.org", "chrome-extension://abcdef",
    "http://localhost", "http://127.0.0.1:9393", "http://maestrarr.evil.example",
]  # fmt: skip
ROUTES = [
    ("GET", "/api/v1/setup"),
    ("GET", "/api/v1/users"),
    ("POST", "/api/v1/sessions"),
    ("DELETE", "/api/v1/sessions/current"),
    ("GET", "/health"),
    ("GET", "/nowhere"),
    ("OPTIONS", "/api/v1/users"),
]


@pytest.fixture
async def house(sqlite_database_url: Any, tmp_path: Path) -> AsyncIterator[Household]:
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path, cors_origins=[LISTED]) as house:
        await house.add_users()
        yield house
    await database.close()


async def test_no_other_origin_is_told_that_it_may_read(house: Household) -> None:
    told = []
    for origin in OTHERS:
        client = await house.client(Origin=origin)
        for method, path in ROUTES:
            for more in ({}, {"Access-Control-Request-Method": "POST"}):
                answer = await client.request(method, path, headers=more)
                names = [name for name in answer.headers if name.startswith("access-control")]
                told += [(origin, name) for name in names]

    assert told == []


def test_there_are_enough_origins() -> None:
    assert len(OTHERS) >= 30


@pytest.mark.parametrize(("method", "path"), ROUTES)
async def test_a_listed_origin_may_read_every_answer(
    house: Household, method: str, path: str
) -> None:
    answer = await (await house.client(Origin=LISTED)).request(method, path)

    assert answer.headers["access-control-allow-origin"] == LISTED
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert "X-Request-ID" in answer.headers["access-control-expose-headers"]
    assert "Origin" in answer.headers["vary"]


async def test_a_listed_origin_may_change_things(house: Household) -> None:
    opened = await house.sign_in(Role.ADMIN)
    client = await house.client(
        Origin=LISTED,
        Cookie=f"maestrarr_access={opened.access}",
        **{"Sec-Fetch-Site": "cross-site"},
    )

    asked = await client.options(
        "/api/v1/sessions/current", headers={"Access-Control-Request-Method": "DELETE"}
    )
    done = await client.delete("/api/v1/sessions/current")

    assert (asked.status_code, asked.content) == (204, b"")
    assert "DELETE" in asked.headers["access-control-allow-methods"]
    assert "Authorization" in asked.headers["access-control-allow-headers"]
    assert done.status_code == 204


async def test_answers_differ_by_origin_for_a_cache_too(house: Household) -> None:
    assert (await (await house.client()).get("/api/v1/setup")).headers["vary"] == "Origin"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://Films.example.org", "https://films.example.org"),
        ("https://films.example.org:443", "https://films.example.org"),
        ("http://localhost:8081", "http://localhost:8081"),
        ("http://[::1]:8081", "http://[::1]:8081"),
    ],
)
def test_an_origin_is_read_as_a_browser_names_it(written: str, read: str) -> None:
    found = config.load(environment={"MAESTRARR_CORS_ORIGINS": written})

    assert found.cors_origins == (read,)


@pytest.mark.parametrize(
    "origin",
    ["*", "null", "https://*.example.org", "https://a.example/", "a.example", "ftp://a.example",
     "https://a.example:x", "https://u@a.example", "https://", "https://a.example?x"],
)  # fmt: skip
def test_what_is_no_origin_cannot_be_listed(origin: str) -> None:
    with pytest.raises(ConfigWrong, match="must be an origin such as"):
        config.load(environment={"MAESTRARR_CORS_ORIGINS": origin})
