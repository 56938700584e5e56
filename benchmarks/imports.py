"""An import: how long from a report of Radarr's to what stands beside the film, end to end."""

import asyncio
import json
import shutil
import statistics
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx2

from benchmarks.runner import target
from benchmarks.served import serving
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.serving import Upstreams, served
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.demo.video import layouts
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.tracks import describe, sound
from maestrarr.features.library import queries
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.flows.webhooks.models import SenderRecord
from maestrarr.flows.webhooks.senders import place_of
from maestrarr.kit import config
from maestrarr.kit.ids import new_id
from maestrarr.server.installation import OpenInstallation, open_installation

FILMS: Final = 20
P95_SECONDS: Final = 5.0
LOOK_SECONDS: Final = 0.005
PATIENCE_SECONDS: Final = 60.0
_SERVICES: Final = ("tmdb", "fanart")
_SECRET: Final = "of-this-benchmark-only"  # noqa: S105
_SOUND: Final = (sound("de", is_default=True), sound("en"), sound("ja"), sound("fr"), sound("ko"))


@dataclass(frozen=True, slots=True)
class Imports:
    """How long each import took, and what the server used of the processors for one."""

    seconds: Sequence[float]
    cpu_seconds_each: float

    @property
    def p95(self) -> float:
        """Within how many seconds nineteen of twenty were done."""
        return round(statistics.quantiles(self.seconds, n=20)[-1], 2)


def measured(folder: Path) -> Imports:
    """Import films that the caches know, one after the other.

    All are imported once before, and the library is forgotten: every film is new to it, and what
    services say of it, and our copies of its pictures, are at hand.
    """
    data, films = folder / "data", folder / "films"
    with served(Catalogue()) as upstreams:
        asyncio.run(_connect(data, upstreams))
        for is_measured in (False, True):
            films.mkdir()
            asyncio.run(_begin_anew(data, films))
            with serving(data) as server:
                used = server.cpu_seconds()
                seconds = [
                    _import(server.address, _film(films, upstreams, number))
                    for number in range(FILMS)
                ]
                used = server.cpu_seconds() - used
            if not is_measured:
                shutil.rmtree(films)
    return Imports(seconds, round(used / FILMS, 2))


def verdict(imported: Imports) -> dict[str, Any]:
    """Compare how long imports took with what was promised."""
    name = f"p95 of {FILMS} imports, from report to published file, in seconds"
    return target(name, imported.p95, P95_SECONDS)


async def _connect(data: Path, upstreams: Upstreams) -> None:
    """Connect the twins, and let a Radarr report."""
    async with _opened(data) as installation, installation.database.writing() as session:
        outside = installation.outside
        for position, kind in enumerate((*_SERVICES, "radarr")):
            connection_id = new_id()
            sealed = clients.seal(outside, connection_id, {"key": "demo"})
            session.add(
                ConnectionRecord(
                    id=connection_id, kind=kind, name=kind, name_key=kind, position=position,
                    options={"url": upstreams.url(kind)}, sealed=sealed,
                )
            )  # fmt: skip
        await session.flush()
        secret = outside.keys.seal(_SECRET, place=place_of(connection_id))
        session.add(SenderRecord(connection_id=connection_id, sealed=secret))


async def _begin_anew(data: Path, films: Path) -> None:
    """Forget the library, and make it of an empty folder."""
    async with _opened(data) as installation, installation.database.writing() as session:
        for each in await queries.libraries(session):
            await library.remove_library(session, each.id)
        kind = LibraryKind.MOVIES
        await library.add_library(session, name="Films", kind=kind, folders=[films])


def _opened(data: Path) -> AbstractAsyncContextManager[OpenInstallation]:
    return open_installation(config.load(options={"data": data}, environment={}), work=True)


def _film(films: Path, upstreams: Upstreams, number: int) -> Path:
    """Let a film lie in its folder that the twins know, with the wrong track first."""
    story = upstreams.world.catalogue.first(Kind.FILM, number + 1)[number]
    folder = films / f"Film {number} ({story.year}) {{tmdb-{story.ids.tmdb}}}"
    folder.mkdir(parents=True)
    facts = describe("film.mkv", container="matroska", audio=_SOUND, seconds=2.0)
    (folder / "film.mkv").write_bytes(matroska(facts, layouts.MKVMERGE))
    return folder


def _import(address: str, folder: Path) -> float:
    """Report a film, and wait for its NFO file, which is written last."""
    again = str(new_id())  # the same report within the hour would be passed over
    movie = {"id": 1, "title": folder.name, "folderPath": str(folder)}
    file = {"path": f"{folder}/film.mkv"}
    body = json.dumps(
        {"eventType": "Download", "movie": movie, "movieFile": file, "downloadId": again}
    )
    began = time.monotonic()
    answer = httpx2.post(
        f"{address}/webhook/radarr/{_SECRET}", content=body, timeout=PATIENCE_SECONDS
    )
    answer.raise_for_status()
    while not (folder / "film.nfo").exists():
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise TimeoutError(folder)
        time.sleep(LOOK_SECONDS)
    return time.monotonic() - began
