import json
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta

import pytest

from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.service import connected, rest_while_playing
from maestrarr.kit.crypto import KeyRing
from maestrarr.kit.db import Database
from maestrarr.kit.http import Http
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.providers.contracts import OffersArtwork, Player
from maestrarr.providers.kodi.client import Kodi


@pytest.fixture
async def outside() -> AsyncIterator[Outside]:
    async with Http() as http:
        yield Outside(http)


def a_kodi(outside: Outside, name: str, position: int, **said: object) -> ConnectionRecord:
    connection_id = new_id()
    fields: Mapping[str, object] = {
        "options": {"url": "http://127.0.0.1:8080", "user": "kodi"},
        "sealed": clients.seal(outside, connection_id, {"password": "secret"}),
        "mappings": [{"remote": "/a", "local": "/b"}],
    } | said
    return ConnectionRecord(
        id=connection_id, kind="kodi", name=name, name_key=name, position=position, **fields
    )


async def test_who_can_do_something_is_listed_in_order(
    database: Database, outside: Outside
) -> None:
    async with database.writing() as session:
        session.add(a_kodi(outside, "second", 1))
        session.add(a_kodi(outside, "first", 0))
        session.add(a_kodi(outside, "off", 2, is_enabled=False))

    async with database.reading() as session:
        found = await connected(session, outside, Player)
        again = await connected(session, outside, Player)
        assert await connected(session, outside, OffersArtwork) == []

    assert [each.connection.name for each in found] == ["first", "second"]
    assert all(isinstance(each.client, Kodi) for each in found)
    assert "secret" not in json.dumps([repr(each) for each in found])
    assert [each.client for each in again] == [each.client for each in found]


async def test_a_changed_connection_has_another_client(
    database: Database, outside: Outside
) -> None:
    async with database.writing() as session:
        record = a_kodi(outside, "one", 0)
        session.add(record)
        await session.flush()
        before = await connected(session, outside, Player)

        record.version += 1
        await session.flush()
        after = await connected(session, outside, Player)

    assert after[0].client is not before[0].client


async def test_who_cannot_be_asked_is_left_out(database: Database, outside: Outside) -> None:
    async with database.writing() as session:
        session.add(a_kodi(Outside(outside.http, KeyRing.passing()), "lost key", 0))
        session.add(a_kodi(outside, "other place", 1, options={"url": "http://169.254.1.1"}))
        session.add(a_kodi(outside, "older", 2, options={"address": "http://127.0.0.1"}))
        session.add(a_kodi(outside, "good", 3))

    async with database.reading() as session:
        found = await connected(session, outside, Player)

    assert [each.connection.name for each in found] == ["good"]


def test_a_player_is_left_in_peace_for_fifteen_hours_in_all() -> None:
    rests = [rest for number in range(100) if (rest := rest_while_playing(number))]

    assert rests[:5] == [timedelta(minutes=each) for each in (1, 2, 4, 8, 10)]
    assert sum(rests, timedelta()) == timedelta(hours=15, minutes=15)
