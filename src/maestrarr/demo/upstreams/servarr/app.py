"""The twins of Radarr and Sonarr: the v3 API that both have, over the demo's library."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, FastAPI, Query, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.desk import Desk, moment
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.servarr import forms, records, reports, sending
from maestrarr.demo.upstreams.servarr.brands import RADARR, SONARR, Brand
from maestrarr.demo.upstreams.world import World

_MISSING = {"message": "NotFound"}
Sent = Annotated[dict[str, Any], Body()]


def make_radarr(world: World) -> FastAPI:
    """Make Radarr."""
    return _made(world, RADARR)


def make_sonarr(world: World) -> FastAPI:
    """Make Sonarr."""
    return _made(world, SONARR)


def _made(world: World, brand: Brand) -> FastAPI:
    app = answers.service(world, told(_MISSING, 404))
    app.state.shop = Shop(world, brand)
    app.include_router(_titles(brand))
    app.include_router(_router)
    app.add_api_route("/ping", _ping)
    return app


async def _ping() -> Response:
    return told({"status": "OK"})


class Shop:
    """One of them, with what it looks after."""

    def __init__(self, world: World, brand: Brand) -> None:
        self._world = world
        self.brand = brand

    @property
    def desk(self) -> Desk:
        """What it remembers."""
        return self._world.desks.of(self.brand.key)

    @property
    def titles(self) -> list[Shelved]:
        """What it looks after."""
        shelved = self._world.household.of_kind(self.brand.kind)
        return [title for title in shelved if title.number not in self.desk.gone]

    def describe(self, title: Shelved) -> Document:
        """Describe a title in its own way."""
        return self.brand.describe(title, self.desk)

    def title(self, number: int) -> Shelved:
        """Find what it looks after.

        Raises:
            Refused: there is no such title.
        """
        for title in self.titles:
            if title.number == number:
                return title
        raise Refused(told(_MISSING, 404))


async def _shop_of(request: Request) -> Shop:
    given = {
        request.headers.get("X-Api-Key"),
        request.query_params.get("apikey"),
        request.headers.get("Authorization", "").removeprefix("Bearer "),
    }
    if KEY not in given:
        raise Refused(told({"error": "Unauthorized"}, 401))
    shop: Shop = request.app.state.shop
    return shop


_Shop = Annotated[Shop, Depends(_shop_of)]
_router = APIRouter(prefix="/api/v3")


def _titles(brand: Brand) -> APIRouter:
    """Make the questions whose paths have the brand's own words."""
    router = APIRouter(prefix="/api/v3")

    @router.get(f"/{brand.one}")
    async def listed(shop: _Shop, request: Request) -> Response:
        wanted = {key: request.query_params.get(key) for key in ("tmdbId", "tvdbId")}
        found = [shop.describe(title) for title in shop.titles]
        return told(
            [
                title
                for title in found
                if all(value in (None, str(title.get(key))) for key, value in wanted.items())
            ]
        )

    @router.put(f"/{brand.one}/editor")
    async def edited(shop: _Shop, sent: Sent) -> Response:
        numbers = {int(number) for number in sent[brand.listed]}
        if sent.get("monitored") is False:
            shop.desk.left_alone |= numbers
        elif sent.get("monitored") is True:
            shop.desk.left_alone -= numbers
        return told([shop.describe(t) for t in shop.titles if t.number in numbers], 202)

    @router.get(f"/{brand.one}/{{number}}")
    async def one(shop: _Shop, number: int) -> Response:
        return told(shop.describe(shop.title(number)))

    @router.delete(f"/{brand.one}/{{number}}")
    async def deleted(shop: _Shop, number: int, request: Request) -> Response:
        title = shop.title(number)
        shop.desk.gone.add(number)
        if request.query_params.get(brand.exclusion, "").lower() == "true":
            shop.desk.excluded.append(forms.exclusion(brand, title, len(shop.desk.excluded) + 1))
        return told({})

    router.add_api_route(f"/{brand.exclusions}", _excluded)
    return router


async def _excluded(shop: _Shop) -> Response:
    return told(shop.desk.excluded)


@_router.get("/system/status")
async def _status(shop: _Shop) -> Response:
    return told(forms.status(shop.brand))


@_router.get("/tag")
async def _tags(_: _Shop) -> Response:
    return told([{"id": 1, "label": "keep"}])


@_router.get("/rootfolder")
async def _roots(shop: _Shop) -> Response:
    path = str(shop.brand.root)
    return told([{"id": 1, "path": path, "accessible": True, "unmappedFolders": []}])


@_router.get("/config/mediamanagement")
async def _media_management(shop: _Shop) -> Response:
    return told(forms.media_management(shop.brand, shop.desk.recycle_folder))


@_router.get("/moviefile")
async def _movie_files(shop: _Shop, number: Annotated[int, Query(alias="movieId")]) -> Response:
    title = shop.title(number)
    return told([records.movie_file(title, path) for path in title.files])


@_router.get("/episodefile")
async def _episode_files(shop: _Shop, number: Annotated[int, Query(alias="seriesId")]) -> Response:
    title = shop.title(number)
    return told([records.episode_file(title, path) for path in title.files])


@_router.get("/episode")
async def _episodes(shop: _Shop, number: Annotated[int, Query(alias="seriesId")]) -> Response:
    title = shop.title(number)
    return told([records.episode(title, episode, path) for episode, path in title.episodes])


@_router.get("/history/since")
async def _history(shop: _Shop, date: str) -> Response:
    since = date.replace("+00:00", "Z")
    entries = [entry for entry in shop.desk.history if str(entry["date"]) >= since]
    return told(entries[::-1])


@_router.post("/command")
async def _command(shop: _Shop, sent: Sent) -> Response:
    shop.desk.orders.append(sent)
    return told(forms.command(sent, len(shop.desk.orders), moment()), 201)


@_router.get("/notification")
async def _hooks(shop: _Shop) -> Response:
    return told(list(shop.desk.hooks.values()))


@_router.get("/notification/schema")
async def _offered(shop: _Shop) -> Response:
    return told([forms.hook(shop.brand)])


@_router.post("/notification")
async def _add_hook(shop: _Shop, sent: Sent) -> Response:
    await _try(shop.brand, sent)
    number = max(shop.desk.hooks, default=0) + 1
    shop.desk.hooks[number] = sent | {"id": number}
    return told(shop.desk.hooks[number], 201)


@_router.put("/notification/{number}")
async def _change_hook(shop: _Shop, number: int, sent: Sent) -> Response:
    if number not in shop.desk.hooks:
        raise Refused(told(_MISSING, 404))
    await _try(shop.brand, sent)
    shop.desk.hooks[number] = sent | {"id": number}
    return told(shop.desk.hooks[number], 202)


@_router.delete("/notification/{number}")
async def _drop_hook(shop: _Shop, number: int) -> Response:
    shop.desk.hooks.pop(number, None)
    return told({})


async def _try(brand: Brand, hook: Document) -> None:
    """Send the report of a title that is none; what does not arrive is not saved."""
    try:
        status = await sending.send(hook, brand, reports.test(brand))
        why = None if status < 300 else f"HTTP request failed: [{status}]"
    except sending.Unsent as error:
        why = str(error)
    if why is not None:
        failure = {"propertyName": "Url", "errorMessage": f"Unable to send test message: {why}"}
        raise Refused(told([failure | {"severity": "error"}], 400))
