"""Who gets in: forged tokens, other origins, large bodies, request ids, and faults of ours."""

import base64
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fastapi import FastAPI, WebSocket
from sqlalchemy import event

from household import LOCAL_TOKEN, ORIGIN, PASSWORD, Household, a_household
from maestrarr.core.accounts import queries
from maestrarr.core.accounts.access import ACCESS_COOKIE, Anyone, Operator, Viewer
from maestrarr.core.accounts.access import Database as Session
from maestrarr.core.accounts.audit import record
from maestrarr.core.accounts.callers import Role
from maestrarr.kit import log
from maestrarr.kit.db import Database
from maestrarr.server.middleware import LARGEST_BODY_BYTES

WHO = "/api/v1/sessions/current"
ELSEWHERE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://maestrarr.evil.example"},
    {"Origin": "http://maestrarr:8080"},
    {"Origin": ""},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN},
    {},
]


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        add_faulty_routes(house.app)
        yield house


def add_faulty_routes(app: FastAPI) -> None:
    """Add what no room has: routes that go wrong."""

    def fail(_session: object) -> None:
        raise ZeroDivisionError

    @app.get("/wrong/bug")
    async def bug(_: Anyone) -> None:
        raise ZeroDivisionError

    @app.post("/wrong/commit")
    async def commit(caller: Operator, session: Session) -> dict[str, str]:
        record(session, caller, "nothing.done")
        event.listen(session.sync_session, "before_commit", fail)
        return {"said": "done"}

    @app.websocket("/wrong/socket")
    async def greet(socket: WebSocket, caller: Viewer) -> None:
        await socket.accept()
        await socket.send_text(caller.name)

    @app.post("/wrong/echo")
    async def echo(_: Anyone, body: dict[str, str]) -> dict[str, str]:
        return body


def forged(genuine: str, api: str) -> list[str]:
    """Make headers that look like a valid one, each in another way."""
    jwt = ".".join(
        base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
        for part in ({"alg": "none"}, {"sub": "admin", "role": "admin", "exp": 9_999_999_999})
    )
    kind, secret = genuine[: len("mst_access_")], genuine[len("mst_access_") :]
    basic = base64.b64encode(f"admin:{PASSWORD}".encode()).decode()
    return [
        "", "Bearer", "Bearer ", "bearer  ", "Bearer null", "Bearer undefined", "Bearer 0",
        f"Basic {basic}", f"Digest {genuine}", f"Token {genuine}", genuine, f"Bearer{genuine}",
        f"Bearer {genuine[:-1]}", f"Bearer {genuine[1:]}", f"Bearer {genuine}x",
        f"Bearer {genuine.swapcase()}", f"Bearer {genuine.upper()}", f"Bearer {genuine[::-1]}",
        f"Bearer {secret}", f"Bearer mst_api_{secret}", f"Bearer mst_refresh_{secret}",
        f"Bearer mst_local_{secret}", f"Bearer mst_setup_{secret}", f"Bearer {kind}",
        f"Bearer {kind}{'A' * 43}", f"Bearer {genuine},{genuine}", f"Bearer {genuine} {genuine}",
        f"Bearer {genuine}.{secret}", f"Bearer {genuine}%00", f"Bearer {genuine};",
        f"Bearer '{genuine}'", f"Bearer \"{genuine}\"", f"Bearer {genuine}' OR '1'='1",
        f"Bearer {jwt}.", f"Bearer {jwt}.{secret}", f"Bearer {kind}{'x' * 10_000}",
        f"Bearer {api[:-1]}", f"Bearer {api.replace('mst_api_', 'mst_access_')}",
        f"Bearer {LOCAL_TOKEN}", f"Bearer {LOCAL_TOKEN[:-1]}", "Bearer \xe9\xff", "Bearer *",
    ]  # fmt: skip


