"""How TheTVDB is asked: with a token that is fetched once, and page by page."""

import asyncio

import httpx2
import pytest
from tvdb_documents import HITS, MOVIE, SERIES, Document, episode, page

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Order, Place, Wanted
from maestrarr.providers.errors import NotThere, Refused
from maestrarr.providers.tvdb.client import Tvdb, TvdbConfig

EXTENDED = "/v4/series/700201/extended"
EPISODES = "/v4/series/700201/episodes"


class Door:
    """Lets in by a token, and gives a new one for each login."""

    def __init__(self) -> None:
        self.logins: list[bytes] = []
        self.good = 0

    def log_in(self, request: httpx2.Request) -> tuple[int, Document]:
        self.logins.append(request.content)
        self.good = len(self.logins)
        return 200, {"status": "success", "data": {"token": f"token{self.good}"}}

    def guard(self, told: Document) -> "Guard":
        return Guard(self, told)


class Guard:
    """Answers those who come with the good token."""

    def __init__(self, door: Door, told: Document) -> None:
        self._door, self._told = door, told

    def __call__(self, request: httpx2.Request) -> tuple[int, Document]:
        if request.headers.get("Authorization") != f"Bearer token{self._door.good}":
            return 401, {"status": "failure", "message": "Unauthorized"}
        return 200, self._told


@pytest.fixture
def door(service: Answering) -> Door:
    door = Door()
    service.judge("/v4/login", door.log_in)
    return door


@pytest.fixture
def tvdb(http: Http, service: Answering) -> Tvdb:
    return Tvdb(http, TvdbConfig(url=service.url, key="demo"), "instance")


@pytest.fixture
def series(service: Answering, door: Door) -> None:
    """Serve the series with its episodes in three orders."""
    first, second = episode(6101, 1, 1, name="Dip"), episode(6102, 1, 2, name=None)
    english = episode(6102, 1, 2, name="The Rim")
    service.judge(EXTENDED, door.guard({"status": "success", "data": SERIES}))
    service.judge(f"{EPISODES}/official/tur", door.guard(page(first, second)))
    service.judge(f"{EPISODES}/official/eng", door.guard(page(english)))
    service.judge(f"{EPISODES}/dvd", door.guard(page(episode(6102, 1, 1), episode(6101, 1, 2))))


@pytest.mark.usefixtures("series")
async def test_a_series_is_described_with_every_order_of_its_episodes(tvdb: Tvdb) -> None:
    told = await tvdb.describe("series", ExternalIds(tvdb=700201), "tr")

    assert [(each.title, each.places.get(Order.DVD)) for each in told.episodes] == [
        ("Dip", Place(1, 2)),
        ("The Rim", Place(1, 1)),
    ]
    assert told.episodes[1].fallbacks == {"title"}


@pytest.mark.usefixtures("series")
async def test_whoever_asks_first_logs_in_for_all(
    tvdb: Tvdb, http: Http, service: Answering, door: Door
) -> None:
    other = Tvdb(http, TvdbConfig(url=service.url, key="demo"), "instance")

    await asyncio.gather(
        *(each.artwork("series", ExternalIds(tvdb=700201)) for each in (tvdb, other, tvdb))
    )

    assert door.logins == [b'{"apikey":"demo"}']


@pytest.mark.usefixtures("series")
async def test_a_token_that_has_run_out_is_fetched_anew_once(tvdb: Tvdb, door: Door) -> None:
    await tvdb.artwork("series", ExternalIds(tvdb=700201))
    door.good = -1

    assert await tvdb.artwork("series", ExternalIds(tvdb=700201))
    assert len(door.logins) == 2


async def test_a_token_that_is_never_accepted_is_a_refusal(
    tvdb: Tvdb, service: Answering, door: Door
) -> None:
    service.answer(EXTENDED, {}, 401)

    with pytest.raises(Refused):
        await tvdb.artwork("series", ExternalIds(tvdb=700201))
    assert len(door.logins) == 2


async def test_a_pin_is_sent_where_there_is_one(http: Http, service: Answering, door: Door) -> None:
    config = TvdbConfig(url=service.url, key="demo", pin="1234")

    await Tvdb(http, config, "instance").test()

    assert door.logins == [b'{"apikey":"demo","pin":"1234"}']


@pytest.mark.parametrize(
    ("status", "told", "problem"), [(401, {}, Refused), (200, {"data": {}}, Garbled)]
)
async def test_a_login_that_fails_says_why(
    tvdb: Tvdb, service: Answering, status: int, told: Document, problem: type[Exception]
) -> None:
    service.answer("/v4/login", told, status)

    with pytest.raises(problem):
        await tvdb.test()


async def test_every_page_of_episodes_is_read(tvdb: Tvdb, service: Answering, door: Door) -> None:
    plain = {**SERIES, "seasons": []}
    pages = [page(episode(1, 1, 1), following="there"), page(episode(2, 1, 2))]
    service.judge(EXTENDED, door.guard({"data": plain}))
    service.judge(
        f"{EPISODES}/official/tur",
        lambda request: (200, pages[int(request.url.params["page"])]),
    )

    told = await tvdb.describe("series", ExternalIds(tvdb=700201), "tr")

    assert [each.number for each in told.episodes] == [1, 2]


async def test_a_movie_is_found_by_its_id_at_imdb(
    tvdb: Tvdb, service: Answering, door: Door
) -> None:
    holders = {"data": [{"series": {"id": 5}}, {"movie": {"id": 700101}}]}
    service.judge("/v4/search/remoteid/tt9900101", door.guard(holders))
    service.judge("/v4/movies/700101/extended", door.guard({"data": MOVIE}))

    movie = await tvdb.describe("movie", ExternalIds(imdb="tt9900101"), "en")

    assert movie.title == "The Salt Lighthouse"


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("series", ExternalIds(tvdb=1)),
        ("series", ExternalIds(imdb="tt9900109")),
        ("movie", ExternalIds(tmdb=1)),
        ("set", ExternalIds(tmdb=1)),
    ],
)
async def test_what_it_does_not_know_is_not_there(tvdb: Tvdb, kind: str, ids: ExternalIds) -> None:
    with pytest.raises(NotThere):
        await tvdb.describe(kind, ids, "tr")  # type: ignore[arg-type]  # each is one


async def test_a_search_names_what_is_wanted(tvdb: Tvdb, service: Answering, door: Door) -> None:
    service.judge("/v4/search", door.guard(HITS))

    found = await tvdb.search(Wanted(kind="series", title="Kuyu", year=2019, language="tr"))

    assert [each.ids.tvdb for each in found] == [700201]
    asked = service.asked[-1].url.params
    assert (asked["query"], asked["type"], asked["year"]) == ("Kuyu", "series", "2019")
