"""Kodi's one route, its password, and the methods that can be called."""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import orjson
from fastapi import APIRouter, FastAPI, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, told
from maestrarr.demo.upstreams.household import FILMS, SERIES, Household, Player, Shelved
from maestrarr.demo.upstreams.kodi import library
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.demo.upstreams.world import World

USER = "kodi"
_NO_METHOD, _NO_PARAMS, _NO_REQUEST, _NO_JSON = -32601, -32602, -32600, -32700
_WORDS = {
    _NO_METHOD: "Method not found.",
    _NO_PARAMS: "Invalid params.",
    _NO_REQUEST: "Invalid request.",
    _NO_JSON: "Parse error.",
}
_APPLICATION: Mapping[str, object] = {
    "volume": 100,
    "muted": False,
    "name": "Kodi",
    "version": {"major": 20, "minor": 1, "revision": "20.1", "tag": "stable"},
    "sorttokens": ["the"],
    "language": "en_GB",
}


class _Wrong(Exception):
    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: what is given by name, and what it is answered from."""

    params: Mapping[str, Any]
    household: Household
    player: Player

    def whole(self, name: str) -> int:
        """Read a whole number that must be there."""
        value = self.params.get(name)
        if not isinstance(value, int):
            raise _Wrong(_NO_PARAMS)
        return value

    @property
    def properties(self) -> list[str]:
        """The fields that are asked for."""
        asked = self.params.get("properties", [])
        if not isinstance(asked, list):
            raise _Wrong(_NO_PARAMS)
        return asked

    def movies(self) -> dict[int, Shelved]:
        """List the films by the numbers that they have now."""
        films = {title.number: title for title in self.household.of_kind(Kind.FILM)}
        if not self.player.numbers:
            self.player.numbers = {number: number for number in films}
        return {number: films[at] for number, at in self.player.numbers.items()}

    def series(self, name: str = "tvshowid") -> Shelved:
        """Find the series of a number that must be there."""
        number = self.whole(name)
        for title in self.household.of_kind(Kind.SERIES):
            if title.number == number:
                return title
        raise _Wrong(_NO_PARAMS)


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, Response("<h1>404</h1>", 404, media_type="text/html"))
    app.include_router(_router)
    return app


_router = APIRouter()


@_router.post("/jsonrpc")
async def _call(request: Request) -> Response:
    if not _is_let_in(request.headers.get("Authorization", "")):
        realm = {"WWW-Authenticate": "Basic realm=XBMC"}
        return Response("<h1>401</h1>", 401, headers=realm, media_type="text/html")
    household: Household = request.app.state.household
    try:
        asked = orjson.loads(await request.body())
    except orjson.JSONDecodeError:
        return told(_failure(None, _NO_JSON))
    if isinstance(asked, list):
        return told([_answer(one, household) for one in asked])
    return told(_answer(asked, household))


def _is_let_in(authorization: str) -> bool:
    try:
        given = base64.b64decode(authorization.removeprefix("Basic ")).decode()
    except (binascii.Error, UnicodeDecodeError):
        return False
    return given == f"{USER}:{KEY}"


def _answer(asked: object, household: Household) -> Document:
    if not isinstance(asked, dict) or asked.get("jsonrpc") != "2.0":
        return _failure(None, _NO_REQUEST)
    number = asked.get("id")
    method = _METHODS.get(str(asked.get("method")))
    params = asked.get("params", {})
    try:
        if method is None:
            raise _Wrong(_NO_METHOD)  # noqa: TRY301  # said with the others
        known, answer = method
        if not isinstance(params, dict) or not params.keys() <= known:
            raise _Wrong(_NO_PARAMS)  # noqa: TRY301  # said with the others
        result = answer(_Call(params, household, household.player("kodi")))
    except _Wrong as wrong:
        return _failure(number, wrong.code)
    return {"id": number, "jsonrpc": "2.0", "result": result}


def _failure(number: object, code: int) -> Document:
    return {"id": number, "jsonrpc": "2.0", "error": {"code": code, "message": _WORDS[code]}}


def _ping(_: _Call) -> object:
    return "pong"


def _version(_: _Call) -> object:
    return {"version": {"major": 12, "minor": 9, "patch": 0}}


def _application(call: _Call) -> object:
    if not call.properties or not set(call.properties) <= _APPLICATION.keys():
        raise _Wrong(_NO_PARAMS)
    return {name: _APPLICATION[name] for name in call.properties}


def _movies(call: _Call) -> object:
    found = [
        library.movie(title, number, call.properties)
        for number, title in call.movies().items()
        if _fits(call, title)
    ]
    return _listed(call, "movies", found)


def _movie(call: _Call) -> object:
    number = call.whole("movieid")
    title = call.movies().get(number)
    if title is None:
        raise _Wrong(_NO_PARAMS)
    return {"moviedetails": library.movie(title, number, call.properties)}


def _several_series(call: _Call) -> object:
    found = [
        library.series(title, call.properties)
        for title in call.household.of_kind(Kind.SERIES)
        if _fits(call, title)
    ]
    return _listed(call, "tvshows", found)


def _seasons(call: _Call) -> object:
    title = call.series()
    numbers = sorted({episode.season for episode, _ in title.episodes})
    found = [library.season(title, number, call.properties) for number in numbers]
    return _listed(call, "seasons", found)


def _episodes(call: _Call) -> object:
    title, season = call.series(), call.params.get("season", -1)
    found = [
        library.episode(title, episode, file, call.properties)
        for episode, file in title.episodes
        if season in {-1, episode.season}
    ]
    return _listed(call, "episodes", found)


def _refresh_movie(call: _Call) -> object:
    """Read a film again: it goes, and comes back under another number, as in Kodi."""
    number = call.whole("movieid")
    title = call.movies().get(number)
    if title is None:
        raise _Wrong(_NO_PARAMS)
    del call.player.numbers[number]
    call.player.numbers[max([number, *call.player.numbers]) + 1] = title.number
    call.player.refreshed.append(title.folder)
    return "OK"


def _refresh_series(call: _Call) -> object:
    call.player.refreshed.append(call.series().folder)
    return "OK"


def _scan(call: _Call) -> object:
    call.player.refreshed.append(str(call.params.get("directory", "")))
    return "OK"


def _clean(_: _Call) -> object:
    return "OK"


def _active_players(call: _Call) -> object:
    if not call.player.playing:
        return []
    return [{"playerid": 1, "type": "video", "playertype": "internal"}]


def _item_played(call: _Call) -> object:
    if call.whole("playerid") != 1 or not call.player.playing:
        raise _Wrong(_NO_PARAMS)
    file = call.player.playing[0]
    title = call.household.title_of(file)
    return {"item": library.playing(title, file, call.properties)}


def _sources(call: _Call) -> object:
    sources: list[Document] = [{"file": f"{path}/", "label": path.name} for path in (FILMS, SERIES)]
    return _listed(call, "sources", sources if call.params.get("media") == "video" else [])


def _textures(call: _Call) -> object:
    found = [
        {"textureid": number} | _texture(number, path, call.properties)
        for number, path in call.player.pictures.items()
        if _is_meant(call.params.get("filter"), {"url": path, "textureid": str(number)})
    ]
    return {"textures": found}


def _texture(number: int, path: str, properties: list[str]) -> Document:
    whole = {
        "url": library.image(path),
        "cachedurl": f"{number % 16:x}/{number:08x}.jpg",
        "lasthashcheck": "2026-11-20 08:00:00",
        "imagehash": f"d{number}s{number * 31}",
        "sizes": [{"size": 1, "width": 1000, "height": 1500, "usecount": 3,
                   "lastused": "2026-11-20 08:00:00"}],
    }  # fmt: skip
    return {name: whole[name] for name in properties if name in whole}


def _remove_texture(call: _Call) -> object:
    if call.player.pictures.pop(call.whole("textureid"), None) is None:
        raise _Wrong(_NO_PARAMS)
    return "OK"


def _fits(call: _Call, title: Shelved) -> bool:
    """Tell whether a title is meant: its path is its folder's, and ends with a slash."""
    is_film = title.story.kind is Kind.FILM
    file = PurePosixPath(title.files[0])
    path = library.folder_of(title) if is_film else f"{title.folder}/"
    fields = {"path": path, "filename": file.name, "title": title.story.title}
    return _is_meant(call.params.get("filter"), fields)