async def test_no_forged_token_gets_in(house: Household) -> None:
    genuine = (await house.sign_in(Role.ADMIN)).access
    api = await house.api_token(Role.ADMIN, "admin")
    client = await house.client()
    headers = forged(genuine, api)

    let_in = [
        header
        for header in headers
        if (
            await client.get(WHO, headers=[(b"Authorization", header.encode("latin-1"))])
        ).status_code
        != 401
    ]

    assert len(headers) >= 40
    assert let_in == []
    for token in (genuine, api):
        assert (await (await house.client(token)).get(WHO)).status_code == 200


async def test_a_refresh_token_is_no_access_token_and_the_other_way_round(
    house: Household,
) -> None:
    opened = await house.sign_in(Role.ADMIN)

    as_access = await (await house.client(opened.refresh)).get(WHO)
    as_refresh = await (await house.client()).post(
        "/api/v1/sessions/refresh", json={"refresh_token": opened.access}
    )

    assert (as_access.status_code, as_refresh.status_code) == (401, 401)


async def test_a_wrong_header_is_not_made_good_by_a_cookie(house: Household) -> None:
    opened = await house.sign_in(Role.ADMIN)
    client = await house.client("wrong", Cookie=f"{ACCESS_COOKIE}={opened.access}")

    refused = await client.get(WHO)

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_a_page_of_another_origin_changes_nothing(
    house: Household, headers: dict[str, str]
) -> None:
    opened = await house.sign_in(Role.ADMIN)
    client = await house.client(Cookie=f"{ACCESS_COOKIE}={opened.access}", **headers)

    for method, path in (("DELETE", WHO), ("POST", "/api/v1/users"), ("PUT", "/anything")):
        refused = await client.request(method, path)
        assert (refused.status_code, refused.json()["key"]) == (403, "server.from_elsewhere")
    assert (await client.get(WHO)).status_code == 200


@pytest.mark.parametrize("headers", ELSEWHERE[:-1])
async def test_a_page_of_another_origin_signs_nobody_in(
    house: Household, headers: dict[str, str]
) -> None:
    client = await house.client(**headers)
    body = {"name": "admin", "password": PASSWORD, "with_cookies": True}

    refused = await client.post("/api/v1/sessions", json=body)

    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ORIGIN},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Host": "behind"},
    ],
)
async def test_our_own_pages_may_change_things(house: Household, headers: dict[str, str]) -> None:
    opened = await house.sign_in(Role.ADMIN)
    client = await house.client(Cookie=f"{ACCESS_COOKIE}={opened.access}", **headers)

    assert (await client.delete(WHO)).status_code == 204


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None]
)
async def test_a_form_is_not_taken_for_json(house: Household, content_type: str | None) -> None:
    client = await house.client()
    body = json.dumps({"name": "admin", "password": PASSWORD}).encode()
    headers = {"Content-Type": content_type} if content_type else {}

    refused = await client.post("/api/v1/sessions", content=body, headers=headers)

    assert (refused.status_code, refused.json()["key"]) == (400, "server.unreadable")
    assert "application/json" in refused.json()["hint"]


async def test_no_other_origin_is_told_anything(house: Household) -> None:
    client = await house.client(
        Origin="https://evil.example", **{"Access-Control-Request-Method": "POST"}
    )

    for method in ("GET", "OPTIONS"):
        answer = await client.request(method, "/api/v1/setup")
        assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("says_its_size", [True, False])
async def test_a_large_body_is_refused(house: Household, *, says_its_size: bool) -> None:
    client = await house.client()
    sent = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 1_000_000
            yield b'"' + b"x" * 999_999

    headers = {"Content-Type": "application/json"}
    if says_its_size:
        headers["Content-Length"] = "100000000"

    refused = await client.post("/wrong/echo", content=pieces(), headers=headers)

    assert (refused.status_code, refused.json()["key"]) == (413, "server.body_too_large")
    assert refused.headers["x-content-type-options"] == "nosniff"


