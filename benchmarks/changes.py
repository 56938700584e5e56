"""Edits in place with all that belongs to them: journal, leases, flushes, rows, verification."""

import argparse
import asyncio
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.runner import target
from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.writes import Write
from maestrarr.demo.video.layouts import MKVMERGE
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.tracks import describe, sound
from maestrarr.kit import migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.media import containers
from maestrarr.media.edits import EditPlan

MOST_FILES = 10_000
FILES_PER_SECOND = 300
SINGLES = 100
FLUSHES = 100
LARGE_BYTES = 12 * 2**30


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Edit many films in one batch, then some one by one, small and large ones."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-changes-") as folder:
        found = asyncio.run(_measure(Path(folder), min(options.files, MOST_FILES)))
    return found | {
        "targets": [
            target("batch: files/s", found["files_per_second"], FILES_PER_SECOND, at_least=True)
        ]
    }


async def _measure(folder: Path, count: int) -> dict[str, Any]:
    rooms.load("settings")
    data, root = DataFolder(folder / "data"), folder / "films"
    data.make()
    database = Database(sqlite_url(data.database))
    await migrate.migrate(database, "maestrarr.migrations")
    films = _films(root, count)
    os.sync()
    try:
        batch_seconds = await _batch(database, data, films)
        small = await _singles(database, data, films[:SINGLES], track=3)
        for film in films[:SINGLES]:
            os.truncate(film, LARGE_BYTES)
        large = await _singles(database, data, films[:SINGLES], track=2)
    finally:
        await database.close()
    return {
        "files": count,
        "files_per_second": round(count / batch_seconds, 1),
        "single_milliseconds": round(small, 2),
        "single_12_gib_milliseconds": round(large, 2),
        "one_flush_milliseconds": round(_flush(folder), 2),
    }


def _films(root: Path, count: int) -> list[Path]:
    root.mkdir()
    sounds = [sound("en"), sound("ja", is_default=False), sound("fr", is_default=False)]
    facts = describe("Film.mkv", container="matroska", video=None, audio=sounds, seconds=2.0)
    first = root / "0.mkv"
    first.write_bytes(matroska(facts, MKVMERGE))
    rest = [root / f"{number}.mkv" for number in range(1, count)]
    for path in rest:
        shutil.copyfile(first, path)
    return [first, *rest]


async def _batch(database: Database, data: DataFolder, films: list[Path]) -> float:
    """Plan, edit and record films, as a batch does; return how many seconds it took."""
    began, made = time.perf_counter(), None
    for start in range(0, len(films), changes.MOST_AT_ONCE):
        some = films[start : start + changes.MOST_AT_ONCE]
        writes = await asyncio.to_thread(lambda some=some: [_edit(film, 2) for film in some])
        made = await _carried_out(database, data, writes, made)
    return time.perf_counter() - began


async def _singles(database: Database, data: DataFolder, films: list[Path], *, track: int) -> float:
    """Edit films one by one; return the median of the milliseconds that one took."""
    took = []
    for film in films:
        write = _edit(film, track)
        began = time.perf_counter()
        await _carried_out(database, data, [write], None)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


async def _carried_out(
    database: Database, data: DataFolder, writes: list[Write], into: ChangeSet | None
) -> ChangeSet | None:
    async with (
        changes.carried_out(database, data, writes) as outcome,
        database.writing() as session,
    ):
        into = await changes.record(session, outcome, kind="benchmark", title="A batch", into=into)
    if outcome.refused:
        raise SystemExit(f"Refused: {outcome.refused[0].problem}")
    return into


def _edit(film: Path, track: int) -> Write:
    plan = containers.plan_default_audio(film, track)
    if not isinstance(plan, EditPlan):
        raise SystemExit(f"{film} cannot be edited: {plan}")
    return Write(path=film, root=film.parent, action=plan, title=film.name, reason="A benchmark")


def _flush(folder: Path) -> float:
    """Measure what the disk takes for one small write that is flushed, in milliseconds."""
    took = []
    descriptor = os.open(folder / "flushed", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(descriptor, bytes(4096), 0)
    for _ in range(FLUSHES):
        began = time.perf_counter()
        os.pwrite(descriptor, os.urandom(16), 0)
        os.fdatasync(descriptor)
        took.append((time.perf_counter() - began) * 1000)
    os.close(descriptor)
    return statistics.median(took)
