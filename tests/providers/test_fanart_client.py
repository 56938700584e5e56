"""How fanart.tv is asked."""

import pytest

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.errors import NotThere, Refused
from maestrarr.providers.fanart.client import Fanart, FanartConfig

PICTURES = {"name": "X", "movieposter": [{"id": "1", "url": "https://assets.fanart.tv/1.jpg"}]}


def fanart(http: Http, service: Answering, personal_key: str | None = None) -> Fanart:
    config = FanartConfig(url=service.url, key="demo", personal_key=personal_key)
    return Fanart(http, config, "instance")


@pytest.mark.parametrize(
    ("kind", "ids", "path"),
    [
        ("movie", ExternalIds(tmdb=5, imdb="tt0000005"), "/v3.2/movies/5"),
        ("movie", ExternalIds(imdb="tt0000005"), "/v3.2/movies/tt0000005"),
        ("series", ExternalIds(tmdb=5, tvdb=7), "/v3.2/tv/7"),
        ("set", ExternalIds(tmdb=990), "/v3.2/movies/990"),
    ],
)
async def test_each_kind_goes_by_its_id(
    http: Http, service: Answering, kind: str, ids: ExternalIds, path: str
) -> None:
    service.answer(path, PICTURES)

    assert await fanart(http, service).artwork(kind, ids)  # type: ignore[arg-type]
    assert service.asked[0].headers["api-key"] == "demo"
    assert "client-key" not in service.asked[0].headers


async def test_a_personal_key_goes_along(http: Http, service: Answering) -> None:
    await fanart(http, service, "mine").test()

    assert service.asked[0].headers["client-key"] == "mine"


async def test_a_series_that_thetvdb_does_not_know_is_not_asked_for(
    http: Http, service: Answering
) -> None:
    with pytest.raises(NotThere):
        await fanart(http, service).artwork("series", ExternalIds(tmdb=5))
    assert service.asked == []


async def test_a_title_without_pictures_is_not_there(http: Http, service: Answering) -> None:
    with pytest.raises(NotThere):
        await fanart(http, service).artwork("movie", ExternalIds(tmdb=5))


async def test_its_test_tells_a_bad_key(http: Http, service: Answering) -> None:
    service.answer("/v3.2/movies/603", {"status": "error"}, 401)

    with pytest.raises(Refused, match="does not accept the key"):
        await fanart(http, service).test()
