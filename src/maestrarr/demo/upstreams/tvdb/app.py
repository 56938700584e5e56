"""TheTVDB's routes, its tokens, its pages, and its words for what is wrong."""

import base64
import hashlib
import hmac
import time
from collections.abc import Sequence
from typing import Annotated

import orjson
from fastapi import APIRouter, Depends, FastAPI, Header, Query, Request, Response
from pydantic import BaseModel

from maestrarr.demo.upstreams import answers, words
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.pictures import parsed, scaled
from maestrarr.demo.upstreams.stories import Film, Kind, Series, Story
from maestrarr.demo.upstreams.tvdb import artwork, parts, records
from maestrarr.demo.upstreams.world import World

_MONTH_SECONDS = 30 * 86_400
_SIGNED_WITH = b"the twin of TheTVDB"
_PAGE = 500


class _Login(BaseModel):
    apikey: str
    pin: str = ""


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, _missing("Not Found"))
    app.include_router(_open)
    app.include_router(_router)
    return app


async def _with_token(authorization: Annotated[str, Header()] = "") -> None:
    if not _is_valid(authorization.removeprefix("Bearer ")):
        raise Refused(_failure(401, "Unauthorized"))


async def _known(request: Request) -> Catalogue:
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue


_Known = Annotated[Catalogue, Depends(_known)]
_Base = Annotated[str, Depends(answers.own_url)]
_open = APIRouter()
_router = APIRouter(prefix="/v4", dependencies=[Depends(_with_token)])


@_open.post("/v4/login")
async def _log_in(login: _Login) -> Response:
    if login.apikey != KEY:
        return _failure(401, "InvalidAPIKey: apikey not found")
    return _success({"token": _token()})


