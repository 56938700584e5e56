"""Default tracks set by us, beside mkvpropedit and a remux; and ten thousand films in one batch."""

import argparse
import asyncio
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.runner import target
from maestrarr import rooms
from maestrarr.core.changes import editing
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.writes import Write
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.settings import service as settings
from maestrarr.demo.video import layouts, mp4
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.tracks import describe, sound
from maestrarr.features.audio import batches
from maestrarr.features.audio.batches import Asked
from maestrarr.features.audio.jobs import run_batch
from maestrarr.features.audio.models import BatchRecord
from maestrarr.features.audio.schemas import BatchSent
from maestrarr.kit import migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.media import containers
from maestrarr.media.edits import EditPlan

FASTER_THAN_MKVPROPEDIT = 25
FASTER_THAN_REMUX = 1_000
FILES_PER_SECOND = 300
LARGE_TO_SMALL = 2.0

MOST_FILES = 10_000
SINGLES = 60
PEERS = 15
LARGE_BYTES = 12 * 2**30
TWO_HOURS = 7_200.0
SETTLE_SECONDS = 10

_MAESTRARR = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "maestrarr"


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Set tracks one by one and many at once, and let others do the same on copies."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-audio-") as folder:
        return asyncio.run(_measure(Path(folder), options))


async def _measure(folder: Path, options: argparse.Namespace) -> dict[str, object]:
    for door in ("settings", "jobs", "listeners"):
        rooms.load(door)
    data = DataFolder(folder / "data")
    data.make()
    database = Database(sqlite_url(data.database))
    await migrate.migrate(database, "maestrarr.migrations")
    try:
        ours = _singles(folder, await changes.desk_of(database, data))
        batch = await _batch(database, data, folder / "films", min(options.files, MOST_FILES))
    finally:
        await database.close()
    peers = {} if options.without_peers else _peers(folder)
    edited = _ratio(peers.get("mkvpropedit_ms"), ours["mkv_ms"])
    copied = _ratio(peers.get("remux_ms"), ours["mkv_ms"])
    largest = max(ours["mkv_12_gib_ms"] / ours["mkv_ms"], ours["mp4_12_gib_ms"] / ours["mp4_ms"])
    return {
        **ours,
        **peers,
        **batch,
        "targets": [
            target("times faster than mkvpropedit", edited, FASTER_THAN_MKVPROPEDIT, at_least=True),
            target("times faster than a remux", copied, FASTER_THAN_REMUX, at_least=True),
            target("12 GiB, times as long as a small film", round(largest, 2), LARGE_TO_SMALL),
            target("batch: files/s", batch["files_per_second"], FILES_PER_SECOND, at_least=True),
            target("batch: changed", batch["changed"], batch["files"], at_least=True),
        ],
    }


def _singles(folder: Path, desk: Desk) -> dict[str, float]:
    """Set the tracks of films one by one, each under a journal of its own; medians."""
    found = {}
    for suffix in ("mkv", "mp4"):
        films = _films(folder / suffix, suffix, SINGLES)
        os.sync()
        found[f"{suffix}_ms"] = _median(films, lambda film: _set(desk, film, 2))
        for film in films:
            os.truncate(film, LARGE_BYTES) if suffix == "mkv" else _stretch(film)
        found[f"{suffix}_12_gib_ms"] = _median(films, lambda film: _set(desk, film, 3))
        shutil.rmtree(folder / suffix)
    return found


def _stretch(film: Path) -> None:
    """Let an MP4 end with a box of free space that claims twelve GiB, of which none is written."""
    size = film.stat().st_size
    with film.open("r+b") as file:
        file.seek(size)
        file.write(b"\x00\x00\x00\x01free" + (LARGE_BYTES - size).to_bytes(8, "big"))
        file.truncate(LARGE_BYTES)


