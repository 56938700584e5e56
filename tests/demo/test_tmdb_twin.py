"""The twin of TMDB answers as TMDB's own contract says, with every key, and refuses as it does."""

import io
from collections.abc import Iterator

import httpx2
import pytest
from PIL import Image

from contracts import Contract, Departure
from maestrarr.demo.upstreams.serving import Upstreams

FILM, SERIES, FILM_OF_A_SET, PERSON = 9_900_003, 9_950_001, 9_900_023, 9_980_001
# Seen in TMDB's answers, and in its own examples, which its schemas were made from.
DEPARTURES = (
    Departure("belongs_to_collection"),
    Departure("profile_path"),
    Departure("vote_average", is_null=False),
)
FILM_PARTS = (
    "alternative_titles", "credits", "external_ids", "images", "keywords", "release_dates",
    "translations", "videos",
)  # fmt: skip
SERIES_PARTS = (
    "aggregate_credits", "alternative_titles", "content_ratings", "credits", "episode_groups",
    "external_ids", "images", "keywords", "translations", "videos",
)  # fmt: skip
SEASON_PARTS = ("aggregate_credits", "credits", "external_ids", "images", "translations", "videos")
EPISODE_PARTS = ("credits", "external_ids", "images", "translations", "videos")
GROUP = f"{SERIES:016x}{3:08x}"


@pytest.fixture(scope="module")
def tmdb() -> Contract:
    return Contract.of("tmdb", DEPARTURES)


@pytest.fixture(scope="module")
def client(served_upstreams: Upstreams) -> Iterator[httpx2.Client]:
    key = {"Authorization": "Bearer demo"}
    base_url = served_upstreams.url("tmdb")
    with httpx2.Client(base_url=base_url, headers=key, trust_env=False) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "authentication",
        "configuration",
        "configuration/countries",
        "configuration/languages",
        "genre/movie/list",
        "genre/tv/list",
        "collection/9995001",
        "collection/9995001/images",
        "collection/9995001/translations",
        f"person/{PERSON}",
        f"person/{PERSON}/external_ids",
        f"person/{PERSON}/images",
        f"movie/{FILM}",
        f"movie/{FILM}?language=fr-FR",
        f"movie/{FILM_OF_A_SET}",
        *(f"movie/{FILM}/{part}" for part in FILM_PARTS),
        f"movie/{FILM}/images?include_image_language=tr,null",
        f"tv/{SERIES}",
        *(f"tv/{SERIES}/{part}" for part in SERIES_PARTS),
        f"tv/{SERIES}/season/0",
        f"tv/{SERIES}/season/1",
        *(f"tv/{SERIES}/season/1/{part}" for part in SEASON_PARTS),
        f"tv/{SERIES}/season/1/episode/2",
        *(f"tv/{SERIES}/season/1/episode/2/{part}" for part in EPISODE_PARTS),
        f"tv/episode_group/{GROUP}",
        "search/movie?query=lantern",
        "search/movie?query=lantern&page=2&year=1971",
        "search/tv?query=harbour+desk",
        "find/tt9999003?external_source=imdb_id",
        "find/9960001?external_source=tvdb_id",
        "find/60000001?external_source=tvdb_id",
    ],
)
def test_every_answer_is_whole_by_the_contract(
    client: httpx2.Client, tmdb: Contract, path: str
) -> None:
    assert tmdb.holds(client.get(f"3/{path}"), "/tmdb")


def test_what_is_appended_is_what_its_own_route_answers(
    client: httpx2.Client, tmdb: Contract
) -> None:
    answer = client.get(f"3/movie/{FILM}", params={"append_to_response": ",".join(FILM_PARTS)})

    whole = tmdb.holds(answer, "/tmdb")

    for part in FILM_PARTS:
        assert client.get(f"3/movie/{FILM}/{part}").json() == {"id": FILM} | whole[part]


def test_a_series_takes_its_seasons_along(client: httpx2.Client) -> None:
    asked = {"append_to_response": "season/1,season/2,season/77"}

    whole = client.get(f"3/tv/{SERIES}", params=asked).json()

    assert whole["season/1"] == client.get(f"3/tv/{SERIES}/season/1").json()
    assert "season/77" not in whole


