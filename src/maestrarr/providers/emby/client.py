"""How Emby is asked.

Source: Emby's REST API. It began as Jellyfin did, and no longer lets in in the same way.
"""

from typing import Final

from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import Asking, Player, Tested
from maestrarr.providers.emby import wire
from maestrarr.providers.errors import AnotherService

NAME: Final = "Emby"
TERMS: Final = Terms(service="emby", reach=Reach.HOUSE, per_second=20, burst=20, at_once=4)
_NOW: Final = Asking(Urgency.USER, fresh=True)


class EmbyConfig(Config):
    """A connection to one Emby; its address may end with `/emby`."""

    url: Url
    key: Secret


class Emby:
    """Reads folders again, and tells what is played."""

    def __init__(self, http: Http, config: EmbyConfig, owner: str) -> None:
        secrets = Secrets(headers={"X-Emby-Token": config.key})
        self._service = Service(NAME, http.client(config.url, TERMS, owner=owner, secrets=secrets))

    async def test(self) -> Tested:
        """Ask who answers; Jellyfin does so too, and says its name."""
        info = await self._service.get(wire.SystemInfo, "/System/Info", asking=_NOW)
        if info.version is None or "Jellyfin" in (info.product_name or ""):
            raise AnotherService(NAME, self._service.client.host)
        return Tested(name=info.server_name or NAME, version=info.version)

    async def refresh(self, folder: str) -> None:
        """Report a folder as changed; Emby reads it again soon."""
        update = {"Path": folder, "UpdateType": "Modified"}
        await self._service.send("/Library/Media/Updated", Body.json({"Updates": [update]}))

    async def playing(self) -> list[str]:
        """List the files that are played."""
        sessions = await self._service.several(wire.Session, "/Sessions", asking=_NOW)
        return [path for each in sessions if (path := each.now_playing_item.path)]


KIND: Final = Kind(
    name="emby",
    title=NAME,
    capabilities=frozenset({Player}),
    config=EmbyConfig,
    secrets=frozenset({"key"}),
    terms=TERMS,
    website="https://emby.media",
    make=Emby,
    trace=Trace(
        port=8096,
        path="/System/Info/Public",
        is_its=lambda told: "Version" in told and "Jellyfin" not in str(told.get("ProductName")),
    ),
)
