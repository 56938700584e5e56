"""Jellyfin's routes, and whom its versions let in."""

import re
from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from pydantic import BaseModel

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.household import FILMS, SERIES, Household, Player, Shelved
from maestrarr.demo.upstreams.jellyfin import records
from maestrarr.demo.upstreams.world import World

_FORMER_HEADERS = ("X-Emby-Token", "X-MediaBrowser-Token")
_KINDS = {"Movie": "film", "Series": "series"}


class _Update(BaseModel):
    Path: str
    UpdateType: str = ""


class _Updates(BaseModel):
    Updates: list[_Update]


def make_app(world: World) -> FastAPI:
    """Make Jellyfin 10.11, which still lets in as Emby did."""
    return _made(world, "jellyfin", "10.11.11")


def make_newer_app(world: World) -> FastAPI:
    """Make Jellyfin 12, which knows no header but `Authorization`."""
    return _made(world, "jellyfin12", "12.0.0")


def _made(world: World, name: str, version: str) -> FastAPI:
    app = answers.service(world, Response(status_code=404))
    app.state.name, app.state.version = name, version
    app.include_router(_open)
    app.include_router(_router)
    return app


async def _with_token(request: Request) -> None:
    headers, query = request.headers, request.query_params
    authorization = headers.get("Authorization", "")
    given = [query.get("ApiKey"), _token(authorization, "MediaBrowser")]
    if request.app.state.version.startswith("10."):
        given += [query.get("api_key"), _token(authorization, "Emby")]
        given += [_token(headers.get("X-Emby-Authorization", ""), "MediaBrowser")]
        given += [headers.get(name) for name in _FORMER_HEADERS]
    if KEY not in given:
        raise Refused(Response(status_code=401))


def _token(authorization: str, scheme: str) -> str | None:
    """Read the token from a header such as `MediaBrowser Token="…", Client="…"`."""
    if not authorization.startswith(f"{scheme} "):
        return None
    found = re.search(r'\bToken="([^"]*)"', authorization)
    return unquote(found[1]) if found else None


async def _household_of(request: Request) -> Household:
    household: Household = request.app.state.household
    return household


async def _player_of(request: Request) -> Player:
    household: Household = request.app.state.household
    return household.player(request.app.state.name)


_Shelf = Annotated[Household, Depends(_household_of)]
_Playing = Annotated[Player, Depends(_player_of)]
_open = APIRouter()
_router = APIRouter(dependencies=[Depends(_with_token)])


@_open.get("/System/Ping")
async def _ping() -> Response:
    return told("Jellyfin Server")


@_open.get("/System/Info/Public")
async def _public_info(request: Request) -> Response:
    return told(_public(request))


@_router.get("/System/Info")
async def _info(request: Request) -> Response:
    folders = {
        f"{name}Path": f"/config/{name.lower()}"
        for name in ("ProgramData", "Web", "ItemsByName", "Cache", "Log", "InternalMetadata",
                     "TranscodingTemp")
    }  # fmt: skip
    return told(
        _public(request)
        | folders
        | {
            "CanLaunchWebBrowser": False,
            "CanSelfRestart": True,
            "CastReceiverApplications": [{"Id": "F007D354", "Name": "Stable"}],
            "CompletedInstallations": [],
            "EncoderLocation": "System",
            "HasPendingRestart": False,
            "HasUpdateAvailable": False,
            "IsShuttingDown": False,
            "OperatingSystemDisplayName": "",
            "PackageName": "",
            "SupportsLibraryMonitor": True,
            "SystemArchitecture": "X64",
            "WebSocketPortNumber": 8096,
        }
    )


@_router.get("/Sessions")
async def _sessions(household: _Shelf, player: _Playing) -> Response:
    more: Document = {
        "IsActive": True,
        "NowPlayingQueue": [],
        "SupportsMediaControl": True,
        "Capabilities": {
            "PlayableMediaTypes": ["Audio", "Video"],
            "SupportedCommands": ["DisplayMessage"],
            "SupportsMediaControl": True,
            "SupportsPersistentIdentifier": False,
        },
    }
    found = [
        records.session(records.played(household.title_of(file), file), f"Screen {at}", more)
        for at, file in enumerate(player.playing, start=1)
    ]
    return told([*found, records.session(None, "Telephone", more)])


@_router.get("/Items")
async def _items(
    household: _Shelf,
    ids: Annotated[list[str], Query()] = [],  # noqa: B006  # FastAPI copies it
    kinds: Annotated[list[str], Query(alias="includeItemTypes")] = [],  # noqa: B006  # as above
    start: Annotated[int, Query(alias="startIndex")] = 0,
    limit: int | None = None,
) -> Response:
    wanted = {one.replace("-", "") for each in ids for one in each.split(",")}
    asked = {_KINDS.get(one, one) for each in kinds for one in each.split(",")}
    found = [
        told_of
        for title in household.titles
        if not asked or title.story.kind in asked
        for told_of in _with_episodes(title, is_whole=bool(wanted))
        if not wanted or told_of["Id"] in wanted
    ]
    shown = found[start : None if limit is None else start + limit]
    return told({"Items": shown, "StartIndex": start, "TotalRecordCount": len(found)})


@_router.post("/Items/{number}/Refresh")
async def _refresh_one(household: _Shelf, player: _Playing, number: str) -> Response:
    for title in household.titles:
        if records.number(title.folder) == number.replace("-", ""):
            player.refreshed.append(title.folder)
            return Response(status_code=204)
    return told({"title": "Not Found", "status": 404}, 404)


@_router.post("/Library/Media/Updated")
async def _media_updated(player: _Playing, updates: _Updates) -> Response:
    player.refreshed += [update.Path for update in updates.Updates]
    return Response(status_code=204)


@_router.post("/Library/Refresh")
async def _refresh(player: _Playing) -> Response:
    player.refreshed.append("")
    return Response(status_code=204)


@_router.get("/Library/VirtualFolders")
async def _libraries() -> Response:
    return told(
        [
            {
                "Name": path.name,
                "Locations": [str(path)],
                "CollectionType": kind,
                "ItemId": records.number(path),
                "PrimaryImageItemId": records.number(path),
                "RefreshStatus": "Idle",
            }
            for path, kind in ((FILMS, "movies"), (SERIES, "tvshows"))
        ]
    )


def _with_episodes(title: Shelved, *, is_whole: bool) -> list[Document]:
    if not is_whole:
        return [records.title(title)]
    episodes = [records.episode(title, told_of, file) for told_of, file in title.episodes]
    return [records.title(title), *episodes]


def _public(request: Request) -> Document:
    return {
        "Id": records.SERVER_ID,
        "LocalAddress": answers.own_url(request),
        "OperatingSystem": "",
        "ProductName": "Jellyfin Server",
        "ServerName": "Living room",
        "StartupWizardCompleted": True,
        "Version": request.app.state.version,
    }