async def test_the_largest_body_is_taken(house: Household) -> None:
    client = await house.client()
    whole = json.dumps({"a": "x" * (LARGEST_BODY_BYTES - 9)}).encode()
    assert len(whole) == LARGEST_BODY_BYTES

    answer = await client.post(
        "/wrong/echo", content=whole, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b'{"a": NaN', b'{"a": ' + b"9" * 10_000 + b"}"]
)
async def test_a_body_that_cannot_be_read_is_told_in_words(house: Household, body: bytes) -> None:
    client = await house.client()

    refused = await client.post(
        "/wrong/echo", content=body, headers={"Content-Type": "application/json"}
    )

    assert refused.status_code in {400, 422}
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["key"].startswith("server.un")


async def test_a_mistake_is_named_by_its_place_without_what_was_sent(house: Household) -> None:
    client = await house.client()

    refused = await client.post(
        "/api/v1/sessions", json={"name": 7, "password": ["a canary"], "more": "a canary"}
    )

    assert refused.status_code == 422
    assert [mistake["path"] for mistake in refused.json()["facts"]["mistakes"]] == [
        "body.name",
        "body.password",
        "body.more",
    ]
    assert "canary" not in refused.text


async def test_every_answer_bears_the_id_of_its_request(house: Household) -> None:
    client = await house.client()

    given = await client.get("/health", headers={"X-Request-ID": "from-a-proxy-1"})
    made = [
        await client.get("/nowhere", headers={"X-Request-ID": bad}) for bad in ("", "a b", "x" * 99)
    ]

    assert given.headers["x-request-id"] == "from-a-proxy-1"
    assert len({answer.headers["x-request-id"] for answer in made}) == 3
    assert all(len(answer.headers["x-request-id"]) == 32 for answer in made)


async def test_a_bug_is_told_by_an_id_that_leads_to_its_traceback(house: Household) -> None:
    written = io.StringIO()
    log.set_up(written, as_json=True)

    broken = await (await house.client()).get("/wrong/bug?token=canary")

    assert broken.status_code == 500
    assert broken.json()["key"] == "server.fault"
    assert broken.headers["x-frame-options"] == "DENY"
    said = written.getvalue().splitlines()[0]  # the others are the client's own
    line = json.loads(said)
    assert line["event"] == "request.failed"
    assert line["request_id"] == broken.json()["facts"]["request_id"]
    assert "ZeroDivisionError" in line["exception"]
    assert "canary" not in said


async def test_what_cannot_be_committed_is_never_answered_as_done(house: Household) -> None:
    failed = await (await house.client_of(Role.OPERATOR)).post("/wrong/commit")

    assert failed.status_code == 500
    assert "done" not in failed.text
    async with house.database.reading() as session:
        actions = [entry.action for entry in await queries.audit_entries(session)]
    assert "nothing.done" not in actions


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {}])
async def test_a_socket_opened_elsewhere_is_refused(
    house: Household, headers: dict[str, str]
) -> None:
    opened = await house.sign_in(Role.ADMIN)
    said = await socket(house, {"Cookie": f"{ACCESS_COOKIE}={opened.access}"} | headers)

    assert said == [{"type": "websocket.close", "code": 1008}]


async def test_a_socket_is_opened_for_who_may(house: Household) -> None:
    viewer, guest = await house.sign_in(Role.VIEWER), await house.sign_in(Role.GUEST)

    let_in = await socket(house, {"Authorization": f"Bearer {viewer.access}"})
    refused = [
        await socket(house, headers)
        for headers in ({}, {"Authorization": f"Bearer {guest.access}"})
    ]

    assert [message.get("text") for message in let_in] == [None, "viewer"]
    assert [[message["type"] for message in said] for said in refused] == [["websocket.close"]] * 2


async def socket(house: Household, headers: dict[str, str]) -> list[dict[str, object]]:
    """Open a WebSocket as a server would tell the application, and return what it says."""
    said: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, object]) -> None:
        said.append(message)

    scope = {
        "type": "websocket",
        "path": "/wrong/socket",
        "query_string": b"",
        "headers": [(k.lower().encode(), v.encode()) for k, v in headers.items()],
        "client": ("192.0.2.7", 1),
        "subprotocols": [],
    }
    await house.app(scope, receive, send)  # type: ignore[arg-type]
    return said