def _set(desk: Desk, film: Path, track: int) -> None:
    """Plan, journal, write, flush and verify; what a database would add is the batch's figure."""
    plan = containers.plan_default_audio(film, track)
    if not isinstance(plan, EditPlan):
        raise SystemExit(f"{film} cannot be edited: {plan}")
    write = Write(path=film, root=film.parent, action=plan, title=film.name, reason="A benchmark")
    carried = editing.carry_out(desk, editing.hold(desk, [write]))
    if carried.outcome.refused:
        raise SystemExit(str(carried.outcome.refused[0].problem))
    carried.settle([done.id for done in carried.outcome.done])


async def _batch(database: Database, data: DataFolder, root: Path, count: int) -> dict[str, Any]:
    """Go over a library's films in one batch, by the job that does it for its owner."""
    films = _films(root, "mkv", count)
    for command in (["add", str(root), "--kind", "movies"], ["scan"]):
        _run([str(_MAESTRARR), "--data", str(data.path), "library", *command])
    async with database.writing() as session:
        await settings.change(session, "audio", {"languages": ["ja"]})
    engine = EmbeddedEngine(database, data=data)
    await engine.start()
    await asyncio.sleep(SETTLE_SECONDS)  # every film is judged anew by what is preferred
    sent = BatchSent(path=str(root))
    async with database.writing() as session:
        made = await batches.make(session, sent, Asked("Films", [root]), asked_by="benchmark")
        job = await run_batch.enqueue(session, batch_id=made.id, title="Films")
    began = time.perf_counter()
    await _ended(database, job)
    seconds = time.perf_counter() - began
    await engine.stop()
    async with database.reading() as session:
        done = await session.get_one(BatchRecord, made.id)
    return {
        "files": len(films),
        "changed": done.changed,
        "batch_seconds": round(seconds, 2),
        "files_per_second": round(len(films) / seconds, 1),
    }


async def _ended(database: Database, job: JobRecord) -> None:
    while True:
        async with database.reading() as session:
            if (await session.get_one(JobRecord, job.id)).status.has_ended:
                return
        await asyncio.sleep(0.05)


def _films(root: Path, suffix: str, count: int) -> list[Path]:
    """Make films whose second and third sounds are not the default ones."""
    root.mkdir()
    first = root / f"Film 0.{suffix}"
    first.write_bytes(_film(suffix, seconds=2.0))
    rest = [root / f"Film {number}.{suffix}" for number in range(1, count)]
    for path in rest:
        shutil.copyfile(first, path)
    return [first, *rest]


def _film(suffix: str, *, seconds: float) -> bytes:
    languages = ("en", "ja", "fr")
    sounds = [
        sound(each, is_default=each == "en", is_enabled=suffix == "mkv" or each == "en")
        for each in languages
    ]
    container = "matroska" if suffix == "mkv" else "mp4"
    facts = describe(
        f"Film.{suffix}", container=container, video=None, audio=sounds, seconds=seconds
    )
    return matroska(facts, layouts.MKVMERGE) if suffix == "mkv" else mp4.mp4(facts, mp4.INDEX_LAST)


def _peers(folder: Path) -> dict[str, float]:
    found = {}
    if program := shutil.which("mkvpropedit"):
        films = _films(folder / "peers", "mkv", PEERS)
        flags = ["--edit", "track:a1", "--set", "flag-default=0", "--edit", "track:a2", "--set", "flag-default=1"]  # fmt: skip  # noqa: E501
        found["mkvpropedit_ms"] = _median(films, lambda film: _run([program, str(film), *flags]))
    if program := shutil.which("ffmpeg"):
        film, copy = folder / "long.mkv", folder / "copy.mkv"
        film.write_bytes(_film("mkv", seconds=TWO_HOURS))
        copied = ["-map", "0", "-c", "copy", "-disposition:a:0", "0", "-disposition:a:1", "default"]
        remux = [program, "-v", "error", "-y", "-i", str(film), *copied, str(copy)]
        found["remux_ms"] = _median([film], lambda _: _run(remux))
        found["remuxed_mib"] = round(film.stat().st_size / 2**20, 1)
    return found


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _median(films: Sequence[Path], act: Callable[[Path], object]) -> float:
    took = []
    for film in films:
        began = time.perf_counter()
        act(film)
        took.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(took), 3)


def _ratio(peer: float | None, own: float) -> float | None:
    return None if peer is None else round(peer / own, 1)
