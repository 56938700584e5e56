"""How Jellyfin is asked.

Since 12 it takes no other header than `Authorization`, and lists only as repeated keys; 10.11 takes
both. Source: Jellyfin's API descriptions of both.
"""

from typing import Final
from urllib.parse import quote

from maestrarr import __version__
from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import Asking, Player, Tested
from maestrarr.providers.errors import AnotherService
from maestrarr.providers.jellyfin import wire
from maestrarr.providers.jellyfin.convert import hear

NAME: Final = "Jellyfin"
TERMS: Final = Terms(service="jellyfin", reach=Reach.HOUSE, per_second=20, burst=20, at_once=4)
_ACTIVE_SECONDS: Final = 300
_NOW: Final = Asking(Urgency.USER, fresh=True)


class JellyfinConfig(Config):
    """A connection to one Jellyfin; `key` is an API key from its dashboard."""

    url: Url
    key: Secret


class Jellyfin:
    """Reads folders again, and tells what is played."""

    def __init__(self, http: Http, config: JellyfinConfig, owner: str) -> None:
        secrets = Secrets(headers={"Authorization": authorization(config.key, owner)})
        self._service = Service(NAME, http.client(config.url, TERMS, owner=owner, secrets=secrets))

    async def test(self) -> Tested:
        """Ask who answers."""
        info = await self._service.get(wire.SystemInfo, "/System/Info", asking=_NOW)
        if info.version is None or NAME not in (info.product_name or NAME):
            raise AnotherService(NAME, self._service.client.host)
        return Tested(name=info.server_name or NAME, version=info.version)

    async def refresh(self, folder: str) -> None:
        """Report a folder as changed; Jellyfin reads it again within about a minute."""
        update = {"Path": folder, "UpdateType": "Modified"}
        await self._service.send("/Library/Media/Updated", Body.json({"Updates": [update]}))

    async def playing(self) -> list[str]:
        """List the files that are played; a title whose file is not named is asked for."""
        items = [session.now_playing_item for session in await self._sessions()]
        unnamed = [item.id for item in items if item.id and not item.path]
        if unnamed:
            params = {"ids": unnamed, "fields": ["Path"]}
            found = await self._service.get(wire.Items, "/Items", params, asking=_NOW)
            items += found.items
        return [item.path for item in items if item.path]

    async def _sessions(self) -> list[wire.Session]:
        params = {"activeWithinSeconds": _ACTIVE_SECONDS}
        return await self._service.several(wire.Session, "/Sessions", params, asking=_NOW)


def authorization(token: str, device_id: str) -> str:
    """Say who asks, in Jellyfin's scheme: every value is quoted, and encoded as in addresses."""
    said = {
        "Token": token,
        "Client": "Maestrarr",
        "Device": "Maestrarr",
        "DeviceId": f"maestrarr-{device_id}",
        "Version": __version__,
    }
    return "MediaBrowser " + ", ".join(f'{name}="{quote(value)}"' for name, value in said.items())


KIND: Final = Kind(
    name="jellyfin",
    title=NAME,
    capabilities=frozenset({Player}),
    config=JellyfinConfig,
    secrets=frozenset({"key"}),
    terms=TERMS,
    website="https://jellyfin.org",
    make=Jellyfin,
    hear=hear,
    trace=Trace(
        port=8096,
        path="/System/Info/Public",
        is_its=lambda told: NAME in str(told.get("ProductName")),
    ),
)
