"""How Seerr is asked; Jellyseerr and Overseerr are asked in the same way.

Source: the API descriptions of Seerr and Overseerr. Its own answers have nulls that these do not.
"""

from collections.abc import AsyncIterator
from typing import Final, TypeVar

from maestrarr.kit.http import Answer, Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.kit.http.errors import Garbled
from maestrarr.providers.acquisition import (
    Requested,
    Requester,
    RequestManager,
    Standing,
    Wish,
)
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import IN_PASSING, Asking, SearchedKind, Tested
from maestrarr.providers.errors import AnotherService, Declined, NotThere, Refused
from maestrarr.providers.seerr import convert, wire

Page = TypeVar("Page", wire.Requests, wire.Users)

NAME: Final = "Seerr"
TERMS: Final = Terms(service="seerr", reach=Reach.HOUSE, per_second=20, burst=20, at_once=4)
_NOW: Final = Asking(Urgency.USER, fresh=True)
_PAGE: Final = 100
_MOST: Final = 100_000
_ACCEPTED, _FORBIDDEN, _CONFLICT, _MISSING = 202, 403, 409, 404
_NO_SEASON: Final = "No seasons available to request."


class SeerrConfig(Config):
    """A connection to one Seerr; `key` stands under Settings → General."""

    url: Url
    key: Secret


class Seerr:
    """Takes requests, and knows what is there."""

    def __init__(self, http: Http, config: SeerrConfig, owner: str) -> None:
        secrets = Secrets(headers={"X-Api-Key": config.key})
        self._service = Service(NAME, http.client(config.url, TERMS, owner=owner, secrets=secrets))

    async def test(self) -> Tested:
        """Ask who answers, and whether the key opens; a wrong one gets 403."""
        status = await self._service.get(wire.Status, "/api/v1/status", asking=_NOW)
        if status.version is None:
            raise AnotherService(NAME, self._service.client.host)
        try:
            await self._service.get(wire.User, "/api/v1/auth/me", asking=_NOW)
        except Refused as error:
            raise Refused("key", NAME) from error
        return Tested(name=NAME, version=status.version)

    async def requests(self, asking: Asking = IN_PASSING) -> list[Requested]:
        """List every request, the latest first; one that moves between pages comes once."""
        pages = self._pages(wire.Requests, "/api/v1/request", asking)
        read = [convert.requested_in(each) async for page in pages for each in page.results]
        return list({each.key: each for each in read if each}.values())

    async def requesters(self, asking: Asking = IN_PASSING) -> list[Requester]:
        """List who may ask."""
        pages = self._pages(wire.Users, "/api/v1/user", asking)
        read = [convert.requester_of(each) async for page in pages for each in page.results]
        return list({each.key: each for each in read if each}.values())

    async def standing(
        self, kind: SearchedKind, tmdb: int, asking: Asking = IN_PASSING
    ) -> Standing:
        """Say how a title stands, and each of a series' seasons."""
        path = f"/api/v1/{_word(kind)}/{tmdb}"
        missing = NotThere(kind, NAME, str(tmdb))
        details = await self._service.get(wire.Details, path, asking=asking, missing=missing)
        return convert.standing_of(details.media_info, kind, details)

    async def request(self, wish: Wish) -> Requested:
        """Ask for a title; nothing is sent twice, for it would count twice."""
        asked: dict[str, object] = {"mediaType": _word(wish.kind), "mediaId": wish.tmdb}
        if wish.kind == "series":
            asked["seasons"] = list(wish.seasons)
        if wish.by is not None:
            asked["userId"] = wish.by
        client = self._service.client
        answer = await client.post("/api/v1/request", Body.json(asked), urgency=_NOW.urgency)
        if answer.status in (_ACCEPTED, _FORBIDDEN, _CONFLICT):
            raise Declined(NAME, _reason(answer) or _NO_SEASON)
        missing = NotThere(wish.kind, NAME, str(wish.tmdb))
        told = self._service.read(wire.Request.model_validate, answer, missing)
        requested = convert.requested_in(told)
        if requested is None:
            raise Garbled("unexpected", answer.host)
        return requested

    async def withdraw(self, key: int) -> None:
        """Take a request back."""
        await self._delete(f"/api/v1/request/{key}")

    async def forget(self, key: int) -> None:
        """Forget a title and its requests."""
        await self._delete(f"/api/v1/media/{key}")

    async def _delete(self, path: str) -> None:
        answer = await self._service.client.request("DELETE", path, urgency=_NOW.urgency)
        if answer.status != _MISSING:
            self._service.judge(answer)

    async def _pages(self, model: type[Page], path: str, asking: Asking) -> AsyncIterator[Page]:
        for skip in range(0, _MOST, _PAGE):
            params = {"take": _PAGE, "skip": skip}
            page = await self._service.get(model, path, params, asking=asking)
            yield page
            if not page.results or skip + _PAGE >= (page.page_info.results or 0):
                return


def _word(kind: SearchedKind) -> str:
    return "movie" if kind == "movie" else "tv"


def _reason(answer: Answer) -> str | None:
    told = answer.json()
    if not isinstance(told, dict):
        return None
    refusal = wire.Refusal.model_validate(told)
    return refusal.message or refusal.error


KIND: Final = Kind(
    name="seerr",
    title=NAME,
    capabilities=frozenset({RequestManager}),
    config=SeerrConfig,
    secrets=frozenset({"key"}),
    terms=TERMS,
    website="https://seerr.dev",
    make=Seerr,
    hear=convert.hear,
    trace=Trace(
        port=5055,
        path="/api/v1/status",
        is_its=lambda told: {"version", "commitTag"} <= told.keys(),
    ),
)
