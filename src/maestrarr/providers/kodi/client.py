"""How Kodi is asked.

Source: JSON-RPC API of Kodi 20, kodi.wiki.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.kit.http.errors import Garbled
from maestrarr.providers.base import Config, Kind, Secret, Service, Url
from maestrarr.providers.contracts import ForgetsPictures, Player, Tested
from maestrarr.providers.errors import AnotherService
from maestrarr.providers.kodi import wire

NAME: Final = "Kodi"
TERMS: Final = Terms(service="kodi", reach=Reach.HOUSE, per_second=20, burst=20, at_once=2)


class KodiConfig(Config):
    """A connection to one Kodi, by its remote control over HTTP."""

    url: Url
    user: str | None = None
    password: Secret | None = None


class Kodi:
    """Reads folders again, tells what it plays and forgets pictures."""

    def __init__(self, http: Http, config: KodiConfig, owner: str) -> None:
        secrets = Secrets()
        if config.password is not None:
            secrets = Secrets.basic(config.user or "kodi", config.password)
        client = http.client(config.url, TERMS, owner=owner, secrets=secrets)
        self._service = Service(NAME, client, refusal="password")

    async def test(self) -> Tested:
        """Ask who answers."""
        result = await self._call("Application.GetProperties", {"properties": ["name", "version"]})
        properties = wire.Properties.model_validate(_named(result))
        if properties.name is None:
            raise AnotherService(NAME, self._service.client.host)
        version = properties.version
        numbers = [str(part) for part in (version.major, version.minor) if part is not None]
        return Tested(name=properties.name, version=".".join(numbers) or None)

    async def refresh(self, folder: str) -> None:
        """Have what it knows in a folder read again from the NFO files, and the folder scanned."""
        path = _as_folder(folder)
        within = {"filter": {"field": "path", "operator": "startswith", "value": path}}
        found = await self._call("VideoLibrary.GetMovies", within)
        for movie in wire.Movies.model_validate(_named(found)).movies:
            await self._call(
                "VideoLibrary.RefreshMovie", {"movieid": movie.movieid, "ignorenfo": False}
            )
        found = await self._call("VideoLibrary.GetTVShows", within)
        for series in wire.SeveralSeries.model_validate(_named(found)).tvshows:
            await self._call(
                "VideoLibrary.RefreshTVShow",
                {"tvshowid": series.tvshowid, "ignorenfo": False, "refreshepisodes": True},
            )
        await self._call("VideoLibrary.Scan", {"directory": path, "showdialogs": False})

    async def playing(self) -> list[str]:
        """List the files that its players play."""
        players = await self._call("Player.GetActivePlayers", {})
        files = []
        for each in players if isinstance(players, list) else []:
            number = wire.ActivePlayer.model_validate(_named(each)).playerid
            if number is not None:
                state = await self._call(
                    "Player.GetItem", {"playerid": number, "properties": ["file"]}
                )
                files.append(wire.PlayerState.model_validate(_named(state)).item.file)
        return [file for file in files if file]

    async def forget_pictures(self, paths: Sequence[str]) -> None:
        """Drop its copies of pictures; what it never copied is no matter."""
        for path in paths:
            rule = {"field": "url", "operator": "is", "value": path}
            found = await self._call("Textures.GetTextures", {"filter": rule})
            for texture in wire.Textures.model_validate(_named(found)).textures:
                await self._call("Textures.RemoveTexture", {"textureid": texture.textureid})

    async def _call(self, method: str, params: Mapping[str, Any]) -> object:
        """Call a method that may be called twice.

        Raises:
            Problem: it fails, or there is no answer.
        """
        question = {"jsonrpc": "2.0", "id": 1, "method": method, "params": dict(params)}
        answer = await self._service.client.post(
            "/jsonrpc", Body.json(question), urgency=Urgency.USER, may_repeat=True
        )
        document = self._service.opened(answer)
        if "result" not in document:
            raise Garbled("unexpected", answer.host)
        return document["result"]


def _named(result: object) -> object:
    return result if isinstance(result, dict) else {}


def _as_folder(path: str) -> str:
    """End a path as Kodi's folders end: with the separator of its own system."""
    separator = "\\" if "\\" in path and "/" not in path else "/"
    return path if path.endswith(separator) else f"{path}{separator}"


KIND: Final = Kind(
    name="kodi",
    title=NAME,
    capabilities=frozenset({Player, ForgetsPictures}),
    config=KodiConfig,
    secrets=frozenset({"password"}),
    terms=TERMS,
    website="https://kodi.tv",
    make=Kodi,
)
