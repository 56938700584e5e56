"""What has not changed is not sent twice: 304 for who has an answer already. Source: RFC 9110."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maestrarr.server.addresses import path_of

LOOK_AGAIN = "private, no-cache"
NOT_MODIFIED = 304

_OF_A_BODY = ("content-length", "content-type", "content-disposition")


class Unchanged:
    """Names what reading under `path` answers by an `ETag`, and leaves out what the caller has.

    That goes for whole answers alone: streams are not held back, and files name themselves. An
    answer that says nothing else may be kept by its reader, who asks each time whether it holds.
    """

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app = app
        self.path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where a whole answer comes back, hold its head until its body."""
        if not self._reads(scope):
            await self.app(scope, receive, send)
            return
        head: Message | None = None

        async def send_named(message: Message) -> None:
            nonlocal head
            if message["type"] == "http.response.start" and _is_whole(message):
                head = message
                return
            if head is not None:
                start, head = head, None
                message = _named(start, message, scope)
                await send(start)
            await send(message)

        await self.app(scope, receive, send_named)

    def _reads(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        return path_of(scope).startswith(self.path)


def _is_whole(start: Message) -> bool:
    """Tell whether an answer's body comes in one piece, and has no name of its own."""
    names = {name for name, _ in start["headers"]}
    return start["status"] == 200 and b"content-length" in names and b"etag" not in names


def _named(start: Message, body: Message, scope: Scope) -> Message:
    """Name an answer by a hash of its body; empty both when the caller has it."""
    headers = MutableHeaders(scope=start)
    if headers.get("cache-control") == "no-store":
        return body
    tag = f'"{hashlib.blake2b(body["body"], digest_size=16).hexdigest()}"'
    headers["ETag"] = tag
    headers.setdefault("Cache-Control", LOOK_AGAIN)
    if not _has(scope, tag):
        return body
    start["status"] = NOT_MODIFIED
    for name in _OF_A_BODY:
        if name in headers:
            del headers[name]
    return {**body, "body": b""}


def _has(scope: Scope, tag: str) -> bool:
    given = ",".join(Headers(scope=scope).getlist("if-none-match"))
    return bool({each.strip().removeprefix("W/") for each in given.split(",")} & {tag, "*"})
