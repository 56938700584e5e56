"""`/settings` over HTTP: seen and changed by admins, and by nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.events.models import EventRecord
from maestrarr.kit.db import Database

SETTINGS = "/api/v1/settings"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        yield house


async def test_an_admin_sees_all_settings_and_the_locked_configuration(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = (await admin.get(SETTINGS)).json()

    jobs = next(one for one in answer["settings"] if one["name"] == "jobs")
    assert (jobs["version"], jobs["values"]) == (0, jobs["defaults"])
    assert jobs["json_schema"]["properties"]["at_once"]["maximum"] == 64
    data = next(one for one in answer["configuration"] if one["key"] == "data")
    assert (data["source"], data["locked"]) == ("option", True)


async def test_a_change_is_told_with_who_made_it(house: Household, database: Database) -> None:
    admin = await house.client_of(Role.ADMIN)

    changed = await admin.patch(f"{SETTINGS}/jobs", json={"values": {"at_once": 2}, "version": 0})
    late = await admin.patch(f"{SETTINGS}/jobs", json={"values": {"at_once": 3}, "version": 0})
    wrong = await admin.patch(f"{SETTINGS}/jobs", json={"values": {"at_once": 0, "x": 1}})

    assert (changed.json()["version"], changed.json()["set_fields"]) == (1, ["at_once"])
    assert (late.status_code, late.json()["key"]) == (409, "settings.settings_outdated")
    assert (wrong.status_code, len(wrong.json()["facts"]["mistakes"])) == (422, 2)
    (told,) = (await admin.get(f"{SETTINGS}/history")).json()["changes"]
    assert (told["before"], told["after"]) == (4, 2)
    assert told["changed_by"] == str(house.users[Role.ADMIN])
    assert told["changed_by_name"] == "admin"
    async with database.reading() as session:
        news = [one.facts for one in await session.scalars(select(EventRecord))]
    assert {"name": "jobs", "version": 1} in news

    await admin.post(f"{SETTINGS}/jobs/reset", json={})
    assert (await admin.get(f"{SETTINGS}/jobs")).json()["set_fields"] == []
    first = (await admin.get(f"{SETTINGS}/history?limit=1")).json()
    second = (await admin.get(f"{SETTINGS}/history?limit=1&before={first['next']}")).json()
    assert second == {"changes": [told], "next": None}


async def test_an_export_is_previewed_and_imported(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    document = {"jobs": {"at_once": 2}}

    preview = await admin.post(f"{SETTINGS}/import?preview=true", json=document)
    fresh = (await admin.get(f"{SETTINGS}/export")).json()
    unchanged = await admin.post(f"{SETTINGS}/import", json=fresh)
    assert (fresh, unchanged.json()["edits"]) == ({}, [])
    done = await admin.post(f"{SETTINGS}/import", json=document)

    assert preview.json()["edits"] == done.json()["edits"]
    assert (await admin.get(f"{SETTINGS}/export")).json() == document
    for wrong in ({"nothing": {}}, {"jobs": [1]}, []):
        assert (await admin.post(f"{SETTINGS}/import", json=wrong)).status_code == 422


async def test_others_see_only_which_features_there_are(house: Household) -> None:
    for role in (Role.GUEST, Role.VIEWER, Role.OPERATOR):
        client = await house.client_of(role)
        assert (await client.get("/api/v1/features")).json() == {"metrics": True}
        assert (await client.get(SETTINGS)).status_code == 403
        refused = await client.patch(f"{SETTINGS}/jobs", json={"values": {}})
        assert refused.status_code == 403
    assert (await (await house.client()).get(SETTINGS)).status_code == 401


async def test_settings_that_are_not_there_are_a_problem(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)

    for name in ("nothing", "%00", "..%2fjobs"):
        assert (await admin.get(f"{SETTINGS}/{name}")).status_code == 404
        patched = await admin.patch(f"{SETTINGS}/{name}", json={"values": {}})
        assert patched.status_code in {404, 405}


@pytest.mark.parametrize(
    ("name", "field", "value", "sentence", "context"),
    [
        ("metadata", "language", "xyzzy", "names xyzzy, which is no language that is known",
         {"word": "xyzzy"}),
        ("metadata", "countries", ["QQ"], "names QQ, which is no country's code", {"word": "QQ"}),
        ("publishing", "sets_folder", "sets", "must begin with /", {}),
        ("changes", "hard_links", "copy", "must be 'skip', 'edit' or 'break'",
         {"expected": "skip, edit, break"}),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_a_sentence_and_can_be_said_in_another_language(
    house: Household, name: str, field: str, value: object, sentence: str, context: object
) -> None:
    admin = await house.client_of(Role.ADMIN)

    answer = await admin.patch(f"/api/v1/settings/{name}", json={"values": {field: value}})

    (mistake,) = answer.json()["facts"]["mistakes"]
    assert mistake["type"] != "value_error"
    assert (mistake["path"], mistake["sentence"]) == (f"{name}.{field}", sentence)
    assert mistake["context"] == context
