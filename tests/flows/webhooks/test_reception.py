"""Reports are taken from who is known, before they are read, and from nobody else."""

import base64
import hashlib
import hmac
import json
from itertools import product
from typing import Any

import pytest
from structlog.testing import capture_logs

from reporting import SAMPLES, Desk

BODY = json.dumps({"eventType": "Test"}).encode()


SIGNATURE = hmac.new(b"radarr-secret", BODY, hashlib.sha256).hexdigest()
WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("radarr/radarr-secret", {}),
    ("radarr", {"Authorization": f"Basic {base64.b64encode(b'x:radarr-secret').decode()}"}),
    ("radarr", {"X-Webhook-Token": "radarr-secret"}),
    (
        "radarr",
        {"X-Webhook-Signature": hmac.new(b"radarr-secret", BODY, hashlib.sha256).hexdigest()},
    ),
)


async def test_the_four_ways_to_be_known(small_desk: Desk) -> None:
    await small_desk.connect("radarr")

    with capture_logs() as logged:
        for method, (path, headers) in product(("POST", "PUT"), WAYS):
            url = f"/webhook/{path}"
            answer = await small_desk.client.request(method, url, content=BODY, headers=headers)
            assert answer.status_code == 202
            last = (await small_desk.deliveries())[-1]
            assert (str(last.id), last.body) == (answer.json()["id"], BODY)

    levels = [each["log_level"] for each in logged if each["event"] == "request.answered"]
    assert levels == ["debug"] * 8, "each is in the inbox already"
    assert "radarr-secret" not in str(logged)
    kept = await small_desk.deliveries()
    assert [each.proof for each in kept] == ["path", "basic", "header", "signature"] * 2
    assert "secret" not in json.dumps([each.headers for each in kept])
    assert WAYS[1][1]["Authorization"] not in json.dumps([each.headers for each in kept])


async def test_nobody_else_is_listened_to(small_desk: Desk) -> None:
    await small_desk.connect("radarr")
    await small_desk.connect("radarr", "off", is_enabled=False)

    for path, status in {
        "radarr": 401, "radarr/": 401, "radarr/wrong": 401, "sonarr/radarr-secret": 401,
        "radarr/off-secret": 401, "tmdb/radarr-secret": 404, "nobody": 404,
    }.items():  # fmt: skip
        answer = await small_desk.client.post(
            f"/webhook/{path}", content=b"{not even read", follow_redirects=True
        )
        assert answer.status_code == status, path
    assert await small_desk.deliveries() == []


async def test_the_short_address_belongs_to_the_only_one(small_desk: Desk) -> None:
    await small_desk.connect("radarr")
    await small_desk.connect("radarr", "radarr-4k")
    known = {"X-Webhook-Token": "radarr-secret"}

    refused = await small_desk.client.post("/webhook/radarr", content=BODY, headers=known)
    taken = await small_desk.report("radarr-4k", {"eventType": "Test"})

    assert (refused.status_code, taken.status_code) == (409, 202)
    assert "2 connections" in refused.text


async def test_who_guesses_is_held_back_and_who_knows_is_not(small_desk: Desk) -> None:
    await small_desk.connect("radarr")

    statuses = [
        (await small_desk.client.post("/webhook/radarr/wrong", content=BODY)).status_code
        for _ in range(22)
    ]

    assert (statuses[0], statuses[-1]) == (401, 429)
    assert (await small_desk.report("radarr", {"eventType": "Test"})).status_code == 202


async def test_seerr_is_known_by_its_former_names(small_desk: Desk) -> None:
    await small_desk.connect("seerr")

    for name in ("overseerr", "jellyseerr", "seerr"):
        answer = await small_desk.client.post(f"/webhook/{name}/seerr-secret", content=b"{}")
        assert answer.status_code == 202


async def test_what_cannot_be_read_is_kept_and_answered(small_desk: Desk) -> None:
    await small_desk.connect("radarr")

    for body in (b"", b"{", b"\xff\x00", b"[" * 10_000, b'{"eventType": 7}'):
        assert (await small_desk.report("radarr", body)).status_code == 202
    await small_desk.take_up()

    states = [delivery.state for delivery in await small_desk.deliveries()]
    assert states == [*["unreadable"] * 4, "unknown"]


async def test_what_is_too_large_is_refused(small_desk: Desk) -> None:
    await small_desk.connect("plex")

    assert (await small_desk.report("plex", b" " * (1 << 20) + b" ")).status_code == 413


async def test_every_sample_is_accepted_and_known(desk: Desk) -> None:
    if not SAMPLES.is_dir():
        pytest.skip(f"{SAMPLES} is not there: nothing shows what is sent")
    kinds = ("radarr", "sonarr", "seerr", "tautulli", "jellyfin", "plex")
    for kind in kinds:
        place = {"remote": "/movies", "local": str(desk.films)}
        await desk.connect(kind, mappings=[place])
    sent = [
        path for kind in kinds for path in sorted((SAMPLES / kind).glob("[!T]*.json"))
    ]  # what begins so is a test or a template

    for path in sent:
        answer = await desk.report(path.parent.name, path.read_bytes())
        assert answer.status_code == 202, path
    raw = SAMPLES / "plex" / "media.scrobble.multipart.http"
    head, _, body = raw.read_bytes().partition(b"\r\n\r\n")
    kind = head.decode().partition("Content-Type: ")[2].splitlines()[0]
    await desk.report("plex", body, **{"Content-Type": kind})
    await desk.take_up()

    states: dict[str, Any] = {}
    for path, delivery in zip([*sent, raw], await desk.deliveries(), strict=True):
        states.setdefault(delivery.state, []).append(f"{path.parent.name}/{path.stem}")
    assert {*states} <= {"taken", "noted", "refused"}
    assert all(name.startswith("radarr/") for name in states["taken"])
    assert all(name.startswith("sonarr/") for name in states["refused"]), "it has no library"
    assert set(await desk.looks()) == {str(desk.films / "Sample Movie (2021)")}
