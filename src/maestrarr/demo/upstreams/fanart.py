"""A twin of fanart.tv's API: pictures of films and series, in versions 3, 3.1 and 3.2.

It publishes no contract; this follows its documentation and its answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.drawing import Shape, Size
from maestrarr.demo.upstreams.pictures import ORIGINAL, Offer, Stock, parsed, scaled
from maestrarr.demo.upstreams.stories import Film, Series, chance
from maestrarr.demo.upstreams.world import World

_PREVIEW_WIDTH = 200
_FIRST_SCENE = 80
_TALL, _WIDE, _FLAT = (1000, 1426), (1000, 562), (1000, 185)


def _stock(
    shape: Shape, size: Size, *languages: str | None, repeats: tuple[int, ...] = ()
) -> Stock:
    return Stock(
        shape=shape,
        sizes=(size,),
        languages=languages,
        first_scene=_FIRST_SCENE,
        repeats=repeats,
    )


# What stands under each key; the repeats are scenes that TMDB has, too.
_FILM: Mapping[str, Stock] = {
    "hdmovielogo": _stock(Shape.LOGO, (800, 310), "en", ORIGINAL, "fr", repeats=(0,)),
    "movielogo": _stock(Shape.LOGO, (400, 155), "en"),
    "hdmovieclearart": _stock(Shape.CLEARART, _WIDE, "en", ORIGINAL),
    "movieart": _stock(Shape.CLEARART, (500, 281), "en"),
    "moviedisc": _stock(Shape.DISC, (1000, 1000), "en", "en"),
    "movieposter": _stock(Shape.POSTER, _TALL, "en", ORIGINAL, "de", repeats=(0,)),
    "moviebackground": _stock(Shape.FANART, (1920, 1080), None, None, repeats=(1,)),
    "moviethumb": _stock(Shape.THUMB, _WIDE, "en", ORIGINAL),
    "moviebanner": _stock(Shape.BANNER, _FLAT, "en", ORIGINAL),
}
_SERIES: Mapping[str, Stock] = {
    "hdtvlogo": _stock(Shape.LOGO, (800, 310), "en", ORIGINAL, repeats=(0,)),
    "clearlogo": _stock(Shape.LOGO, (400, 155), "en"),
    "hdclearart": _stock(Shape.CLEARART, _WIDE, "en"),
    "clearart": _stock(Shape.CLEARART, (500, 281), "en"),
    "characterart": _stock(Shape.CHARACTER, (512, 512), None, None),
    "tvposter": _stock(Shape.POSTER, _TALL, "en", ORIGINAL, repeats=(0,)),
    "tvthumb": _stock(Shape.THUMB, _WIDE, "en"),
    "tvbanner": _stock(Shape.BANNER, _FLAT, "en", ORIGINAL),
    "showbackground": _stock(Shape.FANART, (1920, 1080), None, None, repeats=(1,)),
}
_SEASON: Mapping[str, Stock] = {
    "seasonposter": _stock(Shape.POSTER, _TALL, "en"),
    "seasonthumb": _stock(Shape.THUMB, _WIDE, "en"),
    "seasonbanner": _stock(Shape.BANNER, _FLAT, "en"),
}


@dataclass(frozen=True, slots=True)
class _Listing:
    """How the pictures of one thing are listed: its address, and what its version tells of each."""

    base: str
    version: str

    def pictures(self, stock: Stock, of: str, language: str, **more: str) -> list[Document]:
        """List pictures, the best liked first; `likes` and the sizes are texts, as all numbers."""
        return [self._one(offer) | more for offer in stock.offers(of, language)]

    def _one(self, offer: Offer) -> Document:
        told_of: Document = {
            "id": str(chance(offer.picture.name).randrange(10_000, 400_000)),
            "url": f"{self.base}/fanart/{offer.picture.name}",
            "lang": offer.picture.language or ("00" if offer.votes % 2 else ""),
            "likes": str(offer.votes),
        }
        if self.version != "v3":
            told_of["added"] = "2024-03-09 11:20:31"
        if self.version == "v3.2":
            told_of |= {"width": str(offer.picture.size[0]), "height": str(offer.picture.size[1])}
        return told_of


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, _wrong(404, "Not found"))
    app.include_router(_pictures)
    app.include_router(_router)
    return app


async def _with_key(api_key: str = "", named: Annotated[str, Header(alias="api-key")] = "") -> None:
    if KEY not in {api_key, named}:
        raise Refused(_wrong(401, "Invalid API key"))


async def _listing(request: Request, version: str) -> _Listing:
    if version not in {"v3", "v3.1", "v3.2"}:
        raise Refused(_wrong(404, "Not found"))
    return _Listing(answers.own_url(request), version)


_Listed = Annotated[_Listing, Depends(_listing)]
_pictures = APIRouter()  # for everybody
_router = APIRouter(dependencies=[Depends(_with_key)])


@_pictures.get("/fanart/{name}")
@_pictures.get("/preview/{name}")
def _picture(request: Request, name: str) -> Response:
    picture = parsed(name)
    if picture is None:
        return answers.picture(None)
    if request.url.path.endswith(f"/preview/{name}"):
        picture = scaled(replace(picture, quality=70), _PREVIEW_WIDTH)
    return answers.picture(request.app.state.gallery.drawn(picture))


@_router.get("/{version}/movies/{number}")
async def _film(request: Request, listing: _Listed, number: str) -> Response:
    known: Catalogue = request.app.state.catalogue
    film = known.film(int(number)) if number.isdecimal() else known.by_imdb(number)
    if not isinstance(film, Film) or _has_none(film.position):
        return _wrong(404, "Not found")
    of = f"film-{film.ids.tmdb}"
    disc = {"disc": "1", "disc_type": "bluray"}
    found = {
        key: listing.pictures(stock, of, film.language, **(disc if key == "moviedisc" else {}))
        for key, stock in _offered(_FILM, of).items()
    }
    head = {"name": film.title, "tmdb_id": str(film.ids.tmdb), "imdb_id": film.ids.imdb}
    return _told(listing, head, found)


@_router.get("/{version}/tv/{number}")
async def _series(request: Request, listing: _Listed, number: int) -> Response:
    known: Catalogue = request.app.state.catalogue
    series = known.series_by_tvdb(number)
    if series is None or _has_none(series.position):
        return _wrong(404, "Not found")
    of = f"series-{series.ids.tmdb}"
    found = {
        key: listing.pictures(stock, of, series.language)
        for key, stock in _offered(_SERIES, of).items()
    }
    for key, stock in _SEASON.items():
        found[key] = _of_seasons(listing, stock, series)
    return _told(listing, {"name": series.title, "thetvdb_id": str(number)}, found)


def _of_seasons(listing: _Listing, stock: Stock, series: Series) -> list[Document]:
    """List what there is of each season, and what is of all of them."""
    whole = f"series-{series.ids.tmdb}"
    found = listing.pictures(stock, whole, series.language, season="all")
    for number in series.seasons:
        of = f"season-{series.ids.tmdb}.{number}"
        found += listing.pictures(stock, of, series.language, season=str(number))
    return found


def _offered(stocks: Mapping[str, Stock], of: str) -> dict[str, Stock]:
    """Leave away a type or two: their keys are absent, as everywhere at fanart.tv."""
    dice = chance("fanart", of)
    return {key: stock for key, stock in stocks.items() if dice.random() < 0.9}


def _has_none(position: int) -> bool:
    return position % 25 == 24


def _told(
    listing: _Listing, head: Mapping[str, object], found: dict[str, list[Document]]
) -> Response:
    count: Document = {}
    if listing.version == "v3.2":
        count = {"image_count": sum(map(len, found.values()))}
    return told({**head, **count, **found})


def _wrong(status: int, message: str) -> Response:
    return told({"status": "error", "error message": message}, status)
