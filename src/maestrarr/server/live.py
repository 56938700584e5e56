"""What changes, as it changes: one stream of news, over server-sent events and over a WebSocket."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from typing import Annotated, Literal, TypeAlias

import orjson
from fastapi import APIRouter, Header, Query, Request, WebSocket
from fastapi.sse import format_sse_event
from pydantic import BeforeValidator
from starlette.requests import HTTPConnection
from starlette.responses import StreamingResponse

from maestrarr.core.accounts.access import Caller, Role, Viewer, caller_of
from maestrarr.core.accounts.errors import NotSignedIn
from maestrarr.core.events.cursor import Cursor
from maestrarr.core.events.events import Event
from maestrarr.core.events.feed import Aside, Closed, Feed, News, Resync, Subscription
from maestrarr.core.logs import tail
from maestrarr.core.logs.tail import Tail
from maestrarr.kit.sent import split_at_commas
from maestrarr.server.errors import NoCursor, NoTopic

CHECK_SECONDS = 3.0
KEEP_ALIVE_SECONDS = 15.0
COME_BACK_MILLISECONDS = 2_000
MOST_TOPICS = 50
GOING_AWAY = 1001
NO_LONGER_ALLOWED = 1008

Told: TypeAlias = News | Resync | Aside | Cursor
LastEventId: TypeAlias = Annotated[
    str | None, Header(description="The id of the last event that the caller has had.")
]
Topics: TypeAlias = Annotated[
    list[str],
    BeforeValidator(split_at_commas),
    Query(
        max_length=MOST_TOPICS,
        description="Only these topics, named one by one, or in a row: `jobs,library`; there are "
        "`system` and `logs` too. When none is named, all but `logs`.",
    ),
]
After: TypeAlias = Annotated[
    str | None, Query(description="As `Last-Event-ID`, for who cannot send that header.")
]

router = APIRouter(prefix="/events", tags=["events"])


class Listener:
    """Who listens on one connection: what they want, and what they may see by now."""

    def __init__(self, connection: HTTPConnection, caller: Caller, topics: Sequence[str]) -> None:
        self.feed: Feed = connection.app.state.feed
        self._tail: Tail = connection.app.state.tail
        self.ended: Literal["feed", "caller"] | None = None
        self._connection = connection
        self._topics = _known(topics)
        self._audiences = _audiences(caller)
        self._checked_at = time.monotonic()

    async def told(self, since: Cursor | None) -> AsyncIterator[Told]:
        """Pass on what comes, until the feed ends, or the caller may no longer listen.

        First, and whenever nothing has come for long, a bare cursor: where to go on after a break.
        """
        async with self._subscribed(since) as subscription:
            yield subscription.since
            told_at = time.monotonic()
            while await self._may_go_on():
                one = await subscription.next(CHECK_SECONDS)
                if isinstance(one, Closed):
                    self.ended = "feed"
                    return
                if one is not None:
                    yield one
                elif time.monotonic() - told_at >= KEEP_ALIVE_SECONDS:
                    yield self.feed.cursor
                else:
                    continue
                told_at = time.monotonic()
            self.ended = "caller"

    @asynccontextmanager
    async def _subscribed(self, since: Cursor | None) -> AsyncIterator[Subscription]:
        """Listen to the events, and to the log if that is asked for by name."""
        async with self.feed.subscribed(self._wants, since) as subscription:
            with ExitStack() as at_the_end:
                if tail.TOPIC in self._topics:
                    at_the_end.enter_context(
                        self._tail.followed(lambda body: self._tell(subscription, body))
                    )
                yield subscription

    def _tell(self, subscription: Subscription, body: bytes) -> bool:
        may_see = tail.AUDIENCE in self._audiences
        return not may_see or subscription.tell(Aside(tail.KIND, body))

    def _wants(self, news: News) -> bool:
        is_asked_for = not self._topics or news.topic in self._topics
        return is_asked_for and news.audience in self._audiences

    async def _may_go_on(self) -> bool:
        """Look again who the caller is, now and then: they may have been signed out."""
        if time.monotonic() - self._checked_at < CHECK_SECONDS:
            return True
        try:
            caller = await caller_of(self._connection)
        except NotSignedIn:
            return False
        self._audiences = _audiences(caller)
        self._checked_at = time.monotonic()
        return caller.role.includes(Role.VIEWER)


def _known(topics: Sequence[str]) -> frozenset[str]:
    """Read which topics are asked for.

    Raises:
        NoTopic: nothing is ever told of one of them.
    """
    asked = frozenset(filter(None, map(str.strip, topics)))
    known = {kind.topic for kind in Event.__subclasses__()} | {tail.TOPIC}
    if strange := sorted(asked - known):
        raise NoTopic(strange[0], sorted(known))
    return asked


@router.get(
    "",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "The events."}},
)
async def follow_events(
    request: Request,
    caller: Viewer,
    topics: Topics = [],  # noqa: B006  # FastAPI copies it
    after: After = None,
    last_event_id: LastEventId = None,
) -> StreamingResponse:
    """Follow what changes, as server-sent events.

    After a break, `Last-Event-ID` goes on where it was: nothing is lost, nothing comes twice. An
    event `resync` says that too much was missed: read again whatever is shown.

    The topic `logs` is the log as it is said, for admins: `logs.written` holds entries, and how
    many were passed over because there were too many. It has no id: `/logs` has what was before.
    """
    listener = Listener(request, caller, topics)
    frames = _frames(listener.told(_cursor(last_event_id or after)))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(frames, media_type="text/event-stream", headers=headers)


@router.websocket("/ws")
async def follow_events_by_websocket(
    socket: WebSocket,
    caller: Viewer,
    topics: Topics = [],  # noqa: B006  # FastAPI copies it
    after: After = None,
) -> None:
    """Follow what changes, as JSON texts."""
    listener = Listener(socket, caller, topics)
    since = _cursor(after)
    await socket.accept()
    telling = asyncio.create_task(_send(socket, listener, since))
    hearing = asyncio.create_task(_hear(socket))
    await asyncio.wait({telling, hearing}, return_when=asyncio.FIRST_COMPLETED)
    is_gone = hearing.done()
    for each in (telling, hearing):
        each.cancel()
    await asyncio.wait({telling, hearing})
    if not is_gone:
        code = GOING_AWAY if listener.ended == "feed" else NO_LONGER_ALLOWED
        await socket.close(code)


async def _send(socket: WebSocket, listener: Listener, since: Cursor | None) -> None:
    async for one in listener.told(since):
        await socket.send_text(_text(one))


async def _hear(socket: WebSocket) -> None:
    """Wait until the other side has gone; what it says meanwhile is of no matter."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


