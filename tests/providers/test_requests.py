"""Every request that a client builds is one that the vendor's contract knows."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from tmdb_documents import CONFIGURATION, IMAGES, MOVIE, SERIES, episode, season
from tvdb_documents import HITS, page
from tvdb_documents import MOVIE as TVDB_MOVIE
from tvdb_documents import SERIES as TVDB_SERIES
from tvdb_documents import episode as tvdb_episode

from answering import Answering
from contracts import Contract, load
from maestrarr.demo.upstreams.servarr import forms
from maestrarr.demo.upstreams.servarr.brands import RADARR, SONARR
from maestrarr.kit.http import Http
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.acquisition import Hook, Wish
from maestrarr.providers.contracts import Wanted
from maestrarr.providers.jellyfin.client import Jellyfin, JellyfinConfig
from maestrarr.providers.kodi.client import Kodi, KodiConfig
from maestrarr.providers.plex.client import Plex, PlexConfig
from maestrarr.providers.registry import KINDS
from maestrarr.providers.tmdb.client import Tmdb, TmdbConfig
from maestrarr.providers.tvdb.client import Tvdb, TvdbConfig

GROUP = "5e9077d2e640d600151f32bd"
NUMBER = "6f1c2d3e-0000-4000-8000-000000000001"


def hold(contract: Contract, service: Answering) -> None:
    """Hold every request to a contract, whatever was answered."""
    for request in service.asked:
        contract.holds(httpx2.Response(204, request=request), below="")


@pytest.mark.parametrize("key", ["demo", "a.b.c"])
async def test_tmdb(http: Http, service: Answering, key: str) -> None:
    tmdb = Contract.of("tmdb")
    answers = {
        "/3/authentication": {"success": True},
        "/3/configuration": CONFIGURATION,
        "/3/search/movie": {"results": []},
        "/3/search/tv": {"results": []},
        "/3/find/tt9900101": {"movie_results": [{"id": 900101}]},
        "/3/find/700201": {"tv_results": [{"id": 900201}]},
        "/3/movie/900101": MOVIE,
        "/3/movie/900101/images": IMAGES,
        "/3/tv/900201": {**SERIES, "episode_groups": {"results": [{"id": GROUP, "type": 2}]}},
        f"/3/tv/episode_group/{GROUP}": {"groups": []},
        "/3/tv/900201/season/0": season(0, episode(0, 1)),
        "/3/tv/900201/season/1": season(1, episode(1, 1)),
        "/3/tv/900201/season/0/images": {"posters": []},
        "/3/tv/900201/season/1/images": {"posters": []},
        "/3/collection/990": {"id": 990, "name": "Fener"},
        "/3/collection/990/images": {"posters": []},
    }
    for path, told in answers.items():
        service.answer(path, told)
    client = Tmdb(http, TmdbConfig(url=service.url, key=key), "instance")

    await client.test()
    await client.search(Wanted(kind="movie", title="Tuz", year=2011, language="pt-BR"))
    await client.search(Wanted(kind="series", title="Kuyu", year=2019, language="zh-Hant"))
    await client.describe("movie", ExternalIds(imdb="tt9900101"), "tr")
    await client.describe("series", ExternalIds(tvdb=700201), "tr")
    await client.describe("set", ExternalIds(tmdb=990), "tr")
    for kind, number in (("movie", 900101), ("series", 900201), ("set", 990)):
        await client.artwork(kind, ExternalIds(tmdb=number))  # type: ignore[arg-type]

    assert set(service.paths()) == set(answers)
    hold(tmdb, service)


async def test_tvdb(http: Http, service: Answering) -> None:
    tvdb = Contract.of("tvdb")
    answers = {
        "/v4/login": {"data": {"token": "x"}},
        "/v4/search": HITS,
        "/v4/search/remoteid/tt9900101": {"data": [{"movie": {"id": 700101}}]},
        "/v4/movies/700101/extended": {"data": TVDB_MOVIE},
        "/v4/series/700201/extended": {"data": TVDB_SERIES},
        "/v4/series/700201/episodes/official/tur": page(tvdb_episode(1, 1, 1, name=None)),
        "/v4/series/700201/episodes/official/eng": page(),
        "/v4/series/700201/episodes/dvd": page(),
        "/v4/series/700201/episodes/absolute": page(),
    }
    for path, told in answers.items():
        service.answer(path, told)
    client = Tvdb(http, TvdbConfig(url=service.url, key="demo", pin="1234"), "instance")

    await client.test()
    await client.search(Wanted(kind="series", title="Kuyu", year=2019))
    await client.describe("movie", ExternalIds(imdb="tt9900101"), "tr")
    await client.describe("series", ExternalIds(tvdb=700201), "tr")

    assert set(service.paths()) == set(answers)
    hold(tvdb, service)


@pytest.mark.parametrize("version", ["jellyfin-10.11.11", "jellyfin-12.0.0"])
async def test_jellyfin(http: Http, service: Answering, version: str) -> None:
    jellyfin = Contract.of(version)
    service.answer("/System/Info", {"Version": "12.0.0", "ProductName": "Jellyfin Server"})
    service.answer("/Library/Media/Updated", b"", 204)
    playing = {"NowPlayingItem": {"Id": NUMBER}}
    service.answer("/Sessions", [playing, {"NowPlayingItem": {"Id": NUMBER[:-1] + "2"}}])
    service.answer("/Items", {"Items": []})
    client = Jellyfin(http, JellyfinConfig(url=service.url, key="demo"), "instance")

    await client.test()
    await client.refresh("/films/Tuz")
    await client.playing()

    assert len(service.asked) == 4
    hold(jellyfin, service)


async def test_plex(http: Http, service: Answering) -> None:
    plex = Contract.of("plex-official-openapi")
    library = {"key": "1", "Location": [{"path": "/films"}]}
    service.answer("/", {"MediaContainer": {"version": "1.42"}})
    service.answer("/status/sessions", {"MediaContainer": {}})
    service.answer("/library/sections/all", {"MediaContainer": {"Directory": [library]}})
    service.answer("/library/sections/1/refresh", b"")
    client = Plex(http, PlexConfig(url=service.url, token="demo"), "instance")

    await client.test()
    await client.playing()
    await client.refresh("/films/Tuz")

    assert len(service.asked) == 4
    hold(plex, service)


async def test_kodi(http: Http, service: Answering) -> None:
    methods = load("kodi-methods")
    results: dict[str, Any] = {
        "Application.GetProperties": {"name": "Kodi"},
        "VideoLibrary.GetMovies": {"movies": [{"movieid": 1}]},
        "VideoLibrary.GetTVShows": {"tvshows": [{"tvshowid": 1}]},
        "Player.GetActivePlayers": [{"playerid": 1}],
        "Player.GetItem": {"item": {}},
        "Textures.GetTextures": {"textures": [{"textureid": 1}]},
    }
    called: list[tuple[str, dict[str, Any]]] = []
    service.judge("/jsonrpc", _calling(results, called))
    client = Kodi(http, KodiConfig(url=service.url, password="demo"), "instance")

    await client.test()
    await client.refresh("/films/Tuz")
    await client.playing()
    await client.forget_pictures(["/films/Tuz/poster.jpg"])

    assert len(called) == 10
    for method, given in called:
        known = {each["name"]: each for each in methods[method]["params"]}
        needed = {name for name, each in known.items() if each.get("required") is True}
        assert needed <= set(given) <= set(known), method


def _calling(
    results: dict[str, Any], called: list[tuple[str, dict[str, Any]]]
) -> Callable[[httpx2.Request], tuple[int, Any]]:
    def judge(request: httpx2.Request) -> tuple[int, Any]:
        call = httpx2.Response(200, content=request.content).json()
        called.append((call["method"], call["params"]))
        return 200, {"result": results.get(call["method"], "OK")}

    return judge


@pytest.mark.parametrize("brand", [RADARR, SONARR], ids=lambda brand: brand.key)
async def test_download_managers(http: Http, service: Answering, brand: Any) -> None:
    contract = Contract.of(brand.key)
    kind = KINDS[brand.key]
    client = kind.make(http, kind.config(url=service.url, key="demo"), "instance")
    mine = forms.hook(brand) | {"id": 3, "name": "Maestrarr"}
    for path, told in {
        "system/status": forms.status(brand), "tag": [], "rootfolder": [], "history/since": [],
        "config/mediamanagement": forms.media_management(brand, ""), "command": {},
        f"{brand.one}": [], f"{brand.one}/7": {"id": 7}, f"{brand.one}/editor": {},
        "notification": [mine], "notification/schema": [forms.hook(brand)], "notification/3": {},
    }.items():  # fmt: skip
        service.answer(f"/api/v3/{path}", told)

    await client.test()
    await client.managed()
    await client.roots()
    await client.recycle_folder()
    await client.files_since(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    await client.look_for(7, [1])
    await client.reread(7)
    await client.monitor([7], is_monitored=False)
    await client.delete(7, with_files=True, for_good=True)
    await client.send_news(Hook(name="Maestrarr", url="http://maestrarr/webhook"))
    await client.send_news(Hook(name="Another", url="http://maestrarr/webhook"))

    hold(contract, service)
    assert {"POST", "PUT", "DELETE"} <= {request.method for request in service.asked}


@pytest.mark.parametrize("name", ["seerr", "overseerr"])
async def test_request_managers(http: Http, service: Answering, name: str) -> None:
    contract, kind = Contract.of(name), KINDS["seerr"]
    client: Any = kind.make(http, kind.config(url=service.url, key="demo"), "instance")
    below = "" if "/api/v1/request" in contract.spec["paths"] else "/api/v1"
    user = {"id": 1, "displayName": "demo"}
    asked = {"id": 4, "status": 2, "type": "tv", "requestedBy": user, "media": {"tmdbId": 5}}
    for path, told in {
        "status": {"version": "1.34.0"}, "auth/me": user, "user": {"results": [user]},
        "request": asked | {"results": [asked]}, "movie/5": {"id": 5}, "tv/5": {"id": 5},
        "request/4": b"", "media/6": b"",
    }.items():  # fmt: skip
        service.answer(f"/api/v1/{path}", told)

    await client.test()
    assert len(await client.requests()) == len(await client.requesters()) == 1
    await client.standing("movie", 5)
    await client.standing("series", 5)
    await client.request(Wish(kind="series", tmdb=5, seasons=[1, 2], by=1))
    await client.request(Wish(kind="movie", tmdb=5))
    await client.withdraw(4)
    await client.forget(6)

    for request in service.asked:
        contract.holds(httpx2.Response(204, request=request), below=below)