def _is_meant(rule: Any, fields: Mapping[str, str]) -> bool:  # noqa: ANN401  # what was sent
    if rule is None:
        return True
    if not isinstance(rule, dict):
        raise _Wrong(_NO_PARAMS)
    if "and" in rule:
        return all(_is_meant(one, fields) for one in rule["and"])
    if "or" in rule:
        return any(_is_meant(one, fields) for one in rule["or"])
    if not {"field", "operator", "value"} <= rule.keys() or rule["field"] not in fields:
        raise _Wrong(_NO_PARAMS)
    value, wanted = fields[rule["field"]], library.unwrapped(str(rule["value"]))
    tests: dict[str, Callable[[], bool]] = {
        "is": lambda: value == wanted,
        "contains": lambda: wanted.lower() in value.lower(),
        "startswith": lambda: value.lower().startswith(wanted.lower()),
        "endswith": lambda: value.lower().endswith(wanted.lower()),
    }
    if rule["operator"] not in tests:
        raise _Wrong(_NO_PARAMS)
    return tests[rule["operator"]]()


def _listed(call: _Call, name: str, found: list[Document]) -> Document:
    limits = call.params.get("limits", {})
    start, end = limits.get("start", 0), limits.get("end", -1)
    shown = found[start : len(found) if end < 0 else end]
    told_of = {"start": start, "end": start + len(shown), "total": len(found)}
    return {"limits": told_of, name: shown}


