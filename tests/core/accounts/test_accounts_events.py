"""Who hears of users, sessions and tokens."""

from sqlalchemy import select

from household import PASSWORD, Household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.events.models import EventRecord


async def told(house: Household) -> list[tuple[str, str]]:
    """Return kind and audience of what was published."""
    async with house.database.reading() as session:
        every = (await session.scalars(select(EventRecord).order_by(EventRecord.id))).all()
    return [(each.kind, each.audience) for each in every]


async def test_admins_hear_of_users_and_each_user_of_their_own_access(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    before = len(await told(house))
    who = {"name": "Grace", "password": PASSWORD}
    user = (await admin.post("/api/v1/users", json=who | {"role": "viewer"})).json()
    opened = (await (await house.client()).post("/api/v1/sessions", json=who)).json()
    grace = await house.client(opened["access_token"])
    made = {"name": "script", "scopes": ["read"], "days": 1}
    token = (await grace.post("/api/v1/tokens", json=made)).json()
    await grace.delete(f"/api/v1/tokens/{token['id']}")
    await grace.delete("/api/v1/sessions/current")
    await admin.delete(f"/api/v1/users/{user['id']}")

    of_users, of_her = ("user.changed", "admin"), ("access.changed", user["id"])
    assert (await told(house))[before:] == [of_users, *[of_her] * 4, of_users]
