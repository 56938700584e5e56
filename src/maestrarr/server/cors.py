"""Pages of other origins: none may read an answer, but those that are listed.

Source: Fetch Standard, 3.2 (HTTP CORS protocol).
"""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE"
_HEADERS = "Authorization, Content-Type, If-None-Match, Last-Event-ID, X-Request-ID"
_TOLD = "Content-Disposition, ETag, Retry-After, X-Request-ID"
_REMEMBERED_SECONDS = "600"


class ListedOrigins:
    """Lets the pages of listed origins read answers, with their cookies; of others it says nothing.

    The origin is compared whole, and answered by its own name: never by `*`.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self.app = app
        self.origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser that asks beforehand, and add to other answers who may read them."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        is_asked_before = "access-control-request-method" in headers
        if scope["method"] == "OPTIONS" and is_asked_before and origin in self.origins:
            await Response(status_code=204, headers=_beforehand(origin))(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                answered.add_vary_header("Origin")
                if origin in self.origins:
                    answered.update(_let_read(origin))
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _let_read(origin: str) -> dict[str, str]:
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Expose-Headers": _TOLD,
    }


def _beforehand(origin: str) -> dict[str, str]:
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Allow-Methods": _METHODS,
        "Access-Control-Allow-Headers": _HEADERS,
        "Access-Control-Max-Age": _REMEMBERED_SECONDS,
        "Vary": "Origin",
    }
