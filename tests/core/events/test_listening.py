"""Listeners are told within the transaction of the news: what they add lasts with it, or not."""

import pytest
from news import Told, tell
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import listening
from maestrarr.core.events import service as events
from maestrarr.core.events.models import EventRecord
from maestrarr.kit.db import Database


class Heard(Told):
    kind = "test.heard"


async def kinds(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(
            (await session.scalars(select(EventRecord.kind).order_by(EventRecord.id))).all()
        )


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    heard: list[int] = []

    async def listen(session: AsyncSession, told: Told) -> None:
        heard.append(told.number)
        await events.publish(session, Heard(told.number))
        if told.number < 0:
            raise ZeroDivisionError

    monkeypatch.setattr(listening, "_listeners", {Told: [listen], Heard: []})
    return heard


async def test_what_a_listener_adds_lasts_with_the_news(
    database: Database, heard: list[int]
) -> None:
    await tell(database, 1, 2)

    assert heard == [1, 2]
    assert await kinds(database) == ["test.told", "test.told", "test.heard", "test.heard"]


async def test_nothing_is_told_of_what_a_listener_fails_at(
    database: Database, heard: list[int]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await tell(database, -1)

    assert heard == [-1]
    assert await kinds(database) == []


def test_a_listener_that_is_declared_twice_is_told_once() -> None:
    async def listen(_session: AsyncSession, _told: Told) -> None: ...

    listening.listens_to(Told)(listen)
    listening.listens_to(Told)(listen)

    assert listening.listeners_to(Told(1)).count(listen) == 1
    listening._listeners[Told].remove(listen)
