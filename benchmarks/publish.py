"""A thousand films published with five pictures each, and published again when nothing is new."""

import argparse
import asyncio
import hashlib
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from benchmarks.runner import target
from maestrarr import rooms
from maestrarr.core.jobs.running import Job
from maestrarr.demo.video.layouts import MKVMERGE
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.tracks import describe, sound
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Title
from maestrarr.features.publishing.jobs import publish
from maestrarr.kit import migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, insert_rows, sqlite_url

MOST_TITLES = 1_000
PICTURE_BYTES = 150_000
PICTURES = (("poster", 0), ("fanart", 0), ("fanart", 1), ("banner", 0), ("landscape", 0))
FIRST_SECONDS_PER_THOUSAND = 60
UNCHANGED_PER_SECOND = 2_000

_NFO = """<?xml version="1.0" encoding="UTF-8"?>
<movie><title>Film {number}</title><year>2001</year><uniqueid type="tmdb">{number}</uniqueid>
<plot>{plot}</plot>{people}</movie>
"""


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Publish films, then publish them again, and compare both with what was promised."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-publish-") as folder:
        return asyncio.run(_measure(Path(folder), options))


async def _measure(folder: Path, options: argparse.Namespace) -> dict[str, object]:
    for door in ("settings", "jobs"):
        rooms.load(door)
    count = min(options.files, MOST_TITLES)
    data = DataFolder(folder / "data")
    data.make()
    database = Database(sqlite_url(data.database))
    await migrate.migrate(database, "maestrarr.migrations")
    try:
        ids = await _library(database, folder / "films", count)
        await _choose(database, data, ids)
        os.sync()
        first = await _publish(database, data, ids, "published")
        again = [
            await _publish(database, data, ids, "unchanged") for _ in range(max(1, options.repeats))
        ]
    finally:
        await database.close()
    per_thousand = first * 1_000 / count
    unchanged = count / statistics.median(again)
    return {
        "titles": count,
        "pictures": len(PICTURES),
        "picture_bytes": PICTURE_BYTES,
        "first_seconds": round(first, 2),
        "first_titles_per_second": round(count / first, 1),
        "unchanged_seconds": round(statistics.median(again), 3),
        "unchanged_titles_per_second": round(unchanged, 1),
        "targets": [
            target(
                "first: seconds for 1,000 films",
                round(per_thousand, 1),
                FIRST_SECONDS_PER_THOUSAND,
            ),
            target("unchanged: titles/s", round(unchanged), UNCHANGED_PER_SECOND, at_least=True),
        ],
    }


async def _library(database: Database, root: Path, count: int) -> list[UUID]:
    """Make films with NFO files, and scan them."""
    facts = describe("Film.mkv", container="matroska", video=None, audio=[sound("en")], seconds=2.0)
    film = matroska(facts, MKVMERGE)
    people = "".join(f"<actor><name>Actor {n}</name><role>{n}</role></actor>" for n in range(15))
    for number in range(1, count + 1):
        folder = root / f"Film {number} (2001)"
        folder.mkdir(parents=True)
        (folder / f"{folder.name}.mkv").write_bytes(film)
        said = _NFO.format(number=number, plot="A plot. " * 40, people=people)
        (folder / "movie.nfo").write_text(said)
    async with database.writing() as session:
        made = await library.add_library(
            session, name="Films", kind=LibraryKind.MOVIES, folders=[root]
        )
    job = await scan_library.begin(database, library_id=made.id, name=made.name)
    await scan_library(job, made.id, made.name)
    await asyncio.to_thread(lambda: [nfo.unlink() for nfo in root.glob("*/movie.nfo")])
    async with database.reading() as session:
        return list(await session.scalars(select(Title.id).where(Title.kind == "movie")))


async def _choose(database: Database, data: DataFolder, ids: list[UUID]) -> None:
    """Put pictures into the cache, all different, and choose five for each film."""
    chosen = list(_pictures(data, ids))
    images: list[dict[str, Any]] = [
        {
            "sha256": each["sha256"], "suffix": ".jpg", "width": 1, "height": 1,
            "size_bytes": PICTURE_BYTES, "phash": "0" * 16, "unused_since": None, "fault": None,
        }
        for each in chosen
    ]  # fmt: skip
    async with database.writing() as session:
        await insert_rows(session, CachedImage, images)
        await insert_rows(session, Selection, chosen)


def _pictures(data: DataFolder, ids: list[UUID]) -> Iterator[dict[str, Any]]:
    for title_id in ids:
        for kind, number in PICTURES:
            content = os.urandom(PICTURE_BYTES)
            digest = hashlib.sha256(content).hexdigest()
            copy = cache.path_of(data, digest, ".jpg")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            yield {
                "title_id": title_id, "type": kind, "number": number, "sha256": digest,
                "provider": "benchmark", "url": None, "chosen_by": None, "reason": "A benchmark",
                "said": [],
            }  # fmt: skip


async def _publish(database: Database, data: DataFolder, ids: list[UUID], outcome: str) -> float:
    """Publish films as a job does; return how many seconds it took."""
    begun = await publish.begin(database, title="Films", title_ids=ids)
    job = Job(database, begun.record, data=data)
    began = time.perf_counter()
    told = await publish(job, title="Films", title_ids=ids)
    took = time.perf_counter() - began
    if not told or told[outcome] != len(ids):
        raise SystemExit(f"Not all were {outcome}: {told}")
    return took
