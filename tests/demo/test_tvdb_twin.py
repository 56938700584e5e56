"""The twin of TheTVDB answers as its contract says, with every key, to who has logged in."""

import io
from collections.abc import Iterator

import httpx2
import pytest
from PIL import Image

from contracts import Contract, Departure
from maestrarr.demo.upstreams.serving import Upstreams

FILM, SERIES, SEASON, EPISODE, SPECIAL = 9_970_003, 9_960_001, 70_000_101, 60_000_002, 60_000_000
# TheTVDB sends null for what it does not know, and its contract knows of few.
DEPARTURES = (
    *(
        Departure(name, "ArtworkExtendedRecord")
        for name in (
            "episodeId", "language", "movieId", "networkId", "peopleId", "seasonId", "seriesId",
            "seriesPeopleId", "tagOptions",
        )
    ),
    *(
        Departure(name, "Character")
        for name in (
            "aliases", "episode", "image", "movie", "name", "nameTranslations",
            "overviewTranslations", "series", "tagOptions",
        )
    ),
    *(
        Departure(name, record)
        for record in ("EpisodeBaseRecord", "EpisodeExtendedRecord")
        for name in (
            "airsAfterSeason", "airsBeforeEpisode", "airsBeforeSeason", "finaleType", "linkedMovie",
            "name", "overview",
        )
    ),
    *(Departure(name, "EpisodeBaseRecord") for name in ("seasons", "seasonName")),
    *(Departure(name, "EpisodeExtendedRecord") for name in ("nominations", "tagOptions")),
    Departure("seasonName", "EpisodeBaseRecord"),
    *(Departure(name, "Company") for name in (
        "activeDate", "inactiveDate", "overviewTranslations", "tagOptions",
    )),
    Departure("name", "ParentCompany"),
    Departure("typeName", "CompanyRelationShip"),
    Departure("language", "ArtworkBaseRecord"),
    Departure("name", "ArtworkStatus"),
    Departure("fullName", "ContentRating"),
    Departure("alternateName", "SeasonType"),
    Departure("name", "SeasonBaseRecord"),
    *(Departure(name, "SeasonExtendedRecord") for name in ("name", "tagOptions")),
    Departure("episodes", "SeriesBaseRecord"),
    *(Departure(name, "SeriesExtendedRecord") for name in (
        "artworks", "characters", "episodes", "tags", "translations",
    )),
    *(Departure(name, "MovieExtendedRecord") for name in (
        "artworks", "characters", "tagOptions", "translations",
    )),
    Departure("next", "Links"),
)  # fmt: skip
# What a search says of companies and lists, and what one found by its number is not.
ABSENT = frozenset(
    f".data[].{name}"
    for name in (
        "companies", "companyType", "is_official", "name_translated", "officialList",
        "overview_translated", "poster", "posters", "title", "translationsWithLang",
        "series", "people", "movie", "episode", "company",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def tvdb() -> Contract:
    return Contract.of("tvdb", DEPARTURES, ABSENT)


@pytest.fixture(scope="module")
def client(served_upstreams: Upstreams) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=served_upstreams.url("tvdb"), trust_env=False) as client:
        token = client.post("v4/login", json={"apikey": "demo"}).json()["data"]["token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "artwork/types",
        "genres",
        "languages",
        "seasons/types",
        f"movies/{FILM}",
        f"movies/{FILM}/extended",
        f"movies/{FILM}/extended?meta=translations",
        f"movies/{FILM}/extended?short=true",
        f"movies/{FILM}/translations/tur",
        f"series/{SERIES}",
        f"series/{SERIES}/extended",
        f"series/{SERIES}/extended?meta=translations&short=true",
        f"series/{SERIES}/extended?meta=episodes",
        f"series/{SERIES}/artworks",
        f"series/{SERIES}/artworks?type=2&lang=eng",
        f"series/{SERIES}/translations/eng",
        f"series/{SERIES}/episodes/default?page=0",
        f"series/{SERIES}/episodes/dvd?page=0",
        f"series/{SERIES}/episodes/absolute?page=0",
        f"series/{SERIES}/episodes/default/fra?page=0",
        f"seasons/{SEASON}",
        f"seasons/{SEASON}/extended",
        f"episodes/{EPISODE}",
        f"episodes/{SPECIAL}",
        f"episodes/{EPISODE}/extended",
        "search?query=harbour+desk&type=series",
        "search?query=lantern&type=movie&year=1971&limit=5",
        "search?query=lantern&remote_id=tt9999003",
        "search/remoteid/tt9999003",
        "search/remoteid/tt9999901",
    ],
)
def test_every_answer_is_whole_by_the_contract(
    client: httpx2.Client, tvdb: Contract, path: str
) -> None:
    told = tvdb.holds(client.get(f"v4/{path}"), "/tvdb")

    assert told["status"] == "success"
    assert told["data"]


def test_an_episode_has_a_place_in_each_order(client: httpx2.Client) -> None:
    def places(order: str) -> dict[int, tuple[int, int]]:
        answer = client.get(f"v4/series/{SERIES}/episodes/{order}", params={"page": 0})
        return {
            episode["id"]: (episode["seasonNumber"], episode["number"])
            for episode in answer.json()["data"]["episodes"]
        }

    aired, disc, absolute = places("official"), places("dvd"), places("absolute")

    assert places("default") == aired
    assert aired.keys() == disc.keys() != absolute.keys()
    assert aired != disc
    assert sorted(absolute.values()) == [(1, number) for number in range(1, 8)]


def test_a_login_asks_for_the_key_and_says_what_is_wrong(
    client: httpx2.Client, tvdb: Contract
) -> None:
    assert tvdb.holds(client.post("v4/login", json={"apikey": "demo", "pin": "1"}), "/tvdb")

    refused = client.post("v4/login", json={"apikey": "wrong"})

    assert refused.status_code == 401
    assert refused.json() == {
        "status": "failure",
        "message": "InvalidAPIKey: apikey not found",
        "data": None,
    }


@pytest.mark.parametrize("token", ["", "Bearer demo", "Bearer a.b.c"])
def test_nothing_is_told_without_a_token(client: httpx2.Client, token: str) -> None:
    refused = client.get(f"v4/series/{SERIES}", headers={"Authorization": token})

    assert (refused.status_code, refused.json()["message"]) == (401, "Unauthorized")


@pytest.mark.parametrize(
    "path", ["movies/1", "series/x", "series/1/extended", "seasons/70000177", "nowhere"]
)
def test_what_is_not_there_is_missing(client: httpx2.Client, path: str) -> None:
    missing = client.get(f"v4/{path}")

    assert (missing.status_code, missing.json()["status"]) == (404, "failure")


def test_every_type_has_artwork_of_its_size(client: httpx2.Client) -> None:
    types = {told["id"]: told for told in client.get("v4/artwork/types").json()["data"]}
    series = client.get(f"v4/series/{SERIES}/extended").json()["data"]["artworks"]
    film = client.get(f"v4/movies/{FILM}/extended").json()["data"]["artworks"]

    assert {told["type"] for told in series} == {1, 2, 3, 5, 6, 7, 8, 22, 23}
    assert {told["type"] for told in film} == {14, 15, 16, 24, 25}
    for told in {told["type"]: told for told in series + film}.values():
        picture = Image.open(io.BytesIO(client.get(told["image"]).content))
        assert picture.size == (types[told["type"]]["width"], types[told["type"]]["height"])