_LIST = frozenset({"properties", "limits", "sort", "filter"})
_Method = tuple[frozenset[str], Callable[[_Call], object]]
_METHODS: Mapping[str, _Method] = {
    "Application.GetProperties": (frozenset({"properties"}), _application),
    "Files.GetSources": (frozenset({"media", "limits", "sort"}), _sources),
    "JSONRPC.Ping": (frozenset(), _ping),
    "JSONRPC.Version": (frozenset(), _version),
    "Player.GetActivePlayers": (frozenset(), _active_players),
    "Player.GetItem": (frozenset({"playerid", "properties"}), _item_played),
    "Textures.GetTextures": (frozenset({"properties", "filter"}), _textures),
    "Textures.RemoveTexture": (frozenset({"textureid"}), _remove_texture),
    "VideoLibrary.Clean": (frozenset({"showdialogs", "content", "directory"}), _clean),
    "VideoLibrary.GetEpisodes": (_LIST | {"tvshowid", "season"}, _episodes),
    "VideoLibrary.GetMovieDetails": (frozenset({"movieid", "properties"}), _movie),
    "VideoLibrary.GetMovies": (_LIST, _movies),
    "VideoLibrary.GetSeasons": (_LIST | {"tvshowid"}, _seasons),
    "VideoLibrary.GetTVShows": (_LIST, _several_series),
    "VideoLibrary.RefreshMovie": (frozenset({"movieid", "ignorenfo", "title"}), _refresh_movie),
    "VideoLibrary.RefreshTVShow": (
        frozenset({"tvshowid", "ignorenfo", "refreshepisodes", "title"}),
        _refresh_series,
    ),
    "VideoLibrary.Scan": (frozenset({"directory", "showdialogs"}), _scan),
}
