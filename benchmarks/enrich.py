"""Describing many films from twins of TMDB and TheTVDB: how busy each is kept, and asking again."""

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.runner import target
from maestrarr import rooms
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.serving import Upstreams, served
from maestrarr.demo.upstreams.stories import Kind, Story
from maestrarr.features.library import describe
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.models import Library, Title
from maestrarr.features.library.service import add_library
from maestrarr.features.metadata import enriching
from maestrarr.features.metadata.jobs import enrich_all
from maestrarr.kit import migrate
from maestrarr.kit.db import Database, insert_rows, sqlite_url
from maestrarr.kit.http import Http
from maestrarr.kit.http.terms import Terms
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.providers.registry import KINDS

MOST_TITLES = 5_000  # the twins remember as many requests
SERVICES = ("tmdb", "tvdb")
LATENCIES = {"0_ms": 0.0, "80_ms": 0.08}
LOOK_SECONDS = 0.05


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Describe many films at two latencies, and all of them again."""
    count = min(options.files, MOST_TITLES)
    found: dict[str, Any] = {"titles": count}
    targets = []
    for name, seconds in LATENCIES.items():
        with (
            tempfile.TemporaryDirectory(prefix="maestrarr-enrich-") as folder,
            served(Catalogue(films=count)) as upstreams,
        ):
            run = asyncio.run(_measure(Path(folder), count, upstreams, seconds))
        found[name] = run
        targets += [
            target(f"{name}: {each} busy, %", run[f"{each}_busy_percent"], 95, at_least=True)
            for each in SERVICES
        ]
        targets.append(
            target(f"{name}: fewer calls again, %", run["fewer_percent"], 80, at_least=True)
        )
    return found | {"targets": targets}


async def _measure(
    folder: Path, count: int, upstreams: Upstreams, latency: float
) -> dict[str, Any]:
    for door in ("models", "settings", "jobs", "listeners"):
        rooms.load(door)  # type: ignore[arg-type]
    database = Database(sqlite_url(folder / "maestrarr.db"))
    await migrate.migrate(database, "maestrarr.migrations")
    try:
        async with Http(cache=folder / "answers.db") as http:
            outside = Outside(http)
            await _fill(database, outside, upstreams, folder / "films", count)
            for service in SERVICES if latency else ():
                upstreams.fail(service, "slow", seconds=latency)
            first = await _run(database, outside, upstreams)
            async with database.writing() as session:
                ids = list(await session.scalars(select(Title.id)))
                await enriching.want(session, ids, SERVICES)
            again = await _run(database, outside, upstreams)
    finally:
        await database.close()
    calls, calls_again = sum(first["calls"].values()), sum(again["calls"].values())
    return {
        "seconds": round(first["seconds"], 1),
        "calls": calls,
        **{
            f"{each}_busy_percent": _busy(KINDS[each].terms, first["calls"][each], spent)
            for each, spent in first["spans"].items()
        },
        "again_seconds": round(again["seconds"], 1),
        "again_calls": calls_again,
        "fewer_percent": round(100 * (1 - calls_again / calls), 1),
    }


def _busy(terms: Terms, calls: int, seconds: float) -> float:
    """Say how many of the calls that a service allows in so long it got, in percent."""
    return round(100 * calls / (terms.burst + terms.per_second * seconds), 1)


async def _run(database: Database, outside: Outside, upstreams: Upstreams) -> dict[str, Any]:
    """Describe what waits; note for each service how many calls it got, and for how long."""
    before = {each: len(upstreams.switch.asked(each)) for each in SERVICES}
    begun = await enrich_all.begin(database)
    job = Job(database, begun.record, outside=outside)
    started = time.monotonic()
    async with _watching(upstreams) as spans:
        await enrich_all(job)
    async with database.writing() as session:
        record = await session.get(type(job.record), job.id)
        await session.delete(record)
    return {
        "seconds": time.monotonic() - started,
        "calls": {e: len(upstreams.switch.asked(e)) - before[e] for e in SERVICES},
        "spans": spans,
    }


@asynccontextmanager
async def _watching(upstreams: Upstreams) -> AsyncIterator[dict[str, float]]:
    """Look how long each service gets calls, in seconds since the block began."""
    spans = dict.fromkeys(SERVICES, 0.0)
    began = time.monotonic()

    async def look() -> None:
        seen = {each: len(upstreams.switch.asked(each)) for each in SERVICES}
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            for each in SERVICES:
                count = len(upstreams.switch.asked(each))
                if count != seen[each]:
                    seen[each], spans[each] = count, time.monotonic() - began

    watcher = asyncio.create_task(look())
    try:
        yield spans
    finally:
        watcher.cancel()
        with suppress(asyncio.CancelledError):
            await watcher


async def _fill(
    database: Database, outside: Outside, upstreams: Upstreams, folder: Path, count: int
) -> None:
    """Make a library of films that have ids, and connections to the twins."""
    folder.mkdir()  # noqa: ASYNC240  # before anything is measured
    async with database.writing() as session:
        library = await add_library(
            session, name="Films", kind=LibraryKind.MOVIES, folders=[folder]
        )
        for position, kind in enumerate(SERVICES):
            connection_id = new_id()
            session.add(
                ConnectionRecord(
                    id=connection_id,
                    kind=kind,
                    name=kind,
                    name_key=kind,
                    position=position,
                    options={"url": upstreams.url(kind)},
                    sealed=clients.seal(outside, connection_id, {"key": "demo"}),
                )
            )
        films = upstreams.world.catalogue.first(Kind.FILM, count)
        await insert_rows(session, Title, [_row(library, folder, film) for film in films])


def _row(library: Library, folder: Path, film: Story) -> dict[str, Any]:
    name = f"{film.english} ({film.year}) {film.position}"
    return {
        **describe.undescribed(),
        "id": new_id(),
        "library_id": library.id,
        "parent_id": None,
        "kind": "movie",
        "state": "identified",
        "state_before_missing": None,
        "match_key": name,
        "folder": folder / name,
        "title": film.english,
        "sort_title": film.english.lower(),
        "tmdb_id": film.ids.tmdb,
        "tvdb_id": film.ids.tvdb,
        "imdb_id": film.ids.imdb,
        "locked_fields": [],
        "is_monitored": True,
    }
