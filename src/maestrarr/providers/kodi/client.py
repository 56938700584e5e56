"""How Kodi is asked.

Source: JSON-RPC API of Kodi 20, kodi.wiki.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.providers.base import Config, Kind, Model, Read, Secret, Service, Url
from maestrarr.providers.contracts import ForgetsPictures, Player, Tested
from maestrarr.providers.errors import AnotherService
from maestrarr.providers.kodi import wire
from maestrarr.providers.reading import Unreadable

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
        asked = {"properties": ["name", "version"]}
        properties = await self._ask(wire.Properties, "Application.GetProperties", asked)
        if properties.name is None:
            raise AnotherService(NAME, self._service.client.host)
        version = properties.version
        numbers = [str(part) for part in (version.major, version.minor) if part is not None]
        return Tested(name=properties.name, version=".".join(numbers) or None)

    async def refresh(self, folder: str) -> None:
        """Have what it knows in a folder read again from the NFO files, and the folder scanned."""
        path = _as_folder(folder)
        within = {"filter": {"field": "path", "operator": "startswith", "value": path}}
        for movie in (await self._ask(wire.Movies, "VideoLibrary.GetMovies", within)).movies:
            again = {"movieid": movie.movieid, "ignorenfo": False}
            await self._tell("VideoLibrary.RefreshMovie", again)
        known = await self._ask(wire.SeveralSeries, "VideoLibrary.GetTVShows", within)
        for series in known.tvshows:
            again = {"tvshowid": series.tvshowid, "ignorenfo": False, "refreshepisodes": True}
            await self._tell("VideoLibrary.RefreshTVShow", again)
        await self._tell("VideoLibrary.Scan", {"directory": path, "showdialogs": False})

    async def playing(self) -> list[str]:
        """List the files that its players play."""
        active = await self._call("Player.GetActivePlayers", {}, read=wire.ActivePlayers.of)
        files = []
        for player in active.players:
            asked = {"playerid": player.playerid, "properties": ["file"]}
            files.append((await self._ask(wire.PlayerState, "Player.GetItem", asked)).item.file)
        return [file for file in files if file]

    async def forget_pictures(self, paths: Sequence[str]) -> None:
        """Drop its copies of pictures; what it never copied is no matter."""
        for path in paths:
            rule = {"field": "url", "operator": "is", "value": path}
            found = await self._ask(wire.Textures, "Textures.GetTextures", {"filter": rule})
            for texture in found.textures:
                await self._tell("Textures.RemoveTexture", {"textureid": texture.textureid})

    async def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        await self._call(method, params, read=bool)

    async def _ask(self, model: type[Model], method: str, params: Mapping[str, Any]) -> Model:
        return await self._call(method, params, read=model.model_validate)

    async def _call(
        self, method: str, params: Mapping[str, Any], *, read: Callable[[Any], Read]
    ) -> Read:
        """Call a method that may be called twice, and read its result.

        Raises:
            Problem: it fails, or there is no answer.
        """
        question = {"jsonrpc": "2.0", "id": 1, "method": method, "params": dict(params)}
        answer = await self._service.client.post(
            "/jsonrpc", Body.json(question), urgency=Urgency.USER, may_repeat=True
        )

        def its_result(document: Mapping[str, Any]) -> Read:
            if "result" not in document:
                raise Unreadable
            return read(document["result"])

        return self._service.read(its_result, answer)


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
