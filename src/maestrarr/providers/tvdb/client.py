"""How TheTVDB is asked."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from maestrarr.kit.http import Answer, Body, Client, Http, Reach, Secrets, Terms
from maestrarr.kit.http.calls import Params
from maestrarr.kit.http.errors import Garbled
from maestrarr.media.artwork import Offer
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.base import MONTH, Config, Kind, Secret, Service, Url, at
from maestrarr.providers.contracts import (
    IN_PASSING,
    Asking,
    DescribedKind,
    DescribesTitles,
    Description,
    Found,
    OffersArtwork,
    Order,
    SearchesTitles,
    Tested,
    Wanted,
)
from maestrarr.providers.errors import NotThere
from maestrarr.providers.reading import Theirs
from maestrarr.providers.tvdb import convert, wire
from maestrarr.providers.tvdb.episodes import ORDERS, episodes_of, lack_words, orders_of
from maestrarr.providers.tvdb.languages import code_of

Model = TypeVar("Model", bound=Theirs)

USUAL_URL: Final = "https://api4.thetvdb.com"
NAME: Final = "TheTVDB"
MOST_PAGES: Final = 40  # of 500 episodes each
TERMS: Final = Terms(
    service="tvdb", reach=Reach.PUBLIC, per_second=10, burst=10, at_once=8, keep_for=MONTH
)
_PLACES: Final[Mapping[DescribedKind, str]] = {"movie": "movies", "series": "series"}


class TvdbConfig(Config):
    """A connection to TheTVDB; a key that users pay for needs their PIN, too."""

    url: Url = USUAL_URL
    key: Secret
    pin: Secret | None = None


class Tokens:
    """The tokens that let us in, each good for a month; whoever needs one first fetches it."""

    def __init__(self) -> None:
        self._tokens: dict[bytes, str] = {}
        self._fetching = asyncio.Lock()

    async def token(self, client: Client, config: TvdbConfig, *, but_not: str | None) -> str:
        """Return a token other than `but_not`, which was not accepted any more."""
        whom = hashlib.sha256(repr((config.url, config.key, config.pin)).encode()).digest()
        async with self._fetching:
            known = self._tokens.get(whom)
            if known is None or known == but_not:
                known = self._tokens[whom] = await _log_in(client, config)
            return known


_TOKENS: Final[WeakKeyDictionary[Http, Tokens]] = WeakKeyDictionary()


class Tvdb:
    """Searches, describes and offers artwork; of series with every order of their episodes."""

    def __init__(self, http: Http, config: TvdbConfig, owner: str) -> None:
        self._config = config
        self._client = http.client(config.url, at(TERMS, config.url, USUAL_URL), owner=owner)
        self._tokens = _TOKENS.setdefault(http, Tokens())

    async def test(self) -> Tested:
        """Log in anew."""
        await _log_in(self._client, self._config)
        return Tested(name=NAME)

    async def search(self, wanted: Wanted, asking: Asking = IN_PASSING) -> list[Found]:
        """Find movies or series by name."""
        params = {"query": wanted.title, "type": wanted.kind, "year": wanted.year}
        hits = await self._get(wire.Hits, "/v4/search", params, asking)
        return convert.found_in(hits.data, wanted.kind, wanted.language)

    async def describe(
        self, kind: DescribedKind, ids: ExternalIds, language: str, asking: Asking = IN_PASSING
    ) -> Description:
        """Describe a movie, or a series with all its episodes."""
        title = await self._title(kind, ids, asking)
        description = convert.description_of(title, kind, language)
        if kind != "series":
            return description
        aired, spoken = ORDERS[Order.AIRED], code_of(language)
        episodes = await self._episodes(title, f"{aired}/{spoken}", asking)
        english: list[wire.Episode] = []
        if spoken != "eng" and lack_words(episodes):
            english = await self._episodes(title, f"{aired}/eng", asking)
        others = {
            order: await self._episodes(title, ORDERS[order], asking) for order in orders_of(title)
        }
        return replace(description, episodes=episodes_of(episodes, english, others))

    async def artwork(
        self, kind: DescribedKind, ids: ExternalIds, asking: Asking = IN_PASSING
    ) -> list[Offer]:
        """List the pictures of a title and of its seasons; from the answer that describes it."""
        return convert.offers_in(await self._title(kind, ids, asking))

    async def _title(self, kind: DescribedKind, ids: ExternalIds, asking: Asking) -> wire.Title:
        tvdb_id = await self._id(kind, ids, asking)
        whole = await self._get(
            wire.Whole,
            f"/v4/{_PLACES[kind]}/{tvdb_id}/extended",
            {"meta": "translations"},
            asking,
            missing=NotThere(kind, NAME, str(tvdb_id)),
        )
        return whole.data

    async def _episodes(self, title: wire.Title, order: str, asking: Asking) -> list[wire.Episode]:
        """Read every page of an order; an order that is listed and not there has no episodes."""
        episodes: list[wire.Episode] = []
        missing = NotThere("series", NAME, str(title.id))
        for number in range(MOST_PAGES):
            try:
                page = await self._get(
                    wire.EpisodePage,
                    f"/v4/series/{title.id}/episodes/{order}",
                    {"page": number},
                    asking,
                    missing=missing,
                )
            except NotThere:
                break
            episodes += page.data.episodes
            if page.links.next is None or not page.data.episodes:
                break
        return episodes

    async def _id(self, kind: DescribedKind, ids: ExternalIds, asking: Asking) -> int:
        """Return TheTVDB's own id, or find out who has IMDb's."""
        if kind not in _PLACES:
            raise NotThere(kind, NAME, str(ids.tvdb or ids.imdb or "?"))
        if ids.tvdb is not None:
            return ids.tvdb
        if ids.imdb is not None:
            path = f"/v4/search/remoteid/{ids.imdb}"
            missing = NotThere(kind, NAME, ids.imdb)
            holders = await self._get(wire.Holders, path, None, asking, missing=missing)
            for holder in holders.data:
                found = holder.movie.id if kind == "movie" else holder.series.id
                if found:
                    return found
        raise NotThere(kind, NAME, str(ids.imdb or ids.tmdb or "?"))

    async def _get(
        self,
        model: type[Model],
        path: str,
        params: Params | None,
        asking: Asking,
        *,
        missing: NotThere | None = None,
    ) -> Model:
        """Ask with a token, and once more with a new one where it is not accepted any more."""
        token = await self._tokens.token(self._client, self._config, but_not=None)
        answer = await self._asked(token, path, params, asking)
        if answer.status == 401:
            token = await self._tokens.token(self._client, self._config, but_not=token)
            answer = await self._asked(token, path, params, asking)
        try:
            return Service(NAME, self._client).read(model.model_validate, answer, missing)
        except Garbled:
            await self._client.disbelieve(path, params)
            raise

    async def _asked(self, token: str, path: str, params: Params | None, asking: Asking) -> Answer:
        client = self._client.holding(Secrets(headers={"Authorization": f"Bearer {token}"}))
        return await client.get(path, params, urgency=asking.urgency, fresh=asking.fresh)


async def _log_in(client: Client, config: TvdbConfig) -> str:
    given: dict[str, Any] = {"apikey": config.key}
    if config.pin is not None:
        given["pin"] = config.pin
    answer = await client.post("/v4/login", Body.json(given), may_repeat=True)
    login = Service(NAME, client).read(wire.Login.model_validate, answer)
    if login.data.token is None:
        raise Garbled("unexpected", answer.host)
    return login.data.token


KIND: Final = Kind(
    name="tvdb",
    title=NAME,
    capabilities=frozenset({SearchesTitles, DescribesTitles, OffersArtwork}),
    config=TvdbConfig,
    secrets=frozenset({"key", "pin"}),
    terms=TERMS,
    attribution=(
        "Metadata provided by TheTVDB. Please consider adding missing information or subscribing."
    ),
    website="https://thetvdb.com",
    make=Tvdb,
)
