"""The web application: what answers at each address, and what every request passes through."""

import base64
import hashlib
import html
from importlib.resources import files

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse

from maestrarr import __version__, rooms
from maestrarr.core.accounts import access, tokens
from maestrarr.core.accounts.attempts import SignInLimits
from maestrarr.server import health, problems
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.middleware import BodyLimit, OwnPagesOnly, RequestIds, SecurityHeaders

API = "/api/v1"


def create_app(
    installation: OpenInstallation,
    *,
    local_token: str | None = None,
    setup_token: str | None = None,
) -> FastAPI:
    """Build the application that serves an open installation.

    Args:
        installation: what it works on.
        local_token: by which commands of this machine prove that they are.
        setup_token: by which somebody may become the first admin, while there is none.
    """
    app = FastAPI(title="Maestrarr", version=__version__, openapi_url=None)
    app.state.installation = installation
    app.state.database = installation.database
    app.state.sign_in_limits = SignInLimits()
    app.state.local_token_hash = local_token and tokens.digest(local_token)
    app.state.setup_token_hash = setup_token and tokens.digest(setup_token)
    page, style_hash = _page()
    for layer in (OwnPagesOnly, BodyLimit, RequestIds):
        app.add_middleware(layer)
    app.add_middleware(SecurityHeaders, policy=_policy(style_hash))
    problems.handle_in(app)
    app.include_router(health.router, dependencies=[Depends(access.anyone)])
    for door in rooms.load("api").values():
        app.include_router(door.router, prefix=API)

    @app.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
    async def front(_: access.Anyone) -> HTMLResponse:
        """Show what runs here."""
        return HTMLResponse(page)

    return app


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
