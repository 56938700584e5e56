"""Radarr, Sonarr and Seerr are asked and told things, on their twins."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from answering import Answering
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.providers.acquisition import Availability, Hook, RequestState, Wish
from maestrarr.providers.errors import AnotherService, Declined, NotThere, Refused
from maestrarr.providers.news import OfFiles
from maestrarr.providers.registry import KINDS

BOTH = pytest.mark.parametrize("name", ["radarr", "sonarr"])
KIND_OF = {"radarr": Kind.FILM, "sonarr": Kind.SERIES}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def connect(http: Http, upstreams: Upstreams) -> Callable[..., Any]:
    def connected(name: str, url: str | None = None) -> Any:
        kind = KINDS[name]
        config = kind.config.model_validate({"url": url or upstreams.url(name), "key": "demo"})
        return kind.make(http, config, "instance")

    return connected


def shelved(upstreams: Upstreams, name: str) -> list[Shelved]:
    return upstreams.world.household.of_kind(KIND_OF[name])


def happens(upstreams: Upstreams, name: str, event: str, title: Shelved) -> list[int]:
    url = f"{upstreams.address}/_twin/news/{name}"
    answer = httpx2.post(url, json={"event": event, "title": title.number}, trust_env=False)
    statuses: list[int] = answer.json()
    return statuses


@BOTH
async def test_what_a_manager_looks_after_is_listed(
    connect: Callable[..., Any], upstreams: Upstreams, name: str
) -> None:
    titles = shelved(upstreams, name)
    manager = connect(name)

    found = await manager.managed()

    assert [(each.key, each.folder) for each in found] == [(t.number, t.folder) for t in titles]
    assert [each.ids.tmdb for each in found] == [title.story.ids.tmdb for title in titles]
    assert [each.original_language for each in found] == [t.story.language for t in titles]
    assert {tag for each in found for tag in each.tags} <= {"keep"}
    assert all(each.has_files and each.size_bytes and each.added_at for each in found)
    assert [titles[0].folder.startswith(root) for root in await manager.roots()] == [True]
    assert await manager.recycle_folder() == "/recycle"


@BOTH
async def test_titles_are_left_alone_looked_for_read_again_and_let_go(
    connect: Callable[..., Any], upstreams: Upstreams, name: str
) -> None:
    manager, desk = connect(name), upstreams.world.desks.of(name)
    one, other = (title.number for title in shelved(upstreams, name)[:2])

    await manager.monitor([one], is_monitored=False)
    await manager.monitor([], is_monitored=False)
    await manager.look_for(other)
    await manager.look_for(other, [2])
    await manager.reread(other)
    await manager.delete(one, with_files=True, for_good=True)

    assert desk.left_alone == {one}
    orders = [order["name"] for order in desk.orders]
    assert orders == (
        ["MoviesSearch", "MoviesSearch", "RescanMovie"]
        if name == "radarr"
        else ["SeriesSearch", "SeasonSearch", "RescanSeries"]
    )
    assert (desk.gone, len(desk.excluded)) == ({one}, 1)
    for gone in (manager.reread(one), manager.delete(one, with_files=False, for_good=False)):
        with pytest.raises(NotThere, match=f"no title {one}"):
            await gone


@BOTH
async def test_what_happened_is_read_from_the_history(
    connect: Callable[..., Any], upstreams: Upstreams, name: str
) -> None:
    title = shelved(upstreams, name)[0]
    happens(upstreams, name, "Download", title)
    between = datetime.now(UTC)
    happens(upstreams, name, "FileDelete", title)
    manager = connect(name)

    whole, later = await manager.files_since(LONG_AGO), await manager.files_since(between)

    assert [news.what for news in whole] == [OfFiles.IMPORTED, OfFiles.DELETED]
    assert [news.what for news in later] == [OfFiles.DELETED]
    assert {news.folder for news in whole} == {title.folder}
    assert {*whole[0].paths} == {title.files[0]}
    assert whole[0].hints.ids.tmdb == title.story.ids.tmdb


@BOTH
async def test_news_are_sent_where_they_shall_and_once(
    connect: Callable[..., Any], upstreams: Upstreams, service: Answering, name: str
) -> None:
    manager, hooks = connect(name), upstreams.world.desks.of(name).hooks
    service.answer("/hook/one", {}, 202)
    service.answer("/hook/two", {}, 202)

    await manager.send_news(Hook(name="Maestrarr", url=f"{service.url}/hook/one"))
    await manager.send_news(Hook(name="Maestrarr", url=f"{service.url}/hook/two"))
    statuses = happens(upstreams, name, "Download", shelved(upstreams, name)[0])

    assert service.paths() == ["/hook/one", "/hook/two", "/hook/two"], "each is tried first"
    assert (len(hooks), statuses) == (1, [202])
    switches = {key for key, value in hooks[1].items() if key.startswith("on") and value is True}
    assert {"onGrab", "onDownload", "onUpgrade", "onRename", "onHealthRestored"} < switches
    with pytest.raises(Declined, match="Unable to send test message"):
        await manager.send_news(Hook(name="Maestrarr", url=f"{service.url}/nobody"))


async def test_one_is_not_taken_for_the_other(
    connect: Callable[..., Any], upstreams: Upstreams
) -> None:
    with pytest.raises(AnotherService):
        await connect("radarr", upstreams.url("sonarr")).test()


async def test_requests_and_who_asked_are_listed_page_by_page(
    connect: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maestrarr.providers.seerr.client._PAGE", 3)
    seerr = connect("seerr")

    found, people = await seerr.requests(), await seerr.requesters()

    assert [each.key for each in found] == [8, 7, 6, 5, 4, 3, 2, 1]
    assert {each.state for each in found} == {RequestState.PENDING, RequestState.APPROVED}
    assert [each.kind for each in found[:3]] == ["series", "series", "movie"]
    assert {*found[0].seasons} == {1, 2}
    assert all(each.asked_at and each.title.ids.tmdb for each in found)
    assert [person.name for person in people] == ["demo", "Ayşe", "Bernard", "Chloé"]
    assert (people[1].plex, people[1].email) == ("7002", "user2@example.test")


async def test_a_title_is_asked_for_in_somebodys_name_and_forgotten(
    connect: Callable[..., Any], upstreams: Upstreams
) -> None:
    seerr = connect("seerr")
    film = upstreams.world.catalogue.first(Kind.FILM, 200)[-1].ids.tmdb
    wish = Wish(kind="movie", tmdb=film, by=2)

    before = await seerr.standing("movie", film)
    requested = await seerr.request(wish)
    with pytest.raises(Declined, match="already exists"):
        await seerr.request(wish)
    during = await seerr.standing("movie", film)
    await seerr.forget(during.key)
    await seerr.forget(during.key)

    assert (before.key, before.availability) == (None, Availability.UNKNOWN)
    assert (requested.by.key, requested.title.ids.tmdb) == (2, film)
    assert during.availability is Availability.PROCESSING
    assert (await seerr.standing("movie", film)).key is None
    with pytest.raises(NotThere, match="no movie 1"):
        await seerr.standing("movie", 1)


async def test_seasons_are_told_apart(connect: Callable[..., Any], upstreams: Upstreams) -> None:
    seerr = connect("seerr")
    owned = shelved(upstreams, "sonarr")[0].story
    asked = (await seerr.requests())[0]

    there = await seerr.standing("series", owned.ids.tmdb)
    wanted = await seerr.standing("series", asked.title.ids.tmdb)

    assert {*there.seasons.values()} == {Availability.WHOLE}
    assert wanted.requested_seasons == {1, 2}
    with pytest.raises(Declined, match="No seasons"):
        await seerr.request(Wish(kind="series", tmdb=owned.ids.tmdb, seasons=[1]))
    await seerr.withdraw(asked.key)
    assert asked.key not in {each.key for each in await seerr.requests()}


@pytest.mark.parametrize(
    ("status", "told", "problem"),
    [
        (200, {"response": {"result": "success", "data": {"tautulli_version": "v2.15"}}}, None),
        (400, {"response": {"result": "error", "message": "Invalid apikey"}}, Refused),
        (400, {"response": {"result": "error", "message": "API not enabled"}}, Declined),
        (200, {"hello": "world"}, AnotherService),
        (200, b"<html>", Garbled),
    ],
)
async def test_tautulli_says_who_it_is_or_what_is_wrong(
    connect: Callable[..., Any],
    service: Answering,
    status: int,
    told: Any,
    problem: type[Exception] | None,
) -> None:
    service.answer("/api/v2", told, status)
    tautulli = connect("tautulli", service.url)

    if problem is None:
        assert (await tautulli.test()).version == "v2.15"
    else:
        with pytest.raises(problem):
            await tautulli.test()
    assert service.asked[0].url.params["apikey"] == "demo"
