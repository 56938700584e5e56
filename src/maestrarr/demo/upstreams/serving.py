"""Serves every twin on one port of this machine: `/tmdb`, `/tvdb`, and so on."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from maestrarr.demo.upstreams import (
    emby,
    fanart,
    jellyfin,
    kodi,
    messengers,
    opensubtitles,
    plex,
    seerr,
    servarr,
    tautulli,
    tmdb,
    tvdb,
)
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.faults import Fault, Line, Switch, faulty
from maestrarr.demo.upstreams.household import Player
from maestrarr.demo.upstreams.switchboard import make_switchboard
from maestrarr.demo.upstreams.world import World

_HOST = "127.0.0.1"

_SERVICES: Mapping[str, Callable[[World], ASGIApp]] = {
    "tmdb": tmdb.make_app,
    "tvdb": tvdb.make_app,
    "fanart": fanart.make_app,
    "kodi": kodi.make_app,
    "jellyfin": jellyfin.make_app,
    "jellyfin12": jellyfin.make_newer_app,
    "emby": emby.make_app,
    "plex": plex.make_app,
    "radarr": servarr.make_radarr,
    "sonarr": servarr.make_sonarr,
    "seerr": seerr.make_app,
    "tautulli": tautulli.make_app,
    "opensubtitles": opensubtitles.make_app,
    "receiver": messengers.make_receiver,
    "gotify": messengers.make_gotify,
    "expo": messengers.make_expo,
}


@dataclass(frozen=True, slots=True)
class Upstreams:
    """The twins while they are served: where each is, and the switch of their faults."""

    address: str
    world: World
    switch: Switch

    def url(self, service: str) -> str:
        """Name the base URL of a service, as somebody would enter it."""
        return f"{self.address}/{service}"

    def player(self, service: str) -> Player:
        """Look at what a player does, and change it."""
        return self.world.household.player(service)

    def mend(self) -> None:
        """End every fault, and forget what was asked and what was done."""
        self.switch.clear()
        self.world.household.forget()
        self.world.desks.clear()

    def fail(self, service: str, kind: str, **how: object) -> None:
        """Let a service fail, as `faults.Fault` says."""
        self.switch.set(Fault.model_validate({"service": service, "kind": kind, **how}))


def make_app(world: World, switch: Switch) -> ASGIApp:
    """Put every twin below one roof."""
    board = make_switchboard(switch, world, list(_SERVICES))
    mounts = [
        Mount(f"/{name}", faulty(name, make(world), switch)) for name, make in _SERVICES.items()
    ]
    return Starlette(routes=[*mounts, Mount("/_twin", board)])


@contextmanager
def served(catalogue: Catalogue, port: int = 0) -> Iterator[Upstreams]:
    """Serve the twins in a thread until the end of the block; any port for 0.

    Raises:
        OSError: the port is taken.
    """
    world, switch = World.of(catalogue), Switch()
    with socket.create_server((_HOST, port)) as listener:
        server = make_server(world, switch)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield Upstreams(f"http://{_HOST}:{listener.getsockname()[1]}", world, switch)
        finally:
            server.should_exit = True
            thread.join()


def make_server(world: World, switch: Switch) -> uvicorn.Server:
    """Make the server of the twins; it leaves the log alone."""
    return uvicorn.Server(
        uvicorn.Config(
            make_app(world, switch),
            http=_cut_by(switch),
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=1,
        )
    )


def _cut_by(switch: Switch) -> type[HttpToolsProtocol]:
    """Read requests as uvicorn does, and let the switch cut the connections that they come by."""

    class Cut(HttpToolsProtocol):
        def connection_made(self, transport: Any) -> None:  # noqa: ANN401  # uvicorn's own
            super().connection_made(transport)
            if self.client is not None:
                switch.lines[self.client] = cast("Line", transport)

        def connection_lost(self, exc: Exception | None) -> None:
            if self.client is not None:
                switch.lines.pop(self.client, None)
            super().connection_lost(exc)

    return Cut
