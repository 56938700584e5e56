"""Players are told of a folder, and say what they play."""

import base64
import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.providers.emby.client import Emby, EmbyConfig
from maestrarr.providers.errors import AnotherService, NotThere, Refused
from maestrarr.providers.jellyfin.client import Jellyfin, JellyfinConfig, authorization
from maestrarr.providers.kodi.client import Kodi, KodiConfig
from maestrarr.providers.plex.client import Plex, PlexConfig

Document = dict[str, Any]
FOLDER = "/films/Tuz Feneri (2011)"


class Remote:
    """What a Kodi answers to each of its methods."""

    def __init__(self, **results: object) -> None:
        self.results = results
        self.calls: list[tuple[str, Document]] = []

    def __call__(self, request: httpx2.Request) -> tuple[int, Document]:
        call = json.loads(request.content)
        self.calls.append((call["method"], call["params"]))
        name = call["method"].replace(".", "_")
        if name in self.results:
            return 200, {"id": call["id"], "jsonrpc": "2.0", "result": self.results[name]}
        return 200, {"id": call["id"], "error": {"code": -32601, "message": "Method not found."}}


@pytest.fixture
def kodi(http: Http, service: Answering) -> Kodi:
    return Kodi(http, KodiConfig(url=service.url, user="kodi", password="pärola"), "instance")


def jellyfin(http: Http, service: Answering) -> Jellyfin:
    return Jellyfin(http, JellyfinConfig(url=f"{service.url}/", key="k&y"), "instance")


def emby(http: Http, service: Answering) -> Emby:
    return Emby(http, EmbyConfig(url=f"{service.url}/emby", key="demo"), "instance")


def plex(http: Http, service: Answering) -> Plex:
    return Plex(http, PlexConfig(url=service.url, token="demo"), "instance")


async def test_kodi_reads_what_it_knows_anew_and_scans(kodi: Kodi, service: Answering) -> None:
    remote = Remote(
        VideoLibrary_GetMovies={"movies": [{"movieid": 3, "label": "Tuz"}], "limits": {}},
        VideoLibrary_RefreshMovie="OK",
        VideoLibrary_GetTVShows={"limits": {"total": 0}},
        VideoLibrary_Scan="OK",
    )
    service.judge("/jsonrpc", remote)

    await kodi.refresh(FOLDER)

    within = {"filter": {"field": "path", "operator": "startswith", "value": f"{FOLDER}/"}}
    assert remote.calls == [
        ("VideoLibrary.GetMovies", within),
        ("VideoLibrary.RefreshMovie", {"movieid": 3, "ignorenfo": False}),
        ("VideoLibrary.GetTVShows", within),
        ("VideoLibrary.Scan", {"directory": f"{FOLDER}/", "showdialogs": False}),
    ]


async def test_kodi_on_windows_is_told_folders_as_it_writes_them(
    kodi: Kodi, service: Answering
) -> None:
    remote = Remote(
        VideoLibrary_GetMovies={},
        VideoLibrary_GetTVShows={"tvshows": [{"tvshowid": 8}]},
        VideoLibrary_RefreshTVShow="OK",
        VideoLibrary_Scan="OK",
    )
    service.judge("/jsonrpc", remote)

    await kodi.refresh("D:\\Dizi\\Kuyu")

    assert remote.calls[2][1] == {"tvshowid": 8, "ignorenfo": False, "refreshepisodes": True}
    assert remote.calls[-1][1]["directory"] == "D:\\Dizi\\Kuyu\\"


async def test_kodi_says_what_it_plays(kodi: Kodi, service: Answering) -> None:
    playing = {"item": {"file": f"{FOLDER}/Tuz Feneri.mkv", "label": "Tuz", "type": "movie"}}
    service.judge(
        "/jsonrpc",
        Remote(Player_GetActivePlayers=[{"playerid": 1, "type": "video"}], Player_GetItem=playing),
    )

    assert await kodi.playing() == [f"{FOLDER}/Tuz Feneri.mkv"]


async def test_kodi_forgets_its_copies_of_a_picture(kodi: Kodi, service: Answering) -> None:
    remote = Remote(
        Textures_GetTextures={"textures": [{"textureid": 4}]}, Textures_RemoveTexture="OK"
    )
    service.judge("/jsonrpc", remote)

    await kodi.forget_pictures([f"{FOLDER}/poster.jpg"])

    assert remote.calls[-1] == ("Textures.RemoveTexture", {"textureid": 4})


async def test_kodi_tells_its_version_and_is_asked_with_name_and_password(
    kodi: Kodi, service: Answering
) -> None:
    properties = {"name": "Kodi", "version": {"major": 20, "minor": 1, "tag": "stable"}}
    service.judge("/jsonrpc", Remote(Application_GetProperties=properties))

    tested = await kodi.test()

    assert (tested.name, tested.version) == ("Kodi", "20.1")
    scheme, _, pair = service.asked[0].headers["Authorization"].partition(" ")
    assert (scheme, base64.b64decode(pair).decode()) == ("Basic", "kodi:pärola")


