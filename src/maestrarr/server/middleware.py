"""What every request passes through on its way in, and every answer on its way out."""

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maestrarr.core.accounts.access import ACCESS_COOKIE, REFRESH_COOKIE, SAFE_METHODS
from maestrarr.kit.ids import new_id
from maestrarr.server.addresses import loggable
from maestrarr.server.errors import LARGEST_BODY_BYTES, BodyTooLarge, Fault, FromElsewhere
from maestrarr.server.problems import answer

REQUEST_ID = "X-Request-ID"

_STAY_ON_TLS = "max-age=31536000"  # a year, and for this name only: others are not ours to tell
_GIVEN_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_OWN_SITE = frozenset({"same-origin", "none"})
_OUR_COOKIES = (f"{ACCESS_COOKIE}=", f"{REFRESH_COOKIE}=")

logger = structlog.get_logger(__name__)


class SecurityHeaders:
    """Adds the headers of SPEC X-4 to every answer, refusals and errors included."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers where the answer begins."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope.get("scheme") == "https":
                    headers["Strict-Transport-Security"] = _STAY_ON_TLS
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class RequestIds:
    """Gives every request an id, for its answer and its log lines; what we got wrong ends here."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its id; a bug keeps its traceback, in the log."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _GIVEN_ID.fullmatch(given) else new_id().hex
        scope["request_id"] = request_id
        has_begun = False

        async def send_with_id(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, send_with_id)
            except Exception:  # the edge of the request: a bug keeps its traceback
                if has_begun or scope["type"] == "websocket":
                    raise
                path = loggable(scope)
                logger.exception("request.failed", method=scope["method"], path=path)
                await answer(Fault(request_id))(scope, receive, send_with_id)


class BodyLimit:
    """Refuses bodies that are larger than any that is needed, before they are read whole."""

    def __init__(
        self,
        app: ASGIApp,
        largest_bytes: int = LARGEST_BODY_BYTES,
        larger: Mapping[re.Pattern[str], int] | None = None,
    ) -> None:
        self.app = app
        self.largest_bytes = largest_bytes
        self.larger = larger or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it says how large it is; else count as it comes."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self._most(scope["path"])
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said[:20]) > most:
            await answer(BodyTooLarge(most))(scope, receive, send)
            return
        seen = 0

        async def receive_counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise HTTPException(413)  # FastAPI lets this one pass as it reads a body
            return message

        await self.app(scope, receive_counted, send)

    def _most(self, path: str) -> int:
        """Tell how large a body may be at an address."""
        fitting = (most for place, most in self.larger.items() if place.fullmatch(path))
        return next(fitting, self.largest_bytes)


class OwnPagesOnly:
    """Refuses changes that a page of another origin asks for, and sockets that it opens.

    A browser says where a request comes from by `Sec-Fetch-Site`, or at least by `Origin`; who
    says neither is no browser, and has no business with our cookies. Source: OWASP Cross-Site
    Request Forgery Prevention Cheat Sheet, Fetch Metadata. Origins that an admin has listed count
    as ours.
    """

    def __init__(self, app: ASGIApp, listed: Collection[str] = ()) -> None:
        self.app = app
        self.listed = frozenset(listed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what only reads, and what our own pages or scripts ask for."""
        headers = Headers(scope=scope) if scope["type"] in {"http", "websocket"} else None
        is_safe = scope["type"] == "http" and scope["method"] in SAFE_METHODS
        if headers is None or is_safe or _is_ours(headers, self.listed):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # becomes 403
        else:
            await answer(FromElsewhere())(scope, receive, send)


def _is_ours(headers: Headers, listed: Collection[str]) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if origin in listed:
        return True
    if site is not None:
        return site in _OWN_SITE
    if origin is not None:
        return urlsplit(origin).netloc == headers.get("host", "").lower() != ""
    bears_cookie = any(name in headers.get("cookie", "") for name in _OUR_COOKIES)
    return "authorization" in headers or not bears_cookie
