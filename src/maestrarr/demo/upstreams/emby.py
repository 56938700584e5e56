"""A twin of Emby, at its root and below `/emby`.

It publishes no contract that can be read by machines; this follows its REST documentation, and what
it has in common with Jellyfin, which was it once.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response
from pydantic import BaseModel

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.household import FILMS, SERIES, Household
from maestrarr.demo.upstreams.jellyfin import records
from maestrarr.demo.upstreams.world import World

_VERSION = "4.9.1.80"


class _Update(BaseModel):
    Path: str
    UpdateType: str = ""


class _Updates(BaseModel):
    Updates: list[_Update]


def make_app(world: World) -> FastAPI:
    """Make the twin."""
    app = answers.service(world, Response(status_code=404))
    for prefix in ("", "/emby"):
        app.include_router(_open, prefix=prefix)
        app.include_router(_router, prefix=prefix)
    return app


async def _with_token(
    api_key: str = "", token: Annotated[str, Header(alias="X-Emby-Token")] = ""
) -> None:
    if KEY not in {api_key, token}:
        wrong = "Access token is invalid or expired."
        raise Refused(Response(wrong, 401, media_type="text/plain"))


_open = APIRouter()
_router = APIRouter(dependencies=[Depends(_with_token)])


@_open.get("/System/Ping")
async def _ping() -> Response:
    return Response("Emby Server", media_type="text/plain")


@_open.get("/System/Info/Public")
async def _public_info(request: Request) -> Response:
    return told(_public(request))


@_router.get("/System/Info")
async def _info(request: Request) -> Response:
    folders = {
        f"{name}Path": f"/config/{name.lower()}"
        for name in ("ProgramData", "ItemsByName", "Cache", "Log", "InternalMetadata")
    }
    return told(
        _public(request)
        | folders
        | {
            "CanLaunchWebBrowser": False,
            "CanSelfRestart": True,
            "CanSelfUpdate": False,
            "HardwareAccelerationRequiresPremiere": True,
            "HasPendingRestart": False,
            "HasUpdateAvailable": False,
            "HttpServerPortNumber": 8096,
            "HttpsPortNumber": 8920,
            "OperatingSystem": "Linux",
            "OperatingSystemDisplayName": "Linux",
            "SupportsHttps": False,
            "SupportsLibraryMonitor": True,
            "SystemUpdateLevel": "Release",
            "WebSocketPortNumber": 8096,
        }
    )


@_router.get("/Sessions")
async def _sessions(request: Request) -> Response:
    household: Household = request.app.state.household
    more: Document = {"Protocol": "HTTP/1.1", "PlaylistIndex": 0, "PlaylistLength": 0}
    found = [
        records.session(records.played(household.title_of(file), file), f"Screen {at}", more)
        for at, file in enumerate(household.player("emby").playing, start=1)
    ]
    return told([*found, records.session(None, "Telephone", more)])


@_router.post("/Library/Media/Updated")
async def _media_updated(request: Request, updates: _Updates) -> Response:
    household: Household = request.app.state.household
    household.player("emby").refreshed += [update.Path for update in updates.Updates]
    return Response(status_code=204)


@_router.get("/Library/VirtualFolders")
async def _libraries() -> Response:
    return told(
        [
            {
                "Name": path.name,
                "Locations": [str(path)],
                "CollectionType": kind,
                "ItemId": str(at),
                "Id": str(at),
                "Guid": records.number(path),
            }
            for at, (path, kind) in enumerate(((FILMS, "movies"), (SERIES, "tvshows")), start=3)
        ]
    )


def _public(request: Request) -> Document:
    address = answers.own_url(request)
    return {
        "Id": records.SERVER_ID,
        "LocalAddress": address,
        "LocalAddresses": [address],
        "RemoteAddresses": [],
        "ServerName": "Bedroom",
        "Version": _VERSION,
        "WanAddress": address,
    }