async def test_kodi_tells_a_wrong_password_and_a_method_that_fails(
    kodi: Kodi, service: Answering
) -> None:
    service.answer("/jsonrpc", {}, 401)
    with pytest.raises(Refused, match="name and the password"):
        await kodi.test()

    service.judge("/jsonrpc", Remote())
    with pytest.raises(Garbled):
        await kodi.playing()


def test_jellyfin_is_told_who_asks_in_its_own_scheme() -> None:
    said = authorization('a"b, c', "instance")

    assert said.startswith('MediaBrowser Token="a%22b%2C%20c", Client="Maestrarr", ')
    assert 'DeviceId="maestrarr-instance"' in said


@pytest.mark.parametrize(("make", "path"), [(jellyfin, ""), (emby, "/emby")])
async def test_a_changed_folder_is_reported(
    http: Http,
    service: Answering,
    make: Callable[[Http, Answering], Jellyfin | Emby],
    path: str,
) -> None:
    service.answer(f"{path}/Library/Media/Updated", b"", 204)

    await make(http, service).refresh(FOLDER)

    update = {"Path": FOLDER, "UpdateType": "Modified"}
    assert json.loads(service.asked[0].content) == {"Updates": [update]}


async def test_jellyfin_says_what_it_plays_and_is_asked_where_it_does_not(
    http: Http, service: Answering
) -> None:
    one, two = "6f1c2d3e-0000-4000-8000-000000000001", "6f1c2d3e-0000-4000-8000-000000000002"
    service.answer(
        "/Sessions",
        [
            {"Id": "a", "NowPlayingItem": {"Id": one, "Path": "/films/a.mkv"}},
            {"Id": "b", "NowPlayingItem": {"Id": two}},
            {"Id": "c"},
            {"Id": "d", "NowPlayingItem": None},
        ],
    )
    service.answer("/Items", {"Items": [{"Id": two, "Path": "/films/b.mkv"}]})

    assert await jellyfin(http, service).playing() == ["/films/a.mkv", "/films/b.mkv"]
    assert service.asked[1].url.params.get_list("ids") == [two]


async def test_jellyfin_and_emby_are_told_apart(http: Http, service: Answering) -> None:
    info = {"ServerName": "Salon", "Version": "10.11.3", "ProductName": "Jellyfin Server"}
    service.answer("/System/Info", info)
    service.answer("/emby/System/Info", info)

    tested = await jellyfin(http, service).test()

    assert (tested.name, tested.version) == ("Salon", "10.11.3")
    with pytest.raises(AnotherService):
        await emby(http, service).test()


async def test_emby_says_what_it_plays(http: Http, service: Answering) -> None:
    service.answer("/emby/Sessions", [{"NowPlayingItem": {"Path": "/films/a.mkv"}}, {}, None])

    assert await emby(http, service).playing() == ["/films/a.mkv"]
    assert service.asked[0].headers["X-Emby-Token"] == "demo"


LIBRARIES = {
    "MediaContainer": {
        "Directory": [
            {"key": "1", "type": "movie", "Location": [{"id": 1, "path": "/films"}]},
            {"key": "2", "type": "movie", "Location": [{"id": 2, "path": "/films-4k"}]},
        ]
    }
}


async def test_plex_scans_the_folder_in_the_library_that_it_lies_in(
    http: Http, service: Answering
) -> None:
    service.answer("/library/sections/all", LIBRARIES)
    service.answer("/library/sections/1/refresh", b"")

    await plex(http, service).refresh(FOLDER)

    asked = [(each.method, each.url.path) for each in service.asked]
    assert asked == [("GET", "/library/sections/all"), ("POST", "/library/sections/1/refresh")]
    assert service.asked[1].url.params["path"] == FOLDER
    assert service.asked[1].headers["X-Plex-Token"] == "demo"


async def test_an_older_plex_is_asked_in_the_older_way(http: Http, service: Answering) -> None:
    service.answer("/library/sections/all", LIBRARIES)
    service.judge(
        "/library/sections/2/refresh",
        lambda request: (200 if request.method == "GET" else 405, b""),
    )

    await plex(http, service).refresh("/films-4k/X")

    assert [each.method for each in service.asked] == ["GET", "POST", "GET"]


async def test_plex_has_to_know_the_folder(http: Http, service: Answering) -> None:
    service.answer("/library/sections/all", LIBRARIES)

    with pytest.raises(NotThere, match="has no folder /dizi/Kuyu"):
        await plex(http, service).refresh("/dizi/Kuyu")


async def test_plex_says_what_it_plays_and_who_it_is(http: Http, service: Answering) -> None:
    part = {"Part": [{"file": "/films/a.mkv"}]}
    service.answer("/status/sessions", {"MediaContainer": {"Metadata": [{"Media": [part]}]}})
    service.answer("/", {"MediaContainer": {"friendlyName": "Salon", "version": "1.42.0"}})

    assert await plex(http, service).playing() == ["/films/a.mkv"]
    assert (await plex(http, service).test()).name == "Salon"


@pytest.mark.parametrize("make", [jellyfin, emby, plex])
async def test_a_player_whose_address_is_anothers_says_so(
    http: Http, service: Answering, make: Callable[[Http, Answering], Jellyfin | Emby | Plex]
) -> None:
    with pytest.raises(AnotherService):
        await make(http, service).test()
