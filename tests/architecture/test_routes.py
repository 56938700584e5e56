"""Every route states who may call it, and keeps to it: the matrix of routes and callers."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from sqlalchemy import update

from household import LOCAL_TOKEN, Household, a_household
from maestrarr.core.accounts import access, tokens
from maestrarr.core.accounts.access import SAFE_METHODS
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.known import KNOWN
from maestrarr.core.accounts.models import Session
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database

NEEDED = {
    access.anyone: None,
    access.guest: Role.GUEST,
    access.viewer: Role.VIEWER,
    access.operator: Role.OPERATOR,
    access.admin: Role.ADMIN,
}
ENDLESS = ("/events", "/log", "/live")  # they answer until the caller leaves
REFUSED = (401, 403)


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        yield house


def stated(house: Household) -> Iterator[tuple[str, str, list[Role | None]]]:
    """Name each method and path, with the callers that it states: one, if all is well."""
    for route in iter_route_contexts(house.app.routes):
        dependant = getattr(route, "dependant", None)
        calls = _calls(dependant) if dependant is not None else set()
        needed = [NEEDED[call] for call in calls & NEEDED.keys()]
        for method in sorted(getattr(route, "methods", None) or {"WEBSOCKET"}):
            yield method, route.path, needed


def _calls(dependant: object) -> set[object]:
    below = getattr(dependant, "dependencies", [])
    return {getattr(dependant, "call", None)}.union(*(_calls(each) for each in below))


async def test_every_route_states_its_caller(house: Household) -> None:
    routes = list(stated(house))

    assert len(routes) > 20
    assert [(method, path) for method, path, needed in routes if not needed] == []


async def test_what_changes_something_is_open_to_nobody_but_to_sign_in(house: Household) -> None:
    open_ones = {
        path
        for method, path, needed in stated(house)
        if needed == [None] and method not in SAFE_METHODS
    }

    assert open_ones == {"/api/v1/setup", "/api/v1/sessions", "/api/v1/sessions/refresh"}


async def test_every_route_lets_in_whom_it_says_and_nobody_else(house: Household) -> None:
    clients = {role: await house.client_of(role) for role in Role}
    strangers = {
        "anonymous": await house.client(),
        "expired": await house.client(await expired(house)),
        "forged": await house.client(tokens.make(TokenKind.ACCESS)),
    }
    wrong = []
    for method, path, needed in closed(house):
        for who, client in strangers.items():
            answer = await call(client, method, path)
            wrong += [(method, path, who, answer.status_code)] * (answer.status_code != 401)
        for role, client in clients.items():
            if role.includes(needed):
                continue
            answer = await call(client, method, path)
            wrong += [(method, path, role, answer.status_code)] * (answer.status_code != 403)

    assert wrong == []


async def test_every_route_lets_in_the_role_that_it_states(house: Household) -> None:
    wrong = []
    for method, path, needed in closed(house):
        if path.endswith(ENDLESS):
            continue
        answer = await call(await house.client_of(needed), method, path)
        wrong += [(method, path, answer.status_code)] * (
            answer.status_code == 401 or answer.status_code >= 500
        )

    assert wrong == []


async def test_a_token_that_only_reads_changes_nothing_anywhere(house: Household) -> None:
    reader = await house.client(await house.api_token(Role.ADMIN, "read"))
    wrong = [
        (method, path, answer.status_code)
        for method, path, _ in closed(house)
        if method not in SAFE_METHODS
        if (answer := await call(reader, method, path)).status_code != 403
    ]

    assert wrong == []


async def test_the_terminal_may_do_what_an_admin_may_from_this_machine_only(
    house: Household,
) -> None:
    here = await house.client(LOCAL_TOKEN, address="127.0.0.1")
    elsewhere = await house.client(LOCAL_TOKEN)
    passed_on = await house.client(
        LOCAL_TOKEN, address="127.0.0.1", **{"X-Forwarded-For": "192.0.2.7"}
    )

    assert (await here.get("/api/v1/users")).status_code == 200
    assert (await elsewhere.get("/api/v1/users")).status_code == 401
    assert (await passed_on.get("/api/v1/users")).status_code == 401


def closed(house: Household) -> Iterator[tuple[str, str, Role]]:
    """Name every route that does not let in just anybody, and the role it needs at least."""
    for method, path, needed in stated(house):
        roles = [role for role in needed if role is not None]
        if roles and method != "WEBSOCKET":
            yield method, path, max(roles, key=list(Role).index)


async def call(client: httpx2.AsyncClient, method: str, path: str) -> httpx2.Response:
    """Make a request to a route, without a body and to nothing that is there."""
    address = "/".join(
        "01900000-0000-7000-8000-000000000000" if part.startswith("{") else part
        for part in path.split("/")
    )
    return await client.request(method, address)


async def expired(house: Household) -> str:
    opened = await house.sign_in(Role.ADMIN)
    async with house.database.writing() as session:
        await session.execute(
            update(Session)
            .where(Session.id == opened.session_id)
            .values(access_expires_at=now(), expires_at=now())
        )
    KNOWN.forget()
    return opened.access
