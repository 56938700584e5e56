"""TMDB's routes, its key, its pages, and its words for what is wrong."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response

from maestrarr.demo.upstreams import answers, words
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.pictures import parsed, scaled
from maestrarr.demo.upstreams.stories import Film, Kind, Person, Series, Story
from maestrarr.demo.upstreams.tmdb import films, seasons, series, shared
from maestrarr.demo.upstreams.tmdb.shared import Asked
from maestrarr.demo.upstreams.world import World

_PAGE, _LAST_PAGE, _MOST_APPENDED = 20, 500, 20
_SIZES = {
    "backdrop_sizes": ["w300", "w780", "w1280", "original"],
    "logo_sizes": ["w45", "w92", "w154", "w185", "w300", "w500", "original"],
    "poster_sizes": ["w92", "w154", "w185", "w342", "w500", "w780", "original"],
    "profile_sizes": ["w45", "w185", "h632", "original"],
    "still_sizes": ["w92", "w185", "w300", "original"],
}

_Parts = Mapping[str, Callable[[], Document]]
_Told = TypeVar("_Told", Film, Series)


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, _missing())
    app.include_router(_router)
    app.include_router(_pictures)
    return app


async def _with_key(
    api_key: str | None = None, authorization: Annotated[str | None, Header()] = None
) -> None:
    given = authorization.removeprefix("Bearer ") if authorization else api_key
    if given != KEY:
        raise Refused(_wrong(401, 7, "Invalid API key: You must be granted a valid key."))


async def _asked(
    request: Request,
    language: str | None = None,
    include_image_language: str | None = None,
    include_video_language: str | None = None,
) -> Asked:
    return Asked(
        catalogue=request.app.state.catalogue,
        language=language,
        picture_languages=include_image_language,
        video_languages=include_video_language,
    )


_AskedBy = Annotated[Asked, Depends(_asked)]
_router = APIRouter(dependencies=[Depends(_with_key)])
_pictures = APIRouter()  # for everybody


@_router.get("/3/authentication")
async def _authentication() -> Response:
    return told({"success": True, "status_code": 1, "status_message": "Success."})


@_router.get("/3/configuration")
async def _configuration(request: Request) -> Response:
    base = f"{answers.own_url(request)}/t/p/"
    images = {"base_url": base, "secure_base_url": base, **_SIZES}
    return told({"images": images, "change_keys": ["images", "overview", "title"]})


@_router.get("/3/configuration/languages")
async def _languages() -> Response:
    return told(shared.languages(*words.LANGUAGES))


@_router.get("/3/configuration/countries")
async def _countries() -> Response:
    return told(
        [
            {"iso_3166_1": code, "english_name": name, "native_name": name}
            for code, name in words.COUNTRY_NAMES.items()
        ]
    )


@_router.get("/3/genre/movie/list")
async def _film_genres() -> Response:
    return told({"genres": [{"id": i, "name": name} for name, i in shared.FILM_GENRES.items()]})


@_router.get("/3/genre/tv/list")
async def _series_genres() -> Response:
    return told({"genres": [{"id": i, "name": name} for name, i in shared.SERIES_GENRES.items()]})


@_router.get("/3/search/movie")
async def _search_films(
    asked: _AskedBy,
    query: str = "",
    page: int = 1,
    year: int | None = None,
    primary_release_year: int | None = None,
) -> Response:
    found = asked.catalogue.search(Kind.FILM, query, primary_release_year or year)
    return _page(found, page, lambda story: _brief(story, asked))


@_router.get("/3/search/tv")
async def _search_series(
    asked: _AskedBy,
    query: str = "",
    page: int = 1,
    year: int | None = None,
    first_air_date_year: int | None = None,
) -> Response:
    found = asked.catalogue.search(Kind.SERIES, query, first_air_date_year or year)
    return _page(found, page, lambda story: _brief(story, asked))


@_router.get("/3/find/{external_id}")
async def _find(asked: _AskedBy, external_id: str, external_source: str = "") -> Response:
    found: dict[str, list[Document]] = {
        f"{kind}_results": [] for kind in ("movie", "person", "tv", "tv_episode", "tv_season")
    }
    story: Story | None = None
    if external_source == "imdb_id":
        story = asked.catalogue.by_imdb(external_id)
    elif external_source == "tvdb_id" and external_id.isdecimal():
        story = asked.catalogue.series_by_tvdb(int(external_id))
        if episode := asked.catalogue.episode_by_tvdb(int(external_id)):
            told_of = series.episode_brief(*episode, asked) | {"media_type": "tv_episode"}
            found["tv_episode_results"].append(told_of)
    if isinstance(story, Film):
        found["movie_results"].append(films.brief(story, asked) | {"media_type": "movie"})
    elif isinstance(story, Series):
        found["tv_results"].append(series.brief(story, asked) | {"media_type": "tv"})
    return told(found)


@_router.get("/3/collection/{number}")
async def _collection(asked: _AskedBy, number: int, append_to_response: str = "") -> Response:
    group = asked.catalogue.group(number)
    if group is None:
        return _missing()
    parts: _Parts = {name: partial(part, group, asked) for name, part in films.GROUP_PARTS.items()}
    return _appended(films.group_whole(group, asked), parts, append_to_response)


@_router.get("/3/collection/{number}/{part}")
async def _collection_part(asked: _AskedBy, number: int, part: str) -> Response:
    group = asked.catalogue.group(number)
    if group is None or part not in films.GROUP_PARTS:
        return _missing()
    return told({"id": number} | films.GROUP_PARTS[part](group, asked))


@_router.get("/3/person/{number}")
async def _person(asked: _AskedBy, number: int, append_to_response: str = "") -> Response:
    person = asked.catalogue.person(number)
    if person is None:
        return _missing()
    parts: _Parts = {
        "external_ids": lambda: _person_ids(person),
        "images": lambda: _person_images(person, asked),
    }
    return _appended(_person_whole(person), parts, append_to_response)


@_router.get("/3/person/{number}/images")
async def _images_of_person(asked: _AskedBy, number: int) -> Response:
    person = asked.catalogue.person(number)
    return _or_missing({"id": number} | _person_images(person, asked) if person else None)


@_router.get("/3/person/{number}/external_ids")
async def _ids_of_person(asked: _AskedBy, number: int) -> Response:
    person = asked.catalogue.person(number)
    return _or_missing({"id": number} | _person_ids(person) if person else None)


@_router.get("/3/movie/{number}")
async def _film(asked: _AskedBy, number: int, append_to_response: str = "") -> Response:
    film = asked.catalogue.film(number)
    if film is None:
        return _missing()
    parts = _parts(films.PARTS, film, asked)
    return _appended(films.whole(film, asked), parts, append_to_response)


@_router.get("/3/movie/{number}/{part}")
async def _film_part(asked: _AskedBy, number: int, part: str) -> Response:
    film = asked.catalogue.film(number)
    if film is None or part not in films.PARTS:
        return _missing()
    return told({"id": number} | films.PARTS[part](film, asked))


@_router.get("/3/tv/episode_group/{number}")
async def _episode_group(asked: _AskedBy, number: str) -> Response:
    if not re.fullmatch(r"[0-9a-f]{24}", number):
        return _missing()
    found = asked.catalogue.series(int(number[:16], 16))
    kind = int(number[16:], 16)
    return _or_missing(series.group_whole(found, kind, asked) if found else None)


@_router.get("/3/tv/{number}")
async def _one_series(asked: _AskedBy, number: int, append_to_response: str = "") -> Response:
    found = asked.catalogue.series(number)
    if found is None:
        return _missing()
    parts = dict(_parts(series.PARTS, found, asked))
    parts |= {f"season/{one}": partial(seasons.season, found, one, asked) for one in found.seasons}
    return _appended(series.whole(found, asked), parts, append_to_response)


@_router.get("/3/tv/{number}/{part}")
async def _series_part(asked: _AskedBy, number: int, part: str) -> Response:
    found = asked.catalogue.series(number)
    if found is None or part not in series.PARTS:
        return _missing()
    return told({"id": number} | series.PARTS[part](found, asked))


@_router.get("/3/tv/{number}/season/{season}")
async def _season(
    asked: _AskedBy, number: int, season: int, append_to_response: str = ""
) -> Response:
    found = asked.catalogue.series(number)
    if found is None or season not in found.seasons:
        return _missing()
    parts: _Parts = {
        name: partial(part, found, season, asked) for name, part in seasons.SEASON_PARTS.items()
    }
    return _appended(seasons.season(found, season, asked), parts, append_to_response)


@_router.get("/3/tv/{number}/season/{season}/{part}")
async def _season_part(asked: _AskedBy, number: int, season: int, part: str) -> Response:
    found = asked.catalogue.series(number)
    if found is None or season not in found.seasons or part not in seasons.SEASON_PARTS:
        return _missing()
    told_of = seasons.season(found, season, asked)
    return told({"id": told_of["id"]} | seasons.SEASON_PARTS[part](found, season, asked))


@_router.get("/3/tv/{number}/season/{season}/episode/{at}")
async def _episode(
    asked: _AskedBy, number: int, season: int, at: int, append_to_response: str = ""
) -> Response:
    found = asked.catalogue.series(number)
    episodes = [one for one in found.season(season) if one.number == at] if found else []
    if found is None or not episodes:
        return _missing()
    parts: _Parts = {
        name: partial(part, found, episodes[0], asked)
        for name, part in seasons.EPISODE_PARTS.items()
    }
    return _appended(seasons.episode(found, episodes[0], asked), parts, append_to_response)


@_router.get("/3/tv/{number}/season/{season}/episode/{at}/{part}")
async def _episode_part(asked: _AskedBy, number: int, season: int, at: int, part: str) -> Response:
    found = asked.catalogue.series(number)
    episodes = [one for one in found.season(season) if one.number == at] if found else []
    if found is None or not episodes or part not in seasons.EPISODE_PARTS:
        return _missing()
    return told({"id": episodes[0].tmdb} | seasons.EPISODE_PARTS[part](found, episodes[0], asked))


@_pictures.get("/t/p/{size}/{name}")
def _picture(request: Request, size: str, name: str) -> Response:
    picture = parsed(name)
    if picture is None or size not in {one for sizes in _SIZES.values() for one in sizes}:
        return answers.picture(None)
    if size.startswith("w"):
        picture = scaled(picture, int(size[1:]))
    elif size.startswith("h"):
        picture = scaled(picture, int(size[1:]) * picture.size[0] // picture.size[1])
    return answers.picture(request.app.state.gallery.drawn(picture))


def _page(found: list[Story], page: int, brief: Callable[[Story], Document]) -> Response:
    if not 1 <= page <= _LAST_PAGE:
        return _wrong(
            400,
            22,
            "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.",
        )
    shown = found[(page - 1) * _PAGE : page * _PAGE]
    return told(
        {
            "page": page,
            "results": [brief(story) for story in shown],
            "total_pages": -(-len(found) // _PAGE),
            "total_results": len(found),
        }
    )


def _brief(story: Story, asked: Asked) -> Document:
    if isinstance(story, Film):
        return films.brief(story, asked)
    assert isinstance(story, Series)  # noqa: S101  # there is no other kind
    return series.brief(story, asked)


def _parts(
    known: Mapping[str, Callable[[_Told, Asked], Document]], story: _Told, asked: Asked
) -> _Parts:
    return {name: partial(part, story, asked) for name, part in known.items()}


def _appended(document: Document, parts: _Parts, names: str) -> Response:
    """Answer with a document and what was to be appended to it; unknown names are passed over."""
    wanted = [name for name in names.split(",") if name]
    if len(wanted) > _MOST_APPENDED:
        return _wrong(
            400,
            27,
            "Too many append to response objects: The maximum number of remote calls is 20.",
        )
    return told(document | {name: parts[name]() for name in wanted if name in parts})


def _person_whole(person: Person) -> Document:
    return {
        "adult": False,
        "also_known_as": [],
        "biography": f"{person.name} grew up in {person.born_in}.",
        "birthday": str(person.born),
        "deathday": None,
        "gender": person.gender,
        "homepage": None,
        "id": person.id,
        "imdb_id": person.imdb,
        "known_for_department": person.department,
        "name": person.name,
        "place_of_birth": person.born_in,
        "popularity": shared.person(person)["popularity"],
        "profile_path": shared.profile(person),
    }


def _person_images(person: Person, asked: Asked) -> Document:
    if shared.profile(person) is None:
        return {"profiles": []}
    return {"profiles": asked.pictures(shared.PROFILES.offers(f"person-{person.id}"))}


def _person_ids(person: Person) -> Document:
    unknown = ("freebase_mid", "freebase_id", "tvrage_id", "wikidata_id", "facebook_id",
               "instagram_id", "tiktok_id", "twitter_id", "youtube_id")  # fmt: skip
    return {"imdb_id": person.imdb, **dict.fromkeys(unknown)}


def _or_missing(document: Document | None) -> Response:
    return _missing() if document is None else told(document)


def _missing() -> Response:
    return _wrong(404, 34, "The resource you requested could not be found.")


def _wrong(status: int, code: int, message: str) -> Response:
    return told({"success": False, "status_code": code, "status_message": message}, status)
