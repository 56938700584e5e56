"""How Plex Media Server is asked.

Source: Plex's own description of its API.
"""

from collections.abc import Mapping
from typing import Any, Final

from maestrarr import __version__
from maestrarr.kit.http import Http, Reach, Secrets, Terms, Urgency
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import Asking, Player, Tested
from maestrarr.providers.errors import AnotherService, NotThere
from maestrarr.providers.plex import wire
from maestrarr.providers.plex.convert import hear

NAME: Final = "Plex"
TERMS: Final = Terms(service="plex", reach=Reach.HOUSE, per_second=20, burst=20, at_once=4)
_OTHER_METHOD: Final = (404, 405)
_NOW: Final = Asking(Urgency.USER, fresh=True)


class PlexConfig(Config):
    """A connection to one Plex Media Server; `token` is its owner's."""

    url: Url
    token: Secret


class Plex:
    """Scans folders again, and tells what is played."""

    def __init__(self, http: Http, config: PlexConfig, owner: str) -> None:
        headers = {
            "X-Plex-Product": "Maestrarr",
            "X-Plex-Version": __version__,
            "X-Plex-Client-Identifier": f"maestrarr-{owner}",
        }
        secrets = Secrets(headers={"X-Plex-Token": config.token})
        client = http.client(config.url, TERMS, owner=owner, headers=headers, secrets=secrets)
        self._service = Service(NAME, client)

    async def test(self) -> Tested:
        """Ask who answers."""
        container = await self._container("/")
        if container.version is None:
            raise AnotherService(NAME, self._service.client.host)
        return Tested(name=container.friendly_name or NAME, version=container.version)

    async def refresh(self, folder: str) -> None:
        """Have a folder scanned in each library that it lies in.

        Raises:
            NotThere: it lies in none.
        """
        libraries = (await self._container("/library/sections/all")).directories
        keys = [each.key for each in libraries if each.key and _holds(each, folder)]
        if not keys:
            raise NotThere("folder", NAME, folder)
        for key in keys:
            await self._scan(f"/library/sections/{key}/refresh", folder)

    async def playing(self) -> list[str]:
        """List the files that are played."""
        playing = (await self._container("/status/sessions")).metadata
        parts = [part for title in playing for media in title.media for part in media.parts]
        return [part.file for part in parts if part.file]

    async def _scan(self, path: str, folder: str) -> None:
        client, params = self._service.client, {"path": folder}
        answer = await client.post(path, params=params, urgency=_NOW.urgency, may_repeat=True)
        if answer.status in _OTHER_METHOD:  # an older server: there it is a GET
            answer = await client.get(path, params, urgency=_NOW.urgency, fresh=True)
        self._service.judge(answer)

    async def _container(self, path: str) -> wire.Container:
        return (await self._service.get(wire.Whole, path, asking=_NOW)).container


def _holds(library: wire.Directory, folder: str) -> bool:
    wanted = _steps(folder)
    return any(
        wanted[: len(steps)] == steps
        for location in library.locations
        if (steps := _steps(location.path or ""))
    )


def _is_its(told: Mapping[str, Any]) -> bool:
    container = told.get("MediaContainer")
    return isinstance(container, dict) and "machineIdentifier" in container


def _steps(path: str) -> list[str]:
    """Cut a path of any system into its parts."""
    return [step for step in path.replace("\\", "/").split("/") if step]


KIND: Final = Kind(
    name="plex",
    title=NAME,
    capabilities=frozenset({Player}),
    config=PlexConfig,
    secrets=frozenset({"token"}),
    terms=TERMS,
    website="https://www.plex.tv",
    make=Plex,
    hear=hear,
    trace=Trace(
        port=32400,
        path="/identity",
        is_its=_is_its,
    ),
)
