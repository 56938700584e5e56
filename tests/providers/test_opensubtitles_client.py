"""OpenSubtitles has fewer languages than people ask for, and lists its offers page by page."""

from typing import Any

import httpx2
import pytest

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import SubtitlesWanted
from maestrarr.providers.errors import Declined
from maestrarr.providers.opensubtitles import convert
from maestrarr.providers.registry import KINDS

PLACE = "/api/v1/subtitles"
FILM = ExternalIds(tmdb=603)


@pytest.fixture
def client(http: Http, service: Answering) -> Any:
    service.answer("/api/v1/login", {"token": "t"})
    kind = KINDS["opensubtitles"]
    config = kind.config(url=service.url, key="k", user="u", password="p")
    return kind.make(http, config, "instance")


def offer(number: int, language: str) -> dict[str, Any]:
    return {"attributes": {"language": language, "files": [{"file_id": number}]}}


@pytest.mark.parametrize(
    ("language", "theirs"),
    [
        ("zh", "zh-cn"),
        ("zh-Hans", "zh-cn"),
        ("zh-TW", "zh-tw"),
        ("pt", "pt-pt"),
        ("pt-PT", "pt-pt"),
        ("pt-BR", "pt-br"),
        ("en-US", "en"),
        ("nb", "no"),
        ("tr", "tr"),
    ],
)
async def test_what_is_offered_in_their_words_for_a_language_is_in_ours(
    client: Any, service: Answering, language: str, theirs: str
) -> None:
    service.answer(PLACE, {"data": [offer(1, theirs), offer(2, "xx")]})

    found = await client.subtitles(SubtitlesWanted(ids=FILM, languages=[language]))

    assert [each.language for each in found] == [language]
    assert service.asked[0].url.params["languages"] == theirs


async def test_every_page_is_read_up_to_the_fifth(client: Any, service: Answering) -> None:
    def page(asked: httpx2.Request) -> tuple[int, Any]:
        number = int(asked.url.params.get("page", 1))
        return 200, {"data": [offer(number, "fr")], "total_pages": 9}

    service.judge(PLACE, page)

    found = await client.subtitles(SubtitlesWanted(ids=FILM, languages=["fr"]))

    assert [each.id for each in found] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("told", "said"), [({"message": "Enough."}, "Enough."), ([], "used up"), (b"<html>", "used up")]
)
async def test_that_the_day_is_used_up_is_said_whatever_they_send_with_it(
    client: Any, service: Answering, told: object, said: str
) -> None:
    service.answer("/api/v1/download", told, status=406)

    with pytest.raises(Declined, match=said):
        await client.subtitle("7")


async def test_an_address_of_a_text_that_is_none_is_nonsense(
    client: Any, service: Answering
) -> None:
    service.answer("/api/v1/download", {"link": "https://[0"})

    with pytest.raises(Garbled):
        await client.subtitle("7")


def test_who_pays_asks_another_host_of_theirs_and_nobody_elses() -> None:
    usual = "https://api.opensubtitles.com"

    assert (
        convert.url_for("vip-api.opensubtitles.com", usual) == "https://vip-api.opensubtitles.com"
    )
    for host in (
        None,
        "api.elsewhere.org",
        "x.opensubtitles.com.elsewhere.org",
        "elsewhere.org/x.opensubtitles.com",
    ):
        assert convert.url_for(host, usual) == usual
    assert convert.url_for("vip-api.opensubtitles.com", "http://nas:80") == "http://nas:80"
