"""How TMDB is asked: what is sent, in how many questions, and what comes of failures."""

from collections.abc import Iterable
from typing import Any

import httpx2
import pytest
from tmdb_documents import CONFIGURATION, IMAGES, MOVIE, SERIES, Document, episode, season

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled, Unreachable
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.base import Connected
from maestrarr.providers.contracts import DescribesTitles, OffersArtwork, SearchesTitles, Wanted
from maestrarr.providers.errors import AnotherService, NotThere, Refused
from maestrarr.providers.tmdb.client import KIND, Tmdb, TmdbConfig

SEASONS = {0: season(0, episode(0, 1)), 1: season(1, episode(1, 1), episode(1, 2))}
ENGLISH = {
    0: season(0, episode(0, 1, name="Making of", overview="How.")),
    1: season(1, episode(1, 1, name="The Rim", overview="Light."), episode(1, 2)),
}


@pytest.fixture
def tmdb(http: Http, service: Answering) -> Tmdb:
    service.answer("/3/configuration", CONFIGURATION)
    return Tmdb(http, TmdbConfig(url=service.url, key="demo"), "instance")


def series(request: httpx2.Request) -> tuple[int, Document]:
    """Answer for the series, with the seasons that were asked to be appended."""
    known = SEASONS if request.url.params.get("language") == "tr" else ENGLISH
    appended: Iterable[str] = request.url.params.get("append_to_response", "").split(",")
    told: dict[str, Any] = {f"season/{number}": each for number, each in known.items()}
    told |= {f"season/{number}/images": {"posters": IMAGES["posters"]} for number in known}
    told["images"] = IMAGES
    return 200, {**SERIES, **{name: told[name] for name in appended if name in told}}


def test_it_can_what_it_says(tmdb: Tmdb) -> None:
    searches: SearchesTitles = tmdb
    describes: DescribesTitles = tmdb
    offers: OffersArtwork = tmdb
    connected: Connected = tmdb

    assert {searches, describes, offers, connected} == {tmdb}
    assert KIND.capabilities == {SearchesTitles, DescribesTitles, OffersArtwork}


async def test_a_search_names_title_year_and_language(tmdb: Tmdb, service: Answering) -> None:
    service.answer("/3/search/movie", {"page": 1, "results": [{"id": 1, "title": "Tuz"}]})

    found = await tmdb.search(Wanted(kind="movie", title="Tuz & Su", year=2011, language="tr"))

    assert [each.title for each in found] == ["Tuz"]
    asked = service.asked[0].url.params
    assert (asked["query"], asked["year"], asked["language"]) == ("Tuz & Su", "2011", "tr")
    assert asked["api_key"] == "demo"


async def test_a_search_without_a_year_names_none(tmdb: Tmdb, service: Answering) -> None:
    service.answer("/3/search/tv", {"results": []})

    assert await tmdb.search(Wanted(kind="series", title="Kuyu")) == []
    assert "first_air_date_year" not in service.asked[0].url.params


async def test_a_token_of_v4_goes_into_a_header(http: Http, service: Answering) -> None:
    service.answer("/3/authentication", {"success": True})

    await Tmdb(http, TmdbConfig(url=service.url, key="a.b.c"), "instance").test()

    assert service.asked[0].headers["Authorization"] == "Bearer a.b.c"
    assert "api_key" not in service.asked[0].url.params


async def test_a_movie_takes_one_question(tmdb: Tmdb, service: Answering) -> None:
    service.answer("/3/movie/900101", MOVIE)

    movie = await tmdb.describe("movie", ExternalIds(tmdb=900101), "tr")

    assert movie.title == "Tuz Feneri"
    assert service.paths() == ["/3/movie/900101", "/3/configuration"]


async def test_a_movie_is_found_by_the_id_of_another_service(
    tmdb: Tmdb, service: Answering
) -> None:
    service.answer("/3/find/tt9900101", {"movie_results": [{"id": 900101}], "tv_results": []})
    service.answer("/3/movie/900101", MOVIE)

    movie = await tmdb.describe("movie", ExternalIds(imdb="tt9900101"), "tr")

    assert movie.ids.tmdb == 900101
    assert service.asked[0].url.params["external_source"] == "imdb_id"


