"""That a service has nothing is believed only where it says so; nonsense is said, and not kept."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from answering import Answering
from maestrarr.demo.library import catalogue as owned
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import SubtitlesWanted, Wanted
from maestrarr.providers.registry import KINDS

FILM, SERIES = owned.films()[2], owned.series()[0]
IDS = ExternalIds(tmdb=FILM.ids.tmdb, imdb=FILM.ids.imdb, tvdb=9_970_003)
OF_SERIES = ExternalIds(tmdb=SERIES.ids.tmdb, tvdb=SERIES.ids.tvdb)
WANTED = Wanted(kind="movie", title=FILM.title, year=FILM.year)
SUBTITLES = SubtitlesWanted(ids=IDS, languages=["fr"])

Deed = Callable[[Any], Awaitable[Any]]


@pytest.mark.parametrize(
    ("kind", "path", "deed"),
    [
        ("tmdb", "/search", lambda client: client.search(WANTED)),
        ("tmdb", "/images", lambda client: client.artwork("movie", IDS)),
        ("tmdb", "/3/tv", lambda client: client.artwork("series", OF_SERIES)),
        ("tvdb", "/search", lambda client: client.search(WANTED)),
        ("tvdb", "/extended", lambda client: client.artwork("movie", IDS)),
        ("tvdb", "/episodes", lambda client: client.describe("series", OF_SERIES, "en")),
        ("fanart", "/v3.2", lambda client: client.artwork("movie", IDS)),
        ("opensubtitles", "/subtitles", lambda client: client.subtitles(SUBTITLES)),
    ],
)
async def test_what_is_not_shaped_as_it_should_be_is_asked_for_again(
    upstreams: Upstreams, tmp_path: Path, kind: str, path: str, deed: Deed
) -> None:
    async with Http(cache=tmp_path / "answers.db") as http:
        known = KINDS[kind]
        client = known.make(http, known.config(url=upstreams.url(kind), key="demo"), "instance")
        upstreams.fail(kind, "wrong_types", path=path)
        with pytest.raises(Garbled):
            await deed(client)
        upstreams.mend()

        assert await deed(client)


@pytest.mark.parametrize("kind", ["jellyfin", "emby", "plex", "kodi"])
async def test_a_player_that_talks_nonsense_is_not_taken_for_one_that_rests(
    upstreams: Upstreams, http: Http, kind: str
) -> None:
    given = {"plex": {"token": "demo"}, "kodi": {"user": "kodi", "password": "demo"}}
    known = KINDS[kind]
    config = known.config(url=upstreams.url(kind), **given.get(kind, {"key": "demo"}))
    player: Any = known.make(http, config, "instance")
    upstreams.player(kind).playing = [upstreams.world.household.titles[4].files[0]]
    upstreams.fail(kind, "wrong_types")

    with pytest.raises(Garbled):
        await player.playing()
    if kind in ("plex", "kodi"):  # the others answer nothing
        with pytest.raises(Garbled):
            await player.refresh("/media")


async def test_a_season_in_strange_words_does_not_empty_a_series(
    http: Http, service: Answering
) -> None:
    service.answer("/3/configuration", {})
    service.judge("/3/tv/7", lambda asked: (200, series(str(asked.url))))
    known = KINDS["tmdb"]
    client: Any = known.make(http, known.config(url=service.url, key="k"), "instance")

    with pytest.raises(Garbled):
        await client.describe("series", ExternalIds(tmdb=7), "en")


def series(asked: str) -> dict[str, Any]:
    parts = {"season/1": {"episodes": {"0": {}}}} if "season" in asked else {}
    return {"id": 7, "name": "Known", "seasons": [{"season_number": 1}], **parts}


def test_who_is_looked_for_in_the_house_may_answer_what_it_likes() -> None:
    traces = [kind.trace for kind in KINDS.values() if kind.trace is not None]

    for odd in (7, [7], "machineIdentifier", None):
        assert not any(trace.is_its({"MediaContainer": odd}) for trace in traces)


async def test_a_title_of_which_nothing_is_said_is_none(http: Http, service: Answering) -> None:
    service.answer("/v4/login", {"data": {"token": "t"}})
    service.answer("/v4/movies/7/extended", {"status": "success", "data": None})
    known = KINDS["tvdb"]
    client: Any = known.make(http, known.config(url=service.url, key="k"), "instance")

    with pytest.raises(Garbled):
        await client.artwork("movie", ExternalIds(tvdb=7))
