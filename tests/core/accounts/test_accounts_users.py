"""Users, their roles and tokens, and what is written down of what they do."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from household import PASSWORD, Household
from maestrarr.core.accounts import api_tokens, queries, service
from maestrarr.core.accounts.callers import TERMINAL, Caller, Role, Scope
from maestrarr.core.accounts.errors import LastAdmin, NeedsPerson
from maestrarr.core.accounts.known import KNOWN
from maestrarr.core.accounts.models import ApiToken
from maestrarr.kit.clock import now

ME = "/api/v1/users/me"
WHO = "/api/v1/sessions/current"


async def test_an_admin_adds_somebody_who_can_sign_in(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    grace = {"name": "grace", "password": PASSWORD}

    added = await admin.post("/api/v1/users", json=grace | {"role": "operator"})

    assert added.status_code == 201
    assert (added.json()["name"], added.json()["role"]) == ("grace", "operator")
    opened = await (await house.client()).post("/api/v1/sessions", json=grace)
    assert opened.status_code == 201
    shown = await admin.get(f"/api/v1/users/{added.json()['id']}")
    assert shown.json() == added.json()
    assert "password" not in " ".join(shown.json().keys() - {"password_changed_at"})


async def test_two_users_never_have_one_name(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answers = await asyncio.gather(
        *(
            admin.post("/api/v1/users", json={"name": name, "password": PASSWORD})
            for name in ("grace", "Grace", "GRACE", "grace")
        )
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


@pytest.mark.parametrize("column", ["id", "is_first", "password_hash", "name_key", "created_at"])
async def test_nobody_sets_what_is_not_theirs_to_set(house: Household, column: str) -> None:
    admin = await house.client_of(Role.ADMIN)
    body = {"name": "grace", "password": PASSWORD, column: "x"}

    refused = await admin.post("/api/v1/users", json=body)

    assert refused.status_code == 422
    assert refused.json()["facts"]["mistakes"][0]["path"] == f"body.{column}"


async def test_a_new_role_counts_at_once(house: Household) -> None:
    operator = await house.client_of(Role.OPERATOR)
    admin = await house.client_of(Role.ADMIN)
    address = f"/api/v1/users/{house.users[Role.OPERATOR]}"
    assert (await operator.get("/api/v1/users")).status_code == 403

    assert (await admin.patch(address, json={"role": "admin"})).status_code == 200
    assert (await operator.get("/api/v1/users")).status_code == 200
    assert (await admin.patch(address, json={"role": "guest"})).status_code == 200
    assert (await operator.get("/api/v1/users")).status_code == 403


async def test_who_is_removed_is_out_at_once_with_everything(house: Household) -> None:
    operator = await house.client_of(Role.OPERATOR)
    script = await house.client(await house.api_token(Role.OPERATOR, "operate"))
    admin = await house.client_of(Role.ADMIN)
    assert (await script.get(WHO)).status_code == 200

    removed = await admin.delete(f"/api/v1/users/{house.users[Role.OPERATOR]}")

    assert removed.status_code == 204
    assert (await operator.get(WHO)).status_code == 401
    assert (await script.get(WHO)).status_code == 401


async def test_the_last_admin_stays(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    address = f"/api/v1/users/{house.users[Role.ADMIN]}"

    for refused in (
        await admin.delete(address),
        await admin.patch(address, json={"role": "guest"}),
    ):
        assert (refused.status_code, refused.json()["key"]) == (409, "accounts.last_admin")
    assert (await admin.patch(address, json={"role": "admin"})).status_code == 200


async def test_two_admins_who_demote_each_other_leave_one(house: Household) -> None:
    ids = [house.users[Role.ADMIN], house.users[Role.OPERATOR]]
    async with house.database.writing() as session:
        await service.change_role(session, TERMINAL, ids[1], Role.ADMIN)

    async def demote(place: int) -> None:
        async with house.database.writing() as session:
            await service.change_role(session, TERMINAL, ids[place], Role.VIEWER)

    outcomes = await asyncio.gather(demote(0), demote(1), return_exceptions=True)

    assert sorted(type(outcome) for outcome in outcomes if outcome) == [LastAdmin]
    async with house.database.reading() as session:
        assert len(await queries.admins(session)) == 1


async def test_an_admin_gives_somebody_a_new_password(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)
    admin = await house.client_of(Role.ADMIN)

    changed = await admin.put(
        f"/api/v1/users/{house.users[Role.VIEWER]}/password", json={"password": "a new long one"}
    )

    assert changed.status_code == 204
    assert (await viewer.get(WHO)).status_code == 401
    body = {"name": "viewer", "password": "a new long one"}
    assert (await (await house.client()).post("/api/v1/sessions", json=body)).status_code == 201


@pytest.mark.parametrize(
    ("user", "scope", "acts_as", "reads_only"),
    [
        (Role.ADMIN, "read", "viewer", True),
        (Role.ADMIN, "operate", "operator", False),
        (Role.ADMIN, "admin", "admin", False),
        (Role.GUEST, "read", "guest", True),
    ],
)
async def test_a_token_acts_within_its_scope(
    house: Household, user: Role, scope: str, acts_as: str, *, reads_only: bool
) -> None:
    script = await house.client(await house.api_token(user, scope))

    who = (await script.get(WHO)).json()

    assert (who["name"], who["role"], who["reads_only"]) == (user, acts_as, reads_only)


async def test_a_token_shrinks_with_its_user(house: Household) -> None:
    script = await house.client(await house.api_token(Role.OPERATOR, "operate"))
    async with house.database.writing() as session:
        await service.change_role(session, TERMINAL, house.users[Role.OPERATOR], Role.GUEST)

    assert (await script.get(WHO)).json()["role"] == "guest"


async def test_a_token_wider_than_its_user_is_refused_by_the_names_of_both(
    house: Household,
) -> None:
    admin = await house.client_of(Role.ADMIN)
    wanted = {"name": "a script", "scopes": ["admin"]}

    refused = await admin.post(f"/api/v1/users/{house.users[Role.VIEWER]}/tokens", json=wanted)

    assert (refused.status_code, refused.json()["key"]) == (403, "accounts.scope_too_wide")
    assert refused.json()["facts"] == {"user": "viewer", "role": "viewer", "needed": "admin"}


async def test_a_token_expires(house: Household) -> None:
    script = await house.client(await house.api_token(Role.ADMIN, "admin"))
    assert (await script.get(WHO)).status_code == 200
    async with house.database.writing() as session:
        await session.execute(update(ApiToken).values(expires_at=now()))
    KNOWN.forget()

    assert (await script.get(WHO)).status_code == 401


async def test_a_token_is_made_shown_without_its_text_and_revoked(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)

    made = (
        await viewer.post(
            "/api/v1/tokens", json={"name": "a script", "scopes": ["read"], "days": 7}
        )
    ).json()
    listed = (await viewer.get("/api/v1/tokens")).json()["tokens"]

    assert listed == [{key: value for key, value in made.items() if key != "token"}]
    script = await house.client(made["token"])
    assert (await script.get(WHO)).json()["token_id"] == made["id"]
    others = await house.client_of(Role.OPERATOR)
    assert (await others.delete(f"/api/v1/tokens/{made['id']}")).status_code == 404
    assert (await viewer.delete(f"/api/v1/tokens/{made['id']}")).status_code == 204
    assert (await script.get(WHO)).status_code == 401


async def test_a_token_makes_no_token_and_asks_for_no_session(house: Household) -> None:
    script = await house.client(await house.api_token(Role.ADMIN, "admin"))

    refused = [
        await script.post("/api/v1/tokens", json={"name": "another", "scopes": ["admin"]}),
        await script.get("/api/v1/sessions"),
        await script.delete(WHO),
    ]

    assert [answer.json()["key"] for answer in refused] == ["accounts.needs_person"] * 3
    by_token = Caller(
        user_id=house.users[Role.ADMIN],
        name="admin",
        role=Role.ADMIN,
        token_id=house.users[Role.ADMIN],
    )
    async with house.database.writing() as session:
        with pytest.raises(NeedsPerson):
            await api_tokens.make_token(
                session,
                by_token,
                house.users[Role.ADMIN],
                name="another",
                scopes=[Scope.READ],
                lasts=timedelta(days=1),
            )


@pytest.mark.parametrize(
    "fault",
    [
        {"scopes": []},
        {"scopes": ["all"]},
        {"days": 0},
        {"days": 10**9},
        {"name": ""},
        {"name": "a\0b"},
    ],
)
async def test_an_unfit_token_is_refused(house: Household, fault: dict[str, object]) -> None:
    viewer = await house.client_of(Role.VIEWER)
    body = {"name": "a script", "scopes": ["read"], "days": 7} | fault

    assert (await viewer.post("/api/v1/tokens", json=body)).status_code == 422


async def test_a_token_cannot_be_wider_than_its_user(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)

    refused = await viewer.post("/api/v1/tokens", json={"name": "a script", "scopes": ["operate"]})

    assert (refused.status_code, refused.json()["facts"]["needed"]) == (403, "operator")


async def test_what_was_done_is_written_down_with_who_and_from_where(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    address = f"/api/v1/users/{house.users[Role.VIEWER]}"
    await admin.patch(address, json={"role": "operator"})
    await admin.delete(address)

    page = (await admin.get("/api/v1/audit?limit=2")).json()

    assert [
        (each["action"], each["actor"], each["subject"], each["address"])
        for each in page["entries"]
    ] == [
        ("user.removed", "admin", "viewer", "192.0.2.7"),
        ("user.role_changed", "admin", "viewer", "192.0.2.7"),
    ]
    assert page["entries"][1]["facts"] == {"before": "viewer", "after": "operator"}
    following = (await admin.get(f"/api/v1/audit?limit=2&before={page['next']}")).json()
    assert [each["action"] for each in following["entries"]] == ["session.opened", "user.added"]


async def test_what_fails_is_not_written_down_as_done(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    await admin.delete(f"/api/v1/users/{house.users[Role.ADMIN]}")

    latest = (await admin.get("/api/v1/audit?limit=1")).json()["entries"][0]

    assert latest["action"] == "session.opened"


async def test_an_admin_makes_tokens_for_others_and_lists_everybodys(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    viewer = house.users[Role.VIEWER]
    wanted = {"name": "a script", "scopes": ["read"], "days": 7}

    made = await admin.post(f"/api/v1/users/{viewer}/tokens", json=wanted)
    widest = await admin.post(f"/api/v1/users/{viewer}/tokens", json=wanted | {"scopes": ["admin"]})
    listed = (await admin.get("/api/v1/users/tokens")).json()["tokens"]

    assert made.status_code == 201
    assert (made.json()["user"], made.json()["scopes"]) == ("viewer", ["read"])
    assert widest.status_code == 403
    assert [(each["name"], each["user"]) for each in listed] == [("a script", "viewer")]
    assert "token" not in listed[0]
    script = await house.client(made.json()["token"])
    assert (await script.get(WHO)).json()["name"] == "viewer"


async def test_a_token_makes_no_token_for_anybody(house: Household) -> None:
    script = await house.client(await house.api_token(Role.ADMIN, "admin"))
    wanted = {"name": "another", "scopes": ["read"]}

    refused = await script.post(f"/api/v1/users/{house.users[Role.VIEWER]}/tokens", json=wanted)

    assert (refused.status_code, refused.json()["key"]) == (403, "accounts.needs_person")


async def test_an_admin_signs_somebody_out_everywhere(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    viewer = await house.client_of(Role.VIEWER)
    script = await house.client(await house.api_token(Role.VIEWER, "read"))

    ended = await admin.delete(f"/api/v1/users/{house.users[Role.VIEWER]}/sessions")

    assert ended.status_code == 204
    assert (await viewer.get(WHO)).status_code == 401
    assert (await script.get(WHO)).status_code == 200


async def test_everybody_says_in_which_language_they_are_written_to(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)
    assert (await viewer.get(ME)).json()["language"] is None

    changed = await viewer.patch(ME, json={"language": "tr"})
    refused = await viewer.patch(ME, json={"language": "de"})
    others = await viewer.patch(f"/api/v1/users/{house.users[Role.ADMIN]}", json={"language": "tr"})
    token = await house.client(await house.api_token(Role.VIEWER, "read"))

    assert (changed.status_code, changed.json()["language"]) == (200, "tr")
    assert (refused.status_code, others.status_code) == (422, 403)
    assert (await viewer.get(ME)).json() == changed.json()
    assert (await token.patch(ME, json={"language": "fr"})).status_code == 403


async def test_an_admin_changes_role_and_language_each_by_itself(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    address = f"/api/v1/users/{house.users[Role.VIEWER]}"

    told = [
        (await admin.patch(address, json=body)).json()
        for body in ({"language": "fr"}, {"role": "operator"}, {})
    ]

    assert [(each["role"], each["language"]) for each in told] == [
        ("viewer", "fr"),
        ("operator", "fr"),
        ("operator", "fr"),
    ]


async def test_the_language_of_the_client_is_kept_at_the_first_sign_in_alone(
    house: Household,
) -> None:
    client = await house.client()
    kept = []
    for language in (None, "tr", "fr"):
        ada = {"name": "viewer", "password": PASSWORD, "language": language}
        opened = await client.post("/api/v1/sessions", json=ada)
        mine = await house.client(opened.json()["access_token"])
        kept.append((await mine.get(ME)).json()["language"])

    assert kept == [None, "tr", "tr"]