@_open.get("/banners/{name}")
@_open.get("/banners/t/{name}")
def _picture(request: Request, name: str) -> Response:
    picture = parsed(name)
    if picture is None:
        return answers.picture(None)
    if "/banners/t/" in request.url.path:
        picture = scaled(picture, picture.size[0] // 2)
    return answers.picture(request.app.state.gallery.drawn(picture))


@_router.get("/artwork/types")
async def _artwork_types() -> Response:
    return _success([artwork.describe_type(one) for one in artwork.TYPES])


@_router.get("/genres")
async def _genres() -> Response:
    return _success(
        [{"id": at, "name": name, "slug": name.lower()} for name, at in parts.GENRES.items()]
    )


@_router.get("/languages")
async def _languages() -> Response:
    return _success(
        [
            {"id": long, "name": name, "nativeName": native, "shortCode": short}
            for short, (name, native, long) in words.LANGUAGES.items()
        ]
    )


@_router.get("/seasons/types")
async def _season_types() -> Response:
    return _success([records.season_type(name) for name in records.SEASON_TYPES])


class _Search(BaseModel):
    query: str = ""
    q: str = ""
    type: str = ""
    year: int | None = None
    remote_id: str = ""
    offset: int = 0
    limit: int = 50


@_router.get("/search")
async def _search(
    request: Request, known: _Known, base: _Base, asked: Annotated[_Search, Query()]
) -> Response:
    kinds = {"movie": [Kind.FILM], "series": [Kind.SERIES], "": list(Kind)}.get(asked.type, [])
    if asked.remote_id:
        found = [story for story in _by_remote_id(known, asked.remote_id) if story.kind in kinds]
    else:
        words_asked = asked.query or asked.q
        found = [one for kind in kinds for one in known.search(kind, words_asked, asked.year)]
    shown = found[asked.offset : asked.offset + asked.limit]
    links = _links(request, len(found), asked.offset // max(1, asked.limit), asked.limit)
    return _success([_found(story, base) for story in shown], links)


@_router.get("/search/remoteid/{number}")
async def _search_by_remote_id(known: _Known, base: _Base, number: str) -> Response:
    found = _by_remote_id(known, number)
    films = [{"movie": records.film_base(one, base)} for one in found if isinstance(one, Film)]
    series = [{"series": records.series_base(s, base)} for s in found if isinstance(s, Series)]
    return _success([*films, *series])


@_router.get("/movies/{number}")
async def _film(known: _Known, base: _Base, number: int) -> Response:
    return _success(records.film_base(_film_of(known, number), base))


@_router.get("/movies/{number}/extended")
async def _film_extended(
    known: _Known, base: _Base, number: int, meta: str = "", *, short: bool = False
) -> Response:
    film = _film_of(known, number)
    is_told = meta == "translations"
    return _success(records.film_extended(film, base, with_translations=is_told, is_short=short))


@_router.get("/movies/{number}/translations/{language}")
async def _film_translation(known: _Known, number: int, language: str) -> Response:
    return _or_missing(parts.translation(_film_of(known, number), language))


@_router.get("/series/{number}")
async def _series(known: _Known, base: _Base, number: int) -> Response:
    return _success(records.series_base(_series_of(known, number), base))


@_router.get("/series/{number}/extended")
async def _series_extended(
    known: _Known, base: _Base, number: int, meta: str = "", *, short: bool = False
) -> Response:
    series = _series_of(known, number)
    return _success(records.series_extended(series, base, meta=meta, is_short=short))


@_router.get("/series/{number}/artworks")
async def _series_artworks(
    known: _Known, base: _Base, number: int, lang: str = "", type: int | None = None  # noqa: A002
) -> Response:  # fmt: skip
    whole = records.series_extended(_series_of(known, number), base, meta=None, is_short=False)
    wanted = set(lang.split(",")) - {""}
    whole["artworks"] = [
        one
        for one in artwork.of_story(_series_of(known, number), base)
        if (not wanted or one["language"] in wanted) and type in {None, one["type"]}
    ]
    return _success(whole)


@_router.get("/series/{number}/translations/{language}")
async def _series_translation(known: _Known, number: int, language: str) -> Response:
    return _or_missing(parts.translation(_series_of(known, number), language))


@_router.get("/series/{number}/episodes/{order}")
@_router.get("/series/{number}/episodes/{order}/{language}")
async def _episodes(
    request: Request, known: _Known, base: _Base, number: int, order: str,
    language: str | None = None, page: int = 0, season: int | None = None,
) -> Response:  # fmt: skip
    series = _series_of(known, number)
    order = "official" if order == "default" else order
    found = records.episodes(series, order, base, language) if order in records.SEASON_TYPES else []
    if season is not None:
        found = [one for one in found if one["seasonNumber"] == season]
    shown = found[page * _PAGE : (page + 1) * _PAGE]
    links = _links(request, len(found), page, _PAGE)
    return _success({"series": records.series_base(series, base), "episodes": shown}, links)


@_router.get("/seasons/{number}")
async def _season(known: _Known, base: _Base, number: int) -> Response:
    return _success(records.season_base(*_season_of(known, number), base))


@_router.get("/seasons/{number}/extended")
async def _season_extended(known: _Known, base: _Base, number: int) -> Response:
    return _success(records.season_extended(*_season_of(known, number), base))


@_router.get("/episodes/{number}")
async def _episode(known: _Known, base: _Base, number: int) -> Response:
    found = known.episode_by_tvdb(number)
    return _or_missing(records.episode_base(*found, "official", base) if found else None)


@_router.get("/episodes/{number}/extended")
async def _episode_extended(known: _Known, base: _Base, number: int) -> Response:
    found = known.episode_by_tvdb(number)
    return _or_missing(records.episode_extended(*found, base) if found else None)


def _film_of(known: Catalogue, number: int) -> Film:
    film = known.film_by_tvdb(number)
    if film is None:
        raise Refused(_missing("movie not found"))
    return film


def _series_of(known: Catalogue, number: int) -> Series:
    series = known.series_by_tvdb(number)
    if series is None:
        raise Refused(_missing("series not found"))
    return series


def _season_of(known: Catalogue, number: int) -> tuple[Series, str, int]:
    position, place = divmod(number - 70_000_000, 1_000)
    kind, season = divmod(place, 100)
    orders = [name for name, (at, _) in records.SEASON_TYPES.items() if at == kind]
    series = known.series_at(position) if orders else None
    if series is None or season not in records.season_numbers(series, orders[0]):
        raise Refused(_missing("season not found"))
    return series, orders[0], season


def _by_remote_id(known: Catalogue, number: str) -> list[Story]:
    """Find titles by a number elsewhere; IMDb's names one, TMDB's a film and a series at most."""
    if not number.isdecimal():
        story = known.by_imdb(number)
        return [story] if story else []
    both: Sequence[Story | None] = (known.film(int(number)), known.series(int(number)))
    return [story for story in both if story is not None]


def _found(story: Story, base: str) -> Document:
    record = "movie" if story.kind is Kind.FILM else "series"
    image = artwork.best(artwork.of_story(story, base), 2, 14) or ""
    spoken = {words.LANGUAGES[code][2]: one for code, one in story.told.items()}
    number = f"{record}-{story.ids.tvdb}"
    network = story.network.name if isinstance(story, Series) else ""
    is_over = isinstance(story, Film) or (isinstance(story, Series) and story.is_over)
    return {
        "aliases": [] if story.english == story.title else [story.english],
        "country": words.COUNTRIES_3[story.country],
        "director": story.crew[0].person.name,
        "first_air_time": str(story.premiered),
        "genres": list(story.genres),
        "id": number,
        "image_url": image,
        "name": story.title,
        "network": network,
        "objectID": number,
        "overview": (story.tell(story.language) or story.told["en"]).plot,
        "overviews": {code: one.plot for code, one in spoken.items()},
        "primary_language": words.LANGUAGES[story.language][2],
        "remote_ids": parts.remote_ids(story),
        "status": ("Released" if record == "movie" else "Ended") if is_over else "Continuing",
        "slug": parts.slug(story),
        "studios": [studio.name for studio in story.studios],
        "thumbnail": image.replace("/banners/", "/banners/t/"),
        "translations": {code: one.title for code, one in spoken.items()},
        "tvdb_id": str(story.ids.tvdb),
        "type": record,
        "year": str(story.year),
    }


def _links(request: Request, total: int, page: int, size: int) -> Document:
    here = str(request.url).partition("?")[0]
    has_next = (page + 1) * size < total
    return {
        "prev": f"{here}?page={page - 1}" if page else None,
        "self": f"{here}?page={page}",
        "next": f"{here}?page={page + 1}" if has_next else None,
        "total_items": total,
        "page_size": size,
    }


def _token() -> str:
    until = int(time.time()) + _MONTH_SECONDS
    claims = orjson.dumps({"age": "", "apikey": KEY, "roles": [], "exp": until})
    signed = f"{_encoded(orjson.dumps({'alg': 'HS256', 'typ': 'JWT'}))}.{_encoded(claims)}"
    return f"{signed}.{_signature(signed)}"


def _is_valid(token: str) -> bool:
    signed, _, signature = token.rpartition(".")
    return hmac.compare_digest(signature.encode(), _signature(signed).encode())


def _signature(signed: str) -> str:
    return _encoded(hmac.digest(_SIGNED_WITH, signed.encode(), hashlib.sha256))


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _success(data: object, links: Document | None = None) -> Response:
    return told({"status": "success", "data": data} | ({"links": links} if links else {}))


def _or_missing(data: Document | None) -> Response:
    return _missing("Not Found") if data is None else _success(data)


def _missing(what: str) -> Response:
    return _failure(404, f"NotFoundException: {what}")


def _failure(status: int, message: str) -> Response:
    return told({"status": "failure", "message": message, "data": None}, status)
