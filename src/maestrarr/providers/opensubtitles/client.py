"""How OpenSubtitles is asked."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from maestrarr.kit.http import Answer, Body, Http, Reach, Secrets, Terms
from maestrarr.kit.http.errors import Garbled, Unreachable
from maestrarr.providers.base import Config, Kind, Secret, Service, Url, at
from maestrarr.providers.contracts import (
    IN_PASSING,
    Asking,
    OffersSubtitles,
    SubtitleOffer,
    SubtitlesWanted,
    Tested,
)
from maestrarr.providers.errors import Declined, NotThere, Refused
from maestrarr.providers.opensubtitles import convert, wire

USUAL_URL: Final = "https://api.opensubtitles.com"
NAME: Final = "OpenSubtitles"
TERMS: Final = Terms(
    service="opensubtitles",
    reach=Reach.PUBLIC,
    per_second=4,
    burst=4,
    at_once=2,
    keep_for=timedelta(days=1),
)
LARGEST_BYTES: Final = 4 * 2**20  # of one text
_TEXTS: Final = replace(TERMS, service="subtitles", largest_bytes=LARGEST_BYTES, keep_for=None)
MOST_PAGES: Final = 5  # of 50 offers each
_USED_UP: Final = 406
_NO_MORE: Final = "The downloads of today are used up."


class OpenSubtitlesConfig(Config):
    """A connection to OpenSubtitles; who only searches needs no account."""

    url: Url = USUAL_URL
    key: Secret
    user: str | None = None
    password: Secret | None = None


class OpenSubtitles:
    """Searches subtitles of movies and episodes, and downloads them."""

    def __init__(self, http: Http, config: OpenSubtitlesConfig, owner: str) -> None:
        self._http, self._config, self._owner = http, config, owner
        self._terms = at(TERMS, config.url, USUAL_URL)
        self._key = Secrets(headers={"Api-Key": config.key})
        self._client = http.client(config.url, self._terms, owner=owner, secrets=self._key)
        self._service = Service(NAME, self._client)
        self._token: str | None = None
        self._base: str | None = None
        self._entering = asyncio.Lock()

    async def test(self) -> Tested:
        """Ask for something small with the key, and log in where there is an account."""
        await self._service.get(wire.Formats, "/api/v1/infos/formats", asking=Asking(fresh=True))
        if self._config.user is not None:
            await self._enter(but_not=self._token)
        return Tested(name=NAME)

    async def subtitles(
        self, wanted: SubtitlesWanted, asking: Asking = IN_PASSING
    ) -> list[SubtitleOffer]:
        """List what is offered, as they order it; nothing for what has no id there."""
        if wanted.ids.tmdb is None and wanted.ids.imdb is None:
            return []
        offers: list[SubtitleOffer] = []
        for number in range(1, MOST_PAGES + 1):
            params = convert.params_of(wanted, number)
            page = await self._service.get(wire.Page, "/api/v1/subtitles", params, asking=asking)
            offers += convert.offers_in(page.data, wanted)
            if number >= (page.total_pages or 1):
                break
        return offers

    async def subtitle(self, offer_id: str) -> bytes:
        """Download a text as SubRip; this counts as one of the account's for today.

        Raises:
            NotThere: there is no such subtitle any more.
            Declined: the day's downloads are used up.
        """
        answer = await self._asked_for(offer_id)
        if answer.status == _USED_UP:
            raise Declined(NAME, convert.refusal_in(answer.body) or _NO_MORE)
        missing = NotThere("subtitle", NAME, offer_id)
        told = self._service.read(wire.Download.model_validate, answer, missing)
        if told.link is None:
            raise Garbled("unexpected", answer.host)
        return await self._text(told.link)

    async def _asked_for(self, offer_id: str) -> Answer:
        """Ask for a text, and once more with a new token where it is not accepted any more."""
        token = await self._enter(but_not=None)
        answer = await self._ask_for(offer_id, token)
        if answer.status == 401:
            answer = await self._ask_for(offer_id, await self._enter(but_not=token))
        return answer

    async def _ask_for(self, offer_id: str, token: str) -> Answer:
        entry = Secrets(headers={"Authorization": f"Bearer {token}"})
        url = convert.url_for(self._base, self._config.url)
        secrets = self._key.and_also(entry)
        client = self._http.client(url, self._terms, owner=self._owner, secrets=secrets)
        body = Body.json({"file_id": int(offer_id), "sub_format": "srt"})
        return await client.post("/api/v1/download", body)

    async def _enter(self, *, but_not: str | None) -> str:
        """Return a token other than `but_not`, which was not accepted any more."""
        user, password = self._config.user, self._config.password
        if user is None or password is None:
            raise Refused("account", NAME)
        async with self._entering:
            if self._token is None or self._token == but_not:
                body = Body.json({"username": user, "password": password})
                answer = await self._client.post("/api/v1/login", body, may_repeat=True)
                service = Service(NAME, self._client, refusal="password")
                entered = service.read(wire.Login.model_validate, answer)
                self._token, self._base = entered.token, entered.base_url
            if self._token is None:
                raise Garbled("unexpected", self._client.host)
            return self._token

    async def _text(self, link: str) -> bytes:
        """Get a text from where it lies, which is in the house only if the service itself is."""
        is_beside = urlsplit(link).netloc == urlsplit(self._config.url).netloc
        reach = self._terms.reach if is_beside else Reach.PUBLIC
        client = self._http.client(link, replace(_TEXTS, reach=reach), owner=self._owner)
        answer = await client.get(fresh=True)
        if answer.status != 200:
            raise Unreachable("failing", client.host, code=answer.status)
        return answer.body


KIND: Final = Kind(
    name="opensubtitles",
    title=NAME,
    capabilities=frozenset({OffersSubtitles}),
    config=OpenSubtitlesConfig,
    secrets=frozenset({"key", "password"}),
    terms=TERMS,
    attribution="Subtitles provided by OpenSubtitles.",
    website="https://www.opensubtitles.com",
    make=OpenSubtitles,
)
