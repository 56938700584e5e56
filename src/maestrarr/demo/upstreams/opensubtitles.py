"""A twin of OpenSubtitles' REST API v1: subtitles of films and episodes, so many a day.

It publishes no contract that may be kept here; this follows its documentation.
"""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Query, Request, Response
from pydantic import BaseModel

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.stories import Film, Series, Story, chance
from maestrarr.demo.upstreams.world import World
from maestrarr.demo.video import spoken

MOST_A_DAY = 20
_TOKEN = "a-token-for-a-day"  # noqa: S105  # a twin's
_LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "ko", "pt-pt", "tr")
_OF_EACH = 3
_PLACES = 100  # of a title's subtitles; the number of a file is made of the title's and its place


class Entry(BaseModel):
    """Who wants to be let in."""

    username: str
    password: str


class Order(BaseModel):
    """Which file is wanted."""

    file_id: int
    sub_format: str = "srt"


class Asked(BaseModel):
    """Of what subtitles are wanted; of an episode, the parent's ids are those of its series."""

    languages: str = ""
    tmdb_id: int | None = None
    imdb_id: int | None = None
    parent_tmdb_id: int | None = None
    parent_imdb_id: int | None = None
    season_number: int | None = None
    episode_number: int | None = None
    page: int = 1


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, _wrong(404, "Not found"))
    app.state.downloads = Counter[str]()
    app.include_router(_texts)
    app.include_router(_router, prefix="/api/v1")
    return app


async def _with_key(key: Annotated[str, Header(alias="api-key")] = "") -> None:
    if key != KEY:
        raise Refused(_wrong(401, "You cannot consume this service"))


_texts = APIRouter()  # for everybody who has the address
_router = APIRouter(dependencies=[Depends(_with_key)])


@_router.get("/infos/formats")
async def _formats() -> Response:
    return told({"data": {"output_formats": ["srt", "sub", "mpl", "webvtt", "dfxp", "txt"]}})


@_router.post("/login")
async def _login(entry: Entry) -> Response:
    if (entry.username, entry.password) != (KEY, KEY):
        return _wrong(401, "Error, invalid username/password")
    user = {"allowed_downloads": MOST_A_DAY, "level": "Sub leecher", "user_id": 66, "vip": False}
    return told({"user": user, "token": _TOKEN, "status": 200})


@_router.get("/subtitles")
async def _search(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    story = _meant(request.app.state.catalogue, asked)
    place = (asked.season_number or 0, asked.episode_number or 0)
    languages = asked.languages.split(",")
    offered = _offered(story, place, languages) if story and asked.page == 1 else []
    pages = {"total_pages": 1, "total_count": len(offered), "per_page": 50, "page": asked.page}
    return told({**pages, "data": offered})


@_router.post("/download")
async def _download(
    request: Request, order: Order, authorization: Annotated[str, Header()] = ""
) -> Response:
    if authorization != f"Bearer {_TOKEN}":
        return _wrong(401, "invalid token")
    downloads: Counter[str] = request.app.state.downloads
    if downloads[KEY] >= MOST_A_DAY:
        message = f"You have downloaded your allowed {MOST_A_DAY} subtitles for 24h."
        return told({"requests": MOST_A_DAY + 1, "remaining": -1, "message": message,
                     "reset_time": "03 hours and 14 minutes"}, 406)  # fmt: skip
    if not 0 <= order.file_id % _PLACES < len(_LANGUAGES) * _OF_EACH:
        return _wrong(404, "Not found")
    downloads[KEY] += 1
    return told(
        {
            "link": f"{answers.own_url(request)}/download/{order.file_id}.srt",
            "file_name": f"{order.file_id}.srt",
            "requests": downloads[KEY],
            "remaining": MOST_A_DAY - downloads[KEY],
            "message": f"Your quota will be renewed; {MOST_A_DAY - downloads[KEY]} left.",
            "reset_time": "23 hours and 59 minutes",
        }
    )


@_texts.get("/download/{name}")
async def _text(name: str) -> Response:
    language = _LANGUAGES[int(name.removesuffix(".srt")) % _PLACES // _OF_EACH]
    return Response(spoken.as_srt(language).encode(), media_type="text/plain; charset=utf-8")


def _meant(known: Catalogue, asked: Asked) -> Story | None:
    if asked.season_number is not None:
        tmdb, imdb = asked.parent_tmdb_id, asked.parent_imdb_id
        return known.series(tmdb) if tmdb else known.by_imdb(f"tt{imdb or 0:07}")
    if asked.tmdb_id:
        return known.film(asked.tmdb_id)
    return known.by_imdb(f"tt{asked.imdb_id or 0:07}")


def _offered(story: Story, place: tuple[int, int], languages: list[str]) -> list[Document]:
    """List a few in each language, the most downloaded first."""
    found = [
        _one(story, place, language, at) for language in languages if language in _LANGUAGES
        for at in range(_OF_EACH)
    ]  # fmt: skip
    return sorted(found, key=lambda each: -int(str(_said(each)["download_count"])))


def _said(offered: Document) -> Document:
    attributes: Document = offered["attributes"]  # type: ignore[assignment]  # as it was made
    return attributes


def _one(story: Story, place: tuple[int, int], language: str, at: int) -> Document:
    dice = chance("subtitle", f"{type(story).__name__}{story.position}.{place}{language}{at}")
    number = dice.randrange(10_000, 900_000) * _PLACES + _LANGUAGES.index(language) * _OF_EACH + at
    release = f"{story.title}.{story.year}.1080p.BluRay" if isinstance(story, Film) else story.title
    return {
        "id": str(number),
        "type": "subtitle",
        "attributes": {
            "subtitle_id": str(number),
            "language": language,
            "download_count": dice.randrange(20, 90_000),
            "new_download_count": dice.randrange(0, 900),
            "hearing_impaired": at == 1,
            "hd": True,
            "fps": 23.976,
            "votes": dice.randrange(0, 40),
            "ratings": round(dice.uniform(4, 10), 1),
            "from_trusted": at == 0,
            "foreign_parts_only": False,
            "upload_date": "2024-03-09T11:20:31Z",
            "ai_translated": False,
            "machine_translated": at == 2,
            "release": release,
            "comments": "",
            "legacy_subtitle_id": None,
            "files": [{"file_id": number, "cd_number": 1, "file_name": release}],
            "feature_details": {
                "feature_type": "Episode" if isinstance(story, Series) else "Movie",
                "year": story.year,
                "title": story.title,
                "tmdb_id": story.ids.tmdb,
            },
        },
    }


def _wrong(status: int, message: str) -> Response:
    return told({"message": message, "status": status}, status)
