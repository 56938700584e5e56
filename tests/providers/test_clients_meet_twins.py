"""Each client understands the twin of its service: what passes the vendor's contract reaches us."""

from collections.abc import Mapping
from typing import Any

import pytest

from maestrarr.demo.library import catalogue as owned
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.http import Http
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Wanted
from maestrarr.providers.errors import Refused
from maestrarr.providers.registry import KINDS

GIVEN: Mapping[str, dict[str, str]] = {
    "tmdb": {"key": "demo"},
    "tvdb": {"key": "demo"},
    "fanart": {"key": "demo"},
    "kodi": {"user": "kodi", "password": "demo"},
    "jellyfin": {"key": "demo"},
    "jellyfin12": {"key": "demo"},
    "emby": {"key": "demo"},
    "plex": {"token": "demo"},
    "radarr": {"key": "demo"},
    "sonarr": {"key": "demo"},
    "seerr": {"key": "demo"},
    "tautulli": {"key": "demo"},
    "opensubtitles": {"key": "demo"},
}
PLAYERS = ("kodi", "jellyfin", "jellyfin12", "emby", "plex")


@pytest.fixture
def connect(http: Http, upstreams: Upstreams) -> Any:
    def connected(service: str, **instead: str) -> Any:
        kind = KINDS[service.removesuffix("12")]
        given = {"url": upstreams.url(service)} | GIVEN[service] | instead
        return kind.make(http, kind.config(**given), "instance")

    return connected


@pytest.mark.parametrize("service", GIVEN)
async def test_who_has_the_key_is_let_in(connect: Any, service: str) -> None:
    secret = "password" if service == "kodi" else "token" if service == "plex" else "key"

    tested = await connect(service).test()

    assert tested.name
    assert (tested.version is None) == (service in ("tmdb", "tvdb", "fanart", "opensubtitles"))
    with pytest.raises(Refused):
        await connect(service, **{secret: "wrong"}).test()


@pytest.mark.parametrize("service", ["tmdb", "tvdb"])
async def test_what_the_household_owns_is_found_and_described(connect: Any, service: str) -> None:
    client = connect(service)
    for film in (owned.films()[0], owned.films()[2]):
        wanted = Wanted(kind="movie", title=film.title, year=film.year)
        [found] = [one for one in await client.search(wanted) if one.title == film.title]
        told = await client.describe("movie", found.ids, "en")
        assert (told.title, told.year) == (film.title, film.year)
        assert told.ids.imdb == film.ids.imdb
        assert told.plot == film.plot
        assert {*film.cast} <= {person.name for person in told.people}
    for series in owned.series():
        tvdb = series.ids.tvdb if service == "tvdb" else None
        told = await client.describe("series", ExternalIds(tmdb=series.ids.tmdb, tvdb=tvdb), "en")
        places = {(episode.season, episode.number) for episode in told.episodes}
        assert places == {(episode.season, episode.number) for episode in series.episodes}


@pytest.mark.parametrize("service", ["tmdb", "tvdb", "fanart"])
async def test_artwork_is_offered_of_films_and_series(connect: Any, service: str) -> None:
    film, series = owned.films()[2], owned.series()[0]
    client = connect(service)
    ids = ExternalIds(tmdb=film.ids.tmdb, imdb=film.ids.imdb, tvdb=9_970_003)

    offers = await client.artwork("movie", ids)
    offers_of_series = await client.artwork(
        "series", ExternalIds(tmdb=series.ids.tmdb, tvdb=series.ids.tvdb)
    )

    assert "poster" in {offer.type for offer in offers}
    assert any(offer.season is not None for offer in offers_of_series) or service == "tmdb"
    assert {offer.language for offer in offers} > {"en"}


@pytest.mark.parametrize("service", PLAYERS)
async def test_players_are_told_and_tell(connect: Any, upstreams: Upstreams, service: str) -> None:
    title, client = upstreams.world.household.titles[4], connect(service)
    upstreams.player(service).playing = [title.files[0]]

    assert await client.playing() == [title.files[0]]
    await client.refresh(title.folder)

    told = {folder.rstrip("/") for folder in upstreams.player(service).refreshed}
    assert told == {title.folder}
