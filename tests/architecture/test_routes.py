"""Every route states who may call it, and keeps to it: the matrix of routes and callers."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from sqlalchemy import update

import daily
from household import LOCAL_TOKEN, SETUP_TOKEN, Household, a_household
from maestrarr.core.accounts import access, queries, tokens
from maestrarr.core.accounts.access import SAFE_METHODS
from maestrarr.core.accounts.attempts import WorkLimits
from maestrarr.core.accounts.callers import Role, Scope
from maestrarr.core.accounts.known import KNOWN
from maestrarr.core.accounts.models import ApiToken, Session
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from operations import DESCRIPTION, NOWHERE, operations

NEEDED = {
    access.anyone: None,
    access.guest: Role.GUEST,
    access.viewer: Role.VIEWER,
    access.operator: Role.OPERATOR,
    access.admin: Role.ADMIN,
}
ENDLESS = ("/events", "/log", "/live")  # they answer until the caller leaves
REFUSED = (401, 403)
OWN = {"channel_id", "session_id", "token_id"}  # each is somebody's, and nobody else may know of it
AT_ONCE = {  # they ask services outside while somebody waits
    "/api/v1/connections/discover",
    "/api/v1/onboarding/roots",
}
SHARED = {
    "step",
    "change_id",
    "change_set_id",
    "connection_id",
    "delivery_id",
    "job_id",
    "batch_id",
    "file_id",
    "library_id",
    "rule_id",
    "publication_id",
    "title_id",
    "user_id",
    "name",
    "artwork_type",
    "verification_id",
    "number",
    "sha256",
    "candidate_id",
    "rejection_id",
    "kind",
    "token",
}  # who has the role sees them all


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


async def test_what_changes_something_is_open_only_to_sign_in_and_to_report(
    house: Household,
) -> None:
    open_ones = {
        path
        for method, path, needed in stated(house)
        if needed == [None] and method not in SAFE_METHODS
    }

    assert open_ones == {
        "/api/v1/setup", "/api/v1/sessions", "/api/v1/sessions/refresh",
        "/webhook/{kind}", "/webhook/{kind}/{token}",  # known by a secret of their own
    }  # fmt: skip


async def test_whatever_starts_work_is_counted(house: Household) -> None:
    started = {
        path
        for path, methods in DESCRIPTION["paths"].items()
        for described in methods.values()
        if "202" in described["responses"] and not path.startswith("/webhook/")
    }
    counted = {
        route.path
        for route in iter_route_contexts(house.app.routes)
        if access.starts_work in _calls(getattr(route, "dependant", None))
    }

    assert started - counted == {"/api/v1/jobs/{job_id}/cancel"}  # it ends some
    assert counted - started == AT_ONCE


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks in the matrix: in the role they have there, or nobody whom the server knows."""

    client: httpx2.AsyncClient
    role: Role | None = None
    reads_only: bool = False

    def refusal(self, method: str, needed: Role) -> str | None:
        """Say by which key a route that states this role has to refuse; None where it must not."""
        if self.role is None:
            return "accounts.not_signed_in"
        if not self.role.includes(needed):
            return "accounts.not_allowed"
        if self.reads_only and method not in SAFE_METHODS:
            return "accounts.reads_only"
        return None


async def asking(house: Household) -> dict[str, Asking]:
    """Name everybody who could ask: each role, tokens of each scope, and those who may not."""
    callers = {role.value: Asking(await house.client_of(role), role) for role in Role}
    for owner, scope, acts_as in (
        (Role.ADMIN, Scope.READ, Role.VIEWER),
        (Role.ADMIN, Scope.OPERATE, Role.OPERATOR),
        (Role.ADMIN, Scope.ADMIN, Role.ADMIN),
        (Role.OPERATOR, Scope.OPERATE, Role.OPERATOR),
        (Role.GUEST, Scope.READ, Role.GUEST),
    ):
        client = await house.client(await house.api_token(owner, scope))
        callers[f"{owner}'s token, {scope}"] = Asking(client, acts_as, scope is Scope.READ)
    here = await house.client(LOCAL_TOKEN, address="127.0.0.1")
    callers["the terminal"] = Asking(here, Role.ADMIN)
    strangers = {
        "nobody": None,
        "an expired session": await expired(house),
        "an expired token": await expired_token(house),
        "a forged token": tokens.make(TokenKind.ACCESS),
        "a refresh token": (await house.sign_in(Role.ADMIN)).refresh,
        "the setup token": SETUP_TOKEN,
        "the terminal's token, elsewhere": LOCAL_TOKEN,
    }
    return callers | {who: Asking(await house.client(token)) for who, token in strangers.items()}


@daily.ON_SQLITE
async def test_every_route_lets_in_whom_it_says_and_nobody_else(house: Household) -> None:
    everybody = await asking(house)
    wrong = []
    for method, path, needed in closed(house):
        house.app.state.work_limits = WorkLimits()  # all of them ask from one address
        for who, each in list(everybody.items()):
            expected = each.refusal(method, needed)
            if expected is None and path.endswith(ENDLESS):
                continue
            answer = await call(each.client, method, path)
            if method == "DELETE" and "/sessions/" in path and who in set(map(str, Role)):
                again = await house.client_of(Role(who))  # it may have ended the session that asks
                everybody[who] = replace(each, client=again)
            key = answer.json()["key"] if answer.status_code in REFUSED else None
            is_right = key == expected or (expected is None and key == "accounts.needs_person")
            if not is_right or answer.status_code >= 500:
                wrong.append((method, path, who, answer.status_code, key))

    assert len(everybody) > 15
    assert wrong == []


async def test_what_is_somebody_elses_is_as_if_it_were_not_there(house: Household) -> None:
    theirs = {
        "session_id": str((await house.sign_in(Role.ADMIN)).session_id),
        "token_id": str(await token_id(house, Role.ADMIN)),
        "channel_id": str(await house.add_channel(Role.ADMIN)),
    }
    operations_of_own = [
        (operation, place.name)
        for operation in operations()
        for place in operation.parameters
        if place.place == "path" and place.name in OWN
    ]
    told = {}
    for operation, name in operations_of_own:
        client = await house.client_of(Role.OPERATOR)
        for owned in (theirs[name], NOWHERE):
            address, body = operation.address({name: owned}), operation.body()
            answer = await client.request(operation.method, address, json=body)
            told[operation, owned] = (answer.status_code, answer.text.replace(owned, "it"))

    assert len(operations_of_own) >= 2
    for operation, name in operations_of_own:
        assert told[operation, theirs[name]] == told[operation, NOWHERE]
        assert told[operation, NOWHERE][0] == 404


def test_every_id_in_an_address_is_known_to_be_shared_or_somebodys() -> None:
    found = {
        place.name
        for operation in operations()
        for place in operation.parameters
        if place.place == "path"
    }

    assert found == OWN | SHARED


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


async def expired_token(house: Household) -> str:
    text = await house.api_token(Role.OPERATOR, "operate")
    async with house.database.writing() as session:
        await session.execute(
            update(ApiToken)
            .where(ApiToken.token_hash == tokens.digest(text))
            .values(expires_at=now())
        )
    return text


async def token_id(house: Household, role: Role) -> UUID:
    await house.api_token(role, "read")
    async with house.database.reading() as session:
        return (await queries.tokens(session, house.users[role]))[0][0].id
