"""The web application: what answers at each address, and what every request passes through."""

import asyncio

from fastapi import Depends
from fastapi.responses import JSONResponse

from maestrarr import __version__, rooms
from maestrarr.core.accounts import access, tokens
from maestrarr.core.accounts.attempts import SignInLimits
from maestrarr.core.events.feed import Feed
from maestrarr.core.logs.recorder import Recorder
from maestrarr.core.logs.tail import Tail
from maestrarr.kit.log import OTHERS
from maestrarr.server import health, live, metrics, pages, problems
from maestrarr.server.description import REFUSALS, Application
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.metrics import Requests
from maestrarr.server.middleware import BodyLimit, OwnPagesOnly, RequestIds, SecurityHeaders

API = "/api/v1"


def create_app(
    installation: OpenInstallation,
    *,
    local_token: str | None = None,
    setup_token: str | None = None,
    recorder: Recorder | None = None,
) -> Application:
    """Build the application that serves an open installation.

    Args:
        installation: what it works on.
        local_token: by which commands of this machine prove that they are.
        setup_token: by which somebody may become the first admin, while there is none.
        recorder: what writes the log's files, if anything does.
    """
    app = Application(
        title="Maestrarr",
        version=__version__,
        openapi_url=None,
        generate_unique_id_function=lambda route: route.name,
        responses=REFUSALS,
    )
    app.state.installation = installation
    app.state.database = installation.database
    app.state.feed = Feed(installation.database)
    app.state.tail = Tail()
    app.state.recorder = recorder
    app.state.components = sorted({*map(_component, rooms.ROOMS), "server", OTHERS})
    app.state.sign_in_limits = SignInLimits()
    app.state.local_token_hash = local_token and tokens.digest(local_token)
    app.state.setup_token_hash = setup_token and tokens.digest(setup_token)
    for layer in (OwnPagesOnly, BodyLimit, Requests, RequestIds):
        app.add_middleware(layer)
    app.add_middleware(SecurityHeaders, policy=pages.POLICY)
    problems.handle_in(app)
    app.include_router(health.router, dependencies=[Depends(access.anyone)])
    app.include_router(metrics.router)
    for door in rooms.load("api").values():
        app.include_router(door.router, prefix=API)
    app.include_router(live.router, prefix=API)
    app.include_router(pages.router)

    @app.get(f"{API}/openapi.json", include_in_schema=False)
    async def describe(_: access.Anyone) -> JSONResponse:
        """Describe every route, for the programs that are made from it."""
        return JSONResponse(await asyncio.to_thread(app.openapi))

    return app


def _component(room: str) -> str:
    return room.rpartition(".")[2]