def test_a_language_hides_the_pictures_of_others_unless_they_are_asked_for(
    client: httpx2.Client,
) -> None:
    def languages(**asked: str) -> set[str | None]:
        posters = client.get(f"3/movie/{FILM}/images", params=asked).json()["posters"]
        return {poster["iso_639_1"] for poster in posters}

    assert languages() == {"en", "tr", "fr", "de", None}
    assert languages(language="tr-TR") == {"tr"}
    assert languages(language="tr-TR", include_image_language="fr,null") == {"fr", None}


def test_what_nobody_translated_has_its_original_name_and_no_overview(
    client: httpx2.Client,
) -> None:
    film = client.get("3/movie/9900004", params={"language": "fi-FI"}).json()

    assert (film["title"], film["overview"]) == ("灯台の猫", "")


def test_pages_end_where_the_results_do(client: httpx2.Client) -> None:
    first = client.get("3/search/movie", params={"query": "lantern"}).json()
    last = client.get("3/search/movie", params={"query": "lantern", "page": first["total_pages"]})

    assert len(first["results"]) == 20
    assert len(last.json()["results"]) == first["total_results"] - 20 * (first["total_pages"] - 1)
    refused = client.get("3/search/movie", params={"query": "lantern", "page": 501})
    assert (refused.status_code, refused.json()["status_code"]) == (400, 22)


@pytest.mark.parametrize("asked", ["3/movie/9900003", "3/configuration", "3/search/tv?query=a"])
def test_a_wrong_key_is_refused_in_tmdb_s_words(client: httpx2.Client, asked: str) -> None:
    for wrong in ("", "Bearer wrong"):
        refused = client.get(asked, headers={"Authorization": wrong})

        assert refused.status_code == 401
        assert refused.json() == {
            "status_code": 7,
            "status_message": "Invalid API key: You must be granted a valid key.",
            "success": False,
        }


def test_the_refusal_of_a_key_is_by_the_contract(client: httpx2.Client, tmdb: Contract) -> None:
    refused = client.get("3/authentication", headers={"Authorization": "Bearer wrong"})

    assert tmdb.holds(refused, "/tmdb")["status_code"] == 7


def test_a_key_may_stand_in_the_address(client: httpx2.Client) -> None:
    def status(key: str) -> int:
        asked = {"api_key": key}
        return client.get(
            f"3/movie/{FILM}", params=asked, headers={"Authorization": ""}
        ).status_code

    assert (status("demo"), status("wrong")) == (200, 401)


@pytest.mark.parametrize("path", ["movie/1", "movie/x", "tv/9950001/season/77", "nowhere"])
def test_what_is_not_there_is_missing_in_tmdb_s_words(client: httpx2.Client, path: str) -> None:
    missing = client.get(f"3/{path}")

    assert (missing.status_code, missing.json()["status_code"]) == (404, 34)


def test_more_than_twenty_are_never_appended(client: httpx2.Client) -> None:
    refused = client.get(f"3/movie/{FILM}", params={"append_to_response": ",".join("a" * 21)})

    assert (refused.status_code, refused.json()["status_code"]) == (400, 27)


def test_pictures_have_the_size_that_is_said_of_them(client: httpx2.Client) -> None:
    images = client.get(f"3/movie/{FILM}/images").json()
    base = client.get("3/configuration").json()["images"]["base_url"]

    for kind in ("posters", "backdrops", "logos"):
        told = max(images[kind], key=lambda picture: picture["width"])
        whole = Image.open(io.BytesIO(client.get(f"{base}original{told['file_path']}").content))
        small = Image.open(io.BytesIO(client.get(f"{base}w300{told['file_path']}").content))
        assert whole.size == (told["width"], told["height"])
        assert small.width == 300
        assert whole.mode == ("RGBA" if kind == "logos" else "RGB")
    assert max(poster["width"] for poster in images["posters"]) == 2000
    assert max(backdrop["width"] for backdrop in images["backdrops"]) == 3840
