"""Sessions: how they begin, go on and end."""

from datetime import timedelta

import httpx2
import pytest
from sqlalchemy import update

from household import ORIGIN, PASSWORD, Household
from maestrarr.core.accounts import queries, service, sessions
from maestrarr.core.accounts.callers import TERMINAL, Role
from maestrarr.core.accounts.errors import TooManyAttempts, WrongCredentials
from maestrarr.core.accounts.known import KNOWN
from maestrarr.core.accounts.models import Session
from maestrarr.core.accounts.sessions import ACCESS_FOR, LEEWAY, REFRESH_FOR
from maestrarr.kit.clock import now

ADA = {"name": "viewer", "password": PASSWORD}
WHO = "/api/v1/sessions/current"


async def refresh(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post("/api/v1/sessions/refresh", json={"refresh_token": token})


async def set_back(house: Household, **columns: object) -> None:
    """Change the sessions behind the server's back, as time does."""
    async with house.database.writing() as session:
        await session.execute(update(Session).values(**columns))
    KNOWN.forget()


async def is_valid(house: Household, access: str) -> bool:
    return (await (await house.client(access)).get(WHO)).status_code == 200


async def test_a_password_opens_a_session(house: Household) -> None:
    opened = await (await house.client()).post("/api/v1/sessions", json=ADA)

    assert opened.status_code == 201
    assert opened.headers["cache-control"] == "no-store"
    assert "set-cookie" not in opened.headers
    who = await (await house.client(opened.json()["access_token"])).get(WHO)
    assert who.json()["name"] == "viewer"
    assert who.json()["role"] == "viewer"
    assert who.json()["session_id"] == opened.json()["session_id"]


async def test_a_name_is_found_however_it_is_written(house: Household) -> None:
    opened = await (await house.client()).post("/api/v1/sessions", json=ADA | {"name": "VIEWER"})

    assert opened.status_code == 201


async def test_wrong_name_and_wrong_password_get_the_same_answer(house: Household) -> None:
    client = await house.client()

    wrong = await client.post("/api/v1/sessions", json=ADA | {"password": "x" * 12})
    unknown = await client.post("/api/v1/sessions", json=ADA | {"name": "nobody"})

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["key"] == "accounts.wrong_credentials"


@pytest.mark.parametrize("name", ["a\0b", "", "x" * 65, "a\nb"])
async def test_a_name_that_nobody_can_have_is_refused_in_words(house: Household, name: str) -> None:
    refused = await (await house.client()).post("/api/v1/sessions", json=ADA | {"name": name})

    assert (refused.status_code, refused.json()["key"]) == (422, "server.unfit")


@pytest.mark.parametrize("name", ["' OR 1=1 --", "\u202eada", "%", "*", "ﷺ" * 64])
async def test_a_strange_name_is_only_a_wrong_one(house: Household, name: str) -> None:
    refused = await (await house.client()).post("/api/v1/sessions", json=ADA | {"name": name})

    assert (refused.status_code, refused.json()["key"]) == (401, "accounts.wrong_credentials")


async def test_a_browser_keeps_its_tokens_where_no_script_can_read_them(house: Household) -> None:
    client = await house.client(origin=ORIGIN)

    opened = await client.post("/api/v1/sessions", json=ADA | {"with_cookies": True})

    assert opened.json()["access_token"] is opened.json()["refresh_token"] is None
    set_ones = opened.headers.get_list("set-cookie")
    assert len(set_ones) == 2
    for cookie in set_ones:
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie
    assert "Path=/api/v1/sessions;" in next(one for one in set_ones if "refresh" in one)
    assert (await client.get(WHO)).json()["name"] == "viewer"


async def test_behind_tls_the_cookies_stay_there(house: Household) -> None:
    client = await house.client(origin="https://maestrarr")

    opened = await client.post("/api/v1/sessions", json=ADA | {"with_cookies": True})

    assert all("Secure" in cookie for cookie in opened.headers.get_list("set-cookie"))


async def test_a_browser_refreshes_and_signs_out_by_its_cookies(house: Household) -> None:
    client = await house.client(origin=ORIGIN)
    await client.post("/api/v1/sessions", json=ADA | {"with_cookies": True})
    before = dict(client.cookies)

    refreshed = await client.post("/api/v1/sessions/refresh", json={})
    assert refreshed.status_code == 200
    assert refreshed.json()["access_token"] is None
    assert dict(client.cookies).keys() == before.keys()
    assert all(client.cookies[name] != value for name, value in before.items())

    assert (await client.delete(WHO)).status_code == 204
    assert dict(client.cookies) == {}
    assert (await client.get(WHO)).status_code == 401


async def test_each_refresh_gives_new_tokens_and_ends_the_old_ones(house: Household) -> None:
    client = await house.client()
    first = await house.sign_in(Role.VIEWER)

    second = (await refresh(client, first.refresh)).json()

    assert second["refresh_token"] != first.refresh
    assert not await is_valid(house, first.access)
    assert await is_valid(house, second["access_token"])
    third = await refresh(client, second["refresh_token"])
    assert third.status_code == 200


async def test_a_refresh_token_that_comes_back_ends_the_session(house: Household) -> None:
    client = await house.client()
    stolen = await house.sign_in(Role.VIEWER)
    second = (await refresh(client, stolen.refresh)).json()
    third = (await refresh(client, second["refresh_token"])).json()
    assert await is_valid(house, third["access_token"])

    reused = await refresh(client, stolen.refresh)

    assert (reused.status_code, reused.json()["key"]) == (401, "accounts.refresh_token_reused")
    assert not await is_valid(house, third["access_token"])
    assert (await refresh(client, third["refresh_token"])).status_code == 401
    async with house.database.reading() as session:
        latest = (await queries.audit_entries(session, limit=1))[0]
    assert (latest.action, latest.actor) == ("session.ended_after_reuse", "viewer")


async def test_a_lost_answer_may_be_asked_for_again(house: Household) -> None:
    client = await house.client()
    first = await house.sign_in(Role.VIEWER)

    once, again = await refresh(client, first.refresh), await refresh(client, first.refresh)

    assert once.json() == again.json()
    assert await is_valid(house, again.json()["access_token"])


async def test_after_the_leeway_it_counts_as_stolen(house: Household) -> None:
    client = await house.client()
    first = await house.sign_in(Role.VIEWER)
    await refresh(client, first.refresh)
    await set_back(house, refreshed_at=now() - LEEWAY - timedelta(seconds=1))

    assert (await refresh(client, first.refresh)).json()["key"] == "accounts.refresh_token_reused"


async def test_an_access_token_lives_a_quarter_of_an_hour(house: Household) -> None:
    opened = await house.sign_in(Role.VIEWER)

    assert timedelta(0) < opened.access_expires_at - now() <= ACCESS_FOR == timedelta(minutes=15)
    await set_back(house, access_expires_at=now() - timedelta(seconds=1))
    assert not await is_valid(house, opened.access)


async def test_a_refresh_token_lives_thirty_days_from_its_last_use(house: Household) -> None:
    client = await house.client()
    opened = await house.sign_in(Role.VIEWER)
    assert opened.expires_at - now() <= REFRESH_FOR == timedelta(days=30)
    await set_back(house, expires_at=now() + timedelta(seconds=60))

    refreshed = (await refresh(client, opened.refresh)).json()
    assert refreshed["expires_at"] > (now() + timedelta(days=29)).isoformat()

    await set_back(house, expires_at=now() - timedelta(seconds=1))
    assert (await refresh(client, refreshed["refresh_token"])).status_code == 401


async def test_sessions_outlive_the_server(house: Household) -> None:
    opened = await house.sign_in(Role.VIEWER)
    KNOWN.forget()

    assert await is_valid(house, opened.access)


async def test_a_user_sees_and_ends_their_own_sessions_only(house: Household) -> None:
    own, other = await house.sign_in(Role.VIEWER, "a phone"), await house.sign_in(Role.OPERATOR)
    client = await house.client((await house.sign_in(Role.VIEWER, "a desk")).access)

    listed = (await client.get("/api/v1/sessions")).json()["sessions"]
    assert [(each["device"], each["is_current"]) for each in listed] == [
        ("a desk", True),
        ("a phone", False),
    ]
    assert (await client.delete(f"/api/v1/sessions/{other.session_id}")).status_code == 404
    assert await is_valid(house, other.access)
    assert (await client.delete(f"/api/v1/sessions/{own.session_id}")).status_code == 204
    assert not await is_valid(house, own.access)


async def test_an_admin_ends_anybodys_session(house: Household) -> None:
    other = await house.sign_in(Role.OPERATOR)
    client = await house.client_of(Role.ADMIN)

    listed = await client.get(f"/api/v1/users/{house.users[Role.OPERATOR]}/sessions")
    assert [each["id"] for each in listed.json()["sessions"]] == [str(other.session_id)]
    assert (await client.delete(f"/api/v1/sessions/{other.session_id}")).status_code == 204
    assert not await is_valid(house, other.access)


async def test_every_other_session_can_be_ended_at_once(house: Household) -> None:
    others = [await house.sign_in(Role.VIEWER) for _ in range(3)]
    client = await house.client_of(Role.VIEWER)

    assert (await client.delete("/api/v1/sessions/others")).status_code == 204

    assert [await is_valid(house, other.access) for other in others] == [False] * 3
    assert (await client.get(WHO)).status_code == 200


async def test_a_new_password_ends_the_other_sessions(house: Household) -> None:
    other = await house.sign_in(Role.VIEWER)
    client = await house.client_of(Role.VIEWER)

    changed = await client.put(
        "/api/v1/users/me/password",
        json={"present": PASSWORD, "password": "another long one"},
    )

    assert changed.status_code == 204
    assert not await is_valid(house, other.access)
    assert (await client.get(WHO)).status_code == 200
    fresh = await house.client()
    assert (await fresh.post("/api/v1/sessions", json=ADA)).status_code == 401
    renewed = ADA | {"password": "another long one"}
    assert (await fresh.post("/api/v1/sessions", json=renewed)).status_code == 201


async def test_who_does_not_know_the_present_password_cannot_change_it(house: Household) -> None:
    client = await house.client_of(Role.VIEWER)
    body = {"present": "not the present one", "password": "another long one"}

    statuses = [
        (await client.put("/api/v1/users/me/password", json=body)).status_code for _ in range(6)
    ]

    assert statuses == [401] * 5 + [429]


async def test_a_password_that_changed_meanwhile_opens_nothing(house: Household) -> None:
    async with house.database.reading() as session:
        user = await queries.user(session, house.users[Role.VIEWER])
    async with house.database.writing() as session:
        await service.set_password(session, TERMINAL, user.id, "another hash")

    async with house.database.writing() as session:
        with pytest.raises(WrongCredentials):
            await sessions.open_session(session, user, sessions.Device("late", ""))


async def test_ten_thousand_wrong_passwords_are_refused_and_lock_out_nobody_else(
    house: Household,
) -> None:
    limits = house.app.state.sign_in_limits
    refused = 0
    for number in range(10_000):
        try:
            with limits.attempt("viewer", f"198.51.{number // 250}.{number % 250}"):
                await sessions.check_password(None, f"guess {number}")
        except WrongCredentials:
            continue
        except TooManyAttempts:
            refused += 1

    client = await house.client()
    held_up = await client.post("/api/v1/sessions", json=ADA)
    assert refused == 9_995
    assert held_up.status_code == 429
    assert int(held_up.headers["retry-after"]) <= 61
    other = await client.post("/api/v1/sessions", json=ADA | {"name": "operator"})
    assert other.status_code == 201
