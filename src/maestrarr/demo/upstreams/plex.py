"""A twin of Plex Media Server: JSON to who asks for it, XML to others."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Annotated
from xml.sax.saxutils import quoteattr

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.household import FILMS, SERIES, Household, Player, Shelved, stem
from maestrarr.demo.upstreams.stories import Episode, Film, Kind, Part, Series
from maestrarr.demo.upstreams.world import World

_SERVER = "0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567"
_VERSION = "1.42.2.10156-f737b826c"
_UPDATED = 1_763_600_000
_LIBRARIES = {1: (FILMS, "movie", Kind.FILM), 2: (SERIES, "show", Kind.SERIES)}
_EPISODES_FROM = 10_000
_REFUSAL = (
    "<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>"
)
_CAN = (
    "allowCameraUpload", "allowChannelAccess", "allowSharing", "allowSync", "backgroundProcessing",
    "certificate", "companionProxy", "eventStream", "hubSearch", "itemClusters", "mediaProviders",
    "multiuser", "myPlex", "myPlexSubscription", "pluginHost", "pushNotifications", "sync",
    "transcoderAudio", "transcoderLyrics", "transcoderPhoto", "transcoderSubtitles",
    "transcoderVideo", "updater", "voiceSearch",
)  # fmt: skip
_CANNOT = ("allowMediaDeletion", "allowTuners", "readOnlyLibraries")
_ROOMS = ("identity", "library", "media", "playlists", "status", "statistics")


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, Response("<h1>404 Not Found</h1>", 404, media_type="text/html"))
    app.include_router(_open)
    app.include_router(_router)
    return app


async def _with_token(
    request: Request, token: Annotated[str, Header(alias="X-Plex-Token")] = ""
) -> None:
    if KEY not in {token, request.query_params.get("X-Plex-Token")}:
        raise Refused(Response(_REFUSAL, 401, media_type="text/html"))


async def _in_form(accept: Annotated[str, Header()] = "") -> Callable[[Document], Response]:
    """Answer in JSON where it is asked for, in XML without."""
    if "json" in accept:
        return lambda container: told({"MediaContainer": container})
    return lambda container: Response(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{_element("MediaContainer", container)}\n',
        media_type="text/xml;charset=utf-8",
    )


async def _household_of(request: Request) -> Household:
    household: Household = request.app.state.household
    return household


_Told = Annotated[Callable[[Document], Response], Depends(_in_form)]
_Shelf = Annotated[Household, Depends(_household_of)]
_open = APIRouter()
_router = APIRouter(dependencies=[Depends(_with_token)])


@_open.get("/identity")
async def _identity(answer: _Told) -> Response:
    return answer({"size": 0, "claimed": True, "machineIdentifier": _SERVER, "version": _VERSION})


@_router.get("/")
async def _server(answer: _Told) -> Response:
    rooms: list[Document] = [{"count": 1, "key": name, "title": name} for name in _ROOMS]
    return answer(
        dict.fromkeys(_CAN, True)
        | dict.fromkeys(_CANNOT, False)
        | {
            "size": len(rooms),
            "countryCode": "gbr",
            "diagnostics": "logs,databases,streaminglogs",
            "friendlyName": "Attic",
            "livetv": 7,
            "machineIdentifier": _SERVER,
            "musicAnalysis": 2,
            "myPlexMappingState": "mapped",
            "myPlexSigninState": "ok",
            "myPlexUsername": "demo@example.org",
            "offlineTranscode": 1,
            "ownerFeatures": "webhooks,trailers",
            "platform": "Linux",
            "platformVersion": "6.1.0",
            "streamingBrainABRVersion": 3,
            "streamingBrainVersion": 2,
            "transcoderActiveVideoSessions": 0,
            "transcoderVideoBitrates": "64,96,208,320,720,1500,2000,3000,4000,8000",
            "transcoderVideoQualities": "0,1,2,3,4,5,6,7,8,9",
            "transcoderVideoResolutions": "128,128,160,240,320,480,768,720,720,1080",
            "updatedAt": _UPDATED,
            "version": _VERSION,
            "Directory": rooms,
        }
    )


@_router.get("/library/sections")
@_router.get("/library/sections/all")
async def _libraries(answer: _Told) -> Response:
    found = [_library(number) for number in _LIBRARIES]
    head: Document = {"size": len(found), "allowSync": False, "title1": "Plex Library"}
    return answer(head | {"Directory": found})


@_router.post("/library/sections/{number}/refresh")
@_router.get("/library/sections/{number}/refresh")
async def _refresh(household: _Shelf, number: int, path: str = "") -> Response:
    if number not in _LIBRARIES:
        return Response("<h1>404 Not Found</h1>", 404, media_type="text/html")
    household.player("plex").refreshed.append(path or str(_LIBRARIES[number][0]))
    return Response("", media_type="text/html")


@_router.delete("/library/sections/{number}/refresh")
async def _stop_refreshing(number: int) -> Response:
    return Response("", 200 if number in _LIBRARIES else 404, media_type="text/html")


@_router.get("/library/sections/{number}/all")
async def _all(answer: _Told, household: _Shelf, number: int) -> Response:
    if number not in _LIBRARIES:
        return Response("<h1>404 Not Found</h1>", 404, media_type="text/html")
    found = [_title(title) for title in household.of_kind(_LIBRARIES[number][2])]
    head: Document = {"size": len(found), "identifier": "com.plexapp.plugins.library"}
    return answer(head | {"Metadata": found})


@_router.get("/status/sessions")
async def _sessions(answer: _Told, household: _Shelf) -> Response:
    player: Player = household.player("plex")
    found = [_session(household, file, at) for at, file in enumerate(player.playing, start=1)]
    return answer({"size": len(found)} | ({"Metadata": found} if found else {}))


def _library(number: int) -> Document:
    path, kind, _ = _LIBRARIES[number]
    return {
        "allowSync": True,
        "art": f"/:/resources/{kind}-fanart.jpg",
        "composite": f"/library/sections/{number}/composite/{_UPDATED}",
        "filters": True,
        "refreshing": False,
        "thumb": f"/:/resources/{kind}.png",
        "key": str(number),
        "type": kind,
        "title": path.name,
        "agent": "tv.plex.agents.movie" if kind == "movie" else "tv.plex.agents.series",
        "scanner": "Plex Movie" if kind == "movie" else "Plex TV Series",
        "language": "en-US",
        "uuid": f"00000000-0000-4000-8000-00000000000{number}",
        "updatedAt": _UPDATED,
        "createdAt": _UPDATED - 900_000,
        "scannedAt": _UPDATED,
        "content": True,
        "directory": True,
        "contentChangedAt": 1_204,
        "hidden": False,
        "Location": [{"id": number, "path": str(path)}],
    }


def _title(title: Shelved) -> Document:
    story = title.story
    common: Document = {
        "ratingKey": str(title.number),
        "key": f"/library/metadata/{title.number}",
        "guid": f"plex://{story.kind}/{title.number:024x}",
        "title": story.title,
        "summary": story.told["en"].plot,
        "tagline": story.told["en"].tagline,
        "contentRating": "PG-13",
        "audienceRating": round(story.rating, 1),
        "year": story.year,
        "thumb": f"/library/metadata/{title.number}/thumb/{_UPDATED}",
        "art": f"/library/metadata/{title.number}/art/{_UPDATED}",
        "duration": story.minutes * 60_000,
        "originallyAvailableAt": str(story.premiered),
        "addedAt": _UPDATED - 800_000,
        "updatedAt": _UPDATED,
        "Genre": [{"tag": name} for name in story.genres],
        "Country": [{"tag": story.country}],
        "Director": _tags(story.crew, "Director"),
        "Writer": _tags(story.crew, "Screenplay"),
        "Role": [{"tag": part.person.name, "role": part.does} for part in story.cast],
    }
    if isinstance(story, Film):
        media = [_media(file, title.number, story.minutes) for file in title.files]
        return common | {"type": "movie", "studio": story.studios[0].name, "Media": media}
    assert isinstance(story, Series)  # noqa: S101  # there is no other kind
    return common | {
        "type": "show",
        "studio": story.network.name,
        "index": 1,
        "leafCount": len(title.episodes),
        "viewedLeafCount": 0,
        "childCount": len(story.seasons),
    }


def _episode(title: Shelved, told_of: Episode, file: str) -> Document:
    number = _EPISODES_FROM + told_of.tmdb % 10_000
    return {
        "ratingKey": str(number),
        "key": f"/library/metadata/{number}",
        "type": "episode",
        "title": told_of.title,
        "summary": told_of.plot,
        "index": told_of.number,
        "parentIndex": told_of.season,
        "parentTitle": f"Season {told_of.season}" if told_of.season else "Specials",
        "grandparentTitle": title.story.title,
        "grandparentKey": f"/library/metadata/{title.number}",
        "grandparentRatingKey": str(title.number),
        "originallyAvailableAt": str(told_of.aired),
        "duration": told_of.minutes * 60_000,
        "addedAt": _UPDATED - 700_000,
        "Media": [_media(file, number, told_of.minutes)],
    }


def _session(household: Household, file: str, at: int) -> Document:
    title = household.title_of(file)
    if title is None:
        whole: Document = {"type": "clip", "title": stem(file), "Media": [_media(file, 0, 90)]}
    else:
        episodes = [told_of for told_of, path in title.episodes if path == file]
        whole = _episode(title, episodes[0], file) if episodes else _title(title)
        if not episodes:
            whole["Media"] = [_media(file, title.number, title.story.minutes)]
    return whole | {
        "sessionKey": str(at),
        "viewOffset": 720_000,
        "User": {"id": "1", "thumb": "", "title": "demo"},
        "Player": {
            "address": "192.168.1.20",
            "machineIdentifier": f"screen-{at}",
            "model": "bravia",
            "platform": "Android",
            "platformVersion": "12",
            "product": "Plex for Android (TV)",
            "remotePublicAddress": "203.0.113.7",
            "state": "playing",
            "title": f"Screen {at}",
            "vendor": "Sony",
            "version": "10.20.1",
            "local": True,
            "relayed": False,
            "secure": True,
            "userID": 1,
        },
        "Session": {"id": f"session{at}", "bandwidth": 9_000, "location": "lan"},
    }


def _media(file: str, number: int, minutes: int) -> Document:
    container = PurePosixPath(file).suffix.removeprefix(".") or "mkv"
    duration = minutes * 60_000
    part: Document = {
        "id": number,
        "key": f"/library/parts/{number}/{_UPDATED}/file.{container}",
        "duration": duration,
        "file": file,
        "size": 4_200_000_000,
        "container": container,
        "videoProfile": "high",
    }
    return {
        "id": number,
        "duration": duration,
        "bitrate": 9_000,
        "width": 1920,
        "height": 1080,
        "aspectRatio": 1.78,
        "audioChannels": 6,
        "audioCodec": "ac3",
        "videoCodec": "h264",
        "videoResolution": "1080",
        "container": container,
        "videoFrameRate": "24p",
        "videoProfile": "high",
        "Part": [part],
    }


def _tags(parts: tuple[Part, ...], job: str) -> list[Document]:
    return [{"tag": part.person.name} for part in parts if part.does == job]


def _element(name: str, told_of: Mapping[str, object]) -> str:
    """Write a document as Plex writes it in XML: values as attributes, lists as elements."""
    attributes, inner = [], []
    for key, value in told_of.items():
        if isinstance(value, list):
            inner += [_element(key, one) for one in value]
        elif isinstance(value, Mapping):
            inner.append(_element(key, value))
        else:
            written = str(int(value)) if isinstance(value, bool) else str(value)
            attributes.append(f" {key}={quoteattr(written)}")
    return f"<{name}{''.join(attributes)}>{''.join(inner)}</{name}>"