@pytest.mark.parametrize("ids", [ExternalIds(tvdb=5), ExternalIds(imdb="tt9900109")])
async def test_a_movie_that_nobody_knows_is_not_there(
    tmdb: Tmdb, service: Answering, ids: ExternalIds
) -> None:
    service.answer("/3/find/tt9900109", {"movie_results": [], "tv_results": [{"id": 1}]})

    with pytest.raises(NotThere):
        await tmdb.describe("movie", ids, "tr")


async def test_a_series_takes_one_question_more_and_one_for_what_lacks_words(
    tmdb: Tmdb, service: Answering
) -> None:
    service.judge("/3/tv/900201", series)

    told = await tmdb.describe("series", ExternalIds(tmdb=900201), "tr")

    assert [(each.season, each.number, each.title) for each in told.episodes] == [
        (0, 1, "Making of"),
        (1, 1, "The Rim"),
        (1, 2, "2. Bölüm"),
    ]
    assert [each.number for each in told.seasons] == [0, 1]
    assert told.runtime_minutes == 45
    assert service.paths().count("/3/tv/900201") == 3


async def test_seasons_that_were_left_out_are_asked_for_one_by_one(
    tmdb: Tmdb, service: Answering
) -> None:
    service.answer("/3/tv/900201", SERIES)
    service.answer("/3/tv/900201/season/1", SEASONS[1])

    told = await tmdb.describe("series", ExternalIds(tmdb=900201), "en")

    assert [(each.season, each.number) for each in told.episodes] == [(1, 1), (1, 2)]


async def test_pictures_of_a_series_come_with_those_of_its_seasons(
    tmdb: Tmdb, service: Answering
) -> None:
    service.judge("/3/tv/900201", series)

    offers = await tmdb.artwork("series", ExternalIds(tmdb=900201))

    assert {(each.type, each.season) for each in offers} == {
        ("poster", None),
        ("keyart", None),
        ("fanart", None),
        ("landscape", None),
        ("clearlogo", None),
        ("season-poster", 0),
        ("season-poster", 1),
    }
    assert service.paths().count("/3/tv/900201") == 2


async def test_pictures_of_a_set(tmdb: Tmdb, service: Answering) -> None:
    service.answer("/3/collection/990/images", IMAGES)

    assert await tmdb.artwork("set", ExternalIds(tmdb=990))


@pytest.mark.parametrize(
    ("status", "problem"),
    [(401, Refused), (403, Refused), (404, NotThere), (422, Garbled), (500, Unreachable)],
)
async def test_refusals_are_told_apart(
    tmdb: Tmdb, service: Answering, status: int, problem: type[Exception]
) -> None:
    service.answer("/3/movie/1", {"status_message": "…"}, status)

    with pytest.raises(problem):
        await tmdb.describe("movie", ExternalIds(tmdb=1), "tr")


@pytest.mark.parametrize("body", [b"[]", b"<html>", b'"x"', b""])
async def test_nonsense_is_told_as_that(tmdb: Tmdb, service: Answering, body: bytes) -> None:
    service.answer("/3/movie/1", body)

    with pytest.raises(Garbled):
        await tmdb.describe("movie", ExternalIds(tmdb=1), "tr")


async def test_strange_types_in_it_lose_only_themselves(tmdb: Tmdb, service: Answering) -> None:
    strange = {**MOVIE, "runtime": {}, "genres": 3, "credits": [], "vote_average": "high"}
    service.answer("/3/movie/900101", strange)

    movie = await tmdb.describe("movie", ExternalIds(tmdb=900101), "tr")

    assert (movie.title, movie.runtime_minutes, movie.genres) == ("Tuz Feneri", None, ())


async def test_its_test_says_when_it_is_another_service(tmdb: Tmdb) -> None:
    with pytest.raises(AnotherService, match="not as TMDB does"):
        await tmdb.test()
