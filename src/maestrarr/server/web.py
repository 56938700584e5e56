"""The web application: what answers at each address, and what every request passes through."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from fastapi import APIRouter, Depends
from fastapi.routing import iter_route_contexts

from maestrarr import __version__, rooms
from maestrarr.core.accounts import access, tokens
from maestrarr.core.accounts.attempts import SignInLimits, WorkLimits
from maestrarr.core.connections.pictures import Previews
from maestrarr.core.events.feed import Feed
from maestrarr.core.logs.recorder import Recorder
from maestrarr.core.logs.tail import Tail
from maestrarr.features.library.thumbnails import Thumbnails
from maestrarr.flows.webhooks import receiving
from maestrarr.flows.webhooks.inbox import Inbox
from maestrarr.flows.webhooks.receiving import Reception
from maestrarr.flows.webhooks.senders import KnownSenders
from maestrarr.kit.config import Config, ConfigWrong
from maestrarr.kit.log import OTHERS
from maestrarr.media import images
from maestrarr.server import api_docs, health, live, metrics, pages, problems
from maestrarr.server.by_room import OfRoom
from maestrarr.server.cors import ListedOrigins
from maestrarr.server.description import REFUSALS, Application
from maestrarr.server.heads import Heads
from maestrarr.server.hosts import KnownHosts
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.metrics import Requests
from maestrarr.server.middleware import BodyLimit, OwnPagesOnly, RequestIds, SecurityHeaders
from maestrarr.server.named import known_names
from maestrarr.server.proxies import ByProxy
from maestrarr.server.unchanged import Unchanged

API = "/api/v1"

_ASKED_MOST = "features.library"

# Where more is sent than a document: a picture, and as many bytes as one may have.
_LARGER_BODIES = {re.compile(rf".*{API}/titles/[^/]+/artwork/[^/]+/\d/file"): images.LARGEST_BYTES}


def create_app(
    installation: OpenInstallation,
    *,
    local_token: str | None = None,
    setup_token: str | None = None,
    recorder: Recorder | None = None,
    is_demo: bool = False,
    client: Path = pages.STATIC,
) -> Application:
    """Build the application that serves an open installation.

    Args:
        installation: what it works on.
        local_token: by which commands of this machine prove that they are.
        setup_token: by which somebody may become the first admin, while there is none.
        recorder: what writes the log's files, if anything does.
        is_demo: whether it serves a sample library, in which anybody of this machine may sign in.
        client: the folder that holds the built client.
    """
    app = Application(
        title="Maestrarr",
        version=__version__,
        openapi_url=None,
        generate_unique_id_function=lambda route: route.name,
        responses=REFUSALS,
        openapi_tags=_tags(),
        servers=[{"url": base_path}] if (base_path := installation.config.base_path) else None,
    )
    _hold(app, installation, recorder)
    app.state.local_token_hash = local_token and tokens.digest(local_token)
    app.state.setup_token_hash = setup_token and tokens.digest(setup_token)
    app.state.is_demo = is_demo
    _add_layers(app, installation.config)
    problems.handle_in(app)
    app.include_router(health.router, dependencies=[Depends(access.anyone)])
    app.include_router(metrics.router)
    app.include_router(receiving.router)  # before all others: it is asked by the thousand
    strict = [Depends(known_names)]
    for router in (*_doors(), live.router, api_docs.description):
        app.include_router(OfRoom(router, below=API), prefix=API, dependencies=strict)
    app.include_router(api_docs.router)
    app.router.default = pages.Pages(client)
    _refuse_own_address(app, installation.config)
    return app


def _hold(app: Application, installation: OpenInstallation, recorder: Recorder | None) -> None:
    """Give the application what its routes reach for."""
    app.state.installation = installation
    app.state.database = installation.database
    app.state.feed = Feed(installation.database)
    app.state.tail = Tail()
    app.state.recorder = recorder
    app.state.components = sorted({*map(_component, rooms.ROOMS), "server", OTHERS})
    app.state.sign_in_limits = SignInLimits()
    app.state.work_limits = WorkLimits()
    app.state.thumbnails = Thumbnails()
    app.state.previews = Previews()
    app.state.reception = _reception(installation)


def _reception(installation: OpenInstallation) -> Reception:
    clerk = installation.clerk
    inbox = Inbox(installation.database, clerk.wake) if clerk else Inbox(installation.database)
    return Reception(inbox, KnownSenders(installation.database, installation.outside.keys))


def _tags() -> list[dict[str, str]]:
    """Say of every group of routes what it is about: what its room says of itself first."""
    said = {tag: _about(importlib.import_module(f"maestrarr.{room}")) for room, tag in _routed()}
    return [{"name": tag, "description": said[tag]} for tag in sorted(said)] + [
        {"name": "monitoring", "description": metrics.ABOUT}
    ]


def _routed() -> Iterator[tuple[str, str]]:
    yield "core.events", str(live.router.tags[0])
    for room, door in rooms.load("api").items():
        yield room, str(door.router.tags[0])


def _about(room: ModuleType) -> str:
    return (room.__doc__ or "").partition("\n")[0]


def _doors() -> Iterator[APIRouter]:
    """Return the routes of every room, in the order in which they are tried."""
    doors = rooms.load("api")
    yield doors.pop(_ASKED_MOST).router
    for door in reversed(doors.values()):
        yield door.router


def _refuse_own_address(app: Application, config: Config) -> None:
    """Refuse a base path of which nobody could tell whether a proxy has taken it away.

    Raises:
        ConfigWrong: it begins as an address of ours does.
    """
    begins = config.base_path.split("/")[:2]
    if config.base_path and any(
        (route.path or "").split("/")[:2] == begins for route in iter_route_contexts(app.routes)
    ):
        place = config.origin("base_path").place
        raise ConfigWrong([f"base_path ({place}): must not begin with {'/'.join(begins)}"])


def _add_layers(app: Application, config: Config) -> None:
    """Lay around the application what every request passes through, the innermost first."""
    app.add_middleware(Unchanged, path=API)
    app.add_middleware(Heads)
    app.add_middleware(OwnPagesOnly, listed=config.cors_origins)
    app.add_middleware(BodyLimit, larger=_LARGER_BODIES)
    if config.cors_origins:
        app.add_middleware(ListedOrigins, origins=config.cors_origins)
    app.add_middleware(KnownHosts, allowed=config.allowed_hosts, listens_on=config.host)
    app.add_middleware(Requests)
    app.add_middleware(RequestIds)
    app.add_middleware(SecurityHeaders, policy=pages.NOTHING)
    app.add_middleware(ByProxy, trusted=config.trusted_proxies, base_path=config.base_path)


def _component(room: str) -> str:
    return room.rpartition(".")[2]
