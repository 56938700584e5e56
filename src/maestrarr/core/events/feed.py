"""The live reader: one in each process that serves, passing on what is committed."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
import structlog

from maestrarr.core.events import queries, signals
from maestrarr.core.events.cursor import MOST_GAPS, Cursor
from maestrarr.core.events.models import EventRecord
from maestrarr.kit.clock import to_text
from maestrarr.kit.db import Database
from maestrarr.kit.rounds import Rounds

LOOK_SECONDS = 1.0
GATHER_SECONDS = 0.02
TROUBLE_SECONDS = 5.0
GAP_SECONDS = 60.0
BATCH = 1_000
BACKLOG = 5_000
WAITING = 1_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class News:
    """An event as listeners get it; `cursor` is where who has had it goes on."""

    number: int
    cursor: Cursor
    topic: str
    kind: str
    audience: str
    facts: dict[str, Any]
    at: str

    @cached_property
    def body(self) -> bytes:
        """Its JSON, written once for all who listen."""
        return orjson.dumps(
            {"topic": self.topic, "kind": self.kind, "at": self.at, "facts": self.facts}
        )


@dataclass(frozen=True, slots=True)
class Resync:
    """Word that events were missed: whatever was shown has to be read again."""

    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Aside:
    """What is told beside the events: it is kept nowhere, so nobody can go on after it."""

    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Closed:
    """Word that the feed has ended; a listener may come back to another."""


class Subscription:
    """What one listener is still to get, `since` a cursor; a slow one is told to look again."""

    def __init__(
        self, wants: Callable[[News], bool], had: Cursor, *, waiting: int = WAITING
    ) -> None:
        self.since = had
        self._wants = wants
        self._waiting = waiting
        self._queue: deque[News | Resync | Aside | Closed] = deque()
        self._filled = asyncio.Event()

    def offer(self, news: News) -> None:
        """Put an event in line, unless the listener has had it or does not want it."""
        if self.since.covers(news.number) or not self._wants(news):
            return
        if len(self._queue) >= self._waiting:
            self.miss(news.cursor)
        else:
            self._put(news)

    def tell(self, aside: Aside) -> bool:
        """Put something beside the events in line, and tell whether there was room for it."""
        has_room = len(self._queue) < self._waiting
        if has_room:
            self._put(aside)
        return has_room

    def miss(self, cursor: Cursor) -> None:
        """Let go of all that waits, and say so."""
        self._queue.clear()
        self._put(Resync(cursor))

    def close(self) -> None:
        """End the line, after what waits in it."""
        self._put(Closed())

    async def next(self, seconds: float) -> News | Resync | Aside | Closed | None:
        """Return what is next; None when nothing has come for so long."""
        if not self._queue:
            self._filled.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):  # unlike wait_for, it needs no task of its own
                    await self._filled.wait()
        return self._queue.popleft() if self._queue else None

    def _put(self, one: News | Resync | Aside | Closed) -> None:
        self._queue.append(one)
        self._filled.set()


class Feed:
    """Reads what is committed, in this process at once and in others within a second.

    It begins with its first listener. A number that is missing is waited for, a minute long. A bug
    amid what it passes on is logged, and everybody told to look again; it goes on.
    """

    def __init__(
        self,
        database: Database,
        *,
        waiting: int = WAITING,
        pause_seconds: float = TROUBLE_SECONDS,
    ) -> None:
        self._database = database
        self._waiting = waiting
        self._cursor = Cursor()
        self._gaps: dict[int, float] = {}
        self._listeners: set[Subscription] = set()
        self._woken = asyncio.Event()
        self._turn = asyncio.Lock()
        self._rounds = Rounds(
            "events",
            self._read,
            log=log,
            retry_seconds=LOOK_SECONDS,
            pause_seconds=pause_seconds,
        )
        self._is_started = False
        self._is_closed = False
        self._is_passing_on = False

    @property
    def cursor(self) -> Cursor:
        """What it has read so far."""
        return self._cursor

    @property
    def listeners(self) -> int:
        """How many listen."""
        return len(self._listeners)

    @property
    def is_in_trouble(self) -> bool:
        """Tell whether a bug keeps it from passing on what is new; it tries again by itself."""
        return self._rounds.is_in_trouble

    @asynccontextmanager
    async def subscribed(
        self, wants: Callable[[News], bool], since: Cursor | None = None
    ) -> AsyncIterator[Subscription]:
        """Listen until the end of the block: to what comes, and first to what came after `since`.

        `wants` is asked of each event anew, so it may change its mind.
        """
        await self._start()
        if since is None:
            subscription = Subscription(wants, self._cursor, waiting=self._waiting)
            self._listeners.add(subscription)
        else:
            subscription = await self._resumed(wants, since)
        if self._is_closed:
            subscription.close()
        try:
            yield subscription
        finally:
            self._listeners.discard(subscription)

    async def close(self) -> None:
        """Stop, and let every listener go."""
        self._is_closed = True
        if self._is_started:
            signals.leave(self.wake)
            await self._rounds.stop()
            self._is_started = False
        for subscription in self._listeners:
            subscription.close()

    def wake(self) -> None:
        """Look for what was published; may be called from any thread."""
        self._loop.call_soon_threadsafe(self._woken.set)

    async def _start(self) -> None:
        async with self._turn:
            if self._is_started or self._is_closed:
                return
            self._loop = asyncio.get_running_loop()
            async with self._database.reading() as session:
                newest = await queries.newest(session, limit=MOST_GAPS)
            if newest:  # what was before these is no news to anybody
                self._cursor = Cursor(newest[0] - 1)
            for number in newest:
                self._cursor = self._cursor.after(number)
            signals.listen(self.wake)
            self._rounds.start()
            self._is_started = True

    async def _resumed(self, wants: Callable[[News], bool], since: Cursor) -> Subscription:
        """Listen on from a cursor; nothing is passed on meanwhile, so nothing comes twice."""
        async with self._turn:
            await self._look()
            async with self._database.reading() as session:
                oldest = await queries.oldest(session)
                records = await queries.unseen(session, since, limit=BACKLOG)
            is_whole = oldest is not None and since.highest + 1 >= oldest
            is_nothing_new = since.highest == self._cursor.highest
            if (is_whole or is_nothing_new) and since.highest <= self._cursor.highest:
                subscription = Subscription(wants, since, waiting=self._waiting)
                self._replay(records, since, subscription)
            else:
                subscription = Subscription(wants, self._cursor, waiting=self._waiting)
                subscription.miss(self._cursor)
            self._listeners.add(subscription)
            return subscription

    def _replay(
        self, records: Iterable[EventRecord], since: Cursor, subscription: Subscription
    ) -> None:
        count = 0
        for record in records:
            since, count = since.after(record.id), count + 1
            if self._cursor.covers(record.id):
                subscription.offer(_news(record, since))
        if count >= BACKLOG:
            subscription.miss(self._cursor)

    async def _read(self) -> float:
        """Look once, then rest until something is published, or long enough."""
        self._woken.clear()
        async with self._turn:
            is_more = await self._look()
        await asyncio.sleep(GATHER_SECONDS)
        if not is_more:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):  # wait_for may swallow a cancel
                    await self._woken.wait()
        return 0.0

    async def _look(self) -> bool:
        """Pass on what is new; tell whether there is more."""
        if self._is_passing_on:  # a bug came between: some have had what others have not
            for subscription in self._listeners:
                subscription.miss(self._cursor)
        async with self._database.reading() as session:
            records = await queries.unseen(session, self._cursor, limit=BATCH)
        self._is_passing_on = True
        for record in records:
            self._cursor = self._cursor.after(record.id)
            news = _news(record, self._cursor)
            for subscription in self._listeners:
                subscription.offer(news)
        self._is_passing_on = False
        self._forget_gaps()
        return len(records) == BATCH

    def _forget_gaps(self) -> None:
        """Give up numbers that have been missing for long: they were rolled back."""
        moment = time.monotonic()
        known = {gap: self._gaps.get(gap, moment) for gap in self._cursor.gaps}
        self._gaps = {gap: at for gap, at in known.items() if moment - at < GAP_SECONDS}
        self._cursor = Cursor(self._cursor.highest, frozenset(self._gaps))


def _news(record: EventRecord, cursor: Cursor) -> News:
    return News(
        number=record.id,
        cursor=cursor,
        topic=record.topic,
        kind=record.kind,
        audience=record.audience,
        facts=record.facts,
        at=to_text(record.at),
    )
