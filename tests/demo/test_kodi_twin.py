"""The twin of Kodi takes and returns what Kodi's own description says."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from kodi_contract import KodiContract

from maestrarr.demo.upstreams.serving import Upstreams

MOVIES, EPISODES = "/media/Movies/", "/media/Series/The Harbour Desk"


@pytest.fixture(scope="module")
def kodi() -> KodiContract:
    return KodiContract()


@pytest.fixture(scope="module")
def client(served_upstreams: Upstreams) -> Iterator[httpx2.Client]:
    base_url, auth = served_upstreams.url("kodi"), ("kodi", "demo")
    with httpx2.Client(base_url=base_url, auth=auth, trust_env=False) as client:
        yield client


@pytest.fixture
def player(upstreams: Upstreams) -> Upstreams:
    film, series = upstreams.world.household.titles[0], upstreams.world.household.titles[-1]
    upstreams.player("kodi").playing = [film.files[0], series.files[0]]
    return upstreams


def called(client: httpx2.Client, method: str, params: dict[str, Any]) -> Any:
    question = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
    answer = client.post("jsonrpc", json=question).json()
    assert (answer["id"], answer["jsonrpc"]) == (7, "2.0")
    return answer.get("result", answer.get("error"))


@pytest.mark.usefixtures("player")
@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("JSONRPC.Ping", {}),
        ("JSONRPC.Version", {}),
        ("Application.GetProperties", {"properties": ["name", "version", "volume", "muted"]}),
        ("Files.GetSources", {"media": "video"}),
        ("Player.GetActivePlayers", {}),
        ("Player.GetItem", {"playerid": 1, "properties": ["file", "title", "uniqueid", "art"]}),
        ("Textures.GetTextures", {"properties": ["url", "cachedurl", "imagehash", "sizes"]}),
        ("Textures.RemoveTexture", {"textureid": 2}),
        ("VideoLibrary.Clean", {"showdialogs": False}),
        ("VideoLibrary.GetMovieDetails", {"movieid": 3, "properties": ["streamdetails", "cast"]}),
        ("VideoLibrary.GetMovies", {"limits": {"start": 2, "end": 5}, "properties": ["ratings"]}),
        ("VideoLibrary.RefreshMovie", {"movieid": 4, "ignorenfo": False}),
        ("VideoLibrary.RefreshTVShow", {"tvshowid": 63, "refreshepisodes": True}),
        ("VideoLibrary.Scan", {"directory": MOVIES, "showdialogs": False}),
    ],
)
def test_calls_and_results_are_by_the_description(
    client: httpx2.Client,
    kodi: KodiContract,
    method: str,
    params: dict[str, Any],
) -> None:
    assert kodi.wrong_in_call(method, params) == []

    assert kodi.wrong_in_result(method, called(client, method, params)) == []


@pytest.mark.usefixtures("upstreams")
@pytest.mark.parametrize(
    ("method", "fields", "listed", "params"),
    [
        ("VideoLibrary.GetMovies", "Video.Fields.Movie", "movies", {}),
        ("VideoLibrary.GetTVShows", "Video.Fields.TVShow", "tvshows", {}),
        ("VideoLibrary.GetSeasons", "Video.Fields.Season", "seasons", {"tvshowid": 63}),
        ("VideoLibrary.GetEpisodes", "Video.Fields.Episode", "episodes", {"tvshowid": 63}),
    ],
)
def test_every_field_is_told_that_can_be_asked_for(
    client: httpx2.Client,
    kodi: KodiContract,
    method: str,
    fields: str,
    listed: str,
    params: dict[str, Any],
) -> None:
    asked = kodi.fields(fields)

    result = called(client, method, params | {"properties": asked})

    assert kodi.wrong_in_result(method, result) == []
    assert len(result[listed]) == result["limits"]["total"] > 2
    for told in result[listed]:
        assert set(asked) - told.keys() <= {"setid"}, "a film of no set has no number of one"


def test_the_description_refuses_what_is_wrong(kodi: KodiContract) -> None:
    assert kodi.wrong_in_call("VideoLibrary.Scan", {"directory": 1})
    assert kodi.wrong_in_call("VideoLibrary.Scan", {"folder": "/"})
    assert kodi.wrong_in_call("VideoLibrary.RefreshMovie", {})
    assert kodi.wrong_in_call("VideoLibrary.GetMovies", {"properties": ["colour"]})
    assert kodi.wrong_in_result("VideoLibrary.GetMovies", {"movies": [{"label": "x"}]})


def test_a_folder_s_films_are_found_and_come_back_under_other_numbers(
    client: httpx2.Client, upstreams: Upstreams
) -> None:
    title = upstreams.world.household.titles[0]
    within = {"field": "path", "operator": "startswith", "value": f"{title.folder}/"}

    def numbers() -> list[int]:
        movies = called(client, "VideoLibrary.GetMovies", {"filter": within})["movies"]
        return [movie["movieid"] for movie in movies]

    assert numbers() == [1]
    assert called(client, "VideoLibrary.RefreshMovie", {"movieid": 1}) == "OK"
    assert numbers() == [63]
    assert called(client, "VideoLibrary.RefreshMovie", {"movieid": 1})["code"] == -32602
    assert upstreams.player("kodi").refreshed == [title.folder]


def test_what_is_played_names_its_file(client: httpx2.Client, upstreams: Upstreams) -> None:
    assert called(client, "Player.GetActivePlayers", {}) == []
    player = upstreams.player("kodi")
    for file in (upstreams.world.household.titles[-1].files[0], "/elsewhere/A film.mkv"):
        player.playing = [file]
        asked = {"playerid": 1, "properties": ["file"]}
        assert called(client, "Player.GetItem", asked)["item"]["file"] == file


def test_a_picture_is_forgotten(client: httpx2.Client, upstreams: Upstreams) -> None:
    path = f"{upstreams.world.household.titles[0].folder}/poster.jpg"
    rule = {"filter": {"field": "url", "operator": "is", "value": path}}

    [texture] = called(client, "Textures.GetTextures", rule)["textures"]
    assert called(client, "Textures.RemoveTexture", texture) == "OK"

    assert called(client, "Textures.GetTextures", rule)["textures"] == []
    assert path not in upstreams.player("kodi").pictures.values()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ('{"jsonrpc": "2.0", "id": 1, "method": "No.Such"}', -32601),
        ('{"jsonrpc": "2.0", "id": 1, "method": "JSONRPC.Ping", "params": {"a": 1}}', -32602),
        ('{"id": 1}', -32600),
        ("{", -32700),
    ],
)
def test_what_is_wrong_has_its_number(client: httpx2.Client, asked: str, code: int) -> None:
    assert client.post("jsonrpc", content=asked).json()["error"]["code"] == code


def test_nobody_is_let_in_without_the_password(client: httpx2.Client) -> None:
    for auth in (("kodi", "wrong"), ("", "")):
        refused = client.post("jsonrpc", json={}, auth=auth)

        assert refused.status_code == 401
        assert refused.headers["WWW-Authenticate"].startswith("Basic ")
