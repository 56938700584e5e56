"""Services in the house are found by what they answer anybody, and nobody waits for the others."""

import pytest

from answering import answering
from maestrarr.core.connections import discovering
from maestrarr.core.connections.policy import Place, unknown_places, usual_places
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.http import Http
from maestrarr.providers.registry import KINDS


async def test_every_twin_is_found_as_what_it_is(upstreams: Upstreams) -> None:
    kinds = ["radarr", "sonarr", "seerr", "jellyfin", "emby", "plex", "tautulli"]
    places = [Place(kind, upstreams.url(kind)) for kind in kinds]
    mistaken = [
        Place("emby", upstreams.url("jellyfin")),
        Place("jellyfin", upstreams.url("emby")),
        Place("tautulli", upstreams.url("radarr")),
        Place("radarr", upstreams.url("plex")),
    ]

    async with Http() as http:
        found = await discovering.discover(http, [*mistaken, *places])

    assert found == places


async def test_who_answers_something_else_or_nothing_is_not_found() -> None:
    with answering() as strange:
        for path, told in (("/ping", b"<title>Router</title>"), ("/identity", ["a", "list"])):
            strange.answer(path, told)
        places = [Place(kind, strange.url) for kind in discovering.TRACES]
        async with Http() as http:
            assert await discovering.discover(http, places) == []

        assert all("x-api-key" not in request.headers for request in strange.asked)


def test_places_are_those_beside_us_and_those_of_the_machine() -> None:
    places = usual_places({"radarr": 7878}, "nas.lan")

    assert [place.url for place in places] == [
        "http://localhost:7878",
        "http://radarr:7878",
        "http://host.docker.internal:7878",
        "http://nas.lan:7878",
    ]


@pytest.mark.parametrize(
    ("known", "is_new"),
    [
        ([], True),
        ([("radarr", "http://192.168.1.5:7878/")], False),
        ([("sonarr", "http://localhost:7878")], True),
        ([("radarr", "http://localhost:17878")], True),
    ],
)
def test_what_is_connected_is_not_proposed(known: list[tuple[str, str]], *, is_new: bool) -> None:
    place = Place("radarr", "http://localhost:7878")

    assert unknown_places([place], known) == ([place] if is_new else [])


def test_every_kind_with_a_house_of_its_own_can_be_found() -> None:
    elsewhere = {"tmdb", "tvdb", "fanart", "opensubtitles", "kodi"}
    assert discovering.TRACES.keys() == KINDS.keys() - elsewhere
