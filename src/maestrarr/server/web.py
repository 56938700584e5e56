"""The web application: what answers at each address, and the headers that every answer bears."""

import base64
import hashlib
import html
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maestrarr import __version__
from maestrarr.kit.errors import Problem
from maestrarr.server import health
from maestrarr.server.installation import OpenInstallation

LARGEST_BODY_BYTES = 1024 * 1024
PROBLEM_TYPE = "application/problem+json"


def create_app(installation: OpenInstallation) -> FastAPI:
    """Build the application that serves an open installation."""
    app = FastAPI(
        title="Maestrarr",
        version=__version__,
        openapi_url=None,
        max_body_size=LARGEST_BODY_BYTES,
    )
    app.state.installation = installation
    page, style_hash = _page()
    app.add_middleware(SecurityHeaders, policy=_policy(style_hash))
    app.exception_handler(HTTPException)(_as_http_problem)
    app.exception_handler(Problem)(_as_problem)
    app.include_router(health.router)

    @app.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
    async def front() -> HTMLResponse:
        """Show what runs here."""
        return HTMLResponse(page)

    return app


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
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _policy(style_hash: str) -> str:
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _page() -> tuple[str, str]:
    """Return the front page and the hash of its style, by which the policy allows that style."""
    page = (files("maestrarr.server") / "page.html").read_text("utf-8")
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = hashlib.sha256(style.encode()).digest()
    return page.replace("{version}", html.escape(__version__)), base64.b64encode(digest).decode()


def _answer(status: int, title: str, **more: object) -> JSONResponse:
    """Word a problem as RFC 9457 asks."""
    body = {"type": "about:blank", "title": title, "status": status, **more}
    return JSONResponse(body, status_code=status, media_type=PROBLEM_TYPE)


async def _as_http_problem(_request: Request, error: HTTPException) -> JSONResponse:
    answer = _answer(error.status_code, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


async def _as_problem(_request: Request, problem: Problem) -> JSONResponse:
    return _answer(
        problem.status, problem.sentence, hint=problem.hint, key=problem.key, facts=problem.facts
    )
