"""The twin of fanart.tv answers as its documentation says: no contract of it is known."""

import io
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from PIL import Image

from maestrarr.demo.upstreams.serving import Upstreams

FILM, SERIES = 9_900_003, 9_960_001
FILM_KEYS = {
    "hdmovielogo", "movielogo", "hdmovieclearart", "movieart", "moviedisc", "movieposter",
    "moviebackground", "moviethumb", "moviebanner",
}  # fmt: skip
SERIES_KEYS = {
    "hdtvlogo", "clearlogo", "hdclearart", "clearart", "characterart", "tvposter", "tvthumb",
    "tvbanner", "showbackground", "seasonposter", "seasonthumb", "seasonbanner",
}  # fmt: skip
SIZES = {
    "hdmovielogo": (800, 310), "movieposter": (1000, 1426), "moviebackground": (1920, 1080),
    "moviebanner": (1000, 185), "hdmovieclearart": (1000, 562), "moviedisc": (1000, 1000),
}  # fmt: skip


@pytest.fixture(scope="module")
def client(served_upstreams: Upstreams) -> Iterator[httpx2.Client]:
    base_url, key = served_upstreams.url("fanart"), {"api-key": "demo"}
    with httpx2.Client(base_url=base_url, headers=key, trust_env=False) as client:
        yield client


@pytest.fixture
def film(client: httpx2.Client) -> Any:
    return client.get(f"v3.2/movies/{FILM}").json()


def test_a_film_is_told_by_both_of_its_numbers(client: httpx2.Client, film: Any) -> None:
    head = {"name", "tmdb_id", "imdb_id", "image_count"}

    assert head <= film.keys() <= head | FILM_KEYS
    assert (film["tmdb_id"], film["imdb_id"]) == (str(FILM), "tt9999003")
    assert film["image_count"] == sum(len(film[key]) for key in FILM_KEYS & film.keys())
    assert client.get("v3.2/movies/tt9999003").json() == film


def test_every_picture_is_told_in_texts(client: httpx2.Client) -> None:
    for at in range(8):
        film = client.get(f"v3.2/movies/{FILM + at}").json()
        for told in (told for key in FILM_KEYS & film.keys() for told in film[key]):
            assert {"id", "url", "lang", "likes", "added", "width", "height"} <= told.keys()
            assert all(isinstance(value, str) for value in told.values())
        assert all(told["disc_type"] for told in film.get("moviedisc", []))


def test_a_series_tells_of_its_seasons(client: httpx2.Client) -> None:
    series = client.get(f"v3.2/tv/{SERIES}").json()

    assert series.keys() <= {"name", "thetvdb_id", "image_count"} | SERIES_KEYS
    assert {told["season"] for told in series["seasonposter"]} == {"all", "0", "1", "2"}


def test_older_versions_tell_less(client: httpx2.Client) -> None:
    def keys(version: str) -> set[str]:
        return set(client.get(f"{version}/movies/{FILM}").json()["movieposter"][0])

    assert keys("v3") == {"id", "url", "lang", "likes"}
    assert keys("v3.1") == keys("v3") | {"added"}
    assert keys("v3.2") == keys("v3.1") | {"width", "height"}


def test_a_type_without_a_picture_is_absent(client: httpx2.Client) -> None:
    films = [client.get(f"v3.2/movies/{FILM + at}").json() for at in range(10)]

    assert any(FILM_KEYS - film.keys() for film in films)
    assert all(film[key] for film in films for key in FILM_KEYS & film.keys())


@pytest.mark.parametrize("path", ["v3.2/movies/1", "v3.2/movies/tt1", "v3.2/tv/1", "v4/tv/9960001"])
def test_what_is_unknown_is_not_found(client: httpx2.Client, path: str) -> None:
    missing = client.get(path)

    assert missing.status_code == 404
    assert missing.json() == {"status": "error", "error message": "Not found"}


def test_a_wrong_key_is_refused(client: httpx2.Client) -> None:
    def status(path: str) -> int:
        return client.get(path, headers={"api-key": "wrong"}).status_code

    assert status(f"v3.2/movies/{FILM}") == 401
    assert status(f"v3.2/movies/{FILM}?api_key=demo") == 200


def test_pictures_have_the_size_of_their_type(client: httpx2.Client) -> None:
    for key, told in _offers(client):
        whole = Image.open(io.BytesIO(client.get(told["url"]).content))
        preview = client.get(told["url"].replace("/fanart/film-", "/preview/film-"))
        assert whole.size == SIZES[key] == (int(told["width"]), int(told["height"]))
        assert Image.open(io.BytesIO(preview.content)).width == 200


def _offers(client: httpx2.Client) -> list[tuple[str, dict[str, str]]]:
    """Find one picture of each type, among the films that have one."""
    found: dict[str, dict[str, str]] = {}
    for at in range(6):
        film = client.get(f"v3.2/movies/{FILM + at}").json()
        found |= {key: film[key][0] for key in SIZES.keys() & film.keys()}
    assert found.keys() == SIZES.keys()
    return list(found.items())
