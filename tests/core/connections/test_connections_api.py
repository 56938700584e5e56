"""Connections over HTTP, against the twins: tried while saved, never shown, mended, rotated."""

import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.connections import saving, trying
from maestrarr.core.connections.drafts import Draft
from maestrarr.core.connections.jobs import check
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.service import connected
from maestrarr.core.connections.trying import Health
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.crypto import KeyRing
from maestrarr.kit.db import Database
from maestrarr.kit.outside import Outside
from maestrarr.providers.contracts import Player
from maestrarr.providers.registry import KINDS

CONNECTIONS = "/api/v1/connections"
FAILING: dict[str, Any] = {"even_if_failing": True}
SECRET = "a secret that nobody reads"  # a canary


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


def told(upstreams: Upstreams, kind: str, key: str = "demo") -> dict[str, str]:
    """Say what a connection to a twin needs to be told."""
    secrets = {"kodi": {"user": "kodi", "password": key}, "plex": {"token": key}}
    return {"url": upstreams.url(kind)} | secrets.get(kind, {"key": key})


async def added(
    admin: httpx2.AsyncClient, kind: str, config: dict[str, str], **said: object
) -> dict[str, Any]:
    answer = await admin.post(CONNECTIONS, json={"kind": kind, "config": config, **said})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_every_kind_is_tried_while_it_is_saved(
    sqlite_house: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    async with httpx2.AsyncClient() as outside:
        twins = (await outside.get(f"{upstreams.address}/_twin/services")).json()
    kinds = KINDS.keys() & set(twins)
    assert {"kodi", "plex", "tmdb"} <= kinds

    for kind in kinds:
        made = await added(sqlite_house, kind, told(upstreams, kind))
        unfit = {"kind": kind, "config": told(upstreams, kind, "wrong")}
        refused = (await sqlite_house.post(CONNECTIONS, json=unfit)).json()

        assert made["health"]["is_well"], made
        assert made["health"]["service_name"]
        assert made["name"] == KINDS[kind].title
        assert made["secrets"]
        assert refused["key"] == "providers.refused", refused


@pytest.fixture
async def sqlite_house(
    sqlite_database_url: Any,  # what the fixture says
    tmp_path: Path,
) -> AsyncIterator[httpx2.AsyncClient]:
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield await house.client_of(Role.ADMIN)
    await database.close()


async def test_what_is_wrong_is_said_exactly_and_nothing_is_saved(
    sqlite_house: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    admin = sqlite_house
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    cases = [
        ("jellyfin", {"url": nowhere, "key": "demo"}, "http.unreachable"),
        ("jellyfin", told(upstreams, "jellyfin", "other"), "providers.refused"),
        ("jellyfin", {"url": upstreams.url("tmdb"), "key": "demo"}, "providers.another_service"),
        ("jellyfin", {"url": "http://169.254.169.254", "key": "demo"}, "http.forbidden_address"),
        ("jellyfin", {"url": upstreams.url("jellyfin")}, "connections.needs_more"),
        ("jellyfin", {"url": "ftp://nas", "key": "demo"}, "connections.needs_more"),
        ("jellyfin", {"url": "http://a:b@nas", "key": "demo"}, "connections.needs_more"),
        ("nothing", {"key": "demo"}, "connections.kind_unknown"),
    ]

    said = []
    for kind, config, _ in cases:
        answer = await admin.post(CONNECTIONS, json={"kind": kind, "config": config})
        said.append(answer.json()["key"])

    assert said == [key for _, _, key in cases]
    assert (await admin.get(CONNECTIONS)).json() == {"connections": []}
    late = await added(admin, *cases[0][:2], even_if_failing=True)
    assert late["health"]["problem"]["key"] == "http.unreachable"
    assert late["health"]["failing_since"]


async def test_a_secret_is_never_shown_and_never_told_to_another_address(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    made = await added(admin, "kodi", told(upstreams, "kodi", SECRET), even_if_failing=True)
    address = f"{CONNECTIONS}/{made['id']}"

    moved = await admin.patch(address, json={"config": {"url": "http://127.0.0.1:9"}})
    renamed = await admin.patch(address, json={"name": "Den", "config": {"user": "other"}})
    again = await admin.patch(
        address, json={"name": "Den", "config": {"user": "other"}, "even_if_failing": True}
    )
    shown = [
        (await admin.get(address)).text,
        (await admin.get(CONNECTIONS)).text,
        (await admin.get("/api/v1/audit")).text,
        (await admin.post(f"{address}/test")).text,
        moved.text,
        renamed.text,
        json.dumps(await house.rows()),
    ]

    assert moved.json()["key"] == "connections.secret_needed"
    assert renamed.json()["key"] == "providers.refused"
    assert again.json()["secrets"] == ["password"]
    assert not any(SECRET in each for each in shown)
    new = {"password": "demo", "user": "kodi"}
    mended = await admin.patch(address, json={"config": new})
    assert mended.json()["health"]["is_well"]


async def test_of_two_changes_at_one_moment_neither_undoes_the_other(
    admin: httpx2.AsyncClient, upstreams: Upstreams, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await added(admin, "kodi", told(upstreams, "kodi") | {"user": "other"}, **FAILING)
    address = f"{CONNECTIONS}/{made['id']}"
    tried = []

    async def changed_meanwhile(outside: Outside, draft: Draft) -> Health:
        tried.append(dict(draft.told))
        if len(tried) == 1:
            said = {"config": {"user": "kodi"}, "name": "Den", **FAILING}
            assert (await admin.patch(address, json=said)).status_code == 200
        return await trying.try_draft(outside, draft)

    monkeypatch.setattr(saving, "try_draft", changed_meanwhile)
    mended = await admin.patch(address, json={"config": {"password": "demo"}, **FAILING})

    assert mended.json()["health"]["is_well"]
    assert (mended.json()["options"]["user"], mended.json()["name"]) == ("kodi", "Den")
    assert [each["user"] for each in tried] == ["other", "kodi", "kodi"]


async def test_what_was_kept_of_a_service_goes_with_its_key(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    made = await added(admin, "emby", told(upstreams, "emby"))
    async with house.database.reading() as session:
        before = await connected(session, house.outside, Player)

    await admin.patch(f"{CONNECTIONS}/{made['id']}", json={"config": {"key": "demo"}})

    assert house.outside.clients == {}
    async with house.database.reading() as session:
        after = await connected(session, house.outside, Player)
    assert after[0].client is not before[0].client
    await admin.patch(f"{CONNECTIONS}/{made['id']}", json={"is_enabled": False})
    async with house.database.reading() as session:
        assert await connected(session, house.outside, Player) == []
    assert (await admin.delete(f"{CONNECTIONS}/{made['id']}")).status_code == 204
    assert house.outside.clients == {}
    assert (await admin.get(f"{CONNECTIONS}/{made['id']}")).status_code == 404


async def test_connections_have_their_order_and_each_its_own_name(
    admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    config = told(upstreams, "emby")
    made = [(await added(admin, "emby", config))["name"] for _ in range(2)]
    named = {"kind": "emby", "config": config, "name": "EMBY"}
    taken = (await admin.post(CONNECTIONS, json=named)).json()["key"]
    ids = [each["id"] for each in (await admin.get(CONNECTIONS)).json()["connections"]]

    turned = await admin.put(f"{CONNECTIONS}/order", json={"ids": ids[::-1]})
    unfit = await admin.put(f"{CONNECTIONS}/order", json={"ids": ids[:1]})

    assert made == ["Emby", "Emby 2"]
    assert taken == "connections.connection_name_taken"
    assert [each["id"] for each in turned.json()["connections"]] == ids[::-1]
    assert unfit.json()["key"] == "connections.order_unfit"


async def test_paths_are_mapped_before_they_are_saved(
    admin: httpx2.AsyncClient, tmp_path: Path
) -> None:
    (tmp_path / "Dune").mkdir()
    mappings = [{"remote": "D:\\Films", "local": str(tmp_path)}]
    trials = [{"remote": "d:/films/Dune"}, {"remote": "E:\\x"}, {"local": f"{tmp_path}/Heat"}]

    found = [
        (await admin.post(f"{CONNECTIONS}/paths", json={"mappings": mappings, **trial})).json()
        for trial in trials
    ]

    assert found == [
        {"remote": "d:/films/Dune", "local": f"{tmp_path}/Dune", "is_there": True},
        {"remote": "E:\\x", "local": None, "is_there": None},
        {"remote": "D:\\Films\\Heat", "local": f"{tmp_path}/Heat", "is_there": False},
    ]
    odd = [{"local": f"/{'x' * 4_000}"}, {"local": "/\0"}, {"remote": "\0"}]
    answers = [
        await admin.post(f"{CONNECTIONS}/paths", json={"mappings": mappings, **trial})
        for trial in odd
    ]
    assert [each.status_code for each in answers] == [200, 422, 422]


@pytest.mark.parametrize(
    ("remote", "local", "reason"),
    [("films", "/a", "remote"), ("/films", "a", "local"), ("/films", "/a", None)],
)
async def test_a_mapping_names_whole_paths(
    sqlite_house: httpx2.AsyncClient,
    upstreams: Upstreams,
    remote: str,
    local: str,
    reason: str | None,
) -> None:
    said = {"mappings": [{"remote": remote, "local": local}]}
    made = await sqlite_house.post(
        CONNECTIONS, json={"kind": "emby", "config": told(upstreams, "emby"), **said}
    )

    assert made.json().get("facts", {}).get("reason") == reason


async def test_health_is_looked_at_by_schedule(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await added(admin, "emby", told(upstreams, "emby"))
    await added(admin, "jellyfin", told(upstreams, "jellyfin"))
    upstreams.fail("emby", "failing")

    failing = await checked(house)
    shown = (await admin.get(CONNECTIONS)).json()["connections"][0]["health"]
    upstreams.mend()
    mended = await checked(house)

    assert (failing, mended) == ({"tested": 2, "failing": 1}, {"tested": 2, "failing": 0})
    assert shown["problem"]["facts"]["reason"] == "failing"
    health = (await admin.get(CONNECTIONS)).json()["connections"][0]["health"]
    assert (health["is_well"], health["failing_since"], health["problem"]) == (True, None, None)


async def checked(house: Household) -> object:
    job = await check.begin(house.database)
    return await check(Job(house.database, job.record, outside=house.outside))


async def test_keys_are_changed_and_nothing_is_lost(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams, tmp_path: Path
) -> None:
    ring = KeyRing.in_file(tmp_path / "secret-key")
    object.__setattr__(house.outside, "keys", ring)
    made = await added(admin, "emby", told(upstreams, "emby"))
    async with house.database.reading() as session:
        old = await session.scalar(select(ConnectionRecord.sealed))

    rotated = (await admin.post("/api/v1/secret-keys", json={"forget_old": True})).json()

    async with house.database.reading() as session:
        new = await session.scalar(select(ConnectionRecord.sealed))
    assert (rotated, new == old) == ({"sealed": 1, "lost": []}, False)
    tested = (await admin.post(f"{CONNECTIONS}/{made['id']}/test")).json()
    assert tested["health"]["is_well"]
    object.__setattr__(house.outside, "keys", KeyRing.passing())
    house.outside.clients.clear()
    lost = (await admin.post(f"{CONNECTIONS}/{made['id']}/test")).json()
    assert lost["health"]["problem"]["key"] == "crypto.key_missing"
    assert lost["secrets"] == []
    rotated = (await admin.post("/api/v1/secret-keys")).json()
    assert rotated == {"sealed": 0, "lost": ["Emby"]}


async def test_only_who_may_decides_about_connections(house: Household) -> None:
    said = []
    for role in (Role.VIEWER, Role.OPERATOR):
        client = await house.client_of(role)
        listed = await client.get(CONNECTIONS)
        made = await client.post(CONNECTIONS, json={"kind": "kodi", "config": {}})
        said.append((listed.status_code, made.status_code))

    assert said == [(403, 403), (200, 403)]
