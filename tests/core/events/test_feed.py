"""News reaches whoever listens: once, in order, also after a break; the slow hold up nobody."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
import structlog
from news import SECONDS, Told, everything, heard, next_news, tell
from sqlalchemy.engine import URL

from maestrarr.core.events import feed as feed_module
from maestrarr.core.events import service as events
from maestrarr.core.events import signals
from maestrarr.core.events.cursor import Cursor
from maestrarr.core.events.feed import Closed, Feed, Resync, Subscription
from maestrarr.kit.db import Database


@asynccontextmanager
async def feeding(database: Database, *, waiting: int = 1_000) -> AsyncIterator[Feed]:
    feed = Feed(database, waiting=waiting)
    try:
        yield feed
    finally:
        await feed.close()


async def test_what_is_committed_is_told_to_everybody_in_order(database: Database) -> None:
    async with (
        feeding(database) as feed,
        feed.subscribed(everything) as one,
        feed.subscribed(everything) as other,
    ):
        await tell(database, 1)
        await tell(database, 2, 3)

        assert await heard(one, 3) == await heard(other, 3) == [1, 2, 3]


async def test_what_is_rolled_back_is_never_told(database: Database) -> None:
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        with pytest.raises(ZeroDivisionError):
            async with database.writing() as session:
                await events.publish(session, Told(1))
                raise ZeroDivisionError
        await tell(database, 2)

        assert await heard(subscription, 1) == [2]


async def test_what_another_process_publishes_is_told_as_well(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        monkeypatch.setattr(signals, "_listeners", [])  # this process hears nothing of the commit
        await tell(database, 1)
        monkeypatch.undo()

        assert await heard(subscription, 1) == [1]


async def test_a_listener_gets_only_what_it_wants(database: Database) -> None:
    async with (
        feeding(database) as feed,
        feed.subscribed(lambda news: news.facts["number"] % 2 == 0) as even,
    ):
        await tell(database, 1, 2, 3, 4)

        assert await heard(even, 2) == [2, 4]


async def test_after_a_break_nothing_is_lost_and_nothing_comes_twice(database: Database) -> None:
    async with feeding(database) as feed:
        async with feed.subscribed(everything) as first:
            await tell(database, *range(10))
            for _ in range(4):
                cursor = (await next_news(first)).cursor
        await tell(database, *range(10, 20))

        async with feed.subscribed(everything, since=cursor) as again:
            await tell(database, 20)

            assert await heard(again, 17) == list(range(4, 21))


async def test_a_break_may_end_at_another_process(database: Database) -> None:
    async with feeding(database) as feed, feed.subscribed(everything) as first:
        await tell(database, 1, 2)
        cursor = (await next_news(first)).cursor
    async with feeding(database) as other, other.subscribed(everything, since=cursor) as again:
        assert await heard(again, 1) == [2]


async def test_fifty_who_come_and_go_while_news_come_lose_none(database: Database) -> None:
    count = 120

    async def tells() -> None:
        for number in range(count):
            await tell(database, number)

    async def listens(feed: Feed, cursor: Cursor, patience: int) -> list[int]:
        numbers = list[int]()
        while len(numbers) < count:
            async with feed.subscribed(everything, since=cursor) as subscription:
                for _ in range(min(patience, count - len(numbers))):
                    news = await next_news(subscription)
                    cursor = news.cursor
                    numbers.append(news.facts["number"])
        return numbers

    await tell(database, -1)
    async with (
        feeding(database) as feed,
        feed.subscribed(everything),
        asyncio.TaskGroup() as group,
    ):
        group.create_task(tells())
        everybody = [
            group.create_task(listens(feed, feed.cursor, patience)) for patience in range(5, 105, 2)
        ]
        await asyncio.wait(everybody)

    assert [one.result() for one in everybody] == [list(range(count))] * 50


async def test_who_is_slow_is_told_to_look_again_and_holds_up_nobody(database: Database) -> None:
    async with (
        feeding(database, waiting=10) as feed,
        feed.subscribed(everything) as slow,
        feed.subscribed(everything) as quick,
    ):
        for number in range(30):
            await tell(database, number)
            assert await heard(quick, 1) == [number]
        cursor = await resynced(slow)
        await tell(database, 30)
        rest = [(await next_news(slow)).facts["number"]]
        while rest[-1] < 30:
            rest.append((await next_news(slow)).facts["number"])

    assert rest == list(range(31 - len(rest), 31))
    assert cursor.covers(cursor.highest)


@pytest.mark.parametrize("since", [Cursor(1), Cursor(10_000)])
async def test_who_comes_back_too_late_or_from_another_database_is_told_to_look_again(
    database: Database, since: Cursor
) -> None:
    await tell(database, *range(5))
    async with database.writing() as session:
        assert await events.purge(session, keep=timedelta(days=1)) == 0
        assert await events.purge(session, keep=timedelta(days=-1)) == 5
    await tell(database, 6)
    async with feeding(database) as feed, feed.subscribed(everything, since=since) as again:
        await resynced(again)
        await tell(database, 7)

        assert await heard(again, 1) == [7]


async def test_a_number_is_never_given_twice(database: Database) -> None:
    await tell(database, 1, 2)
    async with database.writing() as session:
        await events.purge(session, keep=timedelta(days=-1))
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        await tell(database, 3)

        assert (await next_news(subscription)).number == 3


async def test_news_that_become_visible_out_of_order_are_told_also_after_a_break(
    postgres_database_url: URL,
) -> None:
    database = Database(postgres_database_url)
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        await tell(database, 1)
        async with database.writing() as late:
            await events.publish(late, Told(2))
            await tell(database, 3)
            assert await heard(subscription, 1) == [1]
            third = await next_news(subscription)
            assert third.facts["number"] == 3
        assert await heard(subscription, 1) == [2]
        async with feed.subscribed(everything, since=third.cursor) as again:
            assert await heard(again, 1) == [2]
        await tell(database, 4)
        assert await heard(subscription, 1) == [4]
    await database.close()


async def test_a_number_that_never_comes_is_given_up(
    postgres_database_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maestrarr.core.events.feed.GAP_SECONDS", 0)
    database = Database(postgres_database_url)
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        with pytest.raises(ZeroDivisionError):
            async with database.writing() as session:
                await events.publish(session, Told(1))
                raise ZeroDivisionError
        await tell(database, 2, 3)
        await heard(subscription, 2)
        async with feed.subscribed(everything, since=feed.cursor):
            assert feed.cursor.gaps == frozenset()
    await database.close()


async def test_a_bug_is_logged_and_the_feed_goes_on_and_says_that_something_was_missed(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = feed_module.to_text

    def broken(_moment: datetime) -> str:
        monkeypatch.setattr(feed_module, "to_text", body)
        raise ZeroDivisionError("a bug")

    feed = Feed(database, pause_seconds=0.01)
    with structlog.testing.capture_logs() as logged:
        async with feed.subscribed(everything) as subscription:
            monkeypatch.setattr(feed_module, "to_text", broken)
            await tell(database, 1)
            missed = await subscription.next(SECONDS)
            await tell(database, 2)
            assert await heard(subscription, 1) == [2]
        await feed.close()

    assert isinstance(missed, Resync)
    assert [each["event"] for each in logged if each["log_level"] == "error"] == ["events.failed"]


@pytest.mark.parametrize("is_restored", [False, True])
async def test_where_a_listener_goes_on_is_one_number_from_the_start(
    database: Database, *, is_restored: bool
) -> None:
    await tell(database, *range(300))
    async with database.writing() as session:
        await events.purge(session, keep=timedelta(days=-1))
    await tell(database, 300, 301)
    if is_restored:
        async with database.writing() as session:
            await events.begin_anew(session)

    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        before = feed.cursor
        await tell(database, 302)
        news = await next_news(subscription)

    assert str(news.cursor) == str(before.highest + 1)


async def test_a_listener_is_let_go_when_the_feed_ends(database: Database) -> None:
    feed = Feed(database)
    async with feed.subscribed(everything) as subscription:
        assert feed.listeners == 1
        await feed.close()

        assert isinstance(await subscription.next(1), Closed)
    assert feed.listeners == 0


async def test_nothing_comes_while_nothing_happens(database: Database) -> None:
    async with feeding(database) as feed, feed.subscribed(everything) as subscription:
        assert await subscription.next(0.01) is None


async def resynced(subscription: Subscription) -> Cursor:
    one = await subscription.next(20)
    assert isinstance(one, Resync), one
    return one.cursor
