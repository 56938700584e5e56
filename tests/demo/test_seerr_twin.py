"""The twin of Seerr answers as its contract says, and declines as it does."""

from collections.abc import Iterator

import httpx2
import pytest

from contracts import Contract, Departure
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind

DEPARTURES = (Departure("plexUsername", schema="User"),)
ABSENT = frozenset(f".results[]{at}.{name}" for at in ("", ".requestedBy", ".modifiedBy")
                   for name in ("plexToken", "jellyfinAuthToken")) | {
    ".plexToken", ".jellyfinAuthToken", ".requestedBy.plexToken", ".requestedBy.jellyfinAuthToken",
    ".modifiedBy.plexToken", ".modifiedBy.jellyfinAuthToken",
}  # fmt: skip


@pytest.fixture(scope="module")
def seerr() -> Contract:
    return Contract.of("seerr", DEPARTURES, ABSENT)


@pytest.fixture
def client(upstreams: Upstreams) -> Iterator[httpx2.Client]:
    address = f"{upstreams.url('seerr')}/api/v1/"
    with httpx2.Client(base_url=address, headers={"X-Api-Key": "demo"}, trust_env=False) as client:
        yield client


def test_every_answer_is_by_the_contract(
    client: httpx2.Client, upstreams: Upstreams, seerr: Contract
) -> None:
    film, series = (upstreams.world.catalogue.first(kind, 1)[0] for kind in Kind)
    whole = ("status", "auth/me", "user", "request?take=3&skip=2")

    for path in (*whole, f"movie/{film.ids.tmdb}", f"tv/{series.ids.tmdb}"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        seerr.holds(answer, "/seerr", to_the_last_key=path in whole)


def test_a_title_is_asked_for_once_until_it_is_forgotten(
    client: httpx2.Client, upstreams: Upstreams, seerr: Contract
) -> None:
    film = upstreams.world.catalogue.first(Kind.FILM, 300)[-1]
    wish = {"mediaType": "movie", "mediaId": film.ids.tmdb, "userId": 2}

    asked = client.post("request", json=wish)
    again = client.post("request", json=wish)
    seerr.holds(asked, "/seerr")
    client.delete(f"media/{asked.json()['media']['id']}")

    assert (asked.status_code, again.status_code) == (201, 409)
    assert "mediaInfo" not in client.get(f"movie/{film.ids.tmdb}").json()
    assert client.post("request", json=wish).status_code == 201


def test_seasons_that_are_there_cannot_be_asked_for(
    client: httpx2.Client, upstreams: Upstreams
) -> None:
    owned = upstreams.world.household.of_kind(Kind.SERIES)[0].story.ids.tmdb
    wish = {"mediaType": "tv", "mediaId": owned, "seasons": [1]}

    assert client.post("request", json=wish).status_code == 202


def test_nobody_is_let_in_without_the_key(client: httpx2.Client) -> None:
    assert client.get("request", headers={"X-Api-Key": "wrong"}).status_code == 403
    assert client.get("status", headers={"X-Api-Key": ""}).is_success
