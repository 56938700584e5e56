"""Channels over HTTP: tried while saved, never shown, somebody's own, kept from inner addresses."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from household import LOCAL_TOKEN, Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.languages import Language
from maestrarr.core.notifications import apprise_services, service
from maestrarr.core.notifications.addresses import SERVICES, shown
from maestrarr.core.notifications.errors import AddressUnfit, NotAccepted
from maestrarr.core.notifications.models import ChannelRecord
from maestrarr.core.notifications.states import ChannelKind
from maestrarr.core.notifications.words import Message
from maestrarr.demo.upstreams.messengers import GONE, TOKEN
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.db import Database
from maestrarr.kit.http import Reach
from maestrarr.kit.http.errors import ForbiddenAddress

API = "/api/v1/notifications"
HELLO = Message(key="1", language=Language.EN, title="Hello", text="It works.")
CANARY = "a-topic-that-nobody-reads"


@pytest.fixture
async def house(sqlite_database_url: str, tmp_path: Path) -> AsyncIterator[Household]:
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house
    await database.close()


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


def gotify(upstreams: Upstreams, token: str = TOKEN) -> str:
    return f"{upstreams.url('gotify').replace('http:', 'gotify:')}/{token}"


def heard(upstreams: Upstreams, name: str) -> list[dict[str, Any]]:
    return [dict(each) for each in upstreams.world.desks.of(name).heard]


async def add(client: httpx2.AsyncClient, kind: str, address: str, **said: Any) -> httpx2.Response:
    body = {"kind": kind, "address": address} | said
    return await client.post(f"{API}/channels", json=body)


async def test_a_channel_is_tried_while_it_is_saved_and_its_address_never_shown(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    address = f"{upstreams.url('receiver')}/{CANARY}"
    made = await add(admin, "webhook", address)
    again = await add(admin, "webhook", address, name="webhook")
    upstreams.fail("receiver", "failing", status=403)
    refused = await add(admin, "webhook", address)
    anyway = await add(admin, "webhook", address, even_if_failing=True)

    assert (made.status_code, made.json()["name"], made.json()["shown"]) == (
        201,
        "Webhook",
        {"host": "127.0.0.1"},
    )
    assert (again.status_code, again.json()["key"]) == (409, "notifications.channel_name_taken")
    assert (refused.status_code, refused.json()["key"]) == (502, "notifications.not_accepted")
    assert (anyway.json()["name"], anyway.json()["problem"]["facts"]["code"]) == ("Webhook 2", 403)
    listed = await admin.get(f"{API}/channels")
    assert len(listed.json()["channels"]) == 2
    assert CANARY not in listed.text + made.text + refused.text
    async with house.database.reading() as session:
        sealed = (await session.scalars(select(ChannelRecord.sealed))).all()
        assert CANARY not in str(sealed)


async def test_a_channel_is_changed_tested_turned_off_and_removed(
    admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    made = (await add(admin, "webhook", upstreams.url("receiver"))).json()
    path = f"{API}/channels/{made['id']}"
    upstreams.fail("receiver", "failing", status=403, times=1)

    failing = (await admin.post(f"{path}/test")).json()
    well = (await admin.post(f"{path}/test")).json()
    moved = await admin.patch(path, json={"name": "Home", "address": "https://127.0.0.1:1/"})
    off = await admin.patch(path, json={"name": "Home", "is_enabled": False})
    gone = await admin.delete(path)

    assert (failing["failures"], well["failures"], well["problem"]) == (1, 0, None)
    assert (moved.status_code, moved.json()["key"]) == (502, "http.unreachable")
    assert (off.json()["name"], off.json()["is_enabled"]) == ("Home", False)
    assert gone.status_code == 204
    assert (await admin.get(f"{API}/channels")).json() == {"channels": []}


async def test_a_key_that_changes_seals_addresses_anew(
    house: Household, admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    await add(admin, "webhook", upstreams.url("receiver"))
    house.outside.keys._hold(["k" * 40, *house.outside.keys._texts])

    async with house.database.writing() as session:
        assert await service.reseal(session, house.outside) == service.Resealed(1, [])
        assert await service.reseal(session, house.outside) == service.Resealed(0, [])


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
async def test_only_an_admin_reaches_into_the_house(
    house: Household, upstreams: Upstreams, role: Role
) -> None:
    client = await house.client_of(role)

    answers = [
        await add(client, "webhook", upstreams.url("receiver"), even_if_failing=False),
        await add(client, "webhook", "http://169.254.169.254/latest"),
        await add(client, "webhook", "http://0x7f000001/"),
    ]

    assert [each.json()["key"] for each in answers] == ["http.forbidden_address"] * 3
    assert heard(upstreams, "receiver") == []


async def test_what_one_hears_is_ones_own_and_the_terminal_says_whose(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)
    terminal = await house.client(LOCAL_TOKEN, address="127.0.0.1")

    assert (await viewer.get(API, params={"user": "admin"})).json()["key"] == (
        "notifications.not_yours"
    )
    assert (await terminal.get(API)).json()["key"] == "notifications.whose_channels"
    assert (await terminal.get(API, params={"user": "nobody"})).status_code == 404
    assert (await terminal.get(API, params={"user": "Viewer"})).json()["notices"] == []


async def test_wishes_are_of_what_one_may_hear_and_say_when_it_would_come(house: Household) -> None:
    viewer = await house.client_of(Role.VIEWER)
    said = {"zone": "Europe/Istanbul", "quiet_from": "00:00", "quiet_until": "23:59"}
    kinds = {"import_finished": "now", "token_made": "off"}

    usual = (await viewer.get(f"{API}/wishes")).json()
    kept = (await viewer.put(f"{API}/wishes", json=said | {"kinds": kinds})).json()
    unfit = [
        (await viewer.put(f"{API}/wishes", json=said | each)).json()["key"]
        for each in (
            {"zone": "Europe/Nowhere"},
            {"quiet_until": None},
            {"quiet_until": "00:00"},
            {"quiet_from": "24:00"},
            {"kinds": {"nothing": "now"}},
        )
    ]

    assert [each["kind"] for each in usual["kinds"]] == [
        "import_finished", "signed_in", "token_made",
    ]  # fmt: skip
    assert [each["when"] for each in usual["kinds"]] == ["not", "not", "now"]
    found = {each["kind"]: each for each in kept["kinds"]}
    assert found["token_made"]["when"] == "not"
    assert found["import_finished"]["wish"] == "now"
    assert kept["quiet_until"] == "23:59"
    assert (await viewer.get(f"{API}/wishes")).json() == kept
    assert set(unfit) == {"server.unfit"}


async def test_a_phone_is_told_and_one_that_is_gone_is_left_alone_at_once(
    admin: httpx2.AsyncClient, upstreams: Upstreams
) -> None:
    url = {"values": {"push_url": upstreams.url("expo")}}
    assert (await admin.patch("/api/v1/settings/notifications", json=url)).status_code == 200

    told = await add(admin, "expo", "ExponentPushToken[a-phone]")
    gone = (await add(admin, "expo", GONE, even_if_failing=True)).json()
    phones = [each["to"] for each in heard(upstreams, "expo")]
    upstreams.fail("expo", "wrong_types")
    strange = await add(admin, "expo", "ExponentPushToken[a-phone]")

    assert told.status_code == 201
    assert phones == ["ExponentPushToken[a-phone]"]
    assert (gone["is_enabled"], gone["problem"]["facts"]["reason"]) == (False, "service")
    assert strange.json()["key"] == "notifications.not_accepted"


async def test_apprise_tells_over_a_service_within_reach(upstreams: Upstreams) -> None:
    await apprise_services.send(gotify(upstreams), HELLO, Reach.HOUSE)

    [message] = heard(upstreams, "gotify")
    assert (message["title"], message["message"]) == ("Hello", "It works.")


async def test_what_a_service_answers_is_told_and_one_out_of_reach_is_never_asked(
    upstreams: Upstreams,
) -> None:
    with pytest.raises(NotAccepted, match=r"gotify did not take it \(401\)"):
        await apprise_services.send(gotify(upstreams, "B" * 15), HELLO, Reach.HOUSE)
    with pytest.raises(ForbiddenAddress, match=r"127\.0\.0\.1 .* private network"):
        inside = gotify(upstreams).replace("127.0.0.1", "localhost")
        await apprise_services.send(inside, HELLO, Reach.PUBLIC)
    with pytest.raises(AddressUnfit):
        await apprise_services.send("gotify://", HELLO, Reach.HOUSE)

    assert len(upstreams.switch.asked("gotify")) == 1


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("apprise", "syslog://"),
        ("apprise", "json://169.254.169.254"),
        ("apprise", "xmls://example.org"),
        ("apprise", "dbus://"),
        ("apprise", "windows://"),
        ("apprise", "macosx://"),
        ("apprise", "file:///etc/passwd"),
        ("apprise", "rsyslog://127.0.0.1"),
        ("apprise", "mqtt://127.0.0.1"),
        ("apprise", "apprise://127.0.0.1/key"),
        ("apprise", "https://hooks.slack.com/services/A/B/C"),
        ("apprise", "a topic"),
        ("apprise", "workflows://host/a/b/c?template=/etc/passwd"),
        ("apprise", "mailtos://u:p@example.org?pgp=yes&pgpprv=/etc/key"),
        ("apprise", "mailtos://u:p@example.org?PGPPUB=/etc/key"),
        ("webhook", "file:///etc/passwd"),
        ("webhook", "http://"),
        ("webhook", "http://[::1"),
        ("expo", "ExponentPushToken[]"),
        ("expo", "http://127.0.0.1"),
    ],
)
def test_an_address_that_acts_here_or_leads_nowhere_is_refused(kind: str, address: str) -> None:
    with pytest.raises(AddressUnfit) as raised:
        shown(ChannelKind(kind), address)

    assert "passwd" not in raised.value.sentence


def test_no_service_is_one_that_acts_on_this_machine() -> None:
    local = {"syslog", "rsyslog", "dbus", "kde", "glib", "qt", "gnome", "macosx", "windows", "file"}
    anywhere = {"json", "jsons", "xml", "xmls", "form", "forms", "apprise", "apprises", "mqtt"}

    assert not SERVICES & (local | anywhere)
    assert shown(ChannelKind.APPRISE, "NTFYS://u:secret@ntfy.sh/topic") == {"service": "ntfys"}
