"""Reports are listed, looked into without their secrets, and taken up again; senders are set up."""

import importlib
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import update

from answering import answering
from maestrarr.core.accounts.callers import Role
from maestrarr.core.connections import service as connections
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.household import FILMS
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.flows.webhooks.jobs import catch_up, clean_up
from maestrarr.flows.webhooks.models import Delivery
from maestrarr.flows.webhooks.policy import MASK
from maestrarr.kit.clock import now
from maestrarr.kit.crypto import new_key
from reporting import Desk, imported

API = "/api/v1"


@pytest.fixture
async def admin(small_desk: Desk) -> httpx2.AsyncClient:
    await small_desk.house.add_users()
    return await small_desk.house.client_of(Role.ADMIN)


async def test_reports_are_listed_shown_masked_and_taken_up_again(
    small_desk: Desk, admin: httpx2.AsyncClient
) -> None:
    radarr = await small_desk.connect("radarr")
    await small_desk.connect("jellyfin")
    told = imported(str(small_desk.films / "Heat")) | {"apiKey": "hush", "in": [{"token": "hush"}]}
    await small_desk.report("radarr", told, Cookie="hush")
    await small_desk.report("jellyfin", b"nothing")
    await small_desk.take_up()

    whole = (await admin.get(f"{API}/deliveries", params={"limit": 1})).json()
    rest = (await admin.get(f"{API}/deliveries", params={"before": whole["next"]})).json()
    assert [whole["deliveries"][0]["kind"], rest["deliveries"][0]["kind"]] == ["jellyfin", "radarr"]
    for asked in ({"state": "taken"}, {"kind": "radarr"}, {"connection": str(radarr)}):
        found = (await admin.get(f"{API}/deliveries", params=asked)).json()
        assert [each["kind"] for each in found["deliveries"]] == ["radarr"]

    [first] = rest["deliveries"]
    shown = (await admin.get(f"{API}/deliveries/{first['id']}")).json()
    assert shown["body"]["movie"]["title"] == "Heat"
    assert "hush" not in str(shown)
    assert shown["size_bytes"] > 100

    again = await admin.post(f"{API}/deliveries/{first['id']}/replay")
    await small_desk.take_up()
    assert (again.status_code, again.json()["state"]) == (202, "waiting")
    assert [each.state for each in await small_desk.deliveries()] == ["taken", "unreadable"]


@pytest.mark.parametrize("depth", [200, 1_000])
async def test_a_report_is_shown_however_deep_it_is(
    small_desk: Desk, admin: httpx2.AsyncClient, depth: int
) -> None:
    await small_desk.connect("radarr")
    await small_desk.report("radarr", b'{"a":' + b"[" * depth + b"]" * depth + b"}")
    await small_desk.take_up()
    [kept] = await small_desk.deliveries()

    shown = await admin.get(f"{API}/deliveries/{kept.id}")

    assert (shown.status_code, shown.json()["state"]) == (200, "unknown")
    assert MASK in shown.text


async def test_an_address_is_made_kept_and_changed(
    small_desk: Desk, admin: httpx2.AsyncClient
) -> None:
    assert (await small_desk.client.post("/webhook/seerr/wrong", content=b"{}")).status_code == 401
    seerr = await small_desk.connect("seerr")
    await small_desk.connect("tmdb")

    listed = (await admin.get(f"{API}/webhooks")).json()["senders"]
    paths = [
        (await admin.post(f"{API}/webhooks/{seerr}/address", json={"is_new": new})).json()["path"]
        for new in (False, True, False)
    ]
    statuses = [(await small_desk.client.post(path, content=b"{}")).status_code for path in paths]

    assert [(each["kind"], each["can_be_told"]) for each in listed] == [("seerr", False)]
    assert paths[0] == "/webhook/seerr/seerr-secret"
    assert statuses == [401, 202, 202]
    by_hand = await admin.post(f"{API}/webhooks/{seerr}/set-up", json={"url": "http://me"})
    assert by_hand.status_code == 409


async def test_an_address_outlasts_a_change_of_the_key(
    small_desk: Desk, admin: httpx2.AsyncClient
) -> None:
    importlib.import_module("maestrarr.flows.webhooks.listeners")
    seerr = await small_desk.connect("seerr")
    keys = small_desk.outside.keys
    keys._hold([new_key(), *keys._texts])

    async with small_desk.database.writing() as session:
        resealed = await connections.reseal(session, small_desk.outside)
    keys._hold(keys._texts[:1])

    assert (resealed.count, resealed.lost) == (2, [])
    told = await admin.post(f"{API}/webhooks/{seerr}/address", json={})
    assert told.json()["path"] == "/webhook/seerr/seerr-secret"


async def test_radarr_is_set_up_with_one_click(
    small_desk: Desk, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    radarr = await small_desk.connect("radarr", url=upstreams.url("radarr"))

    with answering() as server:
        server.answer("/base/webhook/radarr/radarr-secret", {}, 202)
        answer = await admin.post(
            f"{API}/webhooks/{radarr}/set-up", json={"url": f"{server.url}/base/"}
        )
        nowhere = await admin.post(
            f"{API}/webhooks/{radarr}/set-up", json={"url": f"{server.url}/nowhere"}
        )

    assert answer.status_code == 204
    assert server.paths()[0] == "/base/webhook/radarr/radarr-secret"
    assert (nowhere.status_code, "Unable to send" in nowhere.text) == (409, True)
    assert len(upstreams.world.desks.of("radarr").hooks) == 1


async def test_what_happened_while_nobody_listened_is_caught_up(
    small_desk: Desk, upstreams: Upstreams
) -> None:
    place = {"remote": str(FILMS), "local": str(small_desk.films)}
    await small_desk.connect("radarr", url=upstreams.url("radarr"), mappings=[place])
    await small_desk.connect("radarr", "away", url=f"{upstreams.address}/nowhere")
    title = upstreams.world.household.of_kind(Kind.FILM)[0]
    url = f"{upstreams.address}/_twin/news/radarr"
    httpx2.post(url, json={"event": "Download", "title": title.number}, trust_env=False)

    for _ in range(2):
        begun = await catch_up.begin(small_desk.database)
        job = Job(small_desk.database, begun.record, outside=small_desk.outside)
        assert await catch_up(job) == {"folders": 1, "failed": 1}

    folder = str(small_desk.films / Path(title.folder).name)
    assert await small_desk.looks() == [folder]


async def test_old_reports_are_forgotten(small_desk: Desk) -> None:
    await small_desk.connect("radarr")
    for number in range(3):
        await small_desk.report("radarr", {"eventType": "Test", "number": number})
    await small_desk.take_up()
    first = (await small_desk.deliveries())[0]
    async with small_desk.database.writing() as session:
        old = update(Delivery).where(Delivery.id == first.id)
        await session.execute(old.values(received_at=now() - timedelta(days=31)))

    assert await clean_up(await clean_up.begin(small_desk.database)) == {"forgotten": 1}
    assert len(await small_desk.deliveries()) == 2
