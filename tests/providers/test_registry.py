"""Every kind of service says of itself what is true."""

import inspect
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from maestrarr.kit.http import Http, Reach
from maestrarr.providers import contracts
from maestrarr.providers.acquisition import DownloadManager, RequestManager, SendsNews
from maestrarr.providers.base import Kind
from maestrarr.providers.contracts import (
    DescribesTitles,
    ForgetsPictures,
    OffersArtwork,
    OffersSubtitles,
    Player,
    SearchesTitles,
)
from maestrarr.providers.registry import KINDS, kinds_that

CAPABILITIES = (SearchesTitles, DescribesTitles, OffersArtwork, Player, ForgetsPictures,
                DownloadManager, SendsNews, RequestManager, OffersSubtitles)  # fmt: skip
KEYED = {"tmdb": "key", "tvdb": "key", "fanart": "key", "jellyfin": "key", "emby": "key",
         "plex": "token", "radarr": "key", "sonarr": "key", "seerr": "key",
         "tautulli": "key", "opensubtitles": "key"}  # fmt: skip
HERE = "http://127.0.0.1:1"


def config_of(kind: Kind[Any], **more: str) -> BaseModel:
    given = {"url": HERE, KEYED.get(kind.name, "user"): "demo"}
    config: BaseModel = kind.config.model_validate(given | more)
    return config


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_a_client_can_what_its_kind_says_and_no_more(kind: Kind[Any], http: Http) -> None:
    client = kind.make(http, config_of(kind), "instance")

    assert {each for each in CAPABILITIES if isinstance(client, each)} == kind.capabilities
    assert inspect.iscoroutinefunction(client.test)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_secrets_are_fields_and_the_address_is_none(kind: Kind[Any]) -> None:
    fields = set(kind.config.model_fields)

    assert kind.secrets
    assert kind.secrets < fields
    assert "url" not in kind.secrets


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_unknown_option_is_a_mistake(kind: Kind[Any]) -> None:
    with pytest.raises(ValidationError):
        config_of(kind, colour="red")


@pytest.mark.parametrize("url", ["ftp://host", "host:8080", "", "http://"])
def test_an_address_is_one_of_the_web(url: str) -> None:
    with pytest.raises(ValidationError):
        config_of(KINDS["kodi"], url=url)


def test_services_of_the_internet_are_called_there_and_players_in_the_house() -> None:
    reaches = {name: kind.terms.reach for name, kind in KINDS.items()}

    assert {name for name, reach in reaches.items() if reach is Reach.PUBLIC} == {
        "tmdb", "tvdb", "fanart", "opensubtitles",
    }  # fmt: skip


def test_tmdb_is_asked_thirty_times_a_second_and_twenty_at_once() -> None:
    terms = KINDS["tmdb"].terms

    assert (terms.per_second, terms.at_once) == (30, 20)
    assert terms.keep_for is not None
    assert terms.keep_for.days == 30


def test_who_wants_to_be_named_is() -> None:
    assert {name for name, kind in KINDS.items() if kind.attribution} == {
        "tmdb", "tvdb", "fanart", "opensubtitles",
    }  # fmt: skip


def test_capabilities_are_found_by_what_they_are() -> None:
    assert [kind.name for kind in kinds_that(OffersArtwork)] == ["tmdb", "tvdb", "fanart"]
    assert [kind.name for kind in kinds_that(ForgetsPictures)] == ["kodi"]
    assert contracts.Player in KINDS["plex"].capabilities
    assert [kind.name for kind in kinds_that(DownloadManager)] == ["radarr", "sonarr"]


def test_who_reports_by_itself_is_heard() -> None:
    assert {name for name, kind in KINDS.items() if kind.hear} == {
        "jellyfin", "plex", "radarr", "sonarr", "seerr", "tautulli",
    }  # fmt: skip