async def _frames(told: AsyncIterator[Told]) -> AsyncIterator[bytes]:
    async for one in told:
        yield _frame(one)


def _frame(one: Told) -> bytes:
    """Write server-sent events; an id without data only says where to go on."""
    match one:
        case News(cursor=cursor, kind=kind, body=body):
            return b"event: %b\nid: %b\ndata: %b\n\n" % (kind.encode(), str(cursor).encode(), body)
        case Aside(kind=kind, body=body):
            return b"event: %b\ndata: %b\n\n" % (kind.encode(), body)
        case Resync(cursor=cursor):
            return format_sse_event(event="resync", id=str(cursor), data_str="{}")
        case Cursor() as cursor:
            return b"retry: %d\nid: %b\n\n" % (COME_BACK_MILLISECONDS, str(cursor).encode())


def _text(one: Told) -> str:
    match one:
        case News(cursor=cursor, body=body):
            return f'{{"id":"{cursor}",{body.decode()[1:]}'
        case Aside(body=body):
            return body.decode()
        case Resync(cursor=cursor):
            return orjson.dumps({"id": str(cursor), "kind": "resync"}).decode()
        case Cursor() as cursor:
            return orjson.dumps({"id": str(cursor), "kind": "here"}).decode()


def _audiences(caller: Caller) -> frozenset[str]:
    """Name those for whom an event may be so that this caller sees it."""
    roles = (role.value for role in Role if caller.role.includes(role))
    return frozenset((*roles, str(caller.user_id)))


def _cursor(written: str | None) -> Cursor | None:
    if not written:
        return None
    cursor = Cursor.read(written)
    if cursor is None:
        raise NoCursor
    return cursor
