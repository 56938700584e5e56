"""Behind a reverse proxy: whose word counts, by which names we answer, below which path."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import Request

from household import PASSWORD, SETUP_TOKEN, Household, a_household
from maestrarr.core.accounts import queries
from maestrarr.core.accounts.access import Anyone
from maestrarr.core.accounts.callers import Role
from maestrarr.kit import config
from maestrarr.kit.config import ConfigWrong
from maestrarr.kit.db import Database
from maestrarr.server import proxies

PROXY = "172.18.0.2"
STRANGER = "203.0.113.9"
TRUSTED = ["172.16.0.0/12", "fd00::/8", "198.51.100.1"]

Open = Callable[..., AbstractAsyncContextManager[Household]]

SPOOFS = [
    {name: value}
    for name in ("X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "CF-Connecting-IP")
    for value in (
        "127.0.0.1", "::1", "localhost", "10.0.0.1", "172.18.0.2", "127.0.0.1, 172.18.0.2",
        "for=127.0.0.1", "for=\"[::1]\";proto=https", "[::1]:80", "unknown", "",
    )
] + [
    {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil"},
    {"X-Forwarded-Proto": "https"},
    {"X-Forwarded-Host": "evil.example"},
    {"X-Forwarded-Port": "443"},
    {"X-Forwarded-Prefix": "/evil"},
    {"X-Original-URL": "/api/v1/users"},
]  # fmt: skip


def add_looking_glass(house: Household) -> None:
    @house.app.get("/glass")
    async def look(request: Request, _: Anyone) -> dict[str, str]:
        return {
            "client": request.client.host if request.client else "",
            "scheme": request.url.scheme,
            "host": request.headers["host"],
            "root": str(request.scope.get("root_path", "")),
        }


@pytest.fixture
async def house(sqlite_database_url: Any, tmp_path: Path) -> AsyncIterator[Household]:
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path, trusted_proxies=TRUSTED) as house:
        await house.add_users()
        add_looking_glass(house)
        yield house
    await database.close()


async def test_a_stranger_is_whom_its_connection_says(house: Household) -> None:
    client = await house.client(address=STRANGER)

    seen = [(spoof, (await client.get("/glass", headers=spoof)).json()) for spoof in SPOOFS]

    told = {"client": STRANGER, "scheme": "http", "host": "maestrarr", "root": ""}
    assert seen == [(spoof, told) for spoof in SPOOFS]


def test_there_are_enough_spoofs() -> None:
    assert len(SPOOFS) >= 50


@pytest.mark.parametrize(
    ("said", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("127.0.0.1, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.1, 203.0.113.9, 172.20.0.1", "203.0.113.9"),
        ("203.0.113.9, 198.51.100.1, fd00::1", "203.0.113.9"),
        ("1.1.1.1,203.0.113.9:51234", "203.0.113.9"),
        ("1.1.1.1, [2001:db8::1]:443", "2001:db8::1"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("203.0.113.9, nonsense", PROXY),
        ("nonsense, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1, nonsense, 172.20.0.1", "172.20.0.1"),
        ("172.20.0.1, 172.20.0.2", "172.20.0.1"),
        (", ,", PROXY),
        ("", PROXY),
    ],
)
async def test_of_what_a_trusted_proxy_says_the_right_most_stranger_counts(
    house: Household, said: str, client: str
) -> None:
    behind = await house.client(address=PROXY)

    seen = (await behind.get("/glass", headers={"X-Forwarded-For": said})).json()

    assert seen["client"] == client


async def test_a_header_that_comes_twice_is_one_list(house: Household) -> None:
    behind = await house.client(address=f"::ffff:{PROXY}")
    headers = [("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-For", STRANGER)]

    assert (await behind.get("/glass", headers=headers)).json()["client"] == STRANGER


async def test_a_trusted_proxy_says_how_it_was_asked(house: Household) -> None:
    behind = await house.client(address=PROXY)
    headers = {"X-Forwarded-Proto": "http, HTTPS", "X-Forwarded-Host": "evil, films.example.org"}

    answer = await behind.get("/glass", headers=headers)
    odd = await behind.get("/glass", headers={"X-Forwarded-Proto": "javascript"})

    assert (answer.json()["scheme"], answer.json()["host"]) == ("https", "films.example.org")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert odd.json()["scheme"] == "http"
    assert "strict-transport-security" not in odd.headers


async def test_limits_and_audit_go_by_who_asks_the_proxy(house: Household) -> None:
    behind = await house.client(address=PROXY)
    body = {"name": "admin", "password": "wrong wrong wrong"}
    for number in range(20):
        said = {"X-Forwarded-For": f"10.9.9.{number}, {STRANGER}"}
        await behind.post("/api/v1/sessions", json=body | {"name": f"x{number}"}, headers=said)

    refused = await behind.post(
        "/api/v1/sessions", json=body, headers={"X-Forwarded-For": STRANGER}
    )
    another = await behind.post(
        "/api/v1/sessions",
        json=body | {"password": PASSWORD, "with_cookies": True},
        headers={"X-Forwarded-For": "203.0.113.77", "X-Forwarded-Proto": "https"},
    )

    assert (refused.status_code, another.status_code) == (429, 201)
    cookies = another.headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("; Secure" in cookie for cookie in cookies)
    async with house.database.reading() as session:
        entries = await queries.audit_entries(session)
    assert entries[0].address == "203.0.113.77"


async def test_a_browser_behind_a_proxy_may_change_things(house: Household) -> None:
    opened = await house.sign_in(Role.ADMIN)
    behind = await house.client(
        address=PROXY,
        Cookie=f"maestrarr_access={opened.access}",
        Host="upstream",
        **{"X-Forwarded-Host": "films.example.org", "X-Forwarded-Proto": "https"},
    )

    ours = await behind.delete(
        "/api/v1/sessions/current", headers={"Origin": "https://films.example.org"}
    )
    theirs = await behind.delete(
        "/api/v1/sessions/current", headers={"Origin": "https://evil.example"}
    )

    assert (ours.status_code, theirs.status_code) == (204, 403)


def test_nobody_can_trust_everybody() -> None:
    with pytest.raises(ConfigWrong, match="must not be everybody"):
        config.load(environment={"MAESTRARR_TRUSTED_PROXIES": "10.0.0.0/8, ::/0"})


KNOWN = [
    "localhost", "localhost:9393", "LOCALHOST", "127.0.0.1", "127.0.0.1:9393", "192.168.1.5:9393",
    "[::1]", "[::1]:9393", "[fe80::1]:80", "[::ffff:10.0.0.1]", "nas", "nas:9393", "maestrarr",
    "nas.local", "nas.local.", "NAS.Local:9393", "nas.lan", "films.home.arpa", "films.internal",
    "films.localhost",
]  # fmt: skip
UNKNOWN = [
    "evil.example", "evil.example:9393", "evil.example.", "127.0.0.1.evil.example", "local.evil",
    "nas.local.evil.example", "evil.example#localhost", "localhost@evil.example", "evil.example/x",
    "evil.example, localhost", "localhost evil.example", "999.999.999.999", "a..b", "[::1].evil",
    "xn--80ak6aa92e.com", "films.example.org.evil.example", "",
]  # fmt: skip


@pytest.mark.parametrize("host", KNOWN)
async def test_a_name_that_only_a_home_knows_is_ours(house: Household, host: str) -> None:
    answer = await (await house.client()).get("/health", headers={"Host": host})

    assert answer.status_code == 200


@pytest.mark.parametrize("host", UNKNOWN)
async def test_a_name_that_is_not_ours_is_refused_in_words(house: Household, host: str) -> None:
    refused = await (await house.client()).get("/api/v1/setup", headers={"Host": host})

    assert (refused.status_code, refused.json()["key"]) == (400, "server.unknown_host")
    assert "allowed_hosts" in refused.json()["hint"]
    assert refused.headers["x-content-type-options"] == "nosniff"


async def test_two_names_at_once_are_refused_though_one_is_ours(house: Household) -> None:
    client = await house.client()
    twice = [(b"Host", b"localhost"), (b"Host", b"evil.example")]

    refused = await client.get("/api/v1/setup", headers=twice)

    assert (refused.status_code, refused.json()["key"]) == (400, "server.unknown_host")


async def test_what_a_trusted_proxy_passes_on_is_ours_until_names_are_listed(
    database: Database, tmp_path: Path
) -> None:
    async def asked(listed: list[str], address: str, host: str) -> int:
        options = {"trusted_proxies": TRUSTED, "allowed_hosts": listed}
        async with a_household(database, tmp_path, **options) as house:
            client = await house.client(address=address)
            return (await client.get("/health", headers={"Host": host})).status_code

    names = ["films.example.org", "*.ada.example"]
    assert await asked([], PROXY, "whatever.example") == 200
    assert await asked([], STRANGER, "films.example.org") == 400
    for address in (PROXY, STRANGER):
        assert await asked(names, address, "whatever.example") == 400
        assert await asked(names, address, "Films.Example.org:443") == 200
        assert await asked(names, address, "x.ada.example") == 200
        assert await asked(names, address, "ada.example") == 400
        assert await asked(names, address, "192.168.1.5:9393") == 200
        assert await asked(["*"], address, "whatever.example") == 200


@pytest.mark.parametrize("prefix", ["", "/home/films"])
async def test_below_a_base_path_everything_is_found_whether_the_proxy_takes_it_away_or_not(
    database: Database, tmp_path: Path, prefix: str
) -> None:
    async with a_household(database, tmp_path, base_path="/home/films/") as house:
        add_looking_glass(house)
        client = await house.client()
        body = {"name": "ada", "password": PASSWORD, "token": SETUP_TOKEN, "with_cookies": True}

        seen = await client.get(f"{prefix}/glass")
        page = await client.get(f"{prefix}/setup")
        made = await client.post(f"{prefix}/api/v1/setup", json=body)

    assert seen.json()["root"] == "/home/films"
    assert page.status_code == 200
    paths = {cookie.split("; Path=")[1].split(";")[0] for cookie in cookies_of(made)}
    assert paths == {"/home/films/", "/home/films/api/v1/sessions"}


async def test_the_base_path_itself_leads_to_the_front_page(
    database: Database, tmp_path: Path
) -> None:
    async with a_household(database, tmp_path, base_path="/films") as house:
        client = await house.client()
        answer = await client.get("/films", follow_redirects=True)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/api", "/api/more", "/docs", "/health"])
async def test_a_base_path_is_none_of_our_own_addresses(
    database: Database, tmp_path: Path, path: str
) -> None:
    with pytest.raises(ConfigWrong, match="base_path"):
        async with a_household(database, tmp_path, base_path=path):
            pass


@pytest.mark.parametrize("path", ["films", "/a/../b", "/a b", "/a?b", "//films"])
def test_a_base_path_is_a_plain_path(path: str) -> None:
    with pytest.raises(ConfigWrong, match="must be a path such as"):
        config.load(environment={"MAESTRARR_BASE_PATH": path})


def test_an_unreadable_peer_is_nobody_s_proxy() -> None:
    networks = config.load(environment={"MAESTRARR_TRUSTED_PROXIES": "10.0.0.0/8"}).trusted_proxies

    assert not proxies.is_trusted("", networks)
    assert not proxies.is_trusted("testclient", networks)
    assert proxies.is_trusted("::ffff:10.1.1.1", networks)


def cookies_of(answer: httpx2.Response) -> list[str]:
    return answer.headers.get_list("set-cookie")
